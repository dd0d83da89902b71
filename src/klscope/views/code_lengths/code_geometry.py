"""The geometry of code lengths without pixels: a block per category, of width P(i) and height −log Q(i).

The area of a block is its part of the mean code length.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from klscope.model.view_options import BlockOrder
from klscope.theory.distribution import FloatArray
from klscope.views.painting.axes import Range

NARROWEST_MEASURED = 0.002
"""Blocks of a smaller share of the width, a pixel or less, do not affect the axis."""
ROOM_ABOVE = 1.25
"""The height of infinite blocks relative to the highest finite value."""

IndexArray = NDArray[np.intp]


def sorting(p: FloatArray, q: FloatArray, order: BlockOrder) -> IndexArray:
    """Return the categories from left to right, shape ``(n,)``: by probability, ties in the given order."""
    if order is BlockOrder.AS_GIVEN:
        return np.arange(p.size)
    return np.argsort(-(p if order is BlockOrder.BY_P else q), kind="stable")


@dataclass(frozen=True, eq=False)
class CodeBlocks:
    """The blocks of messages from P in codes for Q; all arrays are by category, shape ``(n,)``.

    Attributes
    ----------
    lefts, widths
        The left of a block and its width, P(i); the sum of the widths is 1.
    heights
        The length of its code, −log Q(i); ∞ where Q(i) = 0.
    lines
        The length of the optimal code, −log P(i); ∞ where P(i) = 0 and the width is 0.
    """

    lefts: FloatArray
    widths: FloatArray
    heights: FloatArray
    lines: FloatArray

    @classmethod
    def of(cls, widths: FloatArray, heights: FloatArray, lines: FloatArray, order: IndexArray) -> CodeBlocks:
        """Return the blocks side by side in ``order``."""
        lefts = np.empty(widths.size)
        lefts[order] = np.concatenate(([0.0], np.cumsum(widths[order])[:-1]))
        return cls(lefts, widths, heights, lines)

    @property
    def gaps(self) -> FloatArray:
        """The excess length of a code over the optimum, −log Q(i) + log P(i); 0 for blocks of width 0."""
        with np.errstate(invalid="ignore"):
            return np.where(self.widths > 0.0, self.heights - self.lines, 0.0)

    @property
    def excess(self) -> float:
        """The area of codes longer than the optimum, ≥ 0."""
        return self._area(np.maximum(self.gaps, 0.0))

    @property
    def saving(self) -> float:
        """The area of codes shorter than the optimum, ≤ 0; the sum with `excess` is KL(P‖Q)."""
        return self._area(np.minimum(self.gaps, 0.0))

    def _area(self, heights: FloatArray) -> float:
        there = self.widths > 0.0
        return math.fsum((self.widths[there] * heights[there]).tolist()) + 0.0

    @property
    def open_topped(self) -> IndexArray:
        """The categories with P(i) > 0 and infinite height."""
        return np.flatnonzero((self.widths > 0.0) & np.isinf(self.heights))

    @property
    def without_width(self) -> IndexArray:
        """The categories of width 0, from left to right."""
        never = np.flatnonzero(self.widths == 0.0)
        return never[np.argsort(self.lefts[never], kind="stable")]

    @property
    def shown_range(self) -> Range:
        """The range of an axis for all finite heights, with space above for infinite ones."""
        seen = self.widths >= min(NARROWEST_MEASURED, float(self.widths.max()))
        ends = np.concatenate((self.heights[seen], self.lines[seen]))
        finite = ends[np.isfinite(ends)]
        high = float(finite.max()) if finite.size else 0.0
        high = high if high > 1e-299 else 1.0
        return Range(0.0, high * ROOM_ABOVE if self.open_topped.size else high)

    def category_at(self, place: float) -> int:
        """Return the category of the block at ``place`` (0 … 1); −1 outside.

        In gaps, which occur during animations, it is the block to the left, or else the first one.
        """
        if not 0.0 <= place < 1.0:
            return -1
        seen = np.flatnonzero(self.widths > 0.0)
        before = seen[self.lefts[seen] <= place]
        return int(before[np.argmax(self.lefts[before])] if before.size else seen[np.argmin(self.lefts[seen])])

    def towards(self, other: CodeBlocks, part: float) -> CodeBlocks:
        """Interpolate to ``other`` by ``part`` (0 … 1); infinite values are those of ``other``."""

        def between(one: FloatArray, two: FloatArray) -> FloatArray:
            with np.errstate(invalid="ignore"):
                mixed = one * (1.0 - part) + two * part
            return np.where(np.isfinite(mixed), mixed, two)

        pairs = (
            (self.lefts, other.lefts),
            (self.widths, other.widths),
            (self.heights, other.heights),
            (self.lines, other.lines),
        )
        return CodeBlocks(*(between(one, two) for one, two in pairs))
