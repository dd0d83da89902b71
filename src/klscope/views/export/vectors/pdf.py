"""The PDF writer: one page of the size of the drawing, with embedded fonts and text that can be searched.

A viewer can map only the default glyphs of a font back to characters. Tabular figures, and the symbols that Pretendard
raises beside figures and Hangul, are alternate glyphs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from PySide6.QtCore import QPointF, QSizeF
from PySide6.QtGui import QFont, QFontMetricsF, QPageSize, QPainter

from klscope.files.documents.embedding import ATTACHMENT
from klscope.views.export.pdf_document import SCREEN_DOTS_PER_INCH, pdf_document
from klscope.views.export.vectors.primitives import Drawing, Fill, Image, Line, Primitive, Text

POINTS_PER_INCH, MILLIMETRES_PER_INCH = 72, 25.4
DOTS_PER_INCH = 1200
"""The resolution of the coordinates."""
RAISED = ("calt", "clig")
WIDEST = 1.12
"""The largest stretch of a word: with wider letter spacing a viewer would find several words."""


def as_pdf(drawing: Drawing, title: str, document: bytes | None = None) -> bytes:
    """Encode a drawing as a PDF document with a title, and with a document of klscope attached to it."""
    usual = POINTS_PER_INCH / SCREEN_DOTS_PER_INCH
    scale = usual
    if drawing.millimetres_per_point is not None:
        scale = drawing.millimetres_per_point / MILLIMETRES_PER_INCH * POINTS_PER_INCH
    dots = max(DOTS_PER_INCH, round(DOTS_PER_INCH * usual / scale))  # a small page needs finer coordinates
    size = QPageSize(
        QSizeF(drawing.width * scale, drawing.height * scale),
        QPageSize.Unit.Point,
        "klscope",
        QPageSize.SizeMatchPolicy.ExactMatch,
    )

    def paint(painter: QPainter, _page: int) -> None:
        painter.scale(scale / usual, scale / usual)
        for primitive in drawing.primitives:
            _paint(painter, primitive)

    attached = None if document is None else (ATTACHMENT, document)
    return pdf_document(title, size, dots, paint, attached=attached)


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
    for word, left, font in words_of(primitive.text, primitive.font):
        painter.setFont(font)
        painter.drawText(primitive.at + QPointF(left, 0.0), word)
    painter.restore()


def plain_face(font: QFont) -> QFont:
    """Return a font without alternate glyphs and without hinting."""
    result = QFont(font)
    for tag in font.featureTags():
        result.unsetFeature(tag)
    for name in RAISED:
        result.setFeature(QFont.Tag(name), 0)
    result.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return result


def words_of(text: str, font: QFont) -> Iterator[tuple[str, float, QFont]]:
    """Yield the words of a text laid out in ``font``, with their offsets in pixels and fonts without alternate glyphs.

    Letter spacing keeps the width of a word that would become narrower, such as a number with a 1.
    """
    plain = plain_face(font)
    metrics, plain_metrics = QFontMetricsF(font), QFontMetricsF(plain)
    for found in re.finditer(r"\S+", text):
        word, left = found[0], metrics.horizontalAdvance(text[: found.start()])
        room, width = metrics.horizontalAdvance(word), plain_metrics.horizontalAdvance(word)
        spaced = QFont(plain)
        if room != width > 0.0:
            stretch = min(room / width, WIDEST)
            left += (room - stretch * width) / 2.0
            spaced.setLetterSpacing(QFont.SpacingType.PercentageSpacing, 100.0 * stretch)  # absolute is not scaled
        yield word, left, spaced
