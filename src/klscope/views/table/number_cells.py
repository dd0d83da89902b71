"""The cells of the table: a number has as many digits as fit, and is never cut."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView, QWidget

from klscope.views.table.table_words import NUMBERS, versions
from klscope.views.widgets.live_label import advance_of, letters_of


class NumberCells(QStyledItemDelegate):
    """Writes numbers with as many digits as their column has room for.

    Signals
    -------
    opened()
        A cell is open to be typed in.
    """

    opened = Signal()

    def __init__(self, table: QTableView) -> None:
        super().__init__(table)
        self._table = table

    def margins(self) -> int:
        """Return the room that a cell leaves on both sides of its text."""
        style = self._table.style()
        return 2 * (style.pixelMetric(QStyle.PixelMetric.PM_FocusFrameHMargin, None, self._table) + 1)

    def width(self, text: str) -> float:
        """Return how wide a cell has to be for a text."""
        return advance_of(text, self._table.font().key()) + self.margins()

    def elided(self, text: str, room: int) -> str:
        """Return a name, or its beginning, as a cell of this width shows it."""
        metrics = letters_of(self._table.font().key()).metrics
        return metrics.elidedText(text, Qt.TextElideMode.ElideRight, room - self.margins())

    def shown(self, number: float, column: int, room: int) -> str:
        """Return a number as a cell of this width shows it."""
        texts = versions(number, column)
        return next((text for text in texts if self.width(text) <= room), texts[-1])

    def createEditor(  # Qt's name
        self, parent: QWidget, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QWidget:
        """Open a cell, and say so."""
        self.opened.emit()
        return super().createEditor(parent, option, index)

    def initStyleOption(  # Qt's name
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Put the digits that fit in the place of all."""
        super().initStyleOption(option, index)
        if index.column() in NUMBERS:
            number = index.data(Qt.ItemDataRole.UserRole)
            option.text = self.shown(number, index.column(), option.rect.width())
            option.textElideMode = Qt.TextElideMode.ElideNone
