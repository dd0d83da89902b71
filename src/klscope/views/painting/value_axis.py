"""The axis at the left of a chart: numbers only, at round steps."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from klscope.views.fonts import font
from klscope.views.painting.axes import Range, tick_decimals, tick_step, ticks
from klscope.views.painting.geometry import PlotArea
from klscope.views.words import numbers

TICK_SIZE = 11
GAP = 6.0
"""Between a number and the plot, in pixels."""
NUMBER_HEIGHT = 16.0


def most_ticks(height: float) -> int:
    """Return how many ticks stand well in ``height`` pixels."""
    return max(2, min(5, int(height / 34)))


def tick_texts(shown: Range, height: float, signed: bool) -> list[tuple[float, str]]:
    """Return the values that an axis ``height`` pixels high names, as numbers and as they are written.

    ``signed`` writes values above 0 with a +.
    """
    most = most_ticks(height)
    decimals = tick_decimals(tick_step(shown.high - shown.low, most))
    return [(value, numbers.tick(value, decimals, plus=signed)) for value in ticks(shown, most)]


def paint_numbers(painter: QPainter, area: PlotArea, signed: bool, colour: str) -> None:
    """Write the numbers of an axis left of its plot."""
    painter.setFont(font(TICK_SIZE))
    painter.setPen(QColor(colour))
    flags = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip
    for value, text in tick_texts(area.shown, area.height, signed):
        place = QRectF(0.0, area.y(value) - NUMBER_HEIGHT / 2, area.left - GAP, NUMBER_HEIGHT)
        painter.drawText(place, flags, text)
