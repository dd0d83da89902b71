"""Encoding a PNG in memory, so that no incomplete file is written and errors of the disk are ours to report."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QImage, QImageWriter


def as_png(image: QImage) -> bytes:
    """Encode an image as PNG; raises MemoryError if it is null, as after a failed allocation in Qt."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QImageWriter(buffer, b"png")
    if not writer.write(image):
        raise MemoryError(writer.errorString())
    return bytes(buffer.data().data())
