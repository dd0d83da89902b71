"""The settings file, shared by several processes and changed under a lock."""

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
"""The largest size of a settings file, in bytes; larger files are not ours."""
WAIT_MILLISECONDS = 300
"""The timeout of the lock; a change takes one or two milliseconds."""


def place() -> Path:
    """Return the path of the settings file, in the folder of QSettings."""
    in_a_file = sys.platform not in ("win32", "darwin")  # these use a registry and property lists
    form = QSettings.Format.NativeFormat if in_a_file else QSettings.Format.IniFormat
    # with another name: QSettings would read the file itself
    beside = Path(QSettings(form, QSettings.Scope.UserScope, "klscope", "place").fileName())
    return beside.with_name(f"klscope{beside.suffix}")


class SettingsFile:
    """The settings file."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def read(self) -> Entries:
        """Return the entries of the file; empty if it is missing or cannot be read."""
        try:
            return self._read()
        except (FileError, OSError):
            return {}

    def _read(self) -> Entries:
        try:
            if self._path.stat().st_size > LARGEST:
                return {}
        except FileNotFoundError:
            return {}
        return settings_text.read(read_bytes(str(self._path), LARGEST))

    def change(self, edit: Callable[[Entries], None]) -> Entries:
        """Apply an edit to the current entries of the file, and return the result, or raise FileError.

        The file is replaced atomically. It is not written if the edit changes nothing, or if it cannot be read.
        """
        try:
            if not self._path.parent.exists():
                self._path.parent.mkdir(mode=0o700, parents=True)
            lock = QLockFile(f"{self._path}.lock")
            # if the folder does not permit a lock, writing fails too, with the reason
            if not lock.tryLock(WAIT_MILLISECONDS) and lock.error() is QLockFile.LockError.LockFailedError:
                raise FileError(str(self._path), gettext("another process is writing it"))
            try:
                entries = self._read()
                before = dict(entries)
                edit(entries)
                if entries != before:
                    content = settings_text.write(entries)
                    replace_file(str(self._path), content, written_through=False)  # ticks are saved during a drag
            finally:
                lock.unlock()
        except OSError as error:
            raise FileError(str(self._path), reason_of(error)) from error
        return entries
