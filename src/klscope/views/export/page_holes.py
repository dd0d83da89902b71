"""Transparency of images, from a rendering on white and one on black: alpha is 1 minus their difference."""

from __future__ import annotations

import numpy as np
from PySide6.QtGui import QImage


def cut_out(on_white: QImage, on_black: QImage) -> QImage:
    """Return the transparent image of which these are the renderings on white and on black."""
    form = QImage.Format.Format_RGBA8888_Premultiplied
    on_white, on_black = on_white.convertToFormat(form), on_black.convertToFormat(form)
    bright, dark = _pixels(on_white), _pixels(on_black)
    dark[..., 3] -= (bright[..., :3] - dark[..., :3]).min(axis=-1)
    return on_black


def _pixels(image: QImage) -> np.ndarray[tuple[int, ...], np.dtype[np.uint8]]:
    """Return a writable view of the bytes of an image, shape ``(height, width, 4)``."""
    rows = np.frombuffer(image.bits(), np.uint8).reshape(image.height(), image.bytesPerLine())
    return rows[:, : image.width() * 4].reshape(image.height(), image.width(), 4)
