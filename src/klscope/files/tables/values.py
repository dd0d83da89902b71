"""The weights or log-probabilities that numbers of a kind give: of one distribution, or of the rows of a table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from klscope.files.tables.contents import DataError, Question
from klscope.files.tables.numbers import Numbers
from klscope.files.tables.options import NumberKind, ReadOptions
from klscope.files.weights_text import lost_weight
from klscope.model.comparison import Side
from klscope.numerals import shortest
from klscope.theory.distribution import SCALED_TO, Distribution, FloatArray
from klscope.theory.reading import DistributionError, LostWeightError
from klscope.wording import gettext

ROUNDING = 1e-9
"""The largest log-probability above 0 that is taken for a rounded 0."""


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
        return Values(log_probabilities_of(values[np.newaxis], kind, temperature)[0], kind, 1.0)
    if kind is NumberKind.LOG_PROBABILITIES:
        positive = np.flatnonzero(values > ROUNDING)
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


def log_probabilities_of(block: NDArray[Any], kind: NumberKind, temperature: float, added: float = 0.0) -> FloatArray:
    """Return the log-probabilities of rows of numbers, in nats: of logits, the logarithm of their softmax.

    Parameters
    ----------
    block
        Shape ``(rows, n)``, any real dtype.
    kind
        What the numbers are.
    temperature
        The temperature of the softmax; used for logits alone.
    added
        A number that is added to each count.

    Returns
    -------
    FloatArray
        Shape ``(rows, n)``; −∞ for a probability of 0, and nan in a row that `as_values` or `distribution_of` refuses.
    """
    values = block.astype(np.float64)  # logits are often of 16 or 32 bits
    if not kind.is_logarithmic:
        with np.errstate(divide="ignore"):
            return np.asarray(np.log(_shares(values, kind, added)))
    refused = ~(values < np.inf).all(axis=1) if kind is NumberKind.LOGITS else ~(values <= ROUNDING).all(axis=1)
    with np.errstate(invalid="ignore", over="ignore"):
        values -= values.max(axis=1, keepdims=True)
        if kind is NumberKind.LOGITS:
            values /= temperature
        values -= np.log(np.exp(values).sum(axis=1, keepdims=True))
    values[refused] = np.nan
    return values


def probabilities_of(block: NDArray[Any], kind: NumberKind, temperature: float, added: float = 0.0) -> FloatArray:
    """Return the probabilities of rows of numbers, shape ``(rows, n)``; as in `log_probabilities_of`."""
    if kind.is_logarithmic:
        return np.asarray(np.exp(log_probabilities_of(block, kind, temperature)))
    return _shares(block.astype(np.float64), kind, added)


def _shares(values: FloatArray, kind: NumberKind, added: float) -> FloatArray:
    """Return weights divided by the sum of their row, shape ``(rows, n)``; nan in a row that is no distribution."""
    usable = ((values >= 0.0) & (values < np.inf)).all(axis=1) & (values > 0.0).any(axis=1)
    values = with_added(values, kind, added)
    values[~usable] = np.nan
    exponents = np.frexp(values.max(axis=1, keepdims=True))[1]
    scaled = np.ldexp(values, SCALED_TO - exponents)
    shares = np.asarray(scaled / scaled.sum(axis=1, keepdims=True))
    shares[((values > 0.0) & (shares == 0.0)).any(axis=1)] = np.nan  # as `LostWeightError` says
    return shares


def with_added(weights: FloatArray, kind: NumberKind, added: float) -> FloatArray:
    """Return weights with a number added to each, if they are counts."""
    return weights + added if kind is NumberKind.COUNTS and added else weights


def distribution_of(weights: FloatArray, kind: NumberKind, side: Side) -> Distribution:
    """Return the distribution of weights, or of log-probabilities where ``kind`` is logarithmic.

    Raises
    ------
    DataError
        They give none; ``row`` is the position of a weight that would become 0.
    """
    try:
        if kind.is_logarithmic:
            return Distribution.from_log_probabilities(weights, side.value)
        return Distribution.from_weights(weights, side.value)
    except LostWeightError as error:
        lost = lost_weight(None, error.weight, error.largest)
        raise DataError(lost.what, lost.remedy, row=error.position - 1) from None
    except DistributionError as error:
        raise DataError(str(error)) from None


def check_used(options: ReadOptions, kinds: Sequence[NumberKind | None]) -> None:
    """Refuse a temperature where no numbers are logits, and a number added to each count where none are counts.

    Raises
    ------
    DataError
        The options say what has no effect.
    """
    if options.temperature != 1.0 and NumberKind.LOGITS not in kinds:
        raise DataError(
            gettext("a temperature is for logits"),
            gettext("leave it out, or say that the numbers are logits"),
            Question.NUMBERS,
        )
    if options.add and NumberKind.COUNTS not in kinds:
        raise DataError(
            gettext("only counts can have a number added"),
            gettext("say that the numbers are counts"),
            Question.NUMBERS,
        )
