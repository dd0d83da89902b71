"""Where a history of losses stands in its plot: pure functions of the numbers."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from klscope.theory.distribution import FloatArray
from klscope.views.painting.axes import FEW_RUNGS, Range, ladder, tick_step

FEWEST_STEPS = 10
MOST_POINTS = 300
"""A history longer than this is drawn by the least and the largest of as many stretches."""
FROM_ZERO = 0.6
"""Where the least value is at most this share of the largest, the axis starts at 0."""


def steps_top(steps: int) -> int:
    """Return the step number at the right end of the axis: 10, 20, 50, 100 …"""
    return int(ladder(float(max(steps, FEWEST_STEPS)), FEW_RUNGS))


def losses_range(curve: FloatArray, floor: FloatArray) -> Range:
    """Return the range of the loss axis, from one round tick to another; infinite losses are left out.

    It starts at 0, or, where that would press curve and floor together at the top, just below the lowest of them.
    """
    together = np.concatenate((curve, floor))
    finite = together[np.isfinite(together)]
    high = float(finite.max(initial=0.0))
    if high < 1e-12:
        return Range(0.0, 1.0)
    low = float(finite.min(initial=high))
    if finite.size < together.size:
        low, high = 0.0, 1.5 * high  # above all that is finite there is room for an ∞
    elif low <= FROM_ZERO * high:
        low = 0.0
    span = max(high - low, 0.02 * high)
    step = tick_step(1.1 * span, 4)
    # a little air, so that neither curve nor floor lies on the frame
    first = 0.0 if low == 0.0 else math.floor((low - 0.08 * span) / step) * step
    return Range(max(first, 0.0), math.ceil((high + 0.04 * span) / step) * step)


def thinned(values: FloatArray, most: int = MOST_POINTS) -> NDArray[np.intp]:
    """Return which of ``values``, shape ``(m,)``, to draw: all, or the least and largest of each of ``most`` stretches.

    So no spike is lost. The first and the last are always among them; the places rise.
    """
    count = values.size
    if count <= 2 * most:
        return np.arange(count)
    width = -(-count // most)
    padded = np.concatenate((values, np.full(-count % width, values[-1]))).reshape(-1, width)
    starts = np.arange(padded.shape[0]) * width
    chosen = np.concatenate(([0, count - 1], starts + padded.argmin(axis=1), starts + padded.argmax(axis=1)))
    return np.unique(np.minimum(chosen, count - 1))


def stretches(values: FloatArray) -> list[slice]:
    """Return where ``values``, shape ``(m,)``, are finite without a break: an ∞ parts the curve."""
    finite = np.concatenate(([False], np.isfinite(values), [False]))
    edges = np.flatnonzero(finite[1:] != finite[:-1]).tolist()
    return [slice(first, last) for first, last in zip(edges[::2], edges[1::2], strict=True)]


@dataclass(frozen=True)
class HistoryPlot:
    """The rectangle of a history in pixels, and what it shows.

    Attributes
    ----------
    left, top, right, bottom
        The rectangle; y grows downwards.
    steps
        The step number at the right end; 0 is at the left.
    shown
        The losses at the bottom and at the top.
    """

    left: float
    top: float
    right: float
    bottom: float
    steps: int
    shown: Range

    def xs(self, steps: NDArray[np.intp]) -> FloatArray:
        """Return the xs of step numbers."""
        return self.left + (self.right - self.left) * (steps / self.steps)

    def ys(self, losses: FloatArray) -> FloatArray:
        """Return the ys of losses, kept inside the rectangle; ∞ is at its top."""
        part = (losses - self.shown.low) / (self.shown.high - self.shown.low)
        return np.asarray(self.bottom - (self.bottom - self.top) * np.clip(part, 0.0, 1.0), dtype=np.float64)
