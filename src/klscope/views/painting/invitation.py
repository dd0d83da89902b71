"""The instruction that is painted into an empty plot."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter

from klscope.views.painting.static_texts import laid, write
from klscope.views.theme import Theme

SIZE = 13


def paint_invitation(painter: QPainter, text: str, x: float, y: float, theme: Theme) -> None:
    """Paint an instruction into an empty plot, centred at (x, y), on its own background."""
    width = laid(text, SIZE).width + 12.0
    painter.fillRect(QRectF(x - width / 2, y - 10.0, width, 20.0), QColor(theme.card))
    write(painter, text, x, y, SIZE, theme.quiet)
