"""Translated texts of the views in `klscope.model.views`."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from klscope.model.views import TermsMode


def title(mode: TermsMode) -> str:
    """Return the title of a view."""
    return QCoreApplication.translate("Views", mode.title)


def command(mode: TermsMode) -> str:
    """Return the menu text of a view."""
    return QCoreApplication.translate("Views", mode.command)


def tip(mode: TermsMode) -> str:
    """Return the tooltip of the button of a view."""
    return QCoreApplication.translate("Views", mode.tip)


def shortcut(mode: TermsMode) -> str:
    """Return the shortcut of a view: Alt and its position."""
    return f"Alt+{list(TermsMode).index(mode) + 1}"
