"""The landscape in the whole window: points are dragged, the bars follow; undo, Esc, locks, keys."""

import numpy as np
import pytest
from hands import ALT, SHIFT, Mouse
from PySide6.QtCore import QPointF, Qt
from PySide6.QtWidgets import QToolButton

from klscope.model.comparison import Side
from klscope.model.view_options import LandscapeOptions, LandscapeQuantity
from klscope.theory.landscape import longest_reach
from klscope.views.export.picture import Background, PictureChoice, What, render_picture
from klscope.views.landscape.profile_chart import ALONG, OVER_BAR
from klscope.views.landscape.two_chart import ON_DIVERGENCE, ON_ENTROPY
from klscope.views.theme import LIGHT

P, Q = Side.P, Side.Q
THREE_P, THREE_Q, NAMES = [4, 2, 2], [1, 2, 5], ["sunny", "cloudy", "rain"]


def opened(person):
    """Open the tab; return the chart and a mouse over it."""
    person.window.tabs.setCurrentWidget(person.window.landscape)
    chart = person.window.landscape.view.shown_chart
    return chart, Mouse(chart)


def at(chart, mark):
    return QPointF(*chart.marks()[mark])


def test_it_is_built_when_first_asked_for(start) -> None:
    person = start(THREE_P, THREE_Q, NAMES)
    assert person.window.landscape.view is None
    tabs = person.window.tabs
    assert [tabs.tabText(index) for index in range(tabs.count())][-1] == "Landscape"
    chart, _ = opened(person)
    assert chart.objectName() == "simplexChart"
    assert chart.isVisible()
    assert chart.accessibleName()


def test_drag_the_simplex_point_and_see_the_bars_move(start) -> None:
    person = start(THREE_P, THREE_Q, NAMES)
    chart, mouse = opened(person)
    before, tops = person.state, [person.q_chart.bar_top(index).y() for index in range(3)]
    grab, begin = QPointF(4, -3), at(chart, Q)
    mouse.press(begin + grab)
    for step in range(1, 11):
        mouse.move(begin + grab + QPointF(-3 * step, -4 * step), modifiers=ALT)
        assert at(chart, Q).toTuple() == pytest.approx((begin + QPointF(-3 * step, -4 * step)).toTuple(), abs=1e-6)
        assert float(person.readouts()[2]) == pytest.approx(person.store.snapshot.kl_divergence, abs=5e-5)
    mouse.release()
    assert person.q[0] > 0.125
    assert person.q_chart.bar_top(0).y() < tops[0]
    assert person.q_chart.bar_top(2).y() > tops[2]
    assert person.p.tolist() == [0.5, 0.25, 0.25]
    assert person.steps == 1
    assert "Drag Q in the landscape" in person.command("undo").text()
    person.do("undo")
    assert person.state == before
    person.do("redo")
    assert person.q[0] > 0.125


def test_the_edge_is_zero_and_infinite(start) -> None:
    person = start(THREE_P, THREE_Q, NAMES)
    chart, mouse = opened(person)
    begin = at(chart, Q)
    mouse.drag(begin.toPoint(), (begin + QPointF(0, 20)).toPoint(), (begin + QPointF(0, 500)).toPoint())
    assert person.q[0] == 0.0
    assert person.readouts()[2] == "∞"
    begin = at(chart, Q)
    mouse.drag(begin.toPoint(), (begin - QPointF(0, 20)).toPoint())
    assert person.q[0] > 0.0
    assert person.readouts()[2] != "∞"


def test_it_snaps_onto_the_other_point_bit_for_bit(start) -> None:
    person = start([0.1, 0.2, 0.7], [0.6, 0.3, 0.1], NAMES)
    chart, mouse = opened(person)
    begin, way = at(chart, Q), at(chart, P) - at(chart, Q)
    mouse.press(begin)
    mouse.move(begin + way / 2)
    mouse.move(begin + way + QPointF(2, 2))
    assert person.q.tobytes() == person.p.tobytes()
    assert person.verdict == "Nothing left to learn."
    mouse.move(begin + way + QPointF(2, 2), modifiers=ALT)
    assert person.q.tobytes() != person.p.tobytes()
    mouse.release()


def test_escape_and_undo_in_a_drag_give_it_up(start) -> None:
    person = start(THREE_P, THREE_Q, NAMES)
    chart, mouse = opened(person)
    before, begin = person.state, at(chart, P)
    chart.setFocus()
    for give_up in (lambda: person.keys(Qt.Key.Key_Escape, on=chart), lambda: person.do("undo")):
        mouse.press(begin)
        mouse.move(begin + QPointF(30, 10))
        assert person.state != before
        give_up()
        assert person.state == before
        mouse.move(begin + QPointF(40, 20))
        mouse.release()
        assert person.state == before
    assert person.steps == 0


