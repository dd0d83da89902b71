"""Reading of data files from Python, with the options of the command line as keywords."""

from __future__ import annotations

import os
import re
from argparse import Namespace
from typing import Any

from klscope.command_line.data_options import data_options
from klscope.command_line.data_reading import pair_of_files
from klscope.command_line.exits import UsageError
from klscope.files.documents.document_file import read_document
from klscope.files.documents.names import may_be_document
from klscope.files.regular_files import FileError
from klscope.files.tables.options import ReadOptions
from klscope.files.tables.reading_words import of_pair
from klscope.python.pair import Pair

_OPTION = re.compile(r"--([a-z-]+)(?: ([A-Z]+|[a-z]+(?:\|[a-z]+)*)(?=[,)]))?")
"""An option in a message, and the value that an option takes."""
FEWEST = 2


class ReadError(ValueError):
    """Data that cannot be read as they are; the message says what, where, and which keyword decides."""


class FileReadError(ReadError, OSError):
    """A file that cannot be read; an OSError too."""


def read(
    path: str | os.PathLike[str],
    q_path: str | os.PathLike[str] | None = None,
    *,
    p_column: str | int | None = None,
    q_column: str | int | None = None,
    label_column: str | int | None = None,
    p_row: str | int | None = None,
    q_row: str | int | None = None,
    p_key: str | None = None,
    q_key: str | None = None,
    sheet: str | int | None = None,
    numbers: str | None = None,
    p_numbers: str | None = None,
    q_numbers: str | None = None,
    temperature: float | None = None,
    bins: int | None = None,
    add: float | None = None,
    rest: bool = False,
    match: str | None = None,
    duplicates: str | None = None,
    header: bool | None = None,
    decimal: str | None = None,
    encoding: str | None = None,
) -> Pair:
    """Read P and Q from a file, or each from its own.

    The formats are those of *Open Data* and of ``klscope measure FILE``, and the
    keywords are their options: ``p_column`` is ``--p-column``. A document of klscope
    (.klscope) is read too, without keywords.

    Parameters
    ----------
    path : path-like
        The file of P and Q, or of P; a file of one distribution has a uniform Q.
    q_path : path-like, optional
        The file of Q.
    p_column, q_column, label_column : str or int, optional
        A column: its heading, or its number from 1.
    p_row, q_row : str or int, optional
        A row: its name, or its number from 1.
    p_key, q_key : str, optional
        An array or object of the file, such as one of an .npz.
    sheet : str or int, optional
        The sheet of a workbook: its name, or its number from 1.
    numbers, p_numbers, q_numbers : str, optional
        What the numbers of both, of P, of Q are: "probabilities", "percent",
        "counts", "logits", "log-probabilities" or "samples".
    temperature : float, optional
        The temperature of the softmax of logits; 1 if not given.
    bins : int, optional
        The number of bins of samples.
    add : float, optional
        A number added to each count.
    rest : bool
        Whether what is missing from 1 becomes a category.
    match : {"label", "folded", "position"}, optional
        How the categories of two files are matched.
    duplicates : {"add"}, optional
        Add up the numbers of categories with the same name.
    header : bool, optional
        Whether the first line is a heading.
    decimal : {"point", "comma"}, optional
        The decimal sign.
    encoding : str, optional
        The encoding of a text, such as "latin-1".

    Returns
    -------
    Pair
        Labels, P and Q; ``source`` says how they were read.

    Raises
    ------
    ReadError
        A ValueError, if the data are wrong or ambiguous; the message says where,
        and which keyword decides.
    FileReadError
        A ReadError and an OSError, if a file cannot be read.

    Examples
    --------
    >>> import klscope, pathlib, tempfile
    >>> path = pathlib.Path(tempfile.mkdtemp()) / "coins.csv"
    >>> _ = path.write_text("side,fair,bent\\nheads,1,3\\ntails,1,1\\n")
    >>> pair = klscope.read(path, q_column="fair", p_column="bent")
    >>> pair.labels, pair.p
    (('heads', 'tails'), array([0.75, 0.25]))
    >>> pair.source.partition(";")[0]
    "P: coins.csv, column 'bent' (counts, sum 4)"
    """
    given: dict[str, Any] = dict(locals())
    files = [_path(one) for one in (given.pop("path"), given.pop("q_path")) if one is not None]
    if may_be_document(files[0]):
        return _document(files, [name for name, value in given.items() if value not in (None, False)])
    try:
        reading = pair_of_files(files, _options(files, given), FEWEST)
    except UsageError as error:
        if isinstance(error.__cause__, FileError):
            raise FileReadError(str(error.__cause__)) from error.__cause__
        raise ReadError(_with_keywords(str(error))) from None
    return Pair.of(reading.comparison(), of_pair(reading))


def _document(files: list[str], keywords: list[str]) -> Pair:
    """Read the pair of a document, with its pins and its view."""
    if len(files) > 1 or keywords:
        raise ReadError(f"{files[0]} has P and Q: leave {', '.join(['q_path'] * (len(files) > 1) + keywords)} out")
    try:
        return Pair(read_document(files[0]).snapshot)
    except FileError as error:
        kind = FileReadError if isinstance(error.__cause__, OSError) else ReadError
        raise kind(str(error)) from error


def _path(path: Any) -> str:
    """Return a path; ``-`` is a file, and not standard input."""
    text = os.fsdecode(path)
    return os.path.join(os.curdir, text) if text == "-" else text


def _options(files: list[str], given: dict[str, Any]) -> ReadOptions:
    """Return the options, checked as those of the command line are."""
    words = {name: value if value is None else str(value) for name, value in given.items()}
    if given["header"] is not None:
        words["header"] = "yes" if given["header"] else "no"
    return data_options(Namespace(**{**words, "files": files, "rest": bool(given["rest"])}))


def _with_keywords(message: str) -> str:
    """Return a message with keywords in place of options: ``p_column=…`` for ``--p-column NAME``."""

    def keyword(found: re.Match[str]) -> str:
        name, value = found[1].replace("-", "_"), found[2]
        if value is None:
            return name
        return f"{name}=…" if value.isupper() else " or ".join(f"{name}={one!r}" for one in value.split("|"))

    return _OPTION.sub(keyword, message)
