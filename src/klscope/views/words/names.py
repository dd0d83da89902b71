"""Short names of categories for menus and sentences, and names of the origin of data."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QCoreApplication

from klscope.files import examples
from klscope.views.words import language

translate = QCoreApplication.translate
LONGEST = 28
MOST = 3
STARTED_WITH = "the data you started with"
"""The origin of data from the command line."""


def short_name(label: str, longest: int = LONGEST) -> str:
    """Return a name truncated to ``longest`` characters, including "…"."""
    return label if len(label) <= longest else label[: longest - 1].rstrip() + "…"


def short_list(labels: Sequence[str], indices: Iterable[int]) -> str:
    """Return the names of the first three categories, with "…" for further ones."""
    chosen = [short_name(labels[index]) for index in indices]
    return ", ".join(chosen[:MOST]) + ("…" if len(chosen) > MOST else "")


def origin_name(name: str) -> str:
    """Return the translated name of an origin of data."""
    if name == STARTED_WITH:
        return translate("App", "the data you started with")
    return examples.called(name, language.code())