def test_back_at_the_start_is_no_step_and_a_click_neither(start) -> None:
    person = start(THREE_P, THREE_Q, NAMES)
    chart, mouse = opened(person)
    before, begin = person.state, at(chart, P)
    mouse.press(begin)
    mouse.move(begin + QPointF(30, 10))
    mouse.move(begin)
    mouse.release()
    mouse.click(begin)
    assert person.state == before
    assert person.steps == 0
    assert person.store.view.active is P


def test_a_lock_holds_and_two_say_why_nothing_moves(start) -> None:
    person = start(THREE_P, THREE_Q, NAMES)
    chart, mouse = opened(person)
    person.click_padlock(Q, 1)
    begin = at(chart, Q)
    mouse.press(begin)
    mouse.move(begin + QPointF(-10, -40))
    mouse.release()
    assert person.q[1] == 0.25
    assert person.q[0] > 0.125
    person.click_padlock(Q, 0)
    before, begin = person.state, at(chart, Q)
    mouse.press(begin)
    mouse.move(begin + QPointF(-10, -40))
    mouse.move(begin + QPointF(-10, -50))
    mouse.release()
    assert person.state == before
    assert (
        person.sentence == "rain cannot change: every other bar is locked. Open a lock with L, or all with Unlock All."
    )


def test_keys_move_the_chosen_point(start) -> None:
    person = start(THREE_P, THREE_Q, NAMES)
    chart, _ = opened(person)
    chart.setFocus()
    person.keys(Qt.Key.Key_Up, Qt.Key.Key_Up)
    assert person.q[0] == pytest.approx(0.145)
    assert person.q[1] / person.q[2] == pytest.approx(0.4)
    assert person.steps == 1
    person.keys(Qt.Key.Key_Left)
    person.keys(Qt.Key.Key_Left, modifiers=SHIFT)
    assert person.q[0] == pytest.approx(0.145)
    assert person.q[2] == pytest.approx(0.855 / 1.4 - 0.011)
    person.keys(Qt.Key.Key_P)
    person.keys(Qt.Key.Key_Right)
    assert person.p.tolist() == pytest.approx([0.5, 0.24, 0.26])
    person.keys(Qt.Key.Key_Space)
    person.keys(Qt.Key.Key_Down)
    assert person.q[0] == pytest.approx(0.135)


def test_the_quantity_is_chosen_and_not_undone(start) -> None:
    person = start(THREE_P, THREE_Q, NAMES)
    chart, _ = opened(person)
    pictures = set()
    for quantity in LandscapeQuantity:
        button = person.window.findChild(QToolButton, f"landscape-{quantity.value}")
        assert button.focusPolicy() & Qt.FocusPolicy.TabFocus
        button.click()
        assert person.store.view.landscape.quantity is quantity
        pictures.add(chart.grab().toImage().cacheKey())
        assert chart.sentence()
    assert len(pictures) == 5
    assert person.store.history.undoable is None


def test_two_categories_in_both_plots(start) -> None:
    person = start([1, 3], [3, 2], ["heads", "tails"])
    chart, mouse = opened(person)
    assert chart.objectName() == "twoChart"
    for mark in ((Q, ON_ENTROPY), (Q, ON_DIVERGENCE), (P, ON_ENTROPY), (P, ON_DIVERGENCE)):
        steps, begin = person.steps, at(chart, mark)
        mouse.press(begin)
        mouse.move(begin + QPointF(11, 3), modifiers=ALT)
        assert at(chart, mark).x() == pytest.approx(begin.x() + 11)
        mouse.release()
        assert person.steps == steps + 1
    begin = at(chart, (Q, ON_DIVERGENCE))
    mouse.press(begin)
    mouse.move(begin + QPointF(900, 0))
    mouse.release()
    assert person.q.tolist() == [1.0, 0.0]
    assert person.readouts()[2] == "∞"


def test_along_the_way_from_q_to_p(start) -> None:
    person = start()
    chart, mouse = opened(person)
    assert chart.objectName() == "profileChart"
    begin, first = at(chart, ALONG), chart.plots[0]
    q, p = person.q.copy(), person.p.copy()
    assert first.across.high == longest_reach(q, p) == 2.0
    mouse.press(begin)
    half = (first.x(1.0) - first.x(0.0)) / 2
    mouse.move(begin + QPointF(half, 0))
    assert person.q == pytest.approx((p + q) / 2)
    assert at(chart, ALONG).x() == pytest.approx(begin.x() + half)
    assert chart.plots[0] == first  # the way and its axes are those at the press
    mouse.move(begin + QPointF(2 * half + 2, 0))
    assert person.q.tobytes() == p.tobytes()
    mouse.move(begin + QPointF(900, 0))
    assert person.q.tolist() == [0.875, 0.0, 0.0, 0.125]
    mouse.release()
    assert person.steps == 1
    person.do("undo")
    assert person.q.tolist() == q.tolist()
    chart.setFocus()
    person.keys(Qt.Key.Key_Up)
    person.keys(Qt.Key.Key_Right)
    assert person.q == pytest.approx(q + 0.01 * (p - q))


