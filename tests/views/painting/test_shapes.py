"""The marks of the charts, painted on a sheet. Oracle: the pixels that the rectangles asked for cover."""

import numpy as np
import pytest
from pixels import Sheet, count, extent, inside, is_colour
from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QFontMetricsF, QPainter

from klscope.views.export.vectors.recording_engine import RecordingDevice
from klscope.views.fonts import font
from klscope.views.painting import shapes
from klscope.views.theme import DARK, LIGHT

pytestmark = pytest.mark.usefixtures("qapp")
GROUND = LIGHT.card
BLUE = LIGHT.p_fill


def filled(tops, bottoms, lefts=(10, 40, 70), width=20.0, outline=None):
    sheet = Sheet(100, 100, GROUND)
    arrays = [np.array(one, dtype=float) for one in (lefts, tops, bottoms)]
    with sheet.painter() as painter:
        shapes.fill_bars(painter, arrays[0], arrays[1], width, arrays[2], BLUE, outline)
    return is_colour(sheet.pixels, outline or BLUE) | is_colour(sheet.pixels, BLUE)


def test_bars_fill_their_rectangles_and_nothing_else():
    mask = filled([20, 50, 90], [100, 100, 95])
    expected = np.zeros((100, 100), bool)
    expected[20:100, 10:30] = expected[50:100, 40:60] = expected[90:95, 70:90] = True
    np.testing.assert_array_equal(mask, expected)


def test_zero_looks_like_zero_even_with_an_outline():
    assert not filled([100, 100, 100], [100, 100, 100], outline=LIGHT.ink).any()


def test_an_outline_makes_no_bar_larger():
    np.testing.assert_array_equal(
        filled([20, 50, 98], [100, 100, 100], outline=LIGHT.ink), filled([20, 50, 98], [100, 100, 100])
    )


def test_an_outline_is_no_wider_than_a_tenth_of_a_narrow_bar():
    for width, edge in ((20.0, 1.5), (10.0, 1.0)):
        sheet = Sheet(100, 100, GROUND, ratio=2)
        one = np.array([10.0]), np.array([20.0]), np.array([100.0])
        with sheet.painter() as painter:
            shapes.fill_bars(painter, one[0], one[1], width, one[2], BLUE, LIGHT.q_outline)
        assert is_colour(sheet.pixels[120], LIGHT.q_outline).sum() == 2 * 2 * edge
        assert is_colour(sheet.pixels[120], BLUE).sum() == 2 * (width - 2 * edge)


def test_no_bars_are_no_fault():
    assert not filled([], [], lefts=[]).any()


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_dashes_have_a_halo_of_the_ground_and_leave_the_fill_between_them(theme):
    sheet = Sheet(100, 40, theme.p_fill)
    with sheet.painter() as painter:
        shapes.level_lines(painter, np.array([10.0]), np.array([20.0]), 80.0, theme, theme.q_text, dashed=True)
    pixels = sheet.pixels
    dashes = is_colour(pixels, theme.q_text)
    assert extent(dashes)[1::2] == (19, 20)  # 2 px thick
    row = dashes[20, 10:90]
    np.testing.assert_array_equal(row, np.tile([True] * 5 + [False] * 3, 10))
    halo = is_colour(pixels, theme.card)
    for above_or_below in (18, 21):
        np.testing.assert_array_equal(halo[above_or_below, 10:90], row)
    assert is_colour(pixels[18:22, 10:90], theme.p_fill)[:, ~row].all()
    assert not (dashes | halo)[:, :9].any()
    assert not (dashes | halo)[16].any()
    assert not (dashes | halo)[23].any()


def test_a_hollow_handle_shows_what_is_behind_it():
    for hollow, behind in ((True, LIGHT.q_fill), (False, LIGHT.card)):
        sheet = Sheet(60, 40, LIGHT.q_fill)
        with sheet.painter() as painter:
            shapes.handle(painter, 30, 20, 40, LIGHT, hollow)
        middle = sheet.pixels[18:22, 25:35]
        assert count(middle, behind) == middle.shape[0] * middle.shape[1]
        left, top, right, bottom = extent(~is_colour(sheet.pixels, LIGHT.q_fill))
        assert (left + right + 1) / 2 == 30
        assert (top + bottom + 1) / 2 == 20
        assert 28 <= right - left + 1 <= 34
        assert bottom - top + 1 <= 12


