"""The title, the notes and the source of the data of a document."""

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
    source
        Where the data are from, such as the path of a file; empty where that is unknown. It follows the data: the user
        does not edit it.
    """

    title: str = ""
    notes: str = ""
    source: str = ""


NO_PROPERTIES = Properties()
