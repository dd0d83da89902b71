"""Persistent preferences: choices, window geometry, first steps, ticks and best results of lessons.

All windows of all processes share one file. Each change is written at once, and only the changed keys. So the ticks of
two windows are merged, and for other keys the last change wins. Invalid values are treated as missing.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from enum import Enum
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QByteArray, QObject, Signal

from klscope.by_name import load
from klscope.files.regular_files import FileError
from klscope.files.settings_text import Value
from klscope.views.preferences.former_settings import take_over
from klscope.views.preferences.settings_file import Entries, SettingsFile, place

if TYPE_CHECKING:
    from klscope.lessons.progress import Progress

Choice = TypeVar("Choice", bound=Enum)
Edit = Callable[[Entries], None]
ON, OFF = "on", "off"
MOST_DIGITS = 4
"""The largest number of digits of a stored number."""


class Preferences(QObject):
    """Preferences in the settings file; ``not_written`` is emitted once, with the reason, if they cannot be written."""

    not_written = Signal(str)
    progress_changed = Signal()
    """The progress in lessons was changed, by any window of this process."""

    def __init__(self) -> None:
        super().__init__()
        self._file = SettingsFile(place())
        self._entries = self._file.read()
        take_over(self._entries)
        self._waiting: list[Edit] = []
        self._was_told = False

    def geometry(self) -> QByteArray | None:
        value = self._entries.get("window/geometry")
        return QByteArray(value) if isinstance(value, bytes) else None

    def choice(self, name: str, kind: type[Choice], otherwise: Choice) -> Choice:
        text = self._text(f"choice/{name}")
        return next((member for member in kind if member.name == text), otherwise)

    def numbers(self, name: str) -> frozenset[int]:
        keys = (key for key in self._entries if key.startswith(f"{name}/") and self._text(key) == ON)
        found = (_number(key.removeprefix(f"{name}/")) for key in keys)
        return frozenset(number for number in found if number is not None)

    def flag(self, name: str) -> bool:
        """Return a saved flag, by default False."""
        return self._text(f"flag/{name}") == ON

    def text(self, name: str) -> str:
        """Return a saved text, by default empty."""
        return self._text(f"text/{name}")

    def texts(self, name: str) -> list[str]:
        """Return a saved list of texts, by default empty."""
        try:
            found = json.loads(self.text(name) or "[]")
        except (ValueError, RecursionError):
            return []
        return [one for one in found if isinstance(one, str)] if isinstance(found, list) else []

    def one_of(self, name: str, values: Sequence[str], otherwise: str) -> str:
        """Return a saved text if it is one of ``values``, else ``otherwise``."""
        text = self.text(name)
        return text if text in values else otherwise

    def percent(self, name: str) -> int:
        """Return a saved percentage, at least 100 and by default 100."""
        return max(_number(self._text(f"percent/{name}")) or 100, 100)

    def progress(self) -> Progress:
        progress: Progress = load("klscope.lessons.progress", "Progress")()
        for key in self._entries:
            kind, _, what = key.partition("/")
            lesson, _, place_of_step = what.rpartition("/")
            step, value = _number(place_of_step), self._text(key)
            number = _number(value)
            if kind == "tick" and lesson and step is not None and value == ON:
                progress = progress.ticked(lesson, step)
            elif kind == "best" and lesson and step is not None and number:
                progress = progress.solved(lesson, step, number)
            elif kind == "last" and what and number is not None:
                progress = progress.seen(what, number)
        return progress

    def _text(self, key: str) -> str:
        value = self._entries.get(key)
        return value if isinstance(value, str) else ""

    def save_geometry(self, geometry: QByteArray) -> None:
        self._set("window/geometry", bytes(geometry.data()))

    def save_choice(self, name: str, value: Enum) -> None:
        self._set(f"choice/{name}", value.name)

    def save_number(self, name: str, number: int) -> None:
        self._set(f"{name}/{number}", ON)

    def save_percent(self, name: str, value: int) -> None:
        self._set(f"percent/{name}", str(value))

    def save_flag(self, name: str, value: bool) -> None:
        self._set(f"flag/{name}", ON if value else OFF)

    def save_text(self, name: str, value: str) -> None:
        self._set(f"text/{name}", value)

    def save_texts(self, name: str, values: Sequence[str]) -> None:
        self.save_text(name, json.dumps(list(values)))

    def save_tick(self, lesson: str, step: int) -> None:
        self._set(f"tick/{lesson}/{step}", ON)
        self.progress_changed.emit()

    def save_best(self, lesson: str, step: int, moves: int) -> None:
        """Save the number of moves of a solved challenge, if it is the fewest."""

        def keep_the_fewest(entries: Entries) -> None:
            key = f"best/{lesson}/{step}"
            known = entries.get(key)
            before = _number(known) if isinstance(known, str) else None
            entries[key] = str(min(moves, before or moves))

        self._change(keep_the_fewest)
        self.progress_changed.emit()

    def save_last(self, lesson: str, step: int) -> None:
        self._set(f"last/{lesson}", str(step))
        self.progress_changed.emit()

    def forget_lesson(self, lesson: str) -> None:

        def take_out(entries: Entries) -> None:
            for key in list(entries):
                kind, _, what = key.partition("/")
                if (kind in ("tick", "best") and what.rpartition("/")[0] == lesson) or key == f"last/{lesson}":
                    del entries[key]

        self._change(take_out)
        self.progress_changed.emit()

    def flush(self) -> None:
        """Retry changes that could not be written."""
        if not self._waiting:
            return
        try:
            self._entries = self._file.change(self._apply)
        except FileError as error:
            self._apply(self._entries)
            if not self._was_told:
                self._was_told = True
                self.not_written.emit(f"{error.path}: {error.reason}")
        else:
            self._waiting.clear()

    def _set(self, key: str, value: Value) -> None:
        self._change(lambda entries: entries.update({key: value}))

    def _change(self, edit: Edit) -> None:
        self._waiting.append(edit)
        self.flush()

    def _apply(self, entries: Entries) -> None:
        take_over(entries)
        for edit in self._waiting:
            edit(entries)


def _number(text: str) -> int | None:
    """Parse a small non-negative integer in ASCII digits; None for any other text."""
    return int(text) if text.isascii() and text.isdecimal() and len(text) <= MOST_DIGITS else None
