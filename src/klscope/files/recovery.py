"""Sessions: what is on the disk of every window of a process, so that nothing is lost when the process dies.

In the folder of sessions each process has a folder of its own, made with its first file, in which it holds a lock. A
window has two files there: ``1.klscope``, its document, and ``1.json``, its `Record`. A session whose lock is free is
dead: its process has ended. Taking a dead session over is taking its lock, so that one process does, and loses nothing
if it dies on the way; its windows keep their files.

- A window that is open when its process dies has no end in its record.
- A window that has ended keeps its files only where they are to be offered later; for `DAYS_KEPT`.
- What cannot be read is moved to the folder ``damaged``.
"""

from __future__ import annotations

import os
import time
from contextlib import suppress
from typing import NamedTuple

from klscope.by_name import load
from klscope.files.documents.names import SUFFIX
from klscope.files.process_lock import ProcessLock
from klscope.files.recovery_record import Record, read_record, record_bytes
from klscope.files.regular_files import FileError
from klscope.files.replacing import replace_file
from klscope.files.system_reasons import reason_of
from klscope.model.document import Document

DOCUMENT_FILE = "klscope.files.documents.document_file"
"""Read and written by a module that takes long to import: in the thread that writes, mostly."""
LOCK = "lock"
DAMAGED = "damaged"
DAYS_KEPT = 30
MOST_DAMAGED = 10
SECONDS_A_DAY = 86_400.0
_ATTEMPTS = 20


class WindowFiles:
    """The files of one window in a session.

    Attributes
    ----------
    folder
        The folder of the session.
    number
        The number of the window in its session.
    """

    def __init__(self, folder: str, number: int) -> None:
        self.folder, self.number = folder, number
        self._document = os.path.join(folder, f"{number}{SUFFIX}")
        self._record = os.path.join(folder, f"{number}.json")

    @property
    def folder_exists(self) -> bool:
        """Whether the folder of the session is still there."""
        return os.path.isdir(self.folder)

    def write(self, document: Document | None, record: Record | None) -> None:
        """Write the document and the record, each atomically and to the disk; None leaves what is there.

        Raises `FileError` where that fails; what was there is still whole.
        """
        if document is not None:
            replace_file(self._document, load(DOCUMENT_FILE, "as_bytes")(document))
        if record is not None:
            replace_file(self._record, record_bytes(record))

    def record(self) -> Record:
        """Return the record; one that says nothing if there is none that can be read."""
        return read_record(self._record)

    def document(self) -> Document:
        """Return the document; raise `FileError` if it is not there or damaged."""
        document: Document = load(DOCUMENT_FILE, "read_document")(self._document)
        return document

    def remove(self) -> None:
        """Delete the files."""
        for path in (self._record, self._document):  # a document without a record comes back, a record alone does not
            with suppress(OSError):
                os.unlink(path)

    def set_aside(self) -> str:
        """Move a document that cannot be read to the folder ``damaged``, and return its path there."""
        aside = os.path.join(os.path.dirname(self.folder), DAMAGED)
        path = os.path.join(aside, f"{os.path.basename(self.folder)}-{self.number}{SUFFIX}")
        try:
            os.makedirs(aside, mode=0o700, exist_ok=True)
            os.replace(self._document, path)
        except OSError:
            return self._document  # it stays where it is
        self.remove()
        _delete_oldest(aside)
        return path


class Session:
    """A session that this process holds."""

    def __init__(self, folder: str, lock: ProcessLock) -> None:
        self.folder = folder
        self._lock = lock

    @property
    def is_there(self) -> bool:
        """Whether its folder still is."""
        return os.path.exists(self._lock.path)

    def windows(self) -> list[WindowFiles]:
        """Return the windows that have a document, in the order of their numbers."""
        with suppress(OSError):
            stems = [name.removesuffix(SUFFIX) for name in os.listdir(self.folder) if name.endswith(SUFFIX)]
            return [WindowFiles(self.folder, number) for number in sorted(int(one) for one in stems if one.isdecimal())]
        return []

    def delete_temporary_files(self) -> None:
        """Delete what a process that was killed while it wrote has left."""
        with suppress(OSError):
            for name in os.listdir(self.folder):
                if name.endswith(".tmp"):
                    with suppress(OSError):
                        os.unlink(os.path.join(self.folder, name))

    def leave(self) -> None:
        """Release the session, and delete it if it has no windows."""
        if self.windows():
            self._lock.release()
            return
        with suppress(OSError):
            for name in os.listdir(self.folder):
                if name != LOCK:
                    os.unlink(os.path.join(self.folder, name))
        self._lock.delete()
        with suppress(OSError):
            os.rmdir(self.folder)


