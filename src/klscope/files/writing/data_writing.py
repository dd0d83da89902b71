"""Data as the content of a file, in a format of `klscope.files.writing.data_formats`."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from klscope.by_name import load
from klscope.files.regular_files import FileError
from klscope.files.replacing import replace_file
from klscope.files.writing.data_formats import DataFormat
from klscope.files.writing.data_table import DataTable, WritingError, lost_digits
from klscope.model.comparison import Side
from klscope.wording import gettext, ngettext


def as_text(form: DataFormat, table: DataTable) -> str:
    """Return the text of a format that is not binary.

    Raises
    ------
    WritingError
        The format cannot hold the data; the message says what, where, and what to do.
    """
    if not form.has_parts and table.is_largest:
        raise WritingError(
            gettext(
                "{format} states P and Q whole; save the largest contributions in another format", format=form.called
            )
        )
    table.check_labels()
    write: Callable[[DataTable], str] = _writer(form)
    return write(table)


def as_bytes(form: DataFormat, table: DataTable, with_mark: bool = False) -> bytes:
    """Return the content of a file.

    Parameters
    ----------
    form
        The format.
    table
        What is written.
    with_mark
        Whether a byte order mark stands in front, if the format takes one.

    Raises
    ------
    WritingError
        The format cannot hold the data; the message says what, where, and what to do.
    """
    if not form.is_binary:
        return as_text(form, table).encode("utf-8-sig" if with_mark and form.takes_mark else "utf-8")
    table.check_labels()
    write: Callable[[DataTable], bytes] = _writer(form)
    return write(table)


def _writer(form: DataFormat) -> Callable[[DataTable], Any]:
    module, name = form.writer
    found: Callable[[DataTable], Any] = load(f"klscope.files.writing.{module}", name)
    return found


def loss(form: DataFormat, table: DataTable) -> str:
    """Return a sentence on what a format does not keep of log-probabilities; empty if it keeps everything."""
    lost = sum(lost_digits(table.snapshot.comparison.distribution(side)) for side in Side)
    if form.keeps_logarithms or not lost:
        return ""
    return ngettext(
        "{count} probability is too small for a double, and its logarithm is not in it; JSON, NPZ, Python and a "
        "document (.klscope) keep it.",
        "{count} probabilities are too small for doubles, and their logarithms are not in it; JSON, NPZ, Python and a "
        "document (.klscope) keep them.",
        count=lost,
    )


def save(form: DataFormat, table: DataTable, path: str, with_mark: bool = False) -> None:
    """Write a file, as a whole or not at all; parameters as of `as_bytes`.

    Raises
    ------
    FileError
        It cannot be written, or the format cannot hold the data; the message says why.
    """
    try:
        content = as_bytes(form, table, with_mark)
    except WritingError as error:
        raise FileError(path, str(error)) from error
    except MemoryError as error:
        raise FileError(path, gettext("there is too little memory for it")) from error
    replace_file(path, content)
