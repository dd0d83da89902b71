"""The strip below another tab during a lesson: the task of the step, and a button back to the lesson."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QFrame, QPushButton, QWidget

from klscope.lessons.current_step import CurrentStep
from klscope.views.lessons.goal_words import goal_words
from klscope.views.lessons.lesson_text import LessonText
from klscope.views.lessons.step_dots import kind_name
from klscope.views.magnification import set_font_size
from klscope.views.widgets.parts import row_in

translate = QCoreApplication.translate


class LessonStrip(QFrame):
    """The strip; hidden without a lesson, and while the lessons tab is visible.

    Signals
    -------
    back_wanted()
        The user asked to return to the lesson.
    """

    back_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("lessonStrip")
        row = row_in(self, 8, (16, 6, 14, 6))
        self.back, self.words = QPushButton(), LessonText(13)
        self.back.setObjectName("lessonReturn")
        set_font_size(self.back, 13)
        self.back.clicked.connect(self.back_wanted)
        row.addWidget(self.words, 1)
        row.addWidget(self.back, 0, Qt.AlignmentFlag.AlignTop)
        self._current: CurrentStep | None = None
        self.hide()
        self.retranslate()

    def retranslate(self) -> None:
        self.back.setText(translate("Lessons", "← Lessons"))
        words = translate("Lessons", "Back to the lesson ({keys})").format(keys="Ctrl+L")
        self.back.setToolTip(words)
        self.back.setAccessibleName(words)
        self._write()

    def show_step(self, current: CurrentStep | None) -> None:
        """Show the task of a step; None if there is no lesson."""
        self._current = current
        self._write()

    def _write(self) -> None:
        current = self._current
        if current is None:
            self.words.show_html("")
            return
        step = current.step
        if step.goal is None:
            self.words.show_html(escape(f"{kind_name(step.kind)} · {step.title}"))
            return
        ticked = current.index in current.ticks
        pattern = translate("Lessons", "Reached: {goal}") if ticked else translate("Lessons", "Goal: {goal}")
        mark = "✓" if ticked else "○"
        self.words.show_html(f"<b>{mark}</b> {escape(pattern.format(goal=goal_words(step.goal)))}")
