"""Where data come from: a file, standard input, or a text that was pasted or dropped."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass, field

from klscope.files.reading import STANDARD_INPUT, read_bytes
from klscope.files.tables.contents import MOST_BYTES
from klscope.wording import gettext


@dataclass(frozen=True)
class DataSource:
    """Bytes to read.

    Attributes
    ----------
    name
        The name as shown: that of the file, or "standard input", or "the clipboard".
    path
        The path of a regular file; None where ``content`` is given.
    content
        The bytes; None where they are read from ``path``.
    is_cancelled
        Returns whether reading should end, with an error; asked now and then by readers that take long.
    """

    name: str
    path: str | None = None
    content: bytes | None = None
    is_cancelled: Callable[[], bool] = field(default=lambda: False, compare=False)

    @classmethod
    def of_path(cls, path: str) -> DataSource:
        """Return the source for a path, or for standard input, which is read at once, for ``-``.

        Raises
        ------
        FileError
            Standard input cannot be read.
        """
        if path == STANDARD_INPUT:
            return cls(gettext("standard input"), None, read_bytes(path, MOST_BYTES))
        return cls(os.path.basename(path), path)

    @classmethod
    def of_text(cls, text: str, name: str) -> DataSource:
        """Return the source for a text."""
        return cls(name, None, text.encode("utf-8", "surrogatepass"))

    def read(self, limit: int = MOST_BYTES) -> bytes:
        """Return all bytes.

        Raises
        ------
        FileError
            The file cannot be read, is not a regular file, or is longer than ``limit`` bytes.
        """
        return read_bytes(self.path, limit) if self.path is not None else self.content or b""
