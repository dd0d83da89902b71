"""Pinsker's strip. Oracle: 2·TV² and KL in nats by hand, and the pixels."""

import math

import pytest
from pixels import count, extent, grabbed, is_colour
from PySide6.QtCore import QPoint
from states import after, pair, state_of

from klscope.model.comparison import Side
from klscope.model.edits import SetProbability
from klscope.theory.units import Unit
from klscope.views.measures.pinsker_strip import PinskerStrip
from klscope.views.theme import DARK, LIGHT


@pytest.fixture
def strip(show):
    return show(PinskerStrip(LIGHT), 420, 54)


def point(strip, theme=LIGHT):
    """Return left and right of the diamond."""
    left, _, right, _ = extent(is_colour(grabbed(strip)[18:33], theme.excess_fill))
    return left, right


@pytest.mark.parametrize("unit", list(Unit))
def test_the_point_is_at_kl_and_the_mark_at_its_least_in_nats_whatever_the_unit(strip, unit):
    strip.show_snapshot(state_of(unit=unit))
    assert strip.full_scale == 0.5  # KL is 0.4332
    left, right = point(strip)
    assert (left + right) / 2 == pytest.approx(strip.x_of(0.625 * math.log(2)), abs=1.5)
    assert strip.x_of(2 * 0.375**2) == pytest.approx(8 + 404 * 0.5625)
    mark = round(strip.x_of(2 * 0.375**2))
    assert count(grabbed(strip)[30:34, mark - 1 : mark + 2], LIGHT.quiet, 60) >= 2
    assert strip.sentence() == "Pinsker: 2·TV² ≤ KL(P‖Q), here 0.2812 ≤ 0.4332 nats."


def test_the_scale_does_not_change_during_a_drag_and_the_point_stops_at_its_end(strip):
    strip.show_snapshot(state_of())
    low = after(previewed=SetProbability(Side.Q, 0, 1e-9))
    assert low.axes_frozen
    strip.show_snapshot(low)
    assert strip.full_scale == 0.5
    assert point(strip)[1] >= strip.width() - 12
    strip.show_snapshot(after(SetProbability(Side.Q, 0, 1e-9)))
    assert strip.full_scale > low.measures.kl_divergence > 5


def test_infinity_is_an_arrow_at_the_end(strip):
    strip.show_snapshot(pair([1, 1], [1, 0]))
    assert "0.5000 ≤ ∞ nats" in strip.accessibleDescription()
    assert math.isfinite(strip.full_scale)
    assert point(strip)[1] >= strip.width() - 12
    assert strip.grab().toImage().pixelColor(QPoint(round(strip.x_of(0.25)), 25)).isValid()


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(
    "weights", [([4, 2, 1, 1], [1, 4, 2, 1]), ([1, 1], [1, 1]), ([1, 1], [1, 0]), ([1, 1e-300], [1e-300, 1])]
)
def test_it_is_drawn_whole_in_the_colours_of_its_theme(strip, theme, weights):
    strip.set_theme(theme)
    strip.show_snapshot(pair(*weights))
    pixels = grabbed(strip)
    assert count(pixels[:16], theme.excess_text, 40) > 10  # "KL"
    assert count(pixels[36:], theme.quiet, 40) > 10  # "2·TV²"
    left, right = point(strip, theme)
    assert left >= 0
    assert right < strip.width()
    for edge in (pixels[:, 0], pixels[:, -1], pixels[-1]):
        assert not is_colour(edge, theme.quiet).any()
