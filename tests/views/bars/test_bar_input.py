"""The signals of mouse and keys in the bar chart. Oracle: pixels by hand, and the specification."""

from itertools import pairwise

import pytest
from pixels import grabbed
from pointing import LEFT, NONE, Pointer, Said
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from states import WEATHER, after, comparison_of, pair, state_of

from klscope.model.comparison import Side
from klscope.model.edits import SetProbability
from klscope.views.bars.bar_input import DraggableBarChart
from klscope.views.painting.scale import ProbabilityScale
from klscope.views.theme import LIGHT

ALT, CONTROL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
SIGNALS = (
    *("drag_started", "dragged", "painted", "gesture_finished", "gesture_cancelled", "stepped", "moved", "banded"),
    *("value_requested", "name_requested", "lock_toggled", "activated", "selected", "menu_requested", "hovered"),
)


class MouseOnBars:
    """A chart of Q, 800 × 220 pixels, a mouse over it, and what it says."""

    def __init__(self, show, snapshot):
        self.scale = ProbabilityScale()
        self.scale.animated = False
        self.scale.animate_to(snapshot)
        self.chart = DraggableBarChart(Side.Q, self.scale, LIGHT)
        self.scale.setParent(self.chart)
        show(self.chart, 800, 220)
        self.chart.show_snapshot(snapshot)
        self.mouse = Pointer(self.chart)
        self.said = Said(self.chart, *SIGNALS)

    def top(self, index):
        return self.chart.bar_top(index).toTuple()

    def names(self):
        return [name for name, *_ in self.said.take()]


@pytest.fixture
def hand(show):
    return MouseOnBars(show, state_of())


def test_a_drag_begins_after_two_pixels_without_a_jump(hand):
    x, y = hand.top(0)
    hand.mouse.press(x, y)
    hand.mouse.move(x + 30, y + 1)
    assert hand.names() == ["activated", "selected"]
    hand.mouse.move(x, y - 2, ALT)
    started, dragged = hand.said.take()
    assert started == ("drag_started", 0)
    assert dragged[:2] == ("dragged", 0)
    assert dragged[2] == pytest.approx(0.125 + 0.8 * 2 / hand.chart.area.height, abs=1e-12)
    hand.mouse.release(x, y - 2)
    assert hand.names() == ["gesture_finished"]


@pytest.mark.parametrize("grab", [-60, -5, 0, 5, 15])
def test_wherever_the_column_is_taken_a_pixel_counts_the_same(hand, grab):
    x, y = hand.top(0)
    hand.mouse.press(x - 60, y + grab)
    hand.mouse.move(x - 60, y + grab - 30, ALT)
    # the axis ends at 0.8
    assert hand.said.take()[-1][2] == pytest.approx(0.125 + 0.8 * 30 / hand.chart.area.height, abs=1e-12)


def test_every_event_is_emitted_and_the_start_is_exact(hand):
    x, y = hand.top(1)
    hand.mouse.press(x, y)
    for down in (10, 40, 20, 0):
        hand.mouse.move(x, y + down)
    values = [said[2] for said in hand.said.take() if said[0] == "dragged"]
    assert len(values) == 4
    assert values[3] == 0.5


def test_near_the_dashed_line_it_snaps_exactly_and_with_alt_not(hand):
    x, y = hand.top(0)
    line = hand.chart.area.y(0.5)
    hand.mouse.press(x, y)
    for off, alt, exact in ((3, NONE, True), (-3, NONE, True), (6, NONE, False), (3, ALT, False)):
        hand.mouse.move(x, line + (y - hand.chart.area.y(0.125)) + off, alt)
        value = hand.said.take()[-1][2]
        assert (value == 0.5) == exact
        assert value == pytest.approx(0.5, abs=7 / hand.chart.area.height)


def test_a_click_moves_nothing(hand):
    hand.mouse.click(*hand.top(2))
    assert hand.said.take() == [("activated",), ("selected", 2, NONE)]


