"""The words of `klscope.model.commands`, in the language of the window."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from klscope.model.command import Command


def text(command: Command) -> str:
    """Return what menus call a command; ``{side}`` and ``{label}`` are to be filled in."""
    return QCoreApplication.translate("Actions", command.text)


def button(command: Command) -> str:
    """Return what the button of a lesson's step calls it; ``{side}`` is to be filled in."""
    return QCoreApplication.translate("Actions", command.button or command.text)


def tip(command: Command) -> str:
    """Return its tool tip."""
    return QCoreApplication.translate("Actions", command.tip)


def manual(command: Command) -> str:
    """Return what the manual says of its keys."""
    return QCoreApplication.translate("Manual", command.manual)


def keys(command: Command) -> str:
    """Return its first keys, as they are written for people."""
    return command.shortcuts[0].replace("PgUp", "Page Up").replace("PgDown", "Page Down").replace("+-", "+−")
