"""The instruction that is painted into an empty plot."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter

from klscope.views.fonts import font
from klscope.views.painting.static_texts import draw_centred, laid
from klscope.views.theme import Theme

SIZE = 13


def paint_invitation(painter: QPainter, text: str, x: float, y: float, theme: Theme) -> None:
    """Paint an instruction into an empty plot, centred at (x, y), on its own background."""
    width = laid(text, SIZE).width + 12.0
    painter.fillRect(QRectF(x - width / 2, y - 10.0, width, 20.0), QColor(theme.card))
    painter.setFont(font(SIZE))
    painter.setPen(QColor(theme.quiet))
    draw_centred(painter, text, x, y, SIZE)
