"""Sums on screen: the numbers add up as they are written, or ≈ stands between them and their total. No Qt.

Every place that writes parts and their total asks here, so that all have one rule: the least number of decimals, from
the usual one on, at which the rounded parts add up to the rounded total; where a few more are not enough, the usual
ones and ≈.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from math import floor, isfinite, isinf, log10

from klscope.model.snapshot import Snapshot
from klscope.numerals import ALMOST, read
from klscope.views.words import numbers

MORE = 3
"""So many decimals more than the usual ones may be written."""
LEAST_DIGITS = 2
"""A total is not shown as less than this, or it would say less than by itself."""


@dataclass(frozen=True)
class WrittenSum:
    """The parts of a sum and its total as they are written; negative numbers have a true minus sign.

    Attributes
    ----------
    holds
        Whether the written parts have exactly the written total.
    """

    parts: tuple[str, ...]
    total: str
    holds: bool

    @property
    def sign(self) -> str:
        """What stands before the total: = or ≈."""
        return equality(self.holds)

    @property
    def text(self) -> str:
        """The parts, the sign and the total: "1 − 0.375 = 0.625"."""
        return f"{' '.join(joined(self.parts))} {self.sign} {self.total}"


def equality(holds: bool) -> str:
    """Return = or ≈."""
    return "=" if holds else ALMOST


def trimmed(text: str) -> str:
    """Return a number without the zeros that end its decimals: "0.625" of "0.6250", "1e−5" of "1.000e−5"."""
    mantissa, *exponent = text.split("e")
    if "." in mantissa:
        mantissa = mantissa.rstrip("0").rstrip(".")
    return "e".join([mantissa, *exponent])


def added(
    parts: Sequence[float],
    total: float,
    decimals: int = 3,
    reach: int = MORE,
    digits: int = LEAST_DIGITS,
    usual: Callable[[float], str] | None = None,
    is_trimmed: bool = False,
) -> WrittenSum:
    """Return parts and their total as they are written.

    Parameters
    ----------
    parts, total
        The numbers; the total is what the parts add up to, but for rounding.
    decimals
        The usual number of decimals; where all numbers are small, the usual number of digits.
    reach
        How many decimals may be written beyond the usual ones.
    digits
        How many digits the total has at least, for where parts nearly cancel.
    usual
        How a number is written by itself; `numbers.value` with ``decimals``, if not given.
    is_trimmed
        Whether zeros that end decimals are left out.
    """
    write: Callable[[float], str] = usual or (lambda number: numbers.value(number, decimals))
    everything = (*parts, total)
    if not all(map(isfinite, everything)):
        texts = tuple(map(write, everything))
        return WrittenSum(texts[:-1], texts[-1], isinf(total) and total in parts)
    largest = max(map(abs, everything))
    is_small = 0.0 < largest < numbers.SMALLEST_FIXED
    base = decimals - 1 - floor(log10(largest)) if is_small else decimals
    first = max(base, digits - 1 - floor(log10(abs(total)))) if total else base
    for places in range(first, min(first + MORE, base + reach) + 1):
        rounded = [f"{number:.{places}f}" for number in everything]
        units = [int(text.replace(".", "")) for text in rounded]  # of the last decimal: they add up exactly
        hidden = any(value == 0 != number for value, number in zip(units, everything, strict=True))
        if not hidden and sum(units[:-1]) == units[-1]:
            texts = tuple(_as_text(Decimal(text), is_small, is_trimmed) for text in rounded)
            return WrittenSum(texts[:-1], texts[-1], holds=True)
    texts = tuple(map(write, everything))
    return WrittenSum(texts[:-1], texts[-1], sum(map(read, texts[:-1])) == read(texts[-1]))


def of_measures(snapshot: Snapshot) -> tuple[str, str, str]:
    """Return H(P), H(P,Q) and KL(P‖Q) for running text, in as many digits as add up."""
    written = added(
        (snapshot.entropy, snapshot.kl_divergence), snapshot.cross_entropy, usual=numbers.short, is_trimmed=True
    )
    return written.parts[0], written.total, written.parts[1]


def written_out(parts: Sequence[float], total: float, decimals: int = 3, plus: bool = False) -> list[str]:
    """Return "1.000 − 0.375 = 0.625", the longest version first: digits that add up, the usual ones, the total alone.

    ``plus`` gives the first part its sign, though it be positive.
    """
    texts = []
    for reach in (MORE, 0):
        written = added(parts, total, decimals, reach)
        sign = "+" if plus and not written.parts[0].startswith(numbers.MINUS) else ""
        texts.append(sign + written.text)
    return [*dict.fromkeys([*texts, f"= {numbers.value(total, decimals)}"])]


def joined(parts: Sequence[str]) -> list[str]:
    """Return numbers as the parts of a sum, each but the first with the sign before it: "1", "− 0.25", "+ 0"."""
    first, *others = parts
    return [first, *(f"{numbers.MINUS} {one[1:]}" if one.startswith(numbers.MINUS) else f"+ {one}" for one in others)]


def _as_text(rounded: Decimal, is_small: bool, is_trimmed: bool) -> str:
    """Return a rounded number; small ones with an exponent, to the same place all of them."""
    if rounded == 0:
        rounded = abs(rounded)
    if is_small and rounded:
        size = rounded.adjusted()
        text = f"{rounded.scaleb(-size):f}e{size}"
    elif is_small:
        text = "0"
    else:
        text = f"{rounded:f}"
    return numbers.with_true_minus(trimmed(text) if is_trimmed else text)
