"""The line at the highest probability that locks allow; its text avoids highlighted columns."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QCoreApplication, QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from klscope.model.comparison import Side
from klscope.model.snapshot import Snapshot
from klscope.theory.distribution import SUM_TOLERANCE
from klscope.views.bars.bar_frame import BarFrame
from klscope.views.bars.highlight import RING_WIDTH, rings
from klscope.views.fonts import font
from klscope.views.words import numbers

translate = QCoreApplication.translate
CLEAR = 4.0 + RING_WIDTH / 2


def end_of_words(width: float, left: float, right: float, ringed: Sequence[QRectF]) -> float:
    """Return the right end of the text: as far right as possible without crossing a ring."""
    ends = [right, *(ring.left() - CLEAR for ring in ringed), *(ring.right() - CLEAR for ring in ringed)]
    edges = [edge for ring in ringed for edge in (ring.left(), ring.right())]
    free = [
        end
        for end in ends
        if left <= end - width <= end <= right and not any(end - width - CLEAR < x < end + CLEAR for x in edges)
    ]
    beside = [end for end in free if not any(ring.left() < end <= ring.right() for ring in ringed)]
    return max(beside or free, default=right)


def ceiling_of(snapshot: Snapshot, side: Side, dragged: int, dragged_ceiling: float, top: float) -> float | None:
    """Return the highest probability of the dragged or the unlocked bars; None without a limit or a movable bar.

    ``dragged`` is −1 for no bar. With the ``top`` of the axis above 1, the ceiling is visible even without locks.
    """
    locks = snapshot.comparison.locks(side)
    locked = bool(locks.any())
    if locked and (np.count_nonzero(~locks) < 2 or snapshot.free_mass(side) <= SUM_TOLERANCE):
        return None
    if dragged >= 0 and (top > 1.0 or locked or len(snapshot.view.moved_with(dragged)) > 1):
        return dragged_ceiling
    return snapshot.free_mass(side) if locked else None


def paint_ceiling(painter: QPainter, frame: BarFrame) -> None:
    """Paint the line and its text."""
    area, theme, level = frame.area, frame.theme, frame.ceiling
    if level is None or level > area.shown.high:
        return
    y = round(area.y(level))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    painter.setPen(QPen(QColor(theme.quiet), 1.0, Qt.PenStyle.DotLine))
    painter.drawLine(QLineF(area.left, y, area.right, y))
    painter.setFont(font(11))
    painter.setPen(QColor(theme.quiet))
    text = translate("BarChart", "ceiling {value}").format(value=numbers.short(level))
    width = QFontMetricsF(font(11)).horizontalAdvance(text)
    right = end_of_words(width, area.left, area.right, rings(frame))
    top = y - 15.0 if y - 15.0 > 0.0 else y + 2.0
    painter.fillRect(QRectF(right - width - 3.0, top, width + 3.0, 14.0), QColor(theme.card))  # not over a bar
    painter.drawText(QPointF(right - width, top + 11.0), text)
