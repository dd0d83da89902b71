"""The sheet of opened data: a sentence of drop-down lists that says how they are read, over the table as read."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from klscope.files.tables.contents import DataError
from klscope.files.tables.data_reading import DataReading
from klscope.files.tables.options import Match
from klscope.files.tables.pairing import further_notes
from klscope.files.tables.reading_words import as_sentence
from klscope.views.data.data_table import DataTable
from klscope.views.data.sentence import ReadingSentence
from klscope.views.data.sheet_parts import JoinedCounts, MistakeList, only_names
from klscope.views.magnification import set_font_size
from klscope.views.theme import Theme
from klscope.views.widgets.highlight import restyle
from klscope.views.widgets.live_label import Holder, LiveLabel
from klscope.views.widgets.parts import text_label

translate = QCoreApplication.translate


class DataSheet(QWidget):
    """Shows a reading and changes its options; the bars show the result already.

    Signals
    -------
    options_changed(ReadOptions)
        The data are to be read with other options.
    second_chosen(Second)
        Q is to be read from elsewhere.
    applied()
        The reading is to be used.
    cancelled()
        The state before is to be restored.
    """

    options_changed = Signal(object)
    second_chosen = Signal(object)
    applied = Signal()
    cancelled = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("dataSheet")
        self._theme = theme
        self._reading: DataReading | None = None
        self._without_q: Sequence[str] = ()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self._title = LiveLabel()
        set_font_size(self._title, 15, bold=True)
        column.addWidget(Holder(self._title))
        self.sentence = ReadingSentence()
        self.sentence.options_changed.connect(self.options_changed)
        self.sentence.second_chosen.connect(self.second_chosen)
        column.addWidget(self.sentence)
        self.counts = JoinedCounts()
        self.counts.names_wanted.connect(self._show_names)
        self.counts.match_wanted.connect(self._fold)
        column.addWidget(self.counts)
        self.table = DataTable()
        column.addWidget(self.table, 1)
        self._names = self._wrapped(column, "dataNamesShown")
        self._wrong = self._wrapped(column, "dataWrong")
        self.mistakes = MistakeList()
        self.mistakes.chosen.connect(self._go_to)
        column.addWidget(self.mistakes)
        self._notes = self._wrapped(column, "dataNotes")
        self._notes.setProperty("quiet", True)
        buttons = QHBoxLayout()
        column.addLayout(buttons)
        buttons.addStretch(1)
        self._cancel, self.apply_button = QPushButton(), QPushButton()
        self._cancel.setObjectName("dataCancel")
        self.apply_button.setObjectName("dataApply")
        self._cancel.setAutoDefault(True)  # Enter on it cancels
        self.apply_button.setDefault(True)
        for button, signal in ((self._cancel, self.cancelled), (self.apply_button, self.applied)):
            set_font_size(button, 13)
            button.clicked.connect(signal)
            buttons.addWidget(button)

    @staticmethod
    def _wrapped(column: QVBoxLayout, name: str) -> QLabel:
        label = text_label(13, wraps=True)
        label.setObjectName(name)
        label.setTextFormat(Qt.TextFormat.PlainText)
        column.addWidget(label)
        return label

    def take_focus(self) -> None:
        """Focus *Apply*, or the first mistake or choice if nothing can be applied."""
        if self.apply_button.isEnabled():
            self.apply_button.setFocus()
        elif self.mistakes.isVisibleTo(self):
            self.mistakes.setFocus()
        else:
            (self.sentence.first_list() or self._cancel).setFocus()

    def show_reading(self, reading: DataReading, without_q: Sequence[str] = ()) -> None:
        """Show how data are read, what is ambiguous and what is wrong.

        Parameters
        ----------
        reading
            The reading.
        without_q
            The names of the categories that make KL(P‖Q) infinite.
        """
        self._reading, self._without_q = reading, without_q
        sources = " · ".join(content.source for content in reading.contents)
        self._title.setText(sources)
        self._title.setToolTip(sources)
        self.sentence.show_reading(reading)
        self.counts.show_reading(reading, without_q)
        _write(self._names, "")
        self._show_message(reading)
        self.mistakes.show_mistakes(reading.mistakes)
        _write(self._notes, _notes_on(reading))
        self._cancel.setText(translate("Data", "Cancel"))
        self._cancel.setToolTip(translate("Data", "Restore what was there before (Esc)"))
        self.apply_button.setText(translate("Data", "Apply"))
        if not reading.can_be_used and self.apply_button.hasFocus():
            self._cancel.setFocus()
        self.apply_button.setEnabled(reading.can_be_used)
        self.setAccessibleName(translate("Data", "How the data are read"))
        self.mistakes.setAccessibleName(translate("Data", "Mistakes in the data"))
        self.table.setAccessibleName(translate("Data", "The data as read"))
        self._order()
        self.table.show_reading(reading, self._theme)
        if reading.mistakes:
            self._go_to(reading.mistakes[0])

    def _order(self) -> None:
        """Set the Tab order to the order on the screen: lists are created when they are first needed."""
        parts = [*self.sentence.parts, *self.counts.parts, self.table, self.mistakes, self._cancel, self.apply_button]
        for one, following in pairwise(part for part in parts if part.focusPolicy() & Qt.FocusPolicy.TabFocus):
            QWidget.setTabOrder(one, following)

    def _show_message(self, reading: DataReading) -> None:
        """Show what is wrong, or else what is ambiguous."""
        error = reading.error
        wrong = error or next(iter(reading.asked), None)
        text = "" if wrong is None else as_sentence(str(wrong), [content.source for content in reading.contents])
        if len(reading.mistakes) > 1:
            count = translate("Data", "{count} mistakes.").format(count=len(reading.mistakes))
            text = f"{count} {text}"
        restyle(self._wrong, "role", "error" if error is not None else "")
        _write(self._wrong, text)

    def _go_to(self, error: DataError) -> None:
        self.table.show_mistake(error)

    def _show_names(self, side: str, names: Sequence[str]) -> None:
        """List the names of one side only, and select them in the table."""
        _write(self._names, only_names(side, names))
        self.table.select_names(side or "P", names)

    def _fold(self) -> None:
        self.sentence.take_focus()  # the button is hidden next, and must not keep the focus
        self.sentence.change(match=Match.FOLDED)

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.table.set_theme(theme)

    def retranslate(self) -> None:
        if self._reading is not None:
            self.show_reading(self._reading, self._without_q)

    def event(self, event: QEvent) -> bool:
        """Override shortcuts of the window that are keys of lists and tables."""
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            keys = (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_Delete, Qt.Key.Key_L)
            if event.key() in keys and event.modifiers() == Qt.KeyboardModifier.NoModifier:
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.cancelled.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.apply_button.isEnabled():
            self.applied.emit()
        else:
            super().keyPressEvent(event)


def _write(label: QLabel, text: str) -> None:
    label.setText(text)
    label.setVisible(bool(text))


def _notes_on(reading: DataReading) -> str:
    """Return what neither the choices nor the counts show."""
    if reading.rows is not None and reading.rows.q is None:
        return translate("Data", "Q is the mean of the rows; below the charts it can be made uniform.")
    return " ".join(further_notes(reading.pair)) if reading.pair is not None else ""
