"""The PDF writer: one page of the size of the drawing, with embedded fonts."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QSizeF
from PySide6.QtGui import QPageSize, QPainter

from klscope.views.export.pdf_document import SCREEN_DOTS_PER_INCH, pdf_document
from klscope.views.export.vectors.primitives import Drawing, Fill, Image, Line, Primitive, Text
from klscope.views.export.vectors.searchable import pieces

POINTS_PER_INCH = 72
DOTS_PER_INCH = 1200
"""The resolution of the coordinates."""


def as_pdf(drawing: Drawing, title: str) -> bytes:
    """Encode a drawing as a PDF document with a title."""
    scale = POINTS_PER_INCH / SCREEN_DOTS_PER_INCH
    size = QPageSize(
        QSizeF(drawing.width * scale, drawing.height * scale),
        QPageSize.Unit.Point,
        "klscope",
        QPageSize.SizeMatchPolicy.ExactMatch,
    )

    def paint(painter: QPainter, _page: int) -> None:
        for primitive in drawing.primitives:
            _paint(painter, primitive)

    return pdf_document(title, size, DOTS_PER_INCH, paint)


def _paint(painter: QPainter, primitive: Primitive) -> None:
    match primitive:
        case Fill():
            painter.fillPath(primitive.path, primitive.colour)
        case Line():
            painter.strokePath(primitive.path, primitive.pen)
        case Text():
            _write(painter, primitive)
        case Image():
            painter.drawImage(primitive.place, primitive.image)


def _write(painter: QPainter, primitive: Text) -> None:
    painter.save()
    painter.setTransform(primitive.transform, combine=True)
    painter.setPen(primitive.colour)
    for piece in pieces(primitive.text, primitive.font):
        painter.setFont(piece.font)
        painter.drawText(primitive.at + QPointF(piece.left, 0.0), piece.text)
    painter.restore()
