"""How high the plots of the landscape reach, and their numbers: pure functions."""

from __future__ import annotations

import numpy as np

from klscope.theory.distribution import FloatArray
from klscope.views.painting.axes import Range, ladder, tick_decimals, tick_step, ticks
from klscope.views.words import numbers

HEADROOM = 1.2


def reach(important: list[float], curve: FloatArray, least: float) -> float:
    """Return the top of an axis from 0: a rung of the ladder above the finite of the important values.

    Without any it is above the middle of the curve's finite ones; never below ``least``.
    """
    finite = [value for value in important if np.isfinite(value)]
    highest = max(finite, default=0.0)
    if highest <= 0.0:
        inner = curve[np.isfinite(curve)]
        highest = float(np.median(inner)) if inner.size else 0.0
    return ladder(max(HEADROOM * highest, least))


def numbered(shown: Range, most: int) -> list[tuple[float, str]]:
    """Return round values of an axis with how they are written, at most about ``most``."""
    decimals = tick_decimals(tick_step(shown.high - shown.low, most))
    return [(value, numbers.tick(value, decimals)) for value in ticks(shown, most)]