@pytest.mark.parametrize("index", [0, 2])
def test_one_of_several_selected_is_selected_alone_by_a_click_at_the_release(show, index):
    hand = MouseOnBars(show, state_of(selected=(0, 2)))
    x, y = hand.top(index)
    hand.mouse.press(x, y)
    assert hand.names() == ["activated"]
    hand.mouse.release(x, y)
    assert hand.said.take() == [("selected", index, NONE)]


def test_one_of_several_selected_is_dragged_with_the_selection_as_it_is(show):
    hand = MouseOnBars(show, state_of(selected=(0, 2)))
    x, y = hand.top(0)
    hand.mouse.press(x, y)
    hand.mouse.move(x, y - 30, ALT)
    # Q(sunny) is a third of the two: that much of everything is its ceiling
    assert hand.chart.dragged_ceiling == pytest.approx(1 / 3, rel=1e-15)
    hand.mouse.release(x, y - 30)
    assert hand.names() == ["activated", "drag_started", "dragged", "gesture_finished"]


def test_a_bar_beside_several_selected_and_a_name_of_one_are_selected_at_the_press(show):
    hand = MouseOnBars(show, state_of(selected=(0, 2)))
    hand.mouse.press(*hand.top(1))
    assert hand.said.take() == [("activated",), ("selected", 1, NONE)]
    hand.mouse.release(*hand.top(1))
    assert hand.said.take() == []
    hand.mouse.press(*hand.chart.name_place(2).center().toTuple())
    assert hand.said.take() == [("activated",), ("selected", 2, NONE)]


def test_a_press_soon_after_the_click_that_selected_one_more_takes_the_group(show):
    hand = MouseOnBars(show, state_of())
    x, y = hand.top(2)
    hand.mouse.click(x, y, CONTROL)
    hand.chart.show_snapshot(state_of(selected=(0, 2)))
    hand.mouse._send(QEvent.Type.MouseButtonDblClick, x, y, LEFT, LEFT, NONE)
    hand.mouse.move(x, y - 30, ALT)
    hand.mouse.release(x, y - 30)
    assert hand.names() == ["activated", "selected", "activated", "drag_started", "dragged", "gesture_finished"]


def test_a_padlock_of_several_selected_is_that_one_s(show):
    hand = MouseOnBars(show, state_of(selected=(0, 2)))
    hand.mouse.click(*hand.chart.lock_place(2).toTuple())
    assert hand.said.take() == [("activated",), ("lock_toggled", 2)]


@pytest.mark.parametrize("active", list(Side))
def test_several_selected_are_outlined_in_the_active_chart_and_in_the_other(show, active):
    hand = MouseOnBars(show, state_of(active=active))
    hand.chart.clearFocus()
    before = grabbed(hand.chart)
    hand.chart.show_snapshot(state_of(active=active, selected=(1, 2)))
    different = (grabbed(hand.chart) != before).any(axis=-1)
    area = hand.chart.area
    for index, outlined in ((0, False), (1, True), (2, True), (3, False)):
        left = round(area.lefts[index] - 2.5)
        assert different[round(area.bottom) - 8, left - 2 : left + 3].any() == outlined


def test_a_double_click_asks_for_a_value_and_on_the_name_for_a_name(hand):
    hand.mouse.double_click(*hand.top(2))
    assert hand.said.take()[-1] == ("value_requested", 2, "")
    hand.mouse.double_click(*hand.chart.name_place(3).center().toTuple())
    assert hand.said.take()[-1] == ("name_requested", 3)


def test_names_and_values_are_clicked_and_not_dragged(hand):
    x, y = hand.chart.value_place(1).center().toTuple()
    hand.mouse.press(x, y)
    hand.mouse.move(x, y - 50)
    hand.mouse.release(x, y - 50)
    assert [name for name in hand.names() if name != "hovered"] == ["activated", "selected"]


