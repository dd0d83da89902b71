"""Why the system refuses a file, in the language in force: Python and Qt have it from the system, in its language."""

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
"""Those that are met with, by number: after Qt has chosen the locale, the words of the system are in its language."""


def reason_of(error: OSError) -> str:
    """Return why a file was refused, in the language in force; what is not known here as the system says it."""
    return said(REASONS.get(error.errno or 0) or error.strerror or str(error))
