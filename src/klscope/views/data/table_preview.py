"""The table of data that are read, with the columns of the names, P and Q tinted."""

from __future__ import annotations

from typing import Any

import numpy as np
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QBrush, QColor

from klscope.files.tables.contents import DataError
from klscope.files.tables.data_reading import DataReading
from klscope.files.tables.frames import Column, Frame
from klscope.numerals import shortest
from klscope.views.theme import Theme

MOST_ROWS, MOST_COLUMNS = 1000, 60
TINT = 0.22
Index = QModelIndex | QPersistentModelIndex


class TablePreview(QAbstractTableModel):
    """The first rows and columns of the laid out tables of a reading, one beside the other."""

    def __init__(self) -> None:
        super().__init__()
        self._columns: list[tuple[Frame, Column, str]] = []
        self._error: DataError | None = None
        self._theme: Theme | None = None

    def show_reading(self, reading: DataReading, theme: Theme) -> None:
        self.beginResetModel()
        self._theme, self._error = theme, reading.error
        self._columns = []
        selected = reading.pair.selected if reading.pair is not None else (None, None)
        roles = {id(one.column): side for one, side in zip(selected, ("P", "Q"), strict=True) if one is not None}
        for frame in reading.frames:
            if frame.labels is not None:
                self._columns.append((frame, frame.labels, "label"))
            used = [column for column in frame.columns if id(column) in roles]
            others = [column for column in frame.columns[:MOST_COLUMNS] if id(column) not in roles]
            shown = sorted([*used, *others], key=lambda column: column.number)
            self._columns += [(frame, column, roles.get(id(column), "")) for column in shown]
        self.endResetModel()

    def mistake(self) -> tuple[int, int] | None:
        """Return the row and column of the cell with the error; None if it concerns no cell that is shown."""
        error = self._error
        if error is None or error.row is None:
            return None
        place = next((k for k, (_, column, _) in enumerate(self._columns) if column.number == error.column), 0)
        return (error.row, place) if error.row < self.rowCount() else None

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  # Qt's signature
        return 0 if parent.isValid() else min(MOST_ROWS, max((frame.n for frame, _, _ in self._columns), default=0))

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if orientation is Qt.Orientation.Vertical:
            numbers = self._columns[0][0].row_numbers
            return numbers[section] if section < len(numbers) else section + 1
        _, column, as_side = self._columns[section]
        head = column.name if column.number else ""
        return f"{as_side} · {head}" if as_side in ("P", "Q") else head

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        frame, column, as_side = self._columns[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return _text(column, index.row()) if index.row() < frame.n else ""
        if role == Qt.ItemDataRole.TextAlignmentRole and as_side != "label":
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        if role == Qt.ItemDataRole.ToolTipRole and self.mistake() == (index.row(), index.column()):
            return str(self._error)
        if role == Qt.ItemDataRole.BackgroundRole and self._theme is not None:
            return self._background(index, as_side)
        return None

    def _background(self, index: Index, as_side: str) -> QBrush | None:
        theme = self._theme
        if theme is None:
            return None
        wrong = self.mistake() == (index.row(), index.column())
        name = theme.error if wrong else {"P": theme.p_fill, "Q": theme.q_fill, "label": theme.quiet}.get(as_side)
        if name is None:
            return None
        colour = QColor(name)
        colour.setAlphaF(TINT if as_side != "label" or wrong else TINT / 2)
        return QBrush(colour)


def _text(column: Column, row: int) -> str:
    if row >= len(column.cells):
        return ""
    cell = column.cells[row]
    return shortest(float(cell)) if isinstance(cell, np.generic | float) else str(cell)
