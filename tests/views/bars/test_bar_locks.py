"""Padlocks, and what is seen where they held a bar. Oracle: pixels, against the places the chart names."""

import numpy as np
import pytest
from pixels import around, count, extent, grabbed, is_colour
from states import comparison_of, state_of

from klscope.model.comparison import Side
from klscope.views.bars.bar_chart import BarChart
from klscope.views.bars.bar_locks import ShownRefusal, why_it_cannot_move
from klscope.views.painting.scale import ProbabilityScale
from klscope.views.theme import DARK, LIGHT

NOTE = "Locked: click the padlock or press L to unlock"
THEMES = pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])


@pytest.fixture
def chart(show):
    """Return a function that shows P of weights with locks, 800 × 220 pixels."""

    def show_chart(weights, locked, theme=LIGHT):
        snapshot = state_of(comparison_of(weights, [1] * len(weights), p_locks=locked))
        scale = ProbabilityScale()
        scale.animated = False
        scale.animate_to(snapshot)
        made = BarChart(Side.P, scale, theme)
        scale.setParent(made)
        show(made, 800, 220)
        made.show_snapshot(snapshot)
        return made

    return show_chart


def ringed(shown, theme) -> list[int]:
    """Return the padlocks that are in the colour of errors."""
    pixels = grabbed(shown)
    places = [around(shown.lock_place(index), 24, 24) for index in range(shown.area.n)]
    return [index for index, place in enumerate(places) if count(pixels[place], theme.error, 8) > 40]


@THEMES
@pytest.mark.parametrize(
    ("locked", "index", "expected"), [((1,), 1, [1]), ((0, 2, 3), 1, [0, 2, 3]), ((0, 1), 2, [0, 1])]
)
def test_the_padlocks_that_hold_a_bar_are_ringed_in_the_colour_of_errors(chart, theme, locked, index, expected):
    shown = chart([4, 2, 1, 1], locked, theme)
    assert ringed(shown, theme) == []
    shown.show_refusal(index, NOTE)
    assert ringed(shown, theme) == expected
    shown.refusal.forget()
    assert ringed(shown, theme) == []


def note_box(shown, before, after) -> tuple[int, int, int, int]:
    """Return left, top, right and bottom of what a note covers: of all that changed above the names."""
    changed = (np.abs(before - after) > 2).any(axis=-1)
    box = extent(changed[: int(shown.area.bottom)])
    assert box is not None
    return box


@pytest.mark.parametrize("index", range(4))
@pytest.mark.parametrize("weights", [[4, 2, 1, 1], [0, 1, 0, 0], [1, 1, 1, 97]])
def test_the_note_stands_at_the_bar_inside_the_chart_and_leaves_its_top_free(chart, weights, index):
    shown = chart(weights, range(4))
    before = grabbed(shown)
    shown.show_refusal(index, NOTE)
    left, top, right, bottom = note_box(shown, before, grabbed(shown))
    bar = shown.bar_top(index)
    assert shown.area.left - 1 <= left <= bar.x() <= right <= shown.area.right + 1
    assert top >= 0
    assert 8 <= min(abs(bar.y() - bottom), abs(bar.y() - top)) <= 24  # clear of the handle, and near
    assert not top <= bar.y() <= bottom


@THEMES
def test_the_note_can_be_read(chart, theme):
    shown = chart([4, 2, 1, 1], (1,), theme)
    before = grabbed(shown)
    shown.show_refusal(1, NOTE)
    after = grabbed(shown)
    left, top, right, bottom = note_box(shown, before, after)
    box = after[top : bottom + 1, left : right + 1]
    assert is_colour(box, theme.card).mean() > 0.5
    assert count(box, theme.ink, 60) > 150


def test_a_note_that_is_too_long_for_a_narrow_chart_is_cut_inside_it(chart):
    shown = chart([4, 2, 1, 1], (1,))
    shown.resize(260, 220)
    before = grabbed(shown)
    shown.show_refusal(3, NOTE * 2)
    left, _, right, _ = note_box(shown, before, grabbed(shown))
    assert shown.area.left - 1 <= left < right <= shown.area.right + 1


def test_nothing_is_shown_where_no_lock_is_closed(chart):
    shown = chart([4, 2, 1, 1], ())
    shown.show_refusal(1, NOTE)
    assert shown.refusal.shown is None


def test_columns_too_narrow_for_padlocks_have_the_note_alone(chart):
    shown = chart([1] * 100, (3,))
    before = grabbed(shown)
    shown.show_refusal(3, NOTE)
    changed = (np.abs(before - grabbed(shown)) > 2).any(axis=-1)
    _, _, _, bottom = extent(changed)
    assert bottom < shown.area.bottom


@pytest.mark.parametrize(
    ("n", "locked", "index", "told"),
    [
        (4, (1, 2), 0, ""),
        (4, (1, 2, 3), 1, ""),  # a locked bar is asked about: that it is locked is said at its padlock
        (4, (1, 2, 3), 0, "It cannot move: b, c, d are locked."),
        (4, (0, 1, 2, 3), 0, "It cannot move: every bar is locked."),
        (9, range(8), 8, "It cannot move: a, b, c, d, e, f, g, h are locked."),
        (10, range(9), 9, "It cannot move: all the others are locked."),
    ],
)
def test_who_cannot_move_is_told_all_the_names_or_none(n, locked, index, told):
    locks = np.isin(np.arange(n), list(locked))
    assert why_it_cannot_move(list("abcdefghij")[:n], locks, index) == told


def test_a_locked_bar_holds_itself_and_a_free_one_is_held_by_all_the_locked():
    locks = np.array([True, False, True])
    assert ShownRefusal(0, NOTE, locks).held_by == [0]
    assert ShownRefusal(1, NOTE, locks).held_by == [0, 2]
