"""All mistakes in the cells of P, Q and the names, where reading itself ends at the first one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice

import numpy as np

from klscope.files.tables.contents import DataError
from klscope.files.tables.numbers import CellError, read_number, read_numbers
from klscope.files.tables.options import NumberKind, ReadOptions
from klscope.files.tables.selecting import Selected
from klscope.files.weights_text import WeightError, quoted
from klscope.wording import gettext

MOST_MISTAKES = 100
"""The number of mistakes that are listed."""
AT_ONCE = 1000
_FROM_ZERO = {NumberKind.PROBABILITIES, NumberKind.PERCENT, NumberKind.COUNTS}


def mistakes_in(chosen: Sequence[Selected], options: ReadOptions, first: DataError) -> tuple[DataError, ...]:
    """Return the mistakes in the cells of columns, in the order of the table, at most `MOST_MISTAKES`.

    Parameters
    ----------
    chosen
        The columns of P and Q.
    options
        The options for reading them.
    first
        The error with which reading ended; it stands first if it is none of the mistakes found.
    """
    if options.has_samples or first.row is None:
        return (first,)
    one_table = len(chosen) > 1 and chosen[0].frame is chosen[1].frame
    found: list[DataError] = []
    kinds = (options.p_numbers, options.q_numbers)
    for one, kind in zip(chosen, kinds, strict=False):
        beside = [other for other in chosen if other is not one] if one_table else []
        found += islice(_in_numbers(one, beside, kind), MOST_MISTAKES)
        if not (one_table and one is chosen[1]):
            found += islice(_in_names(one, chosen if one_table else [one], options), MOST_MISTAKES)
    found = list({(str(error), error.row, error.column): error for error in found}.values())
    if one_table:
        found.sort(key=lambda error: error.row or 0)
    if not any(error.row == first.row and first.column in (None, error.column) for error in found):
        found.insert(0, first)
    return tuple(found[:MOST_MISTAKES])


def _in_numbers(one: Selected, beside: Sequence[Selected], kind: NumberKind | None) -> Iterator[DataError]:
    """Yield the cells of a column that are not numbers, or are negative where that is not allowed."""
    cells, frame = one.column.cells, one.frame
    if isinstance(cells, np.ndarray):
        return
    for start in range(0, frame.n, AT_ONCE):
        block = cells[start : start + AT_ONCE]
        if kind not in _FROM_ZERO and _are_numbers(block, one):
            continue
        for row, text in enumerate(block, start):
            if not text and not any(_filled(other, row) for other in beside):
                continue  # such rows are left out
            reason = _reason(text, one, kind)
            if reason:
                what = gettext("{place}: {reason}", place=frame.place(row, one.column), reason=reason)
                yield DataError(what, row=row, column=one.column.number)


def _are_numbers(texts: Sequence[str], one: Selected) -> bool:
    try:
        read_numbers(texts, one.frame.decimal)
    except CellError:
        return False
    return True


def _filled(one: Selected, row: int) -> bool:
    return isinstance(one.column.cells, np.ndarray) or bool(one.column.cells[row])


def _reason(text: str, one: Selected, kind: NumberKind | None) -> str:
    try:
        number = read_number(text, one.frame.decimal)
    except WeightError as error:
        return error.what
    if number < 0.0 and kind in _FROM_ZERO:
        return gettext("{number} is negative", number=quoted(text))
    return ""


def _in_names(one: Selected, chosen: Sequence[Selected], options: ReadOptions) -> Iterator[DataError]:
    """Yield the names that are empty or repeated, in rows that are used."""
    frame = one.frame
    if frame.labels is None:
        return
    first: dict[str, int] = {}
    for row, cell in enumerate(frame.labels.cells):
        if not any(_filled(other, row) for other in chosen):
            continue
        name, place = str(cell), frame.places.of(frame.row_numbers[row])
        if not name.strip():
            yield DataError(
                gettext("{place}: a category has no name", place=place), row=row, column=frame.labels.number
            )
        elif name in first and not options.add_duplicates:
            other = frame.places.of(frame.row_numbers[first[name]])
            what = gettext(
                "{place}: the name {name} is already used in {other}", place=place, name=quoted(name), other=other
            )
            yield DataError(what, row=row, column=frame.labels.number)
        first.setdefault(name, row)
