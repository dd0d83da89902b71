"""Many pairs of distributions: the rows of a table, each against a row of another table or against one distribution."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from klscope.files.tables.contents import DataError, NumberTable
from klscope.files.tables.joining import shown
from klscope.files.tables.kinds import as_values
from klscope.files.tables.numbers import Numbers
from klscope.files.tables.options import NumberKind
from klscope.model.comparison import Comparison, default_labels
from klscope.theory.distribution import Distribution, FloatArray
from klscope.wording import gettext

CELLS_AT_ONCE = 250_000
"""The number of cells that are read and measured together."""


class OtherSide(Enum):
    """What Q is where there is no second table."""

    MEAN = "mean"
    UNIFORM = "uniform"


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
        The temperature of the softmax of logits.
    other
        What Q is where there is no second table.
    source
        The names of the files.
    """

    p: NumberTable
    q: NumberTable | None
    p_kind: NumberKind
    q_kind: NumberKind | None
    temperature: float = 1.0
    other: OtherSide = OtherSide.MEAN
    source: str = ""

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

    def comparison(self, row: int) -> Comparison:
        """Return the pair of a row, from 0.

        Raises
        ------
        DataError
            The row holds no distribution.
        """
        return self._compared(self._p_of(row), self._q_of(row), self.name(row))

    def mean(self) -> Comparison:
        """Return the pair of the means of the rows of P and of Q; rows that are no distributions are left out.

        Raises
        ------
        DataError
            A class is not one of the columns of Q, or no row is a distribution.
        """
        q = self._mean_of(self.q, self.q_kind) if self.q is not None else self._q_of(0)
        return self._compared(Distribution.from_weights(self._sum_p, "P"), q, gettext("mean of the rows"))

    def divergences(self, start: int, stop: int) -> FloatArray:
        """Return KL(P‖Q) of some rows, shape ``(stop − start,)``, in nats; nan for a row that is no distribution."""
        p, log_p = self._block(self.p, self.p_kind, start, stop)
        if self.q is not None and self.q_kind is not None:
            q, log_q = self._block(self.q, self.q_kind, start, stop)
        else:
            q = self._q_of(start).probabilities[np.newaxis]
            with np.errstate(divide="ignore"):
                log_q = np.log(q)
        with np.errstate(invalid="ignore"):
            terms = np.where(p > 0.0, p * (log_p - log_q), 0.0)
            divergences = np.maximum(terms.sum(axis=1), 0.0)
        return np.where(p.any(axis=1) & q.any(axis=1), divergences, np.nan)

    def _block(self, table: NumberTable, kind: NumberKind, start: int, stop: int) -> tuple[FloatArray, FloatArray]:
        """Return the probabilities of some rows and their logarithms."""
        block = np.asarray(table.values[start:stop])
        if block.ndim == 1:
            classes = block.astype(np.int64)
            inside = (classes >= 0) & (classes < self.n)
            p = np.zeros((block.size, self.n))
            p[np.flatnonzero(inside), classes[inside]] = 1.0
        else:
            p = probabilities_of(block, kind, self.temperature)
        if kind.is_logarithmic:
            wide = block.astype(np.float64)  # logits are often of 16 or 32 bits
            scaled = (wide - wide.max(axis=1, keepdims=True)) / self.temperature
            return p, scaled - np.log(np.exp(scaled).sum(axis=1, keepdims=True))
        with np.errstate(divide="ignore"):
            return p, np.log(p)

    def _compared(self, p: Distribution, q: Distribution, name: str) -> Comparison:
        return Comparison(self.labels, p, q).originating(f"{self.source} · {name}" if self.source else name)

    def _p_of(self, row: int) -> Distribution:
        if self.p.values.ndim == 1:
            return self._certain(row)
        return self._distribution(self.p, self.p_kind, row, "P")

    def _certain(self, row: int) -> Distribution:
        place = int(self.p.values[row])
        if not 0 <= place < self.n:
            raise self._no_class(row)
        weights = np.zeros(self.n)
        weights[place] = 1.0
        return Distribution(weights)

    def _no_class(self, row: int) -> DataError:
        place, last = int(self.p.values[row]), self.n - 1
        return DataError(
            gettext("row {row}: class {place} is not one of 0 to {last}", row=row + 1, place=place, last=last)
        )

    def _q_of(self, row: int) -> Distribution:
        if self.q is not None and self.q_kind is not None:
            return self._distribution(self.q, self.q_kind, row, "Q")
        if self.other is OtherSide.UNIFORM:
            return Distribution.uniform(self.n)
        return Distribution.from_weights(self._sum_p, "Q")

    def _distribution(self, table: NumberTable, kind: NumberKind, row: int, side: str) -> Distribution:
        values = np.asarray(table.values[row], dtype=np.float64)
        where = gettext("{side}, row {row}", side=side, row=row + 1)
        if bool(np.isnan(values).any()) or bool((values == np.inf).any()):
            raise DataError(gettext("{where}: a number is not finite", where=where))
        try:
            read = as_values(Numbers(values), kind, self.temperature)
        except DataError as error:
            raise error.within(where) from None
        if kind.is_logarithmic:
            return Distribution.from_log_probabilities(read.weights, side)
        return Distribution.from_weights(read.weights, side)

    @cached_property
    def _sum_p(self) -> FloatArray:
        return self._summed(self.p, self.p_kind)

    def _mean_of(self, table: NumberTable, kind: NumberKind | None) -> Distribution:
        return Distribution.from_weights(self._summed(table, kind or NumberKind.PROBABILITIES), "Q")

    def _summed(self, table: NumberTable, kind: NumberKind) -> FloatArray:
        """Return the sum of the probabilities of all rows, shape ``(n,)``, by blocks; of classes, their counts."""
        if table.values.ndim == 1:
            classes = np.asarray(table.values, dtype=np.int64)
            outside = np.flatnonzero((classes < 0) | (classes >= self.n))
            if outside.size:
                raise self._no_class(int(outside[0]))
            return np.bincount(classes, minlength=self.n).astype(np.float64)
        total = np.zeros(self.n)
        step = max(1, CELLS_AT_ONCE // self.n)
        for start in range(0, self.count, step):
            total += probabilities_of(np.asarray(table.values[start : start + step]), kind, self.temperature).sum(
                axis=0
            )
        if not total.any():
            raise DataError(gettext("no row is a distribution"))
        return total


def probabilities_of(block: NDArray[np.generic], kind: NumberKind, temperature: float) -> FloatArray:
    """Return the probabilities of rows of numbers, shape ``(rows, n)``; rows that are no distributions are 0."""
    values = block.astype(np.float64)
    if kind.is_logarithmic:
        with np.errstate(invalid="ignore"):
            values = np.exp((values - values.max(axis=1, keepdims=True)) / temperature)
    sums = values.sum(axis=1, keepdims=True)
    usable = np.isfinite(sums) & (sums > 0.0) & (values >= 0.0).all(axis=1, keepdims=True)
    with np.errstate(invalid="ignore", divide="ignore"):
        return np.where(usable, values / sums, 0.0)
