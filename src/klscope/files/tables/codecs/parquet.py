"""Parquet files, read by pyarrow (an extra) in a process with limits, which is all that a malicious file can end."""

from __future__ import annotations

import importlib.util
import json
import shlex
import sys
from typing import Any

import numpy as np
from numpy.typing import NDArray

from klscope.files.tables.codecs.reader_process import MOST_COMPRESSED, read_in_process
from klscope.files.tables.contents import ColumnsTable, Contents, DataError, NumberTable, Table
from klscope.files.tables.data_source import DataSource
from klscope.files.tables.frames import listed
from klscope.files.tables.options import ReadOptions
from klscope.wording import gettext

MODULE = "klscope.files.tables.codecs.parquet_process"
LIBRARY = "pyarrow"
NAMES_OF_AN_INDEX = "__index_level_"
"""The beginning of the names that pandas gives to columns of an index without a name."""


def read(source: DataSource, options: ReadOptions) -> Contents:
    """Read the columns of a file."""
    if importlib.util.find_spec(LIBRARY) is None:
        raise DataError(
            gettext("{source}: Parquet files are read by pyarrow, which is not installed", source=source.name),
            gettext("install it: {line}", line=f'{shlex.quote(sys.executable)} -m pip install "klscope[parquet]"'),
        )
    answer = read_in_process(MODULE, source.read(MOST_COMPRESSED), source)
    line, _, buffers = answer.partition(b"\n")
    head = json.loads(line)
    if "error" in head:
        raise _refusal(head, source.name)
    flat: list[tuple[str, list[str] | NDArray[Any]]] = []
    arrays: dict[str, Table] = {}
    start = 0
    for column in head["columns"]:
        part = buffers[start : start + column["size"]]
        start += column["size"]
        cells = np.frombuffer(part, column["type"]) if column["type"] else json.loads(part)
        if column["width"]:
            arrays[column["name"]] = NumberTable(cells.reshape(-1, column["width"]))
        else:
            name = "" if column["name"].startswith(NAMES_OF_AN_INDEX) else column["name"]
            flat.append((name, cells))
    return _contents(source.name, flat, arrays, head, options)


def _contents(
    source: str,
    flat: list[tuple[str, list[str] | NDArray[Any]]],
    arrays: dict[str, Table],
    head: dict[str, Any],
    options: ReadOptions,
) -> Contents:
    """Return the table of the columns of numbers and texts, or the arrays where the columns are of lists of numbers."""
    left_out = list(head["left_out"])
    asked = options.p_key is not None or options.q_key is not None
    if arrays and (asked or not any(isinstance(cells, np.ndarray) for _, cells in flat)):
        left_out += [name for name, _ in flat if name]
        tables = arrays
    elif flat and head["rows"]:
        left_out += list(arrays)
        tables = {"": ColumnsTable(flat, _index(head))}
    else:
        raise DataError(gettext("{source}: there is nothing to read", source=source))
    notes = []
    if left_out:
        notes.append(gettext("Left out, because they are not tables of numbers: {names}.", names=listed(left_out)))
    return Contents(source, tables, format_name="Parquet", notes=tuple(notes))


def _index(head: dict[str, Any]) -> int | None:
    """Return the position among the columns that are no lists of the one that is the index of a DataFrame."""
    names = [column["name"] for column in head["columns"] if not column["width"]]
    return next((names.index(name) for name in head["index"] if name in names), None)


def _refusal(head: dict[str, Any], name: str) -> DataError:
    if head["error"] == "large":
        return DataError(
            gettext("{source} has {count} cells, more than can be read", source=name, count=f"{head['cells']:,}"),
            gettext("save a part of it"),
        )
    return DataError(gettext("{source} is not a valid Parquet file", source=name))
