"""Dragging beyond the top of the axis, and near the dashed line of the other distribution.

Expected numbers: the linear axis for positions; 4 px, 1 px and 150 ms are the product's own promises; snapped values
are the dashed line's double, bit for bit.
"""

import time

import pytest
from hands import ALT, NONE, Person, y_of
from measures_on_screen import readouts
from PySide6.QtCore import QPoint

from klscope.model.comparison import Side

FLAT = ([1, 1, 1, 1], [1, 1, 1, 1])  # 0.25 each: an axis to 0.4
AWKWARD = ([7, 1, 1, 1], [3, 1, 2, 3])


def values(person: Person, side: Side):
    return person.store.comparison.distribution(side).probabilities


@pytest.mark.parametrize(("side", "above", "grab"), [(Side.P, 0, 0), (Side.Q, 0, 30), (Side.P, 60, -20)])
def test_held_at_the_top_edge_the_axis_zooms_out_until_the_bar_is_at_one(
    start, side: Side, above: int, grab: int
) -> None:
    person: Person = start(*FLAT)
    chart, mouse, scale = person.chart(side), person.mouse(side), person.window.scale
    assert scale.top == 0.4
    at = chart.bar_top(2) + QPoint(0, grab)
    held = QPoint(at.x(), round(chart.area.top) - above)
    mouse.press(at, ALT)
    mouse.move(held)
    seen: list[tuple[float, int]] = []
    person.store.changed.connect(lambda _: seen.append((scale.top, chart.bar_top(2).y() - held.y())))
    person.qtbot.waitUntil(lambda: values(person, side)[2] == 1.0, timeout=5000)
    assert len(seen) > 3  # smoothly, not at a jump
    tops = [top for top, _ in seen]
    assert tops == sorted(tops)
    assert all(abs(distance + grab) <= 1 for _, distance in seen)
    assert values(person, side).tolist() == [0.0, 0.0, 1.0, 0.0]
    mouse.release()
    assert person.steps == 1
    assert person.readouts() == readouts(person.p, person.q)
    assert scale.top == 1.0
    person.do("undo")
    assert scale.top == 0.4


def test_the_zoom_waits_and_stops_where_the_pointer_leaves_the_edge(start) -> None:
    person: Person = start(*FLAT)
    chart, scale = person.p_chart, person.window.scale
    at = chart.bar_top(0)
    edge = QPoint(at.x(), round(chart.area.top))
    person.on_p.press(at, ALT)
    began = time.monotonic()
    person.on_p.move(edge)
    for _ in range(5):  # a hand that trembles at the edge is still there
        person.on_p.move(edge - QPoint(0, 1))
        person.on_p.move(edge)
    assert scale.top == 0.4
    person.qtbot.waitUntil(lambda: scale.top > 0.55, timeout=5000)
    assert time.monotonic() - began > 0.13  # 150 ms, as coarse as Qt's timers are
    person.on_p.move(edge + QPoint(0, 20))
    top = scale.top
    for y in (40, 90, 10, 60):
        person.on_p.move(edge + QPoint(0, y))
        assert scale.top == top
        assert chart.bar_top(0).y() - (edge.y() + y) == pytest.approx(0, abs=1)
    assert not chart._edge._zoom.isActive()
    assert not chart._edge._hold.isActive()
    person.on_p.release()
    assert scale.top in (0.4, 0.5, 0.6, 0.8, 1.0)  # a rung of the ladder again


def test_passing_over_the_edge_does_not_zoom(start) -> None:
    person: Person = start(*FLAT)
    at = person.p_chart.bar_top(0)
    person.on_p.press(at, ALT)
    person.on_p.move(QPoint(at.x(), -40))
    person.on_p.move(at + QPoint(0, 30))
    assert not person.p_chart._edge._hold.isActive()
    assert person.window.scale.top == 0.4
    person.on_p.move(at)
    person.on_p.release()
    assert person.steps == 0


def test_with_locks_the_zoom_ends_at_the_ceiling(start) -> None:
    person: Person = start(*FLAT)
    person.click_padlock(Side.P, 3)
    at = person.p_chart.bar_top(0)
    person.on_p.press(at, ALT)
    person.on_p.move(QPoint(at.x(), round(person.p_chart.area.top)))
    person.qtbot.waitUntil(lambda: person.p[0] == 0.75, timeout=5000)
    person.qtbot.waitUntil(lambda: not person.p_chart._edge._zoom.isActive(), timeout=5000)
    assert person.window.scale.top == pytest.approx(0.75, abs=0.01)
    person.on_p.release()
    assert person.p.tolist() == [0.75, 0.0, 0.0, 0.25]


@pytest.mark.parametrize("side", list(Side))
@pytest.mark.parametrize("pixels", [-3, -1, 0, 2, 3])
def test_near_the_dashed_line_the_bar_snaps_onto_it_bit_for_bit(start, side: Side, pixels: int) -> None:
    person: Person = start(*AWKWARD)
    chart, mouse = person.chart(side), person.mouse(side)
    line = float(values(person, side.other)[0])
    at = chart.bar_top(0) + QPoint(5, -8)  # grabbed beside its top
    target = round(y_of(chart, line)) + pixels - 8
    mouse.press(at)
    mouse.move(QPoint(at.x(), target))
    assert values(person, side)[0] == line
    mouse.release()
    assert values(person, side)[0] == line
    assert values(person, side).sum() == pytest.approx(1.0, abs=1e-15)


@pytest.mark.parametrize("pixels", [-7, 7])
def test_farther_away_it_does_not(start, pixels: int) -> None:
    person: Person = start(*AWKWARD)
    at = person.p_chart.bar_top(0)
    y = round(y_of(person.p_chart, person.q[0])) + pixels
    person.on_p.press(at)
    person.on_p.move(QPoint(at.x(), y))
    assert person.p[0] != person.q[0]
    assert person.p_chart.bar_top(0).y() == pytest.approx(y, abs=1)
    person.on_p.release()


def test_alt_keeps_it_from_snapping_even_in_the_middle_of_a_drag(start) -> None:
    person: Person = start(*AWKWARD)
    at = person.p_chart.bar_top(0)
    near = QPoint(at.x(), round(y_of(person.p_chart, person.q[0])) + 2)
    person.on_p.press(at)
    person.on_p.move(near)
    assert person.p[0] == person.q[0]
    person.on_p.move(near, ALT)
    assert person.p[0] != person.q[0]
    assert person.p_chart.bar_top(0).y() == pytest.approx(near.y(), abs=1)
    person.on_p.move(near, NONE)
    assert person.p[0] == person.q[0]
    person.on_p.release()
