"""A PDF is one page of just the drawing's size, with its typeface inside. Read from its bytes: they are not packed."""

import re

import pytest
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QFontMetricsF, QImage, QPainterPath, QRawFont, QTextLayout, QTransform

from klscope.views.export.vectors.pdf import as_pdf, plain_face, words_of
from klscope.views.export.vectors.primitives import Drawing, Fill, Image, Primitive, Text
from klscope.views.fonts import font


def written(*primitives: Primitive, title: str = "") -> bytes:
    return as_pdf(Drawing(1280, 720, primitives), title)


def test_the_page_is_as_large_as_the_picture() -> None:
    pdf = written(title="KL(P‖Q)")
    assert re.findall(rb"/MediaBox \[([^\]]*)\]", pdf) == [b"0 0 960.000000 540.000000"]  # 1280 · 72 / 96
    assert pdf.count(b"/Type /Page\n") == 1
    assert "KL(P‖Q)".encode("utf-16-be") in pdf or "KL(P‖Q)".encode() in pdf


def test_text_brings_its_typeface_and_what_its_letters_mean() -> None:
    pdf = written(Text("눈 0.125", QPointF(10, 50), 60.0, font(13), QColor("black"), QTransform()))
    assert b"Pretendard" in pdf
    assert b"/FontFile" in pdf
    assert b"/ToUnicode" in pdf
    assert b"/Subtype /Image" not in pdf


def test_only_an_image_is_one() -> None:
    path = QPainterPath()
    path.addRect(QRectF(0, 0, 5, 5))
    assert b"/Subtype /Image" not in written(Fill(path, QColor("red")))
    image = QImage(2, 1, QImage.Format.Format_RGB32)
    image.fill(QColor("red"))
    assert b"/Subtype /Image" in written(Image(image, QRectF(0, 0, 100, 50)))


@pytest.mark.parametrize("text", ["+1.000 − 0.375 = 0.625 bits", "KL(P‖Q) per category", "1.111", "확률 1/3"])
def test_a_text_keeps_its_words_and_their_places(text: str) -> None:
    """Each word stands where it did on the screen, no wider than there."""
    face = font(13)
    parts = list(words_of(text, face))
    assert [word for word, _, _ in parts] == text.split()
    metrics = QFontMetricsF(face)
    for word, begin, spaced in parts:
        left = metrics.horizontalAdvance(text[: text.index(word)])
        width = metrics.horizontalAdvance(word)
        assert begin >= left - 0.01
        assert begin + QFontMetricsF(spaced).horizontalAdvance(word) <= left + width + 0.51


@pytest.mark.parametrize("text", ["+1.000 − 0.375 ≈ 0.625", "파선: Q", "1×2 → 3", "−3 >0.9 1:2 1-2", "KL(P‖Q), ∞"])
@pytest.mark.parametrize("bold", [False, True])
def test_it_is_written_in_the_glyphs_that_can_be_searched(text: str, bold: bool) -> None:
    """Oracle: the typeface's own map from characters to glyphs."""
    for word, _, spaced in words_of(text, font(13, bold)):
        layout = QTextLayout(word, spaced)
        layout.beginLayout()
        layout.createLine()
        layout.endLayout()
        glyphs = [glyph for run in layout.glyphRuns() for glyph in run.glyphIndexes()]
        assert glyphs == QRawFont.fromFont(spaced).glyphIndexesForString(word), word


def test_it_keeps_its_weight() -> None:
    assert [plain_face(font(13, bold)).bold() for bold in (False, True)] == [False, True]
