"""Wide tables of plain numbers, as arrays: a row of numbers in each line, and names at its left and above."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from klscope.files.tables.columnar import LONGEST_LINE
from klscope.files.tables.columns import HEADS_OF_NAMES
from klscope.files.tables.contents import DataError, NumberTable, Places
from klscope.files.tables.limits import MOST_CELLS, MOST_COLUMNS
from klscope.files.tables.number_text import could_be_number
from klscope.files.tables.numbers import read_number
from klscope.files.tables.options import DecimalSign, ReadOptions
from klscope.files.tables.title_rows import ragged
from klscope.files.weights_text import WeightError, quoted
from klscope.wording import gettext

LEAST_COLUMNS = 20
"""The number of columns from which a table is read as an array."""
_SEPARATORS = ("\t", ";", ",")
_ZEROS = frozenset(("0", "0.0", "0.", "0.00", "0.000", "0.0000", "0.00000", "0.000000", "0.000000000000000000e+00"))
_LARGEST_WHOLE = 2.0**53


def number_table(text: str, options: ReadOptions) -> NumberTable | None:
    """Return the array of a text of at least `LEAST_COLUMNS` columns of plain numbers.

    None if the text is another one, or the options say something that needs its cells as texts.

    Raises
    ------
    DataError
        A cell is no number, a line is shorter or longer than others, or there are too many cells.
    """
    samples = options.has_samples
    if samples or options.decimal is DecimalSign.COMMA or options.label_column is not None:
        return None
    lines = _filled_lines(text)
    first, second = next(lines, None), next(lines, None)
    if first is None or second is None:
        return None
    if max(len(first[1]), len(second[1])) > LONGEST_LINE:
        return None
    separator = _separator(second[1])
    if separator is None:
        return None
    shape = _shape(_cells(first[1], separator), _cells(second[1], separator), options)
    return None if shape is None else _Reader(text, separator, shape).table()


def _filled_lines(text: str) -> Iterator[tuple[int, str]]:
    """Return the lines with a content, with their numbers from 1, one after the other."""
    start, number = 0, 0
    while start < len(text):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        number += 1
        line = text[start:end]
        if line and not line.isspace():
            yield number, line
        start = end + 1


def _separator(line: str) -> str | None:
    """Return the separator of a line of many cells; "" if these are blanks, None if it has few."""
    for separator in _SEPARATORS:
        if line.count(separator) >= LEAST_COLUMNS - 1:
            return separator
    return "" if len(line.split()) >= LEAST_COLUMNS and '"' not in line else None


def _cells(line: str, separator: str) -> list[str]:
    if not separator:
        return line.split()
    if '"' in line:
        cells = next(csv.reader([line], delimiter=separator, skipinitialspace=True), [])
    else:
        cells = line.split(separator)
    if cells and not cells[-1].strip():
        cells.pop()  # behind a trailing separator
    return cells


@dataclass(frozen=True)
class _Shape:
    """How the lines are made: whether there is a heading, whether the first cells are names, and the headings."""

    heading: bool
    names: bool
    heads: tuple[str, ...]
    width: int


def _shape(first: list[str], second: list[str], options: ReadOptions) -> _Shape | None:
    names = not _is_plain(second[0])
    corner = first[0].strip().lower() if len(first) == len(second) else ""
    if len(first) not in (len(second), len(second) - 1):
        return None
    above = first[1:] if (names or corner in HEADS_OF_NAMES or not corner) and len(first) == len(second) else first
    wanted = {
        name.casefold() for name in (options.p_column, options.q_column) if name is not None and not name.isdecimal()
    }
    if options.header is not None:
        heading = options.header
    elif len(first) < len(second) or not corner or corner in HEADS_OF_NAMES:
        heading = True
    else:
        heading = bool(wanted & {head.strip().casefold() for head in first}) or not any(map(could_be_number, above))
    if heading and (len(first) < len(second) or not corner or corner in HEADS_OF_NAMES):
        names = True
    if not all(map(_is_plain, second[names:])):
        return None
    if not heading and not all(map(_is_plain, first[names:])):
        return None
    heads = tuple(head.strip() for head in (first if len(first) < len(second) else first[names:])) if heading else ()
    return _Shape(heading, names, heads, len(second))


def _is_plain(cell: str) -> bool:
    """Return whether a cell is a number as `float` reads it."""
    try:
        float(cell)
    except ValueError:
        return False
    return "_" not in cell


class _Reader:
    """Reads the lines into one array."""

    def __init__(self, text: str, separator: str, shape: _Shape) -> None:
        self.text, self.separator, self.shape = text, separator, shape
        count = text.count("\n") + 1
        if shape.width > MOST_COLUMNS:
            raise DataError(
                gettext(
                    "there are {count} columns, and at most {most} are read",
                    count=f"{shape.width:,}",
                    most=f"{MOST_COLUMNS:,}",
                )
            )
        if count * shape.width > MOST_CELLS:
            raise DataError(
                gettext(
                    "there are {count} cells, and at most {most} are read",
                    count=f"{count * shape.width:,}",
                    most=f"{MOST_CELLS:,}",
                ),
                gettext("save the numbers in a format such as .npy"),
            )
        self.values = np.empty((count, shape.width - shape.names))
        self.has_underscores = "_" in text

    def table(self) -> NumberTable | None:
        """Return the table; None where a number is written in a way that only the reader of cells knows."""
        names: list[str] = []
        rows = 0
        lines = _filled_lines(self.text)
        if self.shape.heading:
            next(lines)
        for number, line in lines:
            cells = _cells(line, self.separator)
            if len(cells) != self.shape.width:
                if sum(map(bool, map(str.strip, cells))) == 1:
                    return None  # a note below the table
                raise ragged(Places.LINES, number, len(cells), self.shape.width)
            if self.shape.names:
                names.append(cells[0].strip())
            if not self._read_row(rows, cells[self.shape.names :], number):
                return None
            rows += 1
        values = self.values[:rows]
        labels = self.shape.heads if any(self.shape.heads) else None
        return NumberTable(self._as_integers(values), labels, tuple(names) if any(names) else None)

    def _read_row(self, row: int, cells: list[str], number: int) -> bool:
        values = self.values[row]
        try:
            values[:] = np.fromiter(map(float, cells), np.float64, len(cells))
        except ValueError:
            return all(self._read_cell(row, place, cell, number) for place, cell in enumerate(cells))
        # 1e-400 is read as 0, and nan as a number
        doubtful = np.flatnonzero((values == 0.0) | ~np.isfinite(values)).tolist()
        if self.has_underscores:
            doubtful = [place for place, cell in enumerate(cells) if "_" in cell] or doubtful
        return all(self._read_cell(row, place, cells[place], number) for place in doubtful)

    def _read_cell(self, row: int, place: int, cell: str, number: int) -> bool:
        """Read a cell as other texts are read; return whether it needs no more than that."""
        if cell in _ZEROS:
            self.values[row, place] = 0.0
            return True
        try:
            self.values[row, place] = read_number(cell, DecimalSign.POINT)
        except WeightError as error:
            head = self.shape.heads[place] if self.shape.heads else ""
            column = quoted(head) if head else place + 1 + self.shape.names
            where = f"{Places.LINES.of(number)}, " + gettext("column {name}", name=column)
            raise DataError(gettext("{place}: {reason}", place=where, reason=error.what), error.remedy) from None
        return "%" not in cell and "," not in cell

    def _as_integers(self, values: NDArray[np.float64]) -> NDArray[np.float64] | NDArray[np.int64]:
        """Return counts as integers, by which they are told from other numbers."""
        for row in values:
            if not np.all(row == np.floor(row)) or np.abs(row).max(initial=0.0) >= _LARGEST_WHOLE:
                return values
        if not np.isfinite(values).all() or _has_decimals(self.text):
            return values
        return values.astype(np.int64)


def _has_decimals(text: str) -> bool:
    """Return whether the numbers of the last line are written with a point."""
    end = len(text.rstrip())
    return "." in text[text.rfind("\n", 0, end) + 1 : end]
