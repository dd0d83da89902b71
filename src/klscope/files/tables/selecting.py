"""The choice of the columns of a table, or of the arrays of a file, that are P and Q."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from klscope.files.tables.columns import are_p_and_q
from klscope.files.tables.contents import (
    Contents,
    DataError,
    Question,
    Table,
    errors_within,
)
from klscope.files.tables.frames import Column, Frame, column_named, find_column, listed
from klscope.files.tables.layout import lay_out
from klscope.files.tables.matrix_pairs import frames_of_matrix
from klscope.files.tables.options import ReadOptions
from klscope.files.tables.table_choice import chosen_keys, chosen_sheet, named_table, which_keys
from klscope.files.weights_text import quoted
from klscope.model.comparison import Side
from klscope.wording import gettext

LABELS = -1
"""The position of the names among the columns of a table."""


@dataclass(frozen=True)
class Selected:
    """A column that is P or Q.

    Attributes
    ----------
    frame
        The table of the column.
    column
        The column.
    source
        The file, and the sheet or array in it.
    """

    frame: Frame
    column: Column
    source: str

    @property
    def where(self) -> str:
        """The file and the column, as a message says them."""
        if len(self.frame.columns) == 1 and not self.column.head:
            return self.source
        if self.frame.by_rows:
            name = self.column.head or str(self.position)
            return gettext("{source}, row {name}", source=self.source, name=quoted(name) if self.column.head else name)
        name = quoted(self.column.head) if self.column.head else str(self.column.number)
        return gettext("{source}, column {name}", source=self.source, name=name)

    def place(self, row: int) -> str:
        """Return the file and where the cell of a category stands in it, as a message says them."""
        return f"{self.source}: {self.frame.place(row, self.column)}"

    @property
    def position(self) -> int:
        """The position among the columns of the table, from 1."""
        return 1 + self.frame.columns.index(self.column)


def select(
    contents: Sequence[Contents], options: ReadOptions, asked: list[DataError]
) -> tuple[Selected, Selected | None]:
    """Return the columns of P and Q; None for Q if there is one column, and Q is uniform.

    Parameters
    ----------
    contents
        One file, or two: P and then Q.
    options
        The options for reading them.
    asked
        A list to which ambiguities are appended; the first candidates are returned.

    Raises
    ------
    DataError
        The tables do not have what the options name, or no numbers.
    """
    if len(contents) == 2:
        first, second = (table_of(one, side, options, asked) for one, side in zip(contents, Side, strict=True))
        return _one(*first, Side.P, options, asked), _one(*second, Side.Q, options, asked)
    content = contents[0]
    arrays = not content.are_sheets and len(content.tables) > 1
    if arrays or options.p_key is not None or options.q_key is not None:
        names = chosen_keys(content, options, asked)
        p, q = ((f"{content.source}, {name}", content.tables[name]) for name in names)
        if names[0] == names[1]:
            return _both(*p, options, asked)
        return _one(*p, Side.P, options, asked), _one(*q, Side.Q, options, asked)
    return _both(*table_of(content, Side.P, options, asked), options, asked)


def table_of(content: Contents, side: Side, options: ReadOptions, asked: list[DataError]) -> tuple[str, Table]:
    """Return the table of a file that is asked for, or its only one."""
    tables = content.tables
    if content.are_sheets:
        name = chosen_sheet(content, options, asked)
    else:
        key = options.p_key if side is Side.P else options.q_key
        if key is not None:
            name = named_table(key, content, Question.KEYS)
        else:
            name = next((known for known in tables if known.lower() == side.value.lower()), next(iter(tables)))
            if len(tables) > 1 and name.lower() != side.value.lower():
                asked.append(which_keys(content))
    table = tables[name]
    return (f"{content.source}, {name}" if name and len(tables) > 1 else content.source), table


def candidates(frame: Frame, options: ReadOptions) -> list[int]:
    """Return the positions of the columns of a table that may be P or Q."""
    samples = options.has_samples
    return list(range(len(frame.columns))) if samples else list(frame.numeric)


def _asked_for(frame: Frame, side: Side, options: ReadOptions) -> int | None:
    """Return the position of the column that the options name for a side; None if they name none."""
    column, row = (options.p_column, options.p_row) if side is Side.P else (options.q_column, options.q_row)
    question = Question.P_COLUMN if side is Side.P else Question.Q_COLUMN
    if row is not None and frame.by_rows:
        ordinals = {k: Column(one.head, k + 1, ()) for k, one in enumerate(frame.columns)}
        return find_column(row, ordinals, Question.ROWS)
    if column is None:
        return None
    known = dict(enumerate(frame.columns))
    if frame.labels is not None and column_named(column, {**known, LABELS: frame.labels}) == LABELS:
        raise DataError(
            gettext("column {name} names the categories", name=quoted(column)),
            gettext("choose another column"),
            question,
        )
    return find_column(column, known, question)


def _one(source: str, table: Table, side: Side, options: ReadOptions, asked: list[DataError]) -> Selected:
    """Return the one column of a table that is P or Q."""
    frame = _laid_out(source, table, _for_side(options, side), asked)
    with errors_within(source):
        position = _asked_for(frame, side, options)
    if position is None:
        possible = candidates(frame, options)
        if not possible:
            raise _no_numbers(frame, source)
        headed = [k for k in possible if frame.columns[k].head.lower() == side.value.lower()]
        if len(possible) > 1 and len(headed) != 1:
            asked.append(_which_column(frame, possible, source, side))
        position = (headed or possible)[0]
    return Selected(frame, frame.columns[position], source)


def _laid_out(source: str, table: Table, options: ReadOptions, asked: list[DataError]) -> Frame:
    """Lay out a table; errors and questions begin with its name."""
    questions: list[DataError] = []
    with errors_within(source):
        frame = lay_out(table, options, questions)
    asked += [question.within(source) for question in questions]
    return frame


def _for_side(options: ReadOptions, side: Side) -> ReadOptions:
    """Return the options for a file that holds one side, without what names columns of the other file."""
    if side is Side.P:
        return replace(options, q_column=None, q_row=None)
    return replace(options, p_column=None, p_row=None)


def _both(source: str, table: Table, options: ReadOptions, asked: list[DataError]) -> tuple[Selected, Selected | None]:
    """Return the columns of a table that are P and Q."""
    frame = _laid_out(source, table, options, asked)
    if options.pair is not None:
        with errors_within(source):
            first, second = frames_of_matrix(frame, options.pair)
        return Selected(first, first.columns[0], source), Selected(second, second.columns[-1], source)
    possible = candidates(frame, options)
    with errors_within(source):
        p, q = _asked_for(frame, Side.P, options), _asked_for(frame, Side.Q, options)
    if not possible and p is None and q is None:
        raise _no_numbers(frame, source)
    if p is None and q is None:
        p, q = _pair_of(frame, possible, source, asked)
    elif p is None:
        others = [k for k in possible if k != q]
        if len(others) != 1:
            asked.append(_which_column(frame, others, source, Side.P))
        p = others[0] if others else q
    assert p is not None
    chosen = [None if k is None else Selected(frame, frame.columns[k], source) for k in (p, q)]
    assert chosen[0] is not None
    return chosen[0], chosen[1]


def _pair_of(frame: Frame, possible: list[int], source: str, asked: list[DataError]) -> tuple[int, int | None]:
    """Return the columns headed P and Q, else the only two, or the only one."""
    heads = {frame.columns[k].head.strip().lower(): k for k in possible}
    if "p" in heads and "q" in heads and are_p_and_q(heads):
        return heads["p"], heads["q"]
    if len(possible) == 1:
        return possible[0], None
    if len(possible) > 2:
        asked.append(_which_column(frame, possible, source, None))
    first, second = possible[:2]
    if frame.columns[first].head.strip().lower() == "q" or frame.columns[second].head.strip().lower() == "p":
        first, second = second, first
    return first, second


def _which_column(frame: Frame, possible: list[int], source: str, side: Side | None) -> DataError:
    by_rows = frame.by_rows
    names = listed(frame.columns[k].head or str(k + 1 if by_rows else frame.columns[k].number) for k in possible)
    if by_rows:
        what = gettext(
            "{source}: there are {count} rows of numbers: {names}", source=source, count=len(possible), names=names
        )
    else:
        what = gettext(
            "{source}: there are {count} columns of numbers: {names}", source=source, count=len(possible), names=names
        )
    if side is None:
        return DataError(what, gettext("choose P and Q"), Question.ROWS if by_rows else Question.COLUMNS)
    question = Question.ROWS if by_rows else Question.P_COLUMN if side is Side.P else Question.Q_COLUMN
    return DataError(what, gettext("choose {side}", side=side.value), question)


def _no_numbers(frame: Frame, source: str) -> DataError:
    if frame.columns or frame.labels is not None:
        return DataError(
            gettext("{source}: there is no column of numbers", source=source),
            gettext("if the values are samples to be counted, say so"),
            Question.NUMBERS,
        )
    return DataError(gettext("{source}: there is nothing to read", source=source))
