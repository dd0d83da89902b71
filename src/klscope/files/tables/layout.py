"""The layout of a table: its heading, the names of its categories, and the columns that may be P or Q."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from klscope.files.tables.array_layout import frame_of_numbers
from klscope.files.tables.choosing import choose_format
from klscope.files.tables.columnar import LONG, LONGEST_LINE, columns_of, first_lines
from klscope.files.tables.contents import ColumnsTable, DataError, NumberTable, Places, RowsTable, Table, TextTable
from klscope.files.tables.frames import Column, Frame, too_many
from klscope.files.tables.grid import Cell, Grid, Separator, UnendedQuoteError, lines_of, rows_of
from klscope.files.tables.label_columns import holds_numbers, label_column
from klscope.files.tables.limits import MOST_CATEGORIES, MOST_CELLS, MOST_COLUMNS
from klscope.files.tables.options import DecimalSign, NumberKind, ReadOptions
from klscope.files.tables.reading import LINES_TRIED
from klscope.files.tables.separators import with_asked_cells
from klscope.files.tables.table_formats import TableFormat, ranked, ranked_for, separators_of
from klscope.files.tables.title_rows import without_titles
from klscope.files.weights_text import quoted
from klscope.wording import gettext

MOST_CHARACTERS_RANKED = 200_000
"""The number of characters by which the formats of a longer text are ranked."""
_LINE_BREAKS = re.compile(r"\n\s*")
MOST_COLUMNS_RANKED = 60
"""The number of columns by which the formats of a wider table are ranked."""


def lay_out(table: Table, options: ReadOptions, asked: list[DataError]) -> Frame:
    """Lay out a table as the options say, and as is most plausible where they say nothing.

    Parameters
    ----------
    table
        The table.
    options
        The options for reading it.
    asked
        A list to which ambiguities are appended; the most plausible layout is returned.

    Raises
    ------
    DataError
        The table cannot be laid out.
    """
    if isinstance(table, NumberTable):
        return frame_of_numbers(table, options)
    if isinstance(table, ColumnsTable):
        return _frame_of_columns(table, options, asked)
    if isinstance(table, TextTable):
        return _frame_of_text(table.text, options, asked)
    return _frame_of_rows(table, options, asked)


def _frame_of_rows(table: RowsTable, options: ReadOptions, asked: list[DataError]) -> Frame:
    numbers = table.numbers or range(1, len(table.rows) + 1)
    rows = [(number, list(row)) for number, row in zip(numbers, table.rows, strict=True) if any(row)]
    rows, notes = without_titles(rows, table.places)
    options = replace(
        options,
        header=table.has_heading if options.header is None else options.header,
        decimal=table.decimal if options.decimal is None else options.decimal,
    )
    formats = ranked_for(_sample(rows), Separator.NONE, for_pair=False)
    chosen = choose_format(formats, options, None, asked)
    return _frame(*_columns(rows, chosen), chosen, table.places, None, options, asked, notes, table.first_column)


def _frame_of_columns(table: ColumnsTable, options: ReadOptions, asked: list[DataError]) -> Frame:
    options = replace(options, header=True, decimal=DecimalSign.POINT)
    sample = RowsTable(table.rows(LINES_TRIED, MOST_COLUMNS_RANKED))
    rows = list(enumerate(map(list, sample.rows), start=1))
    chosen = choose_format(ranked_for(_sample(rows), Separator.NONE, for_pair=False), options, None, asked)
    if chosen.lines_are_columns and table.names is None:
        if len(table) * len(table.columns) > MOST_CELLS:
            raise DataError(gettext("the table has more than {most} cells", most=f"{MOST_CELLS:,}"))
        return _frame_of_rows(RowsTable(table.rows(), has_heading=True), options, asked)
    if len(table) > MOST_CATEGORIES:
        raise too_many(len(table))
    columns = {k: Column(head, k + 1, cells) for k, (head, cells) in enumerate(table.columns)}
    numeric = [k for k, column in columns.items() if holds_numbers(column, DecimalSign.POINT)]
    samples = options.has_samples
    labels = table.names
    if labels is None or samples or options.label_column is not None:
        labels = label_column(columns, numeric, options, chosen, asked)
    rest = [k for k in columns if k != labels]
    return Frame(
        None if labels is None else Column(columns[labels].head, labels + 1, table.texts(labels)),
        tuple(columns[k] for k in rest),
        tuple(position for position, k in enumerate(rest) if k in numeric),
        row_numbers=range(1, len(table) + 1),
        places=Places.ROWS,
    )


def _frame_of_text(text: str, options: ReadOptions, asked: list[DataError]) -> Frame:
    if not text or text.isspace():
        raise DataError(gettext("there is nothing to read"))
    text = "\n".join(lines_of(text)) if "\r" in text else text
    sample = first_lines(text, LINES_TRIED, MOST_CHARACTERS_RANKED)
    for number, line in enumerate(sample.split("\n"), start=1):
        if len(line) > LONGEST_LINE:
            raise DataError(
                gettext("line {line} is longer than {most} characters", line=number, most=f"{LONGEST_LINE:,}")
            )
    separators = separators_of(sample)
    if len(separators) == 1:
        _refuse_too_much(text, separators[0], options)
    formats = ranked(sample, for_pair=False)
    if not formats:
        _refuse_nothing(sample, separators[0])
    chosen = choose_format(with_asked_cells(formats, sample, options), options, sample, asked)
    _refuse_too_much(text, chosen.separator, options)
    long = columns_of(text, chosen.separator) if text.count("\n") > LONG and not chosen.lines_are_columns else None
    if long is not None and len(long[1]) <= MOST_COLUMNS:
        return _frame(*long, chosen, Places.LINES, chosen.separator, options, asked, ())
    rows = _rows_of(text, chosen.separator)
    first = rows[0]
    rows, notes = without_titles(rows, Places.LINES)
    if notes or rows[0] != first:  # the columns were ranked with the titles among them
        chosen = choose_format(ranked_for(_sample(rows), chosen.separator, for_pair=False), options, None, asked)
    return _frame(*_columns(rows, chosen), chosen, Places.LINES, chosen.separator, options, asked, notes)


def _columns(rows: list[tuple[int, list[str]]], chosen: TableFormat) -> tuple[Sequence[int], Sequence[Sequence[str]]]:
    """Return the line numbers and the columns; the lines themselves where they are distributions."""
    if chosen.lines_are_columns:
        return [line for line, _ in rows], [cells for _, cells in rows]
    return [line for line, _ in rows], [[cells[k] for _, cells in rows] for k in range(len(rows[0][1]))]


def _refuse_too_much(text: str, separator: Separator, options: ReadOptions) -> None:
    """Refuse a text of more cells or categories than are read before it is split."""
    lines = text.count("\n") + (not text.endswith("\n"))
    cells = text.count(separator.value) + lines if separator not in (Separator.BLANKS, Separator.NONE) else lines
    if cells > MOST_CELLS:
        raise DataError(
            gettext("there are {count} cells, and at most {most} are read", count=f"{cells:,}", most=f"{MOST_CELLS:,}"),
            gettext("save the numbers in a format such as .npy"),
        )
    if lines > MOST_CATEGORIES and NumberKind.SAMPLES not in (options.p_numbers, options.q_numbers):
        filled = _LINE_BREAKS.sub("\n", text).count("\n")
        if filled > MOST_CATEGORIES + LINES_TRIED:  # headings, titles and notes are no categories
            raise too_many(filled)


def _rows_of(text: str, separator: Separator) -> list[tuple[int, list[str]]]:
    try:
        return rows_of(text, separator)
    except UnendedQuoteError as error:
        raise DataError(gettext("line {line}: a quotation mark is opened and does not end", line=error.line)) from None


def _refuse_nothing(text: str, separator: Separator) -> None:
    _rows_of(text, separator)
    raise DataError(gettext("no table of numbers was found"))


def _sample(rows: Sequence[tuple[int, Sequence[str]]]) -> Grid:
    return Grid(
        tuple(
            tuple(Cell(text, line, place) for place, text in enumerate(cells[:MOST_COLUMNS_RANKED], start=1))
            for line, cells in rows[:LINES_TRIED]
        )
    )


def _frame(
    lines: Sequence[int],
    columns_with_heads: Sequence[Sequence[str]],
    chosen: TableFormat,
    places: Places,
    separator: Separator | None,
    options: ReadOptions,
    asked: list[DataError],
    notes: tuple[str, ...],
    first_column: int = 1,
) -> Frame:
    """Take headings, names and numbers apart."""
    by_rows = chosen.lines_are_columns
    along: Sequence[int] = range(first_column, len(columns_with_heads) + first_column)
    if by_rows:
        lines, along = range(first_column, len(columns_with_heads[0]) + first_column), lines
    heading = _has_heading(columns_with_heads, chosen, options)
    n = len(lines) - heading
    if not n:
        raise DataError(gettext("there are no rows below the heading"))
    if n > MOST_CATEGORIES and NumberKind.SAMPLES not in (options.p_numbers, options.q_numbers):
        raise too_many(n)
    columns = {
        k: Column(cells[0] if heading else "", along[k], cells[heading:]) for k, cells in enumerate(columns_with_heads)
    }
    columns = {k: column for k, column in columns.items() if column.head or any(column.cells)}
    numeric = [k for k, column in columns.items() if holds_numbers(column, chosen.decimal_sign)]
    labels = label_column(columns, numeric, options, chosen, asked)
    if not by_rows:
        numeric, left_out = _without_row_count(columns, numeric, labels)
        notes += left_out
    rest = [k for k in columns if k != labels]
    return Frame(
        None if labels is None else columns[labels],
        tuple(columns[k] for k in rest),
        tuple(position for position, k in enumerate(rest) if k in numeric),
        heading,
        by_rows,
        lines[heading:],
        places,
        chosen.decimal_sign,
        separator,
        notes,
    )


def _without_row_count(
    columns: Mapping[int, Column], numeric: list[int], labels: int | None
) -> tuple[list[int], tuple[str, ...]]:
    """Leave out a column that counts the rows, as a rank or the index of pandas, left of the names."""
    if labels is None or len(numeric) < 2 or numeric[0] >= labels:
        return numeric, ()
    column = columns[numeric[0]]
    n = len(column.cells)
    first = next((start for start in (0, 1) if column.cells[0] == str(start)), None)
    if first is None or (n < 3 and column.head) or any(column.cells[k] != str(first + k) for k in range(n)):
        return numeric, ()
    return numeric[1:], (gettext("Column {name} counts the rows and is not used.", name=quoted(column.name)),)


def _has_heading(columns: Sequence[Sequence[str]], chosen: TableFormat, options: ReadOptions) -> bool:
    """Return whether the first line holds the headings; where rows are distributions, whether the first cells do."""
    first = [cells[0].casefold() for cells in columns]
    named = (options.p_row, options.q_row) if chosen.lines_are_columns else (options.p_column, options.q_column)
    if options.header is not None and not chosen.lines_are_columns:
        return options.header
    if any(name is not None and not name.isdecimal() and name.casefold() in first for name in named):
        return True
    if options.has_samples and not chosen.columns.numbers:
        return len(columns[0]) > 2 and all(cells[0] and cells[0] not in cells[1:] for cells in columns)
    return chosen.columns.heading
