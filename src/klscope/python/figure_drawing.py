"""Drawing of the figure for Python code: without a window, and without a change of the application."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from klscope.files.documents import document_file
from klscope.files.picture_formats import format_of
from klscope.files.replacing import replace_file
from klscope.model.document import Document
from klscope.python.applications import application
from klscope.python.figures import Drawn
from klscope.views import fonts, magnification
from klscope.views.export.drawing import title_of
from klscope.views.export.figure import Figure
from klscope.views.export.picture import WHITE, as_final_image, paint_widget
from klscope.views.export.picture_files import as_bytes
from klscope.views.export.png import as_png
from klscope.views.export.vectors.primitives import Drawing
from klscope.views.export.vectors.recording_engine import draw_widget
from klscope.views.export.vectors.svg import as_svg
from klscope.views.theme import DARK, LIGHT
from klscope.views.words import language


@contextmanager
def _figure(platform: str, drawn: Drawn) -> Iterator[tuple[QWidget, str]]:
    """Make the figure, which is never shown, and the colour of its page; delete it at the end."""
    application(platform)
    fonts.load()
    colours, is_dark = (DARK, True) if drawn.theme == "dark" else (LIGHT, False)
    with magnification.usual(), language.speaking(drawn.spoken):
        widget = Figure(drawn.snapshot, colours, bare=not is_dark)
        try:
            yield widget, colours.window if is_dark else WHITE
        finally:
            widget.deleteLater()


def _image(platform: str, drawn: Drawn, scale: int) -> QImage:
    with _figure(platform, drawn) as (widget, ground):
        return as_final_image(paint_widget(widget, scale, ground), scale, opaque=True)


def _drawing(platform: str, drawn: Drawn) -> tuple[Drawing, str]:
    """Return the drawing, and its title."""
    with _figure(platform, drawn) as (widget, ground):
        return draw_widget(widget, ground), title_of(drawn.snapshot)


def png_of(platform: str, drawn: Drawn, scale: int) -> bytes:
    """Return the figure as PNG."""
    return as_png(_image(platform, drawn, scale))


def svg_of(platform: str, drawn: Drawn) -> bytes:
    """Return the figure as SVG."""
    return as_svg(*_drawing(platform, drawn))


def save_figure(platform: str, drawn: Drawn, path: str, scale: int) -> None:
    """Write the figure in the format of the suffix, which is known; raise FileError if it cannot be written."""
    form = format_of(path)
    assert form is not None
    document = document_file.as_bytes(Document.of(drawn.snapshot))
    if form.has_pixels:
        content = as_bytes(_image(platform, drawn, scale), form, "", document)
    else:
        drawing, title = _drawing(platform, drawn)
        content = as_bytes(drawing, form, title, document)
    replace_file(path, content)
