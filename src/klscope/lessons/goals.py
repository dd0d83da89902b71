"""Goals: what has to be so for a step to be done, as predicates over a state and the comparison the step began from."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from klscope.lessons.expressions import (
    Expression,
    Measured,
    MissingLabelError,
    evaluate,
    position,
    printed,
    printed_label,
    probability,
    relabelled,
)
from klscope.model.comparison import Comparison, Side
from klscope.theory.units import Unit

EQUAL_WITHIN = 1e-9
"""What counts as equal, in ``=``, ``<=`` and ``>=``: more digits than a probability is typed with."""


@dataclass(frozen=True)
class Inequality:
    """Two values and one of ``< <= > >=``."""

    left: Expression
    relation: str
    right: Expression


@dataclass(frozen=True)
class Equality:
    """Two values that agree, within a tolerance where one is given."""

    left: Expression
    right: Expression
    tolerance: Expression | None = None


@dataclass(frozen=True)
class Untouched:
    """P or Q, or one of its probabilities, bit for bit as when the step began."""

    side: Side
    label: str | None = None


@dataclass(frozen=True)
class Locked:
    """A probability that is locked."""

    side: Side
    label: str


@dataclass(frozen=True)
class Finiteness:
    """A value that is infinite, or finite."""

    of: Expression
    infinite: bool


Condition = Inequality | Equality | Untouched | Locked | Finiteness


@dataclass(frozen=True)
class Goal:
    """Conditions that all have to hold; values are in ``unit``, whatever unit is on screen."""

    conditions: tuple[Condition, ...]
    unit: Unit


def is_met(goal: Goal, snapshot: Measured, begun: Comparison) -> bool:
    """Tell whether a state meets a goal; it does not where a category the goal names is gone.

    Parameters
    ----------
    goal
        The goal.
    snapshot
        What is on screen.
    begun
        What the step began with: what ``untouched`` means.
    """
    try:
        return all(holds(condition, goal.unit, snapshot, begun) for condition in goal.conditions)
    except MissingLabelError:
        return False


def holds(condition: Condition, unit: Unit, snapshot: Measured, begun: Comparison) -> bool:
    """Tell whether one condition holds; raises `MissingLabelError` where a category is gone."""
    match condition:
        case Inequality(left, _, right) | Equality(left, right):
            return agree(condition, evaluate(left, snapshot, unit), evaluate(right, snapshot, unit), snapshot, unit)
        case Untouched(side, None):
            before, now = begun.distribution(side), snapshot.comparison.distribution(side)
            return bool(np.array_equal(before.probabilities, now.probabilities))
        case Untouched(side, str(label)):
            return probability(begun, side, label) == probability(snapshot.comparison, side, label)
        case Locked(side, label):
            return bool(snapshot.comparison.locks(side)[position(snapshot.comparison, label)])
        case Finiteness(of, infinite):
            value = evaluate(of, snapshot, unit)
            return math.isinf(value) if infinite else math.isfinite(value)
    raise AssertionError(condition)


def agree(condition: Inequality | Equality, left: float, right: float, snapshot: Measured, unit: Unit) -> bool:
    """Tell whether two values stand to each other as a condition wants its two sides to."""
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


def goal_labels(goal: Goal) -> tuple[str, ...]:
    """Return the labels a goal names, in order, each once."""
    found: list[str] = []

    def noted(label: str) -> str:
        found.append(label)
        return label

    for condition in goal.conditions:
        relabelled_condition(condition, noted)
    return tuple(dict.fromkeys(found))


def expressions_in(condition: Condition) -> tuple[Expression, ...]:
    """Return the expressions of a condition."""
    match condition:
        case Inequality(left, _, right) | Equality(left, right, None):
            return left, right
        case Equality(left, right, tolerance) if tolerance is not None:
            return left, right, tolerance
        case Finiteness(of, _):
            return (of,)
        case _:
            return ()


def relabelled_condition(condition: Condition, renamed: Callable[[str], str]) -> Condition:
    """Return the condition with every label replaced."""
    match condition:
        case Inequality(left, relation, right):
            return Inequality(relabelled(left, renamed), relation, relabelled(right, renamed))
        case Equality(left, right, tolerance):
            within = None if tolerance is None else relabelled(tolerance, renamed)
            return Equality(relabelled(left, renamed), relabelled(right, renamed), within)
        case Untouched(side, label):
            return Untouched(side, None if label is None else renamed(label))
        case Locked(side, label):
            return Locked(side, renamed(label))
        case Finiteness(of, infinite):
            return Finiteness(relabelled(of, renamed), infinite)


def printed_condition(condition: Condition) -> str:
    """Return a condition as a lesson writes it."""
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


def printed_goal(goal: Goal) -> str:
    """Return a goal as a lesson writes it; reading that yields the same goal."""
    return " and ".join(printed_condition(condition) for condition in goal.conditions)
