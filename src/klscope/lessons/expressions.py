"""What a lesson computes: expressions in P, Q and their measures, as a small tree that is walked, never run as code."""

from __future__ import annotations

import math
import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from typing import Protocol

from klscope.model.comparison import Comparison, Side
from klscope.numerals import shortest
from klscope.theory.catalogue import DEFAULT_ORDER, named
from klscope.theory.measures import Measures
from klscope.theory.units import Unit


class Measured(Protocol):
    """Two distributions and their measures: a `Snapshot` is one, a lesson's state another."""

    @property
    def comparison(self) -> Comparison:
        """Labels, P, Q and locks."""

    @property
    def measures(self) -> Measures:
        """Their measures, in nats."""


class MissingLabelError(LookupError):
    """A label that the categories at hand do not have."""

    def __init__(self, label: str, comparison: Comparison) -> None:
        self.label = label
        super().__init__(f"there is no category {label!r} among {', '.join(comparison.labels[:12])}")


class Quantity(Enum):
    """What is known of the whole of P and Q and is no measure; the value is how it is written."""

    LARGEST_P = "max P"
    LARGEST_Q = "max Q"
    NUMBER_OF_CATEGORIES = "n"
    LOG_N = "log n"


@dataclass(frozen=True)
class Number:
    """A number as typed, `inf` included; never negative."""

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
    """A measure, by its name in `klscope.theory.catalogue`, and its order, where it takes one."""

    name: str
    order: float = DEFAULT_ORDER


@dataclass(frozen=True)
class Whole:
    """A quantity of the whole of P and Q that is no measure."""

    quantity: Quantity


@dataclass(frozen=True)
class Logarithm:
    """The log of a value, to the base of the lesson's unit."""

    of: Expression


@dataclass(frozen=True)
class Negative:
    """A value with its sign turned."""

    of: Expression


@dataclass(frozen=True)
class Operation:
    """Two values and one of ``+ - * /``."""

    operator: str
    left: Expression
    right: Expression


Expression = Number | Probability | KLTerm | MeasureValue | Whole | Logarithm | Negative | Operation


def evaluate(expression: Expression, pair: Measured, unit: Unit) -> float:
    """Return the value of an expression, in ``unit`` where it has one.

    0 · ∞ is 0, as 0 · log 0 is throughout; what has no value (∞ − ∞, 0/0, the log of less than 0) is nan.

    Raises
    ------
    MissingLabelError
        If a label is none of the pair's categories.
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
        case Whole(quantity):
            return _whole(quantity, pair.comparison, unit)
        case Logarithm(inner):
            return _logarithm(evaluate(inner, pair, unit), unit)
        case Negative(inner):
            return 0.0 - evaluate(inner, pair, unit)
        case Operation(operator, left, right):
            return OPERATIONS[operator](evaluate(left, pair, unit), evaluate(right, pair, unit))


def probability(comparison: Comparison, side: Side, label: str) -> float:
    """Return P or Q of the category called so."""
    return float(comparison.distribution(side).probabilities[position(comparison, label)])


def position(comparison: Comparison, label: str) -> int:
    """Return which category, counted from 0, is called so."""
    found = comparison.position(label)
    if found is None:
        raise MissingLabelError(label, comparison)
    return found


def _kl_term(pair: Measured, label: str) -> float:
    index = position(pair.comparison, label)
    alike = pair.comparison.p.probabilities[index] == pair.comparison.q.probabilities[index]
    return 0.0 if alike else float(pair.measures.kl_terms[index])  # as the snapshot's: no rounding where P(i) is Q(i)


def _whole(quantity: Quantity, comparison: Comparison, unit: Unit) -> float:
    match quantity:
        case Quantity.LARGEST_P:
            return float(comparison.p.probabilities.max())
        case Quantity.LARGEST_Q:
            return float(comparison.q.probabilities.max())
        case Quantity.NUMBER_OF_CATEGORIES:
            return float(comparison.n)
        case Quantity.LOG_N:
            return unit.from_nats(math.log(comparison.n))


def _logarithm(value: float, unit: Unit) -> float:
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


def labels_in(expression: Expression) -> tuple[str, ...]:
    """Return the labels an expression names, in order, each once."""
    found: list[str] = []

    def noted(label: str) -> str:
        found.append(label)
        return label

    relabelled(expression, noted)
    return tuple(dict.fromkeys(found))


def is_live(expression: Expression) -> bool:
    """Tell whether the value of an expression follows P and Q: a number, n or log n does not."""
    match expression:
        case Number() | Whole(Quantity.NUMBER_OF_CATEGORIES | Quantity.LOG_N):
            return False
        case Logarithm(inner) | Negative(inner):
            return is_live(inner)
        case Operation(_, left, right):
            return is_live(left) or is_live(right)
        case _:
            return True


def relabelled(expression: Expression, renamed: Callable[[str], str]) -> Expression:
    """Return the expression with every label replaced."""
    match expression:
        case Probability(side, label):
            return Probability(side, renamed(label))
        case KLTerm(label):
            return KLTerm(renamed(label))
        case Logarithm(inner):
            return Logarithm(relabelled(inner, renamed))
        case Negative(inner):
            return Negative(relabelled(inner, renamed))
        case Operation(operator, left, right):
            return Operation(operator, relabelled(left, renamed), relabelled(right, renamed))
        case _:
            return expression


_PLAIN_LABEL = re.compile(r'[^\s(),"{}]+(?: [^\s(),"{}]+)*')


def printed_label(label: str) -> str:
    """Return a label as an expression has it: in double quotes where it could not be told from what is around it."""
    if _PLAIN_LABEL.fullmatch(label):
        return label
    return '"' + label.replace('"', '""') + '"'


def printed(expression: Expression) -> str:
    """Return an expression as a lesson writes it; reading that yields the same expression."""
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
    """Return how tightly an expression holds together: 1 a sum, 2 a product, 3 anything else."""
    if isinstance(expression, Operation):
        return 1 if expression.operator in "+-" else 2
    return 3


def _inside(expression: Expression, level: int) -> str:
    text = printed(expression)
    return text if level_of(expression) >= level else f"({text})"
