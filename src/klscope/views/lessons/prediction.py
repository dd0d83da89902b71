"""The prediction of a step: options, or a number on a slider, and a commit button."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QLabel,
    QPushButton,
    QRadioButton,
    QSizePolicy,
    QSlider,
    QVBoxLayout,
    QWidget,
)

from klscope.lessons.current_step import CurrentStep, right_answer
from klscope.lessons.expressions import Measured
from klscope.lessons.lesson import Lesson, Step
from klscope.lessons.prose import filled, plain, written
from klscope.views.lessons.lesson_text import LessonText, lesson_html
from klscope.views.magnification import adopt, set_font_size
from klscope.views.widgets.highlight import restyle
from klscope.views.widgets.parts import column_in, row_in, text_label

translate = QCoreApplication.translate
SLIDER_STEPS = 200
DECIMALS = 3


class FirstLineRadio(QRadioButton):
    """A radio button of the height of a text line, to align with the first line of its text."""

    def __init__(self, words: QWidget) -> None:
        super().__init__()
        self._words = words

    def sizeHint(self) -> QSize:
        size = super().sizeHint()
        return QSize(size.width(), max(size.height(), self._words.fontMetrics().height()))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()


class GuessedNumber(QLabel):
    """The guessed number, with room for any guess."""

    def __init__(self) -> None:
        super().__init__()
        self._widest = "?"
        self.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)

    def make_room_for(self, texts: Iterable[str]) -> None:
        """Set the width for the longest of these texts."""
        self._widest = max(texts, key=len)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        return QSize(metrics.horizontalAdvance(self._widest) + metrics.horizontalAdvance("0"), metrics.height())

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()


class OptionRow(QWidget):
    """An option: a radio button, its text, and its result."""

    def __init__(self, place: int, group: QButtonGroup) -> None:
        super().__init__()
        row = row_in(self, 8)
        self._words = LessonText()
        self.radio = FirstLineRadio(self._words)
        self.radio.setObjectName(f"lessonOption{place + 1}")
        group.addButton(self.radio, place)
        self._words.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        self.mark = text_label(13, bold=True)
        row.addWidget(self.radio, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._words, 1)
        row.addWidget(self.mark, 0, Qt.AlignmentFlag.AlignTop)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton and self.radio.isEnabled():
            self.radio.setFocus()
            self.radio.click()

    def show_mark(self, text: str, role: str) -> None:
        self.mark.setText(text)
        restyle(self.mark, "role", role)

    def show_text(self, html: str, words: str) -> None:
        self._words.show_html(html)
        self.radio.setAccessibleName(words)


class Prediction(QWidget):
    """The options or the slider of a step, and the commit button.

    Signals
    -------
    committed(float)
        The index of the option, or the guessed value.
    """

    committed = Signal(float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = column_in(self, 6)
        self._group = QButtonGroup(self)
        self._group.idClicked.connect(self._allow)
        self.rows: list[OptionRow] = []
        self._options = QVBoxLayout()
        self._options.setSpacing(6)
        column.addLayout(self._options)
        self._guess = QWidget()
        row = row_in(self._guess, 8)
        self._lowest, self._highest, self.value = QLabel(), QLabel(), GuessedNumber()
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setObjectName("lessonGuess")
        self.slider.setRange(0, SLIDER_STEPS)
        self.slider.actionTriggered.connect(self._slid)
        self.slider.sliderMoved.connect(lambda _: self._slid())
        set_font_size(self.value, 15, bold=True)
        for widget in (self._lowest, self.slider, self._highest, self.value):
            row.addWidget(widget, 1 if widget is self.slider else 0)
        column.addWidget(self._guess)
        self.outcome = LessonText(14, bold=True)
        column.addWidget(self.outcome)
        self.commit = QPushButton()
        self.commit.setObjectName("lessonCommit")
        self.commit.clicked.connect(self._commit)
        column.addWidget(self.commit, 0, Qt.AlignmentFlag.AlignLeft)
        self._current: CurrentStep | None = None
        self._hidden = False

    def _allow(self) -> None:
        self.commit.setEnabled(True)

    def _slid(self, _action: int = 0) -> None:
        self.value.setText(written(self._guessed(), DECIMALS))
        self._allow()

    def _guessed(self) -> float:
        assert self._current is not None
        guess = self._current.step.guess
        assert guess is not None
        part = self.slider.sliderPosition() / SLIDER_STEPS
        return round(guess.lowest + (guess.highest - guess.lowest) * part, 6)

    def _commit(self) -> None:
        assert self._current is not None
        if self._current.step.guess is not None:
            self.committed.emit(self._guessed())
        elif self._group.checkedId() >= 0:
            self.committed.emit(float(self._group.checkedId()))

    def begin(self, current: CurrentStep, live: Measured, hidden: bool) -> None:
        self._current = None
        self._group.setExclusive(False)
        for row in self.rows:
            row.radio.setChecked(False)
        self._group.setExclusive(True)
        self.slider.setValue(SLIDER_STEPS // 2)
        self._begin_options(current.lesson, current.step, live)
        self._current = current
        if current.step.guess is not None:
            self._lowest.setText(written(current.step.guess.lowest))
            self._highest.setText(written(current.step.guess.highest))
            ends = current.step.guess.lowest, current.step.guess.highest
            self.value.make_room_for(f"{end:.{DECIMALS}f}" for end in ends)  # also for the true value
            self.value.setText("?")
        self.commit.setEnabled(False)
        self.show_step(current, hidden)

    def _begin_options(self, lesson: Lesson, step: Step, live: Measured) -> None:
        while len(self.rows) < len(step.options):
            row = OptionRow(len(self.rows), self._group)
            adopt(row)
            self._options.addWidget(row)
            self.rows.append(row)
        for place, row in enumerate(self.rows):
            row.setVisible(place < len(step.options))
            if place < len(step.options):
                text = step.options[place].text
                words = plain(filled(text, live, lesson.states_by_name, lesson.unit))
                row.show_text(lesson_html((text,), lesson, live), words)
        self._guess.setVisible(step.guess is not None)

    def show_step(self, current: CurrentStep, hidden: bool) -> None:
        """Show the result of the answer, if there is one, and unless ``hidden`` whether it was right."""
        self._current, self._hidden = current, hidden
        answer, step, revealed = current.answer, current.step, current.index in current.revealed
        self.commit.setText(translate("Lessons", "That is my guess"))
        self.commit.setVisible(answer is None)
        self.slider.setEnabled(answer is None)
        self.slider.setAccessibleName(translate("Lessons", "Your guess"))
        for place, (row, option) in enumerate(zip(self.rows, step.options, strict=False)):
            chosen = answer is not None and place == int(answer)
            row.radio.setEnabled(answer is None)
            if chosen:
                row.radio.setChecked(True)
            right = None if answer is None or hidden else option.right
            row.show_mark(*self._mark(right, chosen and not revealed))
        if step.guess is None or answer is None:
            self.outcome.show_html("")
            return
        self.slider.setValue(
            round((answer - step.guess.lowest) / (step.guess.highest - step.guess.lowest) * SLIDER_STEPS)
        )
        self.value.setText(written(answer, DECIMALS))
        self.outcome.show_html("" if hidden or revealed else self._distance(answer, right_answer(current.lesson, step)))

    @staticmethod
    def _mark(right: bool | None, chosen: bool) -> tuple[str, str]:
        """Return the mark of an option and its role; ``right`` is None if it is not revealed."""
        if right:
            words = translate("Lessons", "✓ right, your guess") if chosen else translate("Lessons", "✓ right")
            return words, "saving"
        if not chosen:
            return "", ""
        if right is None:
            return translate("Lessons", "← your guess"), ""
        return translate("Lessons", "✗ your guess"), "error"

    @staticmethod
    def _distance(answer: float, value: float) -> str:
        away = abs(answer - value)
        if away < 0.5 * 10.0**-DECIMALS:
            pattern = translate("Lessons", "You said {guess}: exactly so.")
        elif answer > value:
            pattern = translate("Lessons", "You said {guess}; it is {value}. Too high by {away}.")
        else:
            pattern = translate("Lessons", "You said {guess}; it is {value}. Too low by {away}.")
        return pattern.format(
            guess=written(answer, DECIMALS), value=written(value, DECIMALS), away=written(away, DECIMALS)
        )
