"""The tables that arrays of any type give: numbers, names, or columns."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from klscope.files.tables.contents import (
    MOST_BYTES,
    ColumnsTable,
    Contents,
    DataError,
    NumberTable,
    Places,
    RowsTable,
    StoredArray,
    Table,
)
from klscope.files.tables.frames import listed
from klscope.files.tables.limits import MOST_CELLS
from klscope.files.tables.options import ReadOptions
from klscope.files.tables.stored_rows import ReadBytes, StoredRows
from klscope.files.weights_text import quoted
from klscope.wording import gettext

NAMES_OF_LABELS = frozenset(
    {"labels", "label", "names", "name", "classes", "class_names", "categories", "category", "columns", "index"}
    | {"tokens", "vocab", "vocabulary", "words"}
)
"""Names, in lower case, under which an archive has the names of the categories of its other arrays."""

LONGEST_NAME = 60
"""The number of characters of the longest name that a message has without quotation marks."""

Array: TypeAlias = "StoredArray | RowsTable | ColumnsTable"


def array_of(
    read: ReadBytes, dtype: np.dtype[Any], shape: tuple[int, ...], fortran_order: bool, name: str, advice: str
) -> Array:
    """Return an array whose bytes ``read`` returns: its numbers on demand, or its texts or columns.

    Raises
    ------
    DataError
        It has a shape or a type that is no table; ``advice`` says what to do about objects of Python.
    """
    while len(shape) > 2 and shape[0] == 1:
        shape = shape[1:]
    if dtype.hasobject:
        raise DataError(
            gettext("{source} holds Python objects, which can run any program when they are read", source=name),
            advice,
        )
    if len(shape) not in (1, 2):
        raise DataError(
            gettext(
                "{source} has the shape {shape}, and one or two dimensions are expected",
                source=name,
                shape=_shown(shape),
            ),
            gettext("save one row of numbers for each distribution"),
        )
    if dtype.names is not None and len(shape) == 1:
        return ColumnsTable(_fields(_whole(read, dtype, shape, fortran_order, name), name))
    if dtype.kind in "SUM":
        cells = texts_of(_whole(read, dtype, shape, fortran_order, name), name)
        width = 1 if len(shape) == 1 else shape[1]
        rows = [cells[start : start + width] for start in range(0, len(cells), width)] if width else []
        return RowsTable(rows, places=Places.ITEMS if width == 1 else Places.ROWS)
    if dtype.kind not in "biuf":
        raise DataError(
            gettext("{source} has the type {dtype}, and real numbers are expected", source=name, dtype=str(dtype)),
            gettext("save it as float64"),
        )
    if dtype.itemsize > 8:  # numbers beyond those of float64 become infinite, and are refused with their position
        return StoredRows(read, shape, dtype, fortran_order, _as_double)
    return StoredRows(read, shape, dtype, fortran_order)


def shown_name(name: str) -> str:
    """Return the name of an array for a message: as it is, or in quotation marks if it is long or unusual."""
    return name if len(name) <= LONGEST_NAME and name.isprintable() else quoted(name)


def _shown(shape: tuple[int, ...]) -> str:
    return " × ".join(map(str, shape)) or "()"


def _as_double(numbers: NDArray[Any]) -> NDArray[Any]:
    with np.errstate(over="ignore", invalid="ignore"):
        return numbers.astype(np.float64)


def _whole(
    read: ReadBytes, dtype: np.dtype[Any], shape: tuple[int, ...], fortran_order: bool, name: str
) -> NDArray[Any]:
    size = int(np.prod(shape, dtype=object))
    if size > MOST_CELLS or size * dtype.itemsize > MOST_BYTES:
        raise DataError(gettext("{source} has more than {most} cells", source=name, most=f"{MOST_CELLS:,}"))
    if not dtype.itemsize:
        return np.zeros(shape, dtype)
    return np.frombuffer(read(0, size * dtype.itemsize), dtype, size).reshape(
        shape, order="F" if fortran_order else "C"
    )


def _fields(rows: NDArray[Any], name: str) -> list[tuple[str, list[str] | NDArray[Any]]]:
    """Return the fields of a structured array, but those that are neither numbers nor texts."""
    columns: list[tuple[str, list[str] | NDArray[Any]]] = []
    for field in rows.dtype.names or ():
        cells = rows[field]
        if cells.ndim == 1 and cells.dtype.kind in "biuf":
            native = cells.astype(cells.dtype.newbyteorder("="))
            columns.append((field, _as_double(native) if native.itemsize > 8 else native))
        elif cells.ndim == 1 and cells.dtype.kind in "SUM":
            columns.append((field, texts_of(cells, name)))
    if not columns:
        raise DataError(gettext("{source} has no field of numbers", source=name))
    return columns


def texts_of(array: NDArray[Any], name: str) -> list[str]:
    """Return the texts of an array of texts, of bytes in UTF-8, or of dates.

    Raises
    ------
    DataError
        They cannot be decoded.
    """
    try:
        if array.dtype.kind == "S":
            return [cell.decode("utf-8") for cell in array.ravel().tolist()]
        if array.dtype.kind == "M":
            return [str(cell) for cell in array.astype(str).ravel().tolist()]
        if array.dtype.itemsize:  # numpy makes texts of any code points, which nothing else can read
            codes = np.ascontiguousarray(array).view(np.dtype("u4").newbyteorder(array.dtype.byteorder))
            if codes.size and codes.max() > sys.maxunicode:
                raise ValueError
        return [str(cell) for cell in array.ravel().tolist()]
    except (ValueError, OverflowError):
        raise DataError(gettext("{source} holds a text that cannot be decoded", source=name)) from None


def contents_of(
    source: str, arrays: Mapping[str, Array | DataError], options: ReadOptions, format_name: str
) -> Contents:
    """Return the contents of a file with named arrays.

    Texts called "labels" or "names" are the names of the categories of arrays that have as many. An array that is not a
    table is left out, with a note, unless it is the only one, or is asked for, or is called "p" or "q".

    Raises
    ------
    DataError
        No array is a table, or one that is asked for is not.
    """
    if not arrays:
        raise DataError(gettext("{source}: there is no array of numbers", source=source))
    labels = {name: _texts(array) for name, array in arrays.items() if name.lower() in NAMES_OF_LABELS}
    names = {name: texts for name, texts in labels.items() if texts is not None}
    tables: dict[str, Table] = {}
    left_out = []
    for name, array in arrays.items():
        if isinstance(array, DataError):
            if name in (options.p_key, options.q_key) or name.lower() in ("p", "q"):
                raise array
            left_out.append(name)
        elif name not in names:
            tables[name] = _table(array, list(names.values()))
    if not tables and names:
        tables = {name: array for name, array in arrays.items() if isinstance(array, RowsTable)}
    if not tables:
        raise next(array for array in arrays.values() if isinstance(array, DataError))
    used = {table.labels for table in tables.values() if isinstance(table, NumberTable)}
    left_out += [name for name, texts in names.items() if texts not in used and name not in tables]
    notes = []
    if left_out:
        notes.append(gettext("Left out, because they are not tables of numbers: {names}.", names=listed(left_out)))
    return Contents(source, tables, format_name=format_name, notes=tuple(notes))


def _texts(array: Array | DataError) -> tuple[str, ...] | None:
    """Return the texts of an array of texts of one dimension."""
    if isinstance(array, RowsTable) and array.rows and all(len(row) == 1 for row in array.rows):
        return tuple(row[0] for row in array.rows)
    return None


def _table(array: Array, names: list[tuple[str, ...]]) -> Table:
    """Return the table of an array, with those names that are as many as its categories."""
    if isinstance(array, (RowsTable, ColumnsTable)):
        return array
    return NumberTable(array, next((texts for texts in names if len(texts) == array.shape[-1]), None))
