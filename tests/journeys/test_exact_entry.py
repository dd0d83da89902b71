"""Typing a probability on a bar: it is kept exactly, or an error is shown.

Expected numbers: Python's own fractions and literals, rounded once; the rule of three for the others; mpmath.
"""

from fractions import Fraction

import numpy as np
import pytest
from hands import Person
from measures_on_screen import readouts
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QDialog, QLabel

from klscope.model.comparison import Side

ENTER, ESCAPE = Qt.Key.Key_Return, Qt.Key.Key_Escape


@pytest.mark.parametrize("how", ["double-click", "enter", "menu"])
def test_a_line_opens_with_the_whole_value_selected(start, how: str) -> None:
    person: Person = start([3, 1, 2], [1, 1, 1])
    if how == "double-click":
        person.open_line(Side.P, 2)
    else:
        person.on_p.click(person.p_chart.bar_top(2))
        person.keys(ENTER, on=person.p_chart) if how == "enter" else person.do("set_value")
    assert person.editor is not None
    assert QApplication.focusWidget() is person.editor
    assert float(person.editor.text()) == person.p[2]
    assert person.editor.selectedText() == person.editor.text()
    person.type("0.25")
    person.keys(ENTER)
    assert person.p[2] == 0.25
    assert person.editor is None
    assert QApplication.focusWidget() is person.p_chart


@pytest.mark.parametrize("text", ["0.75", ".75"])
def test_a_digit_on_the_selected_bar_begins_the_value(start, text: str) -> None:
    person: Person = start()
    person.on_q.click(person.q_chart.bar_top(1))
    person.keys(text[0], on=person.q_chart)
    assert person.editor is not None
    assert person.editor.text() == text[0]
    person.type(text[1:])
    person.keys(ENTER)
    assert person.q[1] == 0.75


TYPED = {
    "0.3": 0.3,
    "1/6": float(Fraction(1, 6)),
    "30%": 0.3,
    "2e-4": 2e-4,
    " 1 / 3 ": float(Fraction(1, 3)),
    "0.1000000000000000055511151231257827": 0.1,
    "1": 1.0,
    "0": 0.0,
}


def test_a_typed_value_is_kept_bit_for_bit(start) -> None:
    person: Person = start()
    before = person.q.copy()
    rest = [0, 2, 3]
    for text, value in TYPED.items():
        person.enter(Side.Q, 1, text)
        assert person.q[1] == value, text
        np.testing.assert_allclose(person.q[rest], before[rest] * ((1 - value) / (1 - before[1])), rtol=1e-14)
        assert float(sum(map(Fraction, person.q.tolist()))) == pytest.approx(1.0, abs=1e-15), text
        assert person.readouts() == readouts(person.p, person.q), text
        assert person.steps == 1, text
        person.do("undo")
        assert person.q.tobytes() == before.tobytes(), text


@pytest.mark.parametrize("how", ["escape", "turn elsewhere"])
def test_what_is_not_entered_changes_nothing(start, how: str) -> None:
    person: Person = start()
    before = person.state
    person.open_line(Side.P, 0)
    person.type("0.9")
    assert person.state == before
    elsewhere = person.window.findChild(QLabel, "entropyReadout")
    if how == "escape":
        person.keys(ESCAPE)
    else:
        elsewhere.setFocus()
    assert person.editor is None
    assert QApplication.focusWidget() is (person.p_chart if how == "escape" else elsewhere)
    assert person.state == before
    assert person.steps == 0


def test_entering_what_stands_there_is_no_step(start) -> None:
    person: Person = start([1, 2, 4], [1, 1, 1])
    person.open_line(Side.P, 1)
    person.keys(ENTER)
    assert person.editor is None
    assert person.steps == 0


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("abc", "'abc' is not a number"),
        ("-1", "'-1' is negative"),
        ("2", "A probability lies between 0 and 1."),
        ("1/0", "'1/0' divides by zero"),
        ("nan", "'nan' is not a finite number"),
        ("", "here is no number here"),
        ("0,5", "decimal comma; write '0.5'"),
    ],
)
def test_what_cannot_be_a_probability_is_said_and_can_be_corrected(start, text: str, says: str) -> None:
    person: Person = start()
    before = person.state
    person.open_line(Side.P, 0)
    person.keys(Qt.Key.Key_Backspace)
    person.type(text)
    person.keys(ENTER)
    assert says in person.sentence  # without a mouse nobody sees a tooltip
    assert person.editor is not None
    assert says in person.editor.toolTip()
    assert person.editor.text() == text
    assert person.state == before
    person.keys(Qt.Key.Key_A, modifiers=Qt.KeyboardModifier.ControlModifier)
    person.type("0.25")
    person.keys(ENTER)
    assert person.p[0] == 0.25
    assert person.sentence.startswith("sunny happens a quarter of the time.")
    assert person.steps == 1