def test_the_handle_of_a_narrow_bar_is_narrow():
    sheet = Sheet(60, 40, GROUND)
    with sheet.painter() as painter:
        shapes.handle(painter, 30, 20, 8, LIGHT, hollow=False)
    left, _, right, _ = extent(~is_colour(sheet.pixels, GROUND))
    assert right - left + 1 <= 12


@pytest.mark.parametrize("at", [(50, 30), (-40, 30), (400, 30), (50, -40), (50, 400)])
def test_a_pill_stays_inside_its_bounds_with_all_of_its_text(at):
    bounds = QRectF(10, 5, 80, 50)
    sheet = Sheet(100, 60, LIGHT.q_fill)
    with sheet.painter() as painter:
        shapes.pill(painter, "0.125", QPointF(*at), LIGHT, bounds)
    touched = ~is_colour(sheet.pixels, LIGHT.q_fill)
    left, top, right, bottom = extent(touched)
    assert left >= 9
    assert top >= 4
    assert right <= 90
    assert bottom <= 55
    assert right - left + 1 >= QFontMetricsF(font(13, bold=True)).horizontalAdvance("0.125") + 8
    assert count(sheet.pixels, LIGHT.ink, 60) > 20


def test_an_open_padlock_is_not_a_closed_one():
    marks = []
    for locked in (True, False):
        sheet = Sheet(40, 40, GROUND)
        with sheet.painter() as painter:
            shapes.padlock(painter, 20, 20, LIGHT.ink, locked)
        marks.append(sheet.pixels)
        left, top, right, bottom = extent(~is_colour(sheet.pixels, GROUND))
        assert max(20 - left, right - 20) <= 10
        assert max(20 - top, bottom - 20) <= 8
    assert (np.abs(marks[0] - marks[1]).max(axis=-1) > 100).sum() >= 8
    np.testing.assert_array_equal(marks[0][22:], marks[1][22:])  # the body is the same


@pytest.mark.parametrize("ratio", [1, 2])
def test_a_hatch_has_lines_of_the_ground_as_far_apart_at_every_ratio(ratio):
    sheet = Sheet(80, 64, "#FF00FF", ratio)
    arrays = [np.array([one], dtype=float) for one in (8.0, 0.0, 64.0)]
    with sheet.painter() as painter:
        shapes.hatch_bars(painter, arrays[0], arrays[1], 64.0, arrays[2], LIGHT)
    beside, pixels = sheet.pixels[:, : 8 * ratio], sheet.pixels[:, 8 * ratio : 72 * ratio]
    assert is_colour(beside, "#FF00FF").all()
    assert not is_colour(pixels, "#FF00FF", 40).any()
    assert is_colour(pixels, LIGHT.saving_fill).mean() > 0.5
    fill = [int(LIGHT.saving_fill[place : place + 2], 16) for place in (1, 3, 5)]
    ground = np.abs(pixels - 255).max(axis=-1) < np.abs(pixels - fill).max(axis=-1)
    assert 0.05 < ground.mean() < 0.4
    np.testing.assert_array_equal(ground[: 8 * ratio], ground[8 * ratio : 16 * ratio])
    edges = np.diff(ground[4 * ratio].astype(int)) == 1
    assert edges.sum() == pytest.approx(8, abs=1)  # one line every 8 of 64 px
    assert np.flatnonzero(ground[0])[0] != np.flatnonzero(ground[2 * ratio])[0]  # they are diagonal


def test_hatched_bars_of_no_height_or_hardly_any_width_are_no_fault():
    sheet = Sheet(40, 40, GROUND)
    arrays = [np.array(one, dtype=float) for one in ([5.0, 20.0], [30.0, 10.0], [30.0, 30.0])]
    with sheet.painter() as painter:
        shapes.hatch_bars(painter, arrays[0], arrays[1], 2.0, arrays[2], LIGHT)
    assert extent(is_colour(sheet.pixels, LIGHT.saving_fill)) == (20, 10, 21, 29)


@pytest.mark.parametrize("ratio", [1, 2])
def test_a_hatched_bar_hardly_a_pixel_high_has_no_lines_outside(ratio):
    sheet = Sheet(40, 40, "#FF00FF", ratio)
    arrays = [np.array(one, dtype=float) for one in ([5.0, 20.0], [30.0, 10.0], [30.2, 30.0])]
    with sheet.painter() as painter:
        shapes.hatch_bars(painter, arrays[0], arrays[1], 8.0, arrays[2], LIGHT)
    beyond = sheet.pixels.copy()
    beyond[round(10 * ratio) : round(30 * ratio), round(20 * ratio) : round(28 * ratio)] = (255, 0, 255)
    beyond[round(30 * ratio) - 1 : round(30.2 * ratio) + 1, round(5 * ratio) : round(13 * ratio)] = (255, 0, 255)
    assert is_colour(beyond, "#FF00FF", 0).all()


