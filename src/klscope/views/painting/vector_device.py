"""What a painter paints on: pixels, which may be copied, or shapes, which are to stay what they are."""

from __future__ import annotations

from PySide6.QtGui import QPaintEngine, QPainter

PIXELS = QPaintEngine.Type.Raster


def paints_shapes(painter: QPainter) -> bool:
    """Tell whether what is painted shall stay shapes, lines and text; asked wherever pixels would be copied."""
    return painter.paintEngine().type() is not PIXELS
