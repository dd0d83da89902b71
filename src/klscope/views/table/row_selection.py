"""Setting the selected rows of a table without emitting signals."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QItemSelection, QItemSelectionModel
from PySide6.QtWidgets import QTableView


def select_rows(table: QTableView, rows: Iterable[int]) -> None:
    """Select exactly these rows of the sorted table; the current cell is kept."""
    chosen = QItemSelection()
    for row in rows:
        cell = table.model().index(row, 0)
        chosen.select(cell, cell)
    flags = QItemSelectionModel.SelectionFlag
    table.selectionModel().select(chosen, flags.ClearAndSelect | flags.Rows)
