"""The view of a step: text, prediction, goal and result."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QCoreApplication, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from klscope.lessons.current_step import CurrentStep, missing_labels
from klscope.lessons.goal_readings import read_goal_in
from klscope.lessons.lesson import StepKind
from klscope.lessons.prose import Paragraph
from klscope.model.snapshot import Snapshot
from klscope.views.lessons.challenge_gauge import Gauge
from klscope.views.lessons.goal_text import GoalText
from klscope.views.lessons.goal_words import DONE, OPEN, goal_html
from klscope.views.lessons.lesson_text import LessonText, formula_html, lesson_html
from klscope.views.lessons.lesson_tools import LessonTools
from klscope.views.lessons.prediction import Prediction
from klscope.views.lessons.step_dots import kind_name
from klscope.views.magnification import scale_font
from klscope.views.widgets.parts import text_label
from klscope.views.words.names import short_name

translate = QCoreApplication.translate
FILLING = tuple(0.9 + 0.05 * step for step in range(19))
"""The font scales tried by `LessonStep.fill`."""
ROUNDING = 4
"""The tolerance of height-for-width, in pixels."""


def restore_words(current: CurrentStep | None) -> str:
    """Return the text of the restore button."""
    challenging = current is not None and current.lesson.challenging
    return translate("Lessons", "Restart") if challenging else translate("Lessons", "Restore state")


class LessonStep(QScrollArea):
    """The content of a step.

    Signals
    -------
    predicted(float)
        The user committed a prediction.
    """

    predicted = Signal(float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inside = QWidget()
        self._column = column = QVBoxLayout(inside)
        column.setContentsMargins(16, 4, 14, 6)
        self.title = LessonText(12)
        self.title.setProperty("quiet", True)
        self.heading, self.prose, self.formula = LessonText(15, bold=True), LessonText(), LessonText(15, bold=True)
        self.prediction = Prediction()
        self.prediction.committed.connect(self.predicted)
        self.mark, self.goal = text_label(14, bold=True), GoalText()
        self.mark.setProperty("role", "saving")
        self.missing, self.after, self.hint = LessonText(13), LessonText(), LessonText()
        self.missing.setProperty("role", "error")
        self.tools, self.gauge = LessonTools(), Gauge()
        self.hint_button = QPushButton()
        self.hint_button.setObjectName("lessonHint")
        self.hint_button.clicked.connect(self._show_hint)
        column.addWidget(self.title)
        column.setSpacing(6)
        self._heading_row = QHBoxLayout()
        column.addLayout(self._heading_row)
        self._heading_row.addWidget(self.heading, 1)
        for widget in (self.formula, self.prose, self.prediction):
            column.addWidget(widget)
        self._add_goal_row(column)
        column.addWidget(self.tools)
        column.addWidget(self.missing)
        self._add_gauge_row(column)
        column.addWidget(self.hint)
        column.addWidget(self.after)
        column.addStretch(1)
        self.setWidget(inside)
        self._current: CurrentStep | None = None
        self._snapshot: Snapshot | None = None
        self._reached: Snapshot | None = None
        self._hinted = False
        self._hidden = False
        self._filling = False

    def take(self, label: QLabel) -> None:
        self._heading_row.addWidget(label, 0, Qt.AlignmentFlag.AlignTop)

    def _add_goal_row(self, column: QVBoxLayout) -> None:
        row = QHBoxLayout()
        column.addLayout(row)
        row.addWidget(self.mark, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.goal, 1)

    def _add_gauge_row(self, column: QVBoxLayout) -> None:
        """Put the hint button beside the gauge, to save a row."""
        row = QHBoxLayout()
        column.addLayout(row)
        row.setSpacing(6)
        row.addWidget(self.gauge, 1)
        row.addWidget(self.hint_button, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addStretch()  # without a gauge the button is at the left

    def fill(self, on: bool) -> None:
        """Scale the font to fill the pane, for presentations, or reset it."""
        self._filling = on
        self._fit()

    def _fit(self) -> None:
        """Set the largest font scale that needs no scrolling."""
        if not self._filling:
            self._grow(1.0)
            return
        fitting, too_large = 0, len(FILLING)
        while too_large - fitting > 1:
            middle = (fitting + too_large) // 2
            if self._grow(FILLING[middle]) < self.viewport().height() - ROUNDING:
                fitting = middle
            else:
                too_large = middle
        self._grow(FILLING[fitting])

    def _grow(self, times: float) -> int:
        """Scale the font by ``times``, and return the height of the content."""
        for widget in reversed(self.viewport().findChildren(QWidget)):  # children first
            if not isinstance(widget, QAbstractButton):  # rows of buttons fill the width already
                scale_font(widget, times)
            widget.updateGeometry()  # otherwise the layout would use a cached height
        return self._height()

    def _height(self) -> int:
        self._column.activate()
        return self._column.totalHeightForWidth(self.viewport().width())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._filling:
            self._fit()

    def retranslate(self) -> None:
        self.setAccessibleName(translate("Lessons", "The step of the lesson"))
        self.hint_button.setText(translate("Lessons", "Hint"))
        self.tools.retranslate()
        if self._current is not None:
            self._write()

    def hide_answers(self, hidden: bool) -> None:
        self._hidden = hidden
        if self._current is not None:
            self._write()

    def show_step(self, current: CurrentStep, snapshot: Snapshot, reached: Snapshot | None) -> None:
        known, self._current = self._current, current
        self._snapshot, self._reached = snapshot, reached
        if known is None or known.begun is not current.begun or known.step is not current.step:
            self._hinted = False
            self.prediction.begin(current, snapshot, self._hidden)
            self.verticalScrollBar().setValue(0)
            self._write()
            return
        self._write()
        if current.answer != known.answer or current.met != known.met:
            QTimer.singleShot(0, self, self._reveal)  # after the layout

    def _reveal(self) -> None:
        if self.after.isVisible():
            self._column.activate()
            self.ensureWidgetVisible(self.after, 0, 8)

    def show_snapshot(self, snapshot: Snapshot, reached: Snapshot | None) -> None:
        """Update the numbers for a state.

        ``reached`` is the last state in which the goal held.
        """
        self._snapshot, self._reached = snapshot, reached
        if self._current is not None:
            self._write_live(self._current)
            if self._filling and self._height() > self.viewport().height():
                self._fit()  # not on every change, so that the font does not flicker

    @property
    def is_lacking(self) -> bool:
        """Whether categories that the step needs do not exist."""
        return bool(self.missing.text())

    def _show_hint(self) -> None:
        self._hinted = True
        if self._current is not None:
            self._write_live(self._current)

    def _write(self) -> None:
        current = self._current
        assert current is not None
        step = current.step
        self.title.show_html("" if current.lesson.challenging else escape(current.lesson.title))
        kind = "" if current.lesson.challenging else f"{kind_name(step.kind)} · "
        self.heading.show_html(escape(kind + step.title))
        self.prediction.setVisible(step.kind is StepKind.PREDICT)
        self.prediction.show_step(current, self._hidden)
        self.tools.show_step(step)
        self._write_live(current)
        if self._filling:
            self._fit()

    def _write_live(self, current: CurrentStep) -> None:
        snapshot, step = self._snapshot, current.step
        assert snapshot is not None
        lesson = current.lesson

        def html(*paragraphs: Paragraph | None, of: Snapshot = snapshot) -> str:
            return lesson_html([one for one in paragraphs if one is not None], lesson, of)

        self.prose.show_html(html(*step.prose))
        self.formula.show_html("" if step.formula is None else formula_html(step.formula, lesson, snapshot))
        self.mark.setVisible(step.goal is not None)
        if step.goal is None:
            self.goal.show_html("")
        else:
            ticked = current.index in current.ticks
            self.mark.setText(DONE if ticked else OPEN)
            self.goal.show_html(goal_html(step.goal, read_goal_in(step.goal, snapshot, current.begun), ticked))
        self.gauge.show_step(current, snapshot)
        hidden = self._hidden and not lesson.challenging
        self.hint_button.setVisible(step.hint is not None and not self._hinted and not hidden)
        self.hint.show_html(html(step.hint) if self._hinted and not hidden else "")
        self.missing.show_html(self._missing(current, snapshot))
        if self._hidden:
            self.after.show_html("")
        elif step.kind is StepKind.PREDICT:
            self.after.show_html("" if current.answer is None else html(step.because))
        else:  # with the numbers of the state in which the goal held
            self.after.show_html("" if self._reached is None else html(step.done, of=self._reached))

    @staticmethod
    def _missing(current: CurrentStep, snapshot: Snapshot) -> str:
        gone = missing_labels(current.step, snapshot.comparison)
        if not gone:
            return ""
        names = ", ".join(short_name(label) for label in gone)
        text = translate("Lessons", "There is no category {names} here. ‘{button}’ brings back what this step needs.")
        return escape(text.format(names=names, button=restore_words(current)))
