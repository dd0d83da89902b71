"""Reading of data for the window: what was read, what is ambiguous and what is wrong, together."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass

from klscope.files.tables.contents import Contents, DataError, NumberTable
from klscope.files.tables.frames import Frame
from klscope.files.tables.layout import lay_out
from klscope.files.tables.options import ReadOptions
from klscope.files.tables.pairing import PairReading, read_pair
from klscope.files.tables.row_pairs import RowPairs, row_pairs
from klscope.files.tables.selecting import table_of
from klscope.model.comparison import FEWEST_CATEGORIES, Comparison, Side
from klscope.wording import gettext


@dataclass(frozen=True)
class DataReading:
    """Data that were opened, in one way of reading.

    Attributes
    ----------
    contents
        The tables of one file or two.
    options
        What is said about them.
    pair
        P and Q in the most plausible reading; None if there is an error, or there are many rows.
    rows
        The pairs of the rows of arrays; None if there is one pair.
    asked
        What is ambiguous.
    error
        What is wrong; None if nothing is.
    replaced
        The side that a file of one distribution replaces while the other side stays; None for both.
    frames
        The laid out tables, for a preview; empty if they cannot be laid out.
    """

    contents: tuple[Contents, ...]
    options: ReadOptions
    pair: PairReading | None = None
    asked: tuple[DataError, ...] = ()
    error: DataError | None = None
    replaced: Side | None = None
    frames: tuple[Frame, ...] = ()
    rows: RowPairs | None = None

    @property
    def comparison(self) -> Comparison | None:
        """P and Q, those of the first row if there are many; None if there is an error."""
        if self.rows is not None:
            return self.rows.comparison(0)
        return None if self.pair is None else self.pair.comparison()

    @property
    def is_clear(self) -> bool:
        """Whether the data can be used without asking: nothing is ambiguous, and no name that only P has makes KL ∞."""
        if self.asked or self.error is not None:
            return False
        if self.pair is None:
            return self.rows is not None
        return self.pair.joined is None or not self.pair.joined.only_in_p

    def read_as(self, options: ReadOptions) -> DataReading:
        """Return the reading of the same data with other options."""
        return read_contents(self.contents, options, self.replaced)


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
        What is said about them.
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
        rows = row_pairs(contents, options, asked)
        if rows is not None:
            rows.comparison(0)  # raises if the first row is no distribution
            frames = _frames(contents, options)
            return DataReading(contents, options, None, tuple(asked), None, replaced, frames, rows)
        pair = read_pair(contents, options, asked)
    except DataError as error:
        return DataReading(contents, options, None, tuple(asked), error, replaced, _frames(contents, options))
    frames = tuple(dict.fromkeys(one.frame for one in pair.selected if one is not None))
    if pair.n < FEWEST_CATEGORIES:
        too_few = DataError(gettext("there is one category, and at least two are needed"))
        return DataReading(contents, options, None, tuple(asked), too_few, replaced, frames)
    return DataReading(contents, options, pair, tuple(asked), None, replaced, frames)


def _frames(contents: tuple[Contents, ...], options: ReadOptions) -> tuple[Frame, ...]:
    """Return the tables as far as they can be laid out."""
    frames = []
    for content, side in zip(contents, "PQ", strict=False):
        with suppress(DataError):
            _, table = table_of(content, side, options, [])
            frames.append(lay_out(table, options, []))
    return tuple(frames)
