"""A ring round a button that a lesson asks to be used; bars and markers have theirs in `charts.glow`."""

from __future__ import annotations

from PySide6.QtWidgets import QAbstractButton


def set_highlighted(button: QAbstractButton, on: bool) -> None:
    """Put a ring round a button, or take it off."""
    if bool(button.property("highlighted")) != on:
        button.setProperty("highlighted", on)
        button.style().unpolish(button)
        button.style().polish(button)
