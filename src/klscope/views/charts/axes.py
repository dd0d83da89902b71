"""Which range an axis has and where its ticks stand: pure functions of the values to be shown."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from klscope.theory.distribution import FloatArray

TALLEST_BAR = 0.85
"""The share of a probability axis that its tallest bar takes at most, unless it is 1."""


def ladder(value: float) -> float:
    """Return the least of 1, 2, 5 × 10^k that is ≥ ``value`` > 0."""
    exponent = math.floor(math.log10(value))
    for power in (exponent - 1, exponent, exponent + 1):
        for mantissa in (1.0, 2.0, 5.0):
            rung = float(f"{mantissa}e{power}")
            if rung >= value * (1.0 - 1e-12):
                return rung
    return float(f"1e{exponent + 2}")


def probability_top(p: FloatArray, q: FloatArray) -> float:
    """Return the top of the axis that P and Q share: a rung of the ladder up to 1, the tallest bar at ~80 % of it."""
    tallest = max(float(p.max()), float(q.max()))
    return min(1.0, ladder(tallest / TALLEST_BAR))


@dataclass(frozen=True)
class Range:
    """The values an axis runs over, ``low`` < ``high``."""

    low: float
    high: float

    def towards(self, other: Range, part: float) -> Range:
        """Return the range ``part`` (0 … 1) of the way to ``other``."""
        # so written, the end is other's own to the bit, however small it is beside this one
        return Range(self.low * (1.0 - part) + other.low * part, self.high * (1.0 - part) + other.high * part)

    def holds(self, value: float) -> bool:
        """Tell whether ``value`` lies inside, ends included."""
        return self.low <= value <= self.high


def terms_range(terms: FloatArray) -> Range:
    """Return the range of signed terms, 0 included; all 0: one that shows them as such.

    Infinite terms are left out: they run off the top, whatever the range.
    """
    finite = terms[np.isfinite(terms)]
    high = max(0.0, float(finite.max())) if finite.size else 0.0
    low = min(0.0, float(finite.min())) if finite.size else 0.0
    if finite.size < terms.size:
        high = max(high * 1.6, -low, 1e-300)  # the ∞ bars must be the tallest
    if high - low < 1e-299:
        return Range(-0.25, 1.0)
    return Range(low, high)


def tick_step(span: float, most: int) -> float:
    """Return the step (1, 2, 2.5 or 5 × 10^k) that puts at most ``most`` ticks on ``span``."""
    rough = span / max(most, 1)
    exponent = math.floor(math.log10(rough))
    for mantissa in (1.0, 2.0, 2.5, 5.0, 10.0):
        step = mantissa * 10.0**exponent
        if step >= rough * (1.0 - 1e-9):
            return step
    return 10.0 ** (exponent + 1)


def ticks(shown: Range, most: int) -> list[float]:
    """Return the multiples of a round step inside ``shown``."""
    step = tick_step(shown.high - shown.low, most)
    first = math.ceil(shown.low / step - 1e-9)
    last = math.floor(shown.high / step + 1e-9)
    return [step * number for number in range(first, last + 1)]


def tick_decimals(step: float) -> int:
    """Return how many decimals tell the ticks of ``step`` apart."""
    for decimals in range(7):
        if abs(round(step, decimals) - step) < step * 1e-6:
            return decimals
    return 7
