"""As much of a text as there is room for: it ends in …, and never inside a number."""

from __future__ import annotations

import re

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetricsF

NUMBER = re.compile(r"[+−]?(?:[0-9][0-9.,]*(?:e[+−-]?[0-9]+)?|∞)%?")
ELLIPSIS = "…"


def elided(text: str, metrics: QFontMetricsF, room: float) -> str:
    """Return a text, or as much of its beginning as ``room`` pixels take.

    A number that would be cut, or after which … would look as if it were, is left out: of one that lost its end
    nobody can tell what it was.
    """
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)
    if shown == text:
        return text
    kept = len(shown.removesuffix(ELLIPSIS))
    for number in NUMBER.finditer(text):
        if number.start() < kept <= number.end():
            kept = number.start()
    begun = text[:kept].rstrip()
    after_number = any(number.end() == len(begun) for number in NUMBER.finditer(text))
    return begun + (" " if after_number else "") + ELLIPSIS  # there is room for the blank: it was among what is kept
