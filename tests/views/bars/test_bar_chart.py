"""How a distribution looks. Oracle: pixels, against the places the chart names and the probabilities put in."""

import itertools

import numpy as np
import pytest
from pixels import count, grabbed, inside, is_colour
from PySide6.QtCore import QRectF
from PySide6.QtWidgets import QApplication
from states import WEATHER, comparison_of, pair, state_of

from klscope.model.comparison import Side
from klscope.views.bars.bar_chart import BarChart
from klscope.views.painting.scale import ProbabilityScale
from klscope.views.theme import DARK, LIGHT

P, Q = Side.P, Side.Q
SIZES = [2, 3, 20, 40, 100, 500]


@pytest.fixture
def chart(show):
    """Return a function that shows one side of a state, 800 × 220 pixels."""

    def show_chart(snapshot, side=P, theme=LIGHT, width=800, height=220):
        scale = ProbabilityScale()
        scale.animated = False
        scale.animate_to(snapshot)
        made = BarChart(side, scale, theme)
        scale.setParent(made)
        show(made, width, height)
        made.show_snapshot(snapshot)
        return made

    return show_chart


def apart(n, seed=0):
    """Return weights of which those of P are high where those of Q are low: no line is near a bar's top."""
    dice = np.random.default_rng(seed)
    high = np.arange(n) % 2 == 0
    return np.where(high, 3.0, 1.0) * dice.uniform(0.9, 1.1, n), np.where(high, 1.0, 3.0) * dice.uniform(0.9, 1.1, n)


def left_of(chart, index):
    return chart.area.column_centre(index) - chart.area.bar_width / 2


def inner(chart, index):
    """Return the columns of pixels inside a bar."""
    left = left_of(chart, index)
    return slice(int(np.ceil(left + 0.5)), max(int(np.ceil(left + 0.5)) + 1, int(left + chart.area.bar_width - 0.5)))


@pytest.mark.parametrize("n", [size for size in SIZES if size <= 100])
def test_a_bar_ends_where_its_top_is_said_to_be_and_stands_on_its_foot(chart, n):
    shown = chart(pair(*apart(n)))
    pixels = is_colour(grabbed(shown), LIGHT.p_fill)
    for index in range(n):
        rows = np.flatnonzero(pixels[:, inner(shown, index)].any(axis=1))
        top, base = shown.bar_top(index), shown.bar_base(index)
        assert abs(rows[0] - top.y()) <= 1
        assert abs(rows[-1] + 1 - base.y()) <= 4  # the other side's line at 0 has a halo there
        assert top.x() == base.x() == pytest.approx(shown.area.column_centre(index), abs=1)
        expected = shown.values[index] / shown.scale_of_probabilities.top * shown.area.height
        assert base.y() - top.y() == pytest.approx(expected, abs=1.01)


