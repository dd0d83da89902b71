"""A pixmap cache for the parts of a chart that rarely change."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF, QSizeF
from PySide6.QtGui import QColor, QPainter, QPixmap

from klscope.views.painting.vector_device import paints_shapes
from klscope.views.words import language


class CachedLayer:
    """An opaque layer, cached as a pixmap once it is painted twice in a row with the same key.

    A layer that changes at every paint event is thus painted directly, without the cost of a pixmap.
    """

    def __init__(self) -> None:
        self._key: object = None
        self._pixels: QPixmap | None = None

    def paint(
        self, painter: QPainter, key: object, size: QSizeF, ground: str, paint: Callable[[QPainter], None]
    ) -> None:
        """Paint the layer at (0, 0), by ``paint`` or from the pixmap.

        Parameters
        ----------
        key
            Everything that ``paint`` depends on, but for ``size``, ``ground``, the resolution and the language.
        ground
            The background colour.
        """
        device = painter.deviceTransform()
        ratio = device.m11()
        between_pixels = not (device.dx().is_integer() and device.dy().is_integer())
        key = (key, size.width(), size.height(), ground, ratio, language.code())
        same, self._key = key == self._key, key
        # a copy at a fractional position would be blurred; in vector output it would be an image
        if not same or between_pixels or paints_shapes(painter):
            self._pixels = None
            paint(painter)
            return
        if self._pixels is None:
            self._pixels = QPixmap((size * ratio).toSize())
            self._pixels.setDevicePixelRatio(ratio)
            self._pixels.fill(QColor(ground))
            own = QPainter(self._pixels)
            paint(own)
            own.end()
        painter.drawPixmap(QPointF(0.0, 0.0), self._pixels)
