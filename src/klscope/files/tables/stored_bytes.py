"""Bytes that are read at positions when they are needed, of a file or in memory."""

from __future__ import annotations

import io
import os
import threading
import weakref
from collections.abc import Callable

from klscope.files.reading import open_descriptor
from klscope.files.system_reasons import reason_of
from klscope.files.tables.contents import DataError
from klscope.files.tables.data_source import DataSource
from klscope.wording import gettext

MOST_IN_MEMORY = 16_000_000
"""The size of a file up to which it is read at once, so that it is not kept open."""


class StoredBytes:
    """Bytes of a file, or in memory.

    A memory map would be as fast, but the process dies when a page is read that the file has lost meanwhile. A file is
    kept open until this object is deleted, and each reading checks that it is the one that was opened.

    Attributes
    ----------
    name
        The name as messages show it.
    size
        The number of bytes.
    """

    def __init__(self, source: DataSource) -> None:
        self.name = source.name
        self._content = source.content
        self._lock = threading.Lock()
        if source.path is None:
            self._content = source.content or b""
            self.size = len(self._content)
            return
        self._descriptor = open_descriptor(source.path)
        self._close: Callable[[], object] = weakref.finalize(self, os.close, self._descriptor)
        self._state = self._state_of_file()
        self.size = self._state[0]
        if self.size <= MOST_IN_MEMORY:
            self._content = self.read(0, self.size)
            self._close()

    def read(self, start: int, count: int) -> bytes:
        """Return ``count`` bytes from ``start``.

        Raises
        ------
        DataError
            There are fewer, or the file was changed since it was opened.
        """
        if start < 0 or count < 0 or start + count > self.size:
            raise DataError(gettext("{source}: the file is shorter than it says", source=self.name), incomplete())
        if self._content is not None:
            return self._content[start : start + count]
        try:
            read = self._read_file(start, count)
            state = self._state_of_file()
        except OSError as error:
            raise DataError(f"{self.name}: {reason_of(error)}") from error
        if len(read) != count or state != self._state:
            raise DataError(
                gettext("{source}: the file was changed since it was opened", source=self.name),
                gettext("open it again"),
            )
        return read

    def _state_of_file(self) -> tuple[int, int]:
        status = os.fstat(self._descriptor)
        return status.st_size, status.st_mtime_ns

    def _read_file(self, start: int, count: int) -> bytes:
        parts = []
        while count:
            part = self._read_part(start, count)
            if not part:
                break
            parts.append(part)
            start, count = start + len(part), count - len(part)
        return b"".join(parts) if len(parts) != 1 else parts[0]

    def _read_part(self, start: int, count: int) -> bytes:
        if hasattr(os, "pread"):
            return os.pread(self._descriptor, count, start)
        with self._lock:  # Windows has no pread
            os.lseek(self._descriptor, start, os.SEEK_SET)
            return os.read(self._descriptor, count)


def incomplete() -> str:
    """Return what to do about a file that is cut short."""
    return gettext("it may be incomplete: copy or save it once more")


class BytesFile(io.RawIOBase):
    """Stored bytes as a file, such as `zipfile` reads."""

    def __init__(self, stored: StoredBytes) -> None:
        self._stored, self._position = stored, 0

    def readable(self) -> bool:
        """Return True."""
        return True

    def seekable(self) -> bool:
        """Return True."""
        return True

    def tell(self) -> int:
        """Return the position."""
        return self._position

    def seek(self, offset: int, whence: int = os.SEEK_SET) -> int:
        """Move to a position."""
        base = {os.SEEK_SET: 0, os.SEEK_CUR: self._position, os.SEEK_END: self._stored.size}[whence]
        if base + offset < 0:
            raise OSError("a position before the beginning")
        self._position = base + offset
        return self._position

    def readinto(self, buffer: object) -> int:
        """Fill a buffer, and return how much of it is filled."""
        view = memoryview(buffer).cast("B")  # type: ignore[arg-type]  # Buffer is a type of Python 3.12
        count = max(min(len(view), self._stored.size - self._position), 0)
        view[:count] = self._stored.read(self._position, count)
        self._position += count
        return count
