"""Goals of steps: predicates over a state and the comparison that the step began with."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from klscope.lessons.expressions import (
    Expression,
    Measured,
    evaluate,
    printed,
    printed_label,
    probability,
)
from klscope.model.comparison import Comparison, Side
from klscope.theory.units import Unit

EQUAL_WITHIN = 1e-9
"""The tolerance of ``=``, ``<=`` and ``>=``: finer than a typed probability."""


@dataclass(frozen=True)
class Inequality:
    """A comparison of two values by one of ``< <= > >=``."""

    left: Expression
    relation: str
    right: Expression


@dataclass(frozen=True)
class Equality:
    """The equality of two values, within an optional tolerance."""

    left: Expression
    right: Expression
    tolerance: Expression | None = None


@dataclass(frozen=True)
class Untouched:
    """P or Q, or one of its probabilities, is bit for bit as when the step began."""

    side: Side
    label: str | None = None


@dataclass(frozen=True)
class Locked:
    """A probability is locked."""

    side: Side
    label: str


@dataclass(frozen=True)
class Finiteness:
    """A value is infinite, or finite."""

    of: Expression
    infinite: bool


Condition = Inequality | Equality | Untouched | Locked | Finiteness


@dataclass(frozen=True)
class Goal:
    """A conjunction of conditions; values are in ``unit``, independent of the unit on screen."""

    conditions: tuple[Condition, ...]
    unit: Unit


def is_met(goal: Goal, snapshot: Measured, begun: Comparison) -> bool:
    """Return whether a state meets a goal; False if a category that the goal names no longer exists.

    Parameters
    ----------
    goal
        The goal.
    snapshot
        The current state.
    begun
        The comparison that the step began with, for ``untouched``.
    """
    return all(holds(condition, goal.unit, snapshot, begun) for condition in goal.conditions)


def holds(condition: Condition, unit: Unit, snapshot: Measured, begun: Comparison) -> bool:
    """Return whether one condition holds; False if a category that it names no longer exists."""
    match condition:
        case Inequality(left, _, right) | Equality(left, right):
            return agree(condition, evaluate(left, snapshot, unit), evaluate(right, snapshot, unit), snapshot, unit)
        case Untouched(side, label):
            if label is not None:
                return probability(begun, side, label) == probability(snapshot.comparison, side, label)
            before, now = begun.distribution(side), snapshot.comparison.distribution(side)
            return bool(np.array_equal(before.probabilities, now.probabilities))
        case Locked(side, label):
            index = snapshot.comparison.position(label)
            return index is not None and bool(snapshot.comparison.locks(side)[index])
        case Finiteness(of, infinite):
            value = evaluate(of, snapshot, unit)
            return math.isinf(value) if infinite else math.isfinite(value)


def agree(condition: Inequality | Equality, left: float, right: float, snapshot: Measured, unit: Unit) -> bool:
    """Return whether two values satisfy the relation of a condition."""
    if isinstance(condition, Inequality):
        return _RELATIONS[condition.relation](left, right)
    within = 0.0 if condition.tolerance is None else evaluate(condition.tolerance, snapshot, unit)
    return _equal(left, right, within)


def _equal(one: float, other: float, within: float = 0.0) -> bool:
    return one == other or abs(one - other) <= within + EQUAL_WITHIN


_RELATIONS: dict[str, Callable[[float, float], bool]] = {
    "<": lambda left, right: left < right,
    "<=": lambda left, right: left < right or _equal(left, right),
    ">": lambda left, right: left > right,
    ">=": lambda left, right: left > right or _equal(left, right),
}


def printed_condition(condition: Condition) -> str:
    """Return the text of a condition."""
    match condition:
        case Inequality(left, relation, right):
            return f"{printed(left)} {relation} {printed(right)}"
        case Equality(left, right, tolerance):
            within = "" if tolerance is None else f" ± {printed(tolerance)}"
            return f"{printed(left)} = {printed(right)}{within}"
        case Untouched(side, label):
            of = "" if label is None else f"({printed_label(label)})"
            return f"{side.value}{of} untouched"
        case Locked(side, label):
            return f"locked {side.value}({printed_label(label)})"
        case Finiteness(of, infinite):
            return f"{printed(of)} {'infinite' if infinite else 'finite'}"
