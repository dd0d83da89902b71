"""The table of picture formats, used by the export dialog, the command line and their errors."""

from __future__ import annotations

import os
from dataclasses import dataclass

from klscope.wording import mark


@dataclass(frozen=True)
class PictureFormat:
    """A picture format: its name on a button, the suffix of its files, and its media type for the clipboard.

    ``files`` is the name filter of QFileDialog and ``purpose`` a description, both to be passed to `translated`.
    ``writer`` is the module and name of the encoder, a function of a QImage, or without pixels of a drawing and its
    title.
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
    mark("Vector, sharp at any size: for web pages and slides"),
    ("klscope.views.export.vectors.svg", "as_svg"),
)
PDF = PictureFormat(
    "PDF",
    ".pdf",
    "application/pdf",
    False,
    mark("PDF documents"),
    mark("Vector, sharp at any size: for papers and printing"),
    ("klscope.views.export.vectors.pdf", "as_pdf"),
)
FORMATS = (PNG, SVG, PDF)


def format_of(path: str) -> PictureFormat | None:
    """Return the format for the suffix of a path; None if there is none."""
    suffix = os.path.splitext(path)[1].lower()
    return next((one for one in FORMATS if one.suffix == suffix), None)


def suffixes(has_pixels: bool | None = None) -> tuple[str, ...]:
    """Return the suffixes of all formats, or only of raster or vector formats."""
    return tuple(one.suffix for one in FORMATS if has_pixels in (None, one.has_pixels))
