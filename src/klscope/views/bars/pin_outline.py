"""The bars of the compared pin, as a thin dotted outline over the current ones."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter, QPen

from klscope.model.comparison import Comparison, Side
from klscope.theory.distribution import FloatArray
from klscope.views.painting.geometry import PlotArea
from klscope.views.painting.paths import segments
from klscope.views.theme import Theme

NARROWEST_OUTLINED_COLUMN = 3.0
"""In narrower columns, in pixels, the dots of neighbours would merge."""
ROOM_BETWEEN = 3.0
"""The smallest distance of bars, in pixels, with separate outlines."""
DOTS = [1.0, 2.0]
"""The lengths of a dot and a gap, in pixels."""


def outline_lines(area: PlotArea, values: FloatArray) -> FloatArray:
    """Return x and y of both ends of each line of the outlines of bars, a pixel outside them, shape ``(m, 4)``.

    Where bars are too close for separate outlines, the result is one stepped line over all of them; none if columns are
    too narrow. A bar of 0 has no outline, and one that exceeds the axis has no top.
    """
    if area.column_width < NARROWEST_OUTLINED_COLUMN:
        return np.empty((0, 4))
    tops = np.round(area.ys(values))
    if area.column_width - area.bar_width < ROOM_BETWEEN:
        return _in_steps(area, tops, values)
    tall = values > 0.0
    lefts = np.round(area.lefts[tall]) - 1.0
    rights = np.round(area.lefts[tall] + area.bar_width)
    tops, bottoms = tops[tall], np.full(lefts.shape, area.bottom)
    capped = values[tall] <= area.shown.high
    sides = [np.column_stack((xs, bottoms, xs, tops)) for xs in (lefts, rights)]
    caps = np.column_stack((lefts, tops, rights, tops))[capped]
    return np.concatenate([*sides, caps])


def _in_steps(area: PlotArea, tops: FloatArray, values: FloatArray) -> FloatArray:
    """Return a stepped line over all bars."""
    edges = np.round(area.left + area.column_width * np.arange(area.n + 1))
    capped = (values <= area.shown.high) & (values > 0.0)
    level = np.column_stack((edges[:-1], tops, edges[1:], tops))[capped]
    heights = np.concatenate([[area.bottom], tops, [area.bottom]])
    upright = np.column_stack((edges, heights[:-1], edges, heights[1:]))
    return np.concatenate([level, upright[heights[:-1] != heights[1:]]])


def paint_outline(painter: QPainter, area: PlotArea, pinned: Comparison | None, side: Side, theme: Theme) -> None:
    """Paint the outline of one side of the pin; nothing without a compared pin.

    The dots are on a line in the background colour, so that they are visible on any fill.
    """
    if pinned is None:
        return
    ends = outline_lines(area, pinned.distribution(side).probabilities)
    if not ends.size:
        return
    lines = segments(ends[:, ::2].ravel(), ends[:, 1::2].ravel())
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    pen = QPen(QColor(theme.card), 1.0)
    painter.setPen(pen)
    painter.drawPath(lines)
    pen = QPen(QColor(theme.ink), 1.0)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    pen.setDashPattern(DOTS)
    painter.setPen(pen)
    painter.drawPath(lines)
