"""What a row of `klscope.model.commands` says."""

from __future__ import annotations

from dataclasses import dataclass

SAME = "same"
"""Stands for the text in the manual where the keys belong beside those of the command above."""


@dataclass(frozen=True)
class Command:
    """A command, in the row where it stands in the menus.

    Attributes
    ----------
    name
        Its object name; lessons and the code call it so.
    text
        What menus call it, in the context "Actions"; ``{side}`` and ``{label}`` are those it acts on.
    shortcuts
        Its keys, as `QKeySequence` reads them.
    is_method
        Whether `CommandController` has a method of its name that does it; else it is connected in `klscope.app` or in
        `klscope.connections`.
    lesson
        What lessons call it, for each side where it has ``{side}``; empty where they may not name it.
    button
        What the button of a lesson's step calls it, where that is not its text.
    manual
        What the manual says of its keys, in the context "Manual"; empty where menus are enough.
    tip
        Its tool tip, in the context "Actions".
    is_checkable
        Whether it is on or off.
    """

    name: str
    text: str
    shortcuts: tuple[str, ...] = ()
    is_method: bool = False
    lesson: str = ""
    button: str = ""
    manual: str = ""
    tip: str = ""
    is_checkable: bool = False


@dataclass(frozen=True)
class Menu:
    """A menu: its groups, between which there are separators, of commands and names of submenus.

    A submenu, which others name among their groups, sets its own title.
    """

    name: str
    title: str
    groups: tuple[tuple[Command | str, ...], ...]
