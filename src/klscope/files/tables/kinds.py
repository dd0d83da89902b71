"""The kinds of numbers: which kind the numbers of a column, or of the rows of a table, are."""

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


@dataclass(frozen=True)
class Extent:
    """What is known of the numbers of one distribution or of many, from which their kind follows.

    Attributes
    ----------
    largest
        The largest number.
    has_negative
        Whether a number is below 0.
    totals
        The smallest and the largest sum of a distribution.
    exponentials
        The smallest and the largest sum of the exponentials of a distribution.
    """

    largest: float
    has_negative: bool
    totals: tuple[float, float]
    exponentials: tuple[float, float]

    @classmethod
    def of(cls, rows: FloatArray) -> Extent | None:
        """Return the extent of distributions, shape ``(rows, n)``, but not of those with nan or ∞; None if all are."""
        rows = rows[~(np.isnan(rows) | (rows == np.inf)).any(axis=1)]
        if not rows.size:
            return None
        with np.errstate(over="ignore"):  # a sum beyond the largest double is infinite
            totals = rows.sum(axis=1)
            exponentials = np.exp(np.minimum(rows, 700.0)).sum(axis=1)
        return cls(float(rows.max()), bool((rows < 0.0).any()), _ends(totals), _ends(exponentials))

    @property
    def are_logits(self) -> bool:
        """Whether negative numbers are no log-probabilities, because their exponentials do not sum to 1."""
        exponentials = max(self.exponentials, key=lambda total: abs(total - 1.0))
        return self.has_negative and not (self.largest <= 0.0 and abs(exponentials - 1.0) <= NEAR_ONE)

    def joined(self, other: Extent | None) -> Extent:
        """Return the extent of these distributions and of others."""
        if other is None:
            return self
        return Extent(
            max(self.largest, other.largest),
            self.has_negative or other.has_negative,
            (min(self.totals[0], other.totals[0]), max(self.totals[1], other.totals[1])),
            (
                min(self.exponentials[0], other.exponentials[0]),
                max(self.exponentials[1], other.exponentials[1]),
            ),
        )


def _ends(values: FloatArray) -> tuple[float, float]:
    return float(values.min()), float(values.max())


def propose(numbers: Numbers, head: str) -> Proposal:
    """Return the kind that the numbers of a column most likely are, as `propose_for` says."""
    extent = Extent.of(numbers.values[np.newaxis])
    if extent is None:
        return Proposal(NumberKind.PROBABILITIES, _reason(_SUM, 0.0), True)
    return propose_for(extent, head, numbers.whole, numbers.in_percent)


def propose_for(extent: Extent, head: str, whole: bool, in_percent: bool = False) -> Proposal:
    """Return the kind that numbers most likely are; of many distributions, each fits the rule.

    The rules, of which the first that fits is used:

    - negative numbers whose exponentials sum to 1: log-probabilities; other negative numbers: logits; both are asked
    - a heading such as "logits" or "logprob": that kind, asked; not "score" if the numbers sum to 1
    - percent signs, or numbers with decimals that sum to 100: percent
    - numbers that sum to 1: probabilities
    - whole numbers: counts
    - others: probabilities that are divided by their sum
    """
    total = max(extent.totals, key=lambda total: abs(total - 1.0))
    if extent.are_logits:
        return Proposal(NumberKind.LOGITS, gettext("some are negative"), False)
    if extent.has_negative:
        exponentials = max(extent.exponentials, key=lambda total: abs(total - 1.0))
        return Proposal(NumberKind.LOG_PROBABILITIES, _reason(_EXPONENTIALS, exponentials), False)
    named = kind_of_heading(head)
    if named is not None and not (_SCORE in head.lower() and abs(total - 1.0) <= NEAR_ONE):
        return Proposal(named, gettext("the heading is {head}", head=head), False)
    if in_percent:
        return Proposal(NumberKind.PERCENT, gettext("there are percent signs"), True)
    if abs(total - 1.0) <= NEAR_ONE:
        return Proposal(NumberKind.PROBABILITIES, _reason(_SUM, total), True)
    if whole:
        return Proposal(NumberKind.COUNTS, gettext("they are whole numbers"), True)
    if all(abs(one - 100.0) <= 100.0 * NEAR_ONE for one in extent.totals):
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
