"""Documents in pictures come back byte for byte, also after another program has saved the picture again.

Oracle: the bytes that were embedded; Pillow, poppler and Qt as other readers of PNG, PDF and SVG where they are there.
"""

import shutil
import subprocess
import zlib

import numpy as np
import pytest
from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath
from PySide6.QtSvg import QSvgRenderer

from klscope.files.documents.document_file import as_bytes, from_bytes
from klscope.files.documents.embedding import ATTACHMENT, EmbeddingError, embed, embedded_in, is_picture
from klscope.files.picture_formats import PDF, PNG, SVG
from klscope.files.regular_files import FileError
from klscope.model.comparison import Comparison
from klscope.model.document import Document
from klscope.model.pins import Pins
from klscope.model.properties import Properties
from klscope.model.view_state import ViewState
from klscope.theory.distribution import Distribution
from klscope.views.export import picture_files
from klscope.views.export.vectors.primitives import Drawing, Fill

WEATHER = Comparison.from_weights(["맑음", "흐림", "비 & <눈>", "]]>"], [4, 2, 1, 1], [1, 4, 2, 1], "weather")
SMALL = as_bytes(Document(WEATHER, pins=Pins().add(WEATHER, "가"), properties=Properties("제목")))


def many(n: int) -> bytes:
    rng = np.random.default_rng(1)
    q = Distribution.from_log_probabilities(rng.normal(0, 200, n))
    comparison = Comparison([f"단어 {k}" for k in range(n)], Distribution.from_weights(rng.random(n)), q)
    return as_bytes(Document(comparison, ViewState(selected=(n - 1,)), Pins().add(comparison)))


def picture(form, document: bytes | None) -> bytes:
    if form is PNG:
        image = QImage(40, 30, QImage.Format.Format_ARGB32)
        image.fill(0xFF336699)
        return picture_files.as_bytes(image, form, "", document)
    path = QPainterPath()
    path.addRect(QRectF(5, 5, 20, 10))
    return picture_files.as_bytes(Drawing(40, 30, (Fill(path, QColor("#336699"), False),)), form, "A title", document)


@pytest.fixture(params=[PNG, SVG, PDF], ids=lambda form: form.name)
def form(request, qapp):  # noqa: ARG001  # a PDF needs fonts
    return request.param


@pytest.mark.parametrize("document", [SMALL, many(2_000), many(100_000)], ids=["small", "2,000", "100,000"])
def test_what_is_embedded_comes_back(form, document) -> None:
    content = picture(form, document)
    assert is_picture(content)
    assert embedded_in(content) == document
    assert as_bytes(from_bytes(content, f"a{form.suffix}")) == document


def test_a_picture_without_a_document_says_so(form) -> None:
    content = picture(form, None)
    assert embedded_in(content) is None
    with pytest.raises(FileError, match="carries no klscope document"):
        from_bytes(content, f"a{form.suffix}")


def test_a_damaged_document_is_refused_and_the_rest_of_a_picture_does_not_matter(form) -> None:
    content = picture(form, SMALL)
    refused = 0
    for place in range(len(content) // 3, len(content), 7):
        broken = bytearray(content)
        broken[place] ^= 0x15
        try:
            from_bytes(bytes(broken), "a")
        except FileError:
            refused += 1
    assert refused > 0
    with pytest.raises(FileError):
        from_bytes(content[: len(content) // 2], "a")


def test_a_picture_looks_the_same_with_its_document(qapp) -> None:  # noqa: ARG001
    plain, carrying = (QImage.fromData(picture(PNG, document), "PNG") for document in (None, SMALL))
    assert plain == carrying
    shown = []
    for document in (None, SMALL):
        image = QImage(40, 30, QImage.Format.Format_ARGB32)
        image.fill(Qt.GlobalColor.white)
        renderer = QSvgRenderer(QByteArray(picture(SVG, document)))
        assert renderer.isValid()
        painter = QPainter(image)
        renderer.render(painter)
        painter.end()
        shown.append(image)
    assert shown[0] == shown[1]


def test_the_chunk_of_a_png_is_a_text_that_others_read(tmp_path) -> None:
    image = pytest.importorskip("PIL.Image")
    path = tmp_path / "a.png"
    path.write_bytes(picture(PNG, SMALL))
    with image.open(path) as read:
        read.load()
        assert read.text["klscope document"].encode() == SMALL


@pytest.mark.skipif(shutil.which("pdfdetach") is None, reason="poppler is not there")
def test_the_attachment_of_a_pdf_is_what_poppler_saves(qapp, tmp_path) -> None:  # noqa: ARG001
    path = tmp_path / "a.pdf"
    path.write_bytes(picture(PDF, SMALL))
    listed = subprocess.run(["pdfdetach", "-list", path], capture_output=True, text=True, check=True).stdout
    assert ATTACHMENT in listed
    subprocess.run(["pdfdetach", "-save", "1", "-o", tmp_path / "out", path], check=True)
    assert (tmp_path / "out").read_bytes() == SMALL


def test_a_pdf_that_has_the_attachment_uncompressed_is_read() -> None:
    content = b"%PDF-1.7\n1 0 obj\n<</Length 9>>\nstream\n" + SMALL + b"\nendstream\nendobj\n"
    assert embedded_in(content) == SMALL.rstrip(b"\n") or embedded_in(content) == SMALL


@pytest.mark.parametrize("prefix", [b"ns0:", b""])
def test_an_svg_is_read_that_was_saved_again_with_another_prefix(prefix) -> None:
    content = picture(SVG, SMALL).replace(b"xmlns:klscope=", b"xmlns:ns0=" if prefix else b"xmlns=")
    content = content.replace(b"<klscope:document ", b"<" + prefix + b"document ")
    assert embedded_in(content.replace(b"</klscope:document>", b"</" + prefix + b"document>")) == SMALL


def test_entities_of_an_svg_are_not_expanded() -> None:
    bomb = b'<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY a "aaaaaaaaaa">]><svg xmlns="http://www.w3.org/2000/svg">'
    body = b"<metadata><klscope:document>&a;</klscope:document></metadata></svg>"
    assert embedded_in(bomb + body) is None


def test_a_document_that_unpacks_to_very_much_is_refused(monkeypatch) -> None:
    monkeypatch.setattr("klscope.files.documents.embedding.MOST_UNPACKED", 1_000)
    content = embed(b'<svg xmlns="http://www.w3.org/2000/svg"></svg>', zlib.compress(b"") + bytes(2_000))
    with pytest.raises(EmbeddingError, match="longer"):
        embedded_in(content)


def test_other_formats_carry_none() -> None:
    with pytest.raises(ValueError, match="neither"):
        embed(b"GIF89a", SMALL)
    assert not is_picture(b"GIF89a")
    assert not is_picture(SMALL)
    assert not is_picture(b"")
