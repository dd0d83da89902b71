"""*Edit values*: whole vectors of weights are typed or pasted, and applied at once.

Expected numbers: hand arithmetic (each weight over their sum), fractions rounded once, mpmath for the readouts.
"""

from fractions import Fraction

import pytest
from hands import CONTROL, Person
from measures_on_screen import readouts
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from klscope.model.comparison import Side

ENTER, ESCAPE, P, Q = Qt.Key.Key_Return, Qt.Key.Key_Escape, 1, 2


def open_values(person: Person, side: Side = Side.P):
    """Press Ctrl+Enter on a chart; return the table of texts."""
    chart = person.chart(side)
    person.mouse(side).click(chart.bar_top(0))
    chart.setFocus()
    person.keys(ENTER, modifiers=CONTROL)
    assert person.window.values_editor.isVisible()
    return person.window.values_editor.cells


def texts(cells, column: int) -> list[str]:
    return [cells.item(row, column).text() for row in range(cells.rowCount())]


def said(person: Person) -> str:
    """Return all that is written around the cells."""
    labels = person.window.values_editor.findChildren(QLabel)
    return " | ".join(label.text() for label in labels if label.isVisible())


def button(person: Person, text: str) -> QPushButton:
    found = [one for one in person.window.values_editor.findChildren(QPushButton) if one.text() == text]
    return found[0]


def apply(person: Person) -> None:
    person.keys(ENTER, modifiers=CONTROL)
    QApplication.processEvents()


@pytest.mark.parametrize("side", list(Side))
def test_values_typed_one_after_the_other_are_just_that(start, side: Side) -> None:
    person: Person = start([1, 1, 2], [2, 1, 1])
    other = person.store.comparison.distribution(side.other).probabilities.copy()
    cells = open_values(person, side)
    assert (cells.currentRow(), cells.currentColumn()) == (0, P if side is Side.P else Q)
    for text in (".2", ".3", ".5"):
        person.type(text)
        person.keys(ENTER)
        person.qtbot.waitUntil(lambda text=text: text in texts(cells, cells.currentColumn()))
    apply(person)
    assert person.store.comparison.distribution(side).probabilities.tolist() == [0.2, 0.3, 0.5]
    assert person.store.comparison.distribution(side.other).probabilities.tobytes() == other.tobytes()
    assert not person.window.values_editor.isVisible()
    assert person.readouts() == readouts(person.p, person.q)


def test_the_value_still_being_typed_is_applied_too(start) -> None:
    person: Person = start([1, 1], [1, 1])
    open_values(person)
    person.type("3")
    person.keys(ENTER)
    QApplication.processEvents()
    person.type("1")
    apply(person)  # Ctrl+Enter in the open cell: to the window it would mean to begin anew
    assert person.p.tolist() == [0.75, 0.25]
    assert person.steps == 1


def test_raw_counts_are_normalised_and_their_sum_is_shown(start) -> None:
    person: Person = start([1, 1, 1], [1, 1, 1])
    open_values(person)
    assert "sum of P = 1 " in said(person)
    for text, total in (("412", "412.667"), ("57", "469.333"), ("31", "500")):
        person.type(text)
        person.keys(ENTER)
        person.qtbot.waitUntil(lambda total=total: f"sum of P = {total} " in said(person))
    button(person, "Apply").click()
    assert person.p.tolist() == [412 / 500, 57 / 500, 31 / 500]
    assert person.q.tolist() == pytest.approx([1 / 3] * 3)


@pytest.mark.parametrize("pasted", ["1/6\n1/3\n50%", "1/6, 1/3, 50%", "1/6 1/3 50%\n", "1/6\r\n1/3\r\n50%\r\n"])
@pytest.mark.parametrize("in_open_cell", [False, True])
def test_a_column_can_be_pasted(start, pasted: str, in_open_cell: bool) -> None:
    person: Person = start([1, 1, 1], [1, 1, 2])
    cells = open_values(person)
    if in_open_cell:
        person.keys(Qt.Key.Key_Down, Qt.Key.Key_Up)  # as a click on the cell does
        assert QApplication.focusWidget() is not cells
    QApplication.clipboard().setText(pasted)
    person.keys(Qt.Key.Key_V, modifiers=CONTROL)
    assert texts(cells, P) == ["1/6", "1/3", "50%"]
    apply(person)
    assert person.p.tolist() == [float(Fraction(1, 6)), float(Fraction(1, 3)), 0.5]
    assert person.q.tolist() == [0.25, 0.25, 0.5]
    assert person.steps == 1


def test_a_sheet_of_names_and_both_columns_is_one_undo_step(start) -> None:
    person: Person = start([1, 1, 1], [1, 1, 1])
    before = person.state
    open_values(person)
    QApplication.clipboard().setText("cat\t8\t1\ndog\t1\t2\nbird\t1\t5")
    person.keys(Qt.Key.Key_V, modifiers=CONTROL)
    assert "sum of P = 10   sum of Q = 8" in said(person)
    assert person.state == before
    apply(person)
    assert person.labels == ("cat", "dog", "bird")
    assert person.p.tolist() == [0.8, 0.1, 0.1]
    assert person.q.tolist() == [0.125, 0.25, 0.625]
    assert person.steps == 1
    assert person.command("undo").text() == "Undo Edit values"
    person.do("undo")
    assert person.state == before


