"""Translated messages of operating system errors."""

from __future__ import annotations

import errno

from klscope.wording import marked, said

REASONS = {
    errno.ENOENT: marked("No such file or directory"),
    errno.EACCES: marked("Permission denied"),
    errno.EPERM: marked("Operation not permitted"),
    errno.EISDIR: marked("Is a directory"),
    errno.ENOTDIR: marked("Not a directory"),
    errno.ENOSPC: marked("No space left on device"),
    errno.EDQUOT: marked("Disk quota exceeded"),
    errno.EFBIG: marked("File too large"),
    errno.EROFS: marked("Read-only file system"),
    errno.ENAMETOOLONG: marked("File name too long"),
    errno.ELOOP: marked("Too many levels of symbolic links"),
    errno.EMFILE: marked("Too many open files"),
    errno.EIO: marked("Input/output error"),
    errno.EBADF: marked("Bad file descriptor"),
    errno.EBUSY: marked("Device or resource busy"),
}
"""Messages by errno. `os.strerror` follows the locale of the system, which may differ from the current language."""


def reason_of(error: OSError) -> str:
    """Return the message of an error in the current language, or that of the system where none is known here."""
    return said(REASONS.get(error.errno or 0) or error.strerror or str(error))