def test_a_padlock_is_pressed(hand):
    hand.mouse.click(*hand.chart.lock_place(2).toTuple())
    assert hand.said.take() == [("activated",), ("lock_toggled", 2)]


def test_the_right_button_asks_for_the_menu_and_takes_nothing(hand):
    x, y = hand.top(1)
    hand.mouse.press(x, y, button=Qt.MouseButton.RightButton)
    hand.mouse.move(x, y - 40, buttons=Qt.MouseButton.RightButton)
    hand.mouse.release(x, y - 40, button=Qt.MouseButton.RightButton)
    said = [one for one in hand.said.take() if one[0] != "hovered"]
    assert said[0] == ("activated",)
    assert said[1][:2] == ("menu_requested", 1)
    assert said[1][2] == hand.chart.viewport().mapToGlobal(hand.chart.bar_top(1))
    assert len(said) == 2


def test_control_and_a_drag_paint_what_is_crossed(hand):
    area = hand.chart.area
    ys = [area.y(value) for value in (0.1, 0.4)]
    hand.mouse.press(area.column_centre(0), ys[0], CONTROL)
    hand.mouse.move(area.column_centre(0) + 2, ys[0], CONTROL)
    assert hand.names() == ["activated"]
    hand.mouse.move(area.column_centre(3), ys[1], CONTROL)
    ((told, under), (name, heights)) = hand.said.take()
    assert (told, under, name) == ("hovered", 3, "painted")
    assert dict(heights) == pytest.approx({0: 0.15, 1: 0.25, 2: 0.35, 3: 0.4}, abs=1e-3)  # where the stroke leaves
    hand.mouse.release(area.column_centre(3), ys[1], CONTROL)
    assert hand.names() == ["gesture_finished"]


def test_control_and_a_click_select_one_more(hand):
    hand.mouse.click(*hand.top(2), CONTROL)
    assert hand.said.take() == [("activated",), ("selected", 2, CONTROL)]


def test_shift_is_the_rubber_band(hand):
    area = hand.chart.area
    hand.mouse.press(area.column_centre(2), 50, SHIFT)
    before = grabbed(hand.chart)
    hand.mouse.move(area.column_centre(0), 120, SHIFT)
    assert hand.said.take()[-1] == ("banded", (0, 1, 2))
    assert (grabbed(hand.chart) != before).any(axis=-1).sum() > 10_000
    hand.mouse.release(area.column_centre(0), 120, SHIFT)
    assert (grabbed(hand.chart) == before).all()
    hand.mouse.click(area.column_centre(1), 50, SHIFT)
    assert hand.said.take()[-1] == ("selected", 1, SHIFT)


@pytest.mark.parametrize(
    ("key", "modifiers", "amount"),
    [
        (Qt.Key.Key_Up, NONE, 0.01),
        (Qt.Key.Key_Down, NONE, -0.01),
        (Qt.Key.Key_Up, SHIFT, 0.001),
        (Qt.Key.Key_Down, SHIFT, -0.001),
        (Qt.Key.Key_PageUp, NONE, 0.1),
        (Qt.Key.Key_PageDown, NONE, -0.1),
        (Qt.Key.Key_Home, NONE, -1.0),
        (Qt.Key.Key_End, NONE, 1.0),
    ],
)
def test_keys_of_a_slider(hand, key, modifiers, amount):
    QTest.keyClick(hand.chart, key, modifiers)
    activated, stepped = hand.said.take()
    assert activated == ("activated",)
    assert stepped[:2] == ("stepped", 0)
    assert stepped[2] == pytest.approx(amount, rel=1e-12)


