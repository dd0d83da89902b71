"""A view is its folder and a row of one table: it is then in menu, head, shortcuts, manual, lessons and --mode."""

import sys
from collections.abc import Iterator
from types import SimpleNamespace
from typing import Any

import pytest
from hands import Person
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from command_words import WEATHER, loading
from klscope.cli import main
from klscope.lessons.names import read_view
from klscope.model.views import TERMS, ViewMode
from klscope.views.code_lengths.code_lengths_chart import CodeLengthsChart
from klscope.views.commands.manual import manual_html

BEFORE = len(ViewMode)
*_, LAST = ViewMode


class EchoChart(CodeLengthsChart):
    """The made-up view."""


@pytest.fixture
def echo(monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    """Return the mode of a view more, whose folder and connections are there; and what was connected."""
    row = ViewMode.__new_member__(ViewMode, "echo", "Echo of P", "Echo", "", "echo")
    row._name_, row._sort_order_ = "ECHO", BEFORE
    row.__objclass__ = ViewMode
    monkeypatch.setattr(ViewMode, "_member_names_", [*ViewMode._member_names_, "ECHO"])
    monkeypatch.setitem(ViewMode._member_map_, "ECHO", row)
    monkeypatch.setitem(ViewMode._value2member_map_, "echo", row)
    connected: list[Any] = []
    monkeypatch.setitem(sys.modules, "klscope.views.echo", SimpleNamespace())
    monkeypatch.setitem(sys.modules, "klscope.views.echo.echo_chart", SimpleNamespace(EchoChart=EchoChart))
    connect = SimpleNamespace(connect=lambda parts, view: connected.append((parts, view)))
    monkeypatch.setitem(sys.modules, "klscope.connections.echo", connect)
    return row, connected


def test_it_is_in_menu_head_and_shortcuts(echo, start) -> None:
    row, connected = echo
    person: Person = start()
    actions = person.explorer._actions.modes.actions()
    assert actions[-1].text() == "Echo"
    assert actions[-1].shortcut().toString() == f"Alt+{BEFORE + 1}"
    assert actions[-1] in person.window.menuBar().actions()[3].menu().actions()
    more = person.window.findChild(QPushButton, "moreViews")
    assert more.menu().actions()[-1] is actions[-1]
    person.keys(Qt.Key(Qt.Key.Key_1 + BEFORE), modifiers=Qt.KeyboardModifier.AltModifier)
    assert person.store.view.mode is row
    shown = person.window.terms_card.shown_chart
    assert isinstance(shown, EchoChart)
    assert shown.objectName() == "echoChart"
    assert [view for _, view in connected] == [shown]
    assert more.text() == "Echo of P ▼"


@pytest.mark.usefixtures("qapp")
def test_it_is_in_the_manual(echo) -> None:  # noqa: ARG001
    assert f"Alt+{len(TERMS) + 1} … Alt+{BEFORE + 1}" in manual_html()
    assert f"{LAST.title.lower()}, echo of p" in manual_html()


def test_lessons_name_it(echo) -> None:
    assert read_view("echo") == (echo[0], None)


def test_the_command_line_draws_it(echo, monkeypatch: pytest.MonkeyPatch, capsys) -> None:  # noqa: ARG001
    received: list[Any] = []
    loading(monkeypatch, export_command=SimpleNamespace(run=lambda arguments: received.append(arguments) or 0))
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    assert main(["export", "a.png", *WEATHER, "--mode", "echo"]) == 0
    assert received[0].mode == "echo"
    assert main(["export", "a.png", *WEATHER, "--mode", "ecko"]) == 2
    assert f"{LAST.value}, echo; did you mean echo?" in capsys.readouterr().err
