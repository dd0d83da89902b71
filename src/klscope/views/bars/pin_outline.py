"""The bars of the compared pin as a thin dotted outline over those of the present."""

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
"""Under this many pixels a column, dots of neighbours would run into one another."""
ROOM_BETWEEN = 3.0
"""Between two bars, in pixels, so that each has sides of its own."""
DOTS = [1.0, 2.0]
"""A dot and the gap after it, in pixels."""


def outline_lines(area: PlotArea, values: FloatArray) -> FloatArray:
    """Return the lines round the bars that ``values`` would have, a pixel outside them.

    Where bars stand too close for sides of their own it is one line over all of them, in steps. A bar of 0 has none,
    and one that reaches beyond the axis has no top.

    Parameters
    ----------
    area
        Where the bars stand.
    values
        Probabilities, shape ``(n,)``.

    Returns
    -------
    FloatArray
        x and y of the beginning and of the end of each line, shape ``(m, 4)``, whole pixels; none in columns too
        narrow.
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
    """Return the line over all bars: level over each, upright between two."""
    edges = np.round(area.left + area.column_width * np.arange(area.n + 1))
    capped = (values <= area.shown.high) & (values > 0.0)
    level = np.column_stack((edges[:-1], tops, edges[1:], tops))[capped]
    heights = np.concatenate([[area.bottom], tops, [area.bottom]])
    upright = np.column_stack((edges, heights[:-1], edges, heights[1:]))
    return np.concatenate([level, upright[heights[:-1] != heights[1:]]])


def paint_outline(painter: QPainter, area: PlotArea, pinned: Comparison | None, side: Side, theme: Theme) -> None:
    """Paint the outline of one side of what was pinned; nothing where nothing is compared.

    The dots lie on a line in the ground's colour, so that they are seen on any fill.
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
