"""The table of data that are read, with the columns of the names, P and Q tinted, and mistakes marked."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import numpy as np
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QBrush, QColor

from klscope.files.tables.contents import DataError
from klscope.files.tables.data_reading import DataReading
from klscope.files.tables.frames import Column, Frame
from klscope.numerals import shortest
from klscope.views.theme import Theme

MOST_COLUMNS = 60
"""The number of columns that are shown beside those of P and Q."""
ROWS_MEASURED, TEXTS_MEASURED = 2000, 5
DIGITS = 6
TINT, MISTAKE_TINT = 0.22, 0.34
Index = QModelIndex | QPersistentModelIndex


class TablePreview(QAbstractTableModel):
    """The laid out tables of a reading, one beside the other."""

    def __init__(self) -> None:
        super().__init__()
        self._columns: list[tuple[Frame, Column, str]] = []
        self._mistakes: dict[tuple[int, int], DataError] = {}
        self._theme: Theme | None = None
        self._rows = 0

    def show_reading(self, reading: DataReading, theme: Theme) -> None:
        self.beginResetModel()
        self._theme = theme
        self._columns = []
        roles = {
            id(one.column): side for one, side in zip(reading.selected, ("P", "Q"), strict=True) if one is not None
        }
        for frame in reading.frames:
            if frame.labels is not None:
                self._columns.append((frame, frame.labels, "label"))
            used = [column for column in frame.columns if id(column) in roles]
            others = [column for column in frame.columns[:MOST_COLUMNS] if id(column) not in roles]
            shown = sorted([*used, *others], key=lambda column: column.number)
            self._columns += [(frame, column, roles.get(id(column), "")) for column in shown]
        self._rows = max((frame.n for frame, _, _ in self._columns), default=0)
        places = [(self.place_of(error), error) for error in reading.mistakes]
        self._mistakes = {place: error for place, error in places if place is not None}
        self.endResetModel()

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        if self._columns and self._rows:
            self.dataChanged.emit(self.index(0, 0), self.index(self._rows - 1, len(self._columns) - 1))

    def place_of(self, error: DataError) -> tuple[int, int] | None:
        """Return the row and column of the cell of an error; None if it concerns no cell that is shown."""
        if error.row is None or error.row >= self._rows:
            return None
        places = [k for k, (_, column, _) in enumerate(self._columns) if column.number == error.column]
        used = [k for k in places if self._columns[k][2]]
        return error.row, (used or places or [0])[0]

    def rows_of(self, side: str, names: Iterable[str]) -> list[int]:
        """Return the rows in which the table of P or Q has these names."""
        frame = next((frame for frame, _, role in self._columns if role == side), None)
        if frame is None or frame.labels is None:
            return []
        wanted = set(names)
        return [row for row, cell in enumerate(frame.labels.cells) if str(cell) in wanted]

    def label_column(self, side: str) -> int:
        """Return the column of the names of P or Q."""
        frame = next((frame for frame, _, role in self._columns if role == side), None)
        return next((k for k, (one, _, role) in enumerate(self._columns) if one is frame and role == "label"), 0)

    def side_column(self, side: str) -> int | None:
        """Return the column of P or Q; None if it is not in the table."""
        return next((k for k, (_, _, role) in enumerate(self._columns) if role == side), None)

    def longest_texts(self, column: int) -> list[str]:
        """Return the longest texts of the first rows of a column, to set its width by."""
        frame, cells, as_side = self._columns[column]
        texts = [_text(cells, row, as_side == "label") for row in range(min(frame.n, ROWS_MEASURED))]
        return sorted(texts, key=len, reverse=True)[:TEXTS_MEASURED]

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  # Qt's signature
        return 0 if parent.isValid() else self._rows

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  # Qt's signature
        return 0 if parent.isValid() else len(self._columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if orientation is Qt.Orientation.Vertical:
            numbers = self._columns[0][0].row_numbers
            return numbers[section] if section < len(numbers) else section + 1
        _, column, as_side = self._columns[section]
        head = " ".join(column.head.split()) or str(column.number or "")
        return f"{as_side} · {head}" if as_side in ("P", "Q") else head

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        frame, column, as_side = self._columns[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return _text(column, index.row(), as_side == "label") if index.row() < frame.n else ""
        if role == Qt.ItemDataRole.TextAlignmentRole and as_side != "label":
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        mistake = self._mistakes.get((index.row(), index.column()))
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleDescriptionRole):
            if mistake is not None:
                return str(mistake)
            return _exact(column, index.row()) if index.row() < frame.n else None
        if role == Qt.ItemDataRole.BackgroundRole and self._theme is not None:
            return self._background(self._theme, as_side, mistake is not None)
        if role == Qt.ItemDataRole.ForegroundRole and mistake is not None and self._theme is not None:
            return QBrush(QColor(self._theme.error))
        return None

    @staticmethod
    def _background(theme: Theme, as_side: str, wrong: bool) -> QBrush | None:
        name = theme.error if wrong else {"P": theme.p_fill, "Q": theme.q_fill, "label": theme.quiet}.get(as_side)
        if name is None:
            return None
        colour = QColor(name)
        colour.setAlphaF(MISTAKE_TINT if wrong else TINT / 2 if as_side == "label" else TINT)
        return QBrush(colour)


def _text(column: Column, row: int, whole: bool) -> str:
    """Return the text of a cell, numbers of an array with few digits, other texts on one line."""
    cell = column.cells[row]
    if isinstance(cell, np.generic | float):
        number = float(cell)
        return shortest(number) if whole else f"{number:.{DIGITS}g}".replace("-", "−")
    return " ".join(str(cell).split())


def _exact(column: Column, row: int) -> str | None:
    """Return the number of an array with all its digits; None for a text."""
    cell = column.cells[row]
    return shortest(float(cell)) if isinstance(cell, np.generic | float) else None
