"""H(P) + KL = H(P,Q) as lengths. Oracle: *weather*: 1.75 and 0.625 on one scale from 0, log₂ 4 = 2 marked; pixels."""

import numpy as np
import pytest
from pixels import count, extent, grabbed, is_colour
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QWidget
from states import WEATHER, after, pair, state_of

from klscope.model.comparison import Side
from klscope.model.edits import SetProbability
from klscope.theory.units import Unit
from klscope.views.readouts.identity_bar import IdentityBar, clear_of
from klscope.views.theme import DARK, LIGHT


@pytest.fixture
def bar(show):
    return show(IdentityBar(LIGHT), 434, 112)


def part(bar, colour):
    return extent(is_colour(grabbed(bar), colour))


def test_two_parts_to_one_scale_that_starts_at_zero(bar):
    bar.show_snapshot(state_of())
    left, top, right, bottom = part(bar, LIGHT.p_fill)
    unit = (bar.width() - 1) / bar.full_scale
    assert left == 0
    assert right + 1 == pytest.approx(1.75 * unit, abs=1.5)
    second = part(bar, LIGHT.excess_fill)
    assert second[0] - right - 1 == pytest.approx(2, abs=1)  # the gap in the ground's colour
    assert second[2] + 1 == pytest.approx(2.375 * unit, abs=1.5)
    assert second[1::2] == (top, bottom)
    assert 2.375 <= bar.full_scale <= 5


def test_dragging_q_moves_only_the_part_of_kl_and_the_scale_is_frozen(bar):
    bar.show_snapshot(state_of())
    first, scale = part(bar, LIGHT.p_fill), bar.full_scale
    for value in (0.3, 0.01, 1e-9):
        bar.show_snapshot(after(previewed=SetProbability(Side.Q, 0, value)))
        assert part(bar, LIGHT.p_fill) == first
        assert bar.full_scale == scale
    bar.show_snapshot(after(SetProbability(Side.Q, 0, 1e-9)))
    assert bar.full_scale > 15  # ½·log₂ 1e9 = 15


def test_at_a_match_there_is_no_second_part(bar):
    bar.show_snapshot(pair([1, 3], [1, 3]))
    assert count(grabbed(bar), LIGHT.excess_fill) == 0
    bar.show_snapshot(pair([1, 0], [1, 1]))  # H(P) = 0: no first part
    assert count(grabbed(bar), LIGHT.p_fill) == 0
    assert part(bar, LIGHT.excess_fill)[0] == 0


def test_infinity_is_a_torn_edge_at_the_end(bar):
    bar.show_snapshot(pair([4, 2, 1, 1], [1, 4, 3, 0]))
    pixels = is_colour(grabbed(bar), LIGHT.excess_fill)
    _, top, right, bottom = extent(pixels)
    assert right >= bar.width() - 3
    ends = {int(np.flatnonzero(row)[-1]) for row in pixels[top : bottom + 1]}
    assert len(ends) > 3
    assert np.isfinite(bar.full_scale)
    assert bar.full_scale > 1.75
    assert bar.accessibleDescription() == "1.7500 + ∞ = ∞ bits"


@pytest.mark.parametrize("unit", list(Unit))
def test_the_unit_changes_the_numbers_and_no_length(bar, unit):
    bar.show_snapshot(state_of(unit=unit))
    left, _, right, _ = part(bar, LIGHT.p_fill)
    assert (right + 1 - left) / (part(bar, LIGHT.excess_fill)[2] + 1) == pytest.approx(1.75 / 2.375, abs=0.01)
    assert bar.accessibleDescription().endswith(unit.label)


@pytest.mark.parametrize(
    "weights", [([4, 2, 1, 1], [1, 4, 2, 1]), ([1, 1], [1, 99]), ([1] * 9, [1] * 9), ([1, 0], [1, 0])]
)
def test_a_uniform_guess_is_marked(bar, weights):
    snapshot = pair(*weights)
    bar.show_snapshot(snapshot)
    x = round(np.log2(len(weights[0])) / bar.full_scale * (bar.width() - 1))
    above = grabbed(bar)[20:26, max(0, x - 1) : x + 2]
    assert count(above, LIGHT.quiet, 60) >= 2


def test_the_mark_runs_through_no_number(bar):
    """What sunny gets of Q moves the middle of KL's part, KL being 0.62 … 0.37, past where log 4 is."""
    for sunny in np.linspace(0.08, 0.14, 25):
        rest = (1.0 - sunny) / 7.0
        bar.show_snapshot(pair([4, 2, 1, 1], [sunny, 4 * rest, 2 * rest, rest], unit=Unit.NAT))
        x = round(np.log(4) / bar.full_scale * (bar.width() - 1))
        beside = grabbed(bar)[28:50, x - 1 : x + 2]
        assert count(beside, LIGHT.on_excess_fill, 60) == 0, sunny


@pytest.mark.parametrize(
    ("x", "left", "right", "centre"),
    [
        (90.0, 0.0, 200.0, 115.0),  # to the nearer side
        (110.0, 0.0, 200.0, 85.0),
        (90.0, 0.0, 130.0, 65.0),  # to the one where there is room
        (100.0, 75.0, 125.0, 100.0),  # to neither
        (60.0, 0.0, 200.0, 100.0),
    ],
)
def test_a_number_moves_aside(x, left, right, centre):
    assert clear_of(100.0, 20.0, x, left, right) == centre


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_it_is_drawn_whole_in_the_colours_of_its_theme(show, theme):
    bar = show(IdentityBar(theme), 434, 112)
    bar.set_theme(theme)
    for snapshot in (state_of(), pair([1, 1], [1, 1]), pair([1, 1], [1, 0]), pair([1, 1e-300], [1e-300, 1])):
        bar.show_snapshot(snapshot)
        pixels = grabbed(bar)
        assert count(pixels, theme.ink) > 50
        assert is_colour(pixels[-1], theme.card).all()
        assert is_colour(pixels[70:, -1], theme.card, 60).all() or theme is DARK
    assert bar.accessibleName() == "H(P) + KL(P‖Q) = H(P,Q)"


@pytest.mark.parametrize("unit", list(Unit))
def test_what_is_put_in_the_corner_covers_nothing(bar, unit):
    bar.show_snapshot(state_of(unit=unit))
    before = grabbed(bar)
    corner = QWidget()
    corner.setAutoFillBackground(True)
    corner.setPalette(QColor("#ff0000"))
    bar.set_corner(corner)
    corner.show()
    bar.show_snapshot(state_of(WEATHER, unit=unit))
    covered = is_colour(grabbed(bar), "#ff0000")
    assert covered.any()
    assert (before[covered] == np.array([255, 255, 255])).all()
    assert extent(covered)[2] == bar.width() - 1
    bar.resize(bar.width() + 60, bar.height())
    assert corner.geometry().right() == bar.width() - 1


def test_a_change_leaves_the_heading_and_what_stands_beside_it_alone_but_for_another_unit(bar, qtbot):
    painted = []

    class Corner(QWidget):
        def paintEvent(self, _event):
            painted.append(1)

    bar.show_snapshot(state_of())
    corner = Corner()
    bar.set_corner(corner)
    corner.show()
    qtbot.waitUntil(lambda: bool(painted))
    QApplication.processEvents()
    painted.clear()
    bar.show_snapshot(pair([1, 1], [1, 3]))
    QApplication.processEvents()
    assert painted == []
    bar.show_snapshot(pair([1, 1], [1, 3], unit=Unit.NAT))
    QApplication.processEvents()
    assert painted
