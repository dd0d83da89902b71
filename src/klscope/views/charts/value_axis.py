"""The axis at the left of a chart: numbers only, at round steps."""

from __future__ import annotations

from typing import Any

from pyqtgraph.graphicsItems.AxisItem import AxisItem
from pyqtgraph.graphicsItems.ViewBox.ViewBox import ViewBox
from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPen

from klscope.views import numbers
from klscope.views.charts.axes import Range, tick_decimals, tick_step, ticks
from klscope.views.fonts import font

TICK_SIZE = 11


class ValueAxis(AxisItem):  # type: ignore[misc]  # pyqtgraph has no types
    """A quiet axis: numbers only, at round steps."""

    signed = False
    """Whether values above 0 are written with a +."""

    def __init__(self, view_box: ViewBox) -> None:
        super().__init__("left", linkView=view_box, showValues=True, maxTickLength=0)
        self._decimals = 2
        self._laid_out: object = None
        self._specs: Any = None
        self.setStyle(tickTextOffset=6, autoExpandTextSpace=False, hideOverlappingLabels=False)
        self.setPen(QPen(Qt.PenStyle.NoPen))
        self.setTickFont(font(TICK_SIZE))

    def paint(self, p: QPainter, opt: Any, widget: Any) -> None:
        """Paint nothing: the numbers are part of the chart's ground, which is kept as pixels."""

    def paint_numbers(self, painter: QPainter) -> None:
        """Paint the numbers, in the coordinates of the chart."""
        key = (self.geometry(), self.linkedView().viewRange()[1], self.signed, painter.deviceTransform().m11())
        if key != self._laid_out:  # to lay them out takes longer than to paint them
            self._laid_out, self._specs = key, self.generateDrawSpecs(painter)
        if self._specs is None:
            return
        painter.save()
        painter.translate(self.pos())
        self.drawPicture(painter, *self._specs)
        painter.restore()

    def generateDrawSpecs(self, p: QPainter) -> Any:  # noqa: N802
        """Return what is drawn: the numbers, no ticks and no line."""
        specs = super().generateDrawSpecs(p)
        return None if specs is None else (specs[0], [], specs[2])

    def tickValues(self, minVal: float, maxVal: float, size: float) -> list[tuple[float, list[float]]]:  # noqa: N802, N803
        """Return the round values between the ends."""
        most = most_ticks(size)
        step = tick_step(maxVal - minVal, most)
        self._decimals = tick_decimals(step)
        return [(step, ticks(Range(minVal, maxVal), most))]

    def tickStrings(self, values: list[float], scale: float, spacing: float) -> list[str]:  # noqa: N802, ARG002
        """Return how the values are written."""
        return [numbers.tick(value, self._decimals, plus=self.signed) for value in values]


def most_ticks(height: float) -> int:
    """Return how many ticks stand well in ``height`` pixels."""
    return max(2, min(5, int(height / 34)))
