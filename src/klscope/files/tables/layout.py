"""The layout of a table: its heading, the names of its categories, and the columns that may be P or Q."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from klscope.files.tables.array_layout import frame_of_numbers
from klscope.files.tables.choosing import choose_format
from klscope.files.tables.contents import (
    MOST_CATEGORIES,
    MOST_CELLS,
    MOST_COLUMNS,
    ColumnsTable,
    DataError,
    NumberTable,
    Places,
    RowsTable,
    Table,
    TextTable,
)
from klscope.files.tables.frames import Column, Frame, too_many
from klscope.files.tables.grid import Cell, Grid, Separator, UnendedQuoteError, lines_of, rows_of
from klscope.files.tables.label_columns import holds_numbers, label_column
from klscope.files.tables.number_text import DecimalSign, is_number
from klscope.files.tables.options import NumberKind, ReadOptions
from klscope.files.tables.reading import LINES_TRIED
from klscope.files.tables.separators import with_asked_cells
from klscope.files.tables.table_formats import TableFormat, ranked, ranked_for
from klscope.files.weights_text import quoted
from klscope.wording import gettext, ngettext

MOST_COLUMNS_RANKED = 60
"""The number of columns by which the formats of a wider table are ranked."""


def lay_out(table: Table, options: ReadOptions, asked: list[DataError]) -> Frame:
    """Lay out a table as the options say, and as is most plausible where they say nothing.

    Parameters
    ----------
    table
        The table.
    options
        What is said about it.
    asked
        Takes what is ambiguous; the most plausible layout is returned.

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
    return _frame(rows, chosen, table.places, None, options, asked, notes, table.first_column)


def _frame_of_columns(table: ColumnsTable, options: ReadOptions, asked: list[DataError]) -> Frame:
    options = replace(options, header=True, decimal=DecimalSign.POINT)
    sample = RowsTable(table.rows(LINES_TRIED, MOST_COLUMNS_RANKED))
    rows = list(enumerate(map(list, sample.rows), start=1))
    chosen = choose_format(ranked_for(_sample(rows), Separator.NONE, for_pair=False), options, None, asked)
    if chosen.lines_are_columns:
        if len(table) * len(table.columns) > MOST_CELLS:
            raise DataError(gettext("the table has more than {most} cells", most=f"{MOST_CELLS:,}"))
        return _frame_of_rows(RowsTable(table.rows(), has_heading=True), options, asked)
    if len(table) > MOST_CATEGORIES:
        raise too_many(len(table))
    columns = {k: Column(head, k + 1, cells) for k, (head, cells) in enumerate(table.columns)}
    numeric = [k for k, column in columns.items() if holds_numbers(column, DecimalSign.POINT)]
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
    lines = lines_of(text)
    sample = text if len(lines) <= LINES_TRIED else "\n".join(lines[:LINES_TRIED])
    formats = ranked(sample, for_pair=False)
    if not formats:
        _refuse_nothing(text)
    chosen = choose_format(with_asked_cells(formats, sample, options), options, sample, asked)
    try:
        rows = rows_of(text, chosen.separator)
    except UnendedQuoteError as error:
        raise DataError(gettext("line {line}: a quotation mark is opened and does not end", line=error.line)) from None
    rows, notes = without_titles(rows, Places.LINES)
    if notes:  # the columns were ranked with the titles among them
        chosen = choose_format(ranked_for(_sample(rows), chosen.separator, for_pair=False), options, None, asked)
    return _frame(rows, chosen, Places.LINES, chosen.separator, options, asked, notes)


def _refuse_nothing(text: str) -> None:
    if not text.strip():
        raise DataError(gettext("there is nothing to read"))
    raise DataError(gettext("no table of names and numbers is found in it"))


def _sample(rows: Sequence[tuple[int, Sequence[str]]]) -> Grid:
    return Grid(
        tuple(
            tuple(Cell(text, line, place) for place, text in enumerate(cells[:MOST_COLUMNS_RANKED], start=1))
            for line, cells in rows[:LINES_TRIED]
        )
    )


