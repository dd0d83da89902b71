"""The editor *Edit values*: names and weights are typed or pasted, and applied as one undo step."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from klscope.by_name import load
from klscope.files.tables.places import NAMES, P, Q, Texts
from klscope.files.weights_text import WeightError, parse_weight
from klscope.model.comparison import FEWEST_CATEGORIES, LabelError, check_labels
from klscope.model.snapshot import Snapshot
from klscope.theory.distribution import exact_sum, read_only
from klscope.views.magnification import set_font_size
from klscope.views.table.values_cells import ValuesCells, is_apply, is_for_a_cell
from klscope.views.widgets.live_label import Holder, LiveLabel
from klscope.views.words import numbers
from klscope.views.words.weight_words import of_label

if TYPE_CHECKING:
    from klscope.views.table.pasting import Paste

translate = QCoreApplication.translate
SIDES = {P: "P", Q: "Q"}
MOST_ALTERNATIVES = 3


class ValuesEditor(QWidget):
    """A table of texts with buttons; changes take effect on apply.

    Signals
    -------
    applied(object, object, object)
        Labels, weights of P and weights of Q; None for unchanged columns.
    cancelled()
        The user cancelled.
    """

    applied = Signal(object, object, object)
    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(4, 6, 8, 6)
        column.setSpacing(4)
        self._how = self._lines(column, 2)
        self._how.setProperty("quiet", True)
        self._others = [QPushButton() for _ in range(MOST_ALTERNATIVES)]
        others = QGridLayout()
        column.addLayout(others)
        for place, button in enumerate(self._others):
            button.clicked.connect(lambda _checked=False, place=place: self._read_otherwise(place))
            others.addWidget(button, place // 2, place % 2, Qt.AlignmentFlag.AlignLeft)
        others.setColumnStretch(1, 1)
        self.cells = ValuesCells()
        self.cells.edited.connect(self._take_edit)
        self.cells.apply_pressed.connect(self.apply)
        self.cells.cancel_pressed.connect(self.cancelled)
        self.cells.undo_pressed.connect(self._take_back)
        self.cells.pasted.connect(self.paste)
        column.addWidget(self.cells, 1)
        self._sums = QLabel()
        set_font_size(self._sums, 13, bold=True)
        self._sums.setTextFormat(Qt.TextFormat.PlainText)
        column.addWidget(self._sums)
        self._wrong = self._lines(column, 2)
        self._wrong.setProperty("role", "error")
        buttons = QHBoxLayout()
        column.addLayout(buttons)
        self._uniform, self._apply, self._cancel = QPushButton(), QPushButton(), QPushButton()
        self._apply.setDefault(True)
        self._apply.clicked.connect(self.apply)
        self._cancel.clicked.connect(self.cancelled)
        self._uniform.clicked.connect(self._make_uniform)
        buttons.addWidget(self._uniform)
        buttons.addStretch(1)
        buttons.addWidget(self._cancel)
        buttons.addWidget(self._apply)
        self._originals: Texts = ()
        self.labels: tuple[str, ...] = ()
        self._earlier: list[Texts] = []
        self._paste: Paste | None = None
        self._typed_since = False
        self.retranslate()

    @staticmethod
    def _lines(column: QVBoxLayout, count: int) -> LiveLabel:
        """Add a label of ``count`` lines, so that the layout does not change with its text."""
        label = LiveLabel()
        label.setWordWrap(True)
        label.setAlignment(Qt.AlignmentFlag.AlignTop)
        holder = Holder(label)
        holder.setFixedHeight(count * label.fontMetrics().lineSpacing() + 2)
        column.addWidget(holder)
        return label

    def retranslate(self) -> None:
        self._apply.setText(translate("ValuesEditor", "Apply"))
        self._apply.setToolTip(translate("ValuesEditor", "Ctrl+Enter"))
        self._cancel.setText(translate("ValuesEditor", "Cancel"))
        self._cancel.setToolTip(translate("ValuesEditor", "Esc"))
        self.cells.setAccessibleName(translate("ValuesEditor", "Weights to be applied"))
        self.cells.setHorizontalHeaderLabels([translate("ValuesEditor", "category"), "P", "Q"])
        self._show()

    def begin(self, snapshot: Snapshot) -> None:
        """Load the values of a state, and make the first one current."""
        comparison = snapshot.comparison
        sides = (comparison.p.probabilities.tolist(), comparison.q.probabilities.tolist())
        columns = (tuple(comparison.labels), *(tuple(repr(value) for value in side) for side in sides))
        self._originals, self.labels = columns, comparison.labels
        self._earlier.clear()
        self.cells.fill(columns)
        self._paste = None
        self._show()
        self.cells.go_to(0, Q if snapshot.view.active.value == "Q" else P)
        self.cells.setFocus()

    # -- pasting ------------------------------------------------------------------------------------------------

    def paste(self, text: str) -> None:
        """Paste a single value into the current cell, or replace the table; other texts change nothing."""
        row, column = max(0, self.cells.currentRow()), max(0, self.cells.currentColumn())
        paste_over = load("klscope.views.table.pasting", "paste_over")
        self._take(paste_over(text, self.cells.texts(), row, column))

    def _read_otherwise(self, place: int) -> None:
        if self._paste is not None and place < len(self._paste.alternatives):
            self.cells.setFocus()  # commits an open editor before the cells are replaced
            self._take(self._paste.read_otherwise(place))

    def _take(self, paste: Paste) -> None:
        self._paste, self._typed_since = paste, False
        if paste.filled is not None:
            before = self.cells.texts()
            if paste.filled.columns != before:
                self._earlier.append(before)
            self.cells.fill(paste.filled.columns, paste.filled.origins)
            self.cells.go_to(*paste.cursor)
        self._show()

    def _take_back(self) -> None:
        """Undo the last paste."""
        self.cells.setFocus()
        if self._earlier:
            row, column = max(0, self.cells.currentRow()), max(0, self.cells.currentColumn())
            self.cells.fill(self._earlier.pop())
            self.cells.go_to(min(row, self.cells.rowCount() - 1), column)
        self._paste = None
        self._show()

    def _make_uniform(self) -> None:
        """Set equal weights for the side without values."""
        self.cells.setFocus()
        columns = list(self.cells.texts())
        self._earlier.append(tuple(columns))
        origins = [[self.cells.origin(row, place) for row in range(self.cells.rowCount())] for place in (NAMES, P, Q)]
        for place in self._sides_without_values():
            columns[place] = ("1",) * len(columns[place])
        row, column = max(0, self.cells.currentRow()), max(0, self.cells.currentColumn())
        self.cells.fill(tuple(columns), origins)
        self.cells.go_to(row, column)
        self._show()

    def _take_edit(self) -> None:
        """Update after a cell was edited; alternatives of a paste are no longer offered."""
        self._typed_since = True
        self._show()

    # -- messages ----------------------------------------------------------------------------------------------

    def _show(self) -> None:
        """Show how a text was read, mistakes, and the sums of the values."""
        paste = None if self._typed_since else self._paste
        self._how.setText(paste.sentence if paste is not None and paste.sentence else self._help())
        offered = paste.alternatives[:MOST_ALTERNATIVES] if paste is not None else []
        for place, button in enumerate(self._others):
            button.setVisible(place < len(offered))
            if place < len(offered):
                button.setText(offered[place])
        missing = self._sides_without_values()
        self._uniform.setVisible(len(missing) == 1)
        if missing:
            self._uniform.setText(translate("ValuesEditor", "Make {side} uniform").format(side=SIDES[missing[0]]))
        self._show_sums(paste.refusal if paste is not None else "")

    @staticmethod
    def _help() -> str:
        return translate(
            "ValuesEditor",
            "Type or paste weights as they are: 0.2, 1/6, 30%, counts, a table. They are scaled on Apply.",
        )

    def _sides_without_values(self) -> list[int]:
        return [place for place in SIDES if self.cells.rowCount() and not any(self.cells.texts()[place])]

    def _show_sums(self, wrong: str) -> None:
        parts = []
        for place, name in SIDES.items():
            weights, mistake = self._weights(place)
            total = "–" if mistake else numbers.short(exact_sum(read_only(weights)))
            parts.append(translate("ValuesEditor", "sum of {name} = {total}").format(name=name, total=total))
            wrong = wrong or mistake
        self._sums.setText("   ".join(parts))
        self._wrong.setText(wrong or self._wrong_name())
        self._apply.setEnabled(not self._wrong.text() and self.cells.rowCount() >= FEWEST_CATEGORIES)

    def _weights(self, place: int) -> tuple[list[float], str]:
        """Return the weights of a column, or the error of the first invalid one."""
        weights, texts = [], self.cells.texts()[place]
        if texts and not any(texts):
            return [], translate("ValuesEditor", "{side} has no values yet: paste or type them.").format(
                side=SIDES[place]
            )
        for row, text in enumerate(texts):
            mistake = self._mistake_in(row, place)
            if mistake:
                return [], mistake
            try:
                weights.append(parse_weight(text))
            except WeightError as error:
                return [], translate("ValuesEditor", "Row {row}, column {column}: {reason}").format(
                    row=row + 1, column=SIDES[place], reason=error.reason
                )
        return weights, ""

    def _mistake_in(self, row: int, place: int) -> str:
        """Return the mistake of a pasted cell that was not edited since; empty if there is none."""
        return "" if self._paste is None else self._paste.mistake_of(self.cells.origin(row, place))

    def _wrong_name(self) -> str:
        """Return the error of the first invalid name; empty if all are valid."""
        names = tuple(text.strip() for text in self.cells.texts()[NAMES])
        try:
            check_labels(names)
        except LabelError as error:
            mistake = self._mistake_in(error.position - 1, NAMES)
            if mistake:
                return mistake
            what = of_label(error.position, error.label, error.taken_by)
            return translate("ValuesEditor", "Row {row}: {reason}").format(row=error.position, reason=what)
        return ""

    def show_error(self, text: str) -> None:
        """Show why the values could not be applied."""
        self._wrong.setText(text)

    def apply(self) -> None:
        """Emit `applied` if all values are valid."""
        self.cells.setFocus()  # commits an open editor
        if not self._apply.isEnabled():
            return
        changed = [texts != before for texts, before in zip(self.cells.texts(), self._originals, strict=True)]
        labels = tuple(text.strip() for text in self.cells.texts()[NAMES])
        self.applied.emit(
            labels if changed[NAMES] else None,
            self._weights(P)[0] if changed[P] else None,
            self._weights(Q)[0] if changed[Q] else None,
        )

    def event(self, event: QEvent) -> bool:
        """Override shortcuts of the window: Ctrl+Enter applies, letters and Del are for the cells."""
        if event.type() is QEvent.Type.ShortcutOverride and (is_apply(event) or is_for_a_cell(event)):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_apply(event):
            self.apply()
        elif event.key() == Qt.Key.Key_Escape:
            self.cancelled.emit()
        else:
            super().keyPressEvent(event)
