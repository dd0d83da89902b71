"""Reading of P and Q from the tables of one file or two, over common categories."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from klscope.files.tables.contents import Contents, DataError, Places, Question
from klscope.files.tables.joining import Joined, join
from klscope.files.tables.options import Match, NumberKind, ReadOptions
from klscope.files.tables.selecting import Selected, select
from klscope.files.tables.sides import SideReading, SideValues, count_sides, read_sides
from klscope.files.tables.values import distribution_of, with_added
from klscope.files.weights_text import quoted
from klscope.model.comparison import Comparison, Side
from klscope.numerals import shortest
from klscope.theory.distribution import Distribution, FloatArray
from klscope.wording import gettext, mark, ngettext, translated

_INFINITE = mark("KL(P‖Q) is ∞, because Q gives probability 0 to what is only in P.")
_HEADING, UNIFORM = mark("The first line is a heading."), mark("Q is uniform.")


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

    def comparison(self) -> Comparison:
        """Return labels, P and Q, with these data as their origin."""
        p, q = self.selected
        sources = dict.fromkeys([p.source, p.source if q is None else q.source])
        return Comparison(self.labels, self.p, self.q).originating(" · ".join(sources))

    @property
    def n(self) -> int:
        """The number of categories."""
        return len(self.labels)


def further_notes(pair: PairReading) -> tuple[str, ...]:
    """Return the notes on what choices and counts do not show: without the heading, the uniform Q, and the join."""
    shown = {translated(_HEADING), translated(UNIFORM), translated(_INFINITE)}
    if pair.joined is not None:
        shown.add(_of_join(pair.joined))
    return tuple(note for note in pair.notes if note not in shown)


def read_pair(contents: Sequence[Contents], options: ReadOptions, asked: list[DataError]) -> PairReading:
    """Read P and Q.

    Parameters
    ----------
    contents
        One file, or two: P and then Q.
    options
        The options for reading them; where one is None, the data decide.
    asked
        A list to which ambiguities are appended; the most plausible reading is returned.

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
    if first.frame.heading and not first.frame.by_rows and first.frame.places is not Places.ITEMS:
        notes.append(translated(_HEADING))
    chosen = [one for one in (first, second) if one is not None]
    if options.has_samples:
        kinds = (options.p_numbers, options.q_numbers)
        if any(kind not in (NumberKind.SAMPLES, None) for kind in kinds[: len(chosen)]):
            raise DataError(
                gettext("samples of one distribution cannot be compared with numbers of the other"),
                gettext("give samples for both"),
            )
        sides = count_sides(chosen, options, notes)
    else:
        sides = read_sides(chosen, options, notes, asked)
    return _pair(sides, chosen, options, notes, asked)


def _pair(
    sides: list[SideValues], chosen: list[Selected], options: ReadOptions, notes: list[str], asked: list[DataError]
) -> PairReading:
    p = sides[0]
    if options.add:
        notes.append(gettext("{number} is added to each count.", number=shortest(options.add)))
    if len(sides) == 1:
        notes.append(translated(UNIFORM))
        labels, joined = p.labels, None
        weights = [with_added(p.values.weights, p.values.kind, options.add)]
    else:
        labels, joined, weights = _joined(sides, chosen, options, notes)
    empty = _empty_in_both(weights, sides)
    if options.leave_out_empty and empty.any() and not empty.all():
        notes.append(
            ngettext(
                "{count} category that is 0 in P and Q is left out.",
                "{count} categories that are 0 in P and Q are left out.",
                count=int(empty.sum()),
            )
        )
        labels = tuple(label for label, is_empty in zip(labels, empty.tolist(), strict=True) if not is_empty)
        weights = [one[~empty] for one in weights]
    if len(labels) < 2:
        asked.append(DataError(gettext("there is one category, and at least two are needed")))
    p_distribution = _distribution(weights[0], p.values.kind, Side.P, labels)
    if len(sides) == 1:
        q_distribution, q_reading = Distribution.uniform(len(labels)), SideReading(gettext("uniform"), None)
    else:
        q_distribution = _distribution(weights[1], sides[1].values.kind, Side.Q, labels)
        q_reading = sides[1].reading
    second = chosen[1] if len(chosen) > 1 else None
    return PairReading(
        labels, p_distribution, q_distribution, p.reading, q_reading, joined, tuple(notes), (chosen[0], second)
    )


def _distribution(weights: FloatArray, kind: NumberKind, side: Side, labels: tuple[str, ...]) -> Distribution:
    try:
        return distribution_of(weights, kind, side)
    except DataError as error:
        place = side.value if error.row is None else f"{side.value}, {quoted(labels[error.row])}"
        raise DataError(error.what, error.remedy).within(place) from None


def _empty_in_both(weights: list[FloatArray], sides: list[SideValues]) -> NDArray[np.bool_]:
    """Return which categories have no probability in P and in Q, shape ``(n,)``; none if Q is uniform."""
    nothing = [side.values.kind.zero for side in sides]
    if len(weights) < 2:
        return np.zeros(weights[0].shape, dtype=bool)
    return np.asarray((weights[0] == nothing[0]) & (weights[1] == nothing[1]))


def _joined(
    sides: list[SideValues], chosen: list[Selected], options: ReadOptions, notes: list[str]
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
    joined = join(p.labels, q.labels, match)
    if q.named and not p.named:
        joined = replace(joined, labels=q.labels)
    weights = []
    for side, places in ((p, joined.p_places), (q, joined.q_places)):
        absent = side.values.kind.zero
        here = np.where(places >= 0, side.values.weights[places], absent)
        weights.append(with_added(here, side.values.kind, options.add))
    if not one_table and match is not Match.POSITION:
        notes.append(_of_join(joined))
        if _are_infinite(joined, sides, weights):
            notes.append(translated(_INFINITE))
    return joined.labels, joined if not one_table else None, weights


def _are_infinite(joined: Joined, sides: list[SideValues], weights: list[FloatArray]) -> bool:
    """Return whether a category that only P has makes KL(P‖Q) infinite: a number added to each count prevents it."""
    zero_p, zero_q = (side.values.kind.zero for side in sides)
    p, q = weights
    return bool(((joined.q_places < 0) & (p > zero_p) & (q <= zero_q)).any())


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
            "{count} name differs only in case or spaces.",
            "{count} names differ only in case or spaces.",
            count=joined.folded,
        )
    return sentence
