"""The selected rows of a table, set from outside it: no signal of a person's act goes out."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QItemSelection, QItemSelectionModel
from PySide6.QtWidgets import QTableView


def select_rows(table: QTableView, rows: Iterable[int]) -> None:
    """Select just these rows, as they are sorted; the current cell stays."""
    chosen = QItemSelection()
    for row in rows:
        cell = table.model().index(row, 0)
        chosen.select(cell, cell)
    flags = QItemSelectionModel.SelectionFlag
    table.selectionModel().select(chosen, flags.ClearAndSelect | flags.Rows)
