"""The table of the sheet of opened data: it keeps its place while the reading changes."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QItemSelection, QItemSelectionModel, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QTableView

from klscope.files.tables.contents import Contents, DataError
from klscope.files.tables.data_reading import DataReading
from klscope.views.data.table_preview import TablePreview
from klscope.views.magnification import pixels, set_font_size
from klscope.views.theme import Theme

ROW_HEIGHT, NARROWEST, WIDEST = 22, 48, 190
MOST_SELECTED = 2000


class DataTable(QTableView):
    """A table with narrow rows."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("dataTable")
        self.preview = TablePreview()
        self.setModel(self.preview)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setWordWrap(False)
        self.setMinimumHeight(4 * ROW_HEIGHT)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
        self.verticalHeader().setMinimumSectionSize(ROW_HEIGHT // 2)
        self.horizontalHeader().setHighlightSections(False)
        self.verticalHeader().setHighlightSections(False)
        set_font_size(self, 13)
        self._shown: tuple[tuple[Contents, ...], int, float] | None = None
        self._wanted: tuple[int, int] | None = None

    def show_reading(self, reading: DataReading, theme: Theme) -> None:
        """Show the table; of the same data, the place and the widths of the columns stay."""
        bars = (self.horizontalScrollBar(), self.verticalScrollBar())
        places = [bar.value() for bar in bars]
        self._wanted = None
        self.preview.show_reading(reading, theme)
        key = (reading.contents, self.preview.columnCount(), pixels(100))
        if self._shown is not None and key[1:] == self._shown[1:] and _same(key[0], self._shown[0]):
            for bar, place in zip(bars, places, strict=True):
                bar.setValue(place)
        else:
            self._set_widths()
            self.scrollToTop()
            columns = [one for side in "PQ" if (one := self.preview.side_column(side)) is not None]
            if columns and not reading.mistakes:
                self.scrollTo(self.preview.index(0, max(columns)))
        self._shown = key

    def _set_widths(self) -> None:
        metrics, header = self.fontMetrics(), self.horizontalHeader().fontMetrics()
        for column in range(self.preview.columnCount()):
            head = str(self.preview.headerData(column, Qt.Orientation.Horizontal))
            widths = [metrics.horizontalAdvance(text) for text in self.preview.longest_texts(column)]
            needed = max([header.horizontalAdvance(head), *widths]) + pixels(14)
            self.setColumnWidth(column, min(max(needed, pixels(NARROWEST)), pixels(WIDEST)))

    def show_mistake(self, error: DataError) -> None:
        """Scroll to the cell of a mistake and make it the current one."""
        place = self.preview.place_of(error)
        if place is not None:
            self._show_cell(*place)

    def select_names(self, side: str, names: Sequence[str]) -> None:
        """Select the rows of P or Q with these names, and scroll to the first."""
        rows = self.preview.rows_of(side, names)
        if not rows:
            self.clearSelection()
            return
        first = self.preview.label_column(side)
        last = self.preview.side_column(side) or first
        selection = QItemSelection()
        for row in rows[:MOST_SELECTED]:
            selection.select(self.preview.index(row, min(first, last)), self.preview.index(row, max(first, last)))
        self._show_cell(rows[0], first)
        self.selectionModel().select(selection, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def _show_cell(self, row: int, column: int) -> None:
        self._wanted = (row, column)
        index = self.preview.index(row, column)
        # not selected: a selection would hide the colour of a mistake
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)
        self.scrollTo(index, QAbstractItemView.ScrollHint.PositionAtCenter)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep a wanted cell visible: when it was asked for, the table may have had no size."""
        super().resizeEvent(event)
        if self._wanted is not None and self._wanted[0] < self.preview.rowCount():
            self.scrollTo(self.preview.index(*self._wanted), QAbstractItemView.ScrollHint.PositionAtCenter)

    def set_theme(self, theme: Theme) -> None:
        self.preview.set_theme(theme)


def _same(some: Sequence[Contents], others: Sequence[Contents]) -> bool:
    return len(some) == len(others) and all(one is other for one, other in zip(some, others, strict=True))
