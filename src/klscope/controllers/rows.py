"""The controller of tables with many rows: shows the pair of a row, and computes the divergences of all."""

from __future__ import annotations

import threading
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, Signal

from klscope.controllers.editor import Editor
from klscope.files.tables.contents import DataError
from klscope.files.tables.row_pairs import CELLS_AT_ONCE, OtherSide, RowPairs
from klscope.model.edits import ShowRow
from klscope.theory.distribution import FloatArray


class RowsController(QObject):
    """Steps through the rows of a table.

    Signals
    -------
    changed()
        Another row, order or Q is shown.
    progressed()
        More divergences are known.
    refused(str)
        A row cannot be shown.
    """

    changed = Signal()
    progressed = Signal()
    refused = Signal(str)
    _computed = Signal(object, int, object)
    _failed = Signal(object, object)

    def __init__(self, editor: Editor) -> None:
        super().__init__(editor)
        self._editor = editor
        self._job: threading.Thread | None = None
        self.pairs: RowPairs | None = None
        self._pairs_by_other: dict[OtherSide, RowPairs] = {}
        self.divergences: FloatArray = np.empty(0)
        """KL(P‖Q) of each row in nats, nan where it is not known yet or the row is no distribution."""
        self.known = 0
        self.position = 0
        self.is_mean = False
        self.by_divergence = False
        self._order: NDArray[np.int64] = np.empty(0, dtype=np.int64)
        self._computed.connect(self._take)
        self._failed.connect(self._fail)

    @property
    def count(self) -> int:
        """The number of rows."""
        return 0 if self.pairs is None else self.pairs.count

    @property
    def row(self) -> int:
        """The row that is shown, from 0, as the table has it."""
        return int(self._order[self.position])

    @property
    def ordered(self) -> FloatArray:
        """The divergences in the order of the rows as shown."""
        return self.divergences[self._order]

    def open(self, pairs: RowPairs) -> None:
        """Open a table, and show its first row."""
        self.pairs, self._pairs_by_other = pairs, {}
        self.position, self.is_mean, self.by_divergence = 0, False, False
        self._measure()
        self._show()

    def close(self) -> None:
        """Close the table; the pair that is shown stays."""
        self._job = None
        self.pairs = None
        self.changed.emit()

    def go(self, position: int) -> None:
        """Show the row at a position, from 0; positions beyond the ends are those at the ends."""
        if self.pairs is not None:
            self.position, self.is_mean = min(max(position, 0), self.count - 1), False
            self._show()

    def step(self, places: int) -> None:
        """Show the row some places on."""
        self.go(self.position + places)

    def show_mean(self, on: bool) -> None:
        """Show the mean of the rows, or the row again."""
        if self.pairs is not None:
            self.is_mean = on
            self._show()

    def set_order(self, by_divergence: bool) -> None:
        """Order the rows as the table has them, or by their divergence, the largest first; the row stays."""
        if self.pairs is None or by_divergence == self.by_divergence:
            return
        row = self.row
        self.by_divergence = by_divergence
        self._sort()
        self.position = int(np.flatnonzero(self._order == row)[0])
        self.changed.emit()

    def set_other(self, other: OtherSide) -> None:
        """Compare the rows with their mean, or with the uniform distribution."""
        if self.pairs is not None and other is not self.pairs.other:
            self._pairs_by_other[self.pairs.other] = self.pairs  # it may hold the mean of all rows
            self.pairs = self._pairs_by_other.get(other) or replace(self.pairs, other=other)
            self._measure()
            self._show()

    def _sort(self) -> None:
        if self.by_divergence:
            self._order = np.argsort(-np.nan_to_num(self.divergences, nan=-1.0), kind="stable")
        else:
            self._order = np.arange(self.count)

    def _show(self) -> None:
        if self.pairs is None:
            return
        try:
            comparison = self.pairs.mean() if self.is_mean else self.pairs.comparison(self.row)
        except DataError as error:
            self.refused.emit(str(error))
            self.changed.emit()
            return
        last = self._editor.store.history.undoable
        going_on = last is not None and isinstance(last.edit, ShowRow)
        self._editor.perform(ShowRow(comparison), continuing=going_on)
        self.changed.emit()

    def _measure(self) -> None:
        """Compute the divergences of all rows in a thread."""
        self.divergences, self.known = np.full(self.count, np.nan), 0
        self._sort()
        job = threading.Thread(target=self._run, args=(self.pairs,), daemon=True)
        self._job = job
        job.start()

    def _run(self, pairs: RowPairs) -> None:
        me = threading.current_thread()
        step = max(1, CELLS_AT_ONCE // pairs.n)
        try:
            for start in range(0, pairs.count, step):
                if self._job is not me:
                    return
                self._computed.emit(me, start, pairs.divergences(start, min(start + step, pairs.count)))
        except Exception as error:  # raised again in the thread of the window, which reports it
            self._failed.emit(me, error)

    def _take(self, job: threading.Thread, start: int, block: FloatArray) -> None:
        if job is not self._job:
            return
        self.divergences[start : start + block.size] = block
        self.known = start + block.size
        if self.known == self.count and self.by_divergence:
            row = self.row
            self._sort()
            self.position = int(np.flatnonzero(self._order == row)[0])
            self.changed.emit()
        self.progressed.emit()

    def _fail(self, job: threading.Thread, error: Exception) -> None:
        if job is not self._job:
            return
        if not isinstance(error, DataError):
            raise error
        self.refused.emit(str(error))
