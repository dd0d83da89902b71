"""Places of bars. Oracle: hand arithmetic on a plot of 400 × 200 pixels at (50, 10), and brute force over pixels."""

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from klscope.views.painting.axes import Range
from klscope.views.painting.geometry import PlotArea, crossed, pixel_columns

QUICK = settings(derandomize=True, max_examples=100, deadline=None)


def area_of(n=4, low=0.0, high=1.0, width=400.0):
    return PlotArea(50.0, 10.0, width, 200.0, n, Range(low, high))


def test_edges():
    area = area_of()
    assert (area.right, area.bottom, area.column_width, area.pixels_per_unit) == (450.0, 210.0, 100.0, 200.0)
    assert [area.column_left(index) for index in range(4)] == [50, 150, 250, 350]
    assert [area.column_centre(index) for index in range(4)] == [100, 200, 300, 400]


def test_values_and_their_ys():
    area = area_of()
    assert [area.y(value) for value in (0.0, 0.25, 1.0)] == [210.0, 160.0, 10.0]
    signed = area_of(low=-0.25, high=1.0)
    assert [signed.y(value) for value in (-0.25, 0.0, 1.0)] == [210.0, 170.0, 10.0]


@QUICK
@given(
    st.floats(min_value=-1, max_value=0), st.floats(min_value=1e-6, max_value=20), st.floats(min_value=-3, max_value=3)
)
def test_a_value_comes_back_from_its_y(low, span, value):
    area = area_of(low=low, high=low + span)
    assert area.value(area.y(value)) == pytest.approx(value, abs=1e-12 * max(1.0, span))


def test_many_ys_stay_inside_and_infinity_is_the_edge():
    area = area_of(low=-1.0)
    values = np.array([-np.inf, -5.0, -1.0, 0.0, 0.5, 1.0, 7.0, np.inf])
    assert area.ys(values).tolist() == [210.0, 210.0, 210.0, 110.0, 60.0, 10.0, 10.0, 10.0]


def test_the_column_at_an_x():
    area = area_of()
    found = [area.column_at(x) for x in (49.9, 50.0, 149.9, 150.0, 449.9, 450.0, -1e9, 1e9)]
    assert found == [-1, 0, 0, 1, 3, -1, -1, -1]
    found = [area.nearest_column(x) for x in (-1e9, 49.9, 50.0, 149.9, 150.0, 449.9, 450.0, 1e9)]
    assert found == [0, 0, 0, 0, 1, 3, 3, 3]


@QUICK
@given(st.integers(1, 2000), st.floats(min_value=20, max_value=2000))
def test_every_column_is_found_under_its_middle(n, width):
    area = area_of(n=n, width=width)
    for index in {0, 1, n // 2, n - 1} & set(range(n)):
        assert area.column_at(area.column_centre(index)) == index
        assert area.nearest_column(area.column_centre(index)) == index


@QUICK
@given(st.integers(1, 2000), st.floats(min_value=20, max_value=2000))
def test_bars_stand_in_the_middle_of_their_columns_and_do_not_touch(n, width):
    area = area_of(n=n, width=width)
    lefts = area.lefts
    assert lefts.shape == (n,)
    assert 0 < area.bar_width <= area.column_width
    np.testing.assert_allclose(lefts + area.bar_width / 2, [area.column_centre(index) for index in range(n)])
    if area.column_width > 8:
        assert area.column_width - area.bar_width >= 0.08 * area.column_width - 1e-9
    assert area.bar_width >= min(1.0, area.column_width)


def test_a_bar_is_half_of_a_wide_column():
    assert area_of(n=2).bar_width == 100.0


@pytest.mark.parametrize(("n", "room"), [(16, True), (17, False)])  # 400 / 24 = 16.7
def test_values_have_room_from_24_pixels(n, room):
    assert area_of(n=n).has_room_for_values is room


def test_a_stroke_takes_the_height_at_which_it_leaves_a_column():
    # from the middle of column 0, y = 200, down a slope of −1 : 2 to the middle of column 3; edges at 150, 250, 350
    assert crossed(area_of(), (100.0, 200.0), (400.0, 50.0)) == [(0, 175.0), (1, 125.0), (2, 75.0), (3, 50.0)]
    assert crossed(area_of(), (400.0, 50.0), (100.0, 200.0)) == [(3, 75.0), (2, 125.0), (1, 175.0), (0, 200.0)]


@QUICK
@given(st.floats(40, 460), st.floats(40, 460), st.integers(1, 40), st.integers(2, 200))
def test_many_events_along_a_stroke_draw_what_two_do(start, end, n, events):
    area, part = area_of(n=n), np.linspace(0.0, 1.0, events)
    points = list(zip(start + (end - start) * part, 200.0 - 150.0 * part, strict=True))
    many: dict[int, float] = {}
    for one, other in pairwise(points):
        many.update(crossed(area, one, other))
    few = dict(crossed(area, points[0], points[-1]))
    assert many.keys() == few.keys()
    np.testing.assert_allclose([many[index] for index in few], list(few.values()), atol=1e-6)


def test_a_stroke_inside_a_column_ends_with_its_end():
    assert crossed(area_of(), (60.0, 100.0), (140.0, 90.0))[-1] == (0, 90.0)
    assert dict(crossed(area_of(), (60.0, 100.0), (60.0, 90.0))) == {0: 90.0}


def test_a_stroke_that_leaves_the_plot_draws_the_last_column():
    left_at = pytest.approx(100.0 - 10.0 * 50.0 / 8700.0)
    assert dict(crossed(area_of(), (300.0, 100.0), (9000.0, 90.0))) == {2: left_at, 3: 90.0}


@QUICK
@given(st.floats(-100, 600), st.floats(-100, 600), st.integers(1, 300))
def test_a_stroke_misses_no_column_between_its_ends(start, end, n):
    area = area_of(n=n)
    columns = [index for index, _ in crossed(area, (start, 100.0), (end, 50.0))]
    first, last = area.nearest_column(start), area.nearest_column(end)
    assert set(columns) == set(range(min(first, last), max(first, last) + 1))
    assert all(50.0 <= y <= 100.0 for _, y in crossed(area, (start, 100.0), (end, 50.0)))


@pytest.mark.parametrize("n", [500, 1234, 5000])
def test_more_bars_than_pixels_show_the_tallest_of_each_pixel(n):
    area = area_of(n=n, width=300.0)
    dice = np.random.default_rng(3)
    tops, bases = dice.uniform(10, 200, n), dice.uniform(200, 210, n)
    brute = {}
    for index in range(n):
        pixel = int(np.floor(area.column_centre(index)))
        top, base = brute.get(pixel, (1e9, -1e9))
        brute[pixel] = (min(top, tops[index]), max(base, bases[index]))
    lefts, highest, lowest = pixel_columns(area, tops, bases)
    found = dict(zip(lefts.astype(int).tolist(), zip(highest.tolist(), lowest.tolist(), strict=True), strict=True))
    centres = [area.column_centre(index) for index in range(n)]
    if all(abs(centre - round(centre)) > 1e-6 for centre in centres):  # else rounding decides which pixel it is
        assert found == brute
    assert len(found) == len(lefts) <= 301
    assert min(found.values())[0] == tops.min()
