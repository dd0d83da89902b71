"""The controller of pins: pins the current state, and returns to pins."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from klscope.controllers.editor import Editor
from klscope.model.edits import ReturnToPin
from klscope.model.pins import NO_PINS, PinRefusedError, Pins


class PinsController(QObject):
    """Pin, return, compare, rename, remove; pins are identified by their index.

    Signals
    -------
    pinned(Pin), removed(Pin)
        A pin was added or removed.
    returned(Pin), stayed(Pin)
        The state of the pin was restored, or was the current one already.
    compared(Pin, bool)
        The compared pin, and whether it has the same categories.
    refused(PinRefusedError)
        The change was refused.
    """

    pinned = Signal(object)
    removed = Signal(object)
    returned = Signal(object)
    stayed = Signal(object)
    compared = Signal(object, bool)
    refused = Signal(object)

    def __init__(self, editor: Editor) -> None:
        super().__init__(editor)
        self._editor = editor
        self._store = editor.store

    @property
    def _pins(self) -> Pins:
        return self._store.snapshot.pins

    def pin(self) -> None:
        """Pin the current state, and compare with it."""
        try:
            pins = self._pins.add(self._store.comparison)
        except PinRefusedError as error:
            self.refused.emit(error)
            return
        self._store.set_pins(pins)
        self.pinned.emit(pins.all[-1])

    def return_to(self, place: int) -> None:
        """Restore a pinned state, as an undo step."""
        pin = self._pins.all[place]
        before = self._store.history
        if self._editor.perform(ReturnToPin(pin)):
            (self.stayed if self._store.history is before else self.returned).emit(pin)

    def compare(self, place: int) -> None:
        """Compare with a pin, or stop if it is the compared one."""
        if place == self._pins.compared:
            self.stop_comparing()
            return
        self._store.set_pins(self._pins.compare(place))
        self.compared.emit(self._pins.all[place], self._store.snapshot.outlined is not None)

    def stop_comparing(self) -> None:
        """Stop comparing; the pins stay."""
        self._store.set_pins(self._pins.compare(None))

    def rename(self, place: int, text: str) -> PinRefusedError | None:
        """Rename a pin; return an error message, or None."""
        try:
            self._store.set_pins(self._pins.rename(place, text))
        except PinRefusedError as error:
            return error
        return None

    def remove(self, place: int) -> None:
        """Remove a pin; the data do not change."""
        pin = self._pins.all[place]
        self._store.set_pins(self._pins.remove(place))
        self.removed.emit(pin)

    def remove_all(self) -> None:
        """Remove all pins."""
        self._store.set_pins(NO_PINS)
