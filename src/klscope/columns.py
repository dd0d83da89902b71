"""How wide a text is in a terminal, where a letter of Hangul takes two columns."""

from __future__ import annotations

import unicodedata


def wide_letters(text: str) -> int:
    """Return how many letters of a text take two columns."""
    return sum(unicodedata.east_asian_width(letter) in ("W", "F") for letter in text)


def width(text: str) -> int:
    """Return how many columns a text takes."""
    return len(text) + wide_letters(text)


def padded(text: str, columns: int) -> str:
    """Return a text with spaces behind it, so that it takes this many columns at least."""
    return text + " " * (columns - width(text))


def wrapped(text: str, columns: int) -> list[str]:
    """Return the lines of a text, parted at its spaces, none wider than ``columns`` but for a word that is."""
    lines: list[str] = []
    for word in text.split():
        if lines and width(lines[-1]) + 1 + width(word) <= columns:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines
