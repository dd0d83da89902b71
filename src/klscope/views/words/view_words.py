"""Translated texts of the views in `klscope.model.views`."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from klscope.model.views import ViewMode


def title(mode: ViewMode) -> str:
    """Return the title of a view."""
    return QCoreApplication.translate("Views", mode.title)


def command(mode: ViewMode) -> str:
    """Return the menu text of a view."""
    return QCoreApplication.translate("Views", mode.command)


def tip(mode: ViewMode) -> str:
    """Return the tooltip of the button of a view."""
    return QCoreApplication.translate("Views", mode.tip)


def shortcut(mode: ViewMode) -> str:
    """Return the shortcut of a view: Alt and its position."""
    return f"Alt+{list(ViewMode).index(mode) + 1}"
