"""Eliding text with "…", but never inside a number."""

from __future__ import annotations

import re

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetricsF

NUMBER = re.compile(r"[+−]?(?:[0-9][0-9.,]*(?:e[+−-]?[0-9]+)?|∞)%?")
ELLIPSIS = "…"


def elided(text: str, metrics: QFontMetricsF, room: float) -> str:
    """Return a text, elided at the right to ``room`` pixels.

    A number that would be cut, or that would be followed directly by "…", is omitted, because it could be misread.
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
    return begun + (" " if after_number else "") + ELLIPSIS  # the blank fits: it was part of the text
