"""The graphics item that paints a chart."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QGraphicsItem, QGraphicsObject, QStyleOptionGraphicsItem, QWidget


class ColumnsItem(QGraphicsObject):
    """The graphics item that paints a chart, in logical pixels."""

    def __init__(self, paint_columns: Callable[[QPainter], None], magnification: Callable[[], float]) -> None:
        super().__init__()
        self._paint_columns, self._magnification = paint_columns, magnification
        self._rectangle = QRectF()
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemUsesExtendedStyleOption, False)

    def place(self, rectangle: QRectF) -> None:
        if rectangle != self._rectangle:
            self.prepareGeometryChange()
            self._rectangle = rectangle

    def boundingRect(self) -> QRectF:
        return self._rectangle

    def paint(self, painter: QPainter, _option: QStyleOptionGraphicsItem, _widget: QWidget | None = None) -> None:
        magnification = self._magnification()
        if magnification == 1.0:
            self._paint_columns(painter)
            return
        painter.save()
        painter.scale(magnification, magnification)
        self._paint_columns(painter)
        painter.restore()
