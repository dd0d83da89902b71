"""The backup of a window: its document is on the disk soon after every step, so that no crash loses it."""

from __future__ import annotations

import threading
import time
from dataclasses import replace

from PySide6.QtCore import QObject, QTimer, Signal

from klscope.controllers.document import DocumentController
from klscope.files.own_data import has_own_data
from klscope.files.recovery import Sessions, WindowFiles
from klscope.files.recovery_record import Ended, Record
from klscope.files.regular_files import FileError
from klscope.model.document import Document
from klscope.model.snapshot import Snapshot
from klscope.model.store import Store
from klscope.wording import gettext

DELAY_MILLISECONDS = 400
"""From the first step that is not on the disk to its writing, which has the rest of a second."""
RETRY_MILLISECONDS = 800
"""From a writing that failed to the next."""


class _Work:
    """One writing: what is to be on the disk, and what came of it."""

    def __init__(self, files: WindowFiles, state: Snapshot, record: Record, had_own: bool) -> None:
        self.files, self.state, self.had_own = files, state, had_own
        self.record = record
        self.document: Document | None = None
        self.known: Record | None = None
        self.error: FileError | None = None
        self.unexpected: Exception | None = None

    def do(self) -> None:
        """Write what is not there yet."""
        try:
            self.record = replace(self.record, has_own_data=has_own_data(self.state, self.had_own))
            is_known = self.known is not None and replace(self.known, time=self.record.time) == self.record
            self.files.write(self.document, None if is_known else self.record)
        except FileError as error:
            self.error = error
        except MemoryError:
            self.error = FileError(self.files.folder, gettext("there is too little memory for it"))
        except Exception as error:  # raised again in the thread of the window, which reports it
            self.error, self.unexpected = FileError(self.files.folder, str(error)), error


class Backup(QObject):
    """Writes the document of a window to its session.

    The data, the pins, the title and the notes of the user, not those of a lesson, are on the disk at most one second
    after the first step that is not yet there; how they are shown, with the next step and at the end. An edit that is
    being previewed is no step. Writing takes a thread, one at a time; a document that nobody has touched is not
    written.

    Parameters
    ----------
    controller
        The document of the window.
    store
        Its state.
    sessions
        Gives the files, when they are first needed.

    Signals
    -------
    failed(str)
        The document could not be written, for a reason; it is tried again, and said again only after a success.
    """

    failed = Signal(str)
    _done = Signal(object)

    def __init__(
        self,
        controller: DocumentController,
        store: Store,
        sessions: Sessions,
    ) -> None:
        super().__init__(controller)
        self._controller, self._store, self._sessions = controller, store, sessions
        self._files: WindowFiles | None = None
        self._had_own = False
        self._written: Document | None = None
        self._record: Record | None = None
        self._has_failed = False
        self._work: _Work | None = None
        self._thread: threading.Thread | None = None
        self._is_due = False
        self._seen: tuple[object, ...] = ()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._write)
        self._done.connect(self._finish)
        store.changed.connect(self._follow)
        controller.changed.connect(self._start_timer)
        self._follow()

    def _follow(self) -> None:
        """Start the timer if data, pins or properties are others; called at every event of a drag."""
        if self._controller.is_taking:
            self._had_own = False  # of the document before
        state = self._controller.state
        seen = (state.history.present, state.pins, state.properties)
        if len(self._seen) != len(seen) or any(one is not other for one, other in zip(seen, self._seen, strict=True)):
            self._seen = seen
            self._start_timer()

    def _start_timer(self) -> None:
        if not self._timer.isActive():  # which runs since the first step that is not on the disk
            self._timer.start(DELAY_MILLISECONDS)

    def _write(self) -> None:
        if self._work is not None:
            self._is_due = True
            return
        if self._files is None and self._controller.is_untouched:
            return
        try:
            work = self._next_work(None)
        except FileError as error:
            self._fail(error)
            return
        self._work = work

        def run() -> None:
            work.do()
            self._send(work)

        self._thread = threading.Thread(target=run, name="klscope backup")
        self._thread.start()

    def _send(self, work: _Work) -> None:
        """Hand over what came of a writing, from the thread that wrote."""
        try:
            self._done.emit(work)
        except RuntimeError:  # the window is gone; `end` has waited for this thread
            return

    def _next_work(self, ended: Ended | None) -> _Work:
        if self._files is None or not self._files.folder_exists:  # deleted by another program, or never made
            self._files, self._written, self._record = self._sessions.new_window(), None, None
        controller = self._controller
        digest = controller.digest if controller.path else ""
        record = Record(controller.path, digest, controller.is_modified, True, ended, time.time())
        work = _Work(self._files, controller.state, record, self._had_own)
        document = controller.document
        written = self._written
        # another comparison may be equal: the origin does not count
        if written is None or document.comparison is not written.comparison or document != written:
            work.document = document
        work.known = self._record
        return work

    def _finish(self, work: _Work) -> None:
        if work is not self._work:
            return
        self._work = self._thread = None
        if work.error is not None:
            self._fail(work.error)
            if work.unexpected is not None:
                raise work.unexpected
            return
        self._keep(work)
        if self._is_due:
            self._is_due = False
            self._write()

    def _keep(self, work: _Work) -> None:
        self._has_failed = False
        self._record = work.record
        if work.document is not None:
            self._written = work.document

    def _fail(self, error: FileError) -> None:
        self._is_due = False
        self._timer.start(RETRY_MILLISECONDS)
        if not self._has_failed:
            self._has_failed = True
            self.failed.emit(error.reason)

    def adopt(self, files: WindowFiles, had_own_data: bool) -> None:
        """Go on with the files of a window that has gone, whose document is shown here."""
        self._wait()
        if self._files is not None:
            self._files.remove()
        self._files, self._had_own = files, had_own_data
        self._written = self._record = None
        self._start_timer()

    def discard(self) -> None:
        """Delete the files, and write no more."""
        self._stop()
        if self._files is not None:
            self._files.remove()

    def end(self, ended: Ended) -> FileError | None:
        """Write the last state if it is to be kept, else delete the files; return the error if writing failed.

        Where it fails, what was written before is still there.
        """
        self._stop()
        controller = self._controller
        own = has_own_data(controller.state, self._had_own)
        if not Record(controller.path, "", controller.is_modified, own, ended).is_kept:
            if self._files is not None:
                self._files.remove()
            return None
        try:
            work = self._next_work(ended)
        except FileError as error:
            return error
        work.do()
        return work.error

    def _stop(self) -> None:
        """Follow no more."""
        self._timer.stop()
        self._store.changed.disconnect(self._follow)
        self._controller.changed.disconnect(self._start_timer)
        self._wait()

    def _wait(self) -> None:
        """Wait for what is being written."""
        work, thread, self._work = self._work, self._thread, None
        if work is not None and thread is not None:
            thread.join()
            if work.error is None:
                self._keep(work)
