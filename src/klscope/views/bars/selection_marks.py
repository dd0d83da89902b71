"""The marks of selected bars: a frame each, or a strip below for several narrow columns."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from klscope.theory.distribution import FloatArray
from klscope.views.painting.geometry import PlotArea
from klscope.views.theme import Theme

OUTSET = 2.5
NARROWEST_GAP = 6.0
"""The smallest distance of bars, in pixels, with separate frames."""
STRIP = 3.0


def is_framed(area: PlotArea, count: int) -> bool:
    """Return whether this number of selected bars is marked by frames."""
    return count == 1 or area.column_width - area.bar_width >= NARROWEST_GAP


def marks(area: PlotArea, values: FloatArray, indices: Sequence[int]) -> list[QRectF]:
    """Return the frames around the bars of these categories, or the strips at their bases."""
    shown = np.array([index for index in indices if index < area.n], dtype=np.intp)
    lefts = area.lefts[shown].tolist()
    if not is_framed(area, len(indices)):
        return [QRectF(left, area.bottom + 1.0, area.bar_width, STRIP) for left in lefts]
    tops = np.minimum(area.ys(values[shown]), area.bottom - 1.0).tolist()
    whole = round if len(indices) > 1 else float  # lines without antialiasing are even only on whole pixels
    foot = whole(area.bottom + OUTSET)
    frames = []
    for left, top in zip(lefts, tops, strict=True):
        x, y, right = whole(left - OUTSET), whole(top - OUTSET), whole(left + area.bar_width + OUTSET)
        frames.append(QRectF(x, y, right - x, foot - y))
    return frames


def paint_selected(
    painter: QPainter, area: PlotArea, values: FloatArray, indices: Sequence[int], theme: Theme, active: bool
) -> None:
    """Mark these categories, less strongly if the chart is not ``active``."""
    colour = QColor(theme.ink if active else theme.quiet)
    framed = is_framed(area, len(indices))
    smooth = len(indices) == 1  # antialiasing is slow, and there may be many
    width = (1.6 if smooth else 2.0) if active else 1.0
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, smooth)
    pen = QPen(colour, width)
    pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
    painter.setPen(pen if framed else QPen(Qt.PenStyle.NoPen))
    painter.setBrush(Qt.BrushStyle.NoBrush if framed else colour)
    painter.drawRects(marks(area, values, indices))
