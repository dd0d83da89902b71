"""Searchable text in PDF: a viewer can map only the default glyphs of a font back to characters.

Tabular figures, and the symbols that Pretendard raises beside figures and Hangul, are alternate glyphs.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import groupby
from typing import NamedTuple

from PySide6.QtGui import QFont, QFontMetricsF, QTextLayout

RAISED = ("calt", "clig")
WIDEST = 1.12
"""The largest stretch of a word: with wider letter spacing a viewer would find several words."""


class Piece(NamedTuple):
    """A part of a text run, its offset from the start of the run in pixels, and its font."""

    text: str
    left: float
    font: QFont


@lru_cache(maxsize=32)
def plain_face(font: QFont) -> QFont:
    """Return a font without alternate glyphs and without hinting."""
    result = QFont(font)
    for tag in font.featureTags():
        result.unsetFeature(tag)
    for name in RAISED:
        result.setFeature(QFont.Tag(name), 0)
    result.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return result


def pieces(text: str, font: QFont) -> Iterator[Piece]:
    """Yield the words of a text laid out in ``font``, with fonts without alternate glyphs.

    A word that becomes narrower, such as a number with a 1, gets letter spacing to keep its width.
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
        spaced.setLetterSpacing(
            QFont.SpacingType.PercentageSpacing, 100.0 * stretch
        )  # Qt does not scale absolute spacing
        yield Piece(part, left + (room - stretch * width) / 2.0, spaced)


@lru_cache(maxsize=1024)
def _differs(word: str, font: QFont) -> bool:
    """Return whether a word has alternate glyphs."""
    return _glyphs(word, font) != _glyphs(word, plain_face(font))


def _glyphs(text: str, font: QFont) -> list[int]:
    layout = QTextLayout(text, font)
    layout.beginLayout()
    layout.createLine()
    layout.endLayout()
    return [glyph for run in layout.glyphRuns() for glyph in run.glyphIndexes()]
