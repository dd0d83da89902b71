"""The bar above a step: the steps of the lesson, a menu, and the button that leaves it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QMenu, QPushButton, QToolButton, QVBoxLayout, QWidget

from klscope.lessons.current_step import CurrentStep
from klscope.views.lessons.step_dots import StepDots
from klscope.views.magnification import set_font_size
from klscope.views.widgets.highlight import restyle
from klscope.views.widgets.parts import row_in, small_button

translate = QCoreApplication.translate


class LessonHead(QWidget):
    """The bar above a step.

    Signals
    -------
    left()
        The user asked to leave the lesson.
    step_chosen(int)
        The user chose a step.
    restart_requested()
        The user asked to restart the lesson.
    answers_hidden(bool)
        The user asked to hide or show the answers.
    handout_requested(bool)
        The user asked for a handout, with or without the answers.
    """

    left = Signal()
    step_chosen = Signal(int)
    restart_requested = Signal()
    answers_hidden = Signal(bool)
    handout_requested = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = row_in(self, 6)
        self.dots = StepDots()
        self._challenging = False
        self.leave, self._more = small_button("lessonLeave"), small_button("lessonMore")
        menu = QMenu(self._more)
        self.restart, self.hide_answers = menu.addAction(""), menu.addAction("")
        self.restart.setObjectName("lessonRestart")
        self.hide_answers.setObjectName("lessonHideAnswers")
        self.hide_answers.setCheckable(True)
        self.handout = menu.addAction("")
        self.handout.setObjectName("lessonHandout")
        self._more.setMenu(menu)
        self._more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        row.addWidget(self.dots)
        row.addStretch(1)
        row.addWidget(self._more)
        self._ways_out = QVBoxLayout()
        row.addLayout(self._ways_out)
        self._ways_out.setSpacing(4)
        self._ways_out.addWidget(self.leave, 0, Qt.AlignmentFlag.AlignRight)
        self.leave.clicked.connect(self.left)
        self.dots.chosen.connect(self.step_chosen)
        self.restart.triggered.connect(self.restart_requested)
        self.hide_answers.triggered.connect(self.answers_hidden)
        self.handout.triggered.connect(lambda: self.handout_requested.emit(not self.hide_answers.isChecked()))

    def take(self, button: QPushButton) -> None:
        """Move a button below the leave button, in its small size, beside the second row of steps."""
        self._ways_out.addWidget(button, 0, Qt.AlignmentFlag.AlignRight)
        set_font_size(button, 12)
        restyle(button, "slim", True)

    def give_back(self, button: QPushButton) -> None:
        """Restore the size of a button that was moved by `take`."""
        set_font_size(button, 13)
        restyle(button, "slim", False)

    def retranslate(self) -> None:
        self._name_leave()
        self.leave.setToolTip(translate("Lessons", "Return to your data"))
        self._more.setText(translate("Lessons", "More ▼"))
        self.restart.setText(translate("Lessons", "Restart This Lesson"))
        self.hide_answers.setText(translate("Lessons", "Hide Answers"))
        self.handout.setText(translate("Lessons", "Export Handout…"))
        self.handout.setToolTip(translate("Lessons", "A PDF; its last page has the answers, unless they are hidden"))

    def _name_leave(self) -> None:
        challenging = self._challenging
        self.leave.setText(translate("Lessons", "Leave") if challenging else translate("Lessons", "Leave lesson"))

    def show_step(self, current: CurrentStep) -> None:
        self.dots.show_step(current)
        self._challenging = current.lesson.challenging
        self._more.setVisible(not self._challenging)
        self._name_leave()
