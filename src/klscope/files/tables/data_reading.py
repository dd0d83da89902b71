"""Reading of data for the window: what was read, what is ambiguous and what is wrong, together."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from enum import Enum

import numpy as np

from klscope.files.regular_files import FileError
from klscope.files.tables.cell_mistakes import mistakes_in
from klscope.files.tables.contents import Contents, DataError, NumberTable, Question, RowsTable, Table, TextTable
from klscope.files.tables.frames import Column, Frame
from klscope.files.tables.grid import lines_of
from klscope.files.tables.layout import lay_out
from klscope.files.tables.options import ReadOptions
from klscope.files.tables.pairing import PairReading, read_pair
from klscope.files.tables.reading_words import of_pair
from klscope.files.tables.row_pairs import RowPairs
from klscope.files.tables.row_reading import row_pairs
from klscope.files.tables.selecting import Selected, select, table_of
from klscope.model.comparison import FEWEST_CATEGORIES, Comparison, Side
from klscope.wording import gettext

MOST_NAMED_ROWS = 1000
"""The number of named rows up to which one of them may be P and another Q; more are a table to go through."""


class Second(Enum):
    """Where Q is read from: the opened file alone, the present Q, or a second file; P likewise."""

    NOTHING = "nothing"
    PRESENT = "present"
    FILE = "file"


@dataclass(frozen=True)
class DataReading:
    """Data that were opened, in one way of reading.

    Attributes
    ----------
    contents
        The tables of one file or two.
    options
        The options for reading them.
    pair
        P and Q in the most plausible reading; None if there is an error, or there are many rows.
    asked
        What is ambiguous.
    error
        What is wrong; None if nothing is.
    replaced
        The side that a file of one distribution replaces while the other side stays; None for both.
    frames
        The laid out tables, for a preview, or their lines if they cannot be laid out.
    rows
        The pairs of the rows of arrays; None if there is one pair.
    selected
        The columns of P and Q, in an error too as far as they are known; None for a uniform Q.
    mistakes
        All mistakes in cells, if the error is one of them, else the error; empty if nothing is wrong.
    """

    contents: tuple[Contents, ...]
    options: ReadOptions
    pair: PairReading | None = None
    asked: tuple[DataError, ...] = ()
    error: DataError | None = None
    replaced: Side | None = None
    frames: tuple[Frame, ...] = ()
    rows: RowPairs | None = None
    selected: tuple[Selected | None, Selected | None] = (None, None)
    mistakes: tuple[DataError, ...] = ()

    @property
    def comparison(self) -> Comparison | None:
        """P and Q, those of the first row if there are many; None if there is an error."""
        if self.rows is not None:
            return self.rows.comparison(0)
        return None if self.pair is None else self.pair.comparison()

    def comparison_from(self, paths: Sequence[str]) -> Comparison | None:
        """Return the comparison with an origin that says how it was read, and from which files."""
        comparison = self.comparison
        if comparison is None or comparison.origin is None or self.pair is None:
            return comparison
        source = "\n".join([*paths, of_pair(self.pair)])
        return replace(comparison, origin=replace(comparison.origin, source=source))

    @property
    def can_be_used(self) -> bool:
        """Whether there are P and Q, of one pair or of many rows."""
        return self.error is None and (self.pair is not None or self.rows is not None)

    @property
    def is_clear(self) -> bool:
        """Whether the data can be used without asking: nothing is ambiguous, and joining does not make KL ∞."""
        if self.asked or self.error is not None:
            return False
        if self.pair is None:
            return self.rows is not None
        return self.pair.joined is None or not self.pair.comparison().lacking(Side.Q)

    @property
    def empty_in_both(self) -> int:
        """The number of categories of probability 0 in both P and Q."""
        pair = self.pair
        if pair is None:
            return 0
        empty = np.ones(pair.n, dtype=bool)
        for one in (pair.p, pair.q):
            empty &= one.is_zero
            if one.log_probabilities is not None:
                empty &= one.log_probabilities == -np.inf
        return int(empty.sum())

    def read_as(self, options: ReadOptions) -> DataReading:
        """Return the reading of the same data with other options."""
        return read_contents(self.contents, options, self.replaced)

    @property
    def opened(self) -> Contents:
        """The file that was opened, the first of two."""
        return self.contents[1] if self.replaced is Side.Q else self.contents[0]

    def with_present(self, comparison: Comparison, options: ReadOptions) -> DataReading:
        """Return the reading with the opened file as P, and Q as it is in a comparison."""
        return read_contents((self.opened, _present(Side.Q, comparison)), options, Side.P)

    def alone(self, options: ReadOptions) -> DataReading:
        """Return the reading of the opened file alone."""
        return read_contents((self.opened,), options, None)


def read_data(
    openers: Sequence[Callable[[ReadOptions], Contents]],
    options: ReadOptions,
    kept: tuple[Side, Comparison] | None = None,
) -> DataReading:
    """Open and read data.

    Parameters
    ----------
    openers
        Functions that open one file each.
    options
        The options for reading them.
    kept
        The side that stays as it is, and the comparison that has it, if the data are to replace the other side.

    Raises
    ------
    FileError
        A file cannot be read.
    DataError
        A file's content cannot be read.
    """
    contents = [open_one(options) for open_one in openers]
    replaced = None
    if kept is not None and len(contents) == 1:
        side, comparison = kept
        present = _present(side, comparison)
        contents = [present, *contents] if side is Side.P else [*contents, present]
        replaced = side.other
    return read_contents(tuple(contents), options, replaced)


def _present(side: Side, comparison: Comparison) -> Contents:
    """Return the current distribution of a side as contents."""
    name = gettext("the present {side}", side=side.value)
    return Contents(name, {"": NumberTable(comparison.distribution(side).probabilities, tuple(comparison.labels))})


def read_contents(contents: tuple[Contents, ...], options: ReadOptions, replaced: Side | None) -> DataReading:
    """Read P and Q from contents."""
    asked: list[DataError] = []
    try:
        kept = None if replaced is None else replaced.other
        rows = row_pairs(contents, options, asked, kept)
        if rows is not None:
            if rows.q is None and rows.p.row_names is not None and rows.count <= MOST_NAMED_ROWS:
                asked.append(_which_rows(rows))
            rows.comparison(0)  # raises if the first row is no distribution
            frames = _frames(contents, options)
            return DataReading(contents, options, None, tuple(asked), None, replaced, frames, rows)
        pair = read_pair(contents, options, asked)
    except DataError as error:
        return _wrong(contents, options, tuple(asked), error, replaced)
    frames = tuple(dict.fromkeys(one.frame for one in pair.selected if one is not None))
    if pair.n < FEWEST_CATEGORIES:
        too_few = DataError(gettext("there is one category, and at least two are needed"))
        return DataReading(
            contents, options, None, tuple(asked), too_few, replaced, frames, None, pair.selected, (too_few,)
        )
    return DataReading(contents, options, pair, tuple(asked), None, replaced, frames, None, pair.selected)


def _which_rows(rows: RowPairs) -> DataError:
    """Return the question what P and Q are in a table of named rows, such as a confusion matrix."""
    return DataError(
        gettext(
            "{source}: there are {count} rows of {n} categories", source=rows.source, count=rows.count, n=f"{rows.n:,}"
        ),
        gettext("go through all of them, or say which are P and Q"),
        Question.ROWS,
    )


def _wrong(
    contents: tuple[Contents, ...],
    options: ReadOptions,
    asked: tuple[DataError, ...],
    error: DataError,
    replaced: Side | None,
) -> DataReading:
    """Return the reading of contents with an error: with all mistakes of the columns of P and Q, if they are known."""
    selected: tuple[Selected | None, Selected | None] = (None, None)
    with suppress(DataError):
        selected = select(contents, options, [])
    chosen = [one for one in selected if one is not None]
    frames = tuple(dict.fromkeys(one.frame for one in chosen)) or _frames(contents, options)
    mistakes = mistakes_in(chosen, options, error) if chosen else (error,)
    return DataReading(contents, options, None, asked, error, replaced, frames, None, selected, mistakes)


def _frames(contents: tuple[Contents, ...], options: ReadOptions) -> tuple[Frame, ...]:
    """Return the tables as far as they can be laid out."""
    frames = []
    for content, side in zip(contents, Side, strict=False):
        with suppress(DataError):
            _, table = table_of(content, side, options, [])
            try:
                frames.append(lay_out(table, options, []))
            except DataError:
                frames += _lines(table)
    return tuple(frames)


def _lines(table: Table) -> list[Frame]:
    """Return the lines of a table that cannot be laid out, as one column."""
    if isinstance(table, TextTable):
        lines = lines_of(table.text)
        return [Frame(None, (Column("", 1, lines),), (), row_numbers=range(1, len(lines) + 1))]
    if isinstance(table, RowsTable) and table.rows:
        numbers = table.numbers or range(1, len(table.rows) + 1)
        columns = tuple(
            Column("", k + table.first_column, [row[k] if k < len(row) else "" for row in table.rows])
            for k in range(max(len(row) for row in table.rows))
        )
        return [Frame(None, columns, (), row_numbers=numbers, places=table.places)]
    return []


def result_of(read: Callable[[], DataReading]) -> DataReading | str | Exception:
    """Return what ``read`` returns, the message of an error in the data, or an unexpected error.

    A thread hands it to the thread that shows it, where an unexpected error is raised.
    """
    try:
        return read()
    except (DataError, FileError) as error:
        return str(error)
    except MemoryError:
        return gettext("there is not enough memory to read it")
    except Exception as error:  # raised again in the thread of the window, which reports it
        return error
