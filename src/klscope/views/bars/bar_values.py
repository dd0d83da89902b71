"""The probabilities below the columns."""

from __future__ import annotations

from PySide6.QtGui import QColor, QPainter

from klscope.theory.distribution import FloatArray
from klscope.views.fonts import font
from klscope.views.painting.geometry import PlotArea
from klscope.views.painting.names_row import NAME_ROW, VALUE_ROW
from klscope.views.painting.static_texts import draw_centred
from klscope.views.theme import Theme
from klscope.views.words import numbers


def written(value: float, compact: bool) -> str:
    """Return the text of a probability; ``compact`` for at most three characters."""
    text = numbers.probability(value)
    if not compact:
        return text
    return text.removeprefix("0") if "." in text else "≈0" if "e" in text else text


def paint_values(painter: QPainter, area: PlotArea, values: FloatArray, pointed: int, theme: Theme) -> None:
    """Paint the probabilities if columns are wide enough; that of the hovered column (−1 for none) in bold."""
    if not area.has_room_for_values:
        return
    compact = area.column_width < 34.0
    size = 10 if compact else 12
    y = area.bottom + NAME_ROW + VALUE_ROW / 2
    painter.setFont(font(size))
    painter.setPen(QColor(theme.quiet))
    for index, value in enumerate(values.tolist()):
        if index != pointed:
            draw_centred(painter, written(value, compact), area.column_centre(index), y, size)
    if 0 <= pointed < area.n:
        painter.setFont(font(size, bold=True))
        painter.setPen(QColor(theme.ink))
        text = written(float(values[pointed]), compact)
        draw_centred(painter, text, area.column_centre(pointed), y, size, bold=True)
