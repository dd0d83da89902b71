"""Turns what a person does with pins into pins of the store, and into the edit that returns to one."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from klscope.controllers.editor import Editor
from klscope.model.edits import ReturnToPin
from klscope.model.pins import NO_PINS, PinRefusedError, Pins


class PinsController(QObject):
    """Pin the present, return, compare, rename, remove; pins are named by their place.

    Signals
    -------
    pinned(Pin), removed(Pin)
        There is a pin more, or less.
    returned(Pin), stayed(Pin)
        The present is that of the pin again; or it was so already.
    compared(Pin, bool)
        The present is compared with this pin now; whether its categories are the same.
    refused(PinRefusedError)
        It could not be done, and nothing changed.
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
        """Pin what is shown, and compare with it from here on."""
        try:
            pins = self._pins.add(self._store.comparison)
        except PinRefusedError as error:
            self.refused.emit(error)
            return
        self._store.set_pins(pins)
        self.pinned.emit(pins.all[-1])

    def return_to(self, place: int) -> None:
        """Bring a pinned state back, as a step that can be undone."""
        pin = self._pins.all[place]
        before = self._store.history
        if self._editor.perform(ReturnToPin(pin)):
            (self.stayed if self._store.history is before else self.returned).emit(pin)

    def compare(self, place: int) -> None:
        """Compare the present with a pin; with the one it is compared with already: no longer."""
        if place == self._pins.compared:
            self.stop_comparing()
            return
        self._store.set_pins(self._pins.compare(place))
        self.compared.emit(self._pins.all[place], self._store.snapshot.outlined is not None)

    def stop_comparing(self) -> None:
        """Let the present stand for itself; the pins stay."""
        self._store.set_pins(self._pins.compare(None))

    def rename(self, place: int, text: str) -> PinRefusedError | None:
        """Call a pin as it was typed; return what was wrong with the name, None if it was taken."""
        try:
            self._store.set_pins(self._pins.rename(place, text))
        except PinRefusedError as error:
            return error
        return None

    def remove(self, place: int) -> None:
        """Forget a pin; the data stay as they are."""
        pin = self._pins.all[place]
        self._store.set_pins(self._pins.remove(place))
        self.removed.emit(pin)

    def remove_all(self) -> None:
        """Forget every pin."""
        self._store.set_pins(NO_PINS)
