"""The sheet of opened data: how they are read, in drop-down lists over the table."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QCoreApplication, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDoubleSpinBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from klscope.files.tables import reading_words
from klscope.files.tables.contents import Question
from klscope.files.tables.data_reading import DataReading
from klscope.files.tables.options import NumberKind, ReadOptions
from klscope.views.data.sheet_choices import Choice, choices
from klscope.views.data.table_preview import TablePreview
from klscope.views.magnification import set_font_size
from klscope.views.theme import Theme

translate = QCoreApplication.translate
PER_ROW = 2


class DataSheet(QWidget):
    """Shows a reading and changes its options; the bars show the result already.

    Signals
    -------
    options_changed(ReadOptions)
        The data are to be read with other options.
    applied()
        The reading is to be used.
    cancelled()
        The state before is to be restored.
    """

    options_changed = Signal(object)
    applied = Signal()
    cancelled = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("dataSheet")
        self._theme = theme
        self._reading: DataReading | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(4, 6, 8, 6)
        column.setSpacing(6)
        self._title = QLabel()
        set_font_size(self._title, 15, bold=True)
        self._title.setTextFormat(Qt.TextFormat.PlainText)
        column.addWidget(self._title)
        self._grid = QGridLayout()
        column.addLayout(self._grid)
        self._grid.setHorizontalSpacing(6)
        self._grid.setVerticalSpacing(4)
        for place in range(PER_ROW):
            self._grid.setColumnStretch(2 * place + 1, 1)
        self._boxes: dict[str, tuple[QLabel, QComboBox]] = {}
        self._choices: dict[str, Choice] = {}
        more = QHBoxLayout()
        column.addLayout(more)
        self._duplicates, self._rest = QCheckBox(), QCheckBox()
        self._duplicates.setObjectName("dataDuplicates")
        self._rest.setObjectName("dataRest")
        self._amount_label, self._amount = QLabel(), QDoubleSpinBox()
        self._amount.setObjectName("dataAmount")
        self._amount.setDecimals(3)
        self._amount.setSingleStep(0.5)
        for part in (self._duplicates, self._rest, self._amount_label, self._amount):
            set_font_size(part, 13)
            more.addWidget(part)
        more.addStretch(1)
        self._duplicates.toggled.connect(lambda on: self._change(add_duplicates=on))
        self._rest.toggled.connect(lambda on: self._change(rest=on))
        self._amount.valueChanged.connect(self._change_amount)
        self._said = self._wrapped(column, "quiet")
        self._wrong = self._wrapped(column, "")
        self._wrong.setProperty("role", "error")
        self._wrong.setObjectName("dataWrong")
        self.preview = TablePreview()
        self._table = QTableView()
        self._table.setModel(self.preview)
        self._table.setObjectName("dataTable")
        self._table.setTabKeyNavigation(False)
        set_font_size(self._table, 13)
        column.addWidget(self._table, 1)
        buttons = QHBoxLayout()
        column.addLayout(buttons)
        buttons.addStretch(1)
        self._cancel, self.apply_button = QPushButton(), QPushButton()
        self._cancel.setObjectName("dataCancel")
        self.apply_button.setObjectName("dataApply")
        self.apply_button.setDefault(True)
        for button, signal in ((self._cancel, self.cancelled), (self.apply_button, self.applied)):
            set_font_size(button, 13)
            button.clicked.connect(signal)
            buttons.addWidget(button)

    @staticmethod
    def _wrapped(column: QVBoxLayout, quiet: str) -> QLabel:
        label = QLabel()
        label.setWordWrap(True)
        label.setTextFormat(Qt.TextFormat.PlainText)
        set_font_size(label, 13)
        if quiet:
            label.setProperty(quiet, True)
        column.addWidget(label)
        return label

    def take_focus(self) -> None:
        """Focus *Apply*, or the choice that is asked for."""
        if self.apply_button.isEnabled():
            self.apply_button.setFocus()
            return
        first = next((box for _, box in self._boxes.values() if not box.isHidden()), None)
        (first or self._cancel).setFocus()

    def show_reading(self, reading: DataReading) -> None:
        """Show how data are read, what is ambiguous and what is wrong."""
        self._reading = reading
        self._title.setText(" · ".join(content.source for content in reading.contents))
        self._show_choices(choices(reading))
        self._show_more(reading)
        pair = reading.pair
        self._said.setText(reading_words.of_pair(pair) if pair is not None else "")
        if reading.rows is not None:
            self._said.setText(reading_words.of_rows(reading.rows))
        wrong = reading.error or next(iter(reading.asked), None)
        text = "" if wrong is None else str(wrong)
        self._wrong.setText(text[:1].upper() + text[1:] + "." if text else "")
        self._wrong.setVisible(bool(text))
        self._cancel.setText(translate("Data", "Cancel"))
        self.apply_button.setText(translate("Data", "Apply"))
        self.apply_button.setEnabled(pair is not None or reading.rows is not None)
        self._table.setAccessibleName(translate("Data", "The data as read"))
        self.preview.show_reading(reading, self._theme)
        mistake = self.preview.mistake()
        if mistake is not None:
            self._table.scrollTo(self.preview.index(*mistake))

    def _show_choices(self, found: list[Choice]) -> None:
        self._choices = {choice.name: choice for choice in found}
        for name, (label, box) in self._boxes.items():
            for part in (label, box):
                part.setVisible(name in self._choices)
        for place, choice in enumerate(found):
            label, box = self._box(choice.name)
            self._grid.addWidget(label, place // PER_ROW, 2 * (place % PER_ROW))
            self._grid.addWidget(box, place // PER_ROW, 2 * (place % PER_ROW) + 1)
            label.setText(choice.label)
            with QSignalBlocker(box):
                box.clear()
                for text, value in choice.items:
                    box.addItem(text, value)
                values = [value for _, value in choice.items]
                box.setCurrentIndex(values.index(choice.value) if choice.value in values else -1)
            box.setAccessibleName(choice.label)

    def _box(self, name: str) -> tuple[QLabel, QComboBox]:
        if name not in self._boxes:
            label, box = QLabel(), QComboBox()
            box.setObjectName(name)
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.setMinimumContentsLength(6)
            label.setBuddy(box)
            for part in (label, box):
                set_font_size(part, 13)
            box.activated.connect(lambda place, name=name: self._choose(name, place))
            self._boxes[name] = (label, box)
        return self._boxes[name]

    def _choose(self, name: str, place: int) -> None:
        if self._reading is not None and name in self._choices:
            choice = self._choices[name]
            self.options_changed.emit(choice.choose(self._reading.options, choice.items[place][1]))

    def _kinds(self) -> set[NumberKind | None]:
        pair = self._reading.pair if self._reading is not None else None
        options = self._reading.options if self._reading is not None else ReadOptions()
        kinds: set[NumberKind | None] = {options.p_numbers, options.q_numbers}
        rows = self._reading.rows if self._reading is not None else None
        if rows is not None:
            kinds |= {rows.p_kind, rows.q_kind}
        return kinds | ({pair.p_side.kind, pair.q_side.kind} if pair is not None else set())

    def _show_more(self, reading: DataReading) -> None:
        """Show the settings that concern these numbers only."""
        options, kinds = reading.options, self._kinds()
        doubled = reading.error is not None and reading.error.question is Question.DUPLICATES
        self._duplicates.setText(translate("Data", "Add up equal names"))
        self._duplicates.setVisible(doubled or options.add_duplicates)
        self._rest.setText(translate("Data", "Add the rest to 1"))
        fractions = {NumberKind.PROBABILITIES, NumberKind.PERCENT, NumberKind.LOG_PROBABILITIES}
        below_one = reading.pair is not None and reading.pair.p_side.total < 0.999
        self._rest.setVisible(options.rest or (bool(kinds & fractions) and below_one))
        logits, counts = NumberKind.LOGITS in kinds, NumberKind.COUNTS in kinds
        self._amount_label.setVisible(logits or counts)
        self._amount.setVisible(logits or counts)
        self._amount_label.setText(
            translate("Data", "Temperature") if logits else translate("Data", "Add to each count")
        )
        self._amount.setAccessibleName(self._amount_label.text())
        for part in (self._duplicates, self._rest, self._amount):
            part.blockSignals(True)
        self._duplicates.setChecked(options.add_duplicates)
        self._rest.setChecked(options.rest)
        self._amount.setRange(0.001 if logits else 0.0, 1e6)
        self._amount.setValue(options.temperature if logits else options.add)
        for part in (self._duplicates, self._rest, self._amount):
            part.blockSignals(False)

    def _change_amount(self, value: float) -> None:
        name = "temperature" if NumberKind.LOGITS in self._kinds() else "add"
        self._change(**{name: value})

    def _change(self, **changes: Any) -> None:
        if self._reading is not None:
            self.options_changed.emit(self._reading.options.changed(**changes))

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        if self._reading is not None:
            self.preview.show_reading(self._reading, theme)

    def retranslate(self) -> None:
        if self._reading is not None:
            self.show_reading(self._reading)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.cancelled.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.apply_button.isEnabled():
            self.applied.emit()
        else:
            super().keyPressEvent(event)
