"""How a picture comes into a file: as a whole or not at all, in the format that the name's ending tells."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QImage

from klscope.by_name import load
from klscope.files import picture_formats
from klscope.files.picture_formats import PictureFormat
from klscope.files.regular_files import FileError
from klscope.files.replacing import replace_file
from klscope.views.export.vectors.primitives import Drawing
from klscope.wording import gettext

translate = QCoreApplication.translate


def form_of(path: str) -> PictureFormat:
    """Return the format that a file's name asks for.

    Raises
    ------
    FileError
        None has such an ending.
    """
    form = picture_formats.format_of(path)
    if form is None:
        words = translate("Pictures", "a picture's name ends in {suffixes}")
        raise FileError(path, words.format(suffixes=", ".join(picture_formats.suffixes())))
    return form


def save_picture(picture: QImage | Drawing, path: str, title: str = "") -> None:
    """Write a picture as a whole or not at all; a file that is there stays until the new one is complete.

    Parameters
    ----------
    picture
        An image for a format that has pixels, a drawing for the others.
    title
        What a drawing is called, for whoever cannot see it.

    Raises
    ------
    FileError
        Naming the path and what is in the way.
    """
    form = form_of(path)
    try:
        content = as_bytes(picture, form, title)
    except MemoryError as error:
        raise FileError(path, gettext("there is too little memory for it")) from error
    replace_file(path, content)


def as_bytes(picture: QImage | Drawing, form: PictureFormat, title: str) -> bytes:
    """Return a picture in one of the formats: an image where that has pixels, else a drawing with its title."""
    write = load(*form.writer)
    content: bytes = write(picture) if form.has_pixels else write(picture, title)
    return content