def test_above_the_ceiling_of_the_locks_the_ceiling_is_named(start) -> None:
    person: Person = start()
    for index in (2, 3):
        person.click_padlock(Side.P, index)
    before = person.state
    person.enter(Side.P, 0, "0.8")  # 1 − 1/8 − 1/8 = 0.75 is there
    assert person.state == before
    assert person.sentence == "sunny can be at most 0.75: the locked bars hold the rest."
    person.type("0.75")
    person.keys(ENTER)
    assert person.p.tolist() == [0.75, 0.0, 0.125, 0.125]


def test_a_value_typed_on_a_locked_bar_moves_the_lock(start) -> None:
    person: Person = start()
    person.click_padlock(Side.P, 0)
    person.enter(Side.P, 0, "0.2")
    assert person.p[0] == 0.2
    assert person.store.comparison.p_locks.tolist() == [True, False, False, False]
    np.testing.assert_allclose(person.p[1:], [0.4, 0.2, 0.2], rtol=1e-15)
    top = person.p_chart.bar_top(1)
    person.on_p.drag(top, top - QPoint(0, 30))
    assert person.p[0] == 0.2  # it holds there


def test_with_every_other_bar_locked_it_is_said_why_nothing_moves(start) -> None:
    person: Person = start()
    for index in (1, 2, 3):
        person.click_padlock(Side.P, index)
    before = person.state
    person.enter(Side.P, 0, "0.4")
    assert "every other bar is locked" in person.sentence
    assert person.state == before


def test_typing_the_old_value_brings_the_old_vector_back_bit_for_bit(start) -> None:
    person: Person = start([0.1, 0.7, 0.05, 0.15], [1, 1, 1, 1])
    before = person.p.copy()
    person.enter(Side.P, 1, "1")
    assert person.p.tolist() == [0.0, 1.0, 0.0, 0.0]
    person.enter(Side.P, 1, repr(float(before[1])))
    assert person.p.tobytes() == before.tobytes()


@pytest.mark.parametrize("command", ["remove", "move_left"])
def test_a_line_closes_where_its_category_is_no_longer_there(start, command: str) -> None:
    person: Person = start()
    person.open_line(Side.P, 3)
    person.type("0.2")
    person.do(command)
    assert person.editor is None
    person.keys(ENTER, ESCAPE, on=person.p_chart)
    assert person.steps == 1


def test_of_two_lines_the_later_stays_open(start) -> None:
    person: Person = start()
    person.open_line(Side.P, 3)
    person.open_line(Side.Q, 1)
    person.type("0.25")
    person.keys(ENTER)
    assert person.q[1] == 0.25
    assert person.p[3] == 0.125
    assert QApplication.focusWidget() is person.q_chart


WRONG = "'0.3x' is not a number"


def open_value(person: Person) -> None:
    person.on_q.click(person.q_chart.bar_top(0))
    person.keys(ENTER, on=person.q_chart)


def open_table_cell(person: Person) -> None:
    person.window.tabs.setCurrentWidget(person.window.table_pages)
    person.window.table.edit(person.window.table.model().index(0, 2))


OPENED = {
    "a value": open_value,
    "a name": lambda person: person.do("rename"),
    "a cell": open_table_cell,
    "all values": lambda person: person.do("edit_values"),
    "a seed": lambda person: person.do("random_by_seed"),
}


def type_wrong_in_place(person: Person) -> None:
    person.on_q.click(person.q_chart.bar_top(0))
    person.keys("0", on=person.q_chart)
    person.type(".3x")
    person.keys(ENTER)


def type_wrong_in_a_cell(person: Person) -> None:
    person.window.table.categories.value_typed.emit(Side.Q, 0, "0.3x")


@pytest.mark.parametrize("opened", OPENED)
@pytest.mark.parametrize("typed", [type_wrong_in_place, type_wrong_in_a_cell])
def test_an_old_error_does_not_stand_beside_a_line_that_was_just_opened(start, opened, typed) -> None:
    person: Person = start()
    typed(person)
    assert WRONG in person.sentence
    OPENED[opened](person)
    assert WRONG not in person.sentence
    if opened in ("a value", "a name"):
        assert not person.editor.toolTip()
    for dialog in person.window.findChildren(QDialog):
        dialog.close()


@pytest.mark.parametrize("how", ["escape", "the old value"])
def test_what_was_wrong_is_told_no_longer_than_the_line_is_open(start, how: str) -> None:
    person: Person = start()
    type_wrong_in_place(person)
    assert WRONG in person.sentence
    assert WRONG in person.editor.toolTip()
    if how == "escape":
        person.keys(ESCAPE)
    else:
        person.editor.selectAll()
        person.type("0.125")
        person.keys(ENTER)
    assert person.editor is None
    assert person.sentence.startswith("sunny happens half the time.")


def test_a_message_that_is_no_error_stays_when_a_line_is_opened(start) -> None:
    person: Person = start()
    person.do("swap")
    said = person.sentence
    assert said.startswith("H(P,Q) changed")
    person.do("set_value")
    assert person.sentence == said
