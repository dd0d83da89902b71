"""Reading P and Q from the tables of one file or two: the columns, what their numbers are, and the common categories."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from klscope.files.tables.contents import Contents, DataError, Question
from klscope.files.tables.joining import Joined, added_up, first_duplicate, join, shown
from klscope.files.tables.kinds import Proposal, Values, as_values, not_certain, propose
from klscope.files.tables.numbers import CellError, Numbers, read_numbers
from klscope.files.tables.options import Match, NumberKind, ReadOptions
from klscope.files.tables.samples import count_samples
from klscope.files.tables.selecting import Selected, select
from klscope.files.weights_text import quoted
from klscope.model.comparison import default_labels
from klscope.numerals import shortest
from klscope.theory.distribution import Distribution, FloatArray
from klscope.theory.reading import DistributionError
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
class PairReading:
    """P and Q as read.

    Attributes
    ----------
    labels
        ``n`` names.
    p, q
        The distributions over them.
    p_side, q_side
        How they were read.
    joined
        How the categories were matched; None if P and Q are in one table, or Q is uniform.
    notes
        Sentences about what was assumed, skipped or changed.
    selected
        The columns of P and Q in their tables; None for a uniform Q.
    """

    labels: tuple[str, ...]
    p: Distribution
    q: Distribution
    p_side: SideReading
    q_side: SideReading
    joined: Joined | None
    notes: tuple[str, ...]
    selected: tuple[Selected, Selected | None]

    @property
    def n(self) -> int:
        """The number of categories."""
        return len(self.labels)


@dataclass(frozen=True)
class _Side:
    labels: tuple[str, ...]
    named: bool
    values: Values
    reading: SideReading


def read_pair(contents: Sequence[Contents], options: ReadOptions, asked: list[DataError]) -> PairReading:
    """Read P and Q.

    Parameters
    ----------
    contents
        One file, or two: P and then Q.
    options
        What is said about them; what is not said is proposed by the data.
    asked
        Takes what is ambiguous; the most plausible reading is returned.

    Raises
    ------
    DataError
        The data cannot be read; the message says what and where.
    """
    first, second = select(contents, options, asked)
    notes = [note for content in contents for note in content.notes]
    notes += first.frame.notes
    if second is not None and second.frame is not first.frame:
        notes += second.frame.notes
    if first.frame.heading and not first.frame.by_rows:
        notes.append(gettext("The first line is a heading."))
    chosen = [one for one in (first, second) if one is not None]
    kinds = (options.p_numbers, options.q_numbers)
    if NumberKind.SAMPLES in kinds:
        if any(kind not in (NumberKind.SAMPLES, None) for kind in kinds[: len(chosen)]):
            raise DataError(gettext("samples of one distribution cannot be compared with numbers of the other"))
        sides = _counted(chosen, options, notes)
    else:
        sides = _with_numbers(chosen, options, notes, asked)
    return _pair(sides, chosen, options, notes, asked)


def _counted(chosen: list[Selected], options: ReadOptions, notes: list[str]) -> list[_Side]:
    labels, counts, note = count_samples(
        [one.column.cells for one in chosen], chosen[0].frame.decimal, options.bins
    )
    notes.append(note)
    named = tuple(shown(label) for label in labels)
    return [
        _Side(
            named,
            True,
            Values(weights, NumberKind.COUNTS, float(weights.sum())),
            SideReading(one.where, NumberKind.SAMPLES, "", float(weights.sum())),
        )
        for one, weights in zip(chosen, counts, strict=True)
    ]


def _with_numbers(
    chosen: list[Selected], options: ReadOptions, notes: list[str], asked: list[DataError]
) -> list[_Side]:
    kept = _rows_with_numbers(chosen, notes)
    sides = []
    for one, asked_kind in zip(chosen, (options.p_numbers, options.q_numbers), strict=False):
        rows = kept if len(chosen) == 1 or chosen[0].frame is chosen[-1].frame else _rows_with_numbers([one], notes)
        numbers = _numbers(one, rows)
        proposal = propose(numbers, one.column.head) if asked_kind is None else Proposal(asked_kind, "", True)
        if not proposal.is_certain:
            asked.append(not_certain(proposal, one.where))
        sides.append(_side(one, rows, numbers, proposal, options, notes))
    if options.temperature != 1.0 and all(side.values.kind is not NumberKind.LOGITS for side in sides):
        raise DataError(gettext("a temperature is for logits"), gettext("leave it out, or say that they are logits"))
    return sides


def _rows_with_numbers(chosen: list[Selected], notes: list[str]) -> Sequence[int]:
    """Return the rows of a table in which at least one of the columns has a content."""
    n = chosen[0].frame.n
    texts = [one.column.cells for one in chosen if not isinstance(one.column.cells, np.ndarray)]
    if not texts or any(len(column) != n for column in texts):
        return range(n)
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
                    place=one.where + ", " + one.frame.place(int(bad[0]), one.column),
                    number=str(values[bad[0]]),
                ),
                row=int(bad[0]),
            )
        with np.errstate(invalid="ignore"):
            whole = bool(np.all(values == np.floor(values))) and cells.dtype.kind in "biu"
        return Numbers(values, False, whole)
    try:
        return read_numbers([cells[k] for k in rows] if len(rows) < len(cells) else cells, one.frame.decimal)
    except CellError as error:
        row = rows[error.index]
        what = gettext("{place}: {reason}", place=one.frame.place(row, one.column), reason=error.what)
        raise DataError(what, error.remedy, row=row, column=one.column.number) from None


def _side(
    one: Selected,
    rows: Sequence[int],
    numbers: Numbers,
    proposal: Proposal,
    options: ReadOptions,
    notes: list[str],
) -> _Side:
    kind = proposal.kind
    try:
        values = as_values(numbers, kind, options.temperature, one.where)
    except DataError as error:
        if error.row is not None:
            row = rows[error.row]
            raise DataError(
                f"{one.frame.place(row, one.column)}: {error.what}", error.remedy, error.question, row, one.column.number
            ) from None
        raise
    frame = one.frame
    if frame.labels is None:
        labels: tuple[str, ...] = default_labels(len(rows))
    else:
        labels = tuple(_label(frame.labels.cells[k], one, k) for k in rows)
    twice = first_duplicate(labels)
    weights = values.weights
    if twice is not None:
        if not options.add_duplicates:
            first = labels.index(labels[twice])
            raise DataError(
                gettext(
                    "{place}: {name} is also the name of {other}",
                    place=frame.place(rows[twice], one.column) if frame.by_rows else frame.places.of(frame.row_numbers[rows[twice]]),
                    name=quoted(labels[twice]),
                    other=frame.places.of(frame.row_numbers[rows[first]]),
                ),
                gettext("rename one, or have their numbers added"),
                Question.DUPLICATES,
                rows[twice],
            )
        before = len(labels)
        labels, weights = added_up(labels, weights, kind.is_logarithmic)
        notes.append(gettext("{count} duplicates are added up.", count=before - len(labels)))
    values = replace(values, weights=weights)
    if options.rest:
        labels, values = _with_rest(labels, values, one.where)
    reading = SideReading(one.where, kind, proposal.reason, values.total)
    return _Side(labels, frame.labels is not None, values, reading)


def _label(cell: object, one: Selected, row: int) -> str:
    text = shown(str(cell))
    if not text.strip():
        raise DataError(
            gettext("{place}: a category has no name", place=one.frame.places.of(one.frame.row_numbers[row])),
            gettext("give it one"),
            row=row,
        )
    return text


def _with_rest(labels: tuple[str, ...], values: Values, where: str) -> tuple[tuple[str, ...], Values]:
    """Add a category with what is missing from 1."""
    whole = 100.0 if values.kind is NumberKind.PERCENT else 1.0
    if values.kind in (NumberKind.COUNTS, NumberKind.LOGITS):
        raise DataError(
            gettext("{where}: the numbers are {kind}, so nothing is missing from 1", where=where, kind=values.kind.value),
            gettext("leave the rest out, or say that they are probabilities"),
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


def _pair(
    sides: list[_Side], chosen: list[Selected], options: ReadOptions, notes: list[str], asked: list[DataError]
) -> PairReading:
    p = sides[0]
    if options.add:
        if all(side.values.kind is not NumberKind.COUNTS for side in sides):
            raise DataError(gettext("only counts can have a number added"), gettext("say that they are counts"))
        notes.append(gettext("{number} is added to each count.", number=shortest(options.add)))
    if len(sides) == 1:
        notes.append(gettext("Q is uniform."))
        labels, joined = p.labels, None
        weights = [_added(p.values, p.values.weights, options)]
    else:
        labels, joined, weights = _joined(sides, chosen, options, notes)
    if len(labels) < 2:
        asked.append(DataError(gettext("there is one category, and at least two are needed")))
    p_distribution = _distribution(weights[0], p.values.kind, "P", notes)
    if len(sides) == 1:
        q_distribution, q_reading = Distribution.uniform(len(labels)), SideReading(gettext("uniform"), None)
    else:
        q_distribution = _distribution(weights[1], sides[1].values.kind, "Q", notes)
        q_reading = sides[1].reading
    second = chosen[1] if len(chosen) > 1 else None
    return PairReading(
        labels, p_distribution, q_distribution, p.reading, q_reading, joined, tuple(notes), (chosen[0], second)
    )


def _added(values: Values, weights: FloatArray, options: ReadOptions) -> FloatArray:
    return weights + options.add if values.kind is NumberKind.COUNTS else weights


def _joined(
    sides: list[_Side], chosen: list[Selected], options: ReadOptions, notes: list[str]
) -> tuple[tuple[str, ...], Joined | None, list[FloatArray]]:
    p, q = sides
    one_table = chosen[0].frame is chosen[1].frame
    match = options.match
    if match is None:
        match = Match.LABEL if p.named and q.named else Match.POSITION
        if p.named is not q.named and not one_table:
            notes.append(gettext("P and Q are matched by position."))
    if match is not Match.POSITION and not (p.named and q.named):
        raise DataError(
            gettext("{side} has no names to match by", side="Q" if p.named else "P"),
            gettext("match by position"),
            Question.MATCH,
        )
    labels = q.labels if match is Match.POSITION and q.named and not p.named else p.labels
    joined = join(labels, labels if match is Match.POSITION and len(labels) == len(q.labels) else q.labels, match)
    weights = []
    for side, places in ((p, joined.p_places), (q, joined.q_places)):
        absent = -np.inf if side.values.kind.is_logarithmic else 0.0
        here = np.where(places >= 0, side.values.weights[places], absent)
        weights.append(_added(side.values, here, options))
    if not one_table and match is not Match.POSITION:
        notes.append(_of_join(joined))
    return joined.labels, joined if not one_table else None, weights


def _of_join(joined: Joined) -> str:
    """Return a sentence on how many categories were joined."""
    only_p, only_q = len(joined.only_in_p), len(joined.only_in_q)
    parts = [gettext("{count} joined", count=len(joined.labels) - only_p - only_q)]
    if only_p:
        parts.append(gettext("{count} only in P", count=only_p))
    if only_q:
        parts.append(gettext("{count} only in Q", count=only_q))
    sentence = " · ".join(parts) + "."
    if joined.folded:
        sentence += " " + ngettext(
            "{count} name differs only in case or blanks.",
            "{count} names differ only in case or blanks.",
            count=joined.folded,
        )
    return sentence


def _distribution(weights: FloatArray, kind: NumberKind, side: str, notes: list[str]) -> Distribution:
    try:
        if kind.is_logarithmic:
            return Distribution.from_log_probabilities(weights, side)
        return Distribution.from_weights(weights, side)
    except DistributionError as error:
        raise DataError(str(error)) from None
