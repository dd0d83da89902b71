"""The table. Oracle: *weather* by hand: −log₂ P = 1, 2, 3, 3; −log₂ Q = 3, 1, 2, 3; log₂ P/Q = 2, −1, −1, 0."""

import math

import pytest
from pointing import Pointer, Said
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from states import after, pair, state_of

from klscope.model.comparison import Side
from klscope.model.edits import SetProbability
from klscope.theory.units import Unit
from klscope.views.table.table_panel import TablePanel

MINUS = "\N{MINUS SIGN}"


@pytest.fixture
def table(show):
    shown = show(TablePanel(), 700, 240)
    shown.show_snapshot(state_of())
    shown.refresh()
    return shown


def rows(table):
    model = table.model()
    return [[model.index(row, column).data() for column in range(9)] for row in range(model.rowCount())]


def labels(table):
    return [row[0] for row in rows(table)]


def refreshed(table, snapshot):
    table.show_snapshot(snapshot)
    table.refresh()


def test_all_numbers_of_weather(table):
    assert rows(table) == [
        ["sunny", "0.5000", "0.1250", "1.0000", "3.0000", "+2.0000", "+1.0000", "1.5000", "0.5000"],
        ["cloudy", "0.2500", "0.5000", "2.0000", "1.0000", f"{MINUS}1.0000", f"{MINUS}0.2500", "0.2500", "0.5000"],
        ["rain", "0.1250", "0.2500", "3.0000", "2.0000", f"{MINUS}1.0000", f"{MINUS}0.1250", "0.2500", "0.3750"],
        ["snow", "0.1250", "0.1250", "3.0000", "3.0000", "0", "0", "0.3750", "0.3750"],
    ]


def test_headings_name_the_logarithm_of_the_unit(table):
    heads = [table.model().headerData(column, Qt.Orientation.Horizontal) for column in range(9)]
    assert heads[:6] == ["category", "P", "Q", f"{MINUS}log₂ P", f"{MINUS}log₂ Q", "log₂ P/Q"]
    assert [head.split()[0] for head in heads[6:]] == ["KL", "H(P,Q)", "H(P)"]
    refreshed(table, state_of(unit=Unit.NAT))
    assert table.model().headerData(3, Qt.Orientation.Horizontal) == f"{MINUS}ln P"


def test_infinity_and_what_has_no_ratio(table):
    refreshed(table, pair([1, 1, 0, 0], [1, 0, 1, 0]))
    shown = rows(table)
    assert shown[1][4:8] == ["∞", "+∞", "+∞", "∞"]
    assert shown[2][3:7] == ["∞", "1.0000", f"{MINUS}∞", "0"]
    assert shown[3][5] == "–"


def test_a_tooltip_and_an_opened_cell_have_all_digits(table):
    refreshed(table, pair([1, 2], [1, 1]))
    cell = table.model().index(0, 1)
    assert cell.data(Qt.ItemDataRole.ToolTipRole) == "0.3333333333333333"
    assert float(cell.data(Qt.ItemDataRole.EditRole)) == 1 / 3
    refreshed(table, pair([0.2, 0.3, 0.5], [1e-5, 0.2, 0.79999]))
    assert [table.model().index(row, 1).data(Qt.ItemDataRole.ToolTipRole) for row in range(3)] == ["0.2", "0.3", "0.5"]
    assert table.model().index(0, 2).data(Qt.ItemDataRole.ToolTipRole) == f"1e{MINUS}5"
    assert table.model().index(0, 2).data(Qt.ItemDataRole.EditRole) == "1e-5"


def test_only_label_p_and_q_can_be_typed_and_what_was_typed_is_told(table):
    model = table.model()
    flags = [bool(model.flags(model.index(1, column)) & Qt.ItemFlag.ItemIsEditable) for column in range(9)]
    assert flags == [True] * 3 + [False] * 6
    heard = Said(table.categories, "value_typed", "label_typed")
    model.setData(model.index(1, 0), "clouds")
    model.setData(model.index(1, 1), "1/3")
    model.setData(model.index(3, 2), "30%")
    model.setData(model.index(3, 2), "0.125")  # as it was: nothing is told
    assert heard.take() == [
        ("label_typed", 1, "clouds"),
        ("value_typed", Side.P, 1, "1/3"),
        ("value_typed", Side.Q, 3, "30%"),
    ]
    assert labels(table)[1] == "cloudy"  # what becomes of it comes back as a state


def test_a_column_sorts_by_number_and_typing_goes_to_the_right_category(table):
    table.sortByColumn(2, Qt.SortOrder.DescendingOrder)
    assert labels(table)[:2] == ["cloudy", "rain"]
    heard = Said(table.categories, "value_typed")
    table.model().setData(table.model().index(0, 2), "0.4")
    assert heard.take() == [("value_typed", Side.Q, 1, "0.4")]
    refreshed(table, pair([1, 1, 1], [9, 1000, 10]))
    table.sortByColumn(2, Qt.SortOrder.AscendingOrder)
    assert labels(table) == ["A", "C", "B"]


