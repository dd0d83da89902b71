"""A row of `klscope.model.commands`."""

from __future__ import annotations

from dataclasses import dataclass

SAME = "same"
"""The text in the manual for keys that are listed with the previous command's."""


@dataclass(frozen=True)
class Command:
    """A command, in the order of the menus.

    Attributes
    ----------
    name
        Its object name, which lessons and the code use. If `CommandController` has a method of this name, it executes
        the command; else `klscope.app` or `klscope.connections` connects it.
    text
        Its text in menus, in the context "Actions"; ``{side}`` and ``{label}`` are those it acts on.
    shortcuts
        Its keys, as `QKeySequence` reads them.
    lesson
        Its names in lessons, for each side where it has ``{side}``; empty where lessons may not use it.
    button
        Its text on the button of a lesson's step, if that differs.
    manual
        The description of its keys in the manual, in the context "Manual"; empty where menus are enough.
    tip
        Its tool tip, in the context "Actions".
    is_checkable
        Whether it can be switched on and off.
    keeps_proposal
        Whether a proposal to load data stays open; every other command acts on the state before it, and closes it.
    """

    name: str
    text: str
    shortcuts: tuple[str, ...] = ()
    lesson: str = ""
    button: str = ""
    manual: str = ""
    tip: str = ""
    is_checkable: bool = False
    keeps_proposal: bool = False


@dataclass(frozen=True)
class Menu:
    """A menu: its groups, between which there are separators, of commands and names of submenus.

    A submenu, which others name among their groups, sets its own title.
    """

    name: str
    title: str
    groups: tuple[tuple[Command | str, ...], ...]
