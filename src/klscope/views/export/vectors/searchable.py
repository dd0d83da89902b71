"""Text that can be searched and copied: a PDF can tell which character a glyph is only of a typeface's usual glyphs.

Figures of one width are others, as are the signs that Pretendard raises beside figures and Hangul.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import groupby
from typing import NamedTuple

from PySide6.QtGui import QFont, QFontMetricsF, QTextLayout

RAISED = ("calt", "clig")
WIDEST = 1.12
"""How many times as wide as it would be a word may become: with wider gaps it would be found as several."""


class Piece(NamedTuple):
    """A part of a run of text; where it begins, from the beginning of the run, in pixels; and how it is written."""

    text: str
    left: float
    font: QFont


@lru_cache(maxsize=32)
def plain_face(font: QFont) -> QFont:
    """Return a typeface with its usual glyphs alone, and with letters that keep their distance on paper."""
    result = QFont(font)
    for tag in font.featureTags():
        result.unsetFeature(tag)
    for name in RAISED:
        result.setFeature(QFont.Tag(name), 0)
    result.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return result


def pieces(text: str, font: QFont) -> Iterator[Piece]:
    """Yield the parts of a text as it stands on the screen in ``font``, to be written in the plain face.

    A word that is narrower there, as a number with a 1 is, gets wider gaps, so that it fills its place.
    """
    plain = plain_face(font)
    metrics, plain_metrics = QFontMetricsF(font), QFontMetricsF(plain)
    begun = 0
    for is_word, characters in groupby(text, key=lambda character: not character.isspace()):
        part = "".join(characters)
        left = metrics.horizontalAdvance(text[:begun])
        begun += len(part)
        if not is_word:
            continue
        if not _differs(part, font):
            yield Piece(part, left, plain)
            continue
        room, width = metrics.horizontalAdvance(part), plain_metrics.horizontalAdvance(part)
        stretch = min(room / width, WIDEST)
        spaced = QFont(plain)
        spaced.setLetterSpacing(QFont.SpacingType.PercentageSpacing, 100.0 * stretch)  # Qt writes no other at its size
        yield Piece(part, left + (room - stretch * width) / 2.0, spaced)


@lru_cache(maxsize=1024)
def _differs(word: str, font: QFont) -> bool:
    """Tell whether a word has other glyphs in the plain face."""
    return _glyphs(word, font) != _glyphs(word, plain_face(font))


def _glyphs(text: str, font: QFont) -> list[int]:
    layout = QTextLayout(text, font)
    layout.beginLayout()
    layout.createLine()
    layout.endLayout()
    return [glyph for run in layout.glyphRuns() for glyph in run.glyphIndexes()]