def test_over_the_selected_bar(start) -> None:
    person = start()
    chart, mouse = opened(person)
    person.on_q.click(person.q_chart.bar_top(1))
    begin = at(chart, OVER_BAR)
    assert begin.x() == pytest.approx(chart.plots[1].x(0.5))
    mouse.press(begin)
    mouse.move(begin - QPointF(40, 0), modifiers=ALT)
    expected = 0.5 - 40 / chart.plots[1].pixels_per_unit
    assert person.q[1] == pytest.approx(expected)
    assert person.q[0] / person.q[2] == pytest.approx(0.5)
    mouse.release()
    assert "Drag Q: cloudy" in person.command("undo").text()
    chart.setFocus()
    person.keys(Qt.Key.Key_Right, modifiers=SHIFT)
    assert person.q[1] == pytest.approx(expected + 0.001)


def test_a_locked_q_leaves_the_mark_where_it_is(start) -> None:
    person = start()
    chart, mouse = opened(person)
    for index in range(3):
        person.click_padlock(Q, index)
    begin, before = at(chart, ALONG), person.state
    mouse.press(begin)
    mouse.move(begin + QPointF(60, 0))
    assert at(chart, ALONG) == begin
    mouse.release()
    assert person.state == before
    assert person.sentence.startswith("snow cannot change")


def test_the_chart_follows_the_number_of_categories(start) -> None:
    person = start([1, 3], [3, 2], ["heads", "tails"])
    names = []
    opened(person)
    for _ in range(3):
        names.append(person.window.landscape.view.shown_chart.objectName())
        person.do("add")
        person.keys(Qt.Key.Key_Return)
    assert names == ["twoChart", "simplexChart", "profileChart"]


@pytest.mark.parametrize("n", [2, 3, 26, 3000])
def test_every_state_is_drawn_without_complaint(start, n) -> None:
    weights = np.random.default_rng(7).random((2, n))
    person = start(*weights)
    chart, _ = opened(person)
    for name in ("one_hot", "swap", "random", "uniform", "copy_p_to_q"):
        person.do(name)
        for quantity in LandscapeQuantity if n == 3 else list(LandscapeQuantity)[:1]:
            person.store.set_options(LandscapeOptions(quantity))
            assert not chart.grab().isNull()


@pytest.mark.parametrize("weights", [([2, 1], [1, 2]), ([4, 2, 1], [1, 4, 2]), ([4, 2, 1, 1], [1, 4, 2, 1])])
@pytest.mark.parametrize("background", Background)
def test_it_is_exported_without_what_a_hand_needs(start, weights, background):
    person = start(*weights)
    window = person.window
    choice = PictureChoice(What.LANDSCAPE, 2, background)
    unopened = render_picture(choice, window, person.store.snapshot, LIGHT)
    window.tabs.setCurrentWidget(window.landscape)
    opened = render_picture(choice, window, person.store.snapshot, LIGHT)
    assert opened == unopened  # it does not depend on whether the tab was looked at
    assert opened.size() == window.tabs.parentWidget().size() * 2
    person.do("swap")
    assert render_picture(choice, window, person.store.snapshot, LIGHT) != opened


def test_over_the_selected_bar_the_mark_stays_on_its_curve_whatever_else_is_selected(start) -> None:
    person = start([0.4, 0.3, 0.2, 0.1], [0.1, 0.2, 0.3, 0.4])
    person.store.select((3, 0))
    chart, mouse = opened(person)
    profile = chart.bar
    at = QPointF(*chart.marks()[OVER_BAR])
    mouse.press(at)
    for right in (20, 60, 120):
        mouse.move(at + QPointF(right, 0), ALT)
        expected = np.interp(person.q[0], profile.xs, profile.ys)
        assert person.store.snapshot.kl_divergence == pytest.approx(expected, abs=2e-3)
    mouse.release()
    assert person.steps == 1


def test_a_drag_that_is_left_behind_is_finished(start) -> None:
    person = start(THREE_P, THREE_Q, NAMES)
    chart, mouse = opened(person)
    at = QPointF(*chart.marks()[Q])
    mouse.press(at)
    mouse.move(at + QPointF(0, -20))
    assert person.store.in_gesture
    person.window.tabs.setCurrentIndex(0)
    person.qtbot.waitUntil(lambda: not person.store.in_gesture)
    assert person.steps == 1
    assert not chart.is_dragging


def test_a_press_on_what_changed_meanwhile_lets_go(start) -> None:
    person = start(THREE_P, THREE_Q, NAMES)
    chart, mouse = opened(person)
    at = QPointF(*chart.marks()[Q])
    mouse.press(at)
    person.do("swap")
    before = person.state
    mouse.move(at + QPointF(0, -20))
    assert person.state == before
