"""Which range an axis has and where its ticks stand: pure functions of the values to be shown."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from klscope.theory.distribution import FloatArray

TALLEST_BAR = 0.8
"""The share of a probability axis that its tallest bar takes at most, unless the axis ends at 1."""

RUNGS = (1.0, 1.5, 2.0, 2.5, 3.0, 4.0, 5.0, 6.0, 8.0)
"""Where an axis may end, times a power of ten: little of its length is wasted."""

FEW_RUNGS = (1.0, 2.0, 5.0)
"""For numbers that grow while one looks on, so that the axis moves in few steps, and for lines that stand apart."""

ROUND_STEPS = (1.0, 2.0, 2.5, 5.0)
OTHER_STEPS = (1.5, 3.0, 4.0)
"""Steps between ticks, times a power of ten; the others only where no round one ends on the top of the axis."""


def ladder(value: float, rungs: tuple[float, ...] = RUNGS) -> float:
    """Return the least of ``rungs`` × 10^k that is ≥ ``value`` > 0."""
    exponent = math.floor(math.log10(value))
    for power in (exponent - 1, exponent, exponent + 1):
        for mantissa in rungs:
            rung = float(f"{mantissa}e{power}")
            if rung >= value * (1.0 - 1e-12):
                return rung
    return float(f"1e{exponent + 2}")


def probability_top(p: FloatArray, q: FloatArray) -> float:
    """Return the top of the axis that P and Q share: the least rung with room above the tallest bar, at most 1."""
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
    """Return a round step that puts at most ``most`` ticks on ``span``, beside the one where it begins.

    It is the least of 1, 2, 2.5 or 5 × 10^k, or a larger one (up to 2.5 times) that divides the span into equal parts,
    so that an axis from 0 to a rung has a tick at its top; 1.5, 3 or 4 × 10^k where only these do.
    """
    rough = span / max(most, 1)
    exponent = math.floor(math.log10(rough))
    for mantissas in (ROUND_STEPS, OTHER_STEPS):
        for step in _steps(mantissas, exponent):
            parts = span / step
            if 1.0 - 1e-9 <= step / rough <= 2.5 + 1e-9 and parts > 1.5 and abs(parts - round(parts)) < 1e-9:
                return step
    return next(step for step in _steps(ROUND_STEPS, exponent) if step >= rough * (1.0 - 1e-9))


def _steps(mantissas: tuple[float, ...], exponent: int) -> list[float]:
    return [mantissa * 10.0**power for power in (exponent, exponent + 1) for mantissa in mantissas]


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
