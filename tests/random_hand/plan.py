"""What a hand is about to do: events in order, each in words and as a function, and the simple ones to make them of."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from klscope.app import Explorer
from random_hand import texts
from random_hand.devices import LEFT, NONE, Mouse, press_key, type_character

Event = tuple[str, Callable[[], None]]
CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier


class Plan:
    """Events that follow one another in the main window.

    Attributes
    ----------
    at
        Where the pointer is, in the window.
    events
        What comes next.
    """

    def __init__(self, explorer: Explorer, random: Random, mouse: Mouse) -> None:
        self.explorer, self.window, self.store = explorer, explorer.window, explorer.store
        self.random, self.mouse = random, mouse
        self.at = QPoint(300, 300)
        self.events: list[Event] = []

    def then(self, words: str, act: Callable[[], None]) -> None:
        self.events.append((words, act))

    def then_move(self, at: QPoint) -> None:
        def move() -> None:
            self.at = at
            self.mouse.move(self.window, at)

        self.then(f"move to {at.x()}, {at.y()}", move)

    def then_press(self, button: Qt.MouseButton = LEFT, modifiers: Qt.KeyboardModifier = NONE) -> None:
        self.then(
            f"press {button.name} {modifiers.name}",
            lambda: self.mouse.press(self.window, self.at, button, modifiers),
        )

    def then_release(self) -> None:
        self.then("release", lambda: self.mouse.release(self.window, self.at))

    def then_key(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE) -> None:
        self.then(f"key {modifiers.name} {key.name}", lambda: press_key(self.target(), key, modifiers))

    def then_type(self, words: str) -> None:
        for character in words:
            if character.isascii() and character.isprintable():
                key = Qt.Key(ord(character.upper()))
                self.then_key(key, SHIFT if character.isupper() else NONE)
            else:
                self.then(f"type {character!r}", lambda character=character: type_character(character))

    def target(self) -> QWidget:
        """Return the window that keys go to."""
        return QApplication.activePopupWidget() or QApplication.activeModalWidget() or self.window

    def somewhere(self) -> QPoint:
        random, window = self.random, self.window
        return QPoint(random.randrange(max(window.width(), 1)), random.randrange(max(window.height(), 1)))

    def way(self, start: QPoint, spread: int) -> list[QPoint]:
        """Return a few places on the way of a hand."""
        random, places = self.random, [start]
        for _ in range(random.randint(1, 8)):
            step = QPoint(round(random.gauss(0, spread)), round(random.gauss(0, spread)))
            places.append(places[-1] + step)
        return places[1:]

    def inside(self, widget: QWidget, at: QPoint) -> QPoint:
        return widget.mapTo(self.window, at)

    def look_at_tab(self) -> None:
        bar = self.window.tabs.tabBar()
        shown = [index for index in range(bar.count()) if bar.isTabVisible(index)]
        if not bar.isVisible() or not shown:
            return
        self.then_move(self.inside(bar, bar.tabRect(self.random.choice(shown)).center()))
        self.then_press()
        self.then_release()

    def copy_something(self) -> None:
        words = self.random.choice((*texts.PASTED, *texts.VALUES))
        self.then(f"copy {words!r}", lambda: QGuiApplication.clipboard().setText(words))
        focused = QApplication.focusWidget()
        if isinstance(focused, QLineEdit):
            self.then_key(Qt.Key.Key_V, CONTROL)
