"""Putting several formats on the clipboard at once."""

from __future__ import annotations

import atexit

from PySide6.QtCore import QMimeData
from PySide6.QtWidgets import QApplication


def put_on_clipboard(content: QMimeData) -> None:
    """Put data on the clipboard.

    The offscreen platform deletes them when the process ends, after Python, and data made by Python then crash it: they
    are deleted before. With other platforms other programs can still paste them.
    """
    QApplication.clipboard().setMimeData(content)
    if QApplication.platformName() == "offscreen":
        atexit.unregister(clear_clipboard)
        atexit.register(clear_clipboard)


def clear_clipboard() -> None:
    """Delete the data of the clipboard while Python runs."""
    if QApplication.instance() is not None:
        QApplication.clipboard().clear()
