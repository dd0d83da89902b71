"""Goals: each condition at both sides of what it asks, in the lesson's unit whatever is on screen."""

import pytest
from drawn_expressions import any_label, expressions
from hypothesis import assume, given
from hypothesis import strategies as st
from lesson_texts import WEATHER, state

from klscope.lessons.expressions import labels_in
from klscope.lessons.goal_reading import read_goal
from klscope.lessons.goals import (
    Equality,
    Finiteness,
    Goal,
    Inequality,
    Locked,
    Untouched,
    is_met,
    printed_condition,
)
from klscope.lessons.lesson import LessonState
from klscope.lessons.mistakes import ExpressionError
from klscope.model.comparison import Side
from klscope.theory.distribution import Distribution
from klscope.theory.units import Unit


def met(text: str, pair=WEATHER, begun=None, unit: Unit = Unit.BIT) -> bool:
    return is_met(read_goal(text, unit), pair, WEATHER.comparison if begun is None else begun)


@pytest.mark.parametrize(
    "text",
    [
        "P(sunny) > 0.4",
        "P(sunny) >= 0.5",
        "P(sunny) ≥ 0.5",
        "P(sunny) <= 0.5",
        "Q(sunny) < P(sunny)",
        "KL = 0.625",
        "KL = 0.6 ± 0.025",
        "KL = 0.6 +- 0.03",
        "KL = 0.6 ± KL / 10",
        "KL finite",
        "H(P) = 1.75 and KL < 1 and Q untouched",
        "P(sunny) untouched",
        "P untouched",
        "n = 4",
        "0.5 <= P(sunny)",
    ],
)
def test_conditions_that_hold(text: str) -> None:
    assert met(text)


@pytest.mark.parametrize(
    "text",
    [
        "P(sunny) > 0.5",
        "P(sunny) < 0.5",
        "P(sunny) >= 0.500001",
        "KL = 0.62500001",
        "KL = 0.6 ± 0.02",
        "KL infinite",
        "locked Q(snow)",
        "H(P) = 1.75 and KL > 1",
        "P(hail) < 1",
        "P(hail) untouched",
        "locked P(hail)",
        "KL - H(P,Q) > log(-1)",
    ],
)
def test_conditions_that_do_not(text: str) -> None:
    assert not met(text)


def test_decimals_do_not_fall_short_by_a_rounding() -> None:
    pair = state([0.1, 0.2, 0.7], [0.1 + 0.2, 0.3, 0.4])
    assert met("P(A) + P(B) = Q(A) and P(A) + P(B) <= 0.3 and Q(A) <= 0.3", pair)


def test_infinity_is_reached_by_a_zero() -> None:
    pair = state([1, 1], [1, 0])
    assert met("KL infinite and KL(Q,P) finite and KL = inf and KL > 1000", pair)
    assert not met("KL finite", pair)


def test_untouched_is_bit_for_bit() -> None:
    begun = WEATHER.comparison
    q = begun.q.probabilities.copy()
    q[0], q[1] = q[0] + 2.0**-40, q[1] - 2.0**-40
    pair = LessonState("moved", begun.with_distribution(Side.Q, Distribution(q)))
    assert not met("Q untouched", pair)
    assert not met("Q(sunny) untouched", pair)
    assert met("Q(snow) untouched and P untouched and P(sunny) untouched", pair)


def test_locks_count_where_they_are() -> None:
    locked = LessonState("locked", WEATHER.comparison.with_locks(Side.Q, [False, False, False, True]))
    assert met("locked Q(snow)", locked)
    assert not met("locked Q(rain)", locked)
    assert not met("locked P(snow)", locked)


def test_the_unit_is_the_lessons_and_not_the_screens(snapshot) -> None:
    assert snapshot.view.unit is Unit.HARTLEY
    assert met("KL = 0.625", snapshot)
    assert met("KL = 0.433 ± 0.001", snapshot, unit=Unit.NAT)  # 0.625 · ln 2 = 0.43322


def test_its_labels_are_told_each_once() -> None:
    goal = read_goal('P(hail) < 1 and locked Q(snow) and Q("a, b") untouched and P untouched and Q(hail) > 0', Unit.BIT)
    assert labels_in(goal) == ("hail", "snow", "a, b")


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "'' is no goal"),
        ("KL", "write A < B"),
        ("KL =", "is no goal"),
        ("0.1 < KL < 0.2", "joined by 'and'"),
        ("KL < 1 or KL > 2", "joined by 'and'"),
        ("KL < 1 and", "is no goal"),
        ("untouched Q", "is no goal"),
        ("locked", "locked Q(label)"),
        ("KL < 1 ± 2", "A = B ± T"),
        ("KL < Q", "'Q' cannot stand here"),
    ],
)
def test_what_is_no_goal_is_told_why(text: str, says: str) -> None:
    with pytest.raises(ExpressionError) as caught:
        read_goal(text, Unit.BIT)
    assert says in str(caught.value)


sides = st.sampled_from(Side)
conditions = st.one_of(
    st.builds(Inequality, expressions(), st.sampled_from(["<", "<=", ">", ">="]), expressions()),
    st.builds(Equality, expressions(), expressions(), st.none() | expressions()),
    st.builds(Untouched, sides, st.none() | any_label),
    st.builds(Locked, sides, any_label),
    st.builds(Finiteness, expressions(), st.booleans()),
)


@given(st.lists(conditions, min_size=1, max_size=3))
def test_what_is_printed_is_read_again(drawn) -> None:
    goal = Goal(tuple(drawn), Unit.NAT)
    text = " and ".join(printed_condition(condition) for condition in goal.conditions)
    assume(len(text) <= 300)
    assert read_goal(text, Unit.NAT) == goal


@given(st.text(alphabet='PQKL andluckteoih(),.+-±=<>0123456789"', max_size=40))
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        read_goal(text, Unit.BIT)
    except ExpressionError as error:
        told = error
    else:
        return
    assert told.what
    assert told.remedy
