"""*Edit values*. Oracle: the specification: .2, .3, .5 typed one after the other give just that; sums by hand."""

import pytest
from pointing import Said
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton
from states import pair, state_of

from klscope.model.comparison import Side
from klscope.views.panels.values_editor import ValuesEditor

CONTROL = Qt.KeyboardModifier.ControlModifier
THREE = pair([1, 1, 2], [2, 1, 1], ("a", "b", "c"))


@pytest.fixture
def editor(show):
    shown = show(ValuesEditor(), 440, 320)
    shown.begin(THREE)
    shown.heard = Said(shown, "applied", "cancelled")
    return shown


def put(editor, *cells):
    for row, column, text in cells:
        editor.cells.item(row, column).setText(text)


def written(editor):
    return " ".join(label.text() for label in editor.findChildren(QLabel))


def button(editor, text):
    return next(one for one in editor.findChildren(QPushButton) if one.text() == text)


def column(editor, place):
    return [editor.cells.item(row, place).text() for row in range(editor.cells.rowCount())]


def test_it_begins_with_what_there_is_under_the_active_side(editor):
    assert [column(editor, place) for place in range(3)] == [
        ["a", "b", "c"],
        ["0.25", "0.25", "0.5"],
        ["0.5", "0.25", "0.25"],
    ]
    assert (editor.cells.currentRow(), editor.cells.currentColumn()) == (0, 2)
    editor.begin(state_of(active=Side.P))
    assert editor.cells.currentColumn() == 1
    assert editor.cells.rowCount() == 4


def test_numbers_from_a_paper_are_handed_over_as_they_are(editor):
    put(editor, (0, 2, ".2"), (1, 2, ".3"), (2, 2, ".5"))
    assert "sum of Q = 1" in written(editor)
    button(editor, "Apply").click()
    assert editor.heard.take() == [("applied", None, None, [0.2, 0.3, 0.5])]


def test_sums_come_as_one_types(editor):
    put(editor, (0, 1, "3"), (1, 1, "1/2"))
    assert "sum of P = 4" in written(editor)
    assert "sum of Q = 1" in written(editor)


def test_what_is_wrong_is_named_and_cannot_be_applied(editor):
    put(editor, (1, 2, "x"))
    assert "Row 2, column Q" in written(editor)
    assert not button(editor, "Apply").isEnabled()
    editor.apply()
    assert editor.heard.take() == []
    put(editor, (1, 2, "30%"))
    assert "Row 2" not in written(editor)
    assert button(editor, "Apply").isEnabled()


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_control_enter_applies_and_escape_leaves_all_as_it_was(editor, key):
    put(editor, (0, 0, " first "), (0, 1, "1"))
    QTest.keyClick(editor.cells, key, CONTROL)
    assert editor.heard.take() == [("applied", ("first", "b", "c"), [1.0, 0.25, 0.5], None)]
    QTest.keyClick(editor.cells, Qt.Key.Key_Escape)
    assert editor.heard.take() == [("cancelled",)]
    button(editor, "Cancel").click()
    assert editor.heard.take() == [("cancelled",)]


@pytest.mark.parametrize(
    ("text", "at", "columns"),
    [
        ("1\n2\n3", (0, 2), {2: ["1", "2", "3"]}),
        ("1, 2, 3", (0, 2), {2: ["1", "2", "3"]}),
        ("1 2 3", (0, 1), {1: ["1", "2", "3"]}),
        ("1;2", (1, 2), {2: ["0.5", "1", "2"]}),
        ("1\t2\n3\t4", (0, 1), {1: ["1", "3", "0.5"], 2: ["2", "4", "0.25"]}),
        ("x\t1\t2\ny\t3\t4\n", (0, 2), {0: ["x", "y", "c"], 1: ["1", "3", "0.5"], 2: ["2", "4", "0.25"]}),
    ],
)
def test_pasted_weights_stand_where_they_belong(editor, text, at, columns):
    editor.cells.setCurrentCell(*at)
    QGuiApplication.clipboard().setText(text)
    QTest.keyClick(editor.cells, Qt.Key.Key_V, CONTROL)
    for place in range(3):
        expected = columns.get(place)
        if expected is not None:
            assert column(editor, place) == expected
    assert editor.heard.take() == []


def test_more_lines_than_there_are_categories_are_told(editor):
    editor.cells.setCurrentCell(1, 2)
    editor.paste("1\n2\n3\n4")
    assert column(editor, 2) == ["0.5", "1", "2"]
    assert "2 lines more" in written(editor)


def test_why_it_could_not_be_applied_is_shown(editor):
    editor.show_error("the weights of Q sum to 0")
    assert "the weights of Q sum to 0" in written(editor)


def test_what_was_not_changed_is_not_handed_over_and_loses_no_digit(editor):
    editor.begin(pair([1, 2], [1, 1]))
    assert float(column(editor, 1)[0]) == 1 / 3
    editor.apply()
    assert editor.heard.take() == [("applied", None, None, None)]