def test_fewer_bars_after_many_are_only_those():
    many = np.arange(30.0)
    sheet = Sheet(100, 100, GROUND)
    with sheet.painter() as painter:
        shapes.fill_bars(painter, 3.0 * many, 0.0 * many, 2.0, 0.0 * many + 50.0, BLUE)
        painter.fillRect(0, 0, 100, 100, GROUND)
        shapes.fill_bars(painter, many[10:11], many[20:21], 20.0, many[:1] + 60.0, BLUE)
    assert extent(is_colour(sheet.pixels, BLUE)) == (10, 20, 29, 59)


def test_a_torn_bar_is_parted_by_the_ground_over_its_whole_width():
    sheet = Sheet(100, 100, LIGHT.excess_fill)
    with sheet.painter() as painter:
        shapes.torn_gap(painter, 0, 100, 50, LIGHT)
    gap = is_colour(sheet.pixels, GROUND)
    assert gap.any(axis=0).all()
    assert extent(gap)[1] >= 45
    assert extent(gap)[3] <= 58
    assert len(set(gap.argmax(axis=0).tolist())) >= 4  # a zigzag, no straight line


@pytest.mark.parametrize("down", [False, True])
def test_an_arrow_points_where_the_bar_goes_on(down):
    sheet = Sheet(40, 40, LIGHT.excess_fill)
    with sheet.painter() as painter:
        shapes.arrow(painter, 20, 20, GROUND, down)
    mask = ~is_colour(sheet.pixels, LIGHT.excess_fill)
    widths = mask.sum(axis=1)
    _, top, _, bottom = extent(mask)
    assert (top, bottom) == pytest.approx((14, 19) if down else (20, 25), abs=1)
    pointed, broad = (bottom, top) if down else (top, bottom)
    assert widths[pointed] < 4 < 8 <= widths[broad] + 1


def test_a_sheet_is_what_it_says():
    sheet = Sheet(10, 6, "#123456", 2)
    assert sheet.pixels.shape == (12, 20, 3)
    assert count(sheet.pixels, "#123456", 0) == 240
    assert sheet.pixels[inside(QRectF(0, 0, 2, 3))].shape == (3, 2, 3)


# -- shapes -----------------------------------------------------------------------------------------------------


def recorded(paint):
    sheet = RecordingDevice(QSize(200, 100))
    painter = QPainter(sheet)
    paint(painter)
    painter.end()
    return sheet.drawing().primitives


def test_on_a_sheet_of_shapes_a_hatch_is_lines_that_stay_in_their_bar():
    lefts, tops, bottoms = (np.array(one) for one in ([10.0, 60.0], [20.0, 50.0], [90.0, 90.0]))
    marks = recorded(lambda painter: shapes.hatch_bars(painter, lefts, tops, 40.0, bottoms, LIGHT))
    bars = [mark for mark in marks if mark.colour.name() == LIGHT.saving_fill.lower()]
    lines = [mark for mark in marks if mark.colour.name() == LIGHT.card.lower()]
    assert len(bars) == 2
    assert len(bars) + len(lines) == len(marks)
    assert len(lines) >= (40 + 70) // 8 + (40 + 40) // 8
    for line in lines:
        assert any(
            bar.path.boundingRect().adjusted(-0.1, -0.1, 0.1, 0.1).contains(line.outline().boundingRect())
            for bar in bars
        )


def test_on_a_sheet_of_shapes_too_many_bars_are_one_image():
    lefts = np.linspace(0.0, 199.0, shapes.MOST_SHAPES + 1)
    tops, bottoms = np.full(lefts.shape, 10.0), np.full(lefts.shape, 60.0)
    (mark,) = recorded(lambda painter: shapes.fill_bars(painter, lefts, tops, 1.0, bottoms, BLUE))
    assert mark.outline().boundingRect() == QRectF(0.0, 10.0, 200.0, 50.0)
    few = slice(None, shapes.MOST_SHAPES)
    marks = recorded(lambda painter: shapes.fill_bars(painter, lefts[few], tops[few], 1.0, bottoms[few], BLUE))
    assert len(marks) == shapes.MOST_SHAPES
