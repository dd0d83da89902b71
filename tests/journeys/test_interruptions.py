"""Interrupted gestures: by a dialog, a command, another button, or other data.

Expected are the state before, the state the last move showed, and hand arithmetic.
"""

import pytest
from hands import ALT, NO_BUTTON, Person
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication

from klscope.model.comparison import Side

CONTROL = Qt.KeyboardModifier.ControlModifier


def move_without_button(mouse, at: QPoint) -> None:
    """Move as a mouse does whose button went up where the chart did not see it."""
    spot = mouse.widget.mapToGlobal(at)
    event = QMouseEvent(QEvent.Type.MouseMove, at, spot, NO_BUTTON, NO_BUTTON, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(mouse.widget, event)


def test_a_release_over_a_dialog_ends_the_drag_where_the_hand_left_it(start) -> None:
    person: Person = start()
    top = person.q_chart.bar_top(0)
    person.on_q.press(top, ALT)
    person.on_q.move(top - QPoint(0, 30))
    shown = person.state
    move_without_button(person.on_q, top - QPoint(0, 50))
    assert person.state == shown
    assert person.steps == 1
    assert person.command("undo").text() == "Undo Drag Q: sunny"
    move_without_button(person.on_q, top + QPoint(0, 5))
    assert person.state == shown


def test_a_command_between_press_and_move_takes_the_bar_out_of_the_hand(start) -> None:
    person: Person = start()
    top = person.q_chart.bar_top(1)
    person.on_q.press(top, ALT)
    person.do("copy_p_to_q")
    after = person.state
    person.on_q.move(top + QPoint(0, 3))
    person.on_q.release()
    assert person.state == after


def test_the_right_button_does_not_end_a_pull_of_infinity(start) -> None:
    person: Person = start([1, 1], [1, 0])
    at = person.window.terms_chart.bar_top(1) + QPoint(0, 10)
    person.on_terms.press(at)
    person.on_terms.move(at + QPoint(0, 20))
    assert person.q[1] > 0
    spot = person.on_terms.widget.mapToGlobal(at)
    right, left = Qt.MouseButton.RightButton, Qt.MouseButton.LeftButton
    event = QMouseEvent(QEvent.Type.MouseButtonRelease, at, spot, right, left, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(person.on_terms.widget, event)
    assert person.store.in_gesture
    person.on_terms.release()
    assert not person.store.in_gesture
    assert person.steps == 1


def test_a_control_click_beside_the_columns_selects_nothing(start) -> None:
    person: Person = start()
    before = person.store.view.selected
    at = QPoint(round(person.q_chart.area.column_left(3)) + 5, 60)
    person.on_q.press(at, CONTROL)
    person.window.resize(person.window.width() - 200, person.window.height())
    person.on_q.release()
    assert all(0 <= index < 4 for index in person.store.view.selected)
    assert before == (0,)


def test_an_open_cell_does_not_outlive_its_category(start) -> None:
    person: Person = start()
    person.window.tabs.setCurrentWidget(person.window.table_pages)
    table = person.window.table
    table.setCurrentIndex(table.model().index(3, 1))
    table.edit(table.model().index(3, 1))
    person.store.select((3,))
    person.do("remove")
    assert person.labels == ("sunny", "cloudy", "rain")
    after = person.state
    person.keys(Qt.Key.Key_Return)
    assert person.state == after


def test_other_data_of_as_many_categories_close_edit_values(start) -> None:
    person: Person = start()
    person.do("edit_values")
    assert person.window.values_editor.isVisible()
    person.choose(person.window.menus.examples, "Easy question, missed")
    assert len(person.labels) == 4
    assert not person.window.values_editor.isVisible()


def test_after_edit_values_digits_type_a_value_again(start) -> None:
    person: Person = start()
    person.on_q.click(person.q_chart.bar_top(1))
    person.do("edit_values")
    person.window.values_editor.cells.item(1, 2).setText("0.2")
    person.window.values_editor.apply()
    assert person.q_chart.hasFocus()
    person.type("0.3")
    person.keys(Qt.Key.Key_Return)
    assert person.q[1] == 0.3


def test_a_new_category_asks_for_its_name(start) -> None:
    person: Person = start()
    person.do("add")
    assert person.editor is not None
    person.type("hail")
    person.keys(Qt.Key.Key_Return)
    assert person.labels == ("sunny", "cloudy", "rain", "snow", "hail")
    assert person.steps == 2


def test_a_message_about_another_bar_goes_when_the_selection_does(start) -> None:
    person: Person = start()
    person.q_chart.setFocus()
    person.keys("L")
    person.keys(Qt.Key.Key_Up)
    assert "sunny is locked" in person.sentence
    person.keys(Qt.Key.Key_Right)
    assert person.sentence.startswith("cloudy happens")


@pytest.mark.parametrize("side", list(Side))
def test_a_bar_snapped_onto_its_line_may_make_both_the_same(start, side: Side) -> None:
    # 1 − 0.06 is no double: the other bar would be a rounding away from its line
    pair = ([0.06, 0.94], [0.3, 0.7])
    person: Person = start(*(pair if side is Side.Q else reversed(pair)))
    chart = person.chart(side)
    top, line = chart.bar_top(0), person.chart(side.other).bar_top(0)
    person.mouse(side).drag(top, QPoint(top.x(), line.y() + 1))
    assert person.p.tolist() == person.q.tolist() == [0.06, 0.94]
    assert person.readouts()[2] == "0.0000"
    assert person.verdict == "Nothing left to learn."


def test_what_the_table_copies_can_be_pasted_into_edit_values(start) -> None:
    person: Person = start()
    before = person.state
    person.window.tabs.setCurrentWidget(person.window.table_pages)
    person.window.table.copy()
    text = QApplication.clipboard().text()
    rows = [line.split("\t")[:3] for line in text.splitlines()]
    person.do("uniform")
    person.do("edit_values")
    cells = person.window.values_editor.cells
    cells.setCurrentCell(0, 0)
    person.window.values_editor.paste("\n".join("\t".join(row) for row in rows))
    person.window.values_editor.apply()
    assert person.state == before


def test_a_line_of_numbers_runs_down_the_column_whatever_parts_them(start) -> None:
    for text in (".1\t.2\t.3\t.4", ".1 .2 .3 .4", ".1, .2, .3, .4", "1\t2\t3"):
        person: Person = start()
        person.do("edit_values")
        cells = person.window.values_editor.cells
        cells.setCurrentCell(0, 2)
        person.window.values_editor.paste(text)
        typed = text.replace(",", " ").split()
        assert [cells.item(row, 2).text() for row in range(len(typed))] == typed
        person.window.close()
