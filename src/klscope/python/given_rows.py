"""Rows of P and Q from Python objects: a pair for each row."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from klscope.files.tables.contents import NumberTable
from klscope.files.tables.options import NumberKind
from klscope.files.tables.row_pairs import RowPairs
from klscope.python.number_options import Options
from klscope.python.numbers_of import Given, check


def read_rows(p: Given, q: Given | None, options: Options) -> RowPairs:
    """Return the pairs of the rows of P and Q; one distribution is that of every row."""
    p_kind, q_kind = options.p_kind or NumberKind.PROBABILITIES, options.q_kind or NumberKind.PROBABILITIES
    if q is None:
        check(p, options.p_kind)
        return RowPairs(_table(p), None, p_kind, None, options.temperature, source="p")
    if p.has_rows and q.has_rows:
        p, q = _aligned(p, q)
    if not p.has_rows and _are_classes(p, q):
        check(q, options.q_kind)
        return RowPairs(_table(p, np.int64), _table(q), NumberKind.SAMPLES, q_kind, options.temperature, source="p · q")
    check(p, options.p_kind)
    check(q, options.q_kind)
    if p.values.shape[-1] != q.values.shape[-1]:
        raise ValueError(f"p has {p.values.shape[-1]} categories and q has {q.values.shape[-1]}: give as many in both")
    if not p.has_rows:
        p = replace(p, values=np.broadcast_to(p.values, q.values.shape), row_names=q.row_names)
    elif not q.has_rows:
        q = replace(q, values=np.broadcast_to(q.values, p.values.shape))
    elif len(p.values) != len(q.values):
        raise ValueError(f"p has {len(p.values)} rows and q has {len(q.values)}: give as many in both")
    return RowPairs(_table(p), _table(q), p_kind, q_kind, options.temperature, source="p · q")


def _are_classes(p: Given, q: Given) -> bool:
    """Return whether P is the class that happened in each row of Q, from 0, and not one distribution for all."""
    rows, n = q.values.shape
    if p.labels is not None or p.values.size != rows or not bool(np.all(p.values == np.floor(p.values))):
        return False
    if rows == n:
        raise ValueError(
            f"p has {n} whole numbers, and q {rows} rows of {n} categories: p could be a class for each row, or one "
            f"distribution for all; give numpy.eye({n})[p] for classes, numpy.broadcast_to(p, q.shape) for weights"
        )
    wrong = (p.values < 0.0) | (p.values >= n)
    if wrong.any():
        index = int(np.argmax(wrong))
        raise ValueError(f"p[{index}] is {p.values[index]:g}, and a class of q is one of 0 to {n - 1}")
    return True


def _aligned(p: Given, q: Given) -> tuple[Given, Given]:
    """Return rows and categories of Q in the order of P, where both have names; they must be the same names."""
    rows: Any = slice(None)
    columns: Any = slice(None)
    if p.row_names is not None and q.row_names is not None and p.row_names != q.row_names:
        rows = _order(p.row_names, q.row_names, "rows")
    if p.labels is not None and q.labels is not None and p.labels != q.labels:
        columns = _order(p.labels, q.labels, "categories")
    if isinstance(rows, slice) and isinstance(columns, slice):
        return p, q
    return p, replace(q, values=q.values[rows][:, columns], labels=p.labels, row_names=p.row_names)


def _order(names: tuple[str, ...], others: tuple[str, ...], what: str) -> NDArray[np.int64]:
    places = {name: place for place, name in enumerate(others)}
    missing = [name for name in names if name not in places] or [name for name in others if name not in set(names)]
    if missing:
        raise ValueError(f"p and q have different {what}: {missing[0]!r} is in one of them only; give both the same")
    return np.array([places[name] for name in names], dtype=np.int64)


def _table(side: Given, dtype: Any = None) -> NumberTable:
    values = side.values if dtype is None else side.values.astype(dtype)
    return NumberTable(values, side.labels, side.row_names)
