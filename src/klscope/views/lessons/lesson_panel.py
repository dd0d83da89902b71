"""The tab of lessons: the list of lessons, or a step with the buttons for navigation."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QStackedWidget, QWidget

from klscope.lessons.current_step import CurrentStep, ListedLesson, state_for
from klscope.model.snapshot import Snapshot
from klscope.views.lessons.challenge_gauge import MovesLabel
from klscope.views.lessons.lesson_head import LessonHead
from klscope.views.lessons.lesson_list import LessonList
from klscope.views.lessons.lesson_step import LessonStep, restore_words
from klscope.views.magnification import scale_font
from klscope.views.widgets.highlight import set_highlighted
from klscope.views.widgets.lazy_panel import LazyPanel
from klscope.views.widgets.parts import column_in

translate = QCoreApplication.translate


class LessonPanel(LazyPanel, QStackedWidget):
    """The pane of lessons.

    Signals
    -------
    lesson_chosen(str), step_chosen(int), predicted(float)
        The user chose a lesson or a step, or gave a prediction.
    back_requested(), next_requested(), restore_requested(), restart_requested(), leave_requested()
        A navigation button was clicked.
    rewording(), reworded()
        The language is about to change; it has changed, and the lessons must be loaded in it.
    """

    lesson_chosen = Signal(str)
    step_chosen = Signal(int)
    predicted = Signal(float)
    back_requested = Signal()
    next_requested = Signal()
    restore_requested = Signal()
    restart_requested = Signal()
    leave_requested = Signal()
    language_changing = Signal()
    language_changed = Signal()

    def __init__(self, snapshot: Snapshot, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("lessonPanel")
        self.list, self.head, self.step = LessonList(), LessonHead(), LessonStep()
        self._current: CurrentStep | None = None
        self._shown = snapshot
        self._reached: Snapshot | None = None
        self._presented = False
        self.restore, self.back, self.next = QPushButton(), QPushButton(), QPushButton()
        self.moves = MovesLabel()
        page = self._build_page()
        self.addWidget(self.list)
        self.addWidget(page)
        self._page = page
        self.list.chosen.connect(self.lesson_chosen)
        self.head.left.connect(self.leave_requested)
        self.head.step_chosen.connect(self.step_chosen)
        self.head.restart_requested.connect(self.restart_requested)
        self.head.answers_hidden.connect(self.step.hide_answers)
        self.step.predicted.connect(self.predicted)
        self.restore.clicked.connect(self.restore_requested)
        self.back.clicked.connect(self.back_requested)
        self.next.clicked.connect(self.next_requested)
        self.retranslate()

    def _build_page(self) -> QWidget:
        page = QWidget()
        column = column_in(page, 4, (0, 8, 0, 8))
        head = QHBoxLayout()
        column.addLayout(head)
        head.setContentsMargins(16, 0, 14, 0)
        head.addWidget(self.head)
        column.addWidget(self.step, 1)
        self._foot, self._foot_row = QWidget(), QHBoxLayout()
        foot = self._foot_row
        self._foot.setLayout(foot)
        foot.setContentsMargins(16, 0, 14, 0)
        foot.setSpacing(6)
        for name, button in (("lessonRestore", self.restore), ("lessonBack", self.back), ("lessonNext", self.next)):
            button.setObjectName(name)
        foot.addWidget(self.restore)
        foot.addWidget(self.moves)
        foot.addStretch(1)
        foot.addWidget(self.back)
        foot.addWidget(self.next)
        column.addWidget(self._foot)
        return page

    def retranslate(self) -> None:
        self.setAccessibleName(translate("Lessons", "Lessons"))
        self.back.setText(translate("Lessons", "← Back"))
        self.back.setToolTip(translate("Lessons", "The step before ({keys})").format(keys="Ctrl+Page Up"))
        self.next.setToolTip(translate("Lessons", "The next step ({keys})").format(keys="Ctrl+Page Down"))
        for part in (self.list, self.head, self.step):
            part.retranslate()
        self._name_buttons()

    def _name_buttons(self) -> None:
        self.restore.setText(restore_words(self._current))
        if self._current is not None and self._current.lesson.challenging:
            self.restore.setToolTip(translate("Lessons", "Start this challenge over"))
        else:
            self.restore.setToolTip(translate("Lessons", "Restore this step's state; Ctrl+Z takes it back"))
        last = self._current is not None and self._current.is_last
        self.next.setText(translate("Lessons", "Finish") if last else translate("Lessons", "Next →"))

    def present(self, on: bool) -> None:
        """Switch presentation mode: the text fills the pane and the buttons are hidden."""
        self.step.fill(on)
        self._presented = on
        self._show_foot()

    def _show_foot(self) -> None:
        """Show the buttons, or while presenting move those that a challenge needs to the top."""
        self._foot.setVisible(not self._presented)
        is_above = self.step.isAncestorOf(self.moves)
        above = self._presented and self._current is not None and self._current.lesson.challenging
        if above and not is_above:
            self.head.take(self.restore)
            self.step.take(self.moves)
        elif is_above and not above:
            self._foot_row.insertWidget(0, self.restore)
            self._foot_row.insertWidget(1, self.moves)
            self.head.give_back(self.restore)
            scale_font(self.moves, 1.0)

    @property
    def in_lesson(self) -> bool:
        return self._current is not None

    def hide_answers(self, hidden: bool) -> None:
        self.head.hide_answers.setChecked(hidden)
        self.step.hide_answers(hidden)

    def show_lessons(self, lessons: tuple[ListedLesson, ...]) -> None:
        self._current = self._reached = None
        self.list.show_lessons(lessons)
        self._turn_to(self.list, self.list)

    def _turn_to(self, page: QWidget, focused: QWidget) -> None:
        """Show a page, and move the focus from the hidden page to ``focused``."""
        left, focus = self.currentWidget(), self.window().focusWidget()
        goes_along = left is not None and left is not page and focus is not None and left.isAncestorOf(focus)
        self.setCurrentWidget(page)
        if goes_along:
            focused.setFocus()

    def show_step(self, current: CurrentStep) -> None:
        if not current.met:
            self._reached = None
        self._current = current
        self.head.show_step(current)
        self.back.setEnabled(current.index > 0)
        self._name_buttons()
        self._show_foot()
        self.restore.setEnabled(state_for(current.lesson, current.index) is not None)
        snapshot = self.latest
        assert snapshot is not None
        self.step.show_step(current, snapshot, self._reached)
        self._mark_restore()
        self.moves.show_step(current, snapshot)
        self._turn_to(self._page, self.step)

    def show_reached(self, snapshot: Snapshot) -> None:
        """Store a state in which the goal holds, for the numbers of its text."""
        self._reached = snapshot
        self.show_snapshot(snapshot)

    def show_now(self, snapshot: Snapshot) -> None:
        if self._current is not None:
            self.step.show_snapshot(snapshot, self._reached)
            self._mark_restore()
            self.moves.show_step(self._current, snapshot)

    def _mark_restore(self) -> None:
        """Highlight the restore button if the step needs categories that no longer exist."""
        set_highlighted(self.restore, self.step.is_lacking)
