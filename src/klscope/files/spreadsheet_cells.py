"""Labels in tables that a spreadsheet opens: one that it would run is written with an apostrophe, and read without.

A spreadsheet takes a cell that begins with "=", "+", "-", "@", a tab or a carriage return for a formula, which can call
other programs. Behind an apostrophe it is text. A label of apostrophes before such a sign gets one more, so that
reading gives back what was written.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

_BEGINS_FORMULA = "=+\\-@\t\r\n＝＋－＠"
_RUN = re.compile(rf"[{_BEGINS_FORMULA}]|'+[{_BEGINS_FORMULA} ]")
_MADE_HARMLESS = re.compile(rf"'+[{_BEGINS_FORMULA} ]")
"""A blank is what readers make of a tab and of line breaks."""


def escaped(label: str) -> str:
    """Return a label with an apostrophe in front if a spreadsheet would run it."""
    return f"'{label}" if _RUN.match(label) else label


def are_escaped(labels: Sequence[str]) -> bool:
    """Return whether these labels were made harmless: some have the apostrophe, and none begins like a formula."""
    return any(map(_MADE_HARMLESS.match, labels)) and not any(
        _RUN.match(label) and not _MADE_HARMLESS.match(label) for label in labels
    )


def unescaped(label: str) -> str:
    """Return the label that `harmless` was given."""
    return label[1:] if _MADE_HARMLESS.match(label) else label
