"""The kinds of numbers: which kind the numbers of a column are, and the weights that they give."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass

import numpy as np

from klscope.files.tables.contents import DataError, Question
from klscope.files.tables.number_text import NEAR_ONE
from klscope.files.tables.numbers import Numbers
from klscope.files.tables.options import NumberKind
from klscope.files.weights_text import quoted
from klscope.numerals import shortest
from klscope.theory.distribution import FloatArray
from klscope.wording import gettext, mark, translated

_SCORE = "score"
_WORDS = {
    NumberKind.LOGITS: ("logit", _SCORE, "로짓"),
    NumberKind.LOG_PROBABILITIES: (
        *("logprob", "log_prob", "log-prob", "log prob", "logp", "log p", "로그확률"),
        *("nll", "surprisal", "neg_log", "-log", "−log"),  # with the other sign, which is refused
    ),
}
_BASE = re.compile(r"log[ _]?(10|2|₁₀|₂)(?![0-9₀-₉])", re.IGNORECASE)
"""A base of logarithms in a heading."""


@dataclass(frozen=True)
class Proposal:
    """A kind of numbers that is proposed.

    Attributes
    ----------
    kind
        The kind.
    reason
        Why, as a sentence.
    is_certain
        Whether it can be used without asking.
    """

    kind: NumberKind
    reason: str
    is_certain: bool


def propose(numbers: Numbers, head: str) -> Proposal:
    """Return the kind that these numbers most likely are.

    The rules, of which the first that fits is used:

    - negative numbers whose exponentials sum to 1: log-probabilities; other negative numbers: logits; both are asked
    - a heading such as "logits" or "logprob": that kind, asked; not "score" if the numbers sum to 1
    - percent signs, or numbers with decimals that sum to 100: percent
    - numbers that sum to 1: probabilities
    - whole numbers: counts
    - others: probabilities that are divided by their sum
    """
    values = numbers.values
    with np.errstate(over="ignore"):  # a sum beyond the largest double is infinite
        total = float(values.sum())
    if bool((values < 0.0).any()):
        sum_of_exponentials = float(np.exp(np.minimum(values, 700.0)).sum())
        if float(values.max()) <= 0.0 and abs(sum_of_exponentials - 1.0) <= NEAR_ONE:
            return Proposal(NumberKind.LOG_PROBABILITIES, _reason(_EXPONENTIALS, sum_of_exponentials), False)
        return Proposal(NumberKind.LOGITS, gettext("some are negative"), False)
    named = kind_of_heading(head)
    if named is not None and not (_SCORE in head.lower() and abs(total - 1.0) <= NEAR_ONE):
        return Proposal(named, gettext("the heading is {head}", head=head), False)
    if numbers.in_percent:
        return Proposal(NumberKind.PERCENT, gettext("there are percent signs"), True)
    if abs(total - 1.0) <= NEAR_ONE:
        return Proposal(NumberKind.PROBABILITIES, _reason(_SUM, total), True)
    if numbers.whole:
        return Proposal(NumberKind.COUNTS, gettext("they are whole numbers"), True)
    if abs(total - 100.0) <= 100.0 * NEAR_ONE:
        return Proposal(NumberKind.PERCENT, _reason(_SUM, total), True)
    return Proposal(NumberKind.PROBABILITIES, _reason(_SUM, total), True)


_SUM = mark("their sum is {total}")
_EXPONENTIALS = mark("their exponentials sum to {total}")


def _reason(text: str, total: float) -> str:
    return translated(text).format(total=shortest(float(f"{total:.6g}")))


def kind_of_heading(head: str) -> NumberKind | None:
    """Return the kind that a heading names, such as "logits"; None if it names none."""
    lower = head.lower()
    return next((kind for kind, words in _WORDS.items() if any(word in lower for word in words)), None)


def check_base(kind: NumberKind, head: str) -> None:
    """Refuse logarithms of which the heading names another base than e.

    Raises
    ------
    DataError
        The heading is "log2 p" or "log10_prob", say.
    """
    base = _BASE.search(head)
    if kind.is_logarithmic and base is not None:
        factor = math.log(2.0 if base[1] in "2₂" else 10.0)
        raise DataError(
            gettext("the heading is {head}, and logarithms to base e are read", head=quoted(head)),
            gettext("multiply the numbers by {factor}, and change the heading", factor=shortest(factor)),
        )


def not_certain(proposal: Proposal, where: str, question: Question = Question.NUMBERS) -> DataError:
    """Return the question which kind the numbers are."""
    return DataError(
        gettext("{where}: the kind of the numbers is unclear: {reason}", where=where, reason=proposal.reason),
        gettext("choose one, such as {kind}", kind=proposal.kind.value),
        question,
    )


@dataclass(frozen=True)
class Values:
    """The numbers of a distribution, ready to be joined with those of the other.

    Attributes
    ----------
    weights
        Shape ``(n,)``: weights ≥ 0, or log-probabilities in nats where ``kind`` is logarithmic.
    kind
        What the numbers were.
    total
        Their sum before normalising: of percentages in percent, of log-probabilities that of the probabilities; 1 for
        logits.
    """

    weights: FloatArray
    kind: NumberKind
    total: float


def as_values(numbers: Numbers, kind: NumberKind, temperature: float) -> Values:
    """Return the weights or log-probabilities of the numbers of a column.

    Raises
    ------
    DataError
        The numbers are not of this kind.
    """
    values = numbers.values
    if kind is NumberKind.LOGITS:
        if not bool((values > -np.inf).any()):
            raise DataError(gettext("all logits are −∞"))
        return Values(log_softmax(values / temperature), kind, 1.0)
    if kind is NumberKind.LOG_PROBABILITIES:
        positive = np.flatnonzero(values > 1e-9)
        if positive.size:
            raise DataError(
                gettext(
                    "{number} is above 0, and a log-probability is at most 0",
                    number=shortest(float(values[positive[0]])),
                ),
                gettext("if the numbers are logits, say so"),
                Question.NUMBERS,
                int(positive[0]),
            )
        largest = float(values.max())
        if not largest > -np.inf:
            raise DataError(gettext("all probabilities are 0"))
        return Values(values, kind, float(np.exp(values).sum()))
    negative = np.flatnonzero(values < 0.0)
    if negative.size:
        raise DataError(
            gettext(
                "{number} is negative",
                number=shortest(float(values[negative[0]])) if np.isfinite(values[negative[0]]) else "−∞",
            ),
            gettext("if the numbers are logits or log-probabilities, say so"),
            Question.NUMBERS,
            int(negative[0]),
        )
    if not bool((values > 0.0).any()):
        raise DataError(gettext("all numbers are 0"), gettext("at least one must be above 0"))
    with np.errstate(over="ignore"):
        total = float(values.sum())
    return Values(values, kind, 100.0 * total if numbers.in_percent else total)


def log_softmax(logits: FloatArray) -> FloatArray:
    """Return the log-probabilities of logits, shape ``(n,)``, in nats."""
    shifted = logits - logits.max()
    result: FloatArray = shifted - np.log(np.exp(shifted).sum())
    return result
