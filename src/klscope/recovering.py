"""Keeps the documents of all windows on the disk, and brings back those that a former process has left.

What came back after a crash is shown, and said in one line with *Discard*. What was left unsaved when its window was
closed is only offered, by *Continue*: whoever sits down next must not find someone else's data. The line goes with the
first step that is made instead; what is offered stays in the menu File, and is offered again at the next start, for
`klscope.files.recovery.DAYS_KEPT` days.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QCoreApplication, QObject, QTimer
from PySide6.QtGui import QAction
from shiboken6 import isValid

from klscope.app import Explorer
from klscope.controllers.backup import Backup
from klscope.controllers.document import digest_of, read
from klscope.files import examples
from klscope.files.documents.versions import NewerVersionError
from klscope.files.recovery import SavedWindow, Sessions
from klscope.files.recovery_record import Ended, Record
from klscope.files.regular_files import FileError
from klscope.model.document import Document
from klscope.views import magnification
from klscope.views.window.recovery_notice import RecoveryNotice
from klscope.views.words import language

translate = QCoreApplication.translate


class RecoveryManager(QObject):
    """The backups of all windows.

    Parameters
    ----------
    folder
        The folder of sessions.
    open_window
        Opens another window and shows it.
    is_ending
        Returns whether the program is being ended by a signal.
    """

    def __init__(self, folder: str, open_window: Callable[[], Explorer], is_ending: Callable[[], bool]) -> None:
        super().__init__()
        self._sessions = Sessions(folder)
        self._open_window, self._is_ending = open_window, is_ending
        self._backups: dict[Explorer, Backup] = {}
        self._restored: dict[Explorer, Document] = {}
        self._opened: set[Explorer] = set()
        self._offered: list[SavedWindow] = []
        self._damaged: list[str] = []
        self._notice: RecoveryNotice | None = None

    def start(self, explorer: Explorer) -> None:
        """Follow the first window, and show what former processes have left."""
        self.add(explorer)
        self.look()

    def add(self, explorer: Explorer) -> None:
        """Keep the document of a window on the disk from now on."""
        self._back_up(explorer)
        explorer.window.closed.connect(lambda: self._end(explorer))
        self._continue_action(explorer).triggered.connect(self._continue)
        self._continue_action(explorer).setEnabled(bool(self._offered))

    def _back_up(self, explorer: Explorer) -> None:
        backup = self._backups[explorer] = Backup(explorer.documents.controller, explorer.store, self._sessions)
        backup.failed.connect(
            lambda reason: explorer.say(
                translate("Recovery", "Unsaved changes would be lost in a crash. {reason}").format(reason=reason)
            )
        )

    @staticmethod
    def _continue_action(explorer: Explorer) -> QAction:
        return explorer.window.actions_by_name["continue_unsaved"]

    def _set_offered(self, offered: list[SavedWindow]) -> None:
        self._offered = offered
        for explorer in self._backups:
            self._continue_action(explorer).setEnabled(bool(offered))

    def _end(self, explorer: Explorer) -> None:
        backup = self._backups.pop(explorer, None)
        self._restored.pop(explorer, None)
        self._opened.discard(explorer)
        if backup is None:
            return
        error = backup.end(Ended.SIGNAL if self._is_ending() else Ended.CLOSED)
        if error is not None:  # there is no window to say it in
            print(f"klscope: {error}", file=sys.stderr)

    def close(self) -> None:
        """Release the files; those of windows that are still open come back."""
        self._sessions.close()

    # -- what former processes have left ----------------------------------------------------------------------------

    def look(self) -> None:
        """Show the windows of processes that died, and offer what was left unsaved."""
        unfinished, offered = self._sessions.find()
        if not unfinished and not offered:
            return
        self._set_offered(offered)
        for kept in unfinished:
            explorer = self._bring_back(kept)
            if explorer is not None:
                self._restored[explorer] = explorer.documents.controller.document
        explorer = next(iter(self._restored or self._backups))
        self._show_notice(explorer)
        explorer.window.activateWindow()

    def _bring_back(self, kept: SavedWindow) -> Explorer | None:
        """Show the document of a window that has gone; None if it is damaged."""
        files, record = kept
        try:
            document = files.document()
        except (NewerVersionError, MemoryError):
            return None  # not damaged: it stays for a program that can read it
        except FileError as error:
            if not isinstance(error.__cause__, OSError):
                self._damaged.append(files.set_aside())
            return None
        saved, content = _saved(document, record)
        explorer = self._window_for(record)
        explorer.documents.take(document, record.path, content, saved)
        self._backups[explorer].adopt(files, record.has_own_data)
        return explorer

    def _window_for(self, record: Record) -> Explorer:
        """Return the window that shows the file unmodified, or that nobody has used; else another one."""
        free = [one for one in self._backups if one not in self._restored]
        for explorer in free:
            controller = explorer.documents.controller
            if record.path and controller.path == record.path and not controller.is_modified:
                return explorer
        for explorer in free:
            controller = explorer.documents.controller
            origin = controller.document.comparison.origin
            if controller.is_untouched and origin is not None and origin.name == examples.FIRST:
                return explorer
        explorer = self._open_window()
        if explorer not in self._backups:
            self.add(explorer)
        self._opened.add(explorer)
        return explorer

    # -- the line in the status bar ---------------------------------------------------------------------------------

    def _show_notice(self, explorer: Explorer) -> None:
        time = max((one.record.time for one in self._offered), default=0.0)
        notice = self._notice = RecoveryNotice(len(self._restored), len(self._offered), time, self._damaged)
        explorer.window.statusBar().addPermanentWidget(notice)
        magnification.adopt(notice)
        explorer.window.language_changed.connect(notice.retranslate)
        notice.continued.connect(self._continue)
        notice.discarded.connect(self._discard)
        known = _place_in_history(explorer)
        explorer.store.changed.connect(lambda: self._hide_after(explorer, known))

    def _hide_after(self, explorer: Explorer, known: tuple[int, int]) -> None:
        """Hide the line after the first step: the person goes on with something else."""
        if self._notice is not None and _place_in_history(explorer) != known:
            # not at once: a button that is hidden while the store emits would move the focus
            QTimer.singleShot(0, self, self._hide)

    def _hide(self) -> None:
        notice, self._notice = self._notice, None
        if notice is not None and isValid(notice):
            notice.hide()
            notice.deleteLater()

    def _continue(self) -> None:
        self._hide()
        offered, self._damaged = self._offered, []
        self._set_offered([])
        shown: list[Explorer] = []
        for kept in offered:
            explorer = self._bring_back(kept)
            if explorer is not None:
                shown.append(explorer)
                self._restored[explorer] = explorer.documents.controller.document  # the next one takes another window
        self._restored = {}
        if self._damaged:
            text = translate("Recovery", "A damaged backup was set aside: {path}")
            next(iter(self._backups)).say(text.format(path=self._damaged[0]))
        if shown:
            shown[0].window.activateWindow()

    def _discard(self) -> None:
        self._hide()
        if not self._restored:
            for kept in self._offered:
                kept.files.remove()
            self._set_offered([])
            return
        restored, self._restored = self._restored, {}
        for explorer, document in restored.items():
            controller = explorer.documents.controller
            if controller.document.differs_from(document):
                continue  # it is being worked on
            self._backups.pop(explorer).discard()
            if explorer in self._opened:
                explorer.window.may_close = lambda: True
                explorer.window.close()
            else:
                comparison = examples.load(examples.FIRST, language.code()).comparison
                explorer.documents.take(Document(comparison), "", b"")
                self._back_up(explorer)


def _place_in_history(explorer: Explorer) -> tuple[int, int]:
    """Return the numbers of undo steps and of all steps, which another language does not change."""
    history = explorer.documents.controller.state.history
    return history.position, len(history.steps)


def _saved(document: Document, record: Record) -> tuple[Document, bytes]:
    """Return the document that the file of a window holds, and its content.

    Untitled, or where the file is gone, that is the origin of the data. Where another program has changed the file, the
    content is empty, so that saving asks.
    """
    if record.path:
        try:
            saved, content = read(record.path)
        except FileError:  # saving says why
            pass
        else:
            return saved, content if digest_of(content).hex() == record.digest else b""
    origin = document.comparison.origin
    comparison = examples.load(examples.FIRST).comparison if origin is None else origin.comparison
    return Document(replace(comparison, origin=origin)), b""
