"""*Edit values*. Oracle: the specification: .2, .3, .5 typed one after the other give just that; sums by hand."""

import pytest
from pointing import Said
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton
from states import pair, state_of

from klscope.model.comparison import Side
from klscope.views.table.values_editor import ValuesEditor

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
        ("1, 2, 3", (2, 2), {2: ["1", "2", "3"]}),
        ("1 2 3", (0, 1), {1: ["1", "2", "3"]}),
        ("7", (1, 2), {2: ["0.5", "7", "0.25"]}),
        ("1,204", (1, 2), {2: ["0.5", "1204", "0.25"]}),
        ("1\t2\n3\t4\n5\t6", (0, 1), {1: ["1", "3", "5"], 2: ["2", "4", "6"]}),
        ("x\t1\t2\ny\t3\t4\n", (0, 2), {0: ["x", "y"], 1: ["1", "3"], 2: ["2", "4"]}),
        ("1;2", (1, 2), {0: ["A", "B"], 1: ["", ""], 2: ["1", "2"]}),
    ],
)
def test_what_is_pasted_takes_the_place_of_a_cell_a_column_or_the_table(editor, text, at, columns):
    editor.cells.setCurrentCell(*at)
    QGuiApplication.clipboard().setText(text)
    QTest.keyClick(editor.cells, Qt.Key.Key_V, CONTROL)
    before = {0: ["a", "b", "c"], 1: ["0.25", "0.25", "0.5"], 2: ["0.5", "0.25", "0.25"]}
    assert {place: column(editor, place) for place in range(3)} == before | columns
    assert editor.heard.take() == []


def test_a_side_without_values_keeps_apply_shut_until_it_is_made_uniform(editor):
    editor.cells.setCurrentCell(1, 2)
    editor.paste("1\n2\n3\n4")
    assert column(editor, 2) == ["1", "2", "3", "4"]
    assert "P has no values yet" in written(editor)
    assert not button(editor, "Apply").isEnabled()
    button(editor, "Make P uniform").click()
    assert not button(editor, "Make P uniform").isVisible()
    button(editor, "Apply").click()
    assert editor.heard.take() == [("applied", ("A", "B", "C", "D"), [1.0] * 4, [1.0, 2.0, 3.0, 4.0])]


def test_what_can_be_read_otherwise_is_one_click_away_and_back(editor):
    editor.cells.setCurrentCell(0, 1)
    editor.paste("1,204\n310\n95")
    assert "1,204 is read as 1204" in written(editor)
    button(editor, "Read 1,204 as 1.204").click()
    assert column(editor, 1) == ["1.204", "310", "95"]
    button(editor, "Read 1,204 as 1204").click()
    assert column(editor, 1) == ["1204", "310", "95"]
    QTest.keyClick(editor.cells, Qt.Key.Key_Z, CONTROL)  # takes one reading after the other back
    assert column(editor, 1) == ["1.204", "310", "95"]
    for _ in range(3):
        QTest.keyClick(editor.cells, Qt.Key.Key_Z, CONTROL)
    assert column(editor, 1) == ["0.25", "0.25", "0.5"]
    assert "Type or paste" in written(editor)


def test_a_text_that_cannot_be_a_table_changes_nothing_and_says_why(editor):
    editor.paste("1\t2\n3\t4\t5\n6\t7")
    assert column(editor, 0) == ["a", "b", "c"]
    assert "Line 2 has more cells than the others, 3 instead of 2." in written(editor)
    assert not button(editor, "Apply").isEnabled()
    put(editor, (0, 1, "1"))  # going on with what there was
    assert button(editor, "Apply").isEnabled()


def test_a_mistake_is_named_by_the_lines_of_the_text_until_its_cell_is_edited(editor):
    editor.paste("a,1,1\n\nb,-2,1\nc,1,1")
    assert "Line 3, cell 2: '-2' is negative" in written(editor)
    assert not button(editor, "Apply").isEnabled()
    put(editor, (1, 1, "-3"))
    assert "Row 2, column P: '-3' is negative" in written(editor)
    put(editor, (1, 1, "3"))
    assert button(editor, "Apply").isEnabled()


def test_a_number_with_the_other_decimal_sign_is_not_read_in_silence(editor):
    editor.paste("a;0,5;1\nb;0.5;1\nc;0,5;1")
    assert "Line 2, cell 2: '0.5' has a decimal point, others have a decimal comma" in written(editor)
    assert not button(editor, "Apply").isEnabled()


def test_names_that_are_alike_keep_apply_shut(editor):
    editor.paste("a,1,1\nb,2,2\na,3,3")
    assert "Line 3, cell 1: 'a' is also the name in line 1" in written(editor)
    assert not button(editor, "Apply").isEnabled()
    put(editor, (2, 0, "b"))
    assert "Row 3: category 3 has the name of category 2: 'b'" in written(editor)
    put(editor, (2, 0, "c"))
    assert button(editor, "Apply").isEnabled()


def test_why_it_could_not_be_applied_is_shown(editor):
    editor.show_error("the weights of Q sum to 0")
    assert "the weights of Q sum to 0" in written(editor)


def test_what_was_not_changed_is_not_handed_over_and_loses_no_digit(editor):
    editor.begin(pair([1, 2], [1, 1]))
    assert float(column(editor, 1)[0]) == 1 / 3
    editor.apply()
    assert editor.heard.take() == [("applied", None, None, None)]
