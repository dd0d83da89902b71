"""Introduces the lessons to the window: they are loaded and built when someone first asks for them."""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from klscope.connections.parts import Parts
from klscope.views import language

if TYPE_CHECKING:
    from klscope.connections.lesson_room import LessonRoom


class LessonDoor(QObject):
    """What is there of the lessons before anyone wants one: the commands that ask for them.

    Attributes
    ----------
    room
        The lessons themselves; None as long as nobody asked.
    """

    def __init__(self, parts: Parts) -> None:
        super().__init__(parts.window)
        self._parts = parts
        self._remembered = ""
        self.room: LessonRoom | None = None
        actions = parts.actions
        for name in ("lesson_next", "lesson_back"):
            actions[name].setEnabled(False)
        actions["lessons"].triggered.connect(self.open)
        actions["open_lesson"].triggered.connect(lambda: self._made().ask_for_file())
        parts.window.try_panel.lessons_requested.connect(self.open)
        parts.window.closed.connect(self._leave)  # what is remembered of the view is one's own

    @property
    def remembered(self) -> str:
        """The progress as a text, for the next start."""
        return self._remembered if self.room is None else self.room.lessons.progress.to_text()

    @remembered.setter
    def remembered(self, text: str) -> None:
        self._remembered = text

    def open(self) -> None:
        """Show the lessons."""
        self._made().show()

    def come_back(self) -> None:
        """Show the lesson that is on, if there is one."""
        if self.room is not None and self.room.panel.in_lesson:
            self.room.show()

    def present_next(self) -> None:
        """Lead a class on: the answer to a question first, then the next step."""
        if self.room is not None:
            self.room.present_next()

    def go_back(self) -> None:
        """Go to the step before."""
        if self.room is not None:
            self.room.lessons.go_back()

    def _made(self) -> LessonRoom:
        if self.room is None:
            kind: type[LessonRoom] = importlib.import_module("klscope.connections.lesson_room").LessonRoom
            self.room = kind(self._parts, self._remembered, language.code)
        return self.room

    def _leave(self) -> None:
        if self.room is not None:
            self.room.lessons.leave()
