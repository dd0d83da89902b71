"""Clipping of primitives. The clip is applied to the geometry, because many viewers do not support clip paths."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainterPath

from klscope.views.export.vectors.primitives import Fill, Image, Line, Primitive, Text, rectangle_of

TOLERANCE = 0.01
"""The tolerance of containment, in points."""


def common(one: QPainterPath, other: QPainterPath) -> QPainterPath:
    """Return the intersection of two areas."""
    first, second = rectangle_of(one), rectangle_of(other)
    if first is None or second is None:
        return one.intersected(other)
    path = QPainterPath()
    path.addRect(first & second)
    return path


def clipped(primitive: Primitive, clip: QPainterPath) -> Primitive | None:
    """Return the part of a primitive inside a clip: the primitive itself if all is inside, None if nothing is."""
    if _holds(clip, _reach(primitive)):
        return primitive
    outline = primitive.outline()
    box = outline.boundingRect()
    if _holds(clip, box):
        return primitive
    if not clip.boundingRect().intersects(box):
        return None
    if isinstance(primitive, Image):
        return primitive.inside(clip)
    rest = common(outline, clip)
    if rest.isEmpty():
        return None
    return Fill(rest, primitive.colour, not isinstance(primitive, Text) and primitive.crisp)


def _holds(clip: QPainterPath, box: QRectF) -> bool:
    room = rectangle_of(clip)
    if room is None:
        return clip.contains(box)
    wide = room.adjusted(-TOLERANCE, -TOLERANCE, TOLERANCE, TOLERANCE)
    return (
        wide.left() <= box.left()
        and wide.top() <= box.top()
        and box.right() <= wide.right()
        and box.bottom() <= wide.bottom()
    )


def _reach(primitive: Primitive) -> QRectF:
    """Return a bounding rectangle; it is cheaper to compute than the outline."""
    if isinstance(primitive, Text):
        size = primitive.font.pixelSize()
        return primitive.transform.mapRect(
            QRectF(primitive.at.x() - 1.0, primitive.at.y() - size, primitive.width + 2.0, 1.3 * size)
        )
    if isinstance(primitive, Line):
        half = primitive.pen.widthF() / 2 * max(1.0, primitive.pen.miterLimit())
        return primitive.path.boundingRect().adjusted(-half, -half, half, half)
    return primitive.place if isinstance(primitive, Image) else primitive.path.boundingRect()
