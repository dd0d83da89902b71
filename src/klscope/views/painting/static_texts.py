"""A cache of laid out short texts, since charts draw the same few thousand numbers often."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QStaticText

from klscope.views.fonts import font
from klscope.views.painting.eliding import elided


class LaidText(NamedTuple):
    """A laid out text and its width in pixels."""

    text: QStaticText
    width: float
    height: float


@lru_cache(maxsize=8192)
def laid(text: str, size: int, bold: bool = False) -> LaidText:
    """Return a text laid out with a font of ``size`` pixels."""
    face = font(size, bold)
    static = QStaticText(text)
    static.setTextFormat(Qt.TextFormat.PlainText)
    static.prepare(font=face)
    metrics = QFontMetricsF(face)
    return LaidText(static, metrics.horizontalAdvance(text), metrics.height())


def draw_centred(painter: QPainter, text: str, x: float, y: float, size: int, bold: bool = False) -> None:
    """Draw a text centred at (x, y) with the pen of the painter, whose font must be ``font(size, bold)``."""
    static, width, height = laid(text, size, bold)
    painter.drawStaticText(QPointF(x - width / 2, y - height / 2), static)


def write(
    painter: QPainter, text: str, x: float, y: float, size: int, colour: QColor | str, bold: bool = False
) -> None:
    """Write a text of a size and a colour, centred at (x, y)."""
    painter.setFont(font(size, bold))
    painter.setPen(QColor(colour))
    draw_centred(painter, text, x, y, size, bold)


def write_from(
    painter: QPainter, text: str, left: float, y: float, size: int, colour: QColor | str, bold: bool = False
) -> float:
    """Write a text from ``left``, vertically centred at ``y``, and return its right end."""
    width = laid(text, size, bold).width
    write(painter, text, left + width / 2, y, size, colour, bold)
    return left + width


@lru_cache(maxsize=64)
def elided_line(text: str, size: int, room: float) -> str:
    """Return a text, elided to ``room`` pixels without cutting a number."""
    return elided(text, QFontMetricsF(font(size)), room)


def first_that_fits(texts: Sequence[str], size: int, room: float) -> str:
    """Return the first text that fits into ``room`` pixels, else the last one, elided."""
    return next((text for text in texts if laid(text, size).width <= room), elided_line(texts[-1], size, room))
