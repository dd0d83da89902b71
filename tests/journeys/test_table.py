"""The table: typing, sorting and copying, with the charts following.

Expected numbers: fractions rounded once, Python's own sort, mpmath for logarithms and terms.
"""

from fractions import Fraction

import mpmath
import pytest
from hands import ALT, Mouse, Person
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QApplication, QStyleOptionViewItem

from klscope.model.comparison import Side

LABEL, P, Q = 0, 1, 2
TERMS = ("KL term", "H(P,Q) term", "H(P) term")
SHUFFLED = ([3, 1, 4, 1.5, 5], [2, 7, 1, 8, 2.5], ["d", "a", "e", "b", "c"])


def open_table(person: Person):
    person.window.tabs.setCurrentWidget(person.window.table_pages)
    assert person.window.table.isVisible()
    return person.window.table


def cell(table, row: int, column: int) -> str:
    return table.model().index(row, column).data()


def column(table, place: int) -> list[str]:
    return [cell(table, row, place) for row in range(table.model().rowCount())]


def middle(table, row: int, place: int) -> QPoint:
    return table.visualRect(table.model().index(row, place)).center()


def type_into(person: Person, row: int, place: int, text: str) -> None:
    """Double-click a cell, type, press Enter."""
    table = person.window.table
    Mouse(table.viewport()).double_click(middle(table, row, place))
    assert QApplication.focusWidget() is not table
    person.type(text)
    person.keys(Qt.Key.Key_Return)
    QApplication.processEvents()