@pytest.mark.parametrize("n", [250, 500, 2000])
def test_with_bars_as_narrow_as_pixels_the_tallest_is_seen(chart, n):
    p = np.full(n, 0.2)
    p[n // 3] = 1.0
    shown = chart(pair(p, np.ones(n)))
    pixels = is_colour(grabbed(shown), LIGHT.p_fill, 90)
    x = int(shown.area.column_centre(n // 3))
    rows = np.flatnonzero(pixels[:, x - 1 : x + 2].any(axis=1))
    assert abs(rows[0] - shown.bar_top(n // 3).y()) <= 2
    lower = np.flatnonzero(pixels[:, x + 20 : x + 60].any(axis=1))
    assert lower[0] > rows[0] + 50


@pytest.mark.parametrize("side", [P, Q])
def test_zero_looks_like_zero(chart, side):
    shown = chart(pair([1, 0, 1], [1, 0, 1]), side)
    fill = LIGHT.p_fill if side is P else LIGHT.q_fill
    columns = grabbed(shown)[:, inner(shown, 1)]
    assert count(columns, fill, 40) == 0
    if side is Q:
        assert count(columns[: int(shown.area.bottom) - 6], LIGHT.q_outline, 40) == 0
    assert count(grabbed(shown)[:, inner(shown, 0)], fill) > 1000


def test_a_thousandth_is_not_drawn_like_forty_five(chart):
    p = [0.001, 0.045, 0.954]
    shown = chart(pair(p, [0, 0, 1]))
    mask = is_colour(grabbed(shown), LIGHT.p_fill, 60)[: int(shown.area.bottom)]
    heights = [int(mask[:, inner(shown, index)].any(axis=1).sum()) for index in range(2)]
    assert heights[0] <= 1
    assert heights[1] == pytest.approx(0.045 * shown.area.height, abs=4)  # less the halo of the line at 0


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("side", [P, Q])
def test_the_other_distribution_is_a_dashed_line_in_its_colour_with_a_halo(chart, side, theme):
    shown = chart(pair([6, 2, 2], [2, 4, 4]), side, theme)
    pixels = grabbed(shown)
    colour = theme.q_text if side is P else theme.p_text
    for index, value in enumerate(shown.lines):
        y = round(shown.area.y(value))
        left, right = round(shown.area.column_left(index)), round(shown.area.column_left(index + 1))
        dashes = is_colour(pixels[y, left:right], colour)
        assert 0.4 * shown.area.bar_width < dashes.sum() < 0.8 * shown.area.bar_width
        changes = np.abs(np.diff(dashes.astype(int))).sum()
        assert changes >= shown.area.bar_width / 8 * 1.5  # dashed: not one line
        for beside in (y - 2, y + 1):
            assert is_colour(pixels[beside, left:right], theme.card)[dashes].all()


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("side", [P, Q])
@pytest.mark.parametrize("n", [4, 26, 100])
def test_no_line_cuts_a_low_bar_in_two(chart, monkeypatch, n, side, theme):
    own = np.array([60.0, *(np.arange(n - 1) % 7 + 1)])  # bars of some 2 to 14 pixels beside a tall one
    other = np.where(np.arange(n) == 0, own, own / 2)  # the line in the middle of each low one
    other[0] += own.sum() - other.sum()
    shown = chart(pair(own, other) if side is P else pair(other, own), side, theme)
    fills, pixels = ((theme.p_fill,) if side is P else (theme.q_fill, theme.q_outline)), grabbed(shown)
    monkeypatch.setattr("klscope.views.painting.shapes.level_lines", lambda *_, **__: None)
    whole = grabbed(chart(shown.snapshot, side, theme))
    low = 0
    for index in range(1, n):
        rows = slice(round(shown.area.y(shown.values[index])), int(shown.area.bottom))
        columns = inner(shown, index)
        before, after = (
            np.any([is_colour(one[rows, columns], fill, 40) for fill in fills], axis=0) for one in (whole, pixels)
        )
        if before.any():
            low += 1
            # from its foot to its top it is seen in some column
            assert (after.sum(axis=0) >= np.median(before.sum(axis=0))).any()
    assert low > n / 2


def test_q_has_an_outline_and_p_has_none(chart):
    for side, outlined in ((Q, True), (P, False)):
        shown = chart(pair([1, 1], [1, 1]), side)
        left = left_of(shown, 0)
        y = int(shown.area.y(0.2))
        edge = grabbed(shown)[y, round(left) - 2 : round(left) + 2]
        assert (count(edge[None], LIGHT.q_outline, 30) > 0) == outlined


@pytest.mark.parametrize("n", SIZES)
@pytest.mark.parametrize("side", [P, Q])
def test_names_and_numbers_are_below_and_bars_are_not(chart, side, n):
    dice = np.random.default_rng(n)
    shown = chart(pair(dice.uniform(0.1, 1, n), dice.uniform(0.1, 1, n), active=side.other), side)
    pixels = grabbed(shown)
    below = pixels[int(shown.area.bottom) + 3 :]
    for fill in (LIGHT.p_fill, LIGHT.q_fill):
        assert count(below, fill) == 0
    assert count(below, LIGHT.ink, 90) > 10  # names
    if n <= 20:
        for index in range(n):
            assert count(pixels[inside(shown.name_place(index))], LIGHT.ink, 90) > 3
            assert count(pixels[inside(shown.value_place(index))], LIGHT.quiet, 90) > 3
    above = pixels[: int(shown.area.bottom) - 2, int(shown.area.left) :]
    assert count(above, LIGHT.quiet, 3) == 0  # no number in the plot
    assert count(above, LIGHT.ink, 3) == 0


@pytest.mark.parametrize("n", SIZES)
def test_nothing_is_cut_by_the_edges(chart, n):
    p = [0.001] * (n - 1) + [1.0]
    for width in (560, 800):
        pixels = grabbed(chart(pair(p, p[::-1], [f"long category {index}" for index in range(n)]), width=width))
        for edge in (pixels[:, 0], pixels[:, -1], pixels[0], pixels[-1]):
            assert is_colour(edge, LIGHT.card).all()


def test_only_the_pointed_bar_has_a_floating_number(chart):
    shown = chart(state_of())
    still = grabbed(shown)
    shown.show_pointed(1)
    pointed = grabbed(shown)
    places = [inside(shown.value_place(index)) for index in range(4)]
    bolder = [count(pointed[place], LIGHT.ink, 60) > count(still[place], LIGHT.ink, 60) + 10 for place in places]
    assert bolder == [False, True, False, False]
    tinted = is_colour(pointed, LIGHT.tint).any(axis=0)
    left, right = round(shown.area.column_left(1)), round(shown.area.column_left(2))
    assert tinted[left + 6 : right - 6].all()
    assert not tinted[: left - 1].any()
    assert not tinted[right + 1 :].any()
    shown.show_pointed(-1)
    np.testing.assert_array_equal(grabbed(shown), still)


def test_only_the_active_chart_carries_a_handle_and_a_bar_at_zero_a_hollow_one(chart):
    for side, handled in ((P, False), (Q, True)):
        shown = chart(pair([1, 1], [1, 1], active=Q, selected=(1,)), side)
        x, y = shown.bar_top(1).toTuple()
        assert (count(grabbed(shown)[y - 8 : y + 8, x - 20 : x + 20], LIGHT.ink, 90) > 20) == handled
    hollow = chart(pair([1, 1], [1, 0], active=Q, selected=(1,)), Q)
    x, y = hollow.bar_top(1).toTuple()
    assert count(grabbed(hollow)[y - 8 : y + 8, x - 20 : x + 20], LIGHT.ink, 90) > 20


def test_locks_are_seen_and_the_ceiling_they_leave(chart):
    free = grabbed(chart(state_of(comparison_of([7, 1, 1, 1], [1, 4, 2, 1], WEATHER.labels))))
    locked = chart(state_of(comparison_of([7, 1, 1, 1], [1, 4, 2, 1], WEATHER.labels, p_locks=(2,))))
    pixels = grabbed(locked)
    for index in range(4):
        x, y = (round(part) for part in locked.lock_place(index).toTuple())
        place = slice(y - 7, y + 7), slice(x - 7, x + 7)
        assert (count(pixels[place], LIGHT.ink, 60) > 30) == (index == 2)
    y = round(locked.area.y(0.9))  # 1 − 0.1
    dots = is_colour(pixels[y, int(locked.area.left) : int(locked.area.right)], LIGHT.quiet, 10)
    assert 0.2 < dots.mean() < 0.8
    assert is_colour(free[y, int(locked.area.left) :], LIGHT.quiet, 10).sum() == 0


def test_the_ceilings_number_is_on_no_bar(chart):
    # the last bar is locked at 0.6 and stands behind the ceiling of the others, 0.4
    comparison = comparison_of([1, 3, 6], [1, 1, 1], p_locks=(2,))
    shown = chart(state_of(comparison), width=400)
    pixels = grabbed(shown)
    left = int(left_of(shown, 2)) + 2
    y = round(shown.area.y(0.4))
    beside = pixels[y - 15 : y - 2, left : int(shown.area.right)]
    text = np.abs(beside - [91, 102, 114]).max(axis=-1) < 40
    assert text.any()
    rows, columns = np.nonzero(text)
    for row, column in zip(rows.tolist(), columns.tolist(), strict=True):
        ring = beside[max(0, row - 1) : row + 2, max(0, column - 1) : column + 2]
        assert not is_colour(ring, LIGHT.p_fill, 3).any()


def test_a_bar_has_all_digits_in_its_tooltip(chart):
    assert chart(pair([1, 2], [1, 1], ("a", "b"))).tool_tip(0) == "a\nP = 0.3333333333333333\nQ = 0.5"
    assert chart(pair([0.2, 0.8], [0.1, 0.9], ("a", "b"))).tool_tip(0) == "a\nP = 0.2\nQ = 0.1"


def test_another_theme_leaves_no_colour_of_the_old(chart):
    shown = chart(state_of(), Q)
    shown.set_theme(DARK)
    pixels = grabbed(shown)
    for colour in (LIGHT.card, LIGHT.q_fill, LIGHT.q_outline, LIGHT.p_text):
        assert count(pixels, colour, 1) == 0
    assert count(pixels, DARK.q_fill) > 1000
    assert count(pixels, DARK.card) > 1000


def test_a_smaller_window_has_the_same_bars(chart):
    shown = chart(pair(*apart(4)))
    for width, height in itertools.product((500, 1000), (150, 400)):
        shown.resize(width, height)
        QApplication.processEvents()
        mask = is_colour(grabbed(shown), LIGHT.p_fill)
        for index in range(3):
            rows = np.flatnonzero(mask[:, inner(shown, index)].any(axis=1))
            assert abs(rows[0] - shown.bar_top(index).y()) <= 1
        assert shown.area.right <= width
        assert QRectF(0, 0, width, height).contains(shown.value_place(3))


@pytest.mark.parametrize("over", [False, True])
def test_an_overlay_is_painted_over_bars_and_under_or_over_dashes(chart, over):
    class Flood:
        over_lines = over

        def paint(self, painter, frame):
            area = frame.area
            painter.fillRect(QRectF(area.left, area.top, area.width, area.height), frame.theme.tint)

    shown = chart(pair([1, 3], [3, 1]), Q)
    assert count(grabbed(shown), LIGHT.q_fill) > 0
    shown.set_overlay(Flood())
    pixels = grabbed(shown)
    assert count(pixels, LIGHT.q_fill) == 0
    assert (count(pixels, LIGHT.p_text) == 0) is over
    shown.set_overlay(None)
    assert count(grabbed(shown), LIGHT.q_fill) > 0
