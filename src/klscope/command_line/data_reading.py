"""Reading of data files for commands, which refuse what is ambiguous and name the option that decides."""

from __future__ import annotations

import os
from collections.abc import Sequence
from functools import partial

from klscope.command_line.exits import UsageError, complain_plainly
from klscope.files.regular_files import FileError
from klscope.files.tables.contents import DataError
from klscope.files.tables.data_reading import DataReading, read_data
from klscope.files.tables.opening import open_data
from klscope.files.tables.options import ReadOptions
from klscope.files.tables.pairing import PairReading, read_pair
from klscope.files.tables.reading_words import of_pair
from klscope.wording import gettext


def read_files(paths: Sequence[str], options: ReadOptions, fewest: int) -> PairReading:
    """Read P and Q from one file or two, and tell on stderr how; parameters and errors as of `pair_of_files`."""
    pair = pair_of_files(paths, options, fewest)
    complain_plainly(of_pair(pair))
    return pair


def pair_of_files(paths: Sequence[str], options: ReadOptions, fewest: int) -> PairReading:
    """Read P and Q from one file or two, with ``fewest`` categories or more.

    Raises
    ------
    UsageError
        A file cannot be read (FileError is then its cause), or what it holds is wrong or ambiguous; the message names
        the option that decides.
    """
    _check_number(paths)
    asked: list[DataError] = []
    try:
        contents = [open_data(path, options) for path in paths]
        pair = read_pair(contents, options, asked)
        asked = [one for one in asked if one.question is not None or fewest > pair.n]
        if asked:
            raise asked[0]
    except FileError as error:
        raise UsageError(str(error)) from error
    except DataError as error:
        # what was ambiguous before may be why the rest is wrong
        raise UsageError(_message(asked[0] if asked else error, paths)) from error
    return pair


def read_files_for_window(paths: Sequence[str], options: ReadOptions) -> DataReading:
    """Read one file or two for the window, which asks what is ambiguous.

    Raises
    ------
    UsageError
        A file cannot be read.
    """
    _check_number(paths)
    try:
        return read_data([partial(open_data, path) for path in paths], options)
    except (FileError, DataError) as error:
        raise UsageError(str(error)) from error


def _check_number(paths: Sequence[str]) -> None:
    if len(paths) > 2:
        raise UsageError(gettext("{count} files are given; give one, or one for P and one for Q", count=len(paths)))
    if list(paths).count("-") > 1:
        raise UsageError(gettext("standard input can be read only once; give P or Q as a file"))


def _message(error: DataError, paths: Sequence[str]) -> str:
    """Return the error with the path that was given for the file, and with the option that decides."""
    message = str(error)
    for path in paths:
        name = os.path.basename(path)
        if name and message.startswith(name):
            message = path + message[len(name) :]
            break
    if error.question is None:
        return message
    return gettext("{message} ({option})", message=message, option=error.question.value)
