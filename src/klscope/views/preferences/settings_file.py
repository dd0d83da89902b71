"""The settings file, which several windows of several processes may share: read as a whole, changed under a lock."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QLockFile, QSettings

from klscope.files import settings_text
from klscope.files.reading import read_bytes
from klscope.files.regular_files import FileError
from klscope.files.replacing import replace_file
from klscope.files.settings_text import Value
from klscope.files.system_reasons import reason_of
from klscope.wording import gettext

Entries = dict[str, Value]
LARGEST = 1_000_000
"""A file of more bytes than this is none of ours: what klscope remembers takes some thousand."""
WAIT_MILLISECONDS = 300
"""How long another process may hold the lock; a change takes it one or two."""


def place() -> Path:
    """Return the path of the settings: where QSettings keeps those of ``klscope`` in a file."""
    in_a_file = sys.platform not in ("win32", "darwin")  # these have a registry and property lists
    form = QSettings.Format.NativeFormat if in_a_file else QSettings.Format.IniFormat
    # of another name: QSettings opens and reads the file that it is asked for
    beside = Path(QSettings(form, QSettings.Scope.UserScope, "klscope", "place").fileName())
    return beside.with_name(f"klscope{beside.suffix}")


class SettingsFile:
    """Settings in a file."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def read(self) -> Entries:
        """Return what is understood of the file; nothing where it is not there or cannot be read."""
        try:
            return self._read()
        except (FileError, OSError):
            return {}

    def _read(self) -> Entries:
        """Return what is understood of the file; nothing where it is not there, or is too long to be ours."""
        try:
            if self._path.stat().st_size > LARGEST:
                return {}
        except FileNotFoundError:
            return {}
        return settings_text.read(read_bytes(str(self._path), LARGEST))

    def change(self, edit: Callable[[Entries], None]) -> Entries:
        """Apply an edit to what the file has now, whoever wrote it, and return the result.

        The file is replaced as a whole or not at all, and left alone where the edit changes nothing, or where it cannot
        be read: nothing unknown is written over.

        Raises
        ------
        FileError
            If it cannot be written.
        """
        try:
            if not self._path.parent.exists():
                self._path.parent.mkdir(mode=0o700, parents=True)
            lock = QLockFile(f"{self._path}.lock")
            # where the folder allows no lock, writing fails too, and says why
            if not lock.tryLock(WAIT_MILLISECONDS) and lock.error() is QLockFile.LockError.LockFailedError:
                raise FileError(str(self._path), gettext("another process is writing it"))
            try:
                entries = self._read()
                before = dict(entries)
                edit(entries)
                if entries != before:
                    content = settings_text.write(entries)
                    replace_file(str(self._path), content, written_through=False)  # ticks are earned in a drag
            finally:
                lock.unlock()
        except OSError as error:
            raise FileError(str(self._path), reason_of(error)) from error
        return entries
