"""The table of the values in the charts: sortable, with editable label, P and Q."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QEvent, QSortFilterProxyModel, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QKeySequence, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from klscope.by_name import load
from klscope.model.snapshot import Snapshot
from klscope.views.magnification import pixels, set_font_size
from klscope.views.table.number_cells import NumberCells
from klscope.views.table.row_selection import select_rows
from klscope.views.table.table_model import CategoryModel, Index
from klscope.views.table.table_widths import LEVELS, longest_texts, shared, widths_by_level
from klscope.views.table.table_words import CODE, LABEL, NUMBERS, lines, versions
from klscope.views.widgets.lazy_panel import LazyPanel

if TYPE_CHECKING:
    from klscope.files.writing.data_table import DataTable

translate = QCoreApplication.translate
LETTERS = 12
NARROWEST_NAMES, USUAL_NAMES, WIDEST_NAMES, GAP = 30, 64, 150, 4
"""In logical pixels."""
MEASURED_NAMES = 500


class TablePanel(LazyPanel, QTableView):
    """The table.

    Signals
    -------
    row_selected(object)
        The categories of the selected rows.
    hovered(int)
        The pointer entered the row of this category; −1 for none.
    menu_requested(int, QPoint)
        The context menu of a category was requested.
    cell_opened()
        An editor was opened.
    copied(str)
        Rows were copied, or not; with a sentence on it.
    """

    milliseconds = 60

    row_selected = Signal(object)
    hovered = Signal(int)
    menu_requested = Signal(int, object)
    cell_opened = Signal()
    copied = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("table")
        self.categories = CategoryModel(self)
        self._sorted = QSortFilterProxyModel(self)
        self._sorted.setSourceModel(self.categories)
        self._sorted.setSortRole(Qt.ItemDataRole.UserRole)
        self._sorted.setDynamicSortFilter(False)  # the order is kept during a drag
        self.setModel(self._sorted)
        self.setSortingEnabled(True)
        self.sortByColumn(-1, Qt.SortOrder.AscendingOrder)
        self._cells = NumberCells(self)
        self._cells.opened.connect(self.cell_opened)
        set_font_size(self, LETTERS)
        set_font_size(self.horizontalHeader(), LETTERS)
        self.setItemDelegate(self._cells)
        self.verticalHeader().setVisible(False)
        self.verticalHeader().setDefaultSectionSize(27)
        self.setShowGrid(False)
        self.setMouseTracking(True)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.horizontalHeader().setMinimumSectionSize(1)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setHighlightSections(False)
        self.clicked.connect(self._emit_selection)
        self._selected: tuple[int, ...] = ()
        self.retranslate()

    def retranslate(self) -> None:
        self.setAccessibleName(translate("Table", "Categories"))
        self._share_width()

    def show_words(self, words: tuple[str, ...] | None) -> None:
        """Show code words in an additional column; None removes it."""
        if words != self.categories.words:
            self.categories.show_words(words)
            self._share_width()

    def _share_width(self, only_if_lacking: bool = False) -> None:
        """Set the widths of the columns, so that numbers have as many digits as possible.

        With ``only_if_lacking``, only if a number does not fit with its fewest digits. A hidden table is measured when
        it is shown.
        """
        if not self.isVisible():
            return
        if only_if_lacking and all(self._has_room(column) for column in NUMBERS):
            return
        columns = [self._widths(column) for column in NUMBERS]
        headings, words = self.categories.headings(), self.categories.words
        if words is not None:
            columns.append([self._cells.widest((headings[CODE], *words))] * LEVELS)
        names = self._cells.widest((headings[LABEL], *self.categories.labels[:MEASURED_NAMES]))
        bounds = (pixels(NARROWEST_NAMES), min(pixels(USUAL_NAMES), names), min(pixels(WIDEST_NAMES), names))
        widths = shared(self.viewport().width(), bounds, columns)
        for column, width in enumerate(widths):
            self.setColumnWidth(column, width)
        self.categories.show_name_heading(self._cells.elided(headings[LABEL], widths[LABEL]))

    def _has_room(self, column: int) -> bool:
        """Return whether the heading and each number, with its fewest digits, fit into their column."""
        fewest = [texts[-1] for texts in self._longest_texts(column)]
        return self._cells.widest((*self._heading(column), *fewest)) <= self.columnWidth(column)

    def _heading(self, column: int) -> list[str]:
        return lines(self.categories.headings()[column], column)

    def _longest_texts(self, column: int) -> list[list[str]]:
        return longest_texts(self.categories.values(column), partial(versions, column=column))

    def _widths(self, column: int) -> list[float]:
        """Return the widths of a column of numbers, from all digits to the fewest."""
        heading = self._cells.widest(self._heading(column))
        return widths_by_level(self._longest_texts(column), self._cells.widest, heading, pixels(GAP))

    def show_snapshot(self, snapshot: Snapshot) -> None:
        super().show_snapshot(snapshot)
        if self.isVisible() and self.categories.labels != snapshot.comparison.labels:
            self.refresh()  # an open editor must not outlive its category

    def show_now(self, snapshot: Snapshot) -> None:
        """Show a state."""
        self.categories.show_snapshot(snapshot)
        self._share_width(only_if_lacking=snapshot.in_gesture)
        self._show_selected(snapshot.view.selected)
        if not snapshot.in_gesture and self._sorted.sortColumn() >= 0:
            self._sorted.sort(self._sorted.sortColumn(), self._sorted.sortOrder())

    def _show_selected(self, selected: tuple[int, ...]) -> None:
        """Select the rows of several selected categories, or clear the selection for a single one."""
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
        """Highlight the row of a category."""
        if self.isVisible():
            self.categories.pointed = index
            self.viewport().update()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._share_width()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_width()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange and hasattr(self, "_cells"):
            self._share_width()

    def _category(self, index: Index) -> int:
        return self._sorted.mapToSource(index).row()

    def _emit_selection(self) -> None:
        rows = [self._category(index) for index in self.selectionModel().selectedRows()]
        current = self._category(self.currentIndex())
        taken_out = bool(rows) and current not in rows
        self.row_selected.emit((*(row for row in rows if row != current), *(() if taken_out else (current,))))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        else:
            super().keyPressEvent(event)

    def copy(self) -> None:
        """Copy the selected rows, by default all, in the order of the table, with all digits."""
        self.refresh()
        snapshot = self.categories.snapshot
        if snapshot is None:
            return
        chosen = sorted(index.row() for index in self.selectionModel().selectedRows())
        rows = chosen or range(self._sorted.rowCount())
        places = [self._category(self._sorted.index(row, LABEL)) for row in rows]
        words = self.categories.words
        heads = None if words is None else (self.categories.headings()[CODE], words)
        table: DataTable = load("klscope.files.writing.data_table", "whole_table")(snapshot, places, heads)
        self.copied.emit(load("klscope.views.table.copying", "copy_table")(table))

    def mouseMoveEvent(self, event: Any) -> None:
        super().mouseMoveEvent(event)
        index = self.indexAt(event.position().toPoint())
        self.hovered.emit(self._category(index) if index.isValid() else -1)

    def leaveEvent(self, event: Any) -> None:
        super().leaveEvent(event)
        self.hovered.emit(-1)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        index = self.indexAt(event.pos())
        if index.isValid():
            self.menu_requested.emit(self._category(index), event.globalPos())
