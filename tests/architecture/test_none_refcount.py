"""A test for versions of Qt in which void calls lose a reference to None, which aborts Python 3.11."""

import sys

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter

CALLS = 1000


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="None is immortal since Python 3.12: nothing can be lost")
def test_painting_keeps_the_references_to_none() -> None:
    image = QImage(8, 8, QImage.Format.Format_ARGB32)
    painter = QPainter(image)
    square = QRectF(1.0, 1.0, 4.0, 4.0)
    try:
        before = sys.getrefcount(None)
        for _ in range(CALLS):
            painter.fillRect(square, Qt.GlobalColor.black)
            painter.drawRect(square)
        after = sys.getrefcount(None)
    finally:
        painter.end()
    # one lost per call would make it 2,000 fewer; a handful comes and goes with the interpreter's own caches
    assert abs(after - before) < CALLS // 20
