"""Opening of data: a path, standard input or a text, to the tables that it holds."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from klscope.by_name import load
from klscope.files.reading import read_first_bytes
from klscope.files.tables.codecs.table import SIGNATURE_OF_ZIP, TEXT, Codec, codec_of
from klscope.files.tables.contents import Contents, errors_within
from klscope.files.tables.data_source import DataSource
from klscope.files.tables.options import ReadOptions

LONGEST_SIGNATURE = 16


def open_data(path: str, options: ReadOptions, is_cancelled: Callable[[], bool] = lambda: False) -> Contents:
    """Read the tables of a file, or of standard input for ``-``.

    Parameters
    ----------
    path
        The path.
    options
        What is said about the data.
    is_cancelled
        Returns whether reading should end, with an error; readers that take long ask it now and then.

    Raises
    ------
    FileError
        The file cannot be read.
    DataError
        Its content cannot be read; the message says what and where.
    """
    source = replace(DataSource.of_path(path), is_cancelled=is_cancelled)
    first = (
        (source.content or b"")[:LONGEST_SIGNATURE]
        if source.path is None
        else read_first_bytes(path, LONGEST_SIGNATURE)
    )
    with errors_within(source.name):
        if first.startswith(SIGNATURE_OF_ZIP):
            codec: Codec = load("klscope.files.tables.codecs.zip_formats", "codec_of_zip")(source)
            return codec.read(source, options)
        return codec_of(source.name, first).read(source, options)


def open_text(text: str, name: str, options: ReadOptions) -> Contents:
    """Read the tables of a text that was pasted or dropped."""
    return TEXT.read(DataSource.of_text(text, name), options)
