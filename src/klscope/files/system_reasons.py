"""Translated messages of operating system errors."""

from __future__ import annotations

import errno

from klscope.wording import mark, translated

REASONS = {
    errno.ENOENT: mark("No such file or directory"),
    errno.EACCES: mark("Permission denied"),
    errno.EPERM: mark("Operation not permitted"),
    errno.EISDIR: mark("Is a directory"),
    errno.ENOTDIR: mark("Not a directory"),
    errno.ENOSPC: mark("No space left on device"),
    errno.EDQUOT: mark("Disk quota exceeded"),
    errno.EFBIG: mark("File too large"),
    errno.EROFS: mark("Read-only file system"),
    errno.ENAMETOOLONG: mark("File name too long"),
    errno.ELOOP: mark("Too many levels of symbolic links"),
    errno.EMFILE: mark("Too many open files"),
    errno.EIO: mark("Input/output error"),
    errno.EBADF: mark("Bad file descriptor"),
    errno.EBUSY: mark("Device or resource busy"),
}
"""Messages by errno. `os.strerror` follows the locale of the system, which may differ from the current language."""


def reason_of(error: OSError) -> str:
    """Return the message of an error in the current language, or that of the system where none is known here."""
    return translated(REASONS.get(error.errno or 0) or error.strerror or str(error))
