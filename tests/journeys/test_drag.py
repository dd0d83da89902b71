"""Dragging a bar: it follows the pointer, the others are rescaled, and the numbers are updated.

Expected numbers: the rule of three for the others, mpmath for the measures, the linear axis for positions.
"""

import numpy as np
import pytest
from hands import ALT, Person, between, y_of
from measures_on_screen import readouts
from PySide6.QtCore import QPoint, Qt

from klscope.model.comparison import Side


def path_to(chart, index: int, value: float, count: int) -> list[QPoint]:
    """Return a path from a bar's top to where ``value`` stands."""
    top = chart.bar_top(index)
    return [top, *between(top, QPoint(top.x(), round(y_of(chart, value))), count)]


@pytest.mark.parametrize(("side", "index"), [(Side.P, 0), (Side.P, 2), (Side.Q, 0), (Side.Q, 3)])
@pytest.mark.parametrize("offset", [0, -25, 15])
def test_the_bar_stays_under_the_pointer_and_the_numbers_follow(start, side: Side, index: int, offset: int) -> None:
    person: Person = start()
    chart, mouse = person.chart(side), person.mouse(side)
    before = person.store.comparison.distribution(side).probabilities.copy()
    other = person.store.comparison.distribution(side.other).probabilities.copy()
    path = [at + QPoint(0, offset) for at in path_to(chart, index, 0.9, 40)]
    distance = chart.bar_top(index).y() - path[0].y()
    mouse.press(path[0], ALT)
    for at in path[1:]:
        mouse.move(at)
        now = person.store.comparison.distribution(side).probabilities
        if abs(at.y() - path[0].y()) >= 2:
            assert chart.bar_top(index).y() - at.y() == pytest.approx(distance, abs=1)
        share = (1.0 - now[index]) / (1.0 - before[index])
        rest = np.arange(now.size) != index
        np.testing.assert_allclose(now[rest], before[rest] * share, rtol=1e-12)
        assert person.readouts() == readouts(person.p, person.q)
    mouse.release()
    assert person.store.comparison.distribution(side).probabilities[index] == pytest.approx(0.9, abs=0.01)
    assert person.store.comparison.distribution(side.other).probabilities.tobytes() == other.tobytes()


def test_the_bar_stays_under_the_pointer_away_from_the_dashed_lines_without_alt(start) -> None:
    person: Person = start()
    chart = person.p_chart
    path = path_to(chart, 0, 0.9, 60)
    distance = chart.bar_top(0).y() - path[0].y()
    dashed = y_of(chart, 0.125)
    person.on_p.press(path[0])
    for at in path[1:]:
        person.on_p.move(at)
        if abs(at.y() - path[0].y()) >= 2 and abs(at.y() - dashed) > 6:
            assert chart.bar_top(0).y() - at.y() == pytest.approx(distance, abs=1)
    person.on_p.release()
    assert person.p[0] == pytest.approx(0.9, abs=0.01)


@pytest.mark.parametrize("side", list(Side))
def test_two_events_and_two_hundred_give_the_same_bits(start, side: Side) -> None:
    ends = []
    for count in (2, 200):
        person: Person = start()
        path = path_to(person.chart(side), 1, 0.87, count)
        person.mouse(side).drag(*path, modifiers=ALT)
        ends.append(person.state)
        person.window.close()
    assert ends[0] == ends[1]


def test_a_wild_path_ends_where_a_straight_one_does(start) -> None:
    person: Person = start()
    straight, wild = path_to(person.p_chart, 0, 0.8, 2), path_to(person.p_chart, 0, 0.8, 2)
    person.on_p.drag(*straight, modifiers=ALT)
    expected = person.state
    person.do("undo")
    area = person.p_chart.area
    for y in (area.bottom, area.bottom + 90, area.top + 5, area.bottom - 20):
        wild.insert(1, QPoint(wild[0].x() + int(y) % 70, int(y)))
    person.on_p.drag(*wild, modifiers=ALT)
    assert person.state == expected


@pytest.mark.parametrize("modifiers", [ALT, Qt.KeyboardModifier.NoModifier])
def test_back_at_the_press_is_the_exact_start_and_no_step(start, modifiers: Qt.KeyboardModifier) -> None:
    person: Person = start([3, 1, 4, 1, 5], [1, 1, 1, 1, 1])
    before = person.state
    path = path_to(person.p_chart, 2, 0.7, 9)
    person.on_p.press(path[0], modifiers)
    for at in (*path, *reversed(path)):
        person.on_p.move(at)
    assert person.state == before
    person.on_p.release()
    assert person.state == before
    assert person.steps == 0


