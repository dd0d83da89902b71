"""The controller of tables with many rows: shows the pair of a row, and computes the divergences of all."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from time import monotonic

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, Signal

from klscope.controllers.editor import Editor
from klscope.controllers.worker import Job, Worker
from klscope.files.tables.contents import DataError
from klscope.files.tables.row_pairs import CELLS_AT_ONCE, OtherSide, RowPairs
from klscope.model.comparison import Comparison, Origin
from klscope.model.edits import ShowRow
from klscope.theory.distribution import FloatArray

PATIENCE = 0.05
"""The time in seconds for which the window waits for a pair that needs all rows, rather than show it later."""
PAUSE = 0.05
"""The least time in seconds between two reports of divergences."""


@dataclass(frozen=True)
class Shown:
    """What of a table is shown.

    Attributes
    ----------
    row
        The row, from 0, as the table has it; where the mean is shown, the one before.
    is_mean
        Whether the mean of the rows is shown.
    other
        What Q is where there is no second table.
    """

    row: int
    is_mean: bool
    other: OtherSide


class RowsController(QObject):
    """Steps through the rows of a table.

    Signals
    -------
    changed()
        Another row, order or Q is shown, or none after a refusal.
    progressed()
        More divergences are known.
    refused(str)
        A row cannot be shown.
    """

    changed = Signal()
    progressed = Signal()
    refused = Signal(str)

    def __init__(self, editor: Editor) -> None:
        super().__init__(editor)
        self._editor = editor
        self._measuring, self._showing = Worker(self), Worker(self)
        self.pairs: RowPairs | None = None
        """The open table; None if none is open."""
        self.divergences: FloatArray = np.empty(0)
        """KL(P‖Q) of each row in nats, nan where it is not known yet or the row is no distribution."""
        self.known = 0
        """The number of rows, from the first on, whose divergences are known."""
        self.by_divergence = False
        """Whether the rows are ordered by their divergence, the largest first."""
        self._shown = Shown(0, False, OtherSide.MEAN)
        self._asked = 0
        """The row that was asked for last: stepping goes on from it, also where it could not be shown."""
        self._order: NDArray[np.int64] = np.empty(0, dtype=np.int64)
        self._places: NDArray[np.int64] = np.empty(0, dtype=np.int64)
        self._shown_by_origin: dict[int, Shown] = {}
        self._last_origin: Origin | None = None
        self._measuring.progressed.connect(self._take_progress)
        self._measuring.finished.connect(self._take_divergences)
        self._showing.finished.connect(self._take_pair)

    @property
    def count(self) -> int:
        """The number of rows."""
        return 0 if self.pairs is None else self.pairs.count

    @property
    def row(self) -> int:
        """The row that is shown, from 0, as the table has it."""
        return self._shown.row

    @property
    def position(self) -> int:
        """The position of the row that is shown, from 0, in the order of the rows as shown."""
        return int(self._places[self.row]) if self.count else 0

    @property
    def is_mean(self) -> bool:
        """Whether the mean of the rows is shown instead of the row."""
        return self._shown.is_mean

    @property
    def ordered(self) -> FloatArray:
        """The divergences in the order of the rows as shown."""
        return self.divergences[self._order]

    def open(self, pairs: RowPairs) -> None:
        """Open a table, and show its first row."""
        self._forget()
        self.pairs, self._shown = pairs, Shown(0, False, pairs.other)
        self._measure()
        self._show(self._shown)

    def close(self) -> None:
        """Close the table; the pair that is shown stays."""
        self._forget()
        self.changed.emit()

    def _forget(self) -> None:
        """Keep nothing of a table, which may be large."""
        self._measuring.cancel()
        self._showing.cancel()
        self.pairs, self.divergences, self.known, self.by_divergence = None, np.empty(0), 0, False
        self._order = self._places = np.empty(0, dtype=np.int64)
        self._shown, self._asked = Shown(0, False, OtherSide.MEAN), 0
        self._shown_by_origin, self._last_origin = {}, None

    def go(self, position: int) -> None:
        """Show the row at a position, from 0; positions beyond the ends are those at the ends."""
        if self.pairs is not None:
            self._asked = int(self._order[min(max(position, 0), self.count - 1)])
            self._show(replace(self._shown, row=self._asked, is_mean=False))

    def step(self, places: int) -> None:
        """Show the row some places on."""
        if self.pairs is not None:
            self.go(int(self._places[self._asked]) + places)

    def show_mean(self, on: bool) -> None:
        """Show the mean of the rows, or the row again."""
        if self.pairs is not None:
            self._show(replace(self._shown, is_mean=on))

    def set_order(self, by_divergence: bool) -> None:
        """Order the rows as the table has them, or by their divergence, the largest first; the row stays."""
        if self.pairs is not None and by_divergence != self.by_divergence:
            self.by_divergence = by_divergence
            self._sort()
            self.changed.emit()

    def set_other(self, other: OtherSide) -> None:
        """Compare the rows with their mean, or with the uniform distribution."""
        if self.pairs is not None and other is not self.pairs.other:
            self._compare_with(other)
            self._show(replace(self._shown, other=other))

    def has_shown(self, origin: Origin | None) -> bool:
        """Return whether data are a row of the open table, or its mean."""
        if origin is None or self.pairs is None:
            return False
        return origin is self._last_origin or _key(origin) in self._shown_by_origin

    def follow(self, origin: Origin) -> None:
        """Mark the row that is the origin of what is shown, such as after an undo; the pair stays as it is."""
        shown = self._shown_by_origin.get(_key(origin))
        if shown is None or shown == self._shown:
            return
        self._last_origin, self._shown, self._asked = origin, shown, shown.row
        if self.pairs is not None and shown.other is not self.pairs.other:
            self._compare_with(shown.other)
        self.changed.emit()

    def _compare_with(self, other: OtherSide) -> None:
        if self.pairs is not None:
            self.pairs = self.pairs.with_other(other)
            self._measure()

    def _sort(self) -> None:
        if self.by_divergence:
            self._order = np.argsort(-np.nan_to_num(self.divergences, nan=-1.0), kind="stable")
        else:
            self._order = np.arange(self.count)
        self._places = np.empty_like(self._order)
        self._places[self._order] = np.arange(self.count)

    def _show(self, wanted: Shown) -> None:
        """Show a row or the mean; where the sum of many rows is not known, when it is."""
        pairs = self.pairs
        if pairs is None:
            return
        self._showing.cancel()
        make = partial(_made, pairs, wanted)
        if not pairs.is_small and (not pairs.has_sums if wanted.is_mean else pairs.needs_sums):
            self._showing.start(lambda _: make(), PATIENCE)
            return
        try:
            made: object = make()
        except DataError as error:
            made = error
        self._take_pair(made)

    def _take_pair(self, made: object) -> None:
        if isinstance(made, DataError):
            self.refused.emit(str(made))
        elif isinstance(made, Exception):
            raise made
        elif isinstance(made, tuple):
            comparison, shown = made
            last = self._editor.store.history.undoable
            going_on = bool(self._shown_by_origin) and last is not None and isinstance(last.edit, ShowRow)
            if self._editor.perform(ShowRow(comparison), continuing=going_on):
                self._shown, self._asked, self._last_origin = shown, shown.row, comparison.origin
                self._shown_by_origin[_key(comparison.origin)] = shown
        self.changed.emit()

    def _measure(self) -> None:
        """Compute the divergences of all rows in a thread."""
        if self.pairs is not None:
            self.divergences, self.known = np.full(self.count, np.nan), 0
            self._sort()
            self._measuring.start(partial(_fill, self.divergences, self.pairs))

    def _take_progress(self, known: int) -> None:
        self.known = known
        self.progressed.emit()

    def _take_divergences(self, result: object) -> None:
        if isinstance(result, DataError):
            self.refused.emit(str(result))
        elif isinstance(result, Exception):
            raise result
        else:
            self.known = self.count
            if self.by_divergence:
                self._sort()
                self.changed.emit()
            self.progressed.emit()


def _key(origin: Origin) -> int:
    """Return a number for the data of an origin, whatever the language of its names, which keeps nothing alive."""
    return hash((origin.name, origin.comparison.p, origin.comparison.q))


def _made(pairs: RowPairs, wanted: Shown) -> tuple[Comparison, Shown]:
    return pairs.mean() if wanted.is_mean else pairs.comparison(wanted.row), wanted


def _fill(divergences: FloatArray, pairs: RowPairs, job: Job) -> None:
    """Fill in the divergences of all rows, in a thread."""
    step = max(1, CELLS_AT_ONCE // pairs.n)
    reported = monotonic()
    for start in range(0, pairs.count, step):
        if not job.is_wanted:
            return
        stop = min(start + step, pairs.count)
        divergences[start:stop] = pairs.divergences(start, stop)
        if monotonic() - reported >= PAUSE:
            reported = monotonic()
            job.report(stop)
