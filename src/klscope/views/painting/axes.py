"""The ranges and the ticks of axes."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from klscope.theory.distribution import FloatArray

TALLEST_BAR = 0.8
"""The largest fraction of a probability axis that the tallest bar takes, unless the axis ends at 1."""

RUNGS = (1.0, 1.5, 2.0, 2.5, 3.0, 4.0, 5.0, 6.0, 8.0)
"""The possible ends of an axis, times a power of ten."""

FEW_RUNGS = (1.0, 2.0, 5.0)
"""Fewer ends, for values that grow while they are shown, and for levels with wide spacing."""

ROUND_STEPS = (1.0, 2.0, 2.5, 5.0)
OTHER_STEPS = (1.5, 3.0, 4.0)
"""Steps between ticks, times a power of ten; `OTHER_STEPS` only if no round step divides the axis."""


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
    """Return the top of the probability axis: the least of `RUNGS` with room above the tallest bar, at most 1."""
    tallest = max(float(p.max()), float(q.max()))
    return min(1.0, ladder(tallest / TALLEST_BAR))


@dataclass(frozen=True)
class Range:
    """The range of an axis, ``low`` < ``high``."""

    low: float
    high: float

    def towards(self, other: Range, part: float) -> Range:
        """Return the interpolation with ``other``; ``part`` is from 0 to 1."""
        # this form gives exactly ``other`` at part = 1
        return Range(self.low * (1.0 - part) + other.low * part, self.high * (1.0 - part) + other.high * part)

    def holds(self, value: float) -> bool:
        return self.low <= value <= self.high


def terms_range(terms: FloatArray) -> Range:
    """Return a range that includes 0 and all finite terms.

    Infinite terms are ignored: their bars extend beyond any range.
    """
    finite = terms[np.isfinite(terms)]
    high = max(0.0, float(finite.max())) if finite.size else 0.0
    low = min(0.0, float(finite.min())) if finite.size else 0.0
    if finite.size < terms.size:
        high = max(high * 1.6, -low, 1e-300)  # infinite bars must be the tallest
    if high - low < 1e-299:
        return Range(-0.25, 1.0)
    return Range(low, high)


def tick_step(span: float, most: int) -> float:
    """Return a round step with at most ``most`` ticks on ``span``, not counting the first.

    It is the least of 1, 2, 2.5 or 5 × 10^k, or a larger one (up to 2.5 times) that divides the span evenly, so that an
    axis has a tick at its top; 1.5, 3 or 4 × 10^k if only these divide it.
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
    """Return the number of decimals needed for ticks with this step."""
    for decimals in range(7):
        if abs(round(step, decimals) - step) < step * 1e-6:
            return decimals
    return 7
