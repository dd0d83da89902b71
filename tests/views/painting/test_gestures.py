"""What a hand means. Oracle: hand arithmetic in a plot of 200 px for 0 … 1: one pixel is 0.005."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from klscope.views.painting.axes import Range
from klscope.views.painting.geometry import PlotArea
from klscope.views.painting.gestures import LARGEST_TOP, SNAP_PIXELS, BarDrag, Stroke

QUICK = settings(derandomize=True, max_examples=150, deadline=None)
SHARES = st.floats(min_value=0, max_value=1)
YS = st.floats(min_value=-3000, max_value=3000)


def area_of(high=1.0, n=4):
    return PlotArea(50.0, 10.0, 400.0, 200.0, n, Range(0.0, high))


def test_a_pixel_is_half_a_per_cent():
    drag = BarDrag(0, 0.5, 150.0, area_of())
    assert drag.value(149.0, area_of()) == pytest.approx(0.505, abs=1e-15)
    assert drag.value(190.0, area_of()) == pytest.approx(0.3, abs=1e-15)


def test_the_grab_is_how_far_the_top_is_below_the_pointer():
    assert BarDrag(0, 0.5, 150.0, area_of()).grab == -40.0  # the top is at y = 110
    assert BarDrag(0, 0.5, 100.0, area_of()).grab == 10.0


@QUICK
@given(SHARES, YS)
def test_at_the_press_the_value_is_the_exact_start(start, y):
    assert BarDrag(0, start, y, area_of()).value(y, area_of()) == start


@QUICK
@given(SHARES, st.floats(0, 220), YS, st.sampled_from((1.0, 0.5, 1.7, 20.0)))
def test_the_bar_stays_under_the_pointer_on_any_axis(start, press_y, y, high):
    drag, area = BarDrag(0, start, press_y, area_of()), area_of(high)
    value = drag.value(y, area)
    assert 0.0 <= value <= 1.0
    if 0.0 < value < 1.0:
        assert area.y(value) - y == pytest.approx(drag.grab, abs=1e-6)
    else:
        assert (area.y(value) - (y + drag.grab)) * (0.5 - value) <= 1e-6  # the pointer is past that end


@QUICK
@given(SHARES, SHARES)
def test_a_bar_snaps_onto_the_line_within_four_pixels(value, line):
    drag, area = BarDrag(0, 0.123, 100.0, area_of()), area_of()
    away = abs(area.y(value) - area.y(line))
    if abs(away - SNAP_PIXELS) > 1e-9 and value != drag.start:
        assert drag.snapped(value, line, area) == (line if away < 4.0 else value)


@pytest.mark.parametrize("pixels", [-4.1, -3.9, 0.0, 3.9, 4.1])
def test_four_pixels_are_four(pixels):
    drag, value = BarDrag(0, 0.1, 100.0, area_of()), 0.5 + pixels * 0.005
    assert drag.snapped(value, 0.5, area_of()) == (0.5 if abs(pixels) < 4.0 else value)


def test_a_bar_brought_back_to_its_start_does_not_snap_to_a_line_beside_it():
    assert BarDrag(0, 0.5, 100.0, area_of()).snapped(0.5, 0.505, area_of()) == 0.5


def test_snapping_is_measured_in_pixels_of_the_axis_shown():
    drag = BarDrag(0, 0.0, 100.0, area_of())
    assert drag.snapped(0.50, 0.53, area_of()) == 0.50  # 6 px
    assert drag.snapped(0.50, 0.53, area_of(2.0)) == 0.53  # 3 px


@QUICK
@given(SHARES, st.floats(12, 208), SHARES, st.floats(-40, 208))
def test_the_top_that_reaches_puts_the_ceiling_under_the_pointer(start, press_y, ceiling, y):
    drag, area = BarDrag(0, start, press_y, area_of(0.5)), area_of(0.5)
    top = drag.top_that_reaches(ceiling, y, area)
    assert 0.5 <= top <= LARGEST_TOP
    if 0.5 < top < LARGEST_TOP:
        assert drag.value(y, area_of(top)) == pytest.approx(ceiling, abs=1e-9)
    elif top == 0.5 and area.bottom - (y + drag.grab) > 1e-6:
        assert drag.value(y, area) >= ceiling - 1e-9  # it is in reach already


def test_a_pointer_below_the_foot_asks_for_no_other_axis():
    assert BarDrag(0, 0.0, 210.0, area_of()).top_that_reaches(1.0, 300.0, area_of()) == 1.0


def test_a_stroke_draws_what_it_crosses_and_keeps_the_last_of_each():
    stroke = Stroke(area_of(), (100.0, 210.0))
    stroke.extend(400.0, 110.0)
    heights = dict(stroke.heights)
    assert heights == pytest.approx({0: 1 / 12, 1: 1 / 4, 2: 5 / 12, 3: 0.5})  # left at x = 150, 250, 350
    stroke.extend(200.0, 10.0)
    assert dict(stroke.heights) == pytest.approx({0: 1 / 12, 1: 1.0, 2: 0.875, 3: 0.625})  # left at 350, 250


def test_a_stroke_stays_between_0_and_1():
    stroke = Stroke(area_of(), (100.0, 500.0))
    stroke.extend(160.0, 500.0)
    assert dict(stroke.heights) == {0: 0.0, 1: 0.0}
    stroke.extend(200.0, -500.0)
    assert dict(stroke.heights) == {0: 0.0, 1: 1.0}


@QUICK
@given(st.lists(st.tuples(st.floats(0, 500), st.floats(0, 220)), min_size=1, max_size=6))
def test_events_between_add_no_columns_and_leave_none_out(path):
    fine, coarse = Stroke(area_of(n=20), path[0]), Stroke(area_of(n=20), path[0])
    for (x0, y0), (x1, y1) in pairwise(path):
        coarse.extend(x1, y1)
        for part in (0.25, 0.5, 0.75, 1.0):
            fine.extend(x0 + (x1 - x0) * part, y0 + (y1 - y0) * part)
    assert [index for index, _ in fine.heights] == [index for index, _ in coarse.heights]
