"""The windows of the program: each has a document of its own, and all have one language, theme and size."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QDialog

from klscope.app import Explorer, opening
from klscope.connections.language import new_names, retranslate
from klscope.files.documents.names import may_be_document
from klscope.model.comparison import Comparison
from klscope.model.document import Document
from klscope.remembering import Asked, remember
from klscope.views import magnification
from klscope.views.preferences.preferences import Preferences
from klscope.views.theme import ThemeChoice
from klscope.views.words import language

CASCADE = QPoint(28, 28)
"""The distance of a new window from the one before it, in pixels."""


class Windows(QObject):
    """All windows of the program.

    Parameters
    ----------
    preferences
        The stored preferences, which all windows share.
    theme
        The theme of the first window.
    asked
        What the command line asks for.

    Signals
    -------
    opened(Explorer)
        A window was made, and is not shown yet.
    closed(Explorer)
        A window was closed, and will be deleted.

    Attributes
    ----------
    explorers
        The open windows, in the order in which they were opened.
    is_ending
        Whether the program ends by a signal, and nothing is asked.
    """

    opened = Signal(object)
    closed = Signal(object)

    def __init__(
        self,
        preferences: Preferences,
        theme: ThemeChoice,
        asked: Asked | None = None,
    ) -> None:
        super().__init__()
        self._preferences = preferences
        self._theme, self._asked = theme, Asked() if asked is None else asked
        self._language = language.code()
        self._is_quitting = self._is_closing = False
        self.explorers: list[Explorer] = []
        self.is_ending = False

    @property
    def active(self) -> Explorer | None:
        """The window with the focus, else the one opened last; None where there is none."""
        focused = [one for one in self.explorers if one.window.isActiveWindow()]
        return next(reversed(focused or self.explorers), None)

    def open_window(self, comparison: Comparison | None = None) -> Explorer:
        """Make a window that shows a comparison, by default *weather*; the caller shows it."""
        before = self.active
        with magnification.usual():  # sizes are remembered as they are made
            explorer = Explorer(opening() if comparison is None else comparison, self._theme)
        remember(explorer, self._preferences, self._asked)
        if before is not None:
            if magnification.factor() != 1.0:
                explorer.sizes.follow(magnification.factor(), before.sizes.wished)
            if not before.window.isMaximized() and not before.window.isFullScreen():
                explorer.window.move(before.window.pos() + CASCADE)
        self._connect(explorer)
        self.explorers.append(explorer)
        self.opened.emit(explorer)
        return explorer

    def _connect(self, explorer: Explorer) -> None:
        window, actions, documents = explorer.window, explorer.window.actions_by_name, explorer.documents
        window.closed.connect(partial(self._forget, explorer))
        actions.themes.triggered.connect(partial(self._share_theme, explorer))
        actions.languages.triggered.connect(partial(self._share_language, explorer))
        explorer.sizes.applied.connect(partial(self._share_size, explorer))
        window.try_panel.ticked.connect(partial(self._share_first_step, explorer))
        actions.about_to_act.connect(partial(self._end_other_presentation, explorer))
        actions["new_window"].triggered.connect(self.show_new)
        actions["new_window"].setEnabled(True)
        explorer.quit = self.quit
        documents.open_elsewhere = self._open_document
        documents.raise_if_open = self._raise_if_open
        documents.is_ending = lambda: self.is_ending
        documents.stays_open.connect(self._stop_quitting)

    # -- opening ----------------------------------------------------------------------------------------------------

    def show_new(self) -> Explorer:
        """Open a window with *weather*, and show it."""
        explorer = self.open_window()
        _raise(explorer)
        return explorer

    def open_files(self, paths: Sequence[str]) -> None:
        """Open a document, a picture that carries one, or one or two files of data, in a window that loses nothing."""
        if len(paths) == 1 and may_be_document(paths[0]) and self._raise_if_open(paths[0]):
            return
        untouched = [one for one in self.explorers if one.documents.controller.is_untouched and not _has_dialog(one)]
        explorer = untouched[-1] if untouched else self.open_window()
        _raise(explorer)
        if len(paths) == 1:
            explorer.documents.open_path(paths[0])
        else:
            explorer.open_data(list(paths))

    def _open_document(self, document: Document, path: str, content: bytes) -> None:
        explorer = self.open_window(document.comparison)
        explorer.documents.take(document, path, content)
        _raise(explorer)

    def _raise_if_open(self, path: str) -> bool:
        for explorer in self.explorers:
            if explorer.documents.controller.is_file(path):
                _raise(explorer)
                return True
        return False

    # -- closing ----------------------------------------------------------------------------------------------------

    def quit(self) -> None:
        """Close all windows, until one stays open because it asks; if it is closed then, go on with the others."""
        self._is_quitting = self._is_closing = True
        for explorer in reversed(self.explorers[:]):
            if not explorer.window.close():
                break
        self._is_closing = False

    def end(self) -> None:
        """Close all windows without asking."""
        self.is_ending = True
        self.quit()

    def _stop_quitting(self) -> None:
        self._is_quitting = False

    def _forget(self, explorer: Explorer) -> None:
        if explorer not in self.explorers:
            return
        self.explorers.remove(explorer)
        self.closed.emit(explorer)
        explorer.window.deleteLater()
        explorer.deleteLater()
        if self._is_quitting and not self._is_closing and self.explorers:  # the one that asked
            QTimer.singleShot(0, self, self.quit)

    # -- what all windows share ---------------------------------------------------------------------------------------

    def _others(self, explorer: Explorer) -> list[Explorer]:
        return [one for one in self.explorers if one is not explorer]

    def _share_theme(self, explorer: Explorer, action: QAction) -> None:
        self._theme = action.data()
        for other in self._others(explorer):
            other.set_theme(self._theme)

    def _share_size(self, explorer: Explorer, factor: float) -> None:
        for other in self._others(explorer):
            other.sizes.follow(factor, explorer.sizes.wished)

    def _end_other_presentation(self, explorer: Explorer, command: str) -> None:
        """End presenting in another window before it begins in this one: all have one size."""
        for other in self._others(explorer):
            action = other.window.actions_by_name["present"]
            if command == "present" and action.isChecked():
                action.trigger()

    def _share_first_step(self, explorer: Explorer, step: int) -> None:
        for other in self._others(explorer):
            other.window.try_panel.set_done(other.window.try_panel.done | {step})

    def _share_language(self, explorer: Explorer, action: QAction) -> None:
        before, self._language = self._language, language.code()
        others = self._others(explorer)
        for other in others:
            other.window.actions_by_name.show_language(action.data())
        if before == self._language or not others:
            return
        with language.speaking(before):
            names = new_names()
        for other in others:
            retranslate(other.context, before, names)


def _has_dialog(explorer: Explorer) -> bool:
    return any(dialog.isVisible() for dialog in explorer.window.findChildren(QDialog))


def _raise(explorer: Explorer) -> None:
    """Show a window in front of the others."""
    window = explorer.window
    window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
    window.show()
    window.raise_()
    window.activateWindow()
