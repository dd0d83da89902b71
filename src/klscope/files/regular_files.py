"""The error of reading and writing files, and the refusal of what is not a regular file."""

from __future__ import annotations

import stat

from klscope.wording import gettext, mark, translated, with_remedy

_KINDS = (
    (stat.S_ISDIR, mark("it is a folder")),
    (stat.S_ISFIFO, mark("it is a FIFO (a named pipe)")),
    (stat.S_ISSOCK, mark("it is a socket")),
    (stat.S_ISCHR, mark("it is a device")),
    (stat.S_ISBLK, mark("it is a device")),
)
_OTHER_KIND = mark("it is not a regular file")


class FileError(Exception):
    """A file could not be read or written. The message has the path, the reason and, if there is one, a remedy."""

    def __init__(self, path: str, reason: str, remedy: str = "") -> None:
        self.path = path
        self.reason = reason
        self.remedy = remedy
        super().__init__(with_remedy(f"{path}: {reason}", remedy))


def refuse_other_kinds(path: str, mode: int) -> None:
    """Raise `FileError` unless ``mode``, the ``st_mode`` of ``path``, is that of a regular file."""
    if stat.S_ISREG(mode):
        return
    kind = next((words for is_kind, words in _KINDS if is_kind(mode)), _OTHER_KIND)
    raise FileError(path, translated(kind), gettext("name a regular file"))


def impossible_name(path: str) -> FileError:
    """Return the error for a path with a null character, which no system call accepts."""
    return FileError(path, gettext("no file can have this name"))
