"""The settings file, which several windows of several processes may share: read as a whole, changed under a lock."""

from __future__ import annotations

import errno
import os
import stat
import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QIODevice, QLockFile, QSaveFile, QSettings

from klscope.files import settings_text
from klscope.files.settings_text import Value
from klscope.files.system_reasons import reason, reason_of
from klscope.wording import phrase

Entries = dict[str, Value]
LARGEST = 1_000_000
"""A file of more bytes than this is none of ours: what klscope remembers takes some thousand."""
WAIT_MILLISECONDS = 300
"""How long another process may hold the lock; a change takes it one or two."""


class SettingsError(Exception):
    """The settings cannot be written; the text says where and why."""


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
        except OSError:
            return {}

    def _read(self) -> Entries:
        try:
            found = self._path.stat()
        except FileNotFoundError:
            return {}
        # a folder, a device or a pipe is no file, and to read one may never end
        is_ours = stat.S_ISREG(found.st_mode) and found.st_size <= LARGEST
        return settings_text.read(self._path.read_bytes()) if is_ours else {}

    def change(self, edit: Callable[[Entries], None]) -> Entries:
        """Apply an edit to what the file has now, whoever wrote it, and return the result.

        The file is replaced as a whole or not at all, and left alone where the edit changes nothing.

        Raises
        ------
        SettingsError
            If it cannot be written.
        """
        try:
            self._prepare()
            lock = QLockFile(f"{self._path}.lock")
            # where the folder allows no lock, writing fails too, and says why
            if not lock.tryLock(WAIT_MILLISECONDS) and lock.error() is QLockFile.LockError.LockFailedError:
                raise SettingsError(self._refused(phrase("another process is writing it")))
            try:
                entries = self._read()
                before = dict(entries)
                edit(entries)
                if entries != before:
                    self._write(settings_text.write(entries))
            finally:
                lock.unlock()
        except OSError as error:
            raise SettingsError(self._refused(reason_of(error))) from error
        return entries

    def _prepare(self) -> None:
        """Make the folder, and refuse what is no file or cannot be read: nothing unknown is written over."""
        path = self._path
        if not path.parent.exists():
            path.parent.mkdir(mode=0o700, parents=True)
        if not path.exists():
            return
        if not path.is_file() and not path.is_dir():  # of a folder Qt tells by itself
            raise SettingsError(self._refused(phrase("it is not a regular file")))
        if not os.access(path, os.R_OK | os.W_OK):
            raise PermissionError(errno.EACCES, "")

    def _write(self, content: bytes) -> None:
        file = QSaveFile(str(self._path))
        if file.open(QIODevice.OpenModeFlag.WriteOnly) and file.write(content) == len(content) and file.commit():
            return
        raise SettingsError(self._refused(reason(file.errorString())))

    def _refused(self, words: str) -> str:
        return f"{self._path}: {words}"
