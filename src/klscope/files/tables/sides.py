"""The numbers of P and Q over their own categories, before they are joined."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

import numpy as np

from klscope.files.spreadsheet_cells import are_escaped, unescaped
from klscope.files.tables.contents import LONGEST_LABEL, DataError, Question
from klscope.files.tables.grid import QUOTING
from klscope.files.tables.joining import added_up, first_duplicate, shown
from klscope.files.tables.kinds import Proposal, check_base, not_certain, propose
from klscope.files.tables.number_text import NEAR_ONE
from klscope.files.tables.numbers import CellError, Numbers, read_numbers
from klscope.files.tables.options import NumberKind, ReadOptions
from klscope.files.tables.samples import count_samples
from klscope.files.tables.selecting import Selected
from klscope.files.tables.totals import has_total
from klscope.files.tables.values import Values, as_values, check_used
from klscope.files.weights_text import quoted
from klscope.model.comparison import default_labels
from klscope.numerals import shortest
from klscope.theory.distribution import FloatArray
from klscope.wording import gettext, ngettext


@dataclass(frozen=True)
class SideReading:
    """How P or Q was read.

    Attributes
    ----------
    where
        The file and the column, or "uniform".
    kind
        What the numbers are; None for a uniform Q.
    reason
        Why they are taken for this kind; empty if the options say it.
    total
        The sum before normalising, of percentages in percent.
    """

    where: str
    kind: NumberKind | None
    reason: str = ""
    total: float = 1.0


@dataclass(frozen=True)
class SideValues:
    """The numbers of P or Q over its own categories.

    Attributes
    ----------
    labels
        ``n`` names, the default ones where the table has none.
    named
        Whether the table has names.
    values
        Weights or log-probabilities, shape ``(n,)``.
    reading
        How they were read.
    """

    labels: tuple[str, ...]
    named: bool
    values: Values
    reading: SideReading


def count_sides(chosen: list[Selected], options: ReadOptions, notes: list[str]) -> list[SideValues]:
    """Count the samples of columns over common categories; sentences about it are appended to ``notes``."""
    labels, counts, note = count_samples([one.column.cells for one in chosen], chosen[0].frame.decimal, options.bins)
    notes.append(note)
    named = tuple(shown(label) for label in labels)
    return [
        SideValues(
            named,
            True,
            Values(weights, NumberKind.COUNTS, float(weights.sum())),
            SideReading(one.where, NumberKind.SAMPLES, "", float(weights.sum())),
        )
        for one, weights in zip(chosen, counts, strict=True)
    ]


def read_sides(
    chosen: list[Selected], options: ReadOptions, notes: list[str], asked: list[DataError]
) -> list[SideValues]:
    """Read the numbers of columns; sentences are appended to ``notes``, and open questions to ``asked``."""
    one_table = len(chosen) == 1 or chosen[0].frame is chosen[1].frame
    shared = _rows_with_numbers(chosen, notes) if one_table else ()
    rows = [shared if one_table else _rows_with_numbers([one], notes) for one in chosen]
    numbers = [_numbers(one, these) for one, these in zip(chosen, rows, strict=True)]
    asked_kinds = (options.p_numbers, options.q_numbers)[: len(chosen)]
    proposals = [
        propose(these, one.column.head) if kind is None else Proposal(kind, "", True)
        for these, one, kind in zip(numbers, chosen, asked_kinds, strict=True)
    ]
    if one_table and asked_kinds in ((None, None), (None,)):
        doubtful = next((proposal for proposal in proposals if not proposal.is_certain), None)
        proposals = proposals if doubtful is None else [doubtful] * len(proposals)  # columns of a table are alike
        percent = next((proposal for proposal in proposals if proposal.kind is NumberKind.PERCENT), None)
        if percent is not None:  # with letters left out, one of two columns of percent may sum to 97
            scaled = [float(these.values.sum()) > 2.0 for these in numbers]
            proposals = [
                percent if one.kind is NumberKind.PROBABILITIES and is_scaled else one
                for one, is_scaled in zip(proposals, scaled, strict=True)
            ]
    given = next((kind for kind in asked_kinds if kind is not None and kind.is_logarithmic), None)
    sides = []
    for one, these, found, proposal in zip(chosen, rows, numbers, proposals, strict=True):
        if not proposal.is_certain:
            asked.append(not_certain(proposal, one.where))
        elif one_table and given is not None and None in asked_kinds and not _is_normalised(found, proposal.kind):
            alike = Proposal(given, gettext("those of the other column are {kind}", kind=given.value), False)
            asked.append(not_certain(alike, one.where, Question.BOTH_NUMBERS))
        sides.append(_side(one, these, found, proposal, options, notes))
    check_used(options, [side.values.kind for side in sides])
    return sides


def _is_normalised(numbers: Numbers, kind: NumberKind) -> bool:
    """Return whether numbers are of a logarithmic kind, or probabilities or percent by their sum."""
    total = float(numbers.values.sum())
    return kind.is_logarithmic or kind is NumberKind.PERCENT or abs(total - 1.0) <= NEAR_ONE


def _rows_with_numbers(chosen: list[Selected], notes: list[str]) -> Sequence[int]:
    """Return the rows of a table in which at least one of the columns has a content."""
    n = chosen[0].frame.n
    texts = [one.column.cells for one in chosen if not isinstance(one.column.cells, np.ndarray)]
    if len(texts) < len(chosen) or any(len(column) != n or "" not in column for column in texts):
        return range(n)  # an array has no empty cell, and none is empty in all if one has none
    empty = [k for k in range(n) if not any(column[k] for column in texts)]
    if not empty:
        return range(n)
    left_out = set(empty)
    notes.append(
        ngettext(
            "{count} category without a number is left out.",
            "{count} categories without a number are left out.",
            count=len(empty),
        )
    )
    return [k for k in range(n) if k not in left_out]


def _numbers(one: Selected, rows: Sequence[int]) -> Numbers:
    cells = one.column.cells
    if isinstance(cells, np.ndarray):
        values = np.asarray(cells, dtype=np.float64)
        bad = np.flatnonzero(np.isnan(values) | (values == np.inf))
        if bad.size:
            raise DataError(
                gettext(
                    "{place}: {number} is not a finite number",
                    place=one.place(int(bad[0])),
                    number=str(values[bad[0]]),
                ),
                row=int(bad[0]),
            )
        with np.errstate(invalid="ignore"):
            whole = bool(np.all(values == np.floor(values))) and cells.dtype.kind in "biu"
        return Numbers(values, False, whole)
    try:
        numbers = read_numbers([cells[k] for k in rows] if len(rows) < len(cells) else cells, one.frame.decimal)
    except CellError as error:
        row = rows[error.index]
        what = gettext("{place}: {reason}", place=one.place(row), reason=error.what)
        raise DataError(what, error.remedy, row=row, column=one.column.number) from None
    if numbers.unlike is not None:
        row = rows[numbers.unlike]
        what = gettext(
            "{place}: {text} has no percent sign, and others have", place=one.place(row), text=quoted(cells[row])
        )
        raise DataError(
            what, gettext("write a percent sign after each number, or after none"), row=row, column=one.column.number
        )
    return numbers


def _side(
    one: Selected,
    rows: Sequence[int],
    numbers: Numbers,
    proposal: Proposal,
    options: ReadOptions,
    notes: list[str],
) -> SideValues:
    kind = proposal.kind
    try:
        check_base(kind, one.column.head)
        values = as_values(numbers, kind, options.temperature)
    except DataError as error:
        if error.row is None:
            raise error.within(one.where) from None
        row = rows[error.row]
        what = f"{one.place(row)}: {error.what}"
        raise DataError(what, error.remedy, error.question, row, one.column.number) from None
    frame = one.frame
    if frame.labels is None:
        labels: tuple[str, ...] = _default_labels(len(rows))
    else:
        labels = _labels(frame.labels.cells, rows, one)
        if frame.separator in QUOTING and are_escaped(labels):
            labels = tuple(unescaped(label).strip() for label in labels)
            note = gettext("Apostrophes that keep spreadsheets from running names are left out.")
            notes += [] if note in notes else [note]
    twice = None if frame.labels is None else first_duplicate(labels)
    weights = values.weights
    if twice is not None:
        if not options.add_duplicates:
            first = labels.index(labels[twice])
            raise DataError(
                gettext(
                    "{place}: the name {name} is already used in {other}",
                    place=f"{one.source}: {frame.place_of_label(rows[twice])}",
                    name=quoted(labels[twice]),
                    other=frame.place_of_label(rows[first]),
                ),
                gettext("rename one, or add their numbers up"),
                Question.DUPLICATES,
                rows[twice],
            )
        before = len(labels)
        labels, weights = added_up(labels, weights, kind.is_logarithmic)
        notes.append(
            ngettext(
                "{count} repeated name is added up.", "{count} repeated names are added up.", count=before - len(labels)
            )
        )
    if not kind.is_logarithmic and has_total(labels, weights):
        note = gettext("{name} is the sum of the others, and is read as a category.", name=quoted(labels[-1]))
        notes += [] if note in notes else [note]
    values = replace(values, weights=weights)
    if options.rest:
        labels, values = _with_rest(labels, values, one.where)
    reading = SideReading(one.where, kind, proposal.reason, values.total)
    return SideValues(labels, frame.labels is not None, values, reading)


@lru_cache(maxsize=1)
def _default_labels(count: int) -> tuple[str, ...]:
    """Return the labels that P and Q without names share."""
    return default_labels(count)


def _labels(cells: Sequence[str] | FloatArray, rows: Sequence[int], one: Selected) -> tuple[str, ...]:
    texts = tuple(str(cells[k]) for k in rows)
    joined = "".join(texts)
    if (
        joined.isascii()
        and joined.isprintable()
        and max(map(len, texts)) <= LONGEST_LABEL
        and all(map(str.strip, texts))
    ):
        return texts
    return tuple(_label(text, one, k) for text, k in zip(texts, rows, strict=True))


def _label(cell: object, one: Selected, row: int) -> str:
    text = shown(str(cell))
    if not text.strip():
        raise DataError(
            gettext("{place}: a category has no name", place=f"{one.source}: {one.frame.place_of_label(row)}"),
            gettext("give it one"),
            row=row,
        )
    return text


def _with_rest(labels: tuple[str, ...], values: Values, where: str) -> tuple[tuple[str, ...], Values]:
    """Add a category with what is missing from 1."""
    whole = 100.0 if values.kind is NumberKind.PERCENT else 1.0
    if values.kind in (NumberKind.COUNTS, NumberKind.LOGITS):
        raise DataError(
            gettext("{where}: what is missing from 1 is known only for probabilities", where=where),
            gettext("leave the rest out, or say that the numbers are probabilities"),
            Question.NUMBERS,
        )
    missing = whole - values.total
    if missing < -1e-9 * whole:
        raise DataError(
            gettext("{where}: the sum is {total}, so nothing is missing", where=where, total=shortest(values.total)),
            gettext("leave the rest out"),
        )
    name = gettext("rest")
    if name in labels:
        raise DataError(gettext("{where}: there is a category {name} already", where=where, name=quoted(name)))
    share = max(missing, 0.0) * (float(values.weights.sum()) / values.total if not values.kind.is_logarithmic else 1.0)
    with np.errstate(divide="ignore"):
        weight = np.log(share) if values.kind.is_logarithmic else share
    return (*labels, name), replace(values, weights=np.append(values.weights, weight), total=whole)
