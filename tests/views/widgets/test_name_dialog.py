"""Asking for a name. Oracle: what was typed, and what the listener said of it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from klscope.views.widgets.name_dialog import NameDialog


@pytest.fixture
def asked(show):
    """Return a shown dialog that takes any name but "taken", and what it was told."""
    told = []

    def accept(text):
        told.append(text)
        return "There is one already." if text == "taken" else ""

    return show(NameDialog("Rename pin A", "A", accept), 360, 150), told


def test_it_opens_on_the_old_name_selected(asked):
    dialog, _ = asked
    assert dialog.line.selectedText() == "A"
    assert dialog.line.accessibleName() == dialog.windowTitle() == "Rename pin A"
    assert dialog.wrong.text() == ""


def test_a_good_name_is_told_and_closes_it(asked):
    dialog, told = asked
    QTest.keyClicks(dialog.line, "before")
    QTest.keyClick(dialog.line, Qt.Key.Key_Return)
    assert told == ["before"]
    assert not dialog.isVisible()


def test_a_bad_one_is_answered_and_nothing_is_lost(asked):
    dialog, told = asked
    height = dialog.height()
    QTest.keyClicks(dialog.line, "taken")
    QTest.keyClick(dialog.line, Qt.Key.Key_Return)
    assert dialog.isVisible()
    assert dialog.wrong.text() == dialog.line.accessibleDescription() == "There is one already."
    assert dialog.line.text() == "taken"
    assert dialog.line.property("invalid")
    assert dialog.height() == height
    QTest.keyClicks(dialog.line, "!")
    assert dialog.wrong.text() == ""
    assert not dialog.line.property("invalid")
    QTest.keyClick(dialog.line, Qt.Key.Key_Return)
    assert told == ["taken", "taken!"]
    assert not dialog.isVisible()


def test_esc_tells_nothing(asked):
    dialog, told = asked
    QTest.keyClicks(dialog.line, "other")
    QTest.keyClick(dialog.line, Qt.Key.Key_Escape)
    assert told == []
    assert not dialog.isVisible()
