"""The numbers behind the charts: one row a category; label, P and Q can be typed, any column sorts."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QCoreApplication,
    QModelIndex,
    QPersistentModelIndex,
    QSortFilterProxyModel,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QColor, QContextMenuEvent, QKeyEvent, QKeySequence, QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QHeaderView, QTableView, QWidget

from klscope.model.comparison import Side
from klscope.model.snapshot import Snapshot
from klscope.numerals import shortest
from klscope.theory.distribution import FloatArray
from klscope.views import numbers
from klscope.views.magnification import set_letters
from klscope.views.panels.row_selection import select_rows
from klscope.views.panels.table_words import headings, written

translate = QCoreApplication.translate
Index = QModelIndex | QPersistentModelIndex
LABEL, P, Q, CODE = 0, 1, 2, 9
REFRESH_MILLISECONDS = 60


class CategoryModel(QAbstractTableModel):
    """The rows of a snapshot.

    Signals
    -------
    value_typed(Side, int, str), label_typed(int, str)
        A cell was edited; what becomes of it comes back as a snapshot.
    """

    value_typed = Signal(object, int, str)
    label_typed = Signal(int, str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._snapshot: Snapshot | None = None
        self._columns: list[FloatArray] = []
        self._words: tuple[str, ...] | None = None
        self.pointed = -1

    @property
    def labels(self) -> tuple[str, ...]:
        """The categories that are shown."""
        return () if self._snapshot is None else self._snapshot.comparison.labels

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show another state."""
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
        """Show code words in a column of their own at the end, or no such column."""
        if (words is None) == (self._words is None):
            self._words = words  # seen with the snapshot they belong to
        elif words is None:
            self.beginRemoveColumns(QModelIndex(), CODE, CODE)
            self._words = None
            self.endRemoveColumns()
        else:
            self.beginInsertColumns(QModelIndex(), CODE, CODE)
            self._words = words
            self.endInsertColumns()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: N802, B008  # Qt's own signature
        """Return the number of categories."""
        return 0 if self._snapshot is None or parent.isValid() else self._snapshot.comparison.n

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: N802, B008
        """Return the number of columns."""
        return 0 if parent.isValid() else CODE + (self._words is not None)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> Any:  # noqa: N802
        """Return a heading."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole and self._snapshot:
            return headings(numbers.logarithm(self._snapshot.view.unit))[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignLeft if section == LABEL else Qt.AlignmentFlag.AlignRight
            return side | Qt.AlignmentFlag.AlignVCenter
        return None

    def data(self, index: Index, role: int = 0) -> Any:
        """Return what a cell shows, sorts by, or is edited as."""
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
                return self._words[row] if self._words and row < len(self._words) else ""
        elif role == Qt.ItemDataRole.DisplayRole:
            return written(float(self._columns[column - 1][row]), column)
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
        """Return that label, P and Q can be typed."""
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsEditable if index.column() in (LABEL, P, Q) else flags

    def setData(self, index: Index, value: Any, role: int = 0) -> bool:  # noqa: N802
        """Say what was typed; the model itself changes nothing."""
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


class TablePanel(QTableView):
    """The table.

    Signals
    -------
    row_selected(object)
        The categories of the selected rows.
    hovered(int)
        The pointer is over this category's row; −1: over none.
    menu_requested(int, QPoint)
        The context menu of a category was asked for.
    """

    row_selected = Signal(object)
    hovered = Signal(int)
    menu_requested = Signal(int, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("table")
        self.categories = CategoryModel(self)
        self._sorted = QSortFilterProxyModel(self)
        self._sorted.setSourceModel(self.categories)
        self._sorted.setSortRole(Qt.ItemDataRole.UserRole)
        self._sorted.setDynamicSortFilter(False)  # the order stays while a hand moves
        self.setModel(self._sorted)
        self.setSortingEnabled(True)
        self.sortByColumn(-1, Qt.SortOrder.AscendingOrder)
        set_letters(self, 13)
        set_letters(self.horizontalHeader(), 12)
        self.verticalHeader().setVisible(False)
        self.verticalHeader().setDefaultSectionSize(27)
        self.setShowGrid(False)
        self.setMouseTracking(True)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self.horizontalHeader().setHighlightSections(False)
        for column, width in enumerate((68, 56, 56, 58, 58, 62, 74, 88, 80)):
            self.setColumnWidth(column, width)
        self.clicked.connect(self._emit_selection)
        self._pending: Snapshot | None = None
        self._selected: tuple[int, ...] = ()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(REFRESH_MILLISECONDS)
        self._timer.timeout.connect(self.refresh)
        self.retranslate()

    def retranslate(self) -> None:
        """Set the words in the current language."""
        self.setAccessibleName(translate("Table", "Categories"))

    def show_words(self, words: tuple[str, ...] | None) -> None:
        """Show code words in a column of their own, or no such column."""
        self.categories.show_words(words)

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show another state within 100 ms, if anyone sees it."""
        shown, self._pending = self.categories.labels, snapshot
        if not self.isVisible():
            return
        if shown != snapshot.comparison.labels:  # an open cell must not outlive its category
            self.refresh()
        elif not self._timer.isActive():
            self._timer.start()

    def refresh(self) -> None:
        """Show the latest state now."""
        if self._pending is None:
            return
        snapshot, self._pending = self._pending, None
        self.categories.show_snapshot(snapshot)
        self._show_selected(snapshot.view.selected)
        if not snapshot.in_gesture and self._sorted.sortColumn() >= 0:
            self._sorted.sort(self._sorted.sortColumn(), self._sorted.sortOrder())

    def _show_selected(self, selected: tuple[int, ...]) -> None:
        """Mark the rows of several selected categories; with one selected elsewhere, those of before no more."""
        if selected == self._selected:
            return
        self._selected = selected
        marked = {self._category(index) for index in self.selectionModel().selectedRows()}
        if len(selected) > 1 and marked != set(selected):
            places = (self.categories.index(one, LABEL) for one in selected)
            select_rows(self, [self._sorted.mapFromSource(place).row() for place in places])
        elif len(selected) == 1 and marked - set(selected):
            self.clearSelection()

    def show_pointed(self, index: int) -> None:
        """Light the row of a category."""
        if self.isVisible():
            self.categories.pointed = index
            self.viewport().update()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """Catch up with what happened while hidden."""
        super().showEvent(event)
        self.refresh()

    def _category(self, index: Index) -> int:
        return self._sorted.mapToSource(index).row()

    def _emit_selection(self) -> None:
        rows = [self._category(index) for index in self.selectionModel().selectedRows()]
        current = self._category(self.currentIndex())
        taken_out = bool(rows) and current not in rows
        self.row_selected.emit((*(row for row in rows if row != current), *(() if taken_out else (current,))))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Copy the selected rows, or all, as TSV."""
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        else:
            super().keyPressEvent(event)

    def copy(self) -> None:
        """Put the selected rows (all, where none is) on the clipboard as tab-separated values, all digits."""
        self.refresh()
        chosen = sorted(index.row() for index in self.selectionModel().selectedRows())
        QApplication.clipboard().setText(self.tab_separated(chosen or list(range(self._sorted.rowCount()))))

    def tab_separated(self, rows: list[int]) -> str:
        """Return rows as they are sorted, with headings, as tab-separated values."""
        columns = range(self._sorted.columnCount())
        lines = ["\t".join(str(self._sorted.headerData(column, Qt.Orientation.Horizontal)) for column in columns)]
        for row in rows:
            cells = [str(self._sorted.index(row, LABEL).data())]
            values = [self._sorted.index(row, column).data(Qt.ItemDataRole.UserRole) for column in columns[1:]]
            cells += [value if isinstance(value, str) else shortest(value) for value in values]
            lines.append("\t".join(cells))
        return "\n".join(lines) + "\n"

    def mouseMoveEvent(self, event: Any) -> None:  # noqa: N802
        """Say what is pointed at."""
        super().mouseMoveEvent(event)
        index = self.indexAt(event.position().toPoint())
        self.hovered.emit(self._category(index) if index.isValid() else -1)

    def leaveEvent(self, event: Any) -> None:  # noqa: N802
        """Point at nothing."""
        super().leaveEvent(event)
        self.hovered.emit(-1)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802
        """Ask for the menu of the row's category."""
        index = self.indexAt(event.pos())
        if index.isValid():
            self.menu_requested.emit(self._category(index), event.globalPos())
