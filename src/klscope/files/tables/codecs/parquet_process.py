"""``python -m klscope.files.tables.codecs.parquet_process``: the columns of a Parquet file on standard input.

The first line of the output is a JSON object: ``{"rows": n, "columns": [...], "index": [names], "left_out": [names]}``,
each column with its name, the numpy type of its numbers ("" where they are texts, as a JSON list), the length of its
lists (0 where they are none), and the number of its bytes. The columns follow, one after the other. ``{"error": code}``
says why there is nothing.
"""

from __future__ import annotations

import json
import os
import sys
from typing import Any

os.environ["ARROW_DEFAULT_MEMORY_POOL"] = "system"  # the others reserve more addresses than the limit has

import pyarrow
import pyarrow.compute as compute
import pyarrow.parquet
from pyarrow import types

from klscope.files.tables.limits import MOST_CELLS, MOST_COLUMNS, MOST_MEMORY, limit_this_process

MOST_UNPACKED = 250_000_000
"""The largest size of the columns by the file's own account, in bytes."""
ADDRESSES_OF_LIBRARIES = 200_000_000
"""The virtual memory that pyarrow reserves before it reads anything, in bytes; most of it is never used."""


def main() -> None:
    """Read standard input and write the columns."""
    limit_this_process(MOST_MEMORY + ADDRESSES_OF_LIBRARIES)
    pyarrow.set_cpu_count(1)
    pyarrow.set_io_thread_count(1)
    try:
        file = pyarrow.parquet.ParquetFile(pyarrow.BufferReader(sys.stdin.buffer.read()))
        metadata = file.metadata
        unpacked = sum(metadata.row_group(k).total_byte_size for k in range(metadata.num_row_groups))
        count = metadata.num_rows * metadata.num_columns
        if count > MOST_CELLS or metadata.num_columns > MOST_COLUMNS or unpacked > MOST_UNPACKED:
            return write({"error": "large", "cells": count, "columns": metadata.num_columns})
        wide = [field.name for field in file.schema_arrow if not is_read(field.type)]
        names = [field.name for field in file.schema_arrow if is_read(field.type)]
        table = file.read(names, use_threads=False)
        columns, parts = [], []
        for name, column in zip(table.column_names, table.columns, strict=True):
            width, kind, part = packed(column)
            if width < 0:
                wide.append(name)
                continue
            columns.append({"name": name, "type": kind, "width": width, "size": len(part)})
            parts.append(part)
    except (pyarrow.ArrowException, OSError, ValueError, TypeError, KeyError):
        return write({"error": "damaged"})
    head = {"rows": table.num_rows, "columns": columns, "index": index_of(table.schema), "left_out": wide}
    write(head)
    sys.stdout.flush()
    for part in parts:
        sys.stdout.buffer.write(part)
    return None


def is_list(kind: pyarrow.DataType) -> bool:
    """Return whether the cells of a column are lists."""
    return bool(types.is_list(kind) or types.is_large_list(kind) or types.is_fixed_size_list(kind))


def is_number(kind: pyarrow.DataType) -> bool:
    """Return whether the cells of a column are numbers that numpy has."""
    return bool(types.is_integer(kind) or types.is_floating(kind))


def is_read(kind: pyarrow.DataType) -> bool:
    """Return whether a column of this type is read."""
    return is_number(kind.value_type) if is_list(kind) else not types.is_nested(kind)


def packed(column: pyarrow.ChunkedArray) -> tuple[int, str, bytes]:
    """Return the length of lists, or 0; the numpy type; and the bytes of numbers, or a JSON list of texts.

    The length is −1 if the lists are not equally long. A missing cell is "".
    """
    if types.is_dictionary(column.type):
        column = column.cast(column.type.value_type)
    width = 0
    if is_list(column.type):
        lengths = set(compute.list_value_length(column).unique().to_pylist())
        numbers = compute.list_flatten(column)
        if len(lengths) != 1 or None in lengths or lengths == {0} or numbers.null_count:
            return -1, "", b""
        column, width = numbers, lengths.pop()
    if is_number(column.type) and not column.null_count:
        array = column.combine_chunks() if isinstance(column, pyarrow.ChunkedArray) else column
        numbers = array.to_numpy(zero_copy_only=False)
        return width, numbers.dtype.str, numbers.tobytes()
    return 0, "", json.dumps([text_of(cell) for cell in column.to_pylist()]).encode("ascii")


def text_of(cell: Any) -> str:
    """Return a cell as a text."""
    if cell is None:
        return ""
    if isinstance(cell, bytes):
        return cell.decode("utf-8", "backslashreplace")
    return repr(cell) if isinstance(cell, float) else str(cell)


def index_of(schema: pyarrow.Schema) -> list[str]:
    """Return the names of the columns that are the index of a pandas DataFrame."""
    try:
        said = json.loads((schema.metadata or {}).get(b"pandas", b"{}"))
        return [name for name in said.get("index_columns", ()) if isinstance(name, str)]
    except (ValueError, AttributeError, TypeError, RecursionError):
        return []


def write(line: Any) -> None:
    """Write a line."""
    sys.stdout.write(json.dumps(line) + "\n")


if __name__ == "__main__":
    main()
