"""The title and the notes of a document."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Properties:
    """What is said of a document beside its data.

    Attributes
    ----------
    title
        One line; empty for a document that is called by its file.
    notes
        Any text.
    """

    title: str = ""
    notes: str = ""


NO_PROPERTIES = Properties()
