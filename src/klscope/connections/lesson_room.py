"""The lessons, once someone asked for them: the pane, who leads through it, and what glows meanwhile."""

from __future__ import annotations

import importlib
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject

from klscope.connections.parts import Parts
from klscope.controllers.lessons import LessonsController
from klscope.files.system_reasons import reason_of
from klscope.lessons.lesson import BarTarget, CommandTarget, Lesson
from klscope.lessons.mistakes import LessonError
from klscope.lessons.progress import Progress
from klscope.lessons.standing import ListedLesson, Standing
from klscope.model.comparison import Side
from klscope.views.charts.glow import set_glow
from klscope.views.lesson_dialogs import ask_for_handout, ask_for_lesson, show_mistakes, show_unreadable
from klscope.views.panels.lesson_panel import LessonPanel

translate = QCoreApplication.translate


class LessonRoom(QObject):
    """Lessons in the window."""

    def __init__(self, parts: Parts, remembered: str, language: Callable[[], str]) -> None:
        super().__init__(parts.window)
        self._window, self._actions, self._language = parts.window, parts.actions, language
        self._say = parts.say
        self.lessons = LessonsController(parts.store, Progress.from_text(remembered), language())
        self.panel = LessonPanel(parts.store.snapshot)
        self._window.take_lessons(self.panel)
        lessons, panel, actions = self.lessons, self.panel, parts.actions
        lessons.listed.connect(self._show_list)
        lessons.stood.connect(self._show_standing)
        lessons.reached.connect(panel.show_reached)
        panel.lesson_chosen.connect(lessons.open)
        panel.step_chosen.connect(lessons.go_to)
        panel.predicted.connect(lessons.predict)
        panel.restore_requested.connect(lessons.restore)
        panel.restart_requested.connect(lessons.restart)
        panel.leave_requested.connect(lessons.leave)
        panel.back_requested.connect(lessons.go_back)
        panel.next_requested.connect(lessons.go_on)
        panel.rewording.connect(lessons.pause)
        panel.reworded.connect(lambda: lessons.resume(language()))
        panel.head.handout_requested.connect(self.ask_for_handout)
        actions["lesson_next"].triggered.connect(lessons.go_on)
        actions["lesson_back"].triggered.connect(lessons.go_back)

    def show(self) -> None:
        """Show the tab, with the list or the lesson that is on."""
        if self.lessons.standing is None:
            self.lessons.show()
        self._window.tabs.setCurrentWidget(self.panel)

    def present_next(self) -> None:
        """Reveal the answer of the step, unless answers are hidden; where there is none to reveal, go on."""
        if self.panel.head.hide_answers.isChecked() or not self.lessons.reveal():
            self.lessons.go_on()

    def ask_for_file(self) -> None:
        """Let a lesson of one's own be chosen."""
        ask_for_lesson(self._window, self.open_file)

    def open_file(self, path: Path) -> None:
        """Begin a lesson of one's own; where it has mistakes, list them, and leave all as it is."""
        try:
            self.lessons.open_file(path)
        except LessonError as error:
            show_mistakes(self._window, path.name, [(one.line, one.sentence) for one in error.mistakes])
        except OSError as error:
            show_unreadable(self._window, path.name, reason_of(error))
        else:
            self._window.tabs.setCurrentWidget(self.panel)

    def ask_for_handout(self, answers: bool) -> None:
        """Let the file be named into which the lesson is printed."""
        standing = self.lessons.standing
        if standing is not None:
            lesson = standing.lesson
            ask_for_handout(self._window, f"{lesson.name}.pdf", lambda path: self.write_handout(lesson, path, answers))

    def write_handout(self, lesson: Lesson, path: str, answers: bool) -> None:
        """Print a lesson into a file, and say what came of it."""
        printing = importlib.import_module("klscope.views.handout")  # few ask for it: the lessons need not wait
        try:
            printing.write_handout(lesson, path, self._language(), answers=answers)
        except printing.HandoutError as error:
            self._say(translate("Lessons", "The handout was not written. {reason}").format(reason=error))
        else:
            self._say(translate("Lessons", "Saved: {path}").format(path=path))

    def _show_list(self, lessons: tuple[ListedLesson, ...]) -> None:
        self.panel.show_lessons(lessons)
        self._window.make_room()
        self._glow(None)

    def _show_standing(self, standing: Standing) -> None:
        self.panel.show_standing(standing)
        self._window.make_room()
        self._glow(standing)

    def _glow(self, standing: Standing | None) -> None:
        """Mark what is to be used, until it has been."""
        targets = () if standing is None or standing.met else standing.step.glow
        for side in Side:
            labels = tuple(one.label for one in targets if isinstance(one, BarTarget) and one.side is side)
            set_glow(self._window.chart(side), labels)
        self._window.tools.glow(frozenset(one.action for one in targets if isinstance(one, CommandTarget)))
        self._actions["lesson_next"].setEnabled(standing is not None)
        self._actions["lesson_back"].setEnabled(standing is not None and standing.index > 0)
