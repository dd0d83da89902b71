"""How the conditions of a goal stand: each by itself, with the values that it is decided by."""

from __future__ import annotations

import math
from dataclasses import dataclass

from klscope.lessons.expressions import Measured, MissingLabelError, evaluate, is_live
from klscope.lessons.goals import Condition, Equality, Finiteness, Goal, Inequality, agree, holds
from klscope.lessons.prose import NO_VALUE, written
from klscope.model.comparison import Comparison
from klscope.theory.units import Unit

FEWEST, MOST = 3, 6
"""Decimals of a value: always the same number, so that it does not jitter, but where they would tell a lie."""


@dataclass(frozen=True)
class ConditionReading:
    """How a condition stands.

    Attributes
    ----------
    holds
        Whether it is so.
    values
        The values of those of its sides that follow P and Q, as they are written: one, two, or none where there is
        nothing to be measured.
    """

    holds: bool
    values: tuple[str, ...] = ()


def read_goal_in(goal: Goal, snapshot: Measured, begun: Comparison) -> tuple[ConditionReading, ...]:
    """Return how the conditions of a goal stand, in order; ``begun`` is what ``untouched`` means."""
    return tuple(_reading(condition, goal.unit, snapshot, begun) for condition in goal.conditions)


def _reading(condition: Condition, unit: Unit, snapshot: Measured, begun: Comparison) -> ConditionReading:
    try:
        return ConditionReading(holds(condition, unit, snapshot, begun), _values(condition, unit, snapshot))
    except MissingLabelError:
        return ConditionReading(False, (NO_VALUE,) if isinstance(condition, Inequality | Equality | Finiteness) else ())


def _values(condition: Condition, unit: Unit, snapshot: Measured) -> tuple[str, ...]:
    match condition:
        case Finiteness(of):
            return (_fixed(evaluate(of, snapshot, unit), FEWEST),)
        case Inequality(left, _, right) | Equality(left, right):
            sides = [(evaluate(side, snapshot, unit), is_live(side)) for side in (left, right)]
            return _truthful(condition, sides, snapshot, unit)
        case _:
            return ()


def _truthful(
    condition: Inequality | Equality, sides: list[tuple[float, bool]], snapshot: Measured, unit: Unit
) -> tuple[str, ...]:
    """Return the values in the fewest decimals with which they do not say the opposite of what is so.

    0.9497 is not 0.95: "≥ 0.95, now 0.950" beside a condition that does not hold would be a riddle.
    """
    so = agree(condition, sides[0][0], sides[1][0], snapshot, unit)
    for decimals in range(FEWEST, MOST + 1):
        left, right = (round(value, decimals) if live and math.isfinite(value) else value for value, live in sides)
        if agree(condition, left, right, snapshot, unit) == so:
            return tuple(_fixed(value, decimals) for value, live in sides if live)
    return tuple(written(value, FEWEST) for value, live in sides if live)


def _fixed(value: float, decimals: int) -> str:
    """Return a number with all its decimals, true minus and ∞."""
    if not math.isfinite(value):
        return written(value)
    return f"{round(value, decimals) + 0.0:.{decimals}f}".replace("-", "−")
