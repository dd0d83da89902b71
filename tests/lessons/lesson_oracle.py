"""An oracle for the numbers of lessons: mpmath at fifty digits, on the weights as they stand in the text of a lesson.

Nothing of what klscope computes with is used: weights are read anew from the text, as fractions, and every measure is
its definition (Cover & Thomas, chapter 2; Lin 1991 for JS), with 0 · log 0 = 0 and p · log (p/0) = ∞.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from mpmath import inf, log, mp, mpf, nan, sqrt

from klscope.lessons.expressions import (
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
)
from klscope.lessons.prose import Paragraph, Words
from klscope.model.comparison import Side
from klscope.theory.units import Unit

BASES = {Unit.BIT: log(2), Unit.NAT: mpf(1), Unit.HARTLEY: log(10)}
Numbers = Sequence[mpf]


@dataclass(frozen=True)
class Pair:
    """Labels, P and Q, exact to fifty digits."""

    labels: tuple[str, ...]
    p: tuple[mpf, ...]
    q: tuple[mpf, ...]


def pairs_of(text: str) -> dict[str, Pair]:
    """Return the states of a lesson's text by name."""
    found = {}
    for part in re.split(r"(?m)^## ", text)[1:]:
        heading, _, body = part.partition("\n")
        kind, _, name = heading.partition(" ")
        if kind == "state":
            fields = dict(re.findall(r"(?m)^(labels|P|Q): (.*)$", body))
            labels = tuple(label.strip() for label in fields["labels"].split(","))
            found[name.strip()] = Pair(labels, _shares(fields["P"]), _shares(fields["Q"]))
    return found


def exactly(labels: Sequence[str], p: Sequence[float], q: Sequence[float]) -> Pair:
    """Return the pair of what a program holds: doubles, taken for the numbers they are."""
    return Pair(tuple(labels), *(tuple(mpf(float(value)) for value in side) for side in (p, q)))


def _shares(text: str) -> tuple[mpf, ...]:
    weights = [Fraction(word.strip()) for word in text.split(",")]
    return tuple(mpf((weight / sum(weights)).numerator) / (weight / sum(weights)).denominator for weight in weights)


def _term(p: mpf, q: mpf) -> mpf:
    return mpf(0) if p == 0 else inf if q == 0 else p * log(p / q)


def _cross(p: Numbers, q: Numbers) -> mpf:
    return sum((mpf(0) if a == 0 else inf if b == 0 else -a * log(b) for a, b in zip(p, q, strict=True)), mpf(0))


def _divergence(p: Numbers, q: Numbers) -> mpf:
    return sum((_term(a, b) for a, b in zip(p, q, strict=True)), mpf(0))


def _shannon(pair: Pair) -> mpf:
    middle = [(a + b) / 2 for a, b in zip(pair.p, pair.q, strict=True)]
    return (_divergence(pair.p, middle) + _divergence(pair.q, middle)) / 2


INFORMATION: Mapping[str | Quantity, Callable[[Pair], mpf]] = {
    "entropy_p": lambda pair: _cross(pair.p, pair.p),
    "entropy_q": lambda pair: _cross(pair.q, pair.q),
    "cross_entropy": lambda pair: _cross(pair.p, pair.q),
    "reverse_cross_entropy": lambda pair: _cross(pair.q, pair.p),
    "kl_divergence": lambda pair: _divergence(pair.p, pair.q),
    "reverse_kl_divergence": lambda pair: _divergence(pair.q, pair.p),
    "jensen_shannon_divergence": _shannon,
    Quantity.LOG_N: lambda pair: log(len(pair.p)),
}
PLAIN: Mapping[str | Quantity, Callable[[Pair], mpf]] = {
    "total_variation_distance": lambda pair: sum(abs(a - b) for a, b in zip(pair.p, pair.q, strict=True)) / 2,
    "hellinger_distance": lambda pair: sqrt(
        sum((sqrt(a) - sqrt(b)) ** 2 for a, b in zip(pair.p, pair.q, strict=True)) / 2
    ),
    "perplexity_p": lambda pair: mp.exp(_cross(pair.p, pair.p)),
    "perplexity_q": lambda pair: mp.exp(_cross(pair.q, pair.q)),
    "cross_perplexity": lambda pair: mp.exp(_cross(pair.p, pair.q)),
    Quantity.LARGEST_P: lambda pair: max(pair.p),
    Quantity.LARGEST_Q: lambda pair: max(pair.q),
    Quantity.NUMBER_OF_CATEGORIES: lambda pair: mpf(len(pair.p)),
}


def value_of(expression: Expression, pair: Pair, unit: Unit) -> mpf:
    """Return the value of an expression of a pair, in ``unit`` where it has one."""
    match expression:
        case Number(value):
            return inf if value == float("inf") else mpf(repr(value))
        case Probability(side, label):
            return (pair.p if side is Side.P else pair.q)[pair.labels.index(label)]
        case KLTerm(label):
            place = pair.labels.index(label)
            return _term(pair.p[place], pair.q[place]) / BASES[unit]
        case MeasureValue(quantity) | Whole(quantity) if quantity in INFORMATION:
            return INFORMATION[quantity](pair) / BASES[unit]
        case MeasureValue(quantity) | Whole(quantity):
            return PLAIN[quantity](pair)
        case Logarithm(inner):
            value = value_of(inner, pair, unit)
            return nan if value < 0 else -inf if value == 0 else log(value) / BASES[unit]
        case Negative(inner):
            return -value_of(inner, pair, unit)
        case Operation(operator, left, right):
            return _operated(operator, value_of(left, pair, unit), value_of(right, pair, unit))


def _operated(operator: str, left: mpf, right: mpf) -> mpf:
    if operator == "*":
        return mpf(0) if left == 0 or right == 0 else left * right
    return left + right if operator == "+" else left - right if operator == "-" else left / right


def with_numbers(paragraphs: Sequence[Paragraph]) -> str:
    """Return prose as one text, with ``9`` where a number will stand."""
    return " ".join("".join(one.text if isinstance(one, Words) else "9" for one in piece) for piece in paragraphs)
