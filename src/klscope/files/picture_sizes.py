"""The sizes of pictures, used by the export dialog and the command line.

A picture is laid out in logical pixels, 96 an inch, and scaled to its size as a whole: the aspect is kept and nothing
is laid out anew. Its size is a factor, a width in pixels or a width on paper.
"""

from __future__ import annotations

from dataclasses import dataclass

DOTS_PER_INCH = 96
MILLIMETRES_PER_INCH = 25.4
FACTORS = (1, 2, 4)


@dataclass(frozen=True)
class PixelWidth:
    """A width in pixels; on paper the picture is as large as at factor 1."""

    pixels: int

    def factor(self, width: int) -> float:
        """Return the pixels per logical pixel of a picture that is ``width`` logical pixels wide."""
        return self.pixels / width

    def dots_per_inch(self, width: int) -> float:
        """Return the resolution of a picture that is ``width`` logical pixels wide."""
        return DOTS_PER_INCH * self.factor(width)


@dataclass(frozen=True)
class PaperWidth:
    """A width on paper, in millimetres, and the resolution of its pixels, which vector formats do not need."""

    millimetres: float
    dots: int = 300

    @property
    def pixels(self) -> int:
        """The width in whole pixels."""
        return round(self.millimetres / MILLIMETRES_PER_INCH * self.dots)

    def factor(self, width: int) -> float:
        """Return the pixels per logical pixel of a picture that is ``width`` logical pixels wide."""
        return self.pixels / width

    def dots_per_inch(self, width: int) -> float:  # noqa: ARG002  # as of `PixelWidth`
        """Return the resolution, which the width of the picture does not change."""
        return self.dots


PictureScale = int | PixelWidth | PaperWidth
"""A size: a factor of `FACTORS` or a width."""

SLIDE = PaperWidth(1920 / 144 * MILLIMETRES_PER_INCH, 144)
"""1920 pixels on the 13⅓ inches of a slide of 16 : 9."""
COLUMN = PaperWidth(85.0, 300)
NAMED = {"slide": SLIDE, "column": COLUMN}


def factor_of(scale: PictureScale, width: int) -> float:
    """Return the pixels per logical pixel of a picture that is ``width`` logical pixels wide."""
    return scale if isinstance(scale, int) else scale.factor(width)


def dots_per_inch_of(scale: PictureScale, width: int) -> float:
    """Return the resolution of the pixels of a picture that is ``width`` logical pixels wide."""
    return DOTS_PER_INCH * scale if isinstance(scale, int) else scale.dots_per_inch(width)


def enlargement_on_paper(scale: PictureScale, width: int) -> float:
    """Return how much larger than at factor 1 a picture of ``width`` logical pixels is on paper."""
    if isinstance(scale, PaperWidth):
        return scale.millimetres / (width / DOTS_PER_INCH * MILLIMETRES_PER_INCH)
    return 1.0
