"""A ring round a button that a lesson asks to be used; bars and markers have theirs in `charts.glow`."""

from __future__ import annotations

from PySide6.QtWidgets import QAbstractButton


def set_ringed(button: QAbstractButton, on: bool) -> None:
    """Put a ring round a button, or take it off."""
    if bool(button.property("glow")) != on:
        button.setProperty("glow", on)
        button.style().unpolish(button)
        button.style().polish(button)
