"""What a session knows of a window beside its document, as a small JSON file."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from enum import Enum
from typing import Any

from klscope.files.reading import read_bytes
from klscope.files.regular_files import FileError

FORMAT = "klscope window"
VERSION = 1
LARGEST = 100_000
"""The largest size of a record, in bytes."""


class Ended(Enum):
    """How a window has ended."""

    CLOSED = "closed"
    SIGNAL = "signal"


@dataclass(frozen=True)
class Record:
    """What is known of a window.

    Attributes
    ----------
    path
        The path of the document's file; empty for an untitled document.
    digest
        The SHA-256 of the file when it was read or written, in hexadecimal digits; empty for an untitled document.
    is_modified
        Whether the document differs from its file.
    has_own_data
        Whether the document has data that were typed or imported.
    ended
        How the window has ended; None while it is open.
    time
        The time of the record, in seconds since 1970.
    """

    path: str = ""
    digest: str = ""
    is_modified: bool = True
    has_own_data: bool = True
    ended: Ended | None = None
    time: float = 0.0

    @property
    def is_kept(self) -> bool:
        """Whether the files of the window, which has ended, are kept to be offered.

        An untitled document is kept for its own data, in whatever way its window has ended; one that has a file, if it
        was modified and a signal has ended it: nobody was asked.
        """
        if self.path:
            return self.is_modified and self.ended is Ended.SIGNAL
        return self.has_own_data or (self.is_modified and self.ended is Ended.SIGNAL)


NOTHING_KNOWN = Record()


def record_bytes(record: Record) -> bytes:
    """Return the content of the file of a record."""
    fields = {**asdict(record), "ended": None if record.ended is None else record.ended.value}
    content = {"format": FORMAT, "version": VERSION, **fields}
    return f"{json.dumps(content, indent=2)}\n".encode()  # ASCII: a path may have what UTF-8 does not


def read_record(path: str) -> Record:
    """Return the record in a file; `NOTHING_KNOWN` if it is not there or damaged: the document counts."""
    try:
        value = json.loads(read_bytes(path, LARGEST))
        return _record(value)
    except (FileError, ValueError, LookupError, TypeError, RecursionError):
        return NOTHING_KNOWN


def _record(value: Any) -> Record:
    if value["format"] != FORMAT:
        raise ValueError(value["format"])
    path, digest, modified, own, ended = (
        value[name] for name in ("path", "digest", "is_modified", "has_own_data", "ended")
    )
    if not all(isinstance(one, str) for one in (path, digest)) or not all(
        isinstance(one, bool) for one in (modified, own)
    ):
        raise TypeError("a field of another type")
    return Record(path, digest, modified, own, None if ended is None else Ended(ended), float(value["time"]))
