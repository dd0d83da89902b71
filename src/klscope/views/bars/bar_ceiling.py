"""The line at the most that bars can take, where locks hold the rest; its words keep clear of rings."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QCoreApplication, QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from klscope.theory.distribution import SUM_TOLERANCE
from klscope.views.bars.highlight import RING_WIDTH, rings
from klscope.views.fonts import font
from klscope.views.words import numbers

if TYPE_CHECKING:
    from klscope.views.bars.bar_chart import BarChart

translate = QCoreApplication.translate
CLEAR = 4.0 + RING_WIDTH / 2


def end_of_words(width: float, left: float, right: float, ringed: Sequence[QRectF]) -> float:
    """Return where words end: as far to the right as no ring runs through them, beside the rings or within one."""
    ends = [right, *(ring.left() - CLEAR for ring in ringed), *(ring.right() - CLEAR for ring in ringed)]
    edges = [edge for ring in ringed for edge in (ring.left(), ring.right())]
    free = [
        end
        for end in ends
        if left <= end - width <= end <= right and not any(end - width - CLEAR < x < end + CLEAR for x in edges)
    ]
    beside = [end for end in free if not any(ring.left() < end <= ring.right() for ring in ringed)]
    return max(beside or free, default=right)


def level_of(chart: BarChart) -> float | None:
    """Return the most that the dragged or the free bars can take; None where nothing holds them, or all stand still."""
    assert chart.snapshot is not None
    dragged, locked = chart.dragged_index, bool(chart.locks.any())
    if locked and (np.count_nonzero(~chart.locks) < 2 or chart.snapshot.free_mass(chart.side) <= SUM_TOLERANCE):
        return None
    together = len(chart.snapshot.view.moved_with(dragged)) > 1
    if dragged >= 0 and (chart.area.shown.high > 1.0 or locked or together):
        return chart.dragged_ceiling
    return chart.snapshot.free_mass(chart.side) if locked else None


def paint_ceiling(painter: QPainter, chart: BarChart) -> None:
    """Paint the line and its words."""
    area, theme, level = chart.area, chart.theme, level_of(chart)
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
    right = end_of_words(width, area.left, area.right, rings(chart))
    top = y - 15.0 if y - 15.0 > 0.0 else y + 2.0
    painter.fillRect(QRectF(right - width - 3.0, top, width + 3.0, 14.0), QColor(theme.card))  # not on a bar
    painter.drawText(QPointF(right - width, top + 11.0), text)
