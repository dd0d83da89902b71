"""Connects the pins: the button, the chips, the menus, and the messages."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from klscope.connections.context import Context
from klscope.controllers.pins import PinsController
from klscope.views.words import pin_words

translate = QCoreApplication.translate


def connect_pins(context: Context) -> None:
    """Connect the commands of pins, and show messages about their results."""
    store, window, actions, say = context.store, context.window, context.actions, context.status.say
    pins, menus = PinsController(context.editor), window.menus.pins

    def rename(place: int, text: str) -> str:
        error = pins.rename(place, text)
        return "" if error is None else pin_words.of_refusal(error)

    def ask_name(place: int) -> None:
        pin = store.snapshot.pins.all[place]
        window.prompts.ask_name(
            translate("Pins", "Rename pin {name}").format(name=pin.name), pin.name, lambda text: rename(place, text)
        )

    actions["pin"].triggered.connect(pins.pin)
    actions["stop_comparing"].triggered.connect(pins.stop_comparing)
    actions["remove_pins"].triggered.connect(pins.remove_all)
    menus.return_chosen.connect(pins.return_to)
    menus.compare_chosen.connect(pins.compare)
    menus.rename_chosen.connect(ask_name)
    menus.remove_chosen.connect(pins.remove)
    window.pin_chips.return_chosen.connect(pins.return_to)
    pins.pinned.connect(lambda pin: say(pin_words.of_pinned(pin)))
    pins.returned.connect(lambda pin: say(pin_words.of_return(pin)))
    pins.stayed.connect(lambda pin: say(pin_words.of_staying(pin)))
    pins.compared.connect(lambda pin, fits: say(pin_words.of_comparison(pin, fits)))
    pins.removed.connect(lambda pin: say(pin_words.of_removal(pin)))
    pins.refused.connect(lambda error: say(pin_words.of_refusal(error)))
