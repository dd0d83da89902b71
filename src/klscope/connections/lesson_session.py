"""Lessons in the window: their pane, their controller and their highlights."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject

from klscope.by_name import load
from klscope.connections.context import Context
from klscope.connections.lesson_highlights import LessonHighlights
from klscope.controllers.lessons import LessonsController
from klscope.files.regular_files import FileError
from klscope.lessons.current_step import CurrentStep, ListedLesson
from klscope.lessons.lesson import CommandTarget, Lesson, Tab
from klscope.lessons.mistakes import LessonError
from klscope.lessons.names import commands
from klscope.lessons.progress import Progress
from klscope.views.lessons.lesson_dialogs import ask_for_handout, ask_for_lesson, show_mistakes, show_unreadable
from klscope.views.lessons.lesson_panel import LessonPanel
from klscope.views.lessons.lesson_strip import LessonStrip
from klscope.views.preferences.preferences import Preferences

translate = QCoreApplication.translate
HIDDEN = "answers_hidden"
"""The key of the setting whether answers are hidden."""


class LessonSession(QObject):
    """Connects the lessons to the window."""

    def __init__(self, context: Context, preferences: Preferences | None, language: Callable[[], str]) -> None:
        super().__init__(context.window)
        self._window, self._actions, self._language = context.window, context.actions, language
        self._say, self._store = context.status.say, context.store
        self._preferences = preferences
        window = context.window
        pages = (window.formula, window.table_pages, window.measures, window.landscape)
        self._pages = dict(zip((Tab.FORMULA, Tab.TABLE, Tab.MEASURES, Tab.LANDSCAPE), pages, strict=True))
        progress = Progress() if preferences is None else preferences.progress()
        self.lessons = LessonsController(context.store, progress, language())
        self.panel = LessonPanel(context.store.snapshot)
        self.strip = LessonStrip()
        self._window.take_lessons(self.panel, self.strip)
        self._highlights = LessonHighlights(context, self.panel.step.tools)
        lessons, panel, actions = self.lessons, self.panel, context.actions
        lessons.listed.connect(self._show_list)
        lessons.step_changed.connect(self._show_step)
        lessons.reached.connect(panel.show_reached)
        panel.lesson_chosen.connect(lessons.open)
        panel.step_chosen.connect(lessons.go_to)
        panel.predicted.connect(lessons.predict)
        panel.restore_requested.connect(lessons.restore)
        panel.restart_requested.connect(lessons.restart)
        panel.leave_requested.connect(lessons.leave)
        panel.back_requested.connect(lessons.go_back)
        panel.next_requested.connect(lessons.go_on)
        panel.language_changing.connect(lessons.pause)
        panel.language_changed.connect(lambda: lessons.resume(language()))
        panel.language_changed.connect(self.strip.retranslate)
        panel.head.handout_requested.connect(self.ask_for_handout)
        panel.step.tools.tab_wanted.connect(self._show_tab)
        panel.step.tools.command_given.connect(self._give)
        for name in sorted({command.action for command in commands().values()}):
            self._follow(name)
            actions[name].changed.connect(partial(self._follow, name))
        self.strip.back_wanted.connect(self.show)
        self._window.tabs.currentChanged.connect(self._show_strip)
        for name, lead in (("lesson_next", lessons.go_on), ("lesson_back", lessons.go_back)):
            actions[name].triggered.connect(lead)
            actions[name].triggered.connect(self.show)  # show the text of the new step
        if preferences is not None:
            self._remember(preferences)

    def _remember(self, preferences: Preferences) -> None:
        """Restore a stored setting, and store changes."""
        lessons, panel = self.lessons, self.panel
        panel.hide_answers(preferences.flag(HIDDEN))
        panel.head.answers_hidden.connect(lambda hidden: preferences.save_flag(HIDDEN, hidden))
        lessons.ticked.connect(preferences.save_tick)
        lessons.solved.connect(preferences.save_best)
        lessons.seen.connect(preferences.save_last)
        lessons.restarted.connect(preferences.forget_lesson)
        preferences.progress_changed.connect(self._share_progress)  # a method: connected until the window is deleted

    def _share_progress(self) -> None:
        """Show what was ticked in another window in the list of lessons; in a lesson, from its next step on."""
        if self._preferences is not None:
            self.lessons.take_progress(self._preferences.progress())

    def show(self) -> None:
        """Show the tab of lessons, with the list or the current lesson."""
        if self.lessons.current is None:
            self.lessons.show()
        from_strip = self.strip.back.hasFocus()
        self._window.tabs.setCurrentWidget(self.panel)
        if from_strip:
            self.panel.step.setFocus()

    def _show_tab(self, tab: Tab) -> None:
        """Show the tab that a step names; the focus moves to the button that leads back."""
        self._window.tabs.setCurrentWidget(self._pages[tab])
        self.strip.back.setFocus()

    def _give(self, command: CommandTarget) -> None:
        """Execute the command that a step names, for its side."""
        if command.side is not None:
            self._store.set_active(command.side)
        self._actions[command.action].trigger()

    def _follow(self, name: str) -> None:
        self.panel.step.tools.enable(name, self._actions[name].isEnabled())

    def _show_strip(self) -> None:
        """Show the button that leads back where the text of a lesson is hidden."""
        on = self.lessons.current is not None
        self.strip.setVisible(on and self._window.tabs.currentWidget() is not self.panel)

    def present_next(self) -> None:
        """Go forward in a presentation: to the first unfinished lesson, the answer of a question, or the next step."""
        if self.lessons.current is None:
            if self._window.tabs.currentWidget() is self.panel:
                listed = self.lessons.lessons()
                undone = (one for one in listed if one.ticks < len(one.lesson.steps))
                self.lessons.open(next(undone, listed[0]).lesson.name)
            return
        if self.panel.head.hide_answers.isChecked() or not self.lessons.reveal():
            self.lessons.go_on()
        self.show()  # show the text, even if another tab was in front

    def present_back(self) -> None:
        """Go back to the previous step in a presentation."""
        if self.lessons.current is not None:
            self.lessons.go_back()
            self.show()

    def ask_for_file(self) -> None:
        """Ask for a lesson file."""
        ask_for_lesson(self._window, self.open_file)

    def open_file(self, path: Path) -> None:
        """Open a lesson file; if it has errors, list them and change nothing."""
        try:
            self.lessons.open_file(path)
        except LessonError as error:
            show_mistakes(self._window, path.name, [(one.line, one.sentence) for one in error.mistakes])
        except FileError as error:
            show_unreadable(self._window, path.name, error.reason)
        else:
            self._window.tabs.setCurrentWidget(self.panel)

    def ask_for_handout(self, answers: bool) -> None:
        """Ask for the file to print the lesson to."""
        current = self.lessons.current
        if current is not None:
            lesson = current.lesson
            ask_for_handout(self._window, f"{lesson.name}.pdf", lambda path: self.write_handout(lesson, path, answers))

    def write_handout(self, lesson: Lesson, path: str, answers: bool) -> None:
        """Print a lesson to a file, and show the result."""
        write = load("klscope.views.handouts.handout", "write_handout")  # rarely used: not imported with the lessons
        try:
            write(lesson, path, self._language(), answers=answers)
        except FileError as error:
            self._say(translate("Lessons", "The handout was not written. {reason}").format(reason=error))
        else:
            self._say(translate("Lessons", "Saved: {path}").format(path=path))

    def _show_list(self, lessons: tuple[ListedLesson, ...]) -> None:
        self.panel.show_lessons(lessons)
        self._show_around(None)

    def _show_step(self, current: CurrentStep) -> None:
        self.panel.show_step(current)
        self._show_around(current)

    def _show_around(self, current: CurrentStep | None) -> None:
        """Show what surrounds the text: the strip, the highlights and the commands."""
        self.strip.show_step(current)
        self._show_strip()
        self._window.make_room()
        self._highlights.show(current)
        self._actions["lesson_next"].setEnabled(current is not None)
        self._actions["lesson_back"].setEnabled(current is not None and current.index > 0)
