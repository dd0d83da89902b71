"""Properties that the style sheet refers to, and the highlight of a button that a lesson asks to use."""

from __future__ import annotations

from PySide6.QtWidgets import QAbstractButton, QWidget


def set_highlighted(button: QAbstractButton, on: bool) -> None:
    """Highlight a button, or end it."""
    if bool(button.property("highlighted")) != on:
        restyle(button, "highlighted", on)


def restyle(widget: QWidget, name: str, value: object) -> None:
    """Set a property, and apply the rules of the style sheet for it."""
    if widget.property(name) != value:
        widget.setProperty(name, value)
        widget.style().unpolish(widget)
        widget.style().polish(widget)
