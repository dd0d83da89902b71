"""What is wrong with a weight or a name that was typed, in the language of the window."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from klscope.files.weights_text import LARGEST_NUMBER_OF_WEIGHTS, LONGEST_ENTRY, Fault, WeightError, quoted

translate = QCoreApplication.translate


def of_weight(error: WeightError) -> str:
    """Return what is wrong with a weight, and how it would be right."""
    words = {
        Fault.NONE_GIVEN: translate(
            "Weights", "no weights are given; write numbers from 0 up parted by commas, {examples}"
        ),
        Fault.TOO_MANY: translate("Weights", "more than {most} weights are given; that is the most"),
        Fault.DECIMAL_COMMA: translate("Weights", "{entry} has a decimal comma; write {better}"),
        Fault.EMPTY: translate("Weights", "there is no number here; write one, {examples}"),
        Fault.TOO_LONG: translate("Weights", "{entry} is longer than {longest} characters; round it"),
        Fault.NOT_FINITE: translate("Weights", "{entry} is not a finite number; write a number from 0 up, {examples}"),
        Fault.NEGATIVE: translate("Weights", "{entry} is negative; a weight is a number from 0 up, {examples}"),
        Fault.NO_NUMBER: translate("Weights", "{entry} is not a number; write a number from 0 up, {examples}"),
        Fault.TOO_LARGE: translate("Weights", "{entry} is too large for a double; stay below 1.7e308"),
        Fault.TOO_SMALL: translate(
            "Weights", "{entry} is too small for a double, it would become 0; write 0 if that is meant"
        ),
        Fault.ZERO_DIVISOR: translate("Weights", "{entry} divides by zero"),
        Fault.LARGE_EXPONENT: translate(
            "Weights", "{entry} has too large an exponent for a fraction; write it as one number"
        ),
    }
    return words[error.fault].format(
        entry=quoted(error.text),
        better=quoted(error.text.replace(",", ".")),
        examples=translate("Weights", "such as 0.25, 1/4, 25% or 2e-4"),
        most=f"{LARGEST_NUMBER_OF_WEIGHTS:,}",
        longest=LONGEST_ENTRY,
    )


def of_label(position: int, label: str, taken_by: int | None) -> str:
    """Return what is wrong with the name of the category at ``position``: it is none, or another's."""
    if taken_by is None:
        return translate("Weights", "category {position} has no name").format(position=position)
    return translate("Weights", "category {position} has the name of category {other}: {label}").format(
        position=position, other=taken_by, label=quoted(label)
    )
