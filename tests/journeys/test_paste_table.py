"""Pasting tables into *Edit values*: the right numbers, or no change.

Oracle: what stands in each text, each weight over the sum of its column, as fractions rounded once.
"""

import random
from fractions import Fraction

import pytest
from hands import CONTROL, Person
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from klscope.connections.language import set_language
from klscope.model.comparison import Side

NAMES, P, Q = range(3)


def open_values(person: Person, column: int = P) -> None:
    side = Side.Q if column == Q else Side.P
    chart = person.chart(side)
    person.mouse(side).click(chart.bar_top(0))
    chart.setFocus()
    person.keys(Qt.Key.Key_Return, modifiers=CONTROL)
    if column == NAMES:
        person.window.values_editor.cells.setCurrentCell(0, NAMES)


def paste(person: Person, text: str) -> None:
    QApplication.clipboard().setText(text)
    person.keys(Qt.Key.Key_V, modifiers=CONTROL)


def apply(person: Person) -> bool:
    """Press Ctrl+Enter; return whether the sheet closed."""
    person.keys(Qt.Key.Key_Return, modifiers=CONTROL)
    QApplication.processEvents()
    return not person.window.values_editor.isVisible()


def press(person: Person, text: str) -> None:
    found = [one for one in person.window.values_editor.findChildren(QPushButton) if one.text() == text]
    assert found, [one.text() for one in person.window.values_editor.findChildren(QPushButton) if one.isVisible()]
    found[0].click()


def said(person: Person) -> str:
    return " | ".join(label.text() for label in person.window.values_editor.findChildren(QLabel) if label.isVisible())


def shares(*weights) -> list[float]:
    exact = [Fraction(weight) for weight in weights]
    return [float(weight / sum(exact)) for weight in exact]


UNTOUCHED = [0.5, 0.25, 0.125, 0.125], [0.125, 0.5, 0.25, 0.125]
WEATHER = ("sunny", "cloudy", "rain", "snow")
APPLIED = [
    ("thousands in the first line", "1,204\n310\n95\n12", P, WEATHER, shares(1204, 310, 95, 12), UNTOUCHED[1]),
    (
        "names, P and Q",
        "a,0.5,0.1\nb,0.3,0.2\nc,0.2,0.7",
        Q,
        ("a", "b", "c"),
        shares("0.5", "0.3", "0.2"),
        shares("0.1", "0.2", "0.7"),
    ),
    ("P over Q, three", "2\t3\t5\n1\t1\t8", P, ("A", "B", "C"), shares(2, 3, 5), shares(1, 1, 8)),
    ("P over Q, four", "2 3 5 7\n1 1 8 2", Q, WEATHER, shares(2, 3, 5, 7), shares(1, 1, 8, 2)),
    ("decimal commas", "0,5 0,25 0,125 0,125", Q, WEATHER, UNTOUCHED[0], [0.5, 0.25, 0.125, 0.125]),
    ("five for four", "4 1\n2 3\n3 5\n7 7\n5 9", P, tuple("ABCDE"), shares(4, 2, 3, 7, 5), shares(1, 3, 5, 7, 9)),
    ("two for four", "x\t1\t3\ny\t2\t1", P, ("x", "y"), shares(1, 2), shares(3, 1)),
    ("a heading", "snowfall\n1\n2\n3\n4", Q, WEATHER, UNTOUCHED[0], shares(1, 2, 3, 4)),
    ("names alone", "w\nx\ny\nz", NAMES, ("w", "x", "y", "z"), *UNTOUCHED),
    ("by name", "snow\t4\nrain\t3\ncloudy\t2\nsunny\t1", P, WEATHER[::-1], shares(4, 3, 2, 1), UNTOUCHED[1][::-1]),
    ("a year", "region,2019,2020\nnorth,12,15\nsouth,4,5", P, ("north", "south"), shares(12, 4), shares(15, 5)),
]


def test_a_table_that_is_plain_is_applied_as_it_is(start) -> None:
    person: Person = start()
    before = person.state
    for case, text, column, labels, p, q in APPLIED:
        open_values(person, column)
        paste(person, text)
        assert person.state == before, case
        assert apply(person), (case, said(person))
        assert person.labels == labels, case
        assert person.p.tolist() == pytest.approx(p, rel=1e-15), case
        assert person.q.tolist() == pytest.approx(q, rel=1e-15), case
        assert person.steps == 1, case
        person.do("undo")
        assert person.state == before, case


