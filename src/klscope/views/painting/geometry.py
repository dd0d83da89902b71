"""The geometry of charts with one column per category: conversion between values and pixels."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from klscope.theory.distribution import FloatArray, read_only
from klscope.views.painting.axes import Range

NARROWEST_LABELLED_COLUMN = 24.0
"""The least column width, in pixels, with padlocks and values below the columns."""


@dataclass(frozen=True)
class Frame:
    """A rectangle in pixels; y grows downwards."""

    left: float
    top: float
    width: float
    height: float

    @cached_property
    def bottom(self) -> float:
        return self.top + self.height

    @cached_property
    def right(self) -> float:
        return self.left + self.width


@dataclass(frozen=True)
class PlotArea(Frame):
    """The rectangle of ``n`` columns of equal width, in logical pixels, and the range of values it shows."""

    n: int
    shown: Range

    @cached_property
    def column_width(self) -> float:
        """The width of a category, including the gap."""
        return self.width / self.n

    @cached_property
    def bar_width(self) -> float:
        """The width of a bar: half of a wide column, most of a narrow one."""
        column = self.column_width
        share = float(np.interp(column, [8.0, 24.0, 60.0, 110.0], [0.92, 0.76, 0.62, 0.5]))
        return max(column * share, min(column, 1.0))

    @property
    def has_room_for_values(self) -> bool:
        """Whether a probability fits under a column."""
        return self.column_width >= NARROWEST_LABELLED_COLUMN

    def column_left(self, index: int) -> float:
        return self.left + self.column_width * index

    def column_centre(self, index: int) -> float:
        return self.left + self.column_width * (index + 0.5)

    def column_at(self, x: float) -> int:
        """Return the category at ``x``, −1 outside."""
        if self.n == 0 or not self.left <= x < self.right:
            return -1
        return min(self.n - 1, int((x - self.left) / self.column_width))

    def nearest_column(self, x: float) -> int:
        """Return the category at ``x``, or the first or last where ``x`` is outside."""
        return max(0, min(self.n - 1, int((x - self.left) // self.column_width)))

    @cached_property
    def pixels_per_unit(self) -> float:
        return self.height / (self.shown.high - self.shown.low)

    def y(self, value: float) -> float:
        return self.bottom - (value - self.shown.low) * self.pixels_per_unit

    def value(self, y: float) -> float:
        return self.shown.low + (self.bottom - y) / self.pixels_per_unit

    @cached_property
    def lefts(self) -> FloatArray:
        """The left edges of all bars, shape ``(n,)``, read-only."""
        return read_only(self.left + self.column_width * (np.arange(self.n) + 0.5) - self.bar_width / 2)

    @cached_property
    def pixel_columns(self) -> tuple[FloatArray, NDArray[np.intp]]:
        """The left edges of all pixel columns with the centre of a bar, and the first such bar of each."""
        columns = np.floor(self.lefts + self.bar_width / 2)
        starts = np.flatnonzero(np.r_[True, columns[1:] != columns[:-1]])
        return read_only(columns[starts]), starts

    def ys(self, values: FloatArray) -> FloatArray:
        """Return the y of each value, clipped to the rectangle (±∞ to its edges); same shape as ``values``."""
        inside = np.minimum(np.maximum(values, self.shown.low), self.shown.high)
        return np.maximum(self.bottom - (inside - self.shown.low) * self.pixels_per_unit, self.top)


def crossed(area: PlotArea, start: tuple[float, float], end: tuple[float, float]) -> list[tuple[int, float]]:
    """Return the category and y of each column that a stroke from ``start`` to ``end`` (in pixels) crosses, in order.

    The y of a column is that at which the stroke leaves it, and the end for the last one. So the result does not
    depend on the number of mouse events.
    """
    first, last = area.nearest_column(start[0]), area.nearest_column(end[0])
    step = 1 if last >= first else -1
    drawn = []
    for index in range(first, last, step):
        edge = area.column_left(index + (step > 0))
        part = min(1.0, max(0.0, (edge - start[0]) / (end[0] - start[0])))
        drawn.append((index, start[1] + (end[1] - start[1]) * part))
    drawn.append((last, end[1]))
    return drawn


def pixel_columns(area: PlotArea, tops: FloatArray, bases: FloatArray) -> tuple[FloatArray, FloatArray, FloatArray]:
    """Return left edges, highest tops and lowest bases of the bars in each pixel column."""
    lefts, starts = area.pixel_columns
    return lefts, np.minimum.reduceat(tops, starts), np.maximum.reduceat(bases, starts)
