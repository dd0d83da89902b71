"""A hand that does anything at all, and interrupts itself."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

from PySide6.QtWidgets import QWidget

from klscope.app import Explorer
from random_hand.command_acts import CommandActs
from random_hand.devices import Mouse
from random_hand.key_acts import KeyActs
from random_hand.mouse_acts import MouseActs
from random_hand.plan import Event
from random_hand.popups import Popups

INTERRUPTED = 0.04
"""How often something else comes between two events of a gesture."""


class Hand(MouseActs, KeyActs, CommandActs):
    """A hand, drawn from one seed."""

    def __init__(self, explorer: Explorer, random: Random, popups: Popups, mouse: Mouse, other: QWidget) -> None:
        super().__init__(explorer, random, mouse, other)
        self._popups = popups
        acts: dict[Callable[[], None], int] = {
            self.drag_bar: 24,
            self.drag_mark: 10,
            self.drag_anywhere: 8,
            self.click_button: 16,
            self.click_anywhere: 8,
            self.hover: 10,
            self.turn_wheel: 4,
            self.press_keys: 16,
            self.type_value: 6,
            self.type_in_table: 4,
            self.edit_values: 2,
            self.give_command: 24,
            self.press_shortcut: 10,
            self.open_example: 3,
            self.look_at_tab: 4,
            self.choose_in_menu: 2,
            self.resize: 1,
            self.move_focus: 4,
            self.go_elsewhere: 2,
            self.ask_for_tooltip: 3,
            self.ask_for_menu: 2,
            self.copy_something: 2,
            self.undo_and_redo: 6,
        }
        self._acts, self._chances = list(acts), list(acts.values())

    def _plan(self) -> None:
        self.random.choices(self._acts, self._chances)[0]()

    def next(self) -> Event:
        """Return what is done next, in words and as a function."""
        in_popup = self._popups.event()
        if in_popup is not None:
            return in_popup
        if self.random.random() < INTERRUPTED:
            rest, self.events = self.events, []
            self._plan()
            self.events += rest
        while not self.events:  # what is not there cannot be used
            self._plan()
        return self.events.pop(0)
