"""The value axis at the left of a plot: gridlines at round values, and tick labels."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QLineF
from PySide6.QtGui import QColor, QPainter, QPen

from klscope.views.fonts import font
from klscope.views.painting.axes import Range, tick_decimals, tick_step, ticks
from klscope.views.painting.static_texts import draw_centred, laid
from klscope.views.theme import Theme
from klscope.views.words import numbers


def most_ticks(height: float) -> int:
    """Return the largest number of ticks for ``height`` pixels."""
    return max(2, min(5, int(height / 34)))


def numbered(shown: Range, most: int, signed: bool = False) -> list[tuple[float, str]]:
    """Return about ``most`` ticks at most, each with its label; ``signed`` labels positive values with "+"."""
    decimals = tick_decimals(tick_step(shown.high - shown.low, most))
    return [(value, numbers.tick(value, decimals, plus=signed)) for value in ticks(shown, most)]


def paint_axis(
    painter: QPainter,
    texts: Sequence[tuple[float, str]],
    ends: tuple[float, float],
    theme: Theme,
    size: int = 12,
    gap: float = 6.0,
) -> None:
    """Paint for each y a gridline between two xs (on a whole pixel), and the label ``gap`` pixels to its left."""
    left, right = ends
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    painter.setPen(QPen(QColor(theme.grid), 1.0))
    painter.drawLines([QLineF(left, round(y), right, round(y)) for y, _ in texts])
    painter.setPen(QColor(theme.quiet))
    painter.setFont(font(size))
    for y, text in texts:
        draw_centred(painter, text, left - gap - laid(text, size).width / 2, y, size)
