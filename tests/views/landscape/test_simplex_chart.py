"""How the triangle looks. Oracle: pixels at places computed by elementary geometry."""

import numpy as np
import pytest
from pixels import around, count, grabbed
from PySide6.QtCore import QPointF
from states import after, pair

from klscope.model.comparison import Side
from klscope.model.edits import SetDistribution
from klscope.model.view_options import LandscapeQuantity
from klscope.theory.units import Unit
from klscope.views.landscape.contour_labels import contour_labels
from klscope.views.landscape.draggable_plot import Acts
from klscope.views.landscape.quantities import quantity_sentence, shown_value
from klscope.views.landscape.simplex_chart import SimplexChart
from klscope.views.landscape.simplex_geometry import Triangle
from klscope.views.landscape.surface import Surface, infinite_edges, is_infinite_inside
from klscope.views.theme import DARK, LIGHT

NAMES = ("sunny", "cloudy", "rain")
TRIANGLE = Triangle(20.0, 30.0, 240.0)
STATE = pair([4, 2, 2], [1, 2, 5], NAMES)


@pytest.fixture
def chart(show):
    """Return a function that shows the triangle of a state."""
    acts = Acts()

    def show_chart(snapshot, theme=LIGHT, width=460, height=283):
        made = SimplexChart(acts, theme)
        show(made, width, height)
        made.show_snapshot(snapshot)
        return made

    return show_chart


@pytest.mark.parametrize("theme", [LIGHT, DARK])
@pytest.mark.parametrize("size", [(460, 182), (460, 283), (640, 480)])
def test_points_stand_where_they_are_and_everything_has_room(chart, theme, size):
    made = chart(STATE, theme, *size)
    pixels, triangle = grabbed(made), made.triangle
    for side, fill in ((Side.P, theme.p_fill), (Side.Q, theme.q_fill)):
        spot = made.place(side)
        assert spot == pytest.approx(triangle.place(STATE.comparison.distribution(side).probabilities))
        x, y = round(spot[0]), round(spot[1])
        assert count(pixels[y - 9 : y + 10, x - 9 : x + 10], fill) > 60
    assert triangle.left >= 20.0
    assert triangle.left + triangle.side <= size[0] - 68.0 - 20.0
    assert triangle.top + triangle.height <= size[1] - 24.0


def test_edges_are_infinite_where_p_has_something():
    assert infinite_edges(STATE) == (0, 1, 2)
    assert infinite_edges(pair([1, 1, 0], [1, 2, 5])) == (0, 1)
    assert infinite_edges(pair([1, 1, 0], [1, 2, 5], quantity=LandscapeQuantity.CROSS_ENTROPY)) == (0, 1)
    for quantity in (LandscapeQuantity.JENSEN_SHANNON, LandscapeQuantity.ENTROPY, LandscapeQuantity.KL_TO_Q):
        assert infinite_edges(pair([4, 2, 2], [1, 2, 5], quantity=quantity)) == ()
    lacking = pair([4, 2, 2], [1, 2, 0], NAMES, quantity=LandscapeQuantity.KL_TO_Q)
    assert is_infinite_inside(lacking)
    assert quantity_sentence(lacking) == "∞ wherever rain can happen, for Q(rain) = 0."


def test_infinite_edges_are_hatched_outside(chart):
    pixels = []
    for p in ([4, 2, 2], [4, 4, 0]):  # the edge across from rain, at the left, is infinite in the first only
        made = chart(pair(p, [1, 2, 5], NAMES))
        x, y = made.triangle.place(np.array([0.5, 0.6, -0.1]))
        pixels.append(grabbed(made)[around(QPointF(x + 12.0, y), 16, 40)])
    assert count(pixels[0], LIGHT.excess_text, 40) > 20
    assert count(pixels[1], LIGHT.excess_text, 40) == 0


def test_the_colour_is_the_card_at_p_and_strong_at_the_edge():
    surface, made = Surface(), TRIANGLE
    surface.show(STATE, made, LIGHT, 1.0)
    x, y = made.place(STATE.comparison.p.probabilities)
    assert surface.parts[round(y - made.top), round(x - made.left)] < 0.05
    x, y = made.place(np.array([0.001, 0.4995, 0.4995]))
    assert surface.parts[int(y - made.top), int(x - made.left)] > 0.8


def test_the_picture_is_kept_while_only_the_other_point_moves():
    surface = Surface()
    comparison = STATE.comparison
    surface.show(STATE, TRIANGLE, LIGHT, 2.0)
    key = surface.image.cacheKey()
    moved = after(comparison=comparison, previewed=SetDistribution(Side.Q, (0.2, 0.3, 0.5)))
    surface.show(moved, TRIANGLE, LIGHT, 2.0)
    assert surface.image.cacheKey() == key
    moved = after(comparison=comparison, previewed=SetDistribution(Side.P, (0.2, 0.3, 0.5)))
    surface.show(moved, TRIANGLE, LIGHT, 2.0)
    assert surface.image.cacheKey() != key
    assert surface.ratio == 1.0  # enough under the hand
    surface.show(after(SetDistribution(Side.P, (0.2, 0.3, 0.5)), comparison=comparison), TRIANGLE, LIGHT, 2.0)
    assert surface.ratio == 2.0


@pytest.mark.parametrize("quantity", LandscapeQuantity)
@pytest.mark.parametrize("unit", Unit)
def test_numbers_of_contours_stand_on_them_and_apart(quantity, unit):
    snapshot, surface = pair([4, 2, 2], [1, 2, 5], NAMES, quantity=quantity, unit=unit), Surface()
    surface.show(snapshot, TRIANGLE, LIGHT, 1.0)
    taken = [TRIANGLE.place(snapshot.comparison.distribution(side).probabilities) for side in Side]
    labels = contour_labels(snapshot, surface, TRIANGLE, taken)
    assert labels
    places = [(x, y) for _, x, y in labels]
    for place, (x, y) in enumerate(places):
        others = [*taken, *places[:place]]
        assert min(np.hypot(x - a, y - b) for a, b in others) >= 22.0
        assert (TRIANGLE.values(x, y) >= -0.01).all()
    assert shown_value(snapshot)[1] > 0.0
