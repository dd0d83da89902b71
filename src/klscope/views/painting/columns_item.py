"""The item of a chart's scene that paints."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QGraphicsItem, QGraphicsObject, QStyleOptionGraphicsItem, QWidget

if TYPE_CHECKING:
    from klscope.views.painting.category_chart import CategoryChart


class ColumnsItem(QGraphicsObject):
    """The painted part of a chart: it asks its chart to paint, in pixels of the usual size."""

    def __init__(self, chart: CategoryChart) -> None:
        super().__init__()
        self._chart = chart
        self._rectangle = QRectF()
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemUsesExtendedStyleOption, False)

    def place(self, rectangle: QRectF) -> None:
        """Cover ``rectangle``."""
        if rectangle != self._rectangle:
            self.prepareGeometryChange()
            self._rectangle = rectangle

    def boundingRect(self) -> QRectF:  # noqa: N802
        """Return the covered rectangle."""
        return self._rectangle

    def paint(self, painter: QPainter, _option: QStyleOptionGraphicsItem, _widget: QWidget | None = None) -> None:
        """Paint the chart's columns, as large as the chart is."""
        magnification = self._chart.magnification
        if magnification == 1.0:
            self._chart.paint_columns(painter)
            return
        painter.save()
        painter.scale(magnification, magnification)
        self._chart.paint_columns(painter)
        painter.restore()