def test_keys_of_the_selection_and_of_typing(hand):
    for key, modifiers, said in (
        (Qt.Key.Key_Right, NONE, ("moved", 1, False)),
        (Qt.Key.Key_Left, SHIFT, ("moved", -1, True)),
        (Qt.Key.Key_Return, NONE, ("value_requested", 0, "")),
        (Qt.Key.Key_7, NONE, ("value_requested", 0, "7")),
        (Qt.Key.Key_Period, NONE, ("value_requested", 0, ".")),
    ):
        QTest.keyClick(hand.chart, key, modifiers)
        assert hand.said.take() == [("activated",), said]
    for key, modifiers in ((Qt.Key.Key_Up, CONTROL), (Qt.Key.Key_Z, NONE), (Qt.Key.Key_Right, ALT)):
        QTest.keyClick(hand.chart, key, modifiers)
        assert hand.said.take() == []  # left to the window


def test_escape_gives_a_drag_up_and_nothing_is_held_any_more(hand):
    x, y = hand.top(0)
    hand.mouse.press(x, y)
    hand.mouse.move(x, y - 30)
    hand.said.take()
    QTest.keyClick(hand.chart, Qt.Key.Key_Up)
    assert hand.said.take() == []  # a hand is on it
    QTest.keyClick(hand.chart, Qt.Key.Key_Escape)
    assert hand.names() == ["gesture_cancelled"]
    hand.mouse.move(x, y - 60)
    hand.mouse.release(x, y - 60)
    assert not {"dragged", "gesture_finished"} & set(hand.names())


def test_a_gesture_that_is_ended_elsewhere_ends_here(hand):
    x, y = hand.top(0)
    hand.mouse.press(x, y)
    hand.mouse.move(x, y - 30)
    hand.chart.show_snapshot(after(previewed=SetProbability(Side.Q, 0, 0.3)))
    hand.chart.show_snapshot(state_of())
    hand.said.take()
    hand.mouse.move(x, y - 60)
    hand.mouse.release(x, y - 60)
    assert not {"dragged", "gesture_finished"} & set(hand.names())


def test_held_at_the_top_edge_the_axis_zooms_out_until_the_ceiling_is_in_reach(show, qtbot):
    hand = MouseOnBars(show, pair([1] * 8, [1] * 8))
    x, y = hand.top(0)
    before = hand.scale.top
    assert before == 0.2
    hand.mouse.press(x, y)
    hand.mouse.move(x, hand.chart.area.top - 5)
    qtbot.waitUntil(lambda: hand.said.all[-1][2] == pytest.approx(1.0, abs=1e-9), timeout=10_000)
    zoomed = hand.scale.top
    assert zoomed > 4 * before
    values = [said[2] for said in hand.said.take() if said[0] == "dragged"]
    assert values == sorted(values)
    assert all(later / earlier < 1.1 for earlier, later in pairwise(values[1:]))  # smoothly
    qtbot.wait(60)
    assert hand.scale.top == zoomed  # it stays so until the release
    hand.mouse.release(x, hand.chart.area.top - 5)
    assert hand.names() == ["gesture_finished"]


def test_the_ceiling_that_locks_leave_is_what_the_zoom_reaches_for(show, qtbot):
    locked = comparison_of([1] * 8, [1] * 8, q_locks=(1, 2, 3, 4))
    hand = MouseOnBars(show, state_of(locked))
    x, y = hand.top(0)
    hand.mouse.press(x, y)
    hand.mouse.move(x, hand.chart.area.top - 5)
    assert hand.chart.dragged_ceiling == 0.5
    qtbot.waitUntil(lambda: hand.said.all[-1][2] == pytest.approx(0.5, abs=1e-9), timeout=10_000)
    hand.mouse.release(x, hand.chart.area.top - 5)


def test_a_chart_without_a_snapshot_ignores_the_mouse(show):
    chart = DraggableBarChart(Side.P, ProbabilityScale(), LIGHT)
    show(chart, 400, 200)
    said = Said(chart, *SIGNALS)
    Pointer(chart).click(200, 100)
    QTest.keyClick(chart, Qt.Key.Key_Up)
    assert said.take() == []
    chart.show_snapshot(state_of(WEATHER))
    assert chart.bar_base(0).y() > chart.bar_top(0).y()
