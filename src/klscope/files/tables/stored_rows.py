"""Arrays whose rows are read from a file when they are needed."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.typing import DTypeLike, NDArray

from klscope.files.tables.contents import DataError
from klscope.wording import gettext

ReadBytes = Callable[[int, int], bytes]
MOST_READ_AT_ONCE = 8_000_000
"""The number of bytes of the parts in which a column is gathered."""
MOST_IN_MEMORY = 500_000_000
"""The largest number of bytes of a slice."""


class StoredRows:
    """An array of one or two dimensions in a file.

    Parameters
    ----------
    read
        Returns the bytes of the array from a position on, given the position and their number.
    shape
        ``(n,)`` or ``(rows, n)``.
    stored
        The type of the numbers in the file, of any byte order.
    fortran_order
        Whether the columns, rather than the rows, are stored one after the other.
    decode
        Makes the numbers of the stored ones, where numpy has no type for these; keeps the shape.

    Attributes
    ----------
    shape
        As given.
    dtype
        The type of the numbers that are returned, in the byte order of this machine.
    """

    def __init__(
        self,
        read: ReadBytes,
        shape: tuple[int, ...],
        stored: DTypeLike,
        fortran_order: bool = False,
        decode: Callable[[NDArray[Any]], NDArray[Any]] | None = None,
    ) -> None:
        self._read, self._stored, self._decode = read, np.dtype(stored), decode
        self.shape = shape
        self._by_columns = fortran_order and len(shape) == 2
        self.dtype = self._numbers(np.zeros(0, self._stored)).dtype

    @property
    def ndim(self) -> int:
        """The number of dimensions."""
        return len(self.shape)

    @property
    def size(self) -> int:
        """The number of numbers."""
        return math.prod(self.shape)

    @property
    def nbytes(self) -> int:
        """The number of bytes in the file."""
        return self.size * self._stored.itemsize

    def __len__(self) -> int:
        return self.shape[0]

    def __getitem__(self, index: int | slice) -> NDArray[Any]:
        """Return a row, or an array of several rows; of an array of one dimension, a number or several.

        Raises
        ------
        DataError
            The file is damaged, or was changed since it was opened.
        """
        if isinstance(index, slice):
            chosen = range(*index.indices(len(self)))
            if not chosen:
                return np.zeros((0, *self.shape[1:]), self.dtype)
            first, last = min(chosen[0], chosen[-1]), max(chosen[0], chosen[-1])
            rows = self._rows(first, last + 1)
            return rows[:: chosen.step] if chosen.step > 0 else rows[::-1][:: -chosen.step]
        place = index.__index__()
        if not -len(self) <= place < len(self):
            raise IndexError(place)
        row: NDArray[Any] = self._rows(place % len(self), place % len(self) + 1)[0]
        return row

    def __array__(self, dtype: DTypeLike | None = None, copy: bool | None = None) -> NDArray[Any]:
        """Return all numbers."""
        if copy is False:
            raise ValueError("the numbers are read from a file")
        return self[:].astype(self.dtype if dtype is None else dtype, copy=False)

    def column(self, index: int) -> NDArray[Any]:
        """Return a column of an array of two dimensions."""
        rows, n = self.shape
        if self._by_columns:
            return self._numbers(self._run(index * rows, rows))
        result = np.empty(rows, self.dtype)
        step = max(1, MOST_READ_AT_ONCE // max(1, n * self._stored.itemsize))
        for first in range(0, rows, step):
            part = self._rows(first, min(first + step, rows))
            result[first : first + len(part)] = part[:, index]
        return result

    def _rows(self, first: int, end: int) -> NDArray[Any]:
        length = math.prod(self.shape[1:])
        if (end - first) * length * max(self._stored.itemsize, self.dtype.itemsize) > MOST_IN_MEMORY:
            raise DataError(
                gettext(
                    "the array has {size} MB, and at most {most} are read", size=self.nbytes // 1_000_000, most=500
                ),
                gettext("save a part of it"),
            )
        if not self._by_columns:
            return self._numbers(self._run(first * length, (end - first) * length)).reshape(-1, *self.shape[1:])
        gathered = np.empty((end - first, length), self._stored)
        for k in range(length):
            gathered[:, k] = self._run(k * self.shape[0] + first, end - first)
        return self._numbers(gathered)

    def _run(self, first: int, count: int) -> NDArray[Any]:
        """Return numbers that are stored one after the other."""
        size = self._stored.itemsize
        return np.frombuffer(self._read(first * size, count * size), self._stored, count)

    def _numbers(self, stored: NDArray[Any]) -> NDArray[Any]:
        native = stored.astype(stored.dtype.newbyteorder("="), copy=False)
        return native if self._decode is None else self._decode(native)
