"""P and Q from Python objects: joined by name or by position, one pair or a pair for each row."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from klscope.files.tables.contents import DataError
from klscope.files.tables.joining import join, shown
from klscope.files.tables.numbers import Numbers
from klscope.files.tables.options import Match, NumberKind
from klscope.files.tables.row_pairs import RowPairs
from klscope.files.tables.values import as_values
from klscope.model.comparison import FEWEST_CATEGORIES, Comparison, check_labels, default_labels
from klscope.python.given_rows import read_rows
from klscope.python.number_options import Options
from klscope.python.numbers_of import Given, check, given, with_names
from klscope.theory.distribution import Distribution, FloatArray
from klscope.theory.log_measured import measures_of
from klscope.theory.measures import Measures, measure


@dataclass(frozen=True)
class GivenPair:
    """One pair.

    Attributes
    ----------
    labels
        ``n`` names of the categories.
    p, q
        Shape ``(n,)``: weights, or log-probabilities in nats.
    p_kind, q_kind
        What they are; None for weights.
    held
        The comparison that they are from, with its locks and its origin; None if they are from elsewhere.
    """

    labels: tuple[str, ...]
    p: FloatArray
    q: FloatArray
    p_kind: NumberKind | None = None
    q_kind: NumberKind | None = None
    held: Comparison | None = None

    @classmethod
    def of(cls, comparison: Comparison) -> GivenPair:
        """Return the pair of a comparison, with the log-probabilities where there are some."""
        sides = []
        for one in (comparison.p, comparison.q):
            logarithms = one.log_probabilities
            kind = None if logarithms is None else NumberKind.LOG_PROBABILITIES
            sides.append((one.probabilities if logarithms is None else logarithms, kind))
        (p, p_kind), (q, q_kind) = sides
        return cls(tuple(comparison.labels), p, q, p_kind, q_kind, comparison)

    def comparison(self, origin: str | None = None) -> Comparison:
        """Return the comparison, with the name of its data if *Reset* is to restore them.

        Raises
        ------
        ValueError
            There is one category.
        """
        if self.held is not None:
            return self.held
        if len(self.labels) < FEWEST_CATEGORIES:
            raise ValueError("there is one category: give at least two")
        made = Comparison(self.labels, _distribution(self.p, self.p_kind, "p"), _distribution(self.q, self.q_kind, "q"))
        return made if origin is None else made.originating(origin)

    def measures(self) -> Measures:
        """Return the measures, of the weights as they were given: scaled to a sum of 1, they would be rounded."""
        if self.p_kind is None and self.q_kind is None:
            return measure(self.p, self.q)
        made = self.comparison()
        return measures_of(made.p, made.q)


def _distribution(values: FloatArray, kind: NumberKind | None, name: str) -> Distribution:
    if kind is None:
        return Distribution.from_weights(values, name)
    return Distribution.from_log_probabilities(values, name)


def read_pair(p: Any, q: Any, labels: Sequence[str] | None, options: Options) -> GivenPair:
    """Read one pair; raise ValueError where there is a distribution in each row; see `read_pairs`."""
    read = read_pairs(p, q, labels, options)
    if isinstance(read, RowPairs):
        raise ValueError(f"p and q have {read.count} rows: give one of them, such as p[0] and q[0]")
    return read


def read_pairs(p: Any, q: Any, labels: Sequence[str] | None, options: Options) -> GivenPair | RowPairs:
    """Read P and Q.

    Parameters
    ----------
    p
        What `numbers_of.given` reads.
    q
        Likewise; None for a uniform Q, and for rows of P for their mean.
    labels
        ``n`` names of the categories; None for those of P and Q, if they have any.
    options
        What the numbers are.

    Raises
    ------
    TypeError, ValueError
        If they are no distributions, or do not fit each other; the message says what, where, and what to do.
    """
    if p is None:
        raise TypeError("p is None: give P; without q, Q is uniform")
    held = getattr(p, "comparison", None)
    if isinstance(held, Comparison) and q is None and labels is None:
        return GivenPair.of(held)
    if q is None:
        p, q = _of_frame(p)
    first, second = given(p, "p"), None if q is None else given(q, "q")
    first = _with_labels(first, second, labels)
    if second is not None and labels is not None:
        second = replace(second, labels=first.labels) if not first.has_rows or second.has_rows else second
    if first.has_rows or (second is not None and second.has_rows):
        return read_rows(first, second, options)
    check(first, options.p_kind)
    if second is None:
        return _pair(first, options.p_kind, replace(first, values=np.ones(first.values.size)), None, options)
    check(second, options.q_kind)
    return _pair(first, options.p_kind, second, options.q_kind, options)


def _of_frame(value: Any) -> tuple[Any, Any]:
    """Return P and Q of a DataFrame with columns of these names, or with two columns of numbers; else it and None."""
    if not (hasattr(value, "columns") and hasattr(value, "iloc")):
        return value, None
    frame, names = with_names(value)
    lower = [str(column).strip().lower() for column in frame.columns]
    if lower.count("p") == 1 and lower.count("q") == 1:
        places = lower.index("p"), lower.index("q")
    elif frame.shape[1] == 2:
        places = 0, 1
    else:
        return value, None
    p, q = (frame.iloc[:, place] for place in places)
    return (p, q) if names is None else (p.set_axis(names), q.set_axis(names))


def _with_labels(p: Given, q: Given | None, labels: Sequence[str] | None) -> Given:
    """Return P with these labels."""
    if labels is None:
        return p
    for side in (p, q):
        if side is not None and side.labels is not None:
            raise ValueError(f"labels are given, and {side.name} has names of its own: leave labels out")
    if isinstance(labels, str):
        raise TypeError("labels is a text: give a list of names")
    names = tuple(shown(str(label)) for label in labels)
    n = p.values.shape[-1] if q is None or not q.has_rows else q.values.shape[1]
    if len(names) != n:
        raise ValueError(f"there are {len(names)} labels for {n} categories: give one for each")
    check_labels(names)
    return replace(p, labels=names)


def _pair(p: Given, p_kind: NumberKind | None, q: Given, q_kind: NumberKind | None, options: Options) -> GivenPair:
    """Join P and Q: by name if both have names, else by position."""
    if (p.labels is None or q.labels is None) and p.values.size != q.values.size:
        raise ValueError(
            f"p has {p.values.size} categories and q has {q.values.size}: give as many numbers in both, "
            "or dicts or Series, which are joined by name"
        )
    ready = []
    for side, kind in ((p, p_kind), (q, q_kind)):
        logarithmic = kind is not None and kind.is_logarithmic
        if logarithmic:
            assert kind is not None
            try:
                values = as_values(Numbers(side.values), kind, options.temperature).weights
            except DataError as error:  # a log-probability above 0
                where = side.name if error.row is None else side.place(error.row)
                raise ValueError(f"{where}: {error}") from None
        else:
            values = side.values
        ready.append((values, kind if logarithmic else None, -math.inf if logarithmic else 0.0))
    (p_values, p_kind, p_zero), (q_values, q_kind, q_zero) = ready
    if p.labels is None or q.labels is None:
        names = p.labels or q.labels or default_labels(p.values.size)
        check_labels(names)
        return GivenPair(names, p_values, q_values, p_kind, q_kind)
    joined = join(p.labels, q.labels, Match.LABEL)
    check_labels(joined.labels)
    p_places, q_places = joined.p_places, joined.q_places
    return GivenPair(
        joined.labels,
        np.where(p_places >= 0, p_values[p_places], p_zero),
        np.where(q_places >= 0, q_values[q_places], q_zero),
        p_kind,
        q_kind,
    )
