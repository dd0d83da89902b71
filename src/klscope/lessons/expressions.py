"""Expressions in P, Q and their measures: a syntax tree with an evaluator. No code is executed."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, is_dataclass
from enum import Enum
from typing import Any, Protocol

from klscope.model.comparison import Comparison, Side
from klscope.numerals import shortest
from klscope.theory.catalogue import DEFAULT_ORDER, named
from klscope.theory.measures import Measures
from klscope.theory.units import Unit


class Measured(Protocol):
    """Two distributions and their measures, as a `Snapshot` or a `LessonState`."""

    @property
    def comparison(self) -> Comparison:
        """Labels, P, Q and locks."""

    @property
    def measures(self) -> Measures:
        """Their measures, in nats."""


class Quantity(Enum):
    """A quantity of P and Q that is not a measure; the value is its name in an expression."""

    LARGEST_P = "max P"
    LARGEST_Q = "max Q"
    NUMBER_OF_CATEGORIES = "n"
    LOG_N = "log n"


@dataclass(frozen=True)
class Number:
    """A number literal, including `inf`; never negative."""

    value: float


@dataclass(frozen=True)
class Probability:
    """P(label) or Q(label)."""

    side: Side
    label: str


@dataclass(frozen=True)
class KLTerm:
    """The KL term of a category."""

    label: str


@dataclass(frozen=True)
class MeasureValue:
    """A measure, by its name in `klscope.theory.catalogue`, and its order, if it has one."""

    name: str
    order: float = DEFAULT_ORDER


@dataclass(frozen=True)
class Whole:
    """A quantity of P and Q that is not a measure."""

    quantity: Quantity


@dataclass(frozen=True)
class Logarithm:
    """The logarithm of a value, to the base of the lesson's unit."""

    of: Expression


@dataclass(frozen=True)
class Negative:
    """The negative of a value."""

    of: Expression


@dataclass(frozen=True)
class Operation:
    """A binary operation, one of ``+ - * /``."""

    operator: str
    left: Expression
    right: Expression


Expression = Number | Probability | KLTerm | MeasureValue | Whole | Logarithm | Negative | Operation


def evaluate(expression: Expression, pair: Measured, unit: Unit) -> float:
    """Return the value of an expression, in ``unit`` if it has one.

    0 · ∞ is 0, by the convention 0 · log 0 = 0; ∞ − ∞, 0/0, the logarithm of a negative number and the value of a label
    that no category has are nan.
    """
    match expression:
        case Number(value):
            return value
        case Probability(side, label):
            return probability(pair.comparison, side, label)
        case KLTerm(label):
            return float(unit.from_nats(_kl_term(pair, label)))
        case MeasureValue(name, order):
            return named(name).in_unit(pair.measures, unit, order)
        case Whole(Quantity.LARGEST_P):
            return float(pair.comparison.p.probabilities.max())
        case Whole(Quantity.LARGEST_Q):
            return float(pair.comparison.q.probabilities.max())
        case Whole(Quantity.NUMBER_OF_CATEGORIES):
            return float(pair.comparison.n)
        case Whole():  # log n
            return unit.from_nats(math.log(pair.comparison.n))
        case Logarithm(inner):
            return logarithm(evaluate(inner, pair, unit), unit)
        case Negative(inner):
            return 0.0 - evaluate(inner, pair, unit)
        case Operation(operator, left, right):
            return OPERATIONS[operator](evaluate(left, pair, unit), evaluate(right, pair, unit))


def probability(comparison: Comparison, side: Side, label: str) -> float:
    """Return the probability of the category with this label; nan if there is none."""
    index = comparison.position(label)
    return math.nan if index is None else float(comparison.distribution(side).probabilities[index])


def _kl_term(pair: Measured, label: str) -> float:
    index = pair.comparison.position(label)
    if index is None:
        return math.nan
    alike = pair.comparison.p.probabilities[index] == pair.comparison.q.probabilities[index]
    return 0.0 if alike else float(pair.measures.kl_terms[index])  # as in the snapshot: exactly 0 if P(i) = Q(i)


def logarithm(value: float, unit: Unit) -> float:
    """Return the logarithm of a value to the base of a unit; nan for a negative one."""
    if value > 0.0:
        exact = math.log2 if unit is Unit.BIT else math.log10 if unit is Unit.HARTLEY else math.log
        return exact(value)
    return -math.inf if value == 0.0 else math.nan


def _product(left: float, right: float) -> float:
    return 0.0 if left == 0.0 or right == 0.0 else left * right


def _quotient(left: float, right: float) -> float:
    if right != 0.0:
        return left / right
    return math.nan if left == 0.0 or math.isnan(left) else math.copysign(math.inf, left)


OPERATIONS: dict[str, Callable[[float, float], float]] = {
    "+": lambda left, right: left + right,
    "-": lambda left, right: left - right,
    "*": _product,
    "/": _quotient,
}


def walk(node: Any) -> Iterator[Any]:
    """Yield an expression, a condition or a goal, and all that it consists of, from left to right."""
    yield node
    for value in vars(node).values():
        for part in value if isinstance(value, tuple) else (value,):
            if is_dataclass(part):
                yield from walk(part)


def labels_in(tree: object) -> tuple[str, ...]:
    """Return the labels in an expression, a condition or a goal, in order, without duplicates."""
    labels = (getattr(node, "label", None) for node in walk(tree))
    return tuple(dict.fromkeys(label for label in labels if label is not None))


def is_live(expression: Expression) -> bool:
    """Return whether the value of an expression depends on P or Q: a number, n or log n does not."""
    largest = Whole(Quantity.LARGEST_P), Whole(Quantity.LARGEST_Q)
    return any(isinstance(node, Probability | KLTerm | MeasureValue) or node in largest for node in walk(expression))


_PLAIN_LABEL = re.compile(r'[^\s(),"{}]+(?: [^\s(),"{}]+)*')


def printed_label(label: str) -> str:
    """Return a label as written in an expression, in double quotes if it would be ambiguous."""
    if _PLAIN_LABEL.fullmatch(label):
        return label
    return '"' + label.replace('"', '""') + '"'


def printed(expression: Expression) -> str:
    """Return the text of an expression; parsing it yields the same expression."""
    match expression:
        case Number(value):
            return shortest(value)
        case Probability(side, label):
            return f"{side.value}({printed_label(label)})"
        case KLTerm(label):
            return f"term({printed_label(label)})"
        case MeasureValue(name, order):
            measure = named(name)
            return f"{measure.written}({shortest(order)})" if measure.takes_order else measure.written
        case Whole(quantity):
            return quantity.value
        case Logarithm(inner):
            return f"log({printed(inner)})"
        case Negative(inner):
            return "-" + _inside(inner, 3)
        case Operation(operator, left, right):
            level = level_of(expression)
            return f"{_inside(left, level)} {operator} {_inside(right, level + 1)}"


def level_of(expression: Expression) -> int:
    """Return the precedence of an expression: 1 for a sum, 2 for a product, 3 for anything else."""
    if isinstance(expression, Operation):
        return 1 if expression.operator in "+-" else 2
    return 3


def _inside(expression: Expression, level: int) -> str:
    text = printed(expression)
    return text if level_of(expression) >= level else f"({text})"
