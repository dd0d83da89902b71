"""Pasting a table into the table of names, P and Q.

A pasted table replaces all of the table, and the number of categories may change. If it has as many categories as the
table, columns that it lacks are kept; a single column replaces the one under the cursor.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import Enum

from klscope.files.tables.grid import Cell
from klscope.files.tables.places import NAMES, P, Q
from klscope.files.tables.reading import TableReading
from klscope.model.comparison import default_labels

SIDES = {"P": P, "Q": Q}


class Kept(Enum):
    """What a paste does with a column that it lacks."""

    AS_IT_WAS = "as it was"
    BY_NAME = "by name"
    EMPTIED = "emptied"


@dataclass(frozen=True)
class Filled:
    """A table after a paste.

    Attributes
    ----------
    columns
        Names, weights of P and weights of Q: three columns of ``n`` texts.
    origins
        The position of each text in the pasted text; None for texts that were kept.
    pasted
        The columns that were pasted.
    kept
        What happened to the other column of weights; None if both were pasted.
    """

    columns: tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]
    origins: tuple[tuple[Cell | None, ...], ...]
    pasted: tuple[int, ...]
    kept: Kept | None = None


def fill(columns: Sequence[Sequence[str]], row: int, under_cursor: int, reading: TableReading) -> Filled | None:
    """Return the table after a paste; None if the text holds only names and their number differs from the table's.

    Parameters
    ----------
    columns
        The current names, weights of P and weights of Q.
    row, under_cursor
        Row and column of the current cell, which takes a single value. A single column without the heading P or Q
        goes to this column: 0 for the names, 1 for P, 2 for Q.
    reading
        The pasted text as read, without a mistake that concerns the whole text.
    """
    before = [tuple(column) for column in columns]
    if reading.is_one_value:
        text = reading.one_value if under_cursor != NAMES else reading.text.strip()
        before[under_cursor] = (*before[under_cursor][:row], text, *before[under_cursor][row + 1 :])
        return replace(_with(before, {}, Kept.AS_IT_WAS), pasted=(under_cursor,))
    same_number = reading.n == len(before[NAMES])
    lone = reading.weights[0] if len(reading.weights) == 1 else None
    if not reading.weights:
        return _with(before, {NAMES: reading.names}, Kept.AS_IT_WAS) if same_number else None
    if lone is None:
        new: dict[int, tuple[Cell, ...] | None] = {P: reading.weights[0].cells, Q: reading.weights[1].cells}
        if reading.names is not None:
            new[NAMES] = reading.names
        return _with(before if same_number else _empty(reading.n), new, None)
    side = SIDES[lone.side] if lone.side is not None else max(under_cursor, P)
    if reading.names is None:
        if same_number and under_cursor == NAMES and lone.side is None:
            return _with(before, {NAMES: lone.cells}, Kept.AS_IT_WAS)
        kept = Kept.AS_IT_WAS if same_number else Kept.EMPTIED
        return _with(before if same_number else _empty(reading.n), {side: lone.cells}, kept)
    names = tuple(cell.text for cell in reading.names)
    new = {NAMES: reading.names, side: lone.cells}
    if names == before[NAMES]:
        return _with(before, new, Kept.AS_IT_WAS)
    if sorted(names) == sorted(before[NAMES]):
        rows = _rows_by_name(before[NAMES], names)
        return _with([tuple(column[row] for row in rows) for column in before], new, Kept.BY_NAME)
    return _with(_empty(reading.n), new, Kept.EMPTIED)


def _rows_by_name(before: Sequence[str], names: Sequence[str]) -> list[int]:
    rows = {name: row for row, name in enumerate(before)}
    return [rows[name] for name in names]


def _empty(n: int) -> list[tuple[str, ...]]:
    return [default_labels(n), ("",) * n, ("",) * n]


def _with(before: Sequence[tuple[str, ...]], new: dict[int, tuple[Cell, ...] | None], kept: Kept | None) -> Filled:
    columns, origins = [], []
    for place, texts in enumerate(before):
        cells = new.get(place)
        columns.append(texts if cells is None else tuple(cell.text for cell in cells))
        origins.append((None,) * len(texts) if cells is None else cells)
    names, p, q = columns
    return Filled((names, p, q), tuple(origins), tuple(sorted(new)), kept)