def without_titles(
    rows: list[tuple[int, list[str]]], places: Places
) -> tuple[list[tuple[int, list[str]]], tuple[str, ...]]:
    """Remove lines with a text in the first cell only, above and below the table, and pad the others.

    Raises
    ------
    DataError
        A line of the table has more or fewer cells than most.
    """
    if not rows:
        raise DataError(gettext("there is nothing to read"))
    width = Counter(len(cells) for _, cells in rows).most_common(1)[0][0]
    if width > MOST_COLUMNS:
        raise DataError(
            gettext(
                "there are {count} columns, and at most {most} are read", count=f"{width:,}", most=f"{MOST_COLUMNS:,}"
            )
        )
    first, last, notes = 0, len(rows), []
    if width > 1 and places is not Places.ITEMS:
        while first < last and _is_title(rows[first][1]):
            first += 1
        while last > first and _is_title(rows[last - 1][1]):
            last -= 1
    if first == last:
        first, last = 0, len(rows)
    for line, cells in (*rows[:first], *rows[last:]):
        notes.append(gettext("{place} is skipped: {text}.", place=places.of(line), text=quoted(cells[0])))
    kept = []
    for line, cells in rows[first:last]:
        if len(cells) > width and any(cells[width:]):
            raise _ragged(places, line, len(cells), width)
        if len(cells) < width - 1 or (len(cells) < width and places is Places.LINES):
            raise _ragged(places, line, len(cells), width)
        kept.append((line, cells[:width] + [""] * (width - len(cells))))
    return kept, tuple(notes)


def _is_title(cells: Sequence[str]) -> bool:
    filled = [text for text in cells if text]
    return len(filled) == 1 and bool(cells[0]) and not is_number(cells[0], DecimalSign.POINT)


def _ragged(places: Places, line: int, count: int, width: int) -> DataError:
    return DataError(
        ngettext(
            "{place} has {count} cell instead of {width}",
            "{place} has {count} cells instead of {width}",
            count=count,
            place=places.of(line),
            width=width,
        ),
        gettext("give each line the same number of cells; a cell with a separator in it needs quotation marks"),
    )


def _frame(
    rows: list[tuple[int, list[str]]],
    chosen: TableFormat,
    places: Places,
    separator: Separator | None,
    options: ReadOptions,
    asked: list[DataError],
    notes: tuple[str, ...],
    first_column: int = 1,
) -> Frame:
    """Take the columns out of the rows."""
    by_rows = chosen.lines_are_columns
    lines: list[int] = [line for line, _ in rows]
    cells: Sequence[Sequence[str]] = [row for _, row in rows]
    along = list(range(first_column, len(cells[0]) + first_column))
    if by_rows:
        cells = list(zip(*cells, strict=True))
        lines, along = along, lines
    heading = _has_heading(cells, chosen, options)
    body = cells[heading:]
    if not body:
        raise DataError(gettext("there is a heading and nothing below it"))
    if len(body) > MOST_CATEGORIES:
        raise too_many(len(body))
    heads = cells[0] if heading else [""] * len(along)
    columns = {k: Column(heads[k], along[k], [row[k] for row in body]) for k in range(len(along))}
    columns = {k: column for k, column in columns.items() if column.head or any(column.cells)}
    numeric = [k for k, column in columns.items() if holds_numbers(column, chosen.decimal_sign)]
    labels = label_column(columns, numeric, options, chosen, asked)
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


def _has_heading(cells: Sequence[Sequence[str]], chosen: TableFormat, options: ReadOptions) -> bool:
    """Return whether the first line holds the headings; where rows are distributions, whether the first cells do."""
    first = [text.casefold() for text in cells[0]]
    named = (options.p_row, options.q_row) if chosen.lines_are_columns else (options.p_column, options.q_column)
    if options.header is not None and not chosen.lines_are_columns:
        return options.header
    if any(name is not None and not name.isdecimal() and name.casefold() in first for name in named):
        return True
    if NumberKind.SAMPLES in (options.p_numbers, options.q_numbers) and not chosen.columns.numbers:
        return len(cells) > 2 and all(
            text and all(row[k] != text for row in cells[1:]) for k, text in enumerate(cells[0])
        )
    return chosen.columns.heading
