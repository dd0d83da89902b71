"""The one way in which klscope reads a file that a person names: a regular file or standard input, up to a limit.

What ships with the program is no concern of this module.
"""

from __future__ import annotations

import os
import sys

from klscope.files.regular_files import FileError, impossible_name, refuse_other_kinds
from klscope.files.system_reasons import reason_of
from klscope.wording import phrase

STANDARD_INPUT = "-"
"""The name that stands for standard input; a file that is called so is ``./-``."""

# Whatever takes the file's place between the first look and the opening: to open it must not wait for anyone.
_READ = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOCTTY", 0) | getattr(os, "O_BINARY", 0)


def read_bytes(path: str, limit: int) -> bytes:
    """Return the content of a regular file, or of standard input for `STANDARD_INPUT`.

    No more than one byte past the limit is read, whatever size the file says that it has.

    Raises
    ------
    FileError
        It cannot be read, is not a regular file, or is longer than ``limit`` bytes.
    """
    try:
        content = _standard_input(limit) if path == STANDARD_INPUT else _regular_file(path, limit)
    except FileNotFoundError as error:
        raise FileError(path, reason_of(error), phrase("name a file that is there")) from error
    except OSError as error:
        raise FileError(path, reason_of(error)) from error
    if len(content) > limit:
        told = phrase("it is longer than {limit} bytes", limit=f"{limit:,}")
        raise FileError(path, told, phrase("longer files are not read"))
    return content


def _standard_input(limit: int) -> bytes:
    if sys.stdin is None:
        raise FileError(STANDARD_INPUT, phrase("standard input is closed"))
    return _up_to(limit, sys.stdin.fileno())


def _regular_file(path: str, limit: int) -> bytes:
    try:
        refuse_other_kinds(path, os.stat(path).st_mode)  # before it is opened: to open a device may do something
    except ValueError as error:
        raise impossible_name(path) from error
    descriptor = os.open(path, _READ)
    try:
        refuse_other_kinds(path, os.fstat(descriptor).st_mode)
        return _up_to(limit, descriptor)
    finally:
        os.close(descriptor)


def _up_to(limit: int, descriptor: int) -> bytes:
    """Return what can be read, up to one byte past the limit."""
    parts: list[bytes] = []
    left = limit + 1
    while left:
        part = os.read(descriptor, left)
        if not part:
            break
        parts.append(part)
        left -= len(part)
    return b"".join(parts)
