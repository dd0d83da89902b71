"""*Edit values*: weights typed or pasted as they are printed in a paper, applied, normalised, as one step."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QApplication,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QStyledItemDelegate,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from klscope.files.weights_text import WeightError, parse_weight
from klscope.model.snapshot import Snapshot
from klscope.theory.distribution import exact_sum, read_only
from klscope.views import numbers
from klscope.views.live_label import Holder, LiveLabel
from klscope.views.magnification import set_letters

translate = QCoreApplication.translate
COLUMNS = 3


class CellDelegate(QStyledItemDelegate):
    """Asks ``keys`` about what is pressed in an open cell before the cell does."""

    def __init__(self, keys: ValuesEditor) -> None:
        super().__init__(keys)
        self._keys = keys

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Hand over the keys that mean the whole table."""
        return self._keys.takes_key(event, in_cell=True) or super().eventFilter(watched, event)


def _is_apply(event: QEvent) -> bool:
    return (
        isinstance(event, QKeyEvent)
        and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        and bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
    )


def _is_for_a_cell(event: QEvent) -> bool:
    """Tell whether a key types or empties a cell, whatever it means to the window."""
    if not isinstance(event, QKeyEvent):
        return False
    plain = not event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
    return plain and (event.key() == Qt.Key.Key_Delete or (event.text().isprintable() and event.text() != ""))


def _is_weight(text: str) -> bool:
    try:
        parse_weight(text)
    except WeightError:
        return False
    return True


