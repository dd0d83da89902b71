"""Connects the commands of lessons; lessons are imported and built when first requested."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from klscope.by_name import load
from klscope.connections.context import Context
from klscope.views.lessons.lesson_placeholder import LessonPlaceholder, lessons_tab
from klscope.views.preferences.preferences import Preferences
from klscope.views.words import language

if TYPE_CHECKING:
    from klscope.connections.lesson_session import LessonSession


class LazyLessons(QObject):
    """The commands of lessons, available before the lessons are built; ``session`` is None until they are requested."""

    def __init__(self, context: Context) -> None:
        super().__init__(context.window)
        self._context = context
        self._preferences: Preferences | None = None
        self._placeholder: LessonPlaceholder | None = None
        self.session: LessonSession | None = None
        actions = context.actions
        for name in ("lesson_next", "lesson_back"):
            actions[name].setEnabled(False)
        actions["lessons"].triggered.connect(self.open)
        actions["open_lesson"].triggered.connect(lambda: self._made().ask_for_file())
        actions["first_steps"].triggered.connect(self._bring_try_back)
        context.window.try_panel.lessons_requested.connect(self._open_from_try)

    @property
    def in_lesson(self) -> bool:
        """Whether a lesson is on screen."""
        return self.session is not None and self.session.lessons.current is not None

    def remember(self, preferences: Preferences) -> None:
        """Load the stored progress of lessons, and store it from now on."""
        self._preferences = preferences

    def open(self) -> None:
        """Show the lessons."""
        self._made().show()

    def show_current(self) -> None:
        """Show the current lesson, if there is one."""
        if self.session is not None and self.session.panel.in_lesson:
            self.session.show()

    def present_next(self) -> None:
        """Go forward in the lesson of a presentation, if lessons are built."""
        if self.session is not None:
            self.session.present_next()

    def present_back(self) -> None:
        """Go back in the lesson of a presentation, if lessons are built."""
        if self.session is not None:
            self.session.present_back()

    def replace_try_panel(self) -> None:
        """Replace the tab of the three tasks, all done, by that of lessons, built when first visible."""
        tabs = self._context.window.tabs
        if self.session is None and self._placeholder is None:
            self._placeholder = LessonPlaceholder()
            self._placeholder.wanted.connect(self._build_placeholder)
            tabs.insertTab(0, self._placeholder, lessons_tab())
            tabs.setCurrentIndex(0)
        self._put_try_away()

    def _build_placeholder(self) -> None:
        """Build the lessons in their tab; another tab chosen meanwhile stays in front."""
        if self._placeholder is not None and self._context.window.tabs.currentWidget() is self._placeholder:
            self.open()

    def _open_from_try(self) -> None:
        """Show the lessons; if all three tasks are done, in place of them."""
        self.open()
        if self._context.window.try_panel.is_done:
            self._put_try_away()

    def _put_try_away(self) -> None:
        tabs = self._context.window.tabs
        tabs.setTabVisible(tabs.indexOf(self._context.window.try_panel), False)

    def _bring_try_back(self) -> None:
        tabs, panel = self._context.window.tabs, self._context.window.try_panel
        tabs.setTabVisible(tabs.indexOf(panel), True)
        tabs.setCurrentWidget(panel)

    def _made(self) -> LessonSession:
        if self.session is None:
            kind: type[LessonSession] = load("klscope.connections.lesson_session", "LessonSession")
            self.session = kind(self._context, self._preferences, language.code)
            if self._placeholder is not None:
                tabs = self._context.window.tabs
                tabs.removeTab(tabs.indexOf(self._placeholder))
                self._placeholder.deleteLater()
                self._placeholder = None
        return self.session
