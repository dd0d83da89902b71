"""The geometry of the simplex of three categories: distributions to pixels and back."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from klscope.theory.distribution import FloatArray

SNAP_PIXELS = 4.0
STEEPNESS = float(np.sqrt(3.0) / 2.0)
"""The height of a triangle of side 1."""


@dataclass(frozen=True)
class Triangle:
    """An equilateral triangle: the first category at the top, the second at the left, the third at the right.

    ``left`` and ``top`` are those of its bounding box, in pixels.
    """

    left: float
    top: float
    side: float

    @property
    def height(self) -> float:
        return STEEPNESS * self.side

    @property
    def vertices(self) -> FloatArray:
        """x and y of the three vertices, shape ``(3, 2)``."""
        bottom, right = self.top + self.height, self.left + self.side
        return np.array([[self.left + self.side / 2, self.top], [self.left, bottom], [right, bottom]])

    def place(self, values: FloatArray) -> tuple[float, float]:
        x, y = values @ self.vertices
        return float(x), float(y)

    def values(self, x: float | FloatArray, y: float | FloatArray) -> FloatArray:
        """Return the barycentric coordinates of x and y, shape ``(3, …)``, summing to 1: negative outside."""
        first = (self.top + self.height - np.asarray(y)) / self.height
        third = (np.asarray(x) - self.left) / self.side - first / 2
        return np.array([first, 1.0 - first - third, third])

    def grid(self, ratio: float) -> FloatArray:
        """Return the coordinates at the pixel centres of its bounding box, ``ratio`` pixels per point.

        Shape ``(3, rows, columns)``: negative outside.
        """
        columns, rows = int(np.ceil(self.side * ratio)), int(np.ceil(self.height * ratio))
        xs = self.left + (np.arange(columns) + 0.5) / ratio
        ys = self.top + (np.arange(rows) + 0.5) / ratio
        return self.values(*np.meshgrid(xs, ys))


def onto_simplex(values: FloatArray) -> FloatArray:
    """Return the projection onto the simplex of values that sum to 1, with exact zeros.

    In an equilateral triangle it is also the nearest point on the screen. Duchi et al., "Efficient projections onto the
    l1-ball for learning in high dimensions" (2008), figure 1.
    """
    if (values >= 0.0).all():
        return values
    ordered = np.sort(values)[::-1]
    excess = (np.cumsum(ordered) - 1.0) / np.arange(1, values.size + 1)
    last = int(np.flatnonzero(ordered > excess)[-1])
    nearest: FloatArray = np.maximum(values - excess[last], 0.0)
    return nearest


@dataclass(frozen=True, eq=False)
class PointDrag:
    """A drag of one point: the distribution, the position and the triangle at the press."""

    start: FloatArray
    x: float
    y: float
    triangle: Triangle

    def values(self, x: float, y: float) -> FloatArray:
        """Return the distribution that keeps the distance from point to pointer at the press."""
        if (x, y) == (self.x, self.y):
            return self.start
        return onto_simplex(self.start + (self.triangle.values(x, y) - self.triangle.values(self.x, self.y)))

    def snapped(self, values: FloatArray, other: FloatArray) -> FloatArray:
        """Return ``other`` if ``values`` are within 4 px of it."""
        if values is self.start:
            return values
        (x, y), (other_x, other_y) = self.triangle.place(values), self.triangle.place(other)
        return other if np.hypot(x - other_x, y - other_y) <= SNAP_PIXELS else values
