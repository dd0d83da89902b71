"""The sentence of drop-down lists that says how data are read: "26 categories, names [letter], P [english] as …"."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QCoreApplication, QLocale, QSignalBlocker, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QDoubleSpinBox, QLabel, QWidget

from klscope.files.tables.contents import Question
from klscope.files.tables.data_reading import DataReading, Second
from klscope.files.tables.options import NumberKind, ReadOptions
from klscope.numerals import shortest
from klscope.views.data.choice import Choice, Line
from klscope.views.data.sheet_choices import choices
from klscope.views.magnification import pixels, set_font_size
from klscope.views.widgets.flow import Flow
from klscope.views.widgets.parts import text_label

translate = QCoreApplication.translate
NARROWEST, WIDEST = 60, 150
ITEMS_MEASURED = 200
FRACTIONS = {NumberKind.PROBABILITIES, NumberKind.PERCENT, NumberKind.LOG_PROBABILITIES}


class Amount(QDoubleSpinBox):
    """A number without trailing zeros, that is taken when it is typed to its end."""

    def __init__(self) -> None:
        super().__init__()
        self.setLocale(QLocale.c())
        self.setDecimals(3)
        self.setSingleStep(0.5)
        self.setKeyboardTracking(False)

    def textFromValue(self, value: float) -> str:
        return f"{value:.10g}"


class ReadingSentence(Flow):
    """Drop-down lists with words between them.

    Signals
    -------
    options_changed(ReadOptions)
        The data are to be read with other options.
    second_chosen(Second)
        Q is to be read from elsewhere.
    """

    options_changed = Signal(object)
    second_chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._reading: DataReading | None = None
        self._options = ReadOptions()
        """The options that were asked for last, which may not have been read yet."""
        self._choices: dict[str, Choice] = {}
        self._boxes: dict[str, tuple[QLabel, QComboBox]] = {}
        self._count, self._p_sum, self._q_sum, self._amount_label = (text_label(13) for _ in range(4))
        for label, name in (
            (self._count, "dataCount"),
            (self._p_sum, "dataPSum"),
            (self._q_sum, "dataQSum"),
            (self._amount_label, "dataAmountLabel"),
        ):
            label.setObjectName(name)
        self.duplicates, self.rest, self.empty = QCheckBox(), QCheckBox(), QCheckBox()
        self.amount = Amount()
        self._amount_label.setBuddy(self.amount)
        for box, name, option in (
            (self.duplicates, "dataDuplicates", "add_duplicates"),
            (self.rest, "dataRest", "rest"),
            (self.empty, "dataEmpty", "leave_out_empty"),
        ):
            box.setObjectName(name)
            box.toggled.connect(lambda on, option=option: self.change(**{option: on}))
        self.amount.setObjectName("dataAmount")
        self.amount.valueChanged.connect(self._change_amount)
        for part in (self.duplicates, self.rest, self.empty, self.amount):
            set_font_size(part, 13)

    def first_list(self) -> QWidget | None:
        """Return what decides a question, the first list without a value, or the first one."""
        if self.duplicates.isVisibleTo(self) and not self.duplicates.isChecked():
            return self.duplicates
        error = self._reading.error if self._reading is not None else None
        if error is not None and error.question is Question.NUMBERS and "dataPNumbers" in self._choices:
            return self._boxes["dataPNumbers"][1]
        shown = [self._boxes[name][1] for name in self._choices]
        return next((box for box in shown if box.currentIndex() < 0), shown[0] if shown else None)

    def take_focus(self) -> None:
        """Focus the first list."""
        box = self.first_list()
        if box is not None:
            box.setFocus()

    def show_reading(self, reading: DataReading) -> None:
        """Show the choices of a reading."""
        self._reading, self._options = reading, reading.options
        self._choices = {choice.name: choice for choice in choices(reading)}
        lines: dict[Line, list[QWidget]] = {line: [] for line in Line}
        self._show_count(reading)
        lines[Line.CATEGORIES].append(self._count)
        for choice in self._choices.values():
            lines[choice.line] += self._shown(choice)
        pair = reading.pair
        if pair is not None:
            for line, label, side in ((Line.P, self._p_sum, pair.p_side), (Line.Q, self._q_sum, pair.q_side)):
                if side.kind is not None and side.kind is not NumberKind.LOGITS:
                    total = shortest(float(f"{side.total:.7g}"))
                    label.setText(translate("Data", "sum {total}").format(total=total))
                    lines[line].append(label)
        focus = self.focusWidget()
        further = self._further(reading)
        if (
            focus is not None
            and focus in (self.duplicates, self.rest, self.empty, self.amount)
            and focus not in further
        ):
            self.take_focus()
        lines[Line.FURTHER] += further
        self.show_lines(list(lines.values()))

    def _show_count(self, reading: DataReading) -> None:
        pair, rows = reading.pair, reading.rows
        if rows is not None:
            words = translate("Data", "{count} rows of {n} categories:")
            self._count.setText(words.format(count=f"{rows.count:,}", n=f"{rows.n:,}"))
        elif pair is not None or reading.frames:
            n = pair.n if pair is not None else reading.frames[0].n
            self._count.setText(translate("Data", "{count} categories:").format(count=f"{n:,}"))
        else:
            self._count.setText("")

    def _shown(self, choice: Choice) -> list[QWidget]:
        """Return the label and the list of a choice, filled."""
        label, box = self._box(choice.name)
        label.setText(choice.label)
        values = [value for _, value in choice.items]
        with QSignalBlocker(box):
            box.clear()
            box.addItems([text for text, _ in choice.items])
            box.setCurrentIndex(values.index(choice.value) if choice.value in values else -1)
        box.setPlaceholderText("–")
        texts = [text for text, _ in choice.items[:ITEMS_MEASURED]]
        widest = max((box.fontMetrics().horizontalAdvance(text) for text in texts), default=0)
        width = min(max(widest + pixels(38), pixels(NARROWEST)), pixels(WIDEST))
        if box.minimumWidth() != width:
            box.setFixedWidth(width)
        box.view().setMinimumWidth(min(widest, pixels(400)) + pixels(38))
        box.setAccessibleName(choice.spoken or choice.label)
        box.setAccessibleDescription(choice.tip)
        box.setToolTip(choice.tip or (box.currentText() if widest + pixels(38) > width else ""))
        return [label, box] if choice.label else [box]

    def _box(self, name: str) -> tuple[QLabel, QComboBox]:
        if name not in self._boxes:
            box = QComboBox()
            box.setObjectName(name)
            label = text_label(13, bold=name in ("dataP", "dataQ"))
            if name in ("dataP", "dataQ"):
                label.setProperty("role", name[-1].lower())
            label.setBuddy(box)
            set_font_size(box, 13)
            box.setMaxVisibleItems(20)
            box.activated.connect(lambda place, name=name: self._choose(name, place))
            self._boxes[name] = (label, box)
        return self._boxes[name]

    def _choose(self, name: str, place: int) -> None:
        if self._reading is None or name not in self._choices:
            return
        choice = self._choices[name]
        chosen = choice.choose(self._options, choice.items[place][1])
        if isinstance(chosen, Second):
            if chosen is Second.FILE:  # the list shows what is in use until a file is chosen
                self._shown(choice)
            self.second_chosen.emit(chosen)
        else:
            self._options = chosen
            self.options_changed.emit(chosen)

    def _kinds(self, reading: DataReading) -> set[NumberKind | None]:
        options, pair, rows = reading.options, reading.pair, reading.rows
        kinds: set[NumberKind | None] = {options.p_numbers, options.q_numbers}
        if rows is not None:
            kinds |= {rows.p_kind, rows.q_kind}
        return kinds | ({pair.p_side.kind, pair.q_side.kind} if pair is not None else set())

    def _further(self, reading: DataReading) -> list[QWidget]:
        """Return the settings that concern these numbers only, filled."""
        options, pair, kinds = reading.options, reading.pair, self._kinds(reading)
        parts: list[QWidget] = []
        logits, counts = NumberKind.LOGITS in kinds, NumberKind.COUNTS in kinds
        if logits or counts:
            words = translate("Data", "temperature") if logits else translate("Data", "add to each count")
            self._amount_label.setText(words)
            self.amount.setAccessibleName(words)
            with QSignalBlocker(self.amount):
                self.amount.setRange(0.001 if logits else 0.0, 1e6)
                self.amount.setValue(options.temperature if logits else options.add)
            self.amount.setFixedWidth(pixels(72))
            parts += [self._amount_label, self.amount]
        sides = [] if pair is None else [pair.p_side, pair.q_side]
        below = any(
            one.kind in FRACTIONS and one.total < (99.9 if one.kind is NumberKind.PERCENT else 0.999) for one in sides
        )
        error = reading.error
        doubled = options.add_duplicates or (error is not None and error.question is Question.DUPLICATES)
        is_empty = options.leave_out_empty or reading.empty_in_both > 0
        for box, words, is_offered, on in (
            (self.duplicates, translate("Data", "Add up equal names"), doubled, options.add_duplicates),
            (
                self.rest,
                translate("Data", "Add a category for what is missing from 1"),
                below or options.rest,
                options.rest,
            ),
            (
                self.empty,
                translate("Data", "Leave out categories that are 0 in P and in Q"),
                is_empty,
                options.leave_out_empty,
            ),
        ):
            box.setText(words)
            with QSignalBlocker(box):
                box.setChecked(on)
            if is_offered:
                parts.append(box)
        return parts

    def _change_amount(self, value: float) -> None:
        if self._reading is not None:
            name = "temperature" if NumberKind.LOGITS in self._kinds(self._reading) else "add"
            self.change(**{name: value})

    def change(self, **changes: Any) -> None:
        if self._reading is not None:
            self._options = self._options.changed(**changes)
            self.options_changed.emit(self._options)
