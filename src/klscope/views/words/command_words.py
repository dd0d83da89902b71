"""Translated texts of the commands in `klscope.model.commands`."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from klscope.model.command import Command


def text(command: Command) -> str:
    """Return the menu text of a command, with the fields ``{side}`` and ``{label}``."""
    return QCoreApplication.translate("Actions", command.text)


def button(command: Command) -> str:
    """Return the text of its button in a lesson, with the field ``{side}``."""
    return QCoreApplication.translate("Actions", command.button or command.text)


def tip(command: Command) -> str:
    """Return its tooltip."""
    return QCoreApplication.translate("Actions", command.tip)


def manual(command: Command) -> str:
    """Return the description of its keys in the manual."""
    return QCoreApplication.translate("Manual", command.manual)


def keys(command: Command) -> str:
    """Return its first shortcut in native text."""
    return command.shortcuts[0].replace("PgUp", "Page Up").replace("PgDown", "Page Down").replace("+-", "+−")
