"""Rounding of sums for display, without Qt: either the rounded numbers add up, or "≈" is used.

All sums use the least number of decimals, from the usual one on, with which the rounded parts add up to the rounded
total; if a few more decimals do not suffice, the usual number and "≈".
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
"""The largest number of additional decimals."""
LEAST_DIGITS = 2
"""The least number of significant digits of a total."""


@dataclass(frozen=True)
class WrittenSum:
    """The formatted parts and total of a sum, with "−" for negative numbers; ``holds`` if they add up exactly."""

    parts: tuple[str, ...]
    total: str
    holds: bool

    @property
    def sign(self) -> str:
        """The sign before the total: "=" or "≈"."""
        return equality(self.holds)

    @property
    def text(self) -> str:
        """The parts, the sign and the total: "1 − 0.375 = 0.625"."""
        return f"{' '.join(joined(self.parts))} {self.sign} {self.total}"


def equality(holds: bool) -> str:
    """Return "=" or "≈"."""
    return "=" if holds else ALMOST


def trimmed(text: str) -> str:
    """Return a number without trailing zeros: "0.625" for "0.6250", "1e−5" for "1.000e−5"."""
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
    """Format the parts and the total of a sum.

    Parameters
    ----------
    parts, total
        The numbers; the total is the sum of the parts up to rounding.
    decimals
        The usual number of decimals, or of significant digits if all numbers are small.
    reach
        The largest number of additional decimals.
    digits
        The least number of digits of the total, for parts that nearly cancel.
    usual
        The format of a single number; `numbers.value` with ``decimals`` by default.
    is_trimmed
        Whether to remove trailing zeros.
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
        units = [int(text.replace(".", "")) for text in rounded]  # in units of the last decimal, to add exactly
        hidden = any(value == 0 != number for value, number in zip(units, everything, strict=True))
        if not hidden and sum(units[:-1]) == units[-1]:
            texts = tuple(_as_text(Decimal(text), is_small, is_trimmed) for text in rounded)
            return WrittenSum(texts[:-1], texts[-1], holds=True)
    texts = tuple(map(write, everything))
    return WrittenSum(texts[:-1], texts[-1], sum(map(read, texts[:-1])) == read(texts[-1]))


def of_measures(snapshot: Snapshot) -> tuple[str, str, str]:
    """Return H(P), H(P,Q) and KL(P‖Q) for running text, with as many digits as add up."""
    written = added(
        (snapshot.entropy, snapshot.kl_divergence), snapshot.cross_entropy, usual=numbers.short, is_trimmed=True
    )
    return written.parts[0], written.total, written.parts[1]


def written_out(parts: Sequence[float], total: float, decimals: int = 3, plus: bool = False) -> list[str]:
    """Return texts of a sum, "1.000 − 0.375 = 0.625", the longest first; the last is the total alone.

    ``plus`` adds the sign of a positive first part.
    """
    texts = []
    for reach in (MORE, 0):
        written = added(parts, total, decimals, reach)
        sign = "+" if plus and not written.parts[0].startswith(numbers.MINUS) else ""
        texts.append(sign + written.text)
    return [*dict.fromkeys([*texts, f"= {numbers.value(total, decimals)}"])]


def joined(parts: Sequence[str]) -> list[str]:
    """Return the parts of a sum, each but the first with its operator: "1", "− 0.25", "+ 0"."""
    first, *others = parts
    return [first, *(f"{numbers.MINUS} {one[1:]}" if one.startswith(numbers.MINUS) else f"+ {one}" for one in others)]


def _as_text(rounded: Decimal, is_small: bool, is_trimmed: bool) -> str:
    """Format a rounded number; small ones have a common exponent."""
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
