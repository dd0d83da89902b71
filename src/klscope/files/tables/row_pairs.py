"""Many pairs of distributions: the rows of a table, each against a row of another table or against one distribution."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from enum import Enum
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from klscope.files.tables.contents import DataError, NumberTable
from klscope.files.tables.joining import shown
from klscope.files.tables.numbers import Numbers
from klscope.files.tables.options import NumberKind
from klscope.files.tables.values import (
    as_values,
    distribution_of,
    log_probabilities_of,
    probabilities_of,
    with_added,
)
from klscope.model.comparison import Comparison, Side, default_labels
from klscope.numerals import shortest
from klscope.theory.distribution import Distribution, FloatArray
from klscope.theory.log_measured import kl_divergences, log_probabilities
from klscope.wording import gettext

CELLS_AT_ONCE = 250_000
"""The number of cells that are read and measured together."""


class OtherSide(Enum):
    """What Q is where there is no second table."""

    MEAN = "mean"
    UNIFORM = "uniform"


class Sums:
    """The sums of the probabilities of all rows, each computed once, whichever thread asks first."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._known: dict[Side, FloatArray] = {}

    def __contains__(self, side: Side) -> bool:
        return side in self._known

    def of(self, side: Side, compute: Callable[[], FloatArray]) -> FloatArray:
        """Return the sum of a side, shape ``(n,)``, which ``compute`` returns where it is not known."""
        with self._lock:
            if side not in self._known:
                self._known[side] = compute()
            return self._known[side]


