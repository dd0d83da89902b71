"""An image as PNG, in memory: nothing half written ever reaches a disk, and what goes wrong there is not libpng's."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QImage, QImageWriter


def as_png(image: QImage) -> bytes:
    """Return an image as PNG; raises MemoryError where it is empty, as Qt leaves one that it has no room for."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QImageWriter(buffer, b"png")
    if not writer.write(image):
        raise MemoryError(writer.errorString())
    return bytes(buffer.data().data())
