"""Texts about pins: differences, results and refusals."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from klscope.model.pins import MOST_PINS, Pin, PinRefusal, PinRefusedError
from klscope.views.words import numbers
from klscope.views.words.names import short_name

translate = QCoreApplication.translate


def difference_text(apart: float | None, name: str) -> str:
    """Return the difference to the pin ``name``: "+0.125 vs A", "same as A"; ``apart`` is None if both are ∞."""
    if apart is None:
        return translate("Pins", "both ∞, as in {name}").format(name=name)
    if apart == 0.0:
        return translate("Pins", "same as {name}").format(name=name)
    return translate("Pins", "{difference} vs {name}").format(difference=numbers.signed(apart), name=name)


def difference_in_full(apart: float | None, name: str, unit: str) -> str:
    """Return the difference with all digits, as a sentence."""
    if apart is None:
        return translate("Pins", "∞ here and in pin {name}: no difference can be computed.").format(name=name)
    if apart == 0.0:
        return translate("Pins", "The same as in pin {name}.").format(name=name)
    sentence = (
        translate("Pins", "{amount} {unit} more than in pin {name}.")
        if apart > 0.0
        else translate("Pins", "{amount} {unit} less than in pin {name}.")
    )
    return sentence.format(amount=numbers.exact(abs(apart)), unit=unit, name=name)


def of_pinned(pin: Pin) -> str:
    """Return the message after pinning."""
    return translate(
        "Pins", "Pinned as {name}: the numbers and the dotted outlines show what changes from here."
    ).format(name=short_name(pin.name))


def of_return(pin: Pin) -> str:
    """Return the message after returning to a pin."""
    return translate("Pins", "Back at pin {name}. Undo returns to where you were.").format(name=short_name(pin.name))


def of_staying(pin: Pin) -> str:
    """Return the message that a pin equals the current state."""
    return translate("Pins", "This is pin {name}: nothing has changed since.").format(name=short_name(pin.name))


def of_comparison(pin: Pin, fits: bool) -> str:
    """Return the message on the compared pin; ``fits``: it has the current categories."""
    sentence = (
        translate("Pins", "Compared with pin {name}.")
        if fits
        else translate("Pins", "Compared with pin {name}; its categories are others, so its bars are not outlined.")
    )
    return sentence.format(name=short_name(pin.name))


def of_removal(pin: Pin) -> str:
    """Return the message after removing a pin."""
    return translate("Pins", "Pin {name} is removed.").format(name=short_name(pin.name))


def of_refusal(error: PinRefusedError) -> str:
    """Return the message of a refused change of pins, with a remedy."""
    return {
        PinRefusal.NO_NAME: translate("Pins", "A pin needs a name."),
        PinRefusal.NAME_TAKEN: translate("Pins", "There is a pin {name} already: choose another name.").format(
            name=short_name(error.name)
        ),
        PinRefusal.TOO_MANY: translate("Pins", "There is room for {most} pins: remove one first.").format(
            most=MOST_PINS
        ),
    }[error.refusal]
