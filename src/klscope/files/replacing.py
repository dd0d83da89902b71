"""Atomic writing of files.

The content is written to a temporary file in the folder of the target, flushed to the disk (fsync), and renamed to the
target. If anything fails before the rename (a full disk, a crash), the old file is intact; after it, the new one is.

- A symbolic link is followed: its target is replaced or created, and the link stays.
- A target that exists and is not a regular file (a folder, a FIFO, a device, a socket) is refused.
- A file without write permission is refused, although its folder would permit the rename.
- Permissions are kept, and owner and group as far as the system permits; a new file has the permissions of the umask.
  Of several hard links only this one is replaced; the others keep the old content.
- A process that is killed while it writes leaves its temporary file, ``.klscope-….tmp``, behind.
"""

from __future__ import annotations

import errno
import os
import stat
from contextlib import suppress

from klscope.files.regular_files import FileError, impossible_name, refuse_other_kinds
from klscope.files.system_reasons import reason_of
from klscope.wording import gettext

_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
_READ_AND_WRITE_FOR_ALL = 0o666
_READ_AND_WRITE_FOR_OWNER = 0o600


def replace_file(path: str, content: bytes, written_through: bool = True) -> None:
    """Write ``content`` to a file, atomically; on failure raise FileError, and leave the file unchanged.

    With ``written_through``, wait until the content is on the disk (fsync), so that it survives a power failure. This
    takes tens of milliseconds, too long during a drag; without it, the content survives the process but not the
    machine.
    """
    try:
        found = _found(path)
        target = os.path.realpath(path)
        if found is not None:
            refuse_other_kinds(path, os.lstat(target).st_mode)  # target: the path with all links resolved
            if not os.access(target, os.W_OK):
                raise PermissionError(errno.EACCES, "")
        _replace(path, target, content, found, written_through)
    except OSError as error:
        raise FileError(path, reason_of(error)) from error


def _found(path: str) -> os.stat_result | None:
    """Return the status of the regular file at a path; None if there is no file."""
    if os.path.basename(path) in ("", os.curdir, os.pardir):
        raise IsADirectoryError(errno.EISDIR, "")
    try:
        found = os.stat(path)
    except FileNotFoundError:
        return None
    except ValueError as error:
        raise impossible_name(path) from error
    refuse_other_kinds(path, found.st_mode)
    return found


def _replace(path: str, target: str, content: bytes, found: os.stat_result | None, written_through: bool) -> None:
    folder = os.path.dirname(target)
    temporary = os.path.join(folder, f".klscope-{os.urandom(8).hex()}.tmp")
    try:
        mode = _READ_AND_WRITE_FOR_ALL if found is None else _READ_AND_WRITE_FOR_OWNER
        descriptor = os.open(temporary, _NEW, mode)
    except OSError as error:
        raise FileError(path, gettext("its folder cannot be written: {reason}", reason=reason_of(error))) from error
    try:
        try:
            _write_all(descriptor, content)
            if found is not None and os.name == "posix":
                _keep_owner_and_permissions(descriptor, found)
            if written_through:
                os.fsync(descriptor)
        finally:
            os.close(descriptor)
        os.replace(temporary, target)
    except BaseException:
        with suppress(OSError):
            os.unlink(temporary)
        raise
    if written_through:
        _write_names_through(folder)


def _write_all(descriptor: int, content: bytes) -> None:
    """Write all of ``content``: one call of `os.write` may write a part of it."""
    left = memoryview(content)
    while left:
        left = left[os.write(descriptor, left) :]


def _keep_owner_and_permissions(descriptor: int, found: os.stat_result) -> None:
    """Copy group, owner and permissions from ``found``, as far as the system permits."""
    with suppress(OSError):
        os.fchown(descriptor, -1, found.st_gid)  # any user may set a group of their own
        os.fchown(descriptor, found.st_uid, -1)  # only root may set another owner
    with suppress(OSError):
        os.fchmod(descriptor, stat.S_IMODE(found.st_mode) & 0o777)


def _write_names_through(folder: str) -> None:
    """Flush the directory, so that the rename survives a power failure; some file systems do not support it."""
    if os.name != "posix":
        return
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