def test_a_sorted_table_keeps_its_order_during_a_gesture(table):
    table.sortByColumn(2, Qt.SortOrder.DescendingOrder)
    before = labels(table)
    hand = SetProbability(Side.Q, 3, 0.9)
    refreshed(table, after(previewed=hand))
    assert labels(table) == before
    assert rows(table)[before.index("snow")][2] == "0.9000"
    refreshed(table, after(hand))
    assert labels(table)[0] == "snow"


def test_a_state_is_shown_within_a_tenth_of_a_second_of_the_hand(table, qtbot):
    table.show_snapshot(after(SetProbability(Side.Q, 3, 0.9)))
    assert rows(table)[3][2] == "0.1250"  # not at every event
    qtbot.waitUntil(lambda: rows(table)[3][2] == "0.9000", timeout=1000)


def test_other_categories_are_shown_at_once(table):
    table.show_snapshot(pair([1, 1], [1, 3], ("heads", "tails")))
    assert labels(table) == ["heads", "tails"]


def test_hidden_it_does_nothing_and_shown_it_catches_up(table):
    table.hide()
    table.show_snapshot(pair([1, 1], [1, 3], ("heads", "tails")))
    assert labels(table)[0] == "sunny"
    table.show()
    assert labels(table) == ["heads", "tails"]


def test_clicks_select_categories_as_they_are_sorted(table):
    table.sortByColumn(2, Qt.SortOrder.DescendingOrder)
    heard = Said(table, "row_selected")
    for row, modifiers in ((0, Qt.KeyboardModifier.NoModifier), (1, Qt.KeyboardModifier.ControlModifier)):
        at = table.visualRect(table.model().index(row, 0)).center()
        QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, modifiers, at)
    assert heard.take() == [("row_selected", (1,)), ("row_selected", (1, 2))]


def test_pointing_is_told_and_lit(table):
    heard = Said(table, "hovered")
    at = table.visualRect(table.model().index(2, 1)).center()
    Pointer(table).hover(at.x(), at.y())
    Pointer(table).hover(at.x(), 5000)
    assert heard.take() == [("hovered", 2), ("hovered", -1)]
    table.show_pointed(2)
    lit = [table.model().index(row, 1).data(Qt.ItemDataRole.BackgroundRole) is not None for row in range(4)]
    assert lit == [False, False, True, False]


def test_a_copy_reads_back_bit_for_bit(table):
    refreshed(table, pair([1, 2, 0], [1, 0, 1]))
    table.copy()
    lines = QGuiApplication.clipboard().text().rstrip("\n").split("\n")
    assert [len(line.split("\t")) for line in lines] == [9] * 4
    first = [float(cell) for cell in lines[1].split("\t")[1:]]
    assert first[:2] == [1 / 3, 0.5]
    assert first[2] == pytest.approx(math.log2(3), rel=1e-15)
    assert float(lines[2].split("\t")[4]) == math.inf


def test_the_copy_key_takes_the_selected_rows(table):
    table.selectRow(2)
    QTest.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    lines = QGuiApplication.clipboard().text().splitlines()
    assert len(lines) == 2
    assert lines[1].startswith("rain\t0.125\t0.25\t")


def selected(table):
    return sorted(index.row() for index in table.selectionModel().selectedRows())


def test_several_selected_are_marked_where_they_are_sorted_and_one_takes_the_marks_away(table):
    heard = Said(table, "row_selected")
    refreshed(table, state_of(selected=(3, 0)))
    assert selected(table) == [0, 3]
    table.sortByColumn(2, Qt.SortOrder.DescendingOrder)  # cloudy, rain, then sunny and snow with 1/8 each
    refreshed(table, state_of(selected=(1, 2)))
    assert selected(table) == [0, 1]
    refreshed(table, state_of(selected=(1,)))
    assert selected(table) == []
    assert heard.take() == []


def test_what_is_taken_from_the_selection_is_not_in_it(table):
    heard = Said(table, "row_selected")
    for row, modifiers in ((0, Qt.KeyboardModifier.NoModifier), *(((1, Qt.KeyboardModifier.ControlModifier),) * 2)):
        at = table.visualRect(table.model().index(row, 0)).center()
        QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, modifiers, at)
    assert [one for _, one in heard.take()] == [(0,), (0, 1), (0,)]


def test_widths_are_shared_anew_only_where_the_code_words_change(table):
    table.setColumnWidth(3, 99)
    table.show_words(None)
    assert table.columnWidth(3) == 99
    table.show_words(("0", "10", "110", "111"))
    assert table.columnWidth(3) != 99
    table.setColumnWidth(3, 99)
    table.show_words(("0", "10", "110", "111"))
    assert table.columnWidth(3) == 99
