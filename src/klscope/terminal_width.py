"""The width of texts in a terminal, where wide characters, such as Hangul, take two columns."""

from __future__ import annotations

import unicodedata


def wide_letters(text: str) -> int:
    """Return the number of characters that take two columns."""
    return sum(unicodedata.east_asian_width(letter) in ("W", "F") for letter in text)


def width(text: str) -> int:
    """Return the number of columns of a text."""
    return len(text) + wide_letters(text)


def padded(text: str, columns: int) -> str:
    """Return a text, padded with spaces at the right to ``columns`` columns."""
    return text + " " * (columns - width(text))


def wrapped(text: str, columns: int) -> list[str]:
    """Wrap a text at spaces to lines of at most ``columns`` columns; a longer word has a line of its own."""
    lines: list[str] = []
    for word in text.split():
        if lines and width(lines[-1]) + 1 + width(word) <= columns:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines
