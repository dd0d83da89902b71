"""The buttons of a step on their own. Oracle: what the lesson's file names, and the words on tabs and in menus."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolButton

from klscope.lessons import library
from klscope.lessons.lesson import CommandTarget, Tab
from klscope.lessons.names import commands
from klscope.model.comparison import Side
from klscope.views.lessons.lesson_tools import MOST_WIDTH, LessonTools, button_words, tab_name

STEP = library.load("05-subtracting-entropy", "en").steps[2]  # glow: copy P to Q, Q(heads)
ALL = tuple(commands().values())


@pytest.fixture
def tools(show) -> LessonTools:
    return show(LessonTools(), 430, 40)


def buttons(tools: LessonTools) -> list[QToolButton]:
    return [one for one in tools.findChildren(QToolButton) if one.isVisible()]


def heard(signal) -> list:
    found: list = []
    signal.connect(found.append)
    return found


def test_commands_and_the_tab_are_offered_and_bars_are_not(tools: LessonTools) -> None:
    tools.show_step(replace(STEP, tab=Tab.LANDSCAPE))
    assert [button.text() for button in buttons(tools)] == ["Q ← P", "See it: Landscape →"]
    commands, tabs = heard(tools.command_given), heard(tools.tab_wanted)
    for button in buttons(tools):
        button.setFocus()
        QTest.keyClick(button, Qt.Key.Key_Space)
    assert commands == [CommandTarget("copy_p_to_q")]
    assert tabs == [Tab.LANDSCAPE]


def test_a_step_that_names_nothing_takes_no_room(tools: LessonTools) -> None:
    assert not tools.isHidden()
    tools.show_step(replace(STEP, glow=()))
    assert buttons(tools) == []
    tools.show_step(replace(STEP, glow=(CommandTarget("swap"), CommandTarget("swap"))))
    assert [button.text() for button in buttons(tools)] == ["Swap P and Q"]
    tools.show_step(replace(STEP, glow=()))
    assert tools.isHidden()


def test_what_would_do_nothing_is_not_offered(tools: LessonTools) -> None:
    tools.enable("copy_p_to_q", False)
    tools.show_step(STEP)
    assert not buttons(tools)[0].isEnabled()
    tools.enable("copy_p_to_q", True)
    tools.enable("swap", False)
    assert buttons(tools)[0].isEnabled()


def test_many_stand_in_rows_that_fit_and_every_one_has_words_of_its_own(tools: LessonTools) -> None:
    tools.show_step(replace(STEP, glow=ALL, tab=Tab.MEASURES))
    tools.adjustSize()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
    found = buttons(tools)
    assert len({button.text() for button in found}) == len(ALL) + 1
    places = [button.mapTo(tools, QPoint()) for button in found]
    assert all(at.x() + button.width() <= MOST_WIDTH for at, button in zip(places, found, strict=True))
    assert len({at.toTuple() for at in places}) == len(found)


@pytest.mark.parametrize("command", ALL)
def test_the_side_that_is_named_is_said(command: CommandTarget) -> None:
    words = button_words(command)
    assert words
    assert "{" not in words
    if command.side is not None:
        other = Side.P if command.side is Side.Q else Side.Q
        assert words.removesuffix("…").split()[-1] == command.side.value
        assert other.value not in words.split()


def test_tabs_are_called_as_they_are_in_the_window() -> None:
    assert [tab_name(tab) for tab in Tab] == ["Formula", "Table", "More measures", "Landscape"]


def test_what_is_to_be_used_has_a_ring_whenever_it_is_built(show) -> None:
    tools = show(LessonTools(), 400, 60)
    tools.highlight(frozenset({"copy_p_to_q"}))
    tools.show_step(replace(STEP, glow=(CommandTarget("swap"), CommandTarget("copy_p_to_q"))))

    def ringed() -> list[str]:
        return [
            one.text() for one in tools.findChildren(QToolButton) if one.isVisible() and one.property("highlighted")
        ]

    assert ringed() == ["Q ← P"]
    tools.retranslate()
    assert ringed() == ["Q ← P"]
    tools.highlight(frozenset())
    assert ringed() == []
