"""Opening of data: a path, standard input or the clipboard, to the tables that it holds."""

from __future__ import annotations

import os

from klscope.files.reading import STANDARD_INPUT, read_bytes
from klscope.files.tables.codecs.table import TEXT, codec_of
from klscope.files.tables.contents import MOST_BYTES, Contents
from klscope.files.tables.options import ReadOptions
from klscope.wording import gettext


def open_data(path: str, options: ReadOptions) -> Contents:
    """Read a file, or standard input for ``-``.

    Raises
    ------
    FileError
        The file cannot be read.
    DataError
        Its content cannot be read; the message says what and where.
    """
    content = read_bytes(path, MOST_BYTES)
    source = gettext("standard input") if path == STANDARD_INPUT else os.path.basename(path)
    return codec_of(path, content).read(content, source, options)


def open_text(text: str, source: str, options: ReadOptions) -> Contents:
    """Read a text that was pasted or dropped."""
    return TEXT.read(text.encode("utf-8", "surrogatepass"), source, options)
