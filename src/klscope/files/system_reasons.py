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
    errno.EROFS: marked("Read-only file system"),
    errno.ENAMETOOLONG: marked("File name too long"),
    errno.EMFILE: marked("Too many open files"),
    errno.EIO: marked("Input/output error"),
}
"""Those that are met with, by number: after Qt has chosen the locale, the words of the system are in its language."""

OTHERS = (marked("Filename refers to a directory"), marked("Unknown error"), marked("embedded null byte"))
"""What Qt and Python say of a file on their own."""


def reason(told: str) -> str:
    """Return what Qt or Python told in the language in force; what is not known here as it is."""
    return said(told)


def reason_of(error: OSError) -> str:
    """Return why a file was refused, in the language in force."""
    return reason(REASONS.get(error.errno or 0) or error.strerror or str(error))
