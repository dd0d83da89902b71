"""An image in memory as PNG."""

import pytest
from PySide6.QtGui import QImage

from klscope.views.export.png import as_png


def test_what_is_written_is_read_back() -> None:
    image = QImage(3, 2, QImage.Format.Format_ARGB32)
    image.fill(0x80402010)
    image.setDotsPerMeterX(7559)
    read = QImage.fromData(as_png(image), "PNG")
    assert read == image
    assert read.dotsPerMeterX() == 7559


def test_an_image_without_memory_raises_an_error() -> None:
    with pytest.raises(MemoryError):
        as_png(QImage())
