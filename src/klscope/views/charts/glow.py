"""A calm ring round the columns of bars that a lesson asks to be dragged."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from klscope.views.charts.names_row import NAME_ROW

if TYPE_CHECKING:
    from klscope.views.charts.bar_chart import BarChart

RING_WIDTH = 2.0
NARROWEST_RINGED_COLUMN = 8.0
"""Under this many pixels a column, a ring would hide its bar."""
ROOM = 4.0
"""Between two rings side by side, in pixels, where there is any to spare."""


def rings(chart: BarChart) -> list[QRectF]:
    """Return the rings round the glowing columns, in viewport pixels; none round a category that is gone."""
    assert chart.snapshot is not None
    area, labels = chart.area, chart.snapshot.comparison.labels
    if area.column_width < NARROWEST_RINGED_COLUMN:
        return []
    places = [labels.index(label) for label in chart.glowing if label in labels]
    inset = RING_WIDTH / 2 + min(ROOM, area.column_width / 8)
    bottom = area.bottom + NAME_ROW  # values are wider than narrow columns: the ring stays above them
    lefts = [round(area.column_left(place) + inset) for place in places]  # whole pixels, so that the ring is sharp
    return [QRectF(left, 2.0, round(area.column_width - 2 * inset), bottom - 2.0) for left in lefts]


def paint_glow(painter: QPainter, chart: BarChart) -> None:
    """Paint the rings."""
    if not chart.glowing:
        return
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
    painter.setPen(QPen(QColor(chart.theme.focus), RING_WIDTH))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for ring in rings(chart):
        painter.drawRoundedRect(ring, 6.0, 6.0)


def set_glow(chart: BarChart, labels: tuple[str, ...]) -> None:
    """Let the bars of these categories glow, and no others."""
    if chart.glowing != labels:
        chart.glowing = labels
        chart.columns.update()
