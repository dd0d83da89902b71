"""Clipping of primitives. The clip is applied to the geometry, because many viewers do not support clip paths."""

from __future__ import annotations

from PySide6.QtGui import QPainterPath

from klscope.views.export.vectors.primitives import Primitive, part, rectangle_of

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
    outline = primitive.outline()
    box = outline.boundingRect()
    if clip.contains(box.adjusted(TOLERANCE, TOLERANCE, -TOLERANCE, -TOLERANCE)):
        return primitive
    return part(primitive, common(outline, clip)) if clip.boundingRect().intersects(box) else None
