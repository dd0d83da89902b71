"""The one way in which klscope writes a file: as a whole or not at all.

The content goes into a temporary file beside the target, is written through to the disk, and takes the target's name
in one step. Whatever happens before that step (a full disk, a crash, the end of the process), the old file is there,
whole; after it, the new one is.

- A link to a regular file is followed, as editors do: the file that it leads to is replaced, and the link stays. A
  link that leads to nothing is followed too: the file that it names is made.
- What is there and is not a regular file (a folder, a FIFO, a device, a socket), or is a link to one, is refused.
- A file that may not be written is refused, although its folder would let it be replaced.
- Permissions stay, and owner and group as far as the system lets them be given; a new file has those that the umask
  leaves. A file with several names (hard links) is replaced under this one; the others keep the old content.
- A process that is killed while it writes leaves its temporary file, ``.klscope-….tmp``, behind.
"""

from __future__ import annotations

import errno
import os
import stat
from contextlib import suppress

from klscope.files.regular_files import FileError, impossible_name, refuse_other_kinds
from klscope.files.system_reasons import reason_of
from klscope.wording import phrase

_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
_READ_AND_WRITE_FOR_ALL = 0o666
_READ_AND_WRITE_FOR_OWNER = 0o600


def replace_file(path: str, content: bytes, written_through: bool = True) -> None:
    """Let a file have this content, whether it is there or not; on failure it is as it was.

    Parameters
    ----------
    written_through
        Whether to wait until the content is on the disk, so that it outlives a power failure. That takes tens of
        milliseconds, which a drag has not: without it, the content outlives the process and not the machine.

    Raises
    ------
    FileError
        Naming the path and what is in the way.
    """
    try:
        found = _found(path)
        target = os.path.realpath(path)
        if found is not None:
            refuse_other_kinds(path, os.lstat(target).st_mode)  # the end of all links, which is what is replaced
            if not os.access(target, os.W_OK):
                raise PermissionError(errno.EACCES, "")
        _replace(path, target, content, found, written_through)
    except OSError as error:
        raise FileError(path, reason_of(error)) from error


def _found(path: str) -> os.stat_result | None:
    """Return what is known of the regular file that a name leads to; None where there is none yet."""
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
        raise FileError(path, phrase("its folder cannot be written: {reason}", reason=reason_of(error))) from error
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
    """Write all of it: one call may take less than it is given."""
    left = memoryview(content)
    while left:
        left = left[os.write(descriptor, left) :]


def _keep_owner_and_permissions(descriptor: int, found: os.stat_result) -> None:
    """Give a file the group, the owner and the permissions of another, as far as the system allows."""
    with suppress(OSError):
        os.fchown(descriptor, -1, found.st_gid)  # to a group of one's own: allowed to everyone
        os.fchown(descriptor, found.st_uid, -1)  # to someone else: to the administrator only
    with suppress(OSError):
        os.fchmod(descriptor, stat.S_IMODE(found.st_mode) & 0o777)


def _write_names_through(folder: str) -> None:
    """Let the new name outlive a power failure too; where a file system cannot do that, the file is there anyway."""
    if os.name != "posix":
        return
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
