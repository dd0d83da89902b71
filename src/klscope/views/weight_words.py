"""What is wrong with a name that was typed, in the language of the window."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from klscope.files.weights_text import quoted

translate = QCoreApplication.translate


def of_label(position: int, label: str, taken_by: int | None) -> str:
    """Return what is wrong with the name of the category at ``position``: it is none, or another's."""
    if taken_by is None:
        return translate("Weights", "category {position} has no name").format(position=position)
    return translate("Weights", "category {position} has the name of category {other}: {label}").format(
        position=position, other=taken_by, label=quoted(label)
    )
