"""A plot of a curve in pixels: where a value stands and what a hand on it means. Pure geometry."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from klscope.theory.distribution import FloatArray
from klscope.views.landscape.simplex_geometry import SNAP_PIXELS
from klscope.views.painting.axes import Range, ladder

HEADROOM = 1.2


@dataclass(frozen=True)
class Plot:
    """A box in pixels, and the values its sides stand for."""

    left: float
    top: float
    right: float
    bottom: float
    across: Range
    up: Range

    def xs(self, values: FloatArray) -> FloatArray:
        """Return where values stand from left to right."""
        part = (values - self.across.low) / (self.across.high - self.across.low)
        return self.left + part * (self.right - self.left)

    def ys(self, values: FloatArray) -> FloatArray:
        """Return where values stand from bottom to top; ∞ a box's height above the top."""
        part = (np.minimum(values, 2.0 * self.up.high) - self.up.low) / (self.up.high - self.up.low)
        return self.bottom - part * (self.bottom - self.top)

    def x(self, value: float) -> float:
        """Return where one value stands from left to right."""
        return float(self.xs(np.array([value]))[0])

    def y(self, value: float) -> float:
        """Return where one value stands from bottom to top, at most at the top."""
        return max(self.top, float(self.ys(np.array([value]))[0]))

    @property
    def pixels_per_unit(self) -> float:
        """How many pixels lie between two values that differ by 1, from left to right."""
        return (self.right - self.left) / (self.across.high - self.across.low)


@dataclass(frozen=True)
class MarkDrag:
    """A mark taken at one place of a plot, to be moved from left to right.

    Attributes
    ----------
    start
        Its value at the press.
    press_x
        Where the pointer came down.
    plot
        The plot then.
    """

    start: float
    press_x: float
    plot: Plot

    def value(self, x: float, lines: tuple[float, ...] = ()) -> float:
        """Return the value that keeps the mark as far from the pointer as at the press, inside the plot.

        Within 4 px of one of ``lines`` it is that.
        """
        if x == self.press_x:
            return self.start
        across = self.plot.across
        value = min(across.high, max(across.low, self.start + (x - self.press_x) / self.plot.pixels_per_unit))
        for line in lines:
            if abs(value - line) * self.plot.pixels_per_unit <= SNAP_PIXELS:
                return line
        return value


def dense_at_ends(low: float, high: float, count: int) -> FloatArray:
    """Return ``count`` rising values from ``low`` to ``high``, closer to each other at the ends: curves bend there."""
    parts = (1.0 - np.cos(np.linspace(0.0, np.pi, count))) / 2.0
    values = low + (high - low) * parts
    values[-1] = high
    return values


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
