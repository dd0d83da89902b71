"""The line to type in on a chart. Oracle: the specification: Enter commits, Esc reverts, what is wrong stays."""

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QGraphicsView, QLineEdit, QVBoxLayout, QWidget

from klscope.views.bars.in_place import InPlaceEditor


class Taker:
    """Takes what is typed, or says what is wrong with it."""

    def __init__(self):
        self.taken = []
        self.wrong = ""

    def __call__(self, text):
        self.taken.append(text)
        return self.wrong


@pytest.fixture
def desk(show, qtbot):
    """Return a chart with a line beside it."""
    whole = QWidget()
    column = QVBoxLayout(whole)
    whole.chart, whole.other = QGraphicsView(), QLineEdit()
    column.addWidget(whole.chart)
    column.addWidget(whole.other)
    show(whole, 400, 300)
    whole.activateWindow()
    qtbot.waitUntil(whole.isActiveWindow)
    return whole


def editor_on(desk, text="0.125", begun="", place=None, accept=None):
    return InPlaceEditor(desk.chart, place or QRectF(150, 200, 80, 18), text, begun, "Q of rain", accept or Taker())


def gone(editor):
    return not editor.isVisible()


def test_it_opens_with_all_selected_so_that_typing_takes_its_place(desk):
    editor = editor_on(desk)
    assert editor.hasFocus()
    assert editor.selectedText() == editor.text() == "0.125"
    assert editor.accessibleName() == "Q of rain"
    assert editor.objectName() == "inPlaceEditor"


def test_a_digit_that_began_it_stands_there_to_be_continued(desk):
    accept = Taker()
    editor = editor_on(desk, begun=".", accept=accept)
    QTest.keyClicks(editor, "3")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    assert accept.taken == [".3"]


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_enter_commits_and_gives_the_focus_back(desk, key):
    accept = Taker()
    editor = editor_on(desk, accept=accept)
    QTest.keyClicks(editor, "1/6")
    QTest.keyClick(editor, key)
    assert accept.taken == ["1/6"]
    assert gone(editor)
    assert desk.chart.hasFocus()


def test_escape_reverts(desk):
    accept = Taker()
    editor = editor_on(desk, accept=accept)
    QTest.keyClicks(editor, "0.9")
    QTest.keyClick(editor, Qt.Key.Key_Escape)
    assert accept.taken == []
    assert gone(editor)
    assert desk.chart.hasFocus()


def test_what_was_not_changed_is_not_committed(desk):
    accept = Taker()
    editor = editor_on(desk, accept=accept)
    QTest.keyClick(editor, Qt.Key.Key_Return)
    assert accept.taken == []
    assert gone(editor)


def test_what_is_wrong_stays_to_be_corrected_and_says_why(desk):
    accept = Taker()
    accept.wrong = "'x' is not a number"
    editor = editor_on(desk, accept=accept)
    QTest.keyClicks(editor, "x")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    assert not gone(editor)
    assert editor.toolTip() == accept.wrong
    assert editor.property("invalid") is True
    assert editor.selectedText() == "x"
    QTest.keyClicks(editor, "0.2")
    assert editor.property("invalid") is False
    assert editor.toolTip() == ""
    accept.wrong = ""
    QTest.keyClick(editor, Qt.Key.Key_Return)
    assert accept.taken == ["x", "0.2"]
    assert gone(editor)


def test_turning_to_something_else_reverts(desk):
    accept = Taker()
    editor = editor_on(desk, accept=accept)
    QTest.keyClicks(editor, "0.9")
    QTest.mouseClick(desk.other, Qt.MouseButton.LeftButton)
    desk.other.setFocus(Qt.FocusReason.MouseFocusReason)
    assert accept.taken == []
    assert gone(editor)


@pytest.mark.parametrize("at", [(-500, -500), (5000, 5000), (-20, 100), (380, 260)])
def test_it_is_whole_wherever_the_column_is(desk, at):
    editor = editor_on(desk, place=QRectF(*at, 20, 18))
    assert desk.chart.viewport().rect().contains(editor.geometry())
