"""The current values of the conditions of a goal, and whether each holds."""

from __future__ import annotations

import math
from dataclasses import dataclass

from klscope.lessons.expressions import Measured, evaluate, is_live, labels_in
from klscope.lessons.goals import Condition, Equality, Finiteness, Goal, Inequality, agree, holds
from klscope.lessons.prose import NO_VALUE, written
from klscope.model.comparison import Comparison
from klscope.theory.units import Unit

FEWEST, MOST = 3, 6
"""Decimals of a value: `FEWEST`, so that its width is constant, and up to `MOST` if rounding would mislead."""


@dataclass(frozen=True)
class ConditionReading:
    """Whether a condition holds, and its values.

    Attributes
    ----------
    holds
        Whether the condition holds.
    values
        The formatted values of those of its sides that depend on P or Q: two at most.
    """

    holds: bool
    values: tuple[str, ...] = ()


def read_goal_in(goal: Goal, snapshot: Measured, begun: Comparison) -> tuple[ConditionReading, ...]:
    """Return the readings of the conditions of a goal, in order; ``untouched`` compares with ``begun``."""
    return tuple(
        ConditionReading(holds(condition, goal.unit, snapshot, begun), _values(condition, goal.unit, snapshot))
        for condition in goal.conditions
    )


def _values(condition: Condition, unit: Unit, snapshot: Measured) -> tuple[str, ...]:
    match condition:
        case Finiteness(of):
            return (_fixed(evaluate(of, snapshot, unit), FEWEST),)
        case Inequality(left, _, right) | Equality(left, right):
            if any(snapshot.comparison.position(label) is None for label in labels_in(condition)):
                return (NO_VALUE,)
            sides = [(evaluate(side, snapshot, unit), is_live(side)) for side in (left, right)]
            return _truthful(condition, sides, snapshot, unit)
        case _:
            return ()


def _truthful(
    condition: Inequality | Equality, sides: list[tuple[float, bool]], snapshot: Measured, unit: Unit
) -> tuple[str, ...]:
    """Return the values with the fewest decimals that do not contradict whether the condition holds.

    0.9497 must not be shown as 0.950 beside "≥ 0.95".
    """
    so = agree(condition, sides[0][0], sides[1][0], snapshot, unit)
    for decimals in range(FEWEST, MOST + 1):
        left, right = (round(value, decimals) if live and math.isfinite(value) else value for value, live in sides)
        if agree(condition, left, right, snapshot, unit) == so:
            return tuple(_fixed(value, decimals) for value, live in sides if live)
    return tuple(written(value, FEWEST) for value, live in sides if live)


def _fixed(value: float, decimals: int) -> str:
    """Return a number with fixed decimals, with "−" and "∞"."""
    if not math.isfinite(value):
        return written(value)
    return f"{round(value, decimals) + 0.0:.{decimals}f}".replace("-", "−")
