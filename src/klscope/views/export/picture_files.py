"""Saving a picture to a file, in the format of its suffix."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QImage

from klscope.by_name import load
from klscope.files import picture_formats
from klscope.files.documents.embedding import embed
from klscope.files.picture_formats import PDF, PNG, SVG, PictureFormat
from klscope.files.regular_files import FileError
from klscope.files.replacing import replace_file
from klscope.views.export.vectors.primitives import Drawing
from klscope.wording import gettext

translate = QCoreApplication.translate


def form_of(path: str) -> PictureFormat:
    """Return the format for the suffix of a path; raise FileError if there is none."""
    form = picture_formats.format_of(path)
    if form is None:
        words = translate("Pictures", "a picture's name ends in {suffixes}")
        raise FileError(path, words.format(suffixes=", ".join(picture_formats.suffixes())))
    return form


def save_picture(picture: QImage | Drawing, path: str, title: str = "", document: bytes | None = None) -> None:
    """Save a picture, atomically, or raise FileError; see `klscope.files.replacing`.

    A raster format needs an image, a vector format a drawing, with a title for accessibility. The picture carries
    ``document``, the content of a document's file.
    """
    form = form_of(path)
    try:
        content = as_bytes(picture, form, title, document)
    except MemoryError as error:
        raise FileError(path, gettext("there is too little memory for it")) from error
    replace_file(path, content)


def as_bytes(picture: QImage | Drawing, form: PictureFormat, title: str, document: bytes | None = None) -> bytes:
    """Encode a picture in a format; it carries ``document``, the content of a document's file."""
    write = load(*form.writer)
    if form is PDF:
        attached: bytes = write(picture, title, document)
        return attached
    content: bytes = write(picture) if form.has_pixels else write(picture, title)
    return content if document is None or form not in (PNG, SVG) else embed(content, document)
