"""How each condition of a goal stands, and the numbers it is decided by."""

import pytest

from klscope.lessons.expression_reading import read_expression
from klscope.lessons.expressions import is_live
from klscope.lessons.goal_reading import read_goal
from klscope.lessons.goal_readings import ConditionReading, read_goal_in
from klscope.lessons.lesson import LessonState
from klscope.model.comparison import Comparison
from klscope.theory.units import Unit

WEATHER = Comparison.from_weights(("a", "b", "c", "d"), [4, 2, 1, 1], [1, 4, 2, 1])
"""In bits H(P) = 7/4 and H(P,Q) = 19/8 by hand, so that KL = 5/8, and TV = 3/8."""


def read(goal: str, now: Comparison = WEATHER, begun: Comparison = WEATHER) -> tuple[ConditionReading, ...]:
    return read_goal_in(read_goal(goal, Unit.BIT), LessonState("", now), begun)


@pytest.mark.parametrize(
    ("goal", "holds", "values"),
    [
        ("KL < 0.7", True, ("0.625",)),
        ("KL < 0.05", False, ("0.625",)),
        ("0.05 > TV", False, ("0.375",)),
        ("KL infinite", False, ("0.625",)),
        ("H(P,Q) = 2 * H(P) ± 0.02", False, ("2.375", "3.500")),
        ("H(P,Q) = log n ± 0.005", False, ("2.375",)),
        ("term(b) <= -0.05", True, ("−0.250",)),
        ("P untouched", True, ()),
        ("Q(a) untouched", True, ()),
        ("locked Q(a)", False, ()),
        ("term(gone) < 0", False, ("–",)),
        ("Q(gone) untouched", False, ()),
    ],
)
def test_a_condition_stands_for_itself(goal: str, holds: bool, values: tuple[str, ...]) -> None:
    assert read(goal) == (ConditionReading(holds, values),)


def test_every_condition_of_a_goal_is_read() -> None:
    other = Comparison.from_weights(("a", "b", "c", "d"), [1, 1, 1, 1], [1, 1, 1, 1])
    assert [one.holds for one in read("KL = 0 and P untouched and TV > 0.1", other)] == [True, False, False]


@pytest.mark.parametrize(
    ("goal", "q", "text"),
    [
        ("Q(a) >= 0.95", 0.9497, "0.9497"),  # 0.950 would be enough
        ("Q(a) >= 0.95", 0.9497004, "0.9497"),
        ("Q(a) >= 0.95", 0.94999996, "0.95"),  # the readout's own rounding: no number of digits is ever enough
        ("Q(a) >= 0.95", 0.9512, "0.951"),
        ("Q(a) > 0", 0.0002, "0.0002"),
        ("Q(a) = 0", 1e-12, "0.000"),  # held equal
        ("Q(a) = 0.5 ± 0.02", 0.5203, "0.5203"),
    ],
)
def test_a_value_never_reads_as_if_the_opposite_were_so(goal: str, q: float, text: str) -> None:
    pair = Comparison.from_weights(("a", "b"), [1, 1], [q, 1.0 - q])
    assert read(goal, pair)[0].values == (text,)


def test_an_infinite_value_is_named() -> None:
    pair = Comparison.from_weights(("a", "b"), [1, 1], [1, 0])
    assert read("KL infinite and KL < 1", pair) == (ConditionReading(True, ("∞",)), ConditionReading(False, ("∞",)))


@pytest.mark.parametrize(
    ("text", "live"), [("2 * log n", False), ("n - 1", False), ("-log(2)", False), ("n * TV", True)]
)
def test_what_follows_the_hand(text: str, live: bool) -> None:
    assert is_live(read_expression(text)) is live