REFUSED = [
    ("a negative first line", "-0.31\n0.5\n0.7\n0.1", "Line 1, cell 1: '-0.31' is negative"),
    ("a mistake further down", "a,0.5,0.1\nb,-1,0.2\nc,0.2,0.7", "Line 2, cell 2: '-1' is negative"),
    ("three for four", "1\n2\n3", "Q has no values yet"),
    ("forty for four", "\n".join(map(str, range(1, 41))), "Q has no values yet"),
    ("die faces", "1\t10\n2\t12\n3\t9\n4\t11\n5\t8\n6\t10", "Q has no values yet"),
    ("too many columns", "a 1 2 3\nb 1 2 3\nc 4 5 6\nd 1 1 1", "there are 3 columns of numbers here"),
    ("a line too long", "a\t1\t2\nb\t1\t2\t3\nc\t1\t1", "Line 2 has more cells than the others"),
    ("a line too short", "a\t1\t2\nb\t1\nc\t1\t1", "Line 2 has fewer cells than the others"),
    ("an empty cell", "a\t1\t2\nb\t\t3\nc\t1\t1", "Line 2, cell 2: there is no number here"),
    ("words", "three words here\nand three more", "columns of words"),
    ("too small", "1e-400\n1\n1\n1", "Line 1, cell 1: '1e-400' is too small for a double"),
]


def test_what_is_left_over_missing_or_wrong_keeps_apply_shut_and_says_why(start) -> None:
    person: Person = start()
    before = person.state
    for case, text, why in REFUSED:
        open_values(person)
        paste(person, text)
        assert why.lower() in said(person).lower(), case
        assert not apply(person), case
        assert person.state == before, case
        person.keys(Qt.Key.Key_Escape)
        assert not person.window.values_editor.isVisible(), case
        assert person.state == before, case


def test_die_faces_are_names_and_can_be_values(start) -> None:
    person: Person = start([1] * 6, [1] * 6)
    open_values(person)
    paste(person, "1\t10\n2\t12\n3\t9\n4\t11\n5\t8\n6\t10")
    press(person, "Make Q uniform")
    assert apply(person)
    assert person.labels == ("1", "2", "3", "4", "5", "6")
    assert person.p.tolist() == pytest.approx(shares(10, 12, 9, 11, 8, 10), rel=1e-15)
    open_values(person)
    paste(person, "1\t10\n2\t12\n3\t9\n4\t11\n5\t8\n6\t10")
    press(person, "The names are values")
    assert apply(person)
    assert person.p.tolist() == pytest.approx(shares(1, 2, 3, 4, 5, 6), rel=1e-15)
    assert person.q.tolist() == pytest.approx(shares(10, 12, 9, 11, 8, 10), rel=1e-15)


def test_an_open_cell_does_not_write_over_what_is_pasted_or_read_otherwise(start) -> None:
    person: Person = start()
    open_values(person)
    cells = person.window.values_editor.cells
    cells.editItem(cells.item(0, P))
    paste(person, "1,204\n310\n95\n12")
    assert cells.texts()[P] == ("1204", "310", "95", "12")
    cells.editItem(cells.item(0, P))
    press(person, "Read 1,204 as 1.204")
    cells.setCurrentCell(2, NAMES)
    assert cells.texts()[P] == ("1.204", "310", "95", "12")
    person.keys(Qt.Key.Key_Z, modifiers=CONTROL)
    person.keys(Qt.Key.Key_Z, modifiers=CONTROL)
    assert cells.texts()[P] == ("0.5", "0.25", "0.125", "0.125")


@pytest.fixture
def in_language(start):
    """Return a function that opens the window in a language; in the end it is English again."""
    opened = []

    def begin(language: str) -> Person:
        person = start([3, 2, 1, 4], [1, 5, 2, 2])
        opened.append(person)
        set_language(person.explorer.context, language)
        return person

    yield begin
    for person in opened:
        set_language(person.explorer.context, "en")


@pytest.mark.parametrize("language", ["en", "ko"])
def test_our_own_copied_table_comes_back_as_it_was(in_language, language: str) -> None:
    person = in_language(language)
    person.window.tabs.setCurrentWidget(person.window.table_pages)
    person.do("copy_table")
    copied = QApplication.clipboard().text()
    before = person.store.comparison
    person.do("uniform")
    open_values(person)
    paste(person, copied)
    assert apply(person), said(person)
    assert person.store.comparison == before


def test_names_that_a_spreadsheet_would_run_come_back_as_they_were(start) -> None:
    odd = ("=1+1", "가나", 'a "b", c', "-x", "@;y", "'=z", "1")
    person: Person = start([3, 1, 4, 1, 5, 9, 2], [2, 7, 1, 8, 2, 8, 1], odd)
    person.do("copy_table")
    copied = QApplication.clipboard().text()
    before = person.store.comparison
    person.do("uniform")
    open_values(person)
    paste(person, copied)
    assert apply(person), said(person)
    assert person.store.comparison == before


def test_a_random_text_either_opens_apply_with_its_own_numbers_or_changes_nothing(start) -> None:
    person: Person = start()
    before = person.state
    for seed in range(12):
        dice = random.Random(seed)
        open_values(person, dice.choice((P, Q)))
        for _ in range(25):
            signs = "0123456789.,;\t\n -%ab"
            paste(person, "".join(dice.choice(signs) for _ in range(dice.randint(1, 30))))
            assert person.state == before, seed
            assert person.window.values_editor.cells.rowCount() >= 1, seed
        if apply(person):
            assert abs(sum(map(Fraction, person.p.tolist())) - 1) < 1e-12, seed
            person.do("undo")
        else:
            person.keys(Qt.Key.Key_Escape)
        assert person.state == before, seed
