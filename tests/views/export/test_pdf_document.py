"""A PDF document in memory: its pages in order, its title, the size of its pages in points."""

import re

import pytest
from PySide6.QtCore import QPointF, QSizeF
from PySide6.QtGui import QPageSize, QPainter

from klscope.views.export.pdf_document import pdf_document


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("pages", [1, 3])
def test_every_page_is_painted_once_and_in_order(pages: int) -> None:
    painted: list[int] = []
    scales: list[float] = []

    def paint(painter: QPainter, page: int) -> None:
        painted.append(page)
        scales.append(painter.transform().map(QPointF(96.0, 0.0)).x())  # an inch of a screen
        painter.drawLine(0, 0, 10, 10)

    size = QPageSize(QSizeF(72.0, 144.0), QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.ExactMatch)
    written = pdf_document("Wetter ☂", size, 600, paint, pages)
    assert painted == list(range(pages))
    assert scales == [600.0] * pages
    assert written.startswith(b"%PDF-")
    assert written.endswith(b"%%EOF\n")
    assert len(re.findall(rb"/Type\s*/Page\b", written)) == pages
    boxes = re.findall(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", written)
    assert [(float(width), float(height)) for width, height in boxes] == [(72.0, 144.0)] * pages
    assert "Wetter ☂".encode("utf-16-be") in written
