"""The formats of pictures: a row each, from which the export dialog, the command line and their errors are made."""

from __future__ import annotations

import os
from dataclasses import dataclass

from klscope.wording import mark


@dataclass(frozen=True)
class PictureFormat:
    """A way to keep a picture in a file.

    Attributes
    ----------
    name
        What a button calls it: "PNG".
    suffix
        How a file's name ends: ".png".
    media_type
        What a clipboard calls it.
    has_pixels
        Whether it is made of pixels, so that their number matters, and not of shapes.
    files
        What a dialog for file names calls such files; `said` says it.
    purpose
        What it is and what it is good for; `said` says it.
    writer
        Module and name of the function that returns the bytes: of a QImage, or, of shapes, of a drawing and its title.
    """

    name: str
    suffix: str
    media_type: str
    has_pixels: bool
    files: str
    purpose: str
    writer: tuple[str, str]


PNG = PictureFormat(
    "PNG",
    ".png",
    "image/png",
    True,
    mark("PNG images"),
    mark("Pixels, as on the screen"),
    ("klscope.views.export.png", "as_png"),
)
SVG = PictureFormat(
    "SVG",
    ".svg",
    "image/svg+xml",
    False,
    mark("SVG drawings"),
    mark("Shapes, sharp at any size: for web pages and slides"),
    ("klscope.views.export.vectors.svg", "as_svg"),
)
PDF = PictureFormat(
    "PDF",
    ".pdf",
    "application/pdf",
    False,
    mark("PDF documents"),
    mark("Shapes, sharp at any size: for papers and printing"),
    ("klscope.views.export.vectors.pdf", "as_pdf"),
)
FORMATS = (PNG, SVG, PDF)


def format_of(path: str) -> PictureFormat | None:
    """Return the format that a file's name asks for; None where no format has such an ending."""
    suffix = os.path.splitext(path)[1].lower()
    return next((one for one in FORMATS if one.suffix == suffix), None)


def suffixes(has_pixels: bool | None = None) -> tuple[str, ...]:
    """Return the endings of all formats, or of those with or without pixels."""
    return tuple(one.suffix for one in FORMATS if has_pixels in (None, one.has_pixels))
