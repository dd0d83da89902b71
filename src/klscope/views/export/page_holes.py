"""An image without its page: how far it differs between a white and a black one is how far the page shines through."""

from __future__ import annotations

import numpy as np
from PySide6.QtGui import QImage


def cut_out(on_white: QImage, on_black: QImage) -> QImage:
    """Return what two images of one picture have in common, and leave out the page."""
    form = QImage.Format.Format_RGBA8888_Premultiplied
    on_white, on_black = on_white.convertToFormat(form), on_black.convertToFormat(form)
    bright, dark = _pixels(on_white), _pixels(on_black)
    dark[..., 3] -= (bright[..., :3] - dark[..., :3]).min(axis=-1)
    return on_black


def _pixels(image: QImage) -> np.ndarray[tuple[int, ...], np.dtype[np.uint8]]:
    """Return the bytes of an image, writable, shape ``(height, width, 4)``."""
    rows = np.frombuffer(image.bits(), np.uint8).reshape(image.height(), image.bytesPerLine())
    return rows[:, : image.width() * 4].reshape(image.height(), image.width(), 4)
