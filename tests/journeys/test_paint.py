"""Painting a distribution with Ctrl, and selecting with Ctrl-click and the rubber band.

Expected numbers: the linear axis says which value a pixel means; the rest and the scaling are hand arithmetic.
"""

import pytest
from hands import CONTROL, NONE, SHIFT, Person, between, y_of
from PySide6.QtCore import QPoint, QPointF, Qt

from klscope.model.comparison import Side


def spot(chart, column: int, value: float) -> QPoint:
    """Return the whole point in the middle of a column nearest to where ``value`` stands."""
    return QPoint(chart.bar_top(column).x(), round(y_of(chart, value)))


def meant(chart, at: QPoint) -> float:
    """Return the value that stands at a point."""
    return (chart.area.bottom - at.y()) / chart.area.height * chart.scale_of_probabilities.top


@pytest.mark.parametrize("side", list(Side))
def test_crossed_bars_take_the_drawn_height_and_the_rest_share_what_is_left(start, side: Side) -> None:
    person: Person = start([4, 1, 2, 2, 1], [4, 1, 2, 2, 1])
    chart = person.chart(side)
    first, last = spot(chart, 0, 0.2), spot(chart, 2, 0.2)
    height = meant(chart, first)
    person.mouse(side).drag(first, *between(first, last, 9), modifiers=CONTROL)
    values = person.store.comparison.distribution(side).probabilities
    assert values.tolist() == pytest.approx([height] * 3 + [(1 - 3 * height) * 2 / 3, (1 - 3 * height) / 3], rel=1e-12)
    assert person.steps == 1
    assert person.command("undo").text() == f"Undo Paint {side.value}"


def test_columns_between_two_events_are_drawn_along_the_line(start) -> None:
    person: Person = start([1, 1, 1, 1, 1], [1, 1, 1, 1, 1])
    first, last = spot(person.p_chart, 0, 0.04), spot(person.p_chart, 3, 0.16)
    low, high = meant(person.p_chart, first), meant(person.p_chart, last)  # the axis settles on release
    person.on_p.drag(first, last, modifiers=CONTROL)
    expected = [low + (high - low) * part / 6 for part in (1, 3, 5, 6)]  # where the line leaves them, and its end
    assert person.p[:4].tolist() == pytest.approx(expected, abs=0.001)  # middles are rounded to whole pixels
    assert person.p[4] == pytest.approx(1 - sum(person.p[:4].tolist()), abs=1e-15)


def test_two_events_and_two_hundred_draw_the_same_bits(start) -> None:
    ends = []
    for count in (1, 200):
        person: Person = start([4, 1, 2, 2, 1], [1, 1, 1, 1, 1])
        first, last = spot(person.p_chart, 0, 0.17), spot(person.p_chart, 3, 0.17)
        person.on_p.drag(first, *between(first, last, count), modifiers=CONTROL)
        ends.append(person.state)
        person.window.close()
    assert ends[0] == ends[1]


def test_what_is_drawn_later_takes_the_place_of_what_was_drawn(start) -> None:
    person: Person = start()
    there, back = spot(person.q_chart, 1, 0.4), spot(person.q_chart, 0, 0.1)
    person.on_q.drag(spot(person.q_chart, 0, 0.4), there, back, modifiers=CONTROL)
    assert person.q[0] == pytest.approx(meant(person.q_chart, back), rel=1e-12)
    assert person.q[1] == pytest.approx(0.25, abs=0.01)  # the way back left it halfway down


def test_more_than_there_is_to_give_is_scaled_down(start) -> None:
    person: Person = start()
    person.click_padlock(Side.P, 3)
    first = spot(person.p_chart, 0, 0.8)
    person.on_p.drag(first, spot(person.p_chart, 1, 0.8), modifiers=CONTROL)
    assert person.p.tolist() == pytest.approx([0.4375, 0.4375, 0.0, 0.125], abs=1e-15)  # (1 − 1/8) / 2 each
    assert person.p[3] == 0.125


def test_a_locked_bar_is_passed_over(start) -> None:
    person: Person = start()
    person.click_padlock(Side.P, 1)
    first = spot(person.p_chart, 0, 0.3)
    person.on_p.drag(first, spot(person.p_chart, 2, 0.3), modifiers=CONTROL)
    height = meant(person.p_chart, first)
    assert person.p.tolist() == pytest.approx([height, 0.25, height, 0.75 - 2 * height], rel=1e-12)
    assert person.p[1] == 0.25


def test_ctrl_may_be_let_go_while_the_stroke_goes_on(start) -> None:
    person: Person = start()
    first, last = spot(person.p_chart, 0, 0.2), spot(person.p_chart, 2, 0.2)
    path = between(first, last, 6)
    person.on_p.press(first, CONTROL)
    for at in path[:3]:
        person.on_p.move(at)
    for at in path[3:]:
        person.on_p.move(at, NONE)
    person.on_p.release()
    assert person.p[:3].tolist() == pytest.approx([meant(person.p_chart, first)] * 3, rel=1e-12)


@pytest.mark.parametrize("how", ["escape", "undo"])
def test_a_stroke_can_be_given_up(start, how: str) -> None:
    person: Person = start()
    before = person.state
    person.on_p.press(spot(person.p_chart, 0, 0.2), CONTROL)
    person.on_p.move(spot(person.p_chart, 2, 0.2))
    assert person.state != before
    if how == "escape":
        person.keys(Qt.Key.Key_Escape, on=person.p_chart)
    else:
        person.keys("z", modifiers=CONTROL, on=person.p_chart)
    person.on_p.move(spot(person.p_chart, 3, 0.2))
    person.on_p.release()
    assert person.state == before
    assert person.steps == 0


@pytest.mark.parametrize("wobble", [0, 2])
def test_ctrl_click_only_selects(start, wobble: int) -> None:
    person: Person = start()
    before = person.state
    person.on_q.click(person.q_chart.bar_top(0))
    for column in (2, 3):
        at = spot(person.q_chart, column, 0.7)
        person.on_q.press(at, CONTROL)
        person.on_q.move(at + QPoint(wobble, 0))
        person.on_q.release()
    assert person.store.view.selected == (0, 2, 3)
    person.on_q.click(spot(person.q_chart, 2, 0.7), CONTROL)
    assert person.store.view.selected == (0, 3)
    assert person.state == before
    assert person.steps == 0


def test_a_rubber_band_selects_what_it_crosses(start) -> None:
    person: Person = start()
    before = person.state
    first, last = spot(person.p_chart, 3, 0.9), spot(person.p_chart, 1, 0.1)
    person.on_p.press(first, SHIFT)
    person.on_p.move(QPointF(last.x() + person.p_chart.area.column_width, last.y()))
    assert sorted(person.store.view.selected) == [2, 3]
    person.on_p.move(last)
    person.on_p.release()
    assert sorted(person.store.view.selected) == [1, 2, 3]
    assert person.store.view.active is Side.P
    assert person.state == before
    assert person.steps == 0


def test_shift_click_selects_all_up_to_it(start) -> None:
    person: Person = start()
    person.on_p.click(person.p_chart.bar_top(3))
    person.on_p.click(person.p_chart.bar_top(1), SHIFT)
    assert sorted(person.store.view.selected) == [1, 2, 3]
    assert person.steps == 0
