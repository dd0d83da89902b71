"""The item model of the table, with a row for each category."""

from __future__ import annotations

from typing import Any

import numpy as np
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QWidget

from klscope.model.comparison import Side
from klscope.model.snapshot import Snapshot
from klscope.numerals import shortest
from klscope.theory.distribution import FloatArray
from klscope.theory.units import Unit
from klscope.views.table.table_words import CODE, LABEL, P, Q, headings, lines, versions
from klscope.views.words import numbers

Index = QModelIndex | QPersistentModelIndex


class CategoryModel(QAbstractTableModel):
    """The item model of a snapshot.

    Signals
    -------
    value_typed(Side, int, str), label_typed(int, str)
        A cell was edited; the model changes only by the next snapshot.
    """

    value_typed = Signal(object, int, str)
    label_typed = Signal(int, str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._snapshot: Snapshot | None = None
        self._columns: list[FloatArray] = []
        self.words: tuple[str, ...] | None = None
        self._name_heading = ""
        self.pointed = -1

    @property
    def snapshot(self) -> Snapshot | None:
        """The state that is shown; None before the first."""
        return self._snapshot

    @property
    def labels(self) -> tuple[str, ...]:
        """The names of the categories."""
        return () if self._snapshot is None else self._snapshot.comparison.labels

    def show_snapshot(self, snapshot: Snapshot) -> None:
        old = self._snapshot
        rows_changed = old is None or old.comparison.n != snapshot.comparison.n
        if rows_changed:
            self.beginResetModel()
        self._snapshot = snapshot
        self._columns = snapshot.table_columns
        if rows_changed:
            self.endResetModel()
        else:
            self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, self.columnCount() - 1))
        if old is None or old.view.unit is not snapshot.view.unit:
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, self.columnCount() - 1)

    def show_words(self, words: tuple[str, ...] | None) -> None:
        """Show code words in an additional last column; None removes it."""
        if (words is None) == (self.words is None):
            self.words = words  # shown with their snapshot
        elif words is None:
            self.beginRemoveColumns(QModelIndex(), CODE, CODE)
            self.words = None
            self.endRemoveColumns()
        else:
            self.beginInsertColumns(QModelIndex(), CODE, CODE)
            self.words = words
            self.endInsertColumns()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  # Qt's own signature
        return 0 if self._snapshot is None or parent.isValid() else self._snapshot.comparison.n

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else CODE + (self.words is not None)

    def headings(self) -> list[str]:
        """Return the column headings, each in one line."""
        unit = Unit.BIT if self._snapshot is None else self._snapshot.view.unit
        return headings(numbers.logarithm(unit))[: self.columnCount()]

    def show_name_heading(self, text: str) -> None:
        """Set the heading of the column of names."""
        if text != self._name_heading:
            self._name_heading = text
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, LABEL, LABEL)

    def values(self, column: int) -> FloatArray:
        """Return the numbers of a column."""
        return self._columns[column - 1] if self._columns else np.zeros(0)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> Any:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole and self._snapshot:
            return self._name_heading if section == LABEL else "\n".join(lines(self.headings()[section], section))
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignLeft if section == LABEL else Qt.AlignmentFlag.AlignRight
            return side | Qt.AlignmentFlag.AlignVCenter
        return None

    def data(self, index: Index, role: int = 0) -> Any:
        if self._snapshot is None or not index.isValid():
            return None
        row, column = index.row(), index.column()
        if column == LABEL:
            if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole, Qt.ItemDataRole.ToolTipRole):
                return self._snapshot.comparison.labels[row]
            if role == Qt.ItemDataRole.UserRole:
                return row
        elif column == CODE:
            if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.UserRole, Qt.ItemDataRole.ToolTipRole):
                return self.words[row] if self.words and row < len(self.words) else ""
        elif role == Qt.ItemDataRole.DisplayRole:
            return versions(float(self._columns[column - 1][row]), column)[0]
        elif role == Qt.ItemDataRole.UserRole:
            return float(self._columns[column - 1][row])
        elif role == Qt.ItemDataRole.EditRole:
            return shortest(float(self._columns[column - 1][row]))
        elif role == Qt.ItemDataRole.ToolTipRole:
            return numbers.exact(float(self._columns[column - 1][row]))
        if role == Qt.ItemDataRole.TextAlignmentRole and column != LABEL:
            return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        if role == Qt.ItemDataRole.BackgroundRole and row == self.pointed:
            return QColor(128, 128, 128, 34)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsEditable if index.column() in (LABEL, P, Q) else flags

    def setData(self, index: Index, value: Any, role: int = 0) -> bool:
        if role != Qt.ItemDataRole.EditRole:
            return False
        text = str(value)
        if text == str(self.data(index, Qt.ItemDataRole.EditRole)):
            return False
        if index.column() == LABEL:
            self.label_typed.emit(index.row(), text)
        else:
            self.value_typed.emit(Side.P if index.column() == P else Side.Q, index.row(), text)
        return True
