"""The geometry of the history of losses."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from klscope.theory.distribution import FloatArray
from klscope.views.painting.axes import FEW_RUNGS, Range, ladder, tick_step
from klscope.views.painting.geometry import Frame

FEWEST_STEPS = 10
MOST_POINTS = 300
"""A longer history is drawn by the extremes of this number of intervals."""
FROM_ZERO = 0.6
"""If the least value is at most this share of the largest, the axis starts at 0."""


def steps_top(steps: int) -> int:
    """Return the step number at the right end of the axis: 10, 20, 50, 100 …"""
    return int(ladder(float(max(steps, FEWEST_STEPS)), FEW_RUNGS))


def losses_range(curve: FloatArray, floor: FloatArray) -> Range:
    """Return the range of the loss axis, between round ticks, without infinite losses.

    It starts at 0, or just below the lowest value where curve and lower bound would otherwise be close together.
    """
    together = np.concatenate((curve, floor))
    finite = together[np.isfinite(together)]
    high = float(finite.max(initial=0.0))
    if high < 1e-12:
        return Range(0.0, 1.0)
    low = float(finite.min(initial=high))
    if finite.size < together.size:
        low, high = 0.0, 1.5 * high  # above the finite values there is space for ∞
    elif low <= FROM_ZERO * high:
        low = 0.0
    span = max(high - low, 0.02 * high)
    step = tick_step(1.1 * span, 4)
    # a margin keeps the curves off the frame
    first = 0.0 if low == 0.0 else math.floor((low - 0.08 * span) / step) * step
    return Range(max(first, 0.0), math.ceil((high + 0.04 * span) / step) * step)


def thinned(values: FloatArray, most: int = MOST_POINTS) -> NDArray[np.intp]:
    """Return the indices of ``values``, shape ``(m,)``, to draw: all, or the extremes of each of ``most`` intervals.

    No extreme is lost. The first and the last are included; indices ascend.
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
    """Return the intervals in which ``values``, shape ``(m,)``, are finite."""
    finite = np.concatenate(([False], np.isfinite(values), [False]))
    edges = np.flatnonzero(finite[1:] != finite[:-1]).tolist()
    return [slice(first, last) for first, last in zip(edges[::2], edges[1::2], strict=True)]


@dataclass(frozen=True)
class HistoryPlot(Frame):
    """The plot area of a history in pixels, from step 0 to ``steps``, with the range of losses."""

    steps: int
    shown: Range

    def xs(self, steps: NDArray[np.intp]) -> FloatArray:
        return self.left + self.width * (steps / self.steps)

    def ys(self, losses: FloatArray) -> FloatArray:
        """Return the ys of losses, clipped to the area; ∞ is at its top."""
        part = (losses - self.shown.low) / (self.shown.high - self.shown.low)
        return np.asarray(self.bottom - self.height * np.clip(part, 0.0, 1.0), dtype=np.float64)
