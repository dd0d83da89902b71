"""A text read as a table of categories: their names, and one or two columns of weights.

What can be read in several ways is read in the most plausible one; `TableReading.others` has the rest, each of which is
read by handing it to `read_table` again. Nothing is left out in silence: what keeps the table from being used is among
its mistakes, what was taken for granted among its notes.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import Enum, auto

from klscope.files.tables.columns import Columns, side_of
from klscope.files.tables.grid import Cell, lines_of, split
from klscope.files.tables.mistakes import Mistake, MistakeKind
from klscope.files.tables.number_text import DecimalSign, plain_number
from klscope.files.tables.ways import How, ranked, separators_of
from klscope.files.weights_text import Fault, WeightError, parse_weight

MOST_CHARACTERS = 50_000_000
MOST_LINES = 200_000
LINES_TRIED = 400
"""Ways to read a longer text are compared by its first lines."""
OFFERED_WITHIN = 1.0
"""How much less plausible another way to read a text may be, to be offered; see `ways.ranked`."""


class Difference(Enum):
    """In what another way to read a text differs from the one taken."""

    SEPARATOR = auto()
    DIRECTION = auto()
    NAMES = auto()
    HEADING = auto()
    DECIMAL_SIGN = auto()


@dataclass(frozen=True)
class Other:
    """Another way to read the text.

    Attributes
    ----------
    example
        A number of the text and how it would be read, where the ways differ in the decimal sign.
    """

    difference: Difference
    how: How
    example: tuple[str, str] | None = None


@dataclass(frozen=True)
class Weights:
    """A column of weights.

    Attributes
    ----------
    cells
        ``n`` cells; their texts are as `parse_weight` reads them where they are numbers.
    head
        What the heading calls the column; empty without one.
    side
        "P" or "Q" where the heading says so of a lone column; else None.
    """

    cells: tuple[Cell, ...]
    head: str = ""
    side: str | None = None


@dataclass(frozen=True)
class TableReading:
    """What was read.

    Attributes
    ----------
    text
        What was to be read.
    names
        ``n`` cells; None where the text has no names.
    weights
        One column or two, P before Q; none where the text is a column of names.
    how
        How it was read; None where the text cannot be read at all.
    heading
        The texts of the first line, where it was taken for a heading.
    left_out
        What heads the columns that are not used, or their numbers from 1.
    empty_lines
        The number of empty lines between others; they were skipped.
    regrouped
        A number of the text, and how it was read, where its comma or point could mean another thing.
    mistakes
        What keeps the table from being used.
    others
        Other ways to read the text without a mistake of the whole text.
    """

    text: str
    names: tuple[Cell, ...] | None = None
    weights: tuple[Weights, ...] = ()
    how: How | None = None
    heading: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()
    empty_lines: int = 0
    regrouped: tuple[str, str] | None = None
    mistakes: tuple[Mistake, ...] = ()
    others: tuple[Other, ...] = ()

    @property
    def n(self) -> int:
        """The number of categories."""
        if self.weights:
            return len(self.weights[0].cells)
        return len(self.names) if self.names is not None else 0

    @property
    def is_one_value(self) -> bool:
        """Whether the text is one number or one name, and no table."""
        return self.n == 1 and len(self.weights) + (self.names is not None) == 1

    @property
    def one_value(self) -> str:
        """The number as `parse_weight` reads it, or the name, where the text is no table."""
        cells = self.weights[0].cells if self.weights else self.names or ()
        return cells[0].text

    @property
    def can_be_shown(self) -> bool:
        """Whether each mistake can be mended in its cell."""
        return all(mistake.in_a_cell for mistake in self.mistakes)


def read_table(text: str, how: How | None = None) -> TableReading:
    """Read a text, in the most plausible way or as ``how`` says.

    Parameters
    ----------
    text
        Lines of cells parted by tabs, semicolons, bars, commas or blanks, or one number a line. P and Q stand in
        columns or in lines.
    how
        One of the ways that an earlier reading of the same text offered.
    """
    lines = lines_of(text)
    if len(text) > MOST_CHARACTERS:
        return TableReading(text, mistakes=(Mistake(MistakeKind.TOO_MUCH, width=MOST_CHARACTERS),))
    if len(lines) > MOST_LINES:
        return TableReading(text, mistakes=(Mistake(MistakeKind.TOO_MUCH, width=MOST_LINES),))
    tried = text if len(lines) <= LINES_TRIED else "\n".join(lines[:LINES_TRIED])
    ways = ranked(tried)
    if how is None:
        if not ways:
            return TableReading(text, mistakes=split(text, separators_of(text)[0]).mistakes)
        how = ways[0][1]
    reading = _read(text, how)
    return replace(reading, others=_others(ways, how, tried))


def _others(ways: list[tuple[float, How]], how: How, text: str) -> tuple[Other, ...]:
    """Return for each way to differ the most plausible one that does, if it gives another table."""
    found: list[Other] = []
    reading = _read(text, how)
    seen = [(reading.names, reading.weights)]
    limit = min((penalty for penalty, one in ways if one == how), default=0.0) + OFFERED_WITHIN
    for difference in Difference:
        for penalty, other in ways:
            if penalty > limit or other == how or _differs_in(other, how) is not difference:
                continue
            read = _read(text, other)
            if read.weights and read.can_be_shown and (read.names, read.weights) not in seen:
                seen.append((read.names, read.weights))
                found.append(Other(difference, other, _first_that_differs(reading, read)))
                break
    return tuple(found)


def _first_that_differs(one: TableReading, other: TableReading) -> tuple[str, str] | None:
    """Return a number that was read otherwise, as it is written and as ``other`` reads it."""
    return other.regrouped or (one.regrouped and (one.regrouped[0], one.regrouped[0]))


def _differs_in(one: How, other: How) -> Difference | None:
    if one.separator is not other.separator:
        return Difference.SEPARATOR
    if one.lines_are_columns is not other.lines_are_columns:
        return Difference.DIRECTION
    if one.decimal_sign is not other.decimal_sign:
        return Difference.DECIMAL_SIGN
    if one.columns.heading is not other.columns.heading:
        return Difference.HEADING
    return Difference.NAMES if one.columns != other.columns else None


def _read(text: str, how: How) -> TableReading:
    """Read a text in one way."""
    grid = split(text, how.separator)
    if not grid.rows:
        return TableReading(text, how=how, mistakes=grid.mistakes)
    if how.lines_are_columns:
        grid = grid.transposed()
    columns = how.columns
    body = grid.rows[columns.heading :]
    mistakes = list(grid.mistakes)
    heads = [cell.text for cell in grid.rows[0]] if columns.heading else [""] * grid.width
    names = None
    if columns.names is not None:
        names = tuple(row[columns.names] for row in body)
        mistakes += _mistakes_of_names(names)
    weights = []
    for place in columns.numbers:
        sign = how.decimal_sign
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
        how,
        tuple(head for head in heads if head),
        left_out,
        _empty_lines(text),
        _regrouped(body, how),
        tuple(mistakes),
    )


def _plain(cell: Cell, decimal_sign: DecimalSign) -> Cell:
    """Return a cell with its number as `parse_weight` reads it; as it is where it holds none."""
    text = plain_number(cell.text, decimal_sign)
    return cell if text is None or text == cell.text else replace(cell, text=text)


def _mistakes_of_shape(columns: Columns, n: int, single: bool) -> list[Mistake]:
    if len(columns.numbers) > 2:
        return [Mistake(MistakeKind.WHICH_COLUMNS, width=len(columns.numbers))]
    if columns.surplus:
        return [Mistake(MistakeKind.WHICH_NAMES, width=columns.surplus)]
    if columns.names is not None and not columns.numbers:
        return []  # names alone can replace names
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
    """Return what is wrong with the weight of a cell of the text."""
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
    """Return how many lines between others are empty."""
    return sum(not line.strip() for line in lines_of(text.strip()))


_AMBIGUOUS = re.compile(r"[0-9][,.][0-9]")


def _regrouped(body: tuple[tuple[Cell, ...], ...], how: How) -> tuple[str, str] | None:
    """Return the first number whose comma or point could mean another thing, and how it is read."""
    for row in body:
        for place in how.columns.numbers:
            text = row[place].text
            plain = plain_number(text, how.decimal_sign)
            if _AMBIGUOUS.search(text) and plain is not None and plain != text:
                return text, plain
    return None