class ValuesEditor(QWidget):
    """A table of texts; nothing changes until it is applied.

    Signals
    -------
    applied(object, object, object)
        Labels, weights of P and weights of Q; each None where its column was left as it was.
    cancelled()
        All stays as it was.
    """

    applied = Signal(object, object, object)
    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(4, 6, 8, 6)
        column.setSpacing(4)
        self._help = self._two_lines(column)
        self._help.setProperty("quiet", True)
        self.cells = QTableWidget(0, COLUMNS)
        self.cells.setObjectName("valuesEditor")
        set_letters(self.cells, 13)
        self.cells.setMinimumHeight(40)
        self.cells.verticalHeader().setVisible(False)
        self.cells.verticalHeader().setDefaultSectionSize(27)
        self.cells.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.cells.setEditTriggers(QAbstractItemView.EditTrigger.AllEditTriggers)
        self.cells.installEventFilter(self)
        delegate = CellDelegate(self)
        delegate.closeEditor.connect(self._go_on)
        self.cells.setItemDelegate(delegate)
        self.cells.itemChanged.connect(self._show_sums)
        column.addWidget(self.cells, 1)
        self._sums = QLabel()
        set_letters(self._sums, 13, bold=True)
        self._sums.setTextFormat(Qt.TextFormat.PlainText)
        column.addWidget(self._sums)
        self._wrong = self._two_lines(column)
        self._wrong.setProperty("role", "error")
        buttons = QHBoxLayout()
        self._apply, self._cancel = QPushButton(), QPushButton()
        self._apply.setDefault(True)
        self._apply.clicked.connect(self.apply)
        self._cancel.clicked.connect(self.cancelled)
        buttons.addStretch(1)
        buttons.addWidget(self._cancel)
        buttons.addWidget(self._apply)
        column.addLayout(buttons)
        self._originals: list[list[str]] = []
        self.labels: tuple[str, ...] = ()
        self._filling = False
        self.retranslate()

    @staticmethod
    def _two_lines(column: QVBoxLayout) -> LiveLabel:
        """Add a text that has two lines to itself, whatever it says: nothing moves when it changes."""
        label = LiveLabel()
        label.setWordWrap(True)
        label.setAlignment(Qt.AlignmentFlag.AlignTop)
        holder = Holder(label)
        holder.setFixedHeight(2 * label.fontMetrics().lineSpacing() + 2)
        column.addWidget(holder)
        return label

    def retranslate(self) -> None:
        """Set the words in the current language."""
        self._help.setText(
            translate(
                "ValuesEditor", "Type or paste weights as they are: 0.2, 1/6, 30%, counts. They are scaled on Apply."
            )
        )
        self._apply.setText(translate("ValuesEditor", "Apply"))
        self._apply.setToolTip(translate("ValuesEditor", "Ctrl+Enter"))
        self._cancel.setText(translate("ValuesEditor", "Cancel"))
        self._cancel.setToolTip(translate("ValuesEditor", "Esc"))
        self.cells.setAccessibleName(translate("ValuesEditor", "Weights to be applied"))
        self.cells.setHorizontalHeaderLabels([translate("ValuesEditor", "category"), "P", "Q"])

    def begin(self, snapshot: Snapshot) -> None:
        """Start from the values of a state, with the first one under the cursor."""
        comparison = snapshot.comparison
        columns = [
            list(comparison.labels),
            [f"{value!r}" for value in comparison.p.probabilities.tolist()],
            [f"{value!r}" for value in comparison.q.probabilities.tolist()],
        ]
        self._filling = True
        self.cells.setRowCount(comparison.n)
        for place, texts in enumerate(columns):
            for row, text in enumerate(texts):
                item = QTableWidgetItem(text)
                if place:
                    item.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
                self.cells.setItem(row, place, item)
        self._filling = False
        self._originals, self.labels = columns, comparison.labels
        self._show_sums()
        self.cells.setCurrentCell(0, 2 if snapshot.view.active.value == "Q" else 1)
        self.cells.setFocus()

    def _texts(self, place: int) -> list[str]:
        items = [self.cells.item(row, place) for row in range(self.cells.rowCount())]
        return [item.text() if item is not None else "" for item in items]

    def _weights(self, place: int) -> list[float]:
        """Return a column's weights; raise WeightError with the row of the first that cannot be read."""
        weights = []
        for row, text in enumerate(self._texts(place), start=1):
            try:
                weights.append(parse_weight(text))
            except WeightError as error:
                raise WeightError(error.fault, error.text, row) from None
        return weights

    def _show_sums(self) -> None:
        if self._filling:
            return
        parts, wrong = [], ""
        for place, name in ((1, "P"), (2, "Q")):
            try:
                total = numbers.short(exact_sum(read_only(self._weights(place))))
            except WeightError as error:
                total = "–"
                wrong = wrong or translate("ValuesEditor", "Row {row}, column {column}: {reason}").format(
                    row=error.position, column=name, reason=error.reason
                )
            parts.append(translate("ValuesEditor", "sum of {name} = {total}").format(name=name, total=total))
        self._sums.setText("   ".join(parts))
        self._wrong.setText(wrong)
        self._apply.setEnabled(not wrong)

    def show_error(self, text: str) -> None:
        """Say why the values could not be applied."""
        self._wrong.setText(text)

    def apply(self) -> None:
        """Hand the values over, if all can be read."""
        self.cells.setFocus()  # an open cell commits
        self._show_sums()
        if not self._apply.isEnabled():
            return
        changed = [self._texts(place) != self._originals[place] for place in range(COLUMNS)]
        self.applied.emit(
            tuple(text.strip() for text in self._texts(0)) if changed[0] else None,
            self._weights(1) if changed[1] else None,
            self._weights(2) if changed[2] else None,
        )

    def _go_on(self, _editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        """Go down after Enter, so that a column is typed one value after the other."""
        if hint is QAbstractItemDelegate.EndEditHint.SubmitModelCache:
            row = min(self.cells.currentRow() + 1, self.cells.rowCount() - 1)
            self.cells.setCurrentCell(row, self.cells.currentColumn())

    def event(self, event: QEvent) -> bool:
        """Keep Ctrl+Enter for applying, and letters and Del for the cells: to the window they mean something else."""
        if event.type() is QEvent.Type.ShortcutOverride and (_is_apply(event) or _is_for_a_cell(event)):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Apply or cancel by key, wherever the focus is."""
        if _is_apply(event):
            self.apply()
        elif event.key() == Qt.Key.Key_Escape:
            self.cancelled.emit()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Apply, cancel and paste by key."""
        return self.takes_key(event, in_cell=False) or super().eventFilter(watched, event)

    def takes_key(self, event: QEvent, in_cell: bool) -> bool:
        """Apply, cancel or paste, if that is what a key pressed in the table, or in an open cell of it, means."""
        if event.type() is not QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if _is_apply(event):
            self.apply()
        elif event.key() == Qt.Key.Key_Escape and not in_cell:  # an open cell reverts first
            self.cancelled.emit()
        elif event.key() == Qt.Key.Key_Delete and not in_cell:
            for item in self.cells.selectedItems():
                item.setText("")
        elif event.matches(QKeySequence.StandardKey.Paste):
            text = QApplication.clipboard().text()
            if in_cell and len(text.split()) < 2:
                return False
            self.cells.setFocus()
            self.paste(text)
        else:
            return False
        return True

    def paste(self, text: str) -> None:
        """Fill cells from the current one on: rows by lines, columns by tabs; one line of numbers runs downwards."""
        rows = [line.split("\t") for line in text.strip().splitlines()]
        if len(rows) == 1:
            entries = rows[0][0].replace(";", " ").replace(",", " ").split() if len(rows[0]) == 1 else rows[0]
            if len(entries) != COLUMNS or all(_is_weight(entry) for entry in entries):
                rows = [[entry] for entry in entries]
        elif not any(_is_weight(entry) for entry in rows[0]):
            rows = rows[1:]  # headings, as the table copies them
        first_row, first_column = max(0, self.cells.currentRow()), max(0, self.cells.currentColumn())
        if rows and len(rows[0]) == COLUMNS:
            first_column = 0
        self._filling = True
        for row, entries in enumerate(rows, start=first_row):
            for place, entry in enumerate(entries, start=first_column):
                item = self.cells.item(row, place)
                if item is not None:
                    item.setText(entry.strip())
        self._filling = False
        self._show_sums()
        over = first_row + len(rows) - self.cells.rowCount()
        if over > 0:
            self.show_error(
                translate("ValuesEditor", "{count} lines more were pasted than there are categories below.").format(
                    count=over
                )
            )
