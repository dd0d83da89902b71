"""Whether a painter paints on a raster or a vector device."""

from __future__ import annotations

from PySide6.QtGui import QPaintEngine, QPainter

PIXELS = QPaintEngine.Type.Raster


def paints_shapes(painter: QPainter) -> bool:
    """Return whether the device keeps shapes, lines and text; then nothing may be painted through a pixmap."""
    return painter.paintEngine().type() is not PIXELS
