"""Introduces the lessons to the window: they are loaded and built when someone first asks for them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from klscope.by_name import load
from klscope.connections.context import Context
from klscope.lessons.progress import Progress
from klscope.views.lessons.lesson_placeholder import LessonPlaceholder, lessons_tab
from klscope.views.preferences.preferences import Preferences
from klscope.views.words import language

if TYPE_CHECKING:
    from klscope.connections.lesson_session import LessonSession


class LazyLessons(QObject):
    """What is there of the lessons before anyone wants one: the commands that ask for them.

    Attributes
    ----------
    session
        The lessons themselves; None as long as nobody asked.
    """

    def __init__(self, context: Context) -> None:
        super().__init__(context.window)
        self._context = context
        self._preferences: Preferences | None = None
        self._place: LessonPlaceholder | None = None
        self.session: LessonSession | None = None
        actions = context.actions
        for name in ("lesson_next", "lesson_back"):
            actions[name].setEnabled(False)
        actions["lessons"].triggered.connect(self.open)
        actions["open_lesson"].triggered.connect(lambda: self._made().ask_for_file())
        actions["first_steps"].triggered.connect(self._bring_try_back)
        context.window.try_panel.lessons_requested.connect(self._go_on_from_try)

    @property
    def in_lesson(self) -> bool:
        """Whether what is on screen belongs to a lesson."""
        return self.session is not None and self.session.lessons.current is not None

    def remember(self, preferences: Preferences) -> None:
        """Let the lessons begin with what is remembered, and remember what comes of them."""
        self._preferences = preferences

    def open(self) -> None:
        """Show the lessons."""
        self._made().show()

    def come_back(self) -> None:
        """Show the lesson that is on, if there is one."""
        if self.session is not None and self.session.panel.in_lesson:
            self.session.show()

    def present_next(self) -> None:
        """Lead a class on, where there are lessons."""
        if self.session is not None:
            self.session.present_next()

    def present_back(self) -> None:
        """Lead a class back, where there are lessons."""
        if self.session is not None:
            self.session.present_back()

    def take_place_of_try(self) -> None:
        """Stand where the three things to try stood, all of which were done before; built when first seen."""
        tabs = self._context.window.tabs
        if self.session is None and self._place is None:
            self._place = LessonPlaceholder()
            self._place.wanted.connect(self._fill_place)
            tabs.insertTab(0, self._place, lessons_tab())
            tabs.setCurrentIndex(0)
        self._put_try_away()

    def _fill_place(self) -> None:
        """Build the lessons where they are looked for; whoever went to another tab meanwhile stays there."""
        if self._place is not None and self._context.window.tabs.currentWidget() is self._place:
            self.open()

    def _go_on_from_try(self) -> None:
        """Show the lessons; where all three things are done, in place of them."""
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
            preferences = self._preferences
            progress = Progress() if preferences is None else preferences.progress()
            self.session = kind(self._context, progress, language.code)
            if preferences is not None:
                self.session.remember(preferences)
            self._leave_place()
        return self.session

    def _leave_place(self) -> None:
        """Let the lessons stand alone where an empty page kept their place."""
        if self._place is not None:
            tabs = self._context.window.tabs
            tabs.removeTab(tabs.indexOf(self._place))
            self._place.deleteLater()
            self._place = None
