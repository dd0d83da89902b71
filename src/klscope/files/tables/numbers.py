"""Columns of texts as arrays of numbers, with the errors that name the cell."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from klscope.files.tables.number_text import plain_number
from klscope.files.tables.options import DecimalSign
from klscope.files.weights_text import Fault, WeightError, parse_weight
from klscope.theory.distribution import FloatArray

_PLAIN = frozenset("0123456789.+-eE")
_NO_PROBABILITY = {"-inf", "-infinity", "-∞", "−∞", "−inf", "-Inf", "-Infinity"}


@dataclass(frozen=True)
class Numbers:
    """The numbers of a column.

    Attributes
    ----------
    values
        Shape ``(n,)``; finite, or −∞ for the logarithm of 0. Percent signs are applied.
    in_percent
        Whether every number other than 0 has a percent sign.
    whole
        Whether all are whole numbers without a percent sign.
    unlike
        The row of the first number above 1 without a percent sign where others have one; None if there is none.
    """

    values: FloatArray
    in_percent: bool = False
    whole: bool = False
    unlike: int | None = None


class CellError(WeightError):
    """An error in a cell of a column; ``index`` is its row from 0."""

    def __init__(self, error: WeightError, index: int) -> None:
        super().__init__(error.fault, error.text)
        self.index = index


def read_number(text: str, decimal_sign: DecimalSign) -> float:
    """Parse one number, which may be negative or "-inf".

    Raises
    ------
    WeightError
        The text is not such a number.
    """
    if text.strip() in _NO_PROBABILITY:
        return -math.inf
    plain = plain_number(text, decimal_sign)
    if plain is None:
        parse_weight(text)  # names what is wrong with it
        raise WeightError(Fault.DECIMAL_POINT, text)
    if plain.startswith("-"):
        return -parse_weight(plain[1:])
    return parse_weight(plain)


def read_numbers(texts: Sequence[str], decimal_sign: DecimalSign) -> Numbers:
    """Parse the numbers of a column.

    Raises
    ------
    CellError
        For the first cell that is not a number.
    """
    quick = _read_quickly(texts) if decimal_sign is DecimalSign.POINT else None
    if quick is not None:
        return Numbers(quick, False, bool(np.all(quick == np.floor(quick))))
    values = np.empty(len(texts))
    percents = []
    for index, text in enumerate(texts):
        try:
            values[index] = read_number(text, decimal_sign)
        except WeightError as error:
            raise CellError(error, index) from None
        percents.append("%" in text or "％" in text)  # the full-width percent sign
    in_percent = any(percents) and all(has or value == 0.0 for has, value in zip(percents, values, strict=True))
    with np.errstate(invalid="ignore"):
        whole = not any(percents) and bool(np.all(values == np.floor(values)))
    unlike = None
    if any(percents) and not in_percent:
        unlike = next((k for k, value in enumerate(values) if not percents[k] and value > 1.0), None)
    return Numbers(values, in_percent, whole, unlike)


def _read_quickly(texts: Sequence[str]) -> FloatArray | None:
    """Return the numbers if all are plain and none is lost; None otherwise, and where one is not a number."""
    if not set().union(*texts[:1000]) <= _PLAIN or not set("".join(texts)) <= _PLAIN:
        return None
    try:
        values = np.array([float(text) for text in texts])
    except ValueError:
        return None
    if not np.isfinite(values).all():
        return None
    if any(any(digit in texts[index] for digit in "123456789") for index in np.flatnonzero(values == 0.0).tolist()):
        return None
    return values + 0.0
