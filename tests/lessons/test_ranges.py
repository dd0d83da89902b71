"""The ranges of expressions hold every value there is, and goals outside them are seen to be hopeless."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lesson_texts import state

from klscope.lessons.expressions import (
    KLTerm,
    Logarithm,
    Negative,
    Number,
    Operation,
    Probability,
    Quantity,
    Whole,
    evaluate,
)
from klscope.lessons.goal_reading import read_goal
from klscope.lessons.goals import holds
from klscope.lessons.ranges import can_hold, range_of
from klscope.model.comparison import Side
from klscope.theory.units import Unit

weights = st.lists(st.integers(0, 9), min_size=3, max_size=3).filter(any)


leaves = st.one_of(
    st.builds(Number, st.floats(0.0, 10.0)),
    st.builds(Probability, st.sampled_from(Side), st.sampled_from("ABC")),
    st.builds(KLTerm, st.sampled_from("ABC")),
    st.builds(Whole, st.sampled_from(Quantity)),
)
compounds = st.recursive(
    leaves | st.builds(Logarithm, leaves),  # the log of a difference near 0 would blow roundings up
    lambda inner: st.builds(Negative, inner) | st.builds(Operation, st.sampled_from("+-*"), inner, inner),
    max_leaves=5,
)


@given(compounds, weights, weights, st.sampled_from(Unit))
def test_no_value_is_outside_its_range(expression, p, q, unit) -> None:
    value = evaluate(expression, state(p, q), unit)
    low, high = range_of(expression, 3, unit)
    assert math.isnan(value) or low - 1e-6 <= value <= high + 1e-6


@pytest.mark.parametrize(
    "text",
    [
        "P(A) > 1",
        "P(A) >= 1.1",
        "Q(A) < 0",
        "1 < P(A)",
        "KL < 0",
        "TV > 1",
        "Hellinger = 2",
        "JS > 1",
        "H(P) > log n",
        "H(P) > 1.6",
        "H(P) = 2 ± 0.1",
        "n = 4",
        "max P < 0.3",
        "perplexity(P) > n",
        "log(P(A)) > 0",
        "-P(A) > 0",
        "P(A) + P(B) > 2",
        "TV infinite",
    ],
)
def test_hopeless(text: str) -> None:
    [condition] = read_goal(text, Unit.BIT).conditions
    assert not can_hold(condition, 3, Unit.BIT)


@pytest.mark.parametrize(
    "text",
    [
        "P(A) >= 1",
        "P(A) = 1",
        "KL > 1000",
        "KL infinite",
        "H(P) >= log n",
        "H(P) = 1.6 ± 0.1",
        "term(A) < -0.5",
        "P(A) / Q(A) > 7",
        "P untouched",
        "locked P(A)",
        "max P <= 1/3",
    ],
)
def test_not_hopeless(text: str) -> None:
    [condition] = read_goal(text, Unit.BIT).conditions
    assert can_hold(condition, 3, Unit.BIT)


@given(st.sampled_from(["<", "<=", ">", ">=", "="]), st.integers(-2, 2), weights, weights)
def test_what_holds_can_hold(relation: str, number: int, p, q) -> None:
    sign = "-" if number < 0 else ""
    [condition] = read_goal(f"P(A) - Q(B) {relation} {sign}{abs(number)}", Unit.BIT).conditions
    pair = state(p, q)
    if holds(condition, Unit.BIT, pair, pair.comparison):
        assert can_hold(condition, 3, Unit.BIT)
