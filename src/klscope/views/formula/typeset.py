"""A small typesetter for formulas: text, fractions, sums with an index, subscripts."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QFontMetricsF, QPainter

from klscope.views.fonts import font

SMALLER = 0.68
"""The relative font size of an index or a subscript."""
LARGER = 1.45
"""The relative font size of the sum sign."""
RULE = 1.2
"""The thickness of a fraction rule, in pixels."""


@dataclass(frozen=True)
class Piece:
    """A text or a rule at a position: ``x`` from the left, ``y`` downwards from the baseline."""

    x: float
    y: float
    text: str = ""
    size: int = 0
    role: str = "ink"
    length: float = 0.0


@dataclass(frozen=True)
class Box:
    """Pieces with their width, and their extents above and below the baseline."""

    pieces: tuple[Piece, ...]
    width: float
    over: float
    under: float

    def moved(self, x: float, y: float) -> tuple[Piece, ...]:
        return tuple(replace(piece, x=piece.x + x, y=piece.y + y) for piece in self.pieces)

    def paint(self, painter: QPainter, left: float, baseline: float, colour: Callable[[str], str]) -> None:
        """Paint the box; ``colour`` returns the colour of a role."""
        for piece in self.pieces:
            ink = QColor(colour(piece.role))
            if piece.length:
                painter.fillRect(QRectF(left + piece.x, baseline + piece.y - RULE / 2, piece.length, RULE), ink)
            else:
                painter.setFont(font(piece.size))
                painter.setPen(ink)
                painter.drawText(QPointF(left + piece.x, baseline + piece.y), piece.text)


def text(words: str, size: int, role: str = "ink") -> Box:
    """Return a text on the baseline."""
    metrics = QFontMetricsF(font(size))
    return Box(
        (Piece(0.0, 0.0, words, size, role),), metrics.horizontalAdvance(words), metrics.ascent(), metrics.descent()
    )


def row(*boxes: Box, gap: float = 0.0) -> Box:
    """Return boxes in a row."""
    pieces: list[Piece] = []
    x = 0.0
    for box in boxes:
        pieces += box.moved(x, 0.0)
        x += box.width + gap
    return Box(tuple(pieces), x - gap, max(box.over for box in boxes), max(box.under for box in boxes))


def lowered(base: Box, index: str, size: int) -> Box:
    """Return a box with a subscript."""
    small = text(index, round(size * SMALLER))
    drop = size * 0.24
    return Box(
        (*base.pieces, *small.moved(base.width + 0.5, drop)),
        base.width + small.width + 0.5,
        base.over,
        max(base.under, drop + small.under),
    )


def sum_over(index: str, size: int) -> Box:
    """Return a sum sign with its index below."""
    sign, small = text("Σ", round(size * LARGER)), text(index, round(size * SMALLER))
    drop = size * 0.16  # centres the sign on the line
    place = drop + small.over + 1.0
    width = max(sign.width, small.width)
    pieces = (*sign.moved((width - sign.width) / 2, drop), *small.moved((width - small.width) / 2, place))
    return Box(pieces, width, sign.over - drop, place + small.under)


def fraction(over: Box, under: Box, size: int) -> Box:
    """Return a fraction."""
    width = max(over.width, under.width) + 6.0
    axis = -size * 0.33  # the math axis
    top, bottom = axis - 2.0 - over.under, axis + 1.0 + under.over
    pieces = (
        *over.moved((width - over.width) / 2, top),
        Piece(0.0, axis, length=width),
        *under.moved((width - under.width) / 2, bottom),
    )
    return Box(pieces, width, over.over - top, bottom + under.under)
