"""The words of `klscope.model.views`, in the language of the window."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from klscope.model.views import TermsMode


def title(mode: TermsMode) -> str:
    """Return what the head calls a mode of the per-category pane."""
    return QCoreApplication.translate("Views", mode.title)


def command(mode: TermsMode) -> str:
    """Return what the menu calls it."""
    return QCoreApplication.translate("Views", mode.command)


def tip(mode: TermsMode) -> str:
    """Return what is said of its button."""
    return QCoreApplication.translate("Views", mode.tip)


def shortcut(mode: TermsMode) -> str:
    """Return the keys that choose it: Alt and its place."""
    return f"Alt+{list(TermsMode).index(mode) + 1}"
