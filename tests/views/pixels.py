"""What is on the screen, as arrays of pixels."""

from contextlib import contextmanager

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QImage, QPainter

from klscope.views import fonts


def pixels_of(image):
    """Return a QImage's colours, shape ``(height, width, 3)``, signed so that they can be subtracted."""
    image = image.convertToFormat(QImage.Format.Format_RGB888)
    rows = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine())
    return rows[:, : image.width() * 3].reshape(image.height(), image.width(), 3).astype(int)


def grabbed(widget):
    """Return the pixels of a widget as it paints itself now."""
    return pixels_of(widget.grab().toImage())


def is_colour(pixels, colour, tolerance=2):
    """Return where pixels have a colour written #rrggbb, shape ``(height, width)``."""
    wanted = [int(colour[place : place + 2], 16) for place in (1, 3, 5)]
    return (np.abs(pixels - wanted) <= tolerance).all(axis=-1)


def count(pixels, colour, tolerance=2):
    """Return how many pixels have a colour."""
    return int(is_colour(pixels, colour, tolerance).sum())


def extent(mask):
    """Return left, top, right and bottom of the true pixels, the latter two included; None where there are none."""
    ys, xs = np.nonzero(mask)
    return None if not ys.size else (int(xs.min()), int(ys.min()), int(xs.max()), int(ys.max()))


def around(point, width, height):
    """Return the slices of a box around a point."""
    x, y = QPointF(point).toTuple()
    return (
        slice(max(0, round(y - height / 2)), round(y + height / 2)),
        slice(max(0, round(x - width / 2)), round(x + width / 2)),
    )


def inside(rectangle):
    """Return the slices of the whole pixels of a rectangle."""
    box = QRectF(rectangle)
    return slice(round(box.top()), round(box.bottom())), slice(round(box.left()), round(box.right()))


class Sheet:
    """A sheet of one colour to paint on."""

    def __init__(self, width, height, ground, ratio=1):
        fonts.load()
        self.image = QImage(width * ratio, height * ratio, QImage.Format.Format_ARGB32_Premultiplied)
        self.image.setDevicePixelRatio(ratio)
        self.image.fill(Qt.GlobalColor.transparent)
        with self.painter() as painter:
            painter.fillRect(0, 0, width, height, ground)

    @contextmanager
    def painter(self):
        """Return a painter that is ended, whatever happens."""
        painter = QPainter(self.image)
        try:
            yield painter
        finally:
            painter.end()

    @property
    def pixels(self):
        """What is on it now."""
        return pixels_of(self.image)
