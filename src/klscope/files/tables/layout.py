"""The layout of a table: its heading, the names of its categories, and the columns that may be P or Q."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from klscope.files.tables.choosing import choose_format
from klscope.files.tables.contents import (
    MOST_CATEGORIES,
    MOST_COLUMNS,
    DataError,
    NumberTable,
    Places,
    Question,
    RowsTable,
    Table,
    TextTable,
)
from klscope.files.tables.frames import Column, Frame, found, listed, too_many
from klscope.files.tables.grid import Cell, Grid, Separator, UnendedQuoteError, lines_of, rows_of
from klscope.files.tables.number_text import DecimalSign, is_number
from klscope.files.tables.options import NumberKind, ReadOptions
from klscope.files.tables.reading import LINES_TRIED
from klscope.files.tables.separators import with_asked_cells
from klscope.files.tables.table_formats import TableFormat, ranked, ranked_for
from klscope.files.weights_text import quoted
from klscope.wording import gettext, ngettext

MOST_ROWS_LISTED = 100_000
"""The number of rows of an array that can be named as P or Q."""
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
        return _frame_of_numbers(table, options)
    if isinstance(table, TextTable):
        return _frame_of_text(table.text, options, asked)
    return _frame_of_rows(table, options, asked)


def _frame_of_numbers(table: NumberTable, options: ReadOptions) -> Frame:
    values, labels, names = table.values, table.labels, table.row_names
    turned = values.ndim == 2 and _is_turned(table, options)
    if turned:
        values, labels, names = np.asarray(values).T, names, labels
    by_rows = values.ndim == 2 and turned is table.are_columns
    n = values.shape[-1]
    if n > MOST_CATEGORIES:
        raise too_many(n)
    if values.ndim == 1:
        columns: tuple[Column, ...] = (Column("", 1, values),)
    else:
        heads = names or ("",) * len(values)
        columns = tuple(Column(heads[k], k + 1, values[k]) for k in range(min(len(values), MOST_ROWS_LISTED)))
    named = None if labels is None else Column("", 0, labels)
    return Frame(named, columns, tuple(range(len(columns))), False, by_rows, range(1, n + 1), Places.ITEMS)


def _is_turned(table: NumberTable, options: ReadOptions) -> bool:
    """Return whether the second dimension of an array holds the distributions, rather than the first."""
    if options.p_row or options.q_row:
        return table.are_columns
    if options.p_column or options.q_column:
        return not table.are_columns
    shape = table.values.shape
    return table.labels is None and table.row_names is None and bool(shape[1] <= 2 < shape[0])


def _frame_of_rows(table: RowsTable, options: ReadOptions, asked: list[DataError]) -> Frame:
    numbers = table.numbers or range(1, len(table.rows) + 1)
    rows = [(number, list(row)) for number, row in zip(numbers, table.rows, strict=True) if any(row)]
    rows, notes = without_titles(rows, table.places)
    header = table.has_heading if options.header is None else options.header
    options = replace(options, header=header)
    formats = ranked_for(_sample(rows), Separator.NONE, for_pair=False)
    chosen = choose_format(formats, options, None, asked)
    return _frame(rows, chosen, table.places, None, options, asked, notes)


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
) -> Frame:
    """Take the columns out of the rows."""
    by_rows = chosen.lines_are_columns
    lines: list[int] = [line for line, _ in rows]
    cells: Sequence[Sequence[str]] = [row for _, row in rows]
    along = list(range(1, len(cells[0]) + 1))
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
    numeric = [k for k, column in columns.items() if _holds_numbers(column, chosen.decimal_sign)]
    labels = _label_column(columns, numeric, options, chosen, asked)
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


def _holds_numbers(column: Column, decimal_sign: DecimalSign) -> bool:
    sample = [text for text in column.cells[:LINES_TRIED] if text]
    return sum(is_number(text, decimal_sign) for text in sample) >= max(1, len(sample) / 2)


def _label_column(
    columns: dict[int, Column], numeric: list[int], options: ReadOptions, chosen: TableFormat, asked: list[DataError]
) -> int | None:
    """Return the position of the column of names; None if there is none."""
    if chosen.lines_are_columns and options.header is not None:
        return 0 if options.header else None
    if options.label_column is not None:
        return found(options.label_column, columns, Question.LABELS)
    if NumberKind.SAMPLES in (options.p_numbers, options.q_numbers):
        return None
    words = [k for k in columns if k not in numeric and all(columns[k].cells)]
    different = [k for k in words if len(set(columns[k].cells)) == len(columns[k].cells)]
    if len(words) > 1:
        proposed = (different or words)[0]
        if len(different) != 1 and proposed != words[0]:
            asked.append(
                DataError(
                    gettext("columns {names} could name the categories", names=listed(columns[k].name for k in words)),
                    gettext("say which one does"),
                    Question.LABELS,
                )
            )
        return proposed
    if words:
        return words[0]
    used = [name for name in (options.p_column, options.q_column) if name is not None]
    proposed_names = chosen.columns.names
    if proposed_names is None or proposed_names not in columns:
        return None
    column = columns[proposed_names]
    return None if any(name in (column.head, str(column.number)) for name in used) else proposed_names
