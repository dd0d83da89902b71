"""Rings around the columns that a lesson asks to drag."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from klscope.views.bars.bar_frame import BarFrame
from klscope.views.painting.geometry import PlotArea
from klscope.views.painting.names_row import NAME_ROW, VALUE_ROW
from klscope.views.painting.static_texts import laid

RING_WIDTH = 2.0
NARROWEST_RINGED_COLUMN = 8.0
"""In narrower columns, in pixels, a ring would hide its bar."""
VALUE_SIZE, WIDEST_VALUE = 12, "0.0000"
ROOM = 4.0
"""The spacing of rings side by side, in pixels, if possible."""


def _holds_values(area: PlotArea, width: float) -> bool:
    """Return whether the widest probability fits into a ring of this width."""
    if not area.has_room_for_values:
        return False
    return laid(WIDEST_VALUE, VALUE_SIZE).width + 2 * RING_WIDTH <= width


def rings(frame: BarFrame) -> list[QRectF]:
    """Return the rings around the highlighted columns, in viewport pixels."""
    area = frame.area
    if area.column_width < NARROWEST_RINGED_COLUMN:
        return []
    inset = RING_WIDTH / 2 + min(ROOM, area.column_width / 8)
    width = round(area.column_width - 2 * inset)
    # a ring encloses name and value; where values are wider than columns, it ends above them
    bottom = area.bottom + NAME_ROW + (VALUE_ROW if _holds_values(area, width) else 2.0)
    # whole pixels give sharp lines
    lefts = [round(area.column_left(index) + inset) for index in frame.highlighted]
    return [QRectF(left, 2.0, width, bottom - 2.0) for left in lefts]


def paint_highlight(painter: QPainter, frame: BarFrame) -> None:
    """Paint the rings."""
    if not frame.highlighted:
        return
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
    painter.setPen(QPen(QColor(frame.theme.focus), RING_WIDTH))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for ring in rings(frame):
        painter.drawRoundedRect(ring, 6.0, 6.0)