class SavedWindow(NamedTuple):
    """A window of a dead session."""

    files: WindowFiles
    record: Record


class Found(NamedTuple):
    """The windows of dead sessions: those that were open when their process died, and those that are offered."""

    unfinished: list[SavedWindow]
    offered: list[SavedWindow]


class Sessions:
    """The sessions that this process holds: its own, and those that it has taken over.

    Parameters
    ----------
    folder
        The folder of all sessions; it is made with the first file.
    """

    def __init__(self, folder: str) -> None:
        self._folder = folder
        self._own: Session | None = None
        self._taken: list[Session] = []
        self._last = 0

    def find(self) -> Found:
        """Take over all dead sessions, but of those with nothing but ended windows only the one that ended last.

        What has been kept for longer than `DAYS_KEPT` is deleted. Files that cannot be read or locked are left alone.
        """
        unfinished: list[SavedWindow] = []
        offers: list[tuple[float, Session, list[SavedWindow]]] = []
        for session in self._dead():
            session.delete_temporary_files()
            windows = [SavedWindow(files, files.record()) for files in session.windows()]
            opened = [one for one in windows if one.record.ended is None]
            ended = [one for one in windows if one.record.ended is not None and not _is_old(one)]
            for one in windows:
                if one not in opened and one not in ended:
                    one.files.remove()
            unfinished += opened
            if ended:
                offers.append((max(one.record.time for one in ended), session, ended))
            elif not opened:
                session.leave()
            if opened:
                self._taken.append(session)
        offers.sort(key=lambda offer: offer[0])
        for _, session, _ in offers[:-1]:
            if session not in self._taken:
                session.leave()
        if offers and offers[-1][1] not in self._taken:
            self._taken.append(offers[-1][1])
        return Found(sorted(unfinished, key=lambda one: one.record.time), offers[-1][2] if offers else [])

    def _dead(self) -> list[Session]:
        try:
            with os.scandir(self._folder) as entries:
                folders = [entry.path for entry in entries if entry.is_dir(follow_symlinks=False)]
        except OSError:  # mostly: nothing was ever written
            return []
        found = []
        for folder in folders:
            if os.path.basename(folder) == DAMAGED:
                continue
            with suppress(OSError):
                lock = ProcessLock.taken(os.path.join(folder, LOCK))
                if lock is not None:
                    found.append(Session(folder, lock))
        return found

    def new_window(self) -> WindowFiles:
        """Return the place of the files of a new window in the own session; raise `FileError` if it cannot be made."""
        if self._own is None or not self._own.is_there:
            self._own = self._made()
        self._last += 1
        return WindowFiles(self._own.folder, self._last)

    def _made(self) -> Session:
        try:
            for _ in range(_ATTEMPTS):  # a process that starts may take a folder without files for one of a dead one
                folder = os.path.join(self._folder, f"{os.getpid()}-{os.urandom(4).hex()}")
                os.makedirs(folder, mode=0o700)
                with suppress(FileNotFoundError):
                    lock = ProcessLock.taken(os.path.join(folder, LOCK), make=True)
                    if lock is not None:
                        return Session(folder, lock)
        except OSError as error:
            raise FileError(self._folder, reason_of(error)) from error
        raise FileError(self._folder, reason_of(OSError("locked")))

    def close(self) -> None:
        """Release all sessions; those without windows are deleted, and so is a folder without sessions."""
        for session in (*self._taken, *(() if self._own is None else (self._own,))):
            session.leave()
        self._taken, self._own = [], None
        with suppress(OSError):
            os.rmdir(self._folder)


def _is_old(one: SavedWindow) -> bool:
    return time.time() - one.record.time > DAYS_KEPT * SECONDS_A_DAY


def _delete_oldest(folder: str) -> None:
    with suppress(OSError):
        paths = sorted((os.path.join(folder, name) for name in os.listdir(folder)), key=os.path.getmtime)
        for path in paths[:-MOST_DAMAGED]:
            os.unlink(path)
