"""The choice between one pair and a pair for each row, and of the kind of the numbers in the rows."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from klscope.files.tables.array_layout import rows_sum_to_1
from klscope.files.tables.contents import Contents, DataError, NumberTable, Table
from klscope.files.tables.kinds import not_certain, propose
from klscope.files.tables.numbers import Numbers
from klscope.files.tables.options import NumberKind, ReadOptions
from klscope.files.tables.row_pairs import RowPairs

FEWEST_ROWS = 3
"""The number of rows from which on an array is a table of pairs; two rows are P and Q."""


def row_pairs(contents: Sequence[Contents], options: ReadOptions, asked: list[DataError]) -> RowPairs | None:
    """Return the pairs of the rows of arrays; None if the contents are not arrays of many rows, or one row is chosen.

    Parameters
    ----------
    contents
        One file or two: an array of shape ``(rows, n)`` as P, or two, or the classes that happened and Q.
    options
        The options for reading them.
    asked
        A list to which the question is appended what the numbers are.

    Raises
    ------
    DataError
        The arrays do not fit each other.
    """
    chosen = (options.p_row, options.q_row, options.p_column, options.q_column, options.pair)
    if any(one is not None for one in chosen):
        return None
    tables = _tables(contents, options)
    if not tables or not all(isinstance(table, NumberTable) for _, table in tables):
        return None
    arrays = [table for _, table in tables if isinstance(table, NumberTable)]
    p, q = arrays[0], arrays[1] if len(arrays) > 1 else None
    wide = [array for array in arrays if array.values.ndim == 2]
    if not wide or min(len(array.values) for array in arrays) < FEWEST_ROWS or wide[-1].values.shape[1] < 2:
        return None
    is_unnamed = q is None and p.labels is None and p.row_names is None
    if is_unnamed and p.values.shape[1] == 2 and not rows_sum_to_1(p.values):
        return None  # two columns, P and Q
    if q is not None and q.values.ndim == 1:
        return None
    kinds = [
        _kind(array, given, source, asked)
        for array, given, (source, _) in zip(arrays, (options.p_numbers, options.q_numbers), tables, strict=False)
    ]
    source = " · ".join(dict.fromkeys(content.source for content in contents))
    second = kinds[1] if len(kinds) > 1 else None
    return RowPairs(p, q, kinds[0], second, options.temperature, source=source)


def _tables(contents: Sequence[Contents], options: ReadOptions) -> list[tuple[str, Table]]:
    """Return the tables of P and Q, if it is clear which they are."""
    if len(contents) == 2:
        return [(one.source, next(iter(one.tables.values()))) for one in contents if len(one.tables) == 1]
    tables = dict(contents[0].tables)
    if contents[0].are_sheets or not tables:
        return []
    source = contents[0].source
    if len(tables) == 1:
        return [(source, next(iter(tables.values())))]
    lower = {name.lower(): name for name in tables}
    names = [options.p_key or lower.get("p"), options.q_key or lower.get("q")]
    found = [(f"{source}, {name}", tables[name]) for name in names if name in tables]
    return found if len(found) == 2 or options.p_key is not None else []


def _kind(table: NumberTable, given: NumberKind | None, where: str, asked: list[DataError]) -> NumberKind:
    if table.values.ndim == 1:
        return NumberKind.SAMPLES
    if given is not None:
        return given
    row = np.asarray(table.values[0], dtype=np.float64)
    whole = bool(np.all(row == np.floor(row))) and table.values.dtype.kind in "biu"
    proposal = propose(Numbers(row, False, whole), where)
    if not proposal.is_certain:
        asked.append(not_certain(proposal, where))
    return proposal.kind