@pytest.mark.parametrize("how", ["escape", "escape in an open cell", "button"])
def test_giving_up_leaves_all_as_it_was(start, how: str) -> None:
    person: Person = start()
    person.click_padlock(Side.P, 3)
    before, steps = person.state, person.steps
    cells = open_values(person)
    person.type("9")
    if how == "escape":
        person.keys(ENTER)
        person.qtbot.waitUntil(lambda: cells.item(0, P).text() == "9")
        cells.setFocus()
    if how == "button":
        button(person, "Cancel").click()
    while how != "button" and person.window.values_editor.isVisible():
        person.keys(ESCAPE)
    assert not person.window.values_editor.isVisible()
    assert person.state == before
    assert person.steps == steps
    open_values(person)
    assert texts(cells, P) == ["0.5", "0.25", "0.125", "0.125"]


@pytest.mark.parametrize(
    ("row", "column", "text", "says"),
    [
        (1, P, "x", "Row 2, column P: 'x' is not a number"),
        (3, Q, "-2", "Row 4, column Q: '-2' is negative"),
        (0, Q, "1/0", "Row 1, column Q: '1/0' divides by zero"),
    ],
)
def test_an_error_names_row_and_column_and_loses_nothing(start, row: int, column: int, text: str, says: str) -> None:
    person: Person = start()
    before = person.state
    cells = open_values(person)
    cells.item(2, P).setText("5")
    cells.item(row, column).setText(text)
    assert says in said(person)
    apply(person)
    assert person.window.values_editor.isVisible()
    assert not button(person, "Apply").isEnabled()
    assert cells.item(2, P).text() == "5"
    assert cells.item(row, column).text() == text
    assert person.state == before
    cells.item(row, column).setText("1")
    assert says not in said(person)
    apply(person)
    assert person.steps == 1
    weights = [0.5, 1.0 if (row, column) == (1, P) else 0.25, 5.0, 0.125]
    assert person.p.tolist() == pytest.approx([one / sum(weights) for one in weights], rel=1e-15)


def test_weights_that_are_all_zero_are_refused_in_words(start) -> None:
    person: Person = start([1, 1], [1, 1])
    before = person.state
    cells = open_values(person)
    cells.item(0, P).setText("0")
    cells.item(1, P).setText("0")
    apply(person)
    assert person.window.values_editor.isVisible()
    assert "all weights are 0; at least one must be positive" in said(person)
    assert person.state == before


def test_choosing_the_command_again_keeps_what_was_typed(start) -> None:
    person: Person = start([1, 1], [1, 1])
    cells = open_values(person)
    cells.item(0, P).setText("7")
    person.do("edit_values")
    assert cells.item(0, P).text() == "7"


def test_letters_and_del_are_for_the_cells_not_for_the_window(start) -> None:
    person: Person = start()
    before = person.state
    cells = open_values(person)
    person.keys(Qt.Key.Key_Delete)  # elsewhere: remove the category
    assert texts(cells, P) == ["", "0.25", "0.125", "0.125"]
    assert "Row 1, column P: there is no number here" in said(person)
    cells.setCurrentCell(1, 0)
    cells.setFocus()
    person.type("l")  # elsewhere: lock it
    person.keys(ENTER)
    person.qtbot.waitUntil(lambda: cells.item(1, 0).text() == "l")
    assert person.state == before


def test_other_data_close_it_and_keep_their_names(start) -> None:
    person: Person = start()
    cells = open_values(person)
    person.choose(person.window.menus.examples, "The 99 % coin")
    assert not person.window.values_editor.isVisible()
    assert person.window.table.isVisible()
    person.do("reset")
    person.choose(person.window.menus.examples, "Weather")
    cells = open_values(person)
    person.explorer.entry.rename(0, "clear")
    assert not person.window.values_editor.isVisible()
    cells = open_values(person)
    cells.item(0, P).setText("1")
    apply(person)
    assert person.labels == ("clear", "cloudy", "rain", "snow")
    assert person.p.tolist() == pytest.approx([2 / 3, 1 / 6, 1 / 12, 1 / 12], rel=1e-15)


def test_a_weight_that_would_be_lost_is_refused_by_its_row_and_nothing_changes(start) -> None:
    person: Person = start([1, 1], [1, 1])
    before = person.store.comparison
    cells = open_values(person, Side.Q)
    for text in ("1e308", "1e-308"):
        person.type(text)
        person.keys(ENTER)
        person.qtbot.waitUntil(lambda text=text: text in texts(cells, Q))
    apply(person)
    assert "ow 2" in said(person)
    assert "1e-308 would become 0 beside the largest weight, 1e308; write 0 if that is meant" in said(person)
    assert person.store.comparison is before
    assert person.window.values_editor.isVisible()


def test_a_program_gets_the_same_answer(start) -> None:
    with pytest.raises(ValueError, match=r"Q: weight 2: 1e-308 would become 0 beside the largest weight"):
        start([1, 1], [1e308, 1e-308])
