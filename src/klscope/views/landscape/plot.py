"""The geometry of a plot: values to pixels and back."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from klscope.theory.distribution import FloatArray
from klscope.views.landscape.simplex_geometry import SNAP_PIXELS
from klscope.views.painting.axes import Range, ladder

HEADROOM = 1.2


@dataclass(frozen=True)
class Plot:
    """A rectangle in pixels, with the values of its sides."""

    left: float
    top: float
    right: float
    bottom: float
    across: Range
    up: Range

    def xs(self, values: FloatArray) -> FloatArray:
        part = (values - self.across.low) / (self.across.high - self.across.low)
        return self.left + part * (self.right - self.left)

    def ys(self, values: FloatArray) -> FloatArray:
        """Return the ys of values; ∞ is one height above the top."""
        part = (np.minimum(values, 2.0 * self.up.high) - self.up.low) / (self.up.high - self.up.low)
        return self.bottom - part * (self.bottom - self.top)

    def x(self, value: float) -> float:
        return float(self.xs(np.array([value]))[0])

    def y(self, value: float) -> float:
        """Return the y of a value, clipped at the top."""
        return max(self.top, float(self.ys(np.array([value]))[0]))

    @property
    def pixels_per_unit(self) -> float:
        """The number of pixels for a difference of 1 along x."""
        return (self.right - self.left) / (self.across.high - self.across.low)


@dataclass(frozen=True)
class MarkDrag:
    """A horizontal drag of a mark: its value, the x and the plot at the press."""

    start: float
    press_x: float
    plot: Plot

    def value(self, x: float, lines: tuple[float, ...] = ()) -> float:
        """Return the value that keeps the distance from mark to pointer at the press, clipped to the plot.

        Within 4 px of one of ``lines`` it snaps to it.
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
    """Return ``count`` ascending values from ``low`` to ``high``, denser at the ends, where curves bend."""
    parts = (1.0 - np.cos(np.linspace(0.0, np.pi, count))) / 2.0
    values = low + (high - low) * parts
    values[-1] = high
    return values


def reach(important: list[float], curve: FloatArray, least: float) -> float:
    """Return the top of an axis from 0: a round number above the finite ones of the important values.

    Without any it is above the median of the finite values of the curve; never below ``least``.
    """
    finite = [value for value in important if np.isfinite(value)]
    highest = max(finite, default=0.0)
    if highest <= 0.0:
        inner = curve[np.isfinite(curve)]
        highest = float(np.median(inner)) if inner.size else 0.0
    return ladder(max(HEADROOM * highest, least))
