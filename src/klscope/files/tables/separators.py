"""The formats of a text whose separator splits it into the cells that the options ask for."""

from __future__ import annotations

from klscope.files.tables.grid import Separator, UnendedQuoteError, rows_of
from klscope.files.tables.options import ReadOptions
from klscope.files.tables.table_formats import TableFormat

LINES_BEFORE_HEADING = 20
"""The number of lines among which a heading with a named cell is looked for: titles may stand above it."""


def with_asked_cells(
    formats: list[tuple[float, TableFormat]], text: str, options: ReadOptions
) -> list[tuple[float, TableFormat]]:
    """Return the formats by whose separator the cells are what the options say of them; all formats if none does.

    A column that is named stands in the heading. Samples of two columns are as many in every line, and so are the cells
    of the line if more than one separator is possible.
    """
    separators = dict.fromkeys(one.separator for _, one in formats)
    if len(separators) < 2:
        return formats
    named = {
        name.strip().casefold()
        for name in (options.p_column, options.q_column, options.label_column)
        if name is not None and not name.isdecimal()
    }
    rows = {separator: _rows(text, separator) for separator in separators}
    fitting = [separator for separator in separators if named and _has_heading(rows[separator], named)]
    if not fitting and options.has_samples:
        fitting = [separator for separator in separators if _is_even(rows[separator])]
    return [one for one in formats if not fitting or one[1].separator in fitting]


def _rows(text: str, separator: Separator) -> list[list[str]]:
    try:
        return [cells for _, cells in rows_of(text, separator)]
    except UnendedQuoteError:
        return []


def _has_heading(rows: list[list[str]], names: set[str]) -> bool:
    return any(names <= {cell.casefold() for cell in cells} for cells in rows[:LINES_BEFORE_HEADING])


def _is_even(rows: list[list[str]]) -> bool:
    """Return whether every line has the same number of cells, above 1."""
    return len({len(cells) for cells in rows}) == 1 and len(rows[0]) > 1
