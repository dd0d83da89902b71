"""The layout of an array: which of its rows or columns are distributions."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Any, overload

import numpy as np
from numpy.typing import NDArray

from klscope.files.tables.contents import DataError, NumberTable, Places, StoredArray
from klscope.files.tables.frames import Column, Frame, too_many
from klscope.files.tables.limits import MOST_CATEGORIES
from klscope.files.tables.options import ReadOptions
from klscope.theory.distribution import FloatArray
from klscope.wording import gettext

MOST_ROWS_LISTED = 100_000
"""The number of rows of an array that can be named as P or Q."""
ROWS_TRIED = 1000
ROUNDING = 1e-3
"""The largest deviation from 1 of the sum of a row of probabilities."""
MOST_READ = 2_000_000
"""The number of numbers up to which an array in a file is read as a whole."""


@dataclass(frozen=True, eq=False)
class StoredColumn(Column):
    """A row or column of an array in a file, which is read when its cells are asked for."""

    cells: Sequence[str] | FloatArray = field(init=False, repr=False)
    read: Callable[[], FloatArray]

    def __getattr__(self, name: str) -> FloatArray:
        if name != "cells":
            raise AttributeError(name)
        return self.read()


class StoredColumns(Sequence[Column]):
    """The rows of an array in a file, or its columns, as columns of a layout."""

    def __init__(self, values: StoredArray, by_rows: bool, names: tuple[str, ...] | None) -> None:
        self._values, self._by_rows, self._names = values, by_rows, names

    def __len__(self) -> int:
        return min(self._values.shape[0 if self._by_rows else 1], MOST_ROWS_LISTED)

    @overload
    def __getitem__(self, index: int) -> Column: ...

    @overload
    def __getitem__(self, index: slice) -> Sequence[Column]: ...

    def __getitem__(self, index: int | slice) -> Column | Sequence[Column]:
        if isinstance(index, slice):
            return [self[k] for k in range(*index.indices(len(self)))]
        k = range(len(self))[index]
        read = partial(self._values.__getitem__ if self._by_rows else self._values.column, k)
        return StoredColumn("" if self._names is None else self._names[k], k + 1, read)

    def index(self, value: object, start: int = 0, stop: int | None = None) -> int:
        """Return the position of a column."""
        if isinstance(value, Column):
            return range(len(self))[start:stop].index(value.number - 1)
        raise ValueError(value)


def frame_of_numbers(table: NumberTable, options: ReadOptions) -> Frame:
    """Lay out an array.

    Raises
    ------
    DataError
        It has too many categories, or cannot be read.
    """
    values, labels, names = table.values, table.labels, table.row_names
    shape = values.shape
    if 0 in shape:
        raise DataError(gettext("there is nothing to read"))
    turned = len(shape) == 2 and _is_turned(table, options)
    if turned:
        labels, names = names, labels
    by_rows = len(shape) == 2 and turned is table.are_columns
    n = shape[0] if turned else shape[-1]
    if n > MOST_CATEGORIES:
        raise too_many(n)
    if not isinstance(values, np.ndarray) and (len(shape) == 1 or values.size <= MOST_READ):
        values = values[:]
    columns: Sequence[Column]
    if isinstance(values, np.ndarray) and values.ndim == 1:
        columns = (Column("", 1, values),)
    elif isinstance(values, np.ndarray):
        series = values.T if turned else values
        heads = names or ("",) * len(series)
        columns = tuple(Column(heads[k], k + 1, series[k]) for k in range(min(len(series), MOST_ROWS_LISTED)))
    else:
        columns = StoredColumns(values, not turned, names)
    named = None if labels is None else Column("", 0, labels)
    return Frame(named, columns, tuple(range(len(columns))), False, by_rows, range(1, n + 1), Places.ITEMS)


def _is_turned(table: NumberTable, options: ReadOptions) -> bool:
    """Return whether the second dimension of an array holds the distributions, rather than the first."""
    if options.p_row or options.q_row:
        return table.are_columns
    if options.p_column or options.q_column:
        return not table.are_columns
    shape = table.values.shape
    if table.labels is not None or table.row_names is not None or not shape[1] <= 2 < shape[0]:
        return False
    return not rows_sum_to_1(table.values)


def rows_sum_to_1(values: NDArray[Any] | StoredArray) -> bool:
    """Return whether the first rows of an array, shape ``(rows, n)``, are probabilities, and not P beside Q."""
    first = np.asarray(values[:ROWS_TRIED], dtype=np.float64)
    return bool((first >= 0.0).all() and (np.abs(first.sum(axis=1) - 1.0) <= ROUNDING).all())
