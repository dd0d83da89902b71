"""How a picture comes into a file: as a whole or not at all, in the form that the name's ending tells."""

from __future__ import annotations

import os
from enum import Enum

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QImage

from klscope.files.regular_files import FileError
from klscope.files.replacing import replace_file
from klscope.views.export.png import as_png
from klscope.views.export.vectors.pdf import as_pdf
from klscope.views.export.vectors.primitives import Drawing
from klscope.views.export.vectors.svg import as_svg
from klscope.wording import phrase

translate = QCoreApplication.translate


class Form(Enum):
    """How a picture is kept: as pixels, or as shapes that are sharp at any size."""

    PNG = "png"
    SVG = "svg"
    PDF = "pdf"

    @property
    def has_pixels(self) -> bool:
        """Tell whether it is made of pixels, so that their number matters."""
        return self is Form.PNG

    @property
    def suffix(self) -> str:
        """Return how a file's name ends."""
        return f".{self.value}"

    @property
    def kind(self) -> str:
        """Return what a clipboard calls it."""
        return {"png": "image/png", "svg": "image/svg+xml", "pdf": "application/pdf"}[self.value]


def form_of(path: str) -> Form:
    """Return the form that a file's name asks for.

    Raises
    ------
    FileError
        None has such an ending.
    """
    suffix = os.path.splitext(path)[1].lower()
    for form in Form:
        if form.suffix == suffix:
            return form
    words = translate("Pictures", "a picture's name ends in {suffixes}").format(
        suffixes=", ".join(form.suffix for form in Form)
    )
    raise FileError(path, words)


def save_picture(picture: QImage | Drawing, path: str, title: str = "") -> None:
    """Write a picture as a whole or not at all; a file that is there stays until the new one is complete.

    Parameters
    ----------
    picture
        An image for the form that has pixels, a drawing for the others.
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
        raise FileError(path, phrase("there is too little memory for it")) from error
    replace_file(path, content)


def as_bytes(picture: QImage | Drawing, form: Form, title: str) -> bytes:
    """Return a picture in one of the forms: an image in that with pixels, a drawing in the others."""
    if isinstance(picture, QImage):
        return as_png(picture)
    return as_svg(picture, title) if form is Form.SVG else as_pdf(picture, title)
