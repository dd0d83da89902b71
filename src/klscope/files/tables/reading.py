"""Reading a text as a table of categories: names, and one or two columns of weights.

An ambiguous text is read in the most plausible format. `TableReading.alternatives` holds the other formats; pass one to
`read_table` to use it. `TableReading.mistakes` holds errors; further attributes report assumptions and skipped data.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import Enum, auto

from klscope.files.tables.columns import Columns, side_of
from klscope.files.tables.grid import Cell, lines_of, names_of, split
from klscope.files.tables.mistakes import Mistake, MistakeKind
from klscope.files.tables.number_text import plain_number
from klscope.files.tables.options import DecimalSign
from klscope.files.tables.table_formats import TableFormat, ranked, separators_of
from klscope.files.weights_text import Fault, WeightError, parse_weight

MOST_CHARACTERS = 50_000_000
MOST_LINES = 200_000
LINES_TRIED = 400
"""The number of lines by which the formats of a longer text are ranked."""
OFFERED_WITHIN = 1.0
"""The largest difference in penalty up to which another format is offered; see `table_formats.ranked`."""


class Difference(Enum):
    """In what another format differs from the one in use."""

    SEPARATOR = auto()
    DIRECTION = auto()
    NAMES = auto()
    HEADING = auto()
    DECIMAL_SIGN = auto()


@dataclass(frozen=True)
class Alternative:
    """Another format of the same text.

    Attributes
    ----------
    example
        A number of the text and its value in this format, if the decimal signs differ.
    """

    difference: Difference
    table_format: TableFormat
    example: tuple[str, str] | None = None


@dataclass(frozen=True)
class Weights:
    """A column of weights.

    Attributes
    ----------
    cells
        ``n`` cells; numbers are converted for `parse_weight`.
    head
        The heading of the column; may be empty.
    side
        "P" or "Q" if a single column has this heading; else None.
    """

    cells: tuple[Cell, ...]
    head: str = ""
    side: str | None = None


@dataclass(frozen=True)
class TableReading:
    """The result of reading a text.

    Attributes
    ----------
    text
        The text.
    names
        ``n`` cells; None if the text has no names.
    weights
        One column or two, P before Q; empty if the text is a column of names.
    table_format
        The format; None if the text cannot be read at all.
    heading
        The texts of the heading line, if there is one.
    left_out
        The headings of the columns that are not used, or their numbers from 1.
    empty_lines
        The number of empty lines between others, which are skipped.
    regrouped
        A number with an ambiguous comma or point, and its value; None if there is none.
    mistakes
        The errors that prevent the use of the table.
    alternatives
        Other formats in which the text has no mistake that concerns all of it.
    """

    text: str
    names: tuple[Cell, ...] | None = None
    weights: tuple[Weights, ...] = ()
    table_format: TableFormat | None = None
    heading: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()
    empty_lines: int = 0
    regrouped: tuple[str, str] | None = None
    mistakes: tuple[Mistake, ...] = ()
    alternatives: tuple[Alternative, ...] = ()

    @property
    def n(self) -> int:
        """The number of categories."""
        if self.weights:
            return len(self.weights[0].cells)
        return len(self.names) if self.names is not None else 0

    @property
    def is_one_value(self) -> bool:
        """Whether the text is a single number or name."""
        return self.n == 1 and len(self.weights) + (self.names is not None) == 1

    @property
    def one_value(self) -> str:
        """The single number, converted for `parse_weight`, or the single name."""
        cells = self.weights[0].cells if self.weights else self.names or ()
        return cells[0].text

    @property
    def can_be_shown(self) -> bool:
        """Whether the user can correct each mistake in its cell."""
        return all(mistake.in_a_cell for mistake in self.mistakes)


def read_table(text: str, table_format: TableFormat | None = None) -> TableReading:
    """Read a text as a table.

    Parameters
    ----------
    text
        Lines of cells separated by tabs, semicolons, bars, commas or blanks, or one number per line. P and Q are
        columns or lines.
    table_format
        The format, from `TableReading.alternatives` of the same text; None chooses the most plausible one.
    """
    lines = lines_of(text)
    if len(text) > MOST_CHARACTERS:
        return TableReading(text, mistakes=(Mistake(MistakeKind.TOO_MUCH, width=MOST_CHARACTERS),))
    if len(lines) > MOST_LINES:
        return TableReading(text, mistakes=(Mistake(MistakeKind.TOO_MUCH, width=MOST_LINES),))
    tried = text if len(lines) <= LINES_TRIED else "\n".join(lines[:LINES_TRIED])
    formats = ranked(tried)
    if table_format is None:
        if not formats:
            return TableReading(text, mistakes=split(text, separators_of(text)[0]).mistakes)
        table_format = formats[0][1]
    reading = _read(text, table_format)
    return replace(reading, alternatives=_alternatives(formats, table_format, tried))


def _alternatives(
    formats: list[tuple[float, TableFormat]], table_format: TableFormat, text: str
) -> tuple[Alternative, ...]:
    """Return for each `Difference` the most plausible format with it, if it gives another table."""
    found: list[Alternative] = []
    reading = _read(text, table_format)
    seen = [(reading.names, reading.weights)]
    limit = min((penalty for penalty, one in formats if one == table_format), default=0.0) + OFFERED_WITHIN
    for difference in Difference:
        for penalty, other in formats:
            if penalty > limit or other == table_format or _differs_in(other, table_format) is not difference:
                continue
            read = _read(text, other)
            if read.weights and read.can_be_shown and (read.names, read.weights) not in seen:
                seen.append((read.names, read.weights))
                found.append(Alternative(difference, other, _first_that_differs(reading, read)))
                break
    return tuple(found)


def _first_that_differs(one: TableReading, other: TableReading) -> tuple[str, str] | None:
    """Return the first number whose values differ: its text, and its value in ``other``."""
    return other.regrouped or (one.regrouped and (one.regrouped[0], one.regrouped[0]))


def _differs_in(one: TableFormat, other: TableFormat) -> Difference | None:
    if one.separator is not other.separator:
        return Difference.SEPARATOR
    if one.lines_are_columns is not other.lines_are_columns:
        return Difference.DIRECTION
    if one.decimal_sign is not other.decimal_sign:
        return Difference.DECIMAL_SIGN
    if one.columns.heading is not other.columns.heading:
        return Difference.HEADING
    return Difference.NAMES if one.columns != other.columns else None


def _read(text: str, table_format: TableFormat) -> TableReading:
    """Read a text in one format."""
    grid = split(text, table_format.separator)
    if not grid.rows:
        return TableReading(text, table_format=table_format, mistakes=grid.mistakes)
    if table_format.lines_are_columns:
        grid = grid.transposed()
    columns = table_format.columns
    body = grid.rows[columns.heading :]
    mistakes = list(grid.mistakes)
    heads = [cell.text for cell in grid.rows[0]] if columns.heading else [""] * grid.width
    names = None
    if columns.names is not None:
        names = names_of([row[columns.names] for row in body], table_format.separator)
        mistakes += _mistakes_of_names(names)
    weights = []
    for place in columns.numbers:
        sign = table_format.decimal_sign
        mistakes += [found for row in body if (found := _mistake_of_weight(row[place], sign)) is not None]
        weights.append(Weights(tuple(_plain(row[place], sign) for row in body), heads[place]))
    if len(weights) == 1:
        weights = [replace(weights[0], side=side_of(grid, columns))]
    single = len(body) == 1 and grid.width == 1
    mistakes = [*_mistakes_of_shape(columns, len(body), single), *mistakes]
    left_out = tuple(heads[n] or str(n + 1) for n in columns.left_out)
    return TableReading(
        text,
        names,
        tuple(weights) if len(weights) <= 2 else (),
        table_format,
        tuple(head for head in heads if head),
        left_out,
        _empty_lines(text),
        _regrouped(body, table_format),
        tuple(mistakes),
    )


def _plain(cell: Cell, decimal_sign: DecimalSign) -> Cell:
    """Return a cell with its number converted for `parse_weight`; the same cell if it is not a number."""
    text = plain_number(cell.text, decimal_sign)
    return cell if text is None or text == cell.text else replace(cell, text=text)


def _mistakes_of_shape(columns: Columns, n: int, single: bool) -> list[Mistake]:
    if len(columns.numbers) > 2:
        return [Mistake(MistakeKind.WHICH_COLUMNS, width=len(columns.numbers))]
    if columns.surplus:
        return [Mistake(MistakeKind.WHICH_NAMES, width=columns.surplus)]
    if columns.names is not None and not columns.numbers:
        return []  # a column of names alone is allowed
    if not columns.numbers:
        return [Mistake(MistakeKind.NO_NUMBERS)]
    if n < 2 and not single:
        return [Mistake(MistakeKind.ONE_CATEGORY)]
    return []


def _mistakes_of_names(names: tuple[Cell, ...]) -> list[Mistake]:
    found: list[Mistake] = []
    lines: dict[str, int] = {}
    for cell in names:
        if not cell.text:
            found.append(Mistake(MistakeKind.NO_NAME, cell.line, cell.place))
        elif cell.text in lines:
            found.append(Mistake(MistakeKind.SAME_NAME, cell.line, cell.place, lines[cell.text], cell.text))
        lines.setdefault(cell.text, cell.line)
    return found


def _mistake_of_weight(cell: Cell, decimal_sign: DecimalSign) -> Mistake | None:
    """Return the mistake of a cell of weights; None if there is none."""
    plain = plain_number(cell.text, decimal_sign)
    try:
        parse_weight(cell.text if plain is None else plain)
    except WeightError as error:
        return Mistake(MistakeKind.WEIGHT, cell.line, cell.place, text=cell.text, error=error)
    if plain is None:
        mixed = WeightError(Fault.DECIMAL_POINT, cell.text)
        return Mistake(MistakeKind.WEIGHT, cell.line, cell.place, text=cell.text, error=mixed)
    return None


def _empty_lines(text: str) -> int:
    """Return the number of empty lines between others."""
    return sum(not line.strip() for line in lines_of(text.strip()))


_AMBIGUOUS = re.compile(r"[0-9][,.][0-9]")


def _regrouped(body: tuple[tuple[Cell, ...], ...], table_format: TableFormat) -> tuple[str, str] | None:
    """Return the first number with an ambiguous comma or point, and its value."""
    for row in body:
        for place in table_format.columns.numbers:
            text = row[place].text
            plain = plain_number(text, table_format.decimal_sign)
            if _AMBIGUOUS.search(text) and plain is not None and plain != text:
                return text, plain
    return None