@dataclass(frozen=True)
class RowPairs:
    """The rows of a table as P, and as Q the rows of another table, the mean of the rows, or the uniform distribution.

    Attributes
    ----------
    p, q
        Tables of shape ``(rows, n)``. ``p`` may be one-dimensional, shape ``(rows,)``, with the class that happened in
        each row, from 0; Q is then the model's distribution. ``q`` is None where `other` says what Q is.
    p_kind, q_kind
        What the numbers are; `NumberKind.SAMPLES` for classes.
    temperature
        The temperature of the softmax of logits; it changes no other numbers.
    added
        A number that is added to each count.
    other
        What Q is where there is no second table.
    source
        The names of the files.
    sums
        The sums of the rows as far as they are known; the same for another Q.
    """

    p: NumberTable
    q: NumberTable | None
    p_kind: NumberKind
    q_kind: NumberKind | None
    temperature: float = 1.0
    added: float = 0.0
    other: OtherSide = OtherSide.MEAN
    source: str = ""
    sums: Sums = field(default_factory=Sums, repr=False, compare=False)

    def __post_init__(self) -> None:
        if self.q is None:
            return
        if self.p.values.shape[0] != self.q.values.shape[0]:
            raise DataError(
                gettext(
                    "P has {count} rows and Q has {others}", count=self.p.values.shape[0], others=self.q.values.shape[0]
                ),
                gettext("give both one row for each distribution"),
            )
        if self.p.values.ndim == 2 and self.p.values.shape[1] != self.q.values.shape[1]:
            raise DataError(
                gettext(
                    "the rows of P have {count} categories and those of Q {others}",
                    count=self.p.values.shape[1],
                    others=self.q.values.shape[1],
                )
            )

    @property
    def count(self) -> int:
        """The number of rows."""
        return int(self.p.values.shape[0])

    @property
    def n(self) -> int:
        """The number of categories."""
        wide = self.p if self.p.values.ndim == 2 or self.q is None else self.q
        return int(wide.values.shape[1])

    @cached_property
    def labels(self) -> tuple[str, ...]:
        """The names of the categories."""
        named = self.p.labels if self.p.values.ndim == 2 else None
        named = named or (None if self.q is None else self.q.labels)
        return default_labels(self.n) if named is None else tuple(shown(label) for label in named)

    @property
    def names(self) -> tuple[str, ...] | None:
        """The names of the rows; None if they have none."""
        return self.p.row_names or (None if self.q is None else self.q.row_names)

    def name(self, row: int) -> str:
        """Return the name of a row, or its number from 1."""
        return str(row + 1) if self.names is None else self.names[row]

    @property
    def has_sums(self) -> bool:
        """Whether the sums of all rows that `mean` needs are known; they are computed once, which may take long."""
        return Side.P in self.sums and (self.q is None or Side.Q in self.sums)

    @property
    def needs_sums(self) -> bool:
        """Whether the pair of a row needs the sum of all rows, which is not known yet."""
        return self.q is None and self.other is OtherSide.MEAN and not self.has_sums

    @property
    def is_small(self) -> bool:
        """Whether all rows are read in a moment."""
        return self.count * self.n <= CELLS_AT_ONCE

    def with_other(self, other: OtherSide) -> RowPairs:
        """Return the same rows with another Q; sums that are known stay known."""
        return replace(self, other=other)

    def comparison(self, row: int) -> Comparison:
        """Return the pair of a row, from 0.

        Raises
        ------
        DataError
            The row holds no distribution; its ``row`` and ``column`` are those of the number in a preview.
        """
        p = self._certain(row) if self.p.values.ndim == 1 else self._distribution(self.p, self.p_kind, row, Side.P)
        return self._compared(p, self._q_of(row), self.name(row))

    def mean(self) -> Comparison:
        """Return the pair of the means of the rows of P and of Q; rows that are no distributions are left out.

        Raises
        ------
        DataError
            A class is not one of the columns of Q, or no row is a distribution.
        """
        q = self._q_of(0) if self.q is None else Distribution.from_weights(self._sum(Side.Q), Side.Q.value)
        return self._compared(
            Distribution.from_weights(self._sum(Side.P), Side.P.value), q, gettext("mean of the rows")
        )

    def divergences(self, start: int, stop: int) -> FloatArray:
        """Return KL(P‖Q) of some rows, shape ``(stop − start,)``, in nats; nan for a row that is no distribution."""
        log_p = self._log_probabilities(self.p, self.p_kind, start, stop)
        if self.q is not None and self.q_kind is not None:
            log_q = self._log_probabilities(self.q, self.q_kind, start, stop)
        else:
            log_q = log_probabilities(self._q_of(start))[np.newaxis]
        return kl_divergences(log_p, log_q)

    def _log_probabilities(self, table: NumberTable, kind: NumberKind, start: int, stop: int) -> FloatArray:
        """Return the log-probabilities of some rows, shape ``(stop − start, n)``."""
        block = np.asarray(table.values[start:stop])
        if block.ndim == 2:
            return log_probabilities_of(block, kind, self.temperature, self.added)
        known = self._are_classes(block)
        logs = np.full((block.size, self.n), np.nan)
        logs[known] = -np.inf
        logs[known, block[known].astype(np.int64)] = 0.0
        return logs

    def _compared(self, p: Distribution, q: Distribution, name: str) -> Comparison:
        return Comparison(self.labels, p, q).originating(f"{self.source} · {name}" if self.source else name)

    def _are_classes(self, classes: NDArray[Any]) -> NDArray[np.bool_]:
        """Return which numbers are columns of Q, from 0."""
        with np.errstate(invalid="ignore"):
            return np.asarray((classes >= 0) & (classes < self.n) & (classes == np.floor(classes)))

    def _certain(self, row: int) -> Distribution:
        place = np.asarray(self.p.values[row : row + 1])
        if not self._are_classes(place)[0]:
            raise self._no_class(row, float(place[0]))
        weights = np.zeros(self.n)
        weights[int(place[0])] = 1.0
        return Distribution(weights)

    def _no_class(self, row: int, place: float) -> DataError:
        name = shortest(place) if np.isfinite(place) else str(place)
        what = gettext("row {row}: class {place} is not one of 0 to {last}", row=row + 1, place=name, last=self.n - 1)
        return DataError(what, row=row, column=1)

    def _q_of(self, row: int) -> Distribution:
        if self.q is not None and self.q_kind is not None:
            return self._distribution(self.q, self.q_kind, row, Side.Q)
        if self.other is OtherSide.UNIFORM:
            return Distribution.uniform(self.n)
        return Distribution.from_weights(self._sum(Side.P), Side.Q.value)

    def _distribution(self, table: NumberTable, kind: NumberKind, row: int, side: Side) -> Distribution:
        values = np.asarray(table.values[row], dtype=np.float64)
        infinite = np.flatnonzero(np.isnan(values) | (values == np.inf))
        if infinite.size:
            column, number = int(infinite[0]), str(values[infinite[0]])
            what = gettext("{place}: {number} is not a finite number", place=_place(side, row, column), number=number)
            raise DataError(what, row=column, column=row + 1)
        try:
            read = as_values(Numbers(values), kind, self.temperature)
            return distribution_of(with_added(read.weights, kind, self.added), kind, side)
        except DataError as error:
            what = f"{_place(side, row, error.row)}: {error.what}"
            raise DataError(what, error.remedy, error.question, error.row, row + 1) from None

    def _sum(self, side: Side) -> FloatArray:
        table, kind = (self.p, self.p_kind) if side is Side.P or self.q is None else (self.q, self.q_kind)
        return self.sums.of(side, lambda: self._summed(table, kind or NumberKind.PROBABILITIES))

    def _summed(self, table: NumberTable, kind: NumberKind) -> FloatArray:
        """Return the sum of the probabilities of all rows, shape ``(n,)``, by blocks; of classes, their counts."""
        if table.values.ndim == 1:
            classes = np.asarray(table.values[:])
            outside = np.flatnonzero(~self._are_classes(classes))
            if outside.size:
                raise self._no_class(int(outside[0]), float(classes[outside[0]]))
            return np.bincount(classes.astype(np.int64), minlength=self.n).astype(np.float64)
        total = np.zeros(self.n)
        step = max(1, CELLS_AT_ONCE // self.n)
        for start in range(0, self.count, step):
            block = np.asarray(table.values[start : start + step])
            total += np.nansum(probabilities_of(block, kind, self.temperature, self.added), axis=0)
        if not total.any():
            raise DataError(gettext("no row is a distribution"))
        return total


def _place(side: Side, row: int, column: int | None) -> str:
    """Return where a number stands in the table of a side, as a message says it; None for all of a row."""
    if column is None:
        return gettext("{side}, row {row}", side=side.value, row=row + 1)
    return gettext("{side}, row {row}, column {column}", side=side.value, row=row + 1, column=column + 1)
