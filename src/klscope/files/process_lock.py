"""A lock on a file that one process holds, and that the system releases when the process ends in whatever way."""

from __future__ import annotations

import os
import sys
from contextlib import suppress

if sys.platform == "win32":
    import msvcrt

    def _lock(descriptor: int) -> None:
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _lock(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)


class ProcessLock:
    """A lock that is held.

    Attributes
    ----------
    path
        The file, which is empty.
    """

    def __init__(self, path: str, descriptor: int) -> None:
        self.path = path
        self._descriptor = descriptor

    @classmethod
    def taken(cls, path: str, make: bool = False) -> ProcessLock | None:
        """Return the lock on a file, or None if it is held by this or another process, or the file is not there.

        Parameters
        ----------
        path
            The file.
        make
            Whether to make the file if it is not there.

        Raises
        ------
        OSError
            The file cannot be opened, or its file system has no locks.
        """
        try:
            descriptor = os.open(path, os.O_RDWR | (os.O_CREAT if make else 0), 0o600)
        except FileNotFoundError:
            return None
        lock = cls(path, descriptor)
        try:
            _lock(descriptor)
        except OSError as error:
            lock.release()
            if isinstance(error, (BlockingIOError, PermissionError)):
                return None
            raise
        if not lock._is_of_the_file():  # it was deleted between the opening and the locking
            lock.release()
            return None
        return lock

    def _is_of_the_file(self) -> bool:
        try:
            return os.path.samestat(os.fstat(self._descriptor), os.stat(self.path))
        except FileNotFoundError:
            return False

    def release(self) -> None:
        """Release the lock; the file stays."""
        with suppress(OSError):
            os.close(self._descriptor)

    def delete(self) -> None:
        """Delete the file, and release the lock: nobody can have taken it in between, where the system permits that."""
        if sys.platform == "win32":  # which deletes no open file
            self.release()
        with suppress(OSError):
            os.unlink(self.path)
        if sys.platform != "win32":
            self.release()
