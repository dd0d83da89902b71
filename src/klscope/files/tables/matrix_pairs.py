"""Pairs of distributions that a matrix of counts or probabilities gives beside its rows and columns.

The margins compare how often each row and each column occurs. The joint distribution against the product of its margins
has the mutual information of rows and columns as its KL divergence.

Source: Cover and Thomas, *Elements of Information Theory*, 2nd edition (2006), §2.3.
"""

from __future__ import annotations

import numpy as np

from klscope.files.tables.contents import DataError, Places
from klscope.files.tables.frames import Column, Frame, too_many
from klscope.files.tables.limits import MOST_CATEGORIES
from klscope.files.tables.numbers import CellError, read_numbers
from klscope.files.tables.options import MatrixPair
from klscope.theory.distribution import FloatArray
from klscope.wording import gettext


def frames_of_matrix(frame: Frame, pair: MatrixPair) -> tuple[Frame, Frame]:
    """Return tables of one column each for P and Q; for the joint distribution both are one table.

    Raises
    ------
    DataError
        A cell is not a number of 0 or more, or there are too many cells.
    """
    matrix = _numbers(frame)
    rows = [str(cell) for cell in frame.labels.cells] if frame.labels is not None else _counted(matrix.shape[0])
    columns = [column.head or str(k + 1) for k, column in enumerate(frame.columns[k] for k in frame.numeric)]
    if pair is MatrixPair.MARGINS:
        return (
            _frame(rows, gettext("sums of rows"), matrix.sum(axis=1)),
            _frame(columns, gettext("sums of columns"), matrix.sum(axis=0)),
        )
    if matrix.size > MOST_CATEGORIES:
        raise too_many(matrix.size)
    total = matrix.sum()
    product = np.outer(matrix.sum(axis=1), matrix.sum(axis=0)) / (total if total > 0.0 else 1.0)
    names = [f"{row} · {column}" for row in rows for column in columns]
    joint = Column(gettext("cells"), 1, matrix.ravel())
    independent = Column(gettext("product of the margins"), 2, product.ravel())
    both = Frame(Column("", 0, names), (joint, independent), (0, 1), row_numbers=range(1, len(names) + 1))
    return both, both


def _numbers(frame: Frame) -> FloatArray:
    columns = []
    for k in frame.numeric:
        column = frame.columns[k]
        if isinstance(column.cells, np.ndarray):
            columns.append(np.asarray(column.cells, dtype=np.float64))
            continue
        try:
            columns.append(read_numbers(column.cells, frame.decimal).values)
        except CellError as error:
            what = gettext("{place}: {reason}", place=frame.place(error.index, column), reason=error.what)
            raise DataError(what, error.remedy, row=error.index, column=column.number) from None
    matrix = np.stack(columns, axis=1)
    wrong = np.argwhere(~(np.isfinite(matrix) & (matrix >= 0.0)))
    if wrong.size:
        row, column = int(wrong[0, 0]), frame.columns[frame.numeric[int(wrong[0, 1])]]
        what = gettext("{place}: the cells of a matrix must be numbers from 0 up", place=frame.place(row, column))
        raise DataError(what, row=row, column=column.number)
    return matrix


def _counted(n: int) -> list[str]:
    return [str(k) for k in range(1, n + 1)]


def _frame(labels: list[str], head: str, values: FloatArray) -> Frame:
    numbers = range(1, len(labels) + 1)
    return Frame(Column("", 0, labels), (Column(head, 1, values),), (0,), row_numbers=numbers, places=Places.ROWS)
