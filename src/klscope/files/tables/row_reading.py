"""The choice between one pair and a pair for each row, and of the kind of the numbers in the rows."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from klscope.files.tables.array_layout import rows_sum_to_1
from klscope.files.tables.contents import Contents, DataError, NumberTable, Question, Table
from klscope.files.tables.kinds import Extent, not_certain, propose_for
from klscope.files.tables.options import Match, NumberKind, ReadOptions
from klscope.files.tables.row_pairs import CELLS_AT_ONCE, RowPairs
from klscope.files.tables.selecting import table_of
from klscope.files.tables.table_choice import chosen_keys
from klscope.files.tables.values import check_used
from klscope.model.comparison import Side
from klscope.wording import gettext

FEWEST_ROWS = 3
"""The number of rows from which on an array is a table of pairs; two rows are P and Q."""


def row_pairs(
    contents: Sequence[Contents], options: ReadOptions, asked: list[DataError], kept: Side | None = None
) -> RowPairs | None:
    """Return the pairs of the rows of arrays; None if the contents are not arrays of many rows, or one row is chosen.

    Parameters
    ----------
    contents
        One file or two: an array of shape ``(rows, n)`` as P, or two, or the classes that happened and Q.
    options
        The options for reading them.
    asked
        A list to which the question is appended what the numbers are.
    kept
        The side that is the present distribution rather than a file, if one is: it is no list of classes.

    Raises
    ------
    DataError
        The arrays do not fit each other, or the options name a table that there is not, or ask for what is done to one
        pair alone.
    """
    chosen = (options.p_row, options.q_row, options.p_column, options.q_column, options.pair)
    if any(one is not None for one in chosen):
        return None
    tables = _tables(contents, options)
    if not tables or not all(isinstance(table, NumberTable) for _, table in tables):
        return None
    arrays = [table for _, table in tables if isinstance(table, NumberTable)]
    p, q = arrays[0], arrays[1] if len(arrays) > 1 else None
    wide = [array for array in arrays if array.values.ndim == 2]
    if not wide or min(len(array.values) for array in arrays) < FEWEST_ROWS or wide[-1].values.shape[1] < 2:
        return None
    is_unnamed = q is None and p.labels is None and p.row_names is None
    if is_unnamed and p.values.shape[1] == 2 and not rows_sum_to_1(p.values):
        return None  # two columns, P and Q
    if q is not None and q.values.ndim == 1:
        return None
    if options.q_numbers is NumberKind.SAMPLES or (p.values.ndim == 2 and options.p_numbers is NumberKind.SAMPLES):
        return None  # to be counted
    if q is not None and p.values.ndim == 1 and (kept is Side.P or not _are_classes(p, q, options)):
        return None
    _refuse_what_is_for_one_pair(options)
    if q is not None and options.match is None:
        _refuse_other_names(p, q)
    kinds = [
        _kind(array, given, source, asked)
        for array, given, (source, _) in zip(arrays, (options.p_numbers, options.q_numbers), tables, strict=False)
    ]
    check_used(options, kinds)
    source = " · ".join(dict.fromkeys(content.source for content in contents))
    second = kinds[1] if len(kinds) > 1 else None
    return RowPairs(p, q, kinds[0], second, options.temperature, options.add, source=source)


def without_what_is_for_one_pair(options: ReadOptions) -> ReadOptions:
    """Return the options without those that `row_pairs` refuses."""
    return options.changed(rest=False, leave_out_empty=False, match=None)


def _refuse_what_is_for_one_pair(options: ReadOptions) -> None:
    remedy = gettext("leave it out, or choose one row for P and one for Q")
    if options.rest:
        raise DataError(gettext("what is missing from 1 can be added to one pair, not to many rows"), remedy)
    if options.leave_out_empty:
        raise DataError(gettext("categories can be left out of one pair, not of many rows"), remedy)
    if options.match not in (None, Match.POSITION):
        raise DataError(
            gettext("the categories of many rows are matched by position alone"),
            gettext("match by position"),
            Question.MATCH,
        )


def _refuse_other_names(p: NumberTable, q: NumberTable) -> None:
    remedy = gettext("match by position")
    if p.values.ndim == 2 and None not in (p.labels, q.labels) and p.labels != q.labels:
        raise DataError(
            gettext("the categories of P and of Q have other names, or another order"), remedy, Question.MATCH
        )
    if None not in (p.row_names, q.row_names) and p.row_names != q.row_names:
        raise DataError(gettext("the rows of P and of Q have other names, or another order"), remedy, Question.MATCH)


def _tables(contents: Sequence[Contents], options: ReadOptions) -> list[tuple[str, Table]]:
    """Return the tables of P and Q, or that of P alone; none if it is not clear which they are."""
    questions: list[DataError] = []
    content = contents[0]
    if any(one.are_sheets or not one.tables for one in contents):
        return []
    if len(contents) == 2:
        found = [table_of(one, side, options, questions) for one, side in zip(contents, Side, strict=True)]
    elif len(content.tables) > 1 or options.p_key is not None or options.q_key is not None:
        names = dict.fromkeys(chosen_keys(content, options, questions))
        found = [(f"{content.source}, {name}", content.tables[name]) for name in names]
    else:
        found = [(content.source, table) for table in content.tables.values()]
    return [] if questions else found


def _are_classes(p: NumberTable, q: NumberTable, options: ReadOptions) -> bool:
    """Return whether a list of numbers is the class that happened in each row of Q, rather than one distribution."""
    if options.p_numbers not in (None, NumberKind.SAMPLES) or len(p.values) != len(q.values):
        return False
    classes = np.asarray(p.values[:])
    numbers = classes[~np.isnan(classes)] if classes.dtype.kind == "f" else classes
    if not (np.isfinite(numbers).all() and (numbers == np.floor(numbers)).all()):
        return False
    n = q.values.shape[1]
    could_be_counts = options.p_numbers is None and n == len(numbers)
    return not could_be_counts or bool(((numbers >= 0) & (numbers < n)).all())


def _kind(table: NumberTable, given: NumberKind | None, where: str, asked: list[DataError]) -> NumberKind:
    """Return the kind of the numbers in all rows; a question is appended to ``asked`` if it is unclear."""
    if table.values.ndim == 1:
        return NumberKind.SAMPLES
    if given is not None:
        return given
    rows, n = table.values.shape
    step = max(1, CELLS_AT_ONCE // n)
    extent = None
    for start in range(0, rows, step):
        found = Extent.of(np.asarray(table.values[start : start + step], dtype=np.float64))
        extent = found if extent is None else extent.joined(found)
        if extent is not None and extent.are_logits:
            break  # whatever the other rows hold
    if extent is None:
        raise DataError(gettext("no row is a distribution")).within(where)
    proposal = propose_for(extent, where, whole=table.values.dtype.kind in "biu")
    if not proposal.is_certain:
        asked.append(not_certain(proposal, where))
    return proposal.kind
