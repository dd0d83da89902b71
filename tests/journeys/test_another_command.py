"""A command is a row of one table: one more is in menu, keys, manual and lessons, and its method does it."""

from dataclasses import replace
from typing import Any

import pytest
from hands import Person
from PySide6.QtCore import SIGNAL, Qt

from klscope.controllers.commands import CommandController
from klscope.lessons.lesson import CommandTarget
from klscope.lessons.names import read_targets
from klscope.model import commands
from klscope.model.command import Command
from klscope.model.comparison import Side
from klscope.views.commands.manual import manual_html
from klscope.views.lessons.lesson_tools import button_words

ECHO = Command("echo", "Echo {side}", ("Ctrl+Alt+E",), lesson="echo {side}", manual="say it again", tip="once more")


@pytest.fixture
def given(monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    """Return when it was given; it stands at the end of the first group of the menu of distributions."""
    menus = {menu.name: menu for menu in commands.MENUS}
    first, *others = menus["distribution"].groups
    menus["distribution"] = replace(menus["distribution"], groups=((*first, ECHO), *others))
    monkeypatch.setattr(commands, "MENUS", tuple(menus.values()))
    found: list[Any] = []
    monkeypatch.setattr(CommandController, "echo", lambda self: found.append(self._side), raising=False)
    return found


def test_it_is_in_its_menu_and_its_keys_give_it(given: list[Any], start) -> None:
    person: Person = start()
    [menu] = [one.menu() for one in person.window.menuBar().actions() if one.text() == "&Distribution"]
    action = menu.actions()[3]
    assert (action.objectName(), action.text(), action.toolTip()) == ("echo", "Echo Q", "once more")
    assert menu.actions()[4].isSeparator()
    assert action in person.window.actions()
    assert person.window.actions_by_name["echo"] is action
    person.keys(Qt.Key.Key_E, modifiers=Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
    assert given == [Side.Q]


@pytest.mark.usefixtures("given", "qapp")
def test_it_is_in_the_manual_and_in_lessons() -> None:
    assert "<b>Ctrl+Alt+E</b>" in manual_html()
    assert "say it again" in manual_html()
    assert read_targets("echo P") == (CommandTarget("echo", Side.P),)
    assert button_words(CommandTarget("echo", Side.P)) == "Echo P"


def test_every_command_is_connected_and_stands_once(start) -> None:
    person: Person = start()
    person.explorer.lessons.open()  # what leads through a lesson is connected with it
    actions = person.window.actions_by_name
    assert [one.name for one in commands.commands() if not actions[one.name].receivers(SIGNAL("triggered(bool)"))] == []
    names = [one.name for one in commands.commands()]
    assert len(names) == len(set(names))


@pytest.mark.usefixtures("qapp")
def test_keys_that_belong_together_stand_in_one_line() -> None:
    html = manual_html()
    for keys in ("Ctrl+Z, Ctrl+Shift+Z", "Ctrl++, Ctrl+−, Ctrl+0", "Ctrl+Page Up, Ctrl+Page Down"):
        assert f"<b>{keys}</b>" in html
