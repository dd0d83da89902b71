"""Interval bounds of expressions over all P and Q, to detect goals that cannot be reached."""

from __future__ import annotations

import math
from itertools import product

from klscope.lessons.expressions import (
    OPERATIONS,
    Expression,
    KLTerm,
    Logarithm,
    MeasureValue,
    Negative,
    Number,
    Operation,
    Probability,
    Quantity,
    Whole,
    logarithm,
)
from klscope.lessons.goals import EQUAL_WITHIN, Condition, Equality, Finiteness, Inequality
from klscope.theory.catalogue import named
from klscope.theory.units import Unit

Range = tuple[float, float]
ANYTHING: Range = (-math.inf, math.inf)


def range_of(expression: Expression, n: int, unit: Unit) -> Range:
    """Return bounds of an expression over all P and Q of ``n`` categories; they may not be tight."""
    match expression:
        case Number(value):
            return value, value
        case Probability():
            return 0.0, 1.0
        case KLTerm():
            return -unit.from_nats(math.exp(-1.0)), math.inf
        case MeasureValue(name):
            return named(name).bounds(n, unit)
        case Whole(Quantity.NUMBER_OF_CATEGORIES):
            return float(n), float(n)
        case Whole(Quantity.LOG_N):
            return unit.from_nats(math.log(n)), unit.from_nats(math.log(n))
        case Whole():
            return 1.0 / n, 1.0
        case Logarithm(of):
            low, high = range_of(of, n, unit)
            return logarithm(max(low, 0.0), unit), logarithm(max(high, 0.0), unit)
        case Negative(of):
            low, high = range_of(of, n, unit)
            return -high, -low
        case Operation(operator, left, right):
            return _of_operation(operator, range_of(left, n, unit), range_of(right, n, unit))


def _of_operation(operator: str, left: Range, right: Range) -> Range:
    if operator == "/" and right[0] <= 0.0 <= right[1]:
        return ANYTHING
    ends = [OPERATIONS[operator](one, other) for one, other in product(left, right)]
    return ANYTHING if any(math.isnan(end) for end in ends) else (min(ends), max(ends))


def can_hold(condition: Condition, n: int, unit: Unit) -> bool:
    """Return whether a condition may hold for some P and Q of ``n`` categories; True if undecided."""
    match condition:
        case Inequality(left, relation, right):
            if relation in (">", ">="):
                left, right = right, left
            least, most = range_of(left, n, unit)[0], range_of(right, n, unit)[1]
            return least < most if relation in ("<", ">") else least <= most + EQUAL_WITHIN
        case Equality(left, right, tolerance):
            within = EQUAL_WITHIN + (0.0 if tolerance is None else range_of(tolerance, n, unit)[1])
            (left_least, left_most), (right_least, right_most) = range_of(left, n, unit), range_of(right, n, unit)
            return left_least <= right_most + within and right_least <= left_most + within
        case Finiteness(of, infinite=True):
            return any(math.isinf(end) for end in range_of(of, n, unit))
        case _:
            return True
