"""The table widget of *Edit values*: names, P and Q as texts, with keys for the whole table."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QApplication,
    QHeaderView,
    QLineEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from klscope.files.tables.places import Texts
from klscope.views.magnification import set_font_size

if TYPE_CHECKING:
    from klscope.files.tables.grid import Cell

COLUMNS = 3
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


def is_apply(event: QEvent) -> bool:
    """Return whether an event is Ctrl+Enter."""
    return (
        isinstance(event, QKeyEvent)
        and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        and bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
    )


def is_for_a_cell(event: QEvent) -> bool:
    """Return whether a key edits or clears a cell, pastes or undoes a paste, and must override shortcuts."""
    if not isinstance(event, QKeyEvent):
        return False
    if event.matches(QKeySequence.StandardKey.Undo) or event.matches(QKeySequence.StandardKey.Paste):
        return True
    plain = not event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
    return plain and (event.key() == Qt.Key.Key_Delete or (event.text().isprintable() and event.text() != ""))


class CellDelegate(QStyledItemDelegate):
    """Right-aligns numbers, and passes keys in an open editor to the table first."""

    def __init__(self, cells: ValuesCells) -> None:
        super().__init__(cells)
        self._cells = cells

    def initStyleOption(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        super().initStyleOption(option, index)
        if index.column():
            option.displayAlignment = RIGHT

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        return self._cells.takes_key(event, watched) or super().eventFilter(watched, event)


class ValuesCells(QTableWidget):
    """A table of texts. A pasted text keeps its position in the pasted text until it is edited.

    Signals
    -------
    edited()
        The text of a cell changed.
    apply_pressed(), cancel_pressed(), undo_pressed()
        The keys of these commands were pressed.
    pasted(str)
        A text was pasted, a single value or a table.
    """

    edited = Signal()
    apply_pressed = Signal()
    cancel_pressed = Signal()
    undo_pressed = Signal()
    pasted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(0, COLUMNS, parent)
        self.setObjectName("valuesEditor")
        set_font_size(self, 13)
        self.setMinimumHeight(40)
        self.verticalHeader().setVisible(False)
        self.verticalHeader().setDefaultSectionSize(27)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.setEditTriggers(QAbstractItemView.EditTrigger.AllEditTriggers)
        self.installEventFilter(self)
        delegate = CellDelegate(self)
        delegate.closeEditor.connect(self._go_on)
        self.setItemDelegate(delegate)
        # stored here too, because reading the texts of all items is slow
        self._texts: list[list[str]] = [[] for _ in range(COLUMNS)]
        self._origins: list[list[Cell | None]] = [[] for _ in range(COLUMNS)]
        self.itemChanged.connect(self._take_edit)

    def texts(self) -> Texts:
        """Return the texts of names, P and Q."""
        return tuple(tuple(texts) for texts in self._texts)

    def origin(self, row: int, place: int) -> Cell | None:
        """Return the position of a cell's text in the pasted text; None if it was typed."""
        return self._origins[place][row]

    def fill(self, columns: Texts, origins: Sequence[Sequence[Cell | None]] | None = None) -> None:
        """Replace all texts, without emitting signals."""
        n = len(columns[0])
        self._texts = [list(texts) for texts in columns]
        self._origins = [list(cells) for cells in origins or ((None,) * n,) * COLUMNS]
        self.blockSignals(True)
        self.setUpdatesEnabled(False)
        self.setRowCount(n)
        for place, texts in enumerate(columns):
            for row, text in enumerate(texts):
                item = self.item(row, place)
                if item is None:
                    self.setItem(row, place, QTableWidgetItem(text))
                else:
                    item.setText(text)
        self.setUpdatesEnabled(True)
        self.blockSignals(False)

    def go_to(self, row: int, place: int) -> None:
        """Make a cell current without opening an editor."""
        triggers = self.editTriggers()
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setCurrentCell(row, place)
        self.setEditTriggers(triggers)

    def _take_edit(self, item: QTableWidgetItem) -> None:
        row, place = item.row(), item.column()
        self._texts[place][row], self._origins[place][row] = item.text(), None
        self.edited.emit()

    def _go_on(self, _editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        """Move to the next row after Enter."""
        if hint is QAbstractItemDelegate.EndEditHint.SubmitModelCache:
            self.setCurrentCell(min(self.currentRow() + 1, self.rowCount() - 1), self.currentColumn())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        return self.takes_key(event, watched) or super().eventFilter(watched, event)

    def takes_key(self, event: QEvent, where: QObject) -> bool:
        """Handle a key for the whole table, pressed in the table or an open editor; return whether it is consumed."""
        in_cell = where is not self
        if event.type() is not QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if is_apply(event):
            self.apply_pressed.emit()
        elif event.key() == Qt.Key.Key_Escape and not in_cell:  # an open editor reverts first
            self.cancel_pressed.emit()
        elif event.key() == Qt.Key.Key_Delete and not in_cell:
            for item in self.selectedItems():
                item.setText("")
        elif event.matches(QKeySequence.StandardKey.Undo):
            if isinstance(where, QLineEdit) and where.isUndoAvailable():
                return False  # the editor undoes typing first
            self.undo_pressed.emit()
        elif event.matches(QKeySequence.StandardKey.Paste):
            text = QApplication.clipboard().text()
            if in_cell and len(text.split()) < 2 and not any(sign in text for sign in ",;|"):
                return False  # a single value is pasted at the text cursor
            self.setFocus()  # commits an open editor
            self.pasted.emit(text)
        else:
            return False
        return True
