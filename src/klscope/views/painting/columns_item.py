"""The graphics item that paints a chart."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QGraphicsRectItem, QStyleOptionGraphicsItem, QWidget


class ColumnsItem(QGraphicsRectItem):
    """The graphics item that paints a chart in its rectangle, in logical pixels."""

    def __init__(self, paint_columns: Callable[[QPainter], None], magnification: Callable[[], float]) -> None:
        super().__init__()
        self.setPen(QPen(Qt.PenStyle.NoPen))
        self._paint_columns, self._magnification = paint_columns, magnification

    def paint(self, painter: QPainter, _option: QStyleOptionGraphicsItem, _widget: QWidget | None = None) -> None:
        magnification = self._magnification()
        if magnification == 1.0:
            self._paint_columns(painter)
            return
        painter.save()
        painter.scale(magnification, magnification)
        self._paint_columns(painter)
        painter.restore()
