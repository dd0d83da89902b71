"""The rubber band that selects columns."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter, QPen

from klscope.views.painting.geometry import PlotArea
from klscope.views.theme import Theme

GROUND = 0.12
"""The opacity of the fill, in the focus colour."""


class RubberBand:
    """A frame from the press to the pointer, visible after the drag distance."""

    def __init__(self) -> None:
        self._frame: QRectF | None = None

    def stretch(self, press: QPointF, pointer: QPointF, area: PlotArea) -> tuple[int, ...]:
        """Set the frame, and return the categories inside it."""
        self._frame = QRectF(press, pointer).normalized()
        first, last = (area.nearest_column(x) for x in (self._frame.left(), self._frame.right()))
        return tuple(range(first, last + 1))

    def paint(self, painter: QPainter, theme: Theme) -> None:
        if self._frame is None:
            return
        ground = QColor(theme.focus)
        ground.setAlphaF(GROUND)
        painter.setPen(QPen(QColor(theme.focus), 1.0))
        painter.setBrush(ground)
        painter.drawRect(self._frame)
