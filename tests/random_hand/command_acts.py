"""Random commands, and random changes of the window."""

from __future__ import annotations

from random import Random

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QAction, QHelpEvent
from PySide6.QtWidgets import QApplication, QWidget

from klscope.app import Explorer
from klscope.files import examples
from random_hand.checks import bits
from random_hand.devices import Mouse
from random_hand.key_acts import CHART_KEYS
from random_hand.plan import Plan

REASONS = tuple(
    getattr(Qt.FocusReason, f"{name}FocusReason")
    for name in ("Tab", "Backtab", "Mouse", "Other", "ActiveWindow", "Popup", "Shortcut")
)
USUAL = 1.0
RARE = {
    **{"larger": 0.2, "smaller": 0.2, "usual_size": 0.2, "export_image": 0.1, "copy_image": 0.15, "present": 0.5},
    **{"language": 0.15, "theme": 0.15},
}
"""How often what takes long is done, as a part of how often other commands are."""
SIZES = ((1000, 640), (1280, 800), (1280, 720), (1100, 900), (1500, 1000), (1000, 1100))
CLOSING = ("quit", "close_window")
"""The commands that would end the run."""


class CommandActs(Plan):
    """Commands of menus and keys, the size of the window, its focus, other windows.

    Parameters
    ----------
    other
        Another window on the screen.
    """

    def __init__(self, explorer: Explorer, random: Random, mouse: Mouse, other: QWidget) -> None:
        super().__init__(explorer, random, mouse)
        self._other = other
        actions = explorer.window.actions_by_name
        self._weights = {one: RARE.get(one.objectName(), USUAL) for one in actions.all()}
        self._weights |= dict.fromkeys(actions.languages.actions(), RARE["language"])
        self._weights |= dict.fromkeys(actions.themes.actions(), RARE["theme"])
        for name in CLOSING:
            del self._weights[actions[name]]

    def _any_command(self) -> QAction:
        return self.random.choices(list(self._weights), list(self._weights.values()))[0]

    def give_command(self) -> None:
        action = self._any_command()
        self.then(f"command {action.objectName() or action.text()}", action.trigger)

    def press_shortcut(self) -> None:
        action = self._any_command()
        keys = action.shortcut()
        if not keys.isEmpty():
            self.then_key(Qt.Key(keys[0].key()), keys[0].keyboardModifiers())

    def open_example(self) -> None:
        name = self.random.choice(examples.names())
        self.then(f"example {name}", lambda: self.window.menus.example_chosen.emit(name))

    def choose_in_menu(self) -> None:
        """Choose a step of the history, or something of a pin."""
        menus, pins = self.window.menus, self.store.snapshot.pins.all
        if not pins or self.random.random() < 0.4:
            position = self.random.randint(0, len(self.store.history.steps))
            self.then(f"to step {position} of the history", lambda: menus.step_chosen.emit(position))
            return
        name = self.random.choice(("return", "compare", "rename", "remove"))
        chosen, place = getattr(menus.pins, f"{name}_chosen"), self.random.randrange(len(pins))

        def choose() -> None:
            if place < len(self.store.snapshot.pins.all):
                chosen.emit(place)

        self.then(f"{name} pin {place}", choose)

    def undo_and_redo(self) -> None:
        """Take a step back and make it again: everything is as it was, bit for bit."""
        store, window = self.store, self.window

        def undo_and_redo() -> None:
            if store.in_gesture or store.in_undo_group or store.history.undoable is None:
                return
            before, position = bits(store.comparison), store.history.position
            window.actions_by_name["undo"].trigger()
            assert store.history.position == position - 1, "undo took no step back"
            window.actions_by_name["redo"].trigger()
            assert store.history.position == position, "redo made no step"
            assert bits(store.comparison) == before, "after undo and redo something is different"

        self.then("undo and redo", undo_and_redo)

    def resize(self) -> None:
        width, height = self.random.choice(SIZES)
        self.then(f"resize to {width} × {height}", lambda: self.window.resize(width, height))

    def move_focus(self) -> None:
        random = self.random
        takers = [
            one
            for one in self.window.findChildren(QWidget)
            if one.focusPolicy() is not Qt.FocusPolicy.NoFocus and one.isVisible() and one.isEnabled()
        ]
        widget, reason = random.choice(takers), random.choice(REASONS)
        name = widget.objectName() or type(widget).__name__
        self.then(f"focus {name} by {reason.name}", lambda: widget.setFocus(reason))
        if random.random() < 0.5:
            self.then_key(random.choice(CHART_KEYS))

    def go_elsewhere(self) -> None:
        """Turn to another window and back, or put this one away for a while."""
        window = self.window
        if self.random.random() < 0.7:
            self.then("another window", self._other.activateWindow)
        else:
            self.then("minimise", window.showMinimized)
            self.then("restore", window.showNormal)
        self.then("back", window.activateWindow)

    def ask_for_tooltip(self) -> None:
        def ask() -> None:
            widget = self.window.childAt(self.at)
            if widget is not None:
                at = widget.mapFrom(self.window, self.at)
                event = QHelpEvent(QEvent.Type.ToolTip, at, widget.mapToGlobal(at))
                QApplication.sendEvent(widget, event)

        self.then("ask for a tooltip", ask)

    def ask_for_menu(self) -> None:
        self.then_key(Qt.Key.Key_Menu)
        bar = self.window.menuBar()
        if bar.isVisible() and self.random.random() < 0.5:
            self.then_move(self.inside(bar, QPoint(self.random.randrange(400), bar.height() // 2)))
            self.then_press()
            self.then_release()
