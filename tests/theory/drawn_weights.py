"""Weights of every size, drawn at random for the tests of the measures."""

from hypothesis import settings
from hypothesis import strategies as st

thorough = settings(derandomize=True, deadline=None, max_examples=60)


def weights_of(size, elements):
    return st.lists(elements, min_size=size, max_size=size).filter(any)


def pairs(elements, most=8):
    return st.integers(1, most).flatmap(
        lambda size: st.tuples(weights_of(size, elements), weights_of(size, elements)),
    )


any_weight = st.floats(min_value=0.0, allow_infinity=False, allow_nan=False)
plain_weight = st.one_of(st.just(0.0), st.floats(min_value=1e-6, max_value=1.0))
positive_weight = st.floats(min_value=1e-6, max_value=1.0)
count = st.integers(0, 1000).map(float)
