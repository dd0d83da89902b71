"""Transparency of drawings: primitives in the background colour are subtracted from those below them.

The picture is drawn on white and on black. A primitive whose colour differs between the two is transparent, by as much
as it differs. No mask is used, because many SVG viewers ignore masks.
"""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtGui import QColor, QPainterPath, QPen

from klscope.views.export import page_holes
from klscope.views.export.vectors.primitives import Drawing, Image, Line, Primitive, part

WHOLE = 255
HALF = 0.5
"""The least alpha of a primitive that is subtracted from those below it."""


def cut_out(on_white: Drawing, on_black: Drawing) -> Drawing:
    """Return the transparent drawing of which these are the renderings on white and on black."""
    kept: list[Primitive] = []
    hole: QPainterPath | None = None
    for bright, dark in zip(on_white.primitives, on_black.primitives, strict=True):
        primitive, opening = _parted(bright, dark)
        if opening is not None:  # consecutive holes, such as the lines of a hatch, are united first
            hole = opening if hole is None else hole.united(opening)
        if primitive is not None:
            if hole is not None:
                kept, hole = _outside(kept, hole), None
            kept.append(primitive)
    if hole is not None:
        kept = _outside(kept, hole)
    return replace(on_white, primitives=tuple(kept))


def _parted(bright: Primitive, dark: Primitive) -> tuple[Primitive | None, QPainterPath | None]:
    """Return the part of a primitive that is visible on any page, and the hole that it cuts below it."""
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


def _outside(primitives: list[Primitive], hole: QPainterPath) -> list[Primitive]:
    rests = (_rest(primitive, hole) for primitive in primitives)
    return [rest for rest in rests if rest is not None]


def _rest(primitive: Primitive, hole: QPainterPath) -> Primitive | None:
    outline = primitive.outline()
    touched = outline.boundingRect().intersects(hole.boundingRect()) and outline.intersects(hole)
    return part(primitive, outline.subtracted(hole)) if touched else primitive
