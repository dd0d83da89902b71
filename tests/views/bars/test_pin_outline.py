"""The outline of a pin's bars. Oracle: places by hand in an area of round numbers; pixels on a sheet."""

import numpy as np
import pytest
from pixels import Sheet, extent, is_colour
from states import WEATHER, comparison_of

from klscope.model.comparison import Side
from klscope.views.bars.pin_outline import NARROWEST_OUTLINED_COLUMN, outline_lines, paint_outline
from klscope.views.painting.axes import Range
from klscope.views.painting.geometry import PlotArea
from klscope.views.theme import DARK, LIGHT


def area_of(n, width=400.0, high=1.0):
    return PlotArea(left=50.0, top=10.0, width=width, height=100.0, n=n, shown=Range(0.0, high))


def lines(area, values):
    return {tuple(line) for line in outline_lines(area, np.array(values, dtype=float)).tolist()}


def test_wide_bars_have_two_sides_and_a_top_a_pixel_outside_them():
    area = area_of(2)  # columns of 200, bars of 100 from 100 and from 300; the foot is at 110
    assert area.bar_width == 100.0
    assert lines(area, [0.5, 0.25]) == {
        *((99.0, 110.0, 99.0, 60.0), (200.0, 110.0, 200.0, 60.0), (99.0, 60.0, 200.0, 60.0)),
        *((299.0, 110.0, 299.0, 85.0), (400.0, 110.0, 400.0, 85.0), (299.0, 85.0, 400.0, 85.0)),
    }


def test_a_bar_of_nothing_has_no_outline():
    assert lines(area_of(2), [0.0, 0.0]) == set()
    assert all(x1 >= 299.0 for x1, *_ in lines(area_of(2), [0.0, 1.0]))


def test_one_that_reaches_beyond_the_axis_is_open_at_the_top():
    assert lines(area_of(2, high=0.4), [0.5, 0.0]) == {(99.0, 110.0, 99.0, 10.0), (200.0, 110.0, 200.0, 10.0)}
    assert len(lines(area_of(2, high=0.5), [0.5, 0.0])) == 3


def test_bars_without_room_between_them_have_one_line_in_steps():
    area = area_of(100)  # columns of 4
    values = [0.1] * 50 + [0.3] * 50
    found = lines(area, values)
    assert (50.0, 110.0, 50.0, 100.0) in found  # up at the left
    assert (250.0, 100.0, 250.0, 80.0) in found  # the step
    assert (450.0, 80.0, 450.0, 110.0) in found  # down at the right
    assert len(found) == 3 + 100
    assert sum(abs(x2 - x1) for x1, _, x2, _ in found) == 400.0


@pytest.mark.parametrize(("n", "drawn"), [(133, True), (134, False), (4000, False)])
def test_columns_too_narrow_for_dots_have_none(n, drawn):
    area = area_of(n)
    assert (area.column_width >= NARROWEST_OUTLINED_COLUMN) == drawn
    assert bool(len(outline_lines(area, np.full(n, 1 / n)))) == drawn


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
@pytest.mark.parametrize("ratio", [1, 2])
def test_it_is_dotted_and_seen_on_the_ground_and_on_a_fill(qapp, theme, ratio):  # noqa: ARG001
    area = area_of(4)
    for ground in (theme.card, theme.p_fill, theme.q_fill):
        sheet = Sheet(500, 130, ground, ratio)
        with sheet.painter() as painter:
            paint_outline(painter, area, WEATHER, Side.P, theme)
        dots, between = is_colour(sheet.pixels, theme.ink), is_colour(sheet.pixels, theme.card)
        left, top, right, bottom = extent(dots)
        # P(sunny) = ½: 50 pixels high; the first column is 100 wide, its bar half of that or a little more
        assert top == pytest.approx(60 * ratio, abs=ratio)
        assert bottom == pytest.approx(110 * ratio, abs=3 * ratio)
        assert left == pytest.approx((100 - area.bar_width / 2 - 1) * ratio, abs=ratio)
        assert right == pytest.approx((400 + area.bar_width / 2) * ratio, abs=2 * ratio)
        row = slice(top, top + ratio)
        inside = slice(int(90 * ratio), int(110 * ratio))
        share = dots[row, inside].mean()
        assert 0.25 < share < 0.5
        assert between[row, inside].mean() == pytest.approx(1.0 - share, abs=0.01)


def test_nothing_is_painted_where_nothing_is_compared(qapp):  # noqa: ARG001
    sheet = Sheet(500, 130, LIGHT.card)
    before = sheet.pixels.copy()
    with sheet.painter() as painter:
        paint_outline(painter, area_of(4), None, Side.P, LIGHT)
        paint_outline(painter, area_of(4000), comparison_of(np.ones(4000), np.ones(4000)), Side.Q, LIGHT)
    assert np.array_equal(sheet.pixels, before)
