"""A drawing without its page: what is painted in the page's colour is cut out of what lies below it.

The same picture is drawn on a white and on a black page; where a mark's colour differs between the two, the page shines
through it, by as much as it differs. So no mask is needed, which many programs that read SVG leave out.
"""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainterPath, QPen

from klscope.views.export import page_holes
from klscope.views.export.vectors.primitives import Drawing, Fill, Image, Line, Mark, Text

WHOLE = 255
HALF = 0.5
"""Of a mark that covers more than this of what lies below nothing shall be seen through it."""


def cut_out(on_white: Drawing, on_black: Drawing) -> Drawing:
    """Return what two drawings of one picture have in common, and leave out the page.

    Raises
    ------
    ValueError
        They are not of one picture.
    """
    kept: list[Mark] = []
    hole: QPainterPath | None = None
    for bright, dark in zip(on_white.marks, on_black.marks, strict=True):
        mark, opening = _parted(bright, dark)
        if opening is not None:  # many in a row, as the lines of a hatch, are cut out together
            hole = opening if hole is None else hole.united(opening)
        if mark is not None:
            if hole is not None:
                kept, hole = _outside(kept, hole), None
            kept.append(mark)
    if hole is not None:
        kept = _outside(kept, hole)
    return replace(on_white, marks=tuple(kept))


def _parted(bright: Mark, dark: Mark) -> tuple[Mark | None, QPainterPath | None]:
    """Return what is seen of a mark on any page, and what it opens below it."""
    if isinstance(bright, Image) or isinstance(dark, Image):
        if not (isinstance(bright, Image) and isinstance(dark, Image)):
            raise ValueError("these are two pictures")
        return replace(dark, image=page_holes.cut_out(bright.image, dark.image)), None
    if bright.colour == dark.colour:
        return bright, None
    shining = min(one - other for one, other in zip(_channels(bright.colour), _channels(dark.colour), strict=True))
    opening = bright.outline() if bright.colour.alphaF() > HALF else None
    seen = WHOLE - shining
    if seen <= 0:
        return None, opening
    colour = QColor(*(min(WHOLE, round(channel * WHOLE / seen)) for channel in _channels(dark.colour)))
    colour.setAlpha(round(seen * bright.colour.alphaF()))
    if isinstance(bright, Line):
        pen = QPen(bright.pen)
        pen.setColor(colour)
        return replace(bright, pen=pen), opening
    return replace(bright, colour=colour), opening


def _channels(colour: QColor) -> tuple[int, int, int]:
    return colour.red(), colour.green(), colour.blue()


def _outside(marks: list[Mark], hole: QPainterPath) -> list[Mark]:
    """Return the marks, of each what is left outside a hole."""
    box = hole.controlPointRect()
    rests = (_rest(mark, hole, box) for mark in marks)
    return [rest for rest in rests if rest is not None]


def _rest(mark: Mark, hole: QPainterPath, box: QRectF) -> Mark | None:
    outline = mark.outline()
    if not outline.controlPointRect().intersects(box) or not outline.intersects(hole):
        return mark
    rest = outline.subtracted(hole)
    if rest.isEmpty():
        return None
    if isinstance(mark, Image):
        return mark.inside(rest)
    return Fill(rest, mark.colour, not isinstance(mark, Text) and mark.crisp)
