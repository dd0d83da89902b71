"""Names of categories where there is little room, in menus, sentences and steps; and of where data came from."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QCoreApplication

from klscope.files import examples
from klscope.views.words import language

translate = QCoreApplication.translate
LONGEST = 28
MOST = 3
STARTED_WITH = "the data you started with"
"""The origin of data that were given on the command line."""


def short_name(label: str, longest: int = LONGEST) -> str:
    """Return a name cut to ``longest`` characters, … included."""
    return label if len(label) <= longest else label[: longest - 1].rstrip() + "…"


def short_list(labels: Sequence[str], indices: Iterable[int]) -> str:
    """Return the first three of the named categories, and … for the others."""
    chosen = [short_name(labels[index]) for index in indices]
    return ", ".join(chosen[:MOST]) + ("…" if len(chosen) > MOST else "")


def origin_name(name: str) -> str:
    """Return what the window calls the origin of data: an example by its name in the language of the window."""
    if name == STARTED_WITH:
        return translate("App", "the data you started with")
    return examples.called(name, language.code())
