"""What is written of a state: labels and columns of numbers, of all categories or of the largest contributions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np

from klscope.files.weights_text import quoted
from klscope.model.comparison import Side
from klscope.model.snapshot import Snapshot
from klscope.numerals import shortest
from klscope.theory.contributions import contributions
from klscope.theory.distribution import Distribution, FloatArray
from klscope.theory.log_measured import log_probabilities
from klscope.theory.units import LOGARITHMS, Unit
from klscope.wording import gettext, mark, translated

USUAL_COUNT = 10
"""How many of the largest contributions are written where nobody says it."""
_COLUMNS = (
    ("p", "P"),
    ("q", "Q"),
    ("surprisal_p", "−{log} P ({unit})"),
    ("surprisal_q", "−{log} Q ({unit})"),
    ("log_ratio", "{log} P/Q ({unit})"),
    ("kl_terms", mark("KL term ({unit})")),
    ("cross_entropy_terms", mark("H(P,Q) term ({unit})")),
    ("entropy_terms", mark("H(P) term ({unit})")),
)
"""The key and the heading of each column of `Snapshot.table_columns`."""


class WritingError(ValueError):
    """The data cannot be written in a format; the message says what, where, and what to do."""


@dataclass(frozen=True, eq=False)
class Column:
    """A column of numbers: its key in JSON and NumPy archives, its heading, and its values, shape ``(rows,)``."""

    key: str
    heading: str
    values: FloatArray


@dataclass(frozen=True, eq=False)
class DataTable:
    """Labels and columns of numbers, a row for each category that is written.

    Attributes
    ----------
    snapshot
        The state they are of.
    places
        The places of the written categories among all of them, from 0, in the order of the rows.
    label_heading
        The heading of the labels.
    columns
        The columns; the first two are P and Q.
    words
        The code words of the categories, with their heading; None where they are not shown.
    is_largest
        Whether these are the largest contributions alone.
    """

    snapshot: Snapshot
    places: Sequence[int]
    label_heading: str
    columns: tuple[Column, ...]
    words: tuple[str, tuple[str, ...]] | None = None
    is_largest: bool = False

    @property
    def labels(self) -> list[str]:
        """The label of each row."""
        labels = self.snapshot.comparison.labels
        return [labels[place] for place in self.places]

    @cached_property
    def numbers(self) -> list[list[str]]:
        """The texts of each column, with all digits: the shortest that read back, "inf", "-inf" and "nan" among them.

        Several formats on the clipboard share them.
        """
        return [list(map(shortest, one.values.tolist())) for one in self.columns]

    @property
    def headings(self) -> list[str]:
        """The headings of all columns, that of the labels first."""
        return [self.label_heading, *(one.heading for one in self.columns), *([self.words[0]] if self.words else [])]

    def logarithms(self) -> dict[str, FloatArray]:
        """Return the log-probabilities of the rows in nats, of those sides that were given by them, by their keys."""
        found = {}
        for side in Side:
            values = self.snapshot.comparison.distribution(side).log_probabilities
            if values is not None:
                found[f"log_{side.value.lower()}"] = values[np.asarray(self.places, dtype=np.intp)]
        return found

    def first(self, count: int) -> DataTable:
        """Return the first rows."""
        columns = tuple(replace(one, values=one.values[:count]) for one in self.columns)
        words = None if self.words is None else (self.words[0], self.words[1][:count])
        return replace(self, places=self.places[:count], columns=columns, words=words)

    def check_labels(self) -> None:
        """Raise `WritingError` if a label has half of a surrogate pair, which no text in UTF-8 can hold."""
        for place, label in zip(self.places, self.labels, strict=True):
            try:
                label.encode()
            except UnicodeEncodeError as error:
                raise WritingError(
                    gettext(
                        "the name of category {position}, {name}, has half of a surrogate pair, which no text can "
                        "hold; rename it",
                        position=place + 1,
                        name=quoted(label),
                    )
                ) from error


def whole_table(
    snapshot: Snapshot, places: Sequence[int] | None = None, words: tuple[str, tuple[str, ...]] | None = None
) -> DataTable:
    """Return the table of all categories, or of those at ``places``, in this order.

    Parameters
    ----------
    snapshot
        The state.
    places
        The places of the categories, from 0; None for all.
    words
        A heading and the code words of all categories, as a last column.
    """
    words_of_unit = {"unit": translated(_UNITS[snapshot.view.unit]), "log": LOGARITHMS[snapshot.view.unit]}
    columns = tuple(
        Column(key, translated(heading).format(**words_of_unit), values if places is None else values[list(places)])
        for (key, heading), values in zip(_COLUMNS, snapshot.table_columns, strict=True)
    )
    if words is not None and places is not None:
        words = words[0], tuple(words[1][place] for place in places)
    rows = range(snapshot.comparison.n) if places is None else places
    return DataTable(snapshot, rows, gettext("category"), columns, words)


def largest_contributions(snapshot: Snapshot, count: int = USUAL_COUNT) -> DataTable:
    """Return the categories that contribute most to KL(P‖Q), the largest first.

    A contribution is p·log(p/q) − p + q, which is never negative; they add up to KL(P‖Q). The cumulative share is that
    of a row and of those above it in KL(P‖Q); it is undefined where KL(P‖Q) is 0 or ∞.

    Parameters
    ----------
    snapshot
        The state.
    count
        How many are written, if there are as many.
    """
    comparison = snapshot.comparison
    p, q = comparison.p, comparison.q
    nats = contributions(p.probabilities, q.probabilities, log_probabilities(p), log_probabilities(q))
    order = np.argsort(-nats, kind="stable")[:count]
    unit = translated(_UNITS[snapshot.view.unit])
    whole = float(nats.sum())
    shares = np.full(order.size, np.nan)
    if 0.0 < whole < np.inf:
        shares = np.minimum(np.cumsum(nats[order]) / whole, 1.0)
    columns = (
        Column("p", "P", p.probabilities[order]),
        Column("q", "Q", q.probabilities[order]),
        Column(
            "contributions",
            gettext("contribution to KL ({unit})", unit=unit),
            np.asarray(snapshot.view.unit.from_nats(nats[order])),
        ),
        Column("cumulative_share", gettext("cumulative share"), shares),
    )
    return DataTable(snapshot, order.tolist(), gettext("category"), columns, is_largest=True)


_UNITS = {Unit.BIT: mark("bits"), Unit.NAT: mark("nats"), Unit.HARTLEY: mark("hartleys")}


def lost_digits(distribution: Distribution) -> int:
    """Return how many probabilities are 0 or subnormal as doubles while their logarithms are known."""
    if distribution.log_probabilities is None:
        return 0
    tiny = np.finfo(np.float64).tiny
    return int(((distribution.probabilities < tiny) & (distribution.log_probabilities > -np.inf)).sum())