def test_undo_takes_one_whole_gesture_back_and_redo_makes_it_again(start) -> None:
    person: Person = start()
    before = person.state
    person.on_p.drag(*path_to(person.p_chart, 0, 0.9, 50), modifiers=ALT)
    after, numbers = person.state, person.readouts()
    assert person.steps == 1
    person.p_chart.setFocus()
    person.keys(Qt.Key.Key_Z, modifiers=Qt.KeyboardModifier.ControlModifier)
    assert person.state == before
    assert person.readouts() == ["1.7500", "2.3750", "0.6250"]
    person.keys(Qt.Key.Key_Z, modifiers=Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert person.state == after
    assert person.readouts() == numbers


@pytest.mark.parametrize("how", ["escape", "undo"])
def test_a_drag_can_be_given_up(start, how: str) -> None:
    person: Person = start()
    before = person.state
    path = path_to(person.q_chart, 0, 0.9, 5)
    person.on_q.press(path[0])
    person.on_q.move(path[2])
    assert person.state != before
    if how == "escape":
        person.keys(Qt.Key.Key_Escape, on=person.q_chart)
    else:
        person.do("undo")
    assert person.state == before
    person.on_q.move(path[4])  # the button is still down: nothing is held any more
    person.on_q.release()
    assert person.state == before
    assert person.steps == 0
    assert person.readouts() == ["1.7500", "2.3750", "0.6250"]


@pytest.mark.parametrize("twice", [False, True])
def test_a_click_and_a_double_click_move_nothing(start, twice: bool) -> None:
    person: Person = start()
    person.do("swap")
    person.do("undo")
    before = person.state
    for mouse, chart in ((person.on_p, person.p_chart), (person.on_q, person.q_chart)):
        for index in range(4):
            at = chart.bar_top(index) + QPoint(3, -20)
            if twice:
                mouse.double_click(at)
                person.keys(Qt.Key.Key_Escape)
            else:
                mouse.press(at)
                mouse.move(at + QPoint(9, 1))  # less than 2 px up or down: a hand that trembles
                mouse.release()
    assert person.state == before
    assert person.command("redo").isEnabled()


def test_a_bar_to_one_let_go_and_back_brings_the_ratios_back(start) -> None:
    person: Person = start([0.4, 0.3, 0.2, 0.1], [1, 1, 1, 1])
    before = person.p.copy()
    top = person.p_chart.bar_top(0)
    person.on_p.drag(top, QPoint(top.x(), round(y_of(person.p_chart, 1.0)) - 3), modifiers=ALT)
    assert person.p.tolist() == [1.0, 0.0, 0.0, 0.0]
    assert person.readouts() == ["0.0000", "2.0000", "2.0000"]
    top = person.p_chart.bar_top(0)
    person.on_p.drag(top, *between(top, QPoint(top.x(), round(y_of(person.p_chart, 0.4))), 7), modifiers=ALT)
    assert 0.39 < person.p[0] < 0.41
    ratios = person.p[1:] / person.p[3] / (before[1:] / before[3])
    np.testing.assert_allclose(ratios, 1.0, rtol=0, atol=4 * np.finfo(float).eps)
    assert person.steps == 2


def test_equal_shares_are_announced_where_no_ratio_was_ever_known(start) -> None:
    person: Person = start([1, 0, 0], [1, 1, 1])
    top = person.p_chart.bar_top(0)
    person.on_p.drag(top, top + QPoint(0, 30))
    assert person.p[1] == person.p[2] > 0
    assert "share equally" in person.sentence


@pytest.mark.parametrize("end", ["foot", "far below", "far above"])
def test_no_bar_leaves_zero_to_one(start, end: str) -> None:
    person: Person = start()
    chart, top = person.q_chart, person.q_chart.bar_top(1)
    y = {"foot": round(chart.area.bottom), "far below": 5000, "far above": -5000}[end]
    person.on_q.drag(top, QPoint(top.x(), y), modifiers=ALT)
    assert person.q[1] == pytest.approx(0.0 if end != "far above" else 1.0, abs=0.005 if end == "foot" else 0)
    assert person.q.sum() == pytest.approx(1.0, abs=1e-12)
    assert (person.q >= 0).all()


def test_the_whole_column_above_and_below_a_bar_can_be_grabbed(start) -> None:
    person: Person = start([0.5, 0.5, 0.0], [1, 1, 1])
    area = person.p_chart.area
    for start_y in (area.top + 4, area.bottom - 4):
        expected = person.p[2] + 20 / area.height * person.p_chart.scale_of_probabilities.top
        x = person.p_chart.bar_top(2).x() - area.column_width * 0.45  # beside the bar, in its column
        person.on_p.drag(QPoint(round(x), round(start_y)), QPoint(round(x), round(start_y) - 20), modifiers=ALT)
        assert person.p[2] == pytest.approx(expected, rel=1e-9)
        person.do("undo")


@pytest.mark.parametrize("where", ["p", "q", "terms"])
def test_a_bar_that_is_removed_under_the_hand_is_let_go(start, where: str) -> None:
    person: Person = start([4, 1, 2, 1], [1, 1, 2, 0])
    chart = {"p": person.p_chart, "q": person.q_chart, "terms": person.window.terms_chart}[where]
    mouse = {"p": person.on_p, "q": person.on_q, "terms": person.on_terms}[where]
    at = QPoint(round(chart.area.column_centre(3)), round(chart.area.top + 10))
    mouse.press(at)
    person.do("remove")
    after = person.state
    assert len(person.labels) == 3
    for y in (1, 20, 50):
        mouse.move(at + QPoint(0, y))
    mouse.release()
    assert person.state == after
    assert person.steps == 1
