"""The axis that P and Q share. Oracle: the ladder by hand: 0.5 → 0.8, 0.4 → 0.5, 0.05 → 0.08."""

import pytest
from states import after, comparison_of, pair

from klscope.model.comparison import Side
from klscope.model.edits import Paint, ScaleGroup, SetProbability, Sharpen
from klscope.views.painting.scale import ProbabilityScale

HALF = pair([2, 1, 1], [1, 1, 2])
LOW = pair([4, 3, 3], [3, 4, 3])


@pytest.fixture
def scale(qapp):  # noqa: ARG001
    return ProbabilityScale()


def tops_of(scale):
    tops = []
    scale.changed.connect(lambda: tops.append(scale.top))
    return tops


def test_the_first_state_is_there_at_once(scale):
    scale.animate_to(LOW)
    assert scale.top == 0.5


def test_without_animation_every_state_is_there_at_once(scale):
    scale.animated = False
    for snapshot, top in ((HALF, 0.8), (LOW, 0.5), (pair([1] * 20, [1] * 20), 0.08), (HALF, 0.8)):
        scale.animate_to(snapshot)
        assert scale.top == top


def test_between_states_the_axis_moves_smoothly_and_arrives(scale, qtbot):
    scale.animate_to(LOW)
    tops = tops_of(scale)
    scale.animate_to(HALF)
    assert scale.top == 0.5  # nothing jumps
    qtbot.waitUntil(lambda: scale.top == 0.8)
    assert tops == sorted(tops)


@pytest.mark.parametrize(("count", "top"), [(6, 0.25), (10, 0.15), (20, 0.08), (40, 0.04), (90, 0.015)])
def test_it_arrives_to_the_bit(scale, qtbot, count, top):
    scale.animate_to(HALF)
    scale.animate_to(pair([1] * count, [1] * count))
    qtbot.waitUntil(lambda: abs(scale.top - top) < 1e-9)
    assert scale.top == top


def test_a_state_shown_again_on_the_way_does_not_begin_it_anew(scale, qtbot):
    scale.animate_to(LOW)
    tops = tops_of(scale)
    scale.animate_to(HALF)
    qtbot.waitUntil(lambda: scale.top > 0.6)
    for _ in range(20):
        scale.animate_to(HALF)
    qtbot.waitUntil(lambda: scale.top == 0.8)
    assert tops == sorted(tops)


@pytest.mark.parametrize(
    ("hand", "top"),
    [
        (SetProbability(Side.Q, 0, 0.9), 1.0),
        (ScaleGroup(Side.Q, (0, 1), 0, 0.9), 0.8),  # 0.57 at most: together they are 1
        (Paint(Side.Q, ((0, 0.9),)), 1.0),
    ],
)
def test_no_axis_changes_during_a_drag(scale, hand, top):
    scale.animated = False
    scale.animate_to(LOW)
    scale.animate_to(after(previewed=hand, comparison=LOW.comparison))
    assert scale.top == 0.5
    scale.animate_to(after(hand, comparison=LOW.comparison))  # released
    assert scale.top == top


def test_under_a_slider_in_a_dialog_the_axis_follows(scale):
    scale.animated = False
    scale.animate_to(LOW)
    scale.animate_to(after(previewed=Sharpen(Side.Q, 0.1), comparison=LOW.comparison))
    assert scale.top == 1.0


def test_a_press_stops_the_animation_where_it_is(scale, qtbot):
    scale.animate_to(LOW)
    scale.changed.connect(scale.stop)
    with qtbot.waitSignal(scale.changed):
        scale.animate_to(HALF)
    stopped = scale.top
    qtbot.wait(220)
    assert scale.top == stopped
    scale.changed.disconnect(scale.stop)
    scale.animate_to(HALF)
    qtbot.waitUntil(lambda: scale.top == 0.8)


def test_it_emits_a_signal_for_changes_only(scale):
    tops = tops_of(scale)
    scale.set_top(1.0)
    assert tops == []
    scale.set_top(1.7)
    scale.set_top(1.7)
    assert tops == [1.7]


def test_one_certain_category_reaches_the_top(scale):
    scale.animate_to(pair([1, 0], [1, 1]))
    assert scale.top == 1.0
    scale.animated = False
    scale.animate_to(after(comparison=comparison_of([1] * 500, [1] * 500)))
    assert scale.top == 0.0025  # 0.002 is 80 % of it