def press_heading(person: Person, place: int) -> None:
    header = person.window.table.horizontalHeader()
    at = QPoint(header.sectionViewportPosition(place) + 20, header.height() // 2)
    Mouse(header.viewport()).click(at)


@pytest.mark.parametrize("side", list(Side))
def test_a_probability_is_typed_as_on_a_chart(start, side: Side) -> None:
    person: Person = start()
    table = open_table(person)
    type_into(person, 1, P if side is Side.P else Q, "1/6")
    assert person.store.comparison.distribution(side).probabilities[1] == float(Fraction(1, 6))
    assert person.command("undo").text() == f"Undo Set {side.value}: cloudy = 0.167"
    person.qtbot.waitUntil(lambda: cell(table, 1, P if side is Side.P else Q) == "0.1667")


def test_a_name_is_typed_and_appears_everywhere(start) -> None:
    person: Person = start()
    table = open_table(person)
    type_into(person, 3, LABEL, "눈 (snow)")
    assert person.labels == ("sunny", "cloudy", "rain", "눈 (snow)")
    assert person.command("undo").text() == "Undo Rename snow to 눈 (snow)"
    person.qtbot.waitUntil(lambda: cell(table, 3, LABEL) == "눈 (snow)")


@pytest.mark.parametrize(
    ("place", "text", "says"),
    [(P, "abc", "'abc' is not a number"), (Q, "2", "between 0 and 1"), (LABEL, "rain", "has the name of category")],
)
def test_what_cannot_be_taken_is_said_and_nothing_changes(start, place: int, text: str, says: str) -> None:
    person: Person = start()
    open_table(person)
    before = person.state
    type_into(person, 0, place, text)
    assert says in person.sentence
    assert person.state == before
    assert person.steps == 0


def test_each_column_sorts_by_value_both_ways(start) -> None:
    person: Person = start(*SHUFFLED)
    table = open_table(person)
    p, q = [[mpmath.mpf(x) for x in values.tolist()] for values in (person.p, person.q)]
    log = lambda x: mpmath.log(x, 2)  # noqa: E731
    pairs = list(zip(p, q, strict=True))
    keys = [
        range(5),  # the name: the order of the charts
        p,
        q,
        [-log(x) for x in p],
        [-log(y) for y in q],
        [log(x / y) for x, y in pairs],
        [x * log(x / y) for x, y in pairs],
        [-x * log(y) for x, y in pairs],
        [-x * log(x) for x in p],
    ]
    for place, key in enumerate(keys):
        expected = [label for _, label in sorted(zip(key, person.labels, strict=True))]
        press_heading(person, place)
        first = column(table, LABEL)
        press_heading(person, place)
        assert sorted([first, column(table, LABEL)]) == sorted([expected, expected[::-1]]), place
        assert person.labels == tuple(SHUFFLED[2])  # the charts keep their order


def test_the_order_stays_during_a_gesture_and_settles_after_it(start) -> None:
    person: Person = start()
    table = open_table(person)
    press_heading(person, Q)
    press_heading(person, Q)
    ordered = column(table, LABEL)
    assert ordered in (["cloudy", "rain", "sunny", "snow"], ["sunny", "snow", "rain", "cloudy"])
    descending = ordered[0] == "cloudy"
    top = person.q_chart.bar_top(0)
    person.on_q.press(top, ALT)
    person.on_q.move(top - QPoint(0, 100))
    assert person.q[0] > 0.5
    shown = f"{person.q[0]:.4f}"
    person.qtbot.waitUntil(lambda: shown in column(table, Q))
    assert column(table, LABEL) == ordered
    person.on_q.release()
    settled = ["sunny", "cloudy", "rain", "snow"]
    person.qtbot.waitUntil(lambda: column(table, LABEL) == (settled if descending else settled[::-1]))


def test_what_is_typed_goes_to_the_row_that_was_meant_after_sorting(start) -> None:
    person: Person = start(*SHUFFLED)
    table = open_table(person)
    press_heading(person, P)
    row = column(table, LABEL).index("b")
    assert row != 3
    type_into(person, row, P, "0.25")
    assert person.p[3] == 0.25


@pytest.mark.parametrize("unit", ["Bits", "Nats"])
def test_the_copy_reads_back_to_the_exact_doubles(start, unit: str) -> None:
    person: Person = start([3, 1, 0, 4, 0], [1, 1, 0, 0, 2], ["a", "b", "c", "d", "e"])
    person.choose(person.window.menus.units, unit)
    person.do("copy_table")
    lines = QApplication.clipboard().text().splitlines()
    heads, *rows = [line.split("\t") for line in lines]
    log = "log₂" if unit == "Bits" else "ln"
    logs = [f"−{log} P", f"−{log} Q", f"{log} P/Q"]
    expected = ["category", "P", "Q", *(f"{name} ({unit.lower()})" for name in (*logs, *TERMS))]
    assert heads == expected
    assert [row[0] for row in rows] == list(person.labels)
    assert [float(row[1]) for row in rows] == person.p.tolist()
    assert [float(row[2]) for row in rows] == person.q.tolist()
    base = 2 if unit == "Bits" else mpmath.e
    first = [float(text) for text in rows[0][3:]]
    x, y = mpmath.mpf(0.375), mpmath.mpf(0.25)
    log_x, log_y = (mpmath.log(value, base) for value in (x, y))
    truth = [-log_x, -log_y, log_x - log_y, x * (log_x - log_y), -x * log_y, -x * log_x]
    assert first == pytest.approx([float(value) for value in truth], rel=1e-15)
    assert rows[3][4:8] == ["inf", "inf", "inf", "inf"]  # P = 0.5, Q = 0
    assert rows[2][6:] == ["0", "0", "0"]  # 0·log 0 = 0


def test_selected_rows_alone_are_copied_by_key(start) -> None:
    person: Person = start()
    table = open_table(person)
    mouse = Mouse(table.viewport())
    mouse.click(middle(table, 2, LABEL))
    mouse.click(middle(table, 0, LABEL), Qt.KeyboardModifier.ControlModifier)
    person.keys("c", modifiers=Qt.KeyboardModifier.ControlModifier, on=table)
    lines = QApplication.clipboard().text().splitlines()
    assert [line.split("\t")[0] for line in lines] == ["category", "sunny", "rain"]


def test_a_click_on_a_row_selects_the_category(start) -> None:
    person: Person = start(*SHUFFLED)
    table = open_table(person)
    press_heading(person, P)
    mouse = Mouse(table.viewport())
    row = column(table, LABEL).index("e")
    assert row != 2
    mouse.click(middle(table, row, P))
    assert person.store.view.selected == (2,)
    assert person.command("one_hot").text() == "One-Hot Q at e"
    mouse.click(middle(table, column(table, LABEL).index("a"), P), Qt.KeyboardModifier.ControlModifier)
    assert person.store.view.selected == (2, 1)
    assert person.steps == 0


def test_pointing_lights_the_category_everywhere_and_says_what_it_costs(start) -> None:
    person: Person = start()
    table = open_table(person)
    Mouse(table.viewport()).move(middle(table, 1, P), pressed=False)
    charts = (person.p_chart, person.q_chart, person.window.terms_chart)
    assert [chart.pointed for chart in charts] == [1, 1, 1]
    assert person.sentence == (
        "cloudy happens a quarter of the time. Believing Q it surprises you by 1 bit; knowing P, by 2. "
        "Saving: 0.25 × (1 − 2) = −0.250 bits"
    )
    person.on_p.move(person.p_chart.bar_top(3), pressed=False)
    assert [chart.pointed for chart in charts] == [3, 3, 3]
    assert table.model().index(3, P).data(Qt.ItemDataRole.BackgroundRole) is not None
    assert table.model().index(1, P).data(Qt.ItemDataRole.BackgroundRole) is None


@pytest.mark.parametrize("code", ["en", "ko"])
def test_in_a_small_window_nothing_is_cut_and_nothing_scrolls_sideways(start, set_language, code: str) -> None:
    """A number is cut where the letters of what is painted are wider than their column, by Qt's own measure."""
    set_language(code)
    person: Person = start([0.5, 1e-300, 0.2], [0.2, 1e-17, 0.6])
    person.window.resize(1280, 800)
    table = open_table(person)
    person.qtbot.waitUntil(lambda: cell(table, 1, P) == "1.43e−300")
    metrics, option = QFontMetricsF(table.font()), QStyleOptionViewItem()
    for row in range(3):
        for place in range(1, 9):
            index = table.model().index(row, place)
            option.rect = table.visualRect(index)
            table.itemDelegate().initStyleOption(option, index)
            assert "…" not in option.text
            assert metrics.horizontalAdvance(option.text) < table.columnWidth(place)
    assert table.horizontalScrollBar().maximum() == 0
    for place in range(1, 9):
        for line in table.model().headerData(place, Qt.Orientation.Horizontal).split("\n"):
            assert metrics.horizontalAdvance(line) < table.columnWidth(place)
