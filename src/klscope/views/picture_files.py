"""How a picture comes into a file: as a whole or not at all, in the form that the name's ending tells."""

from __future__ import annotations

import os
from enum import Enum

from PySide6.QtCore import QCoreApplication, QIODevice, QSaveFile
from PySide6.QtGui import QImage, QImageWriter

from klscope.files.system_reasons import reason
from klscope.views.vectors.marks import Drawing
from klscope.views.vectors.pdf import as_pdf
from klscope.views.vectors.svg import as_svg

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


class PictureError(Exception):
    """A picture could not be written; the text names the file and says why."""


def form_of(path: str) -> Form:
    """Return the form that a file's name asks for.

    Raises
    ------
    PictureError
        None has such an ending.
    """
    suffix = os.path.splitext(path)[1].lower()
    for form in Form:
        if form.suffix == suffix:
            return form
    words = translate("Pictures", "a picture's name ends in {suffixes}").format(
        suffixes=", ".join(form.suffix for form in Form)
    )
    raise PictureError(f"{path}: {words}")


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
    PictureError
        Naming the path and what is in the way.
    """
    form = form_of(path)
    file = QSaveFile(path)
    if not file.open(QIODevice.OpenModeFlag.WriteOnly):
        raise PictureError(f"{path}: {reason(file.errorString())}")
    wrong = _write(picture, form, file, title)
    if wrong:
        file.cancelWriting()
        raise PictureError(f"{path}: {wrong}")
    if not file.commit():
        raise PictureError(f"{path}: {reason(file.errorString())}")


def _write(picture: QImage | Drawing, form: Form, file: QSaveFile, title: str) -> str:
    """Write into an open file; return what went wrong."""
    if isinstance(picture, QImage):
        writer = QImageWriter(file, form.value.encode())
        return "" if writer.write(picture) else reason(writer.errorString())
    data = as_bytes(picture, form, title)
    return "" if file.write(data) == len(data) else reason(file.errorString())


def as_bytes(drawing: Drawing, form: Form, title: str) -> bytes:
    """Return a drawing in one of the forms without pixels."""
    return as_svg(drawing, title) if form is Form.SVG else as_pdf(drawing, title)
