"""The highlight of a button that a lesson asks to use."""

from __future__ import annotations

from PySide6.QtWidgets import QAbstractButton


def set_highlighted(button: QAbstractButton, on: bool) -> None:
    """Highlight a button, or end it."""
    if bool(button.property("highlighted")) != on:
        button.setProperty("highlighted", on)
        button.style().unpolish(button)
        button.style().polish(button)
