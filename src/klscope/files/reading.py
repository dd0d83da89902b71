"""Reading files that the user names: a regular file or standard input, up to a size limit.

Files that ship with the program are read through `klscope.files.resource_files`.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from klscope.files.regular_files import FileError, impossible_name, refuse_other_kinds
from klscope.files.system_reasons import reason_of
from klscope.wording import gettext

STANDARD_INPUT = "-"
"""The path that means standard input; a file of this name is ``./-``."""

# O_NONBLOCK: if a FIFO replaces the file between stat and open, the open must not block.
_READ = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOCTTY", 0) | getattr(os, "O_BINARY", 0)


def read_bytes(path: str, limit: int) -> bytes:
    """Return the content of a regular file, or of standard input for `STANDARD_INPUT`; raise FileError if it has none.

    At most ``limit + 1`` bytes are read, whatever size the file reports; a longer file is an error.
    """
    with _errors_of(path):
        content = _standard_input(limit) if path == STANDARD_INPUT else _regular_file(path, limit)
    if len(content) > limit:
        message = gettext("it is longer than {limit} bytes", limit=f"{limit:,}")
        raise FileError(path, message, gettext("longer files are not read"))
    return content


def read_first_bytes(path: str, count: int) -> bytes:
    """Return at most the first ``count`` bytes of a regular file; errors as in `read_bytes`."""
    with _errors_of(path):
        return _regular_file(path, count - 1)


def open_descriptor(path: str) -> int:
    """Open a regular file for reading at positions, and return its descriptor; errors as in `read_bytes`."""
    with _errors_of(path):
        return _open_regular_file(path)


@contextmanager
def _errors_of(path: str) -> Iterator[None]:
    """Turn errors of the system in a block into FileError with this path."""
    try:
        yield
    except FileNotFoundError as error:
        raise FileError(path, reason_of(error), gettext("name a file that is there")) from error
    except OSError as error:
        raise FileError(path, reason_of(error)) from error


def _standard_input(limit: int) -> bytes:
    if sys.stdin is None:
        raise FileError(STANDARD_INPUT, gettext("standard input is closed"))
    return _up_to(limit, sys.stdin.fileno())


def _regular_file(path: str, limit: int) -> bytes:
    descriptor = _open_regular_file(path)
    try:
        return _up_to(limit, descriptor)
    finally:
        os.close(descriptor)


def _open_regular_file(path: str) -> int:
    try:
        refuse_other_kinds(path, os.stat(path).st_mode)  # before open(), which may have side effects on a device
    except ValueError as error:
        raise impossible_name(path) from error
    descriptor = os.open(path, _READ)
    try:
        refuse_other_kinds(path, os.fstat(descriptor).st_mode)
    except FileError:
        os.close(descriptor)
        raise
    return descriptor


def _up_to(limit: int, descriptor: int) -> bytes:
    parts: list[bytes] = []
    left = limit + 1
    while left:
        part = os.read(descriptor, left)
        if not part:
            break
        parts.append(part)
        left -= len(part)
    return b"".join(parts)
