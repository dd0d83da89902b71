"""A window that shows a document: its title with the modified mark, and whether it may be closed."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtGui import QCloseEvent

from klscope.views.window.screen_room import WindowOnScreen

PROGRAM = "klscope"


class DocumentWindow(WindowOnScreen):
    """A main window with the title of a document.

    Attributes
    ----------
    may_close
        Returns whether the window may close now; it may ask, and close the window later.

    Signals
    -------
    closed()
        The window is closing.
    names_translated(Relabelling)
        The names of examples were translated, after a change of language.
    """

    closed = Signal()
    names_translated = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.may_close: Callable[[], bool] = lambda: True
        self.setWindowTitle(PROGRAM)

    def show_document(self, name: str, modified: bool, path: str) -> None:
        """Show the name of the document, empty for none, with the platform's mark for unsaved changes."""
        self.setWindowFilePath(path)
        self.setWindowTitle(f"{name.replace('[*]', '[*][*]')}[*] – {PROGRAM}" if name else PROGRAM)
        self.setWindowModified(modified and bool(name))

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self.may_close():
            event.ignore()
            return
        self.closed.emit()
        super().closeEvent(event)
