"""The item delegate of the table: numbers are shown with as many digits as fit."""

from __future__ import annotations

from collections.abc import Iterable
from typing import cast

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView, QWidget

from klscope.views.table.table_words import LABEL, NUMBERS, versions
from klscope.views.widgets.live_label import advance_of, widths_of

RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class NumberCells(QStyledItemDelegate):
    """Shows numbers with as many digits as fit into their column.

    Signals
    -------
    opened()
        An editor was opened.
    """

    opened = Signal()

    def __init__(self, table: QTableView) -> None:
        super().__init__(table)
        self._table = table

    def margins(self) -> int:
        """Return the sum of the horizontal margins of a cell."""
        style = self._table.style()
        return 2 * (style.pixelMetric(QStyle.PixelMetric.PM_FocusFrameHMargin, None, self._table) + 1)

    def widest(self, texts: Iterable[str]) -> float:
        """Return the width of a cell for the widest of these texts."""
        key = self._table.font().key()
        return max(advance_of(text, key) for text in texts) + self.margins()

    def elided(self, text: str, room: int) -> str:
        """Return a name, elided to a cell of width ``room``."""
        metrics = widths_of(self._table.font().key()).metrics
        return metrics.elidedText(text, Qt.TextElideMode.ElideRight, room - self.margins())

    def shown(self, number: float, column: int, room: int) -> str:
        """Return the text of a number for a cell of width ``room``."""
        texts, key, room = versions(number, column), self._table.font().key(), room - self.margins()
        return next((text for text in texts if advance_of(text, key) <= room), texts[-1])

    def createEditor(  # Qt's name
        self, parent: QWidget, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QWidget:
        self.opened.emit()
        return super().createEditor(parent, option, index)

    def initStyleOption(  # Qt's name
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        # Qt's own would ask the model for seven roles of each cell
        option.index = cast("QModelIndex", index)
        option.features |= QStyleOptionViewItem.ViewItemFeature.HasDisplay
        column = index.column()
        if column in NUMBERS:
            option.text = self.shown(index.data(Qt.ItemDataRole.UserRole), column, option.rect.width())
            option.textElideMode = Qt.TextElideMode.ElideNone
        else:
            option.text = index.data(Qt.ItemDataRole.DisplayRole)
        if column != LABEL:
            option.displayAlignment = RIGHT
        tint = index.data(Qt.ItemDataRole.BackgroundRole)
        if tint is not None:
            option.backgroundBrush = tint
