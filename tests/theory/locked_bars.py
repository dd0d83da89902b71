"""Distributions with locks to edit, drawn at random, and what has to hold of them in rational arithmetic."""

import itertools
from fractions import Fraction

import numpy as np
from hypothesis import strategies as st

from klscope.theory import editing
from klscope.theory.distribution import Distribution

EPS = 2.0**-52
WEATHER = Distribution([0.5, 0.25, 0.125, 0.125])

positive = st.floats(1e-6, 1.0)
positive_or_zero = st.just(0.0) | positive


def locks_of(n: int, *locked: int) -> np.ndarray:
    locks = editing.no_locks(n)
    locks[list(locked)] = True
    return locks


@st.composite
def bars(draw: st.DrawFn, weights: st.SearchStrategy[float] = positive_or_zero, most: int = 7) -> tuple:
    """A distribution, locks, and an unlocked index with at least one free partner."""
    n = draw(st.integers(2, most))
    drawn = draw(st.lists(weights, min_size=n, max_size=n).filter(any))
    locks = np.array(draw(st.lists(st.booleans(), min_size=n, max_size=n)))
    free = draw(st.permutations(range(n)))[:2]
    locks[free] = False
    return Distribution.from_weights(drawn), locks, free[0]


def others(locks: np.ndarray, *fixed: int) -> list[int]:
    return [j for j in range(locks.size) if not locks[j] and j not in fixed]


def exact(distribution: Distribution) -> list[Fraction]:
    return list(map(Fraction, distribution.probabilities.tolist()))


def assert_valid(distribution: Distribution) -> None:
    values = distribution.probabilities.tolist()
    assert all(0.0 <= value <= 1.0 for value in values)  # false for NaN
    assert abs(sum(map(Fraction, values)) - 1) <= Fraction(1, 10**12)


def assert_same_ratios(one: list[Fraction], other: list[Fraction], eps: float) -> None:
    """Hold x_i / x_j = y_i / y_j to a relative ``eps``, without dividing."""
    for (a, x), (b, y) in itertools.combinations(zip(one, other, strict=True), 2):
        assert abs(a * y - b * x) <= Fraction(eps) * max(a * y, b * x)


def bits(distribution: Distribution) -> bytes:
    return distribution.probabilities.tobytes()
