"""Expressions for hypothesis to draw: what the reader can read, and so what it must give back."""

from hypothesis import strategies as st

from klscope.lessons.expressions import (
    KLTerm,
    Logarithm,
    MeasureValue,
    Negative,
    Number,
    Operation,
    Probability,
    Quantity,
    Whole,
)
from klscope.model.comparison import Side
from klscope.theory.catalogue import MEASURES

any_label = st.text(st.characters(codec="utf-8", exclude_characters="\n\r"), min_size=1, max_size=8).filter(
    lambda label: label.strip() != ""
)


def expressions(labels: st.SearchStrategy[str] = any_label) -> st.SearchStrategy:
    leaves = st.one_of(
        st.builds(Number, st.floats(0.0, 1e6, allow_subnormal=False) | st.just(float("inf"))),
        st.builds(Probability, st.sampled_from(Side), labels),
        st.builds(KLTerm, labels),
        st.sampled_from([MeasureValue(row.name) for row in MEASURES]),
        st.builds(
            MeasureValue,
            st.sampled_from([row.name for row in MEASURES if row.takes_order]),
            st.floats(0.0, 1e6, allow_subnormal=False) | st.just(float("inf")),
        ),
        st.builds(Whole, st.sampled_from(Quantity)),
    )
    return st.recursive(
        leaves,
        lambda inner: st.one_of(
            st.builds(Logarithm, inner),
            st.builds(Negative, inner),
            st.builds(Operation, st.sampled_from("+-*/"), inner, inner),
        ),
        max_leaves=8,
    )
