"""What a table of names, P and Q becomes when another one is pasted over it.

A pasted table takes the place of the whole, categories added or removed to fit. One with as many categories leaves
alone what it does not hold: a lone column takes the place of the one under the cursor.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import Enum

from klscope.files.tables.grid import Cell
from klscope.files.tables.reading import TableReading
from klscope.model.comparison import default_labels

NAMES, P, Q = range(3)
SIDES = {"P": P, "Q": Q}


class Kept(Enum):
    """What a paste did with a column that it does not hold."""

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
        Where a text stands in what was pasted; None for what was there before.
    pasted
        The columns that the paste held.
    kept
        What became of the other column of weights; None where both were pasted.
    """

    columns: tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]
    origins: tuple[tuple[Cell | None, ...], ...]
    pasted: tuple[int, ...]
    kept: Kept | None = None


def fill(columns: Sequence[Sequence[str]], row: int, under_cursor: int, reading: TableReading) -> Filled | None:
    """Return the table after a paste; None where the text is names alone, and not as many as there are categories.

    Parameters
    ----------
    columns
        Names, weights of P and weights of Q as they are.
    row, under_cursor
        The cell for one value. The column, 0 for the names, 1 for P, 2 for Q, is also where a lone column goes that
        no heading calls P or Q.
    reading
        What was pasted, without a mistake of the whole text.
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
