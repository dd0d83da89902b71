"""Where the curves stand. Oracles: the axis by hand, mpmath's derivative of what is on the screen, exact pixels."""

import math

import mpmath
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from klscope.theory import editing
from klscope.theory.distribution import Distribution
from klscope.theory.loss_curves import BarPath, PathLosses, Rule
from klscope.theory.units import Unit
from klscope.views.loss_curves.loss_geometry import (
    TANGENT,
    MarkerDrag,
    Panel,
    ProbabilityAxis,
    clearest_place,
    panel_at,
    panels_in,
    range_of,
    words_lines,
)
from klscope.views.painting.axes import Range
from small_cases import each

LINEAR, LOGARITHMIC = ProbabilityAxis.LINEAR, ProbabilityAxis.LOGARITHMIC
SIZE = (76.0, 16.0)


def losses_of(p, q, index=0, locked=()):
    p, q = Distribution.from_weights(p), Distribution.from_weights(q)
    locks = editing.no_locks(q.n)
    locks[list(locked)] = True
    return PathLosses.of(p.probabilities, BarPath.of(q, locks, index))


WEATHER = losses_of([4, 2, 1, 1], [1, 4, 2, 1])


def panel_of(rule=Rule.LOG, axis=LINEAR, shown=None, losses=WEATHER, width=200.0):
    return Panel(50.0, 40.0, width, 100.0, rule, axis, shown or range_of(losses, rule, Unit.BIT, axis, 0.125))


def test_the_logarithmic_axis_has_a_place_for_0_and_equal_steps_for_equal_ratios():
    axis = LOGARITHMIC
    assert axis.place(0.0) == 0.0
    assert axis.place(1.0) == 1.0
    steps = [axis.place(10.0 * value) - axis.place(value) for value in (1e-3, 1e-2, 1e-1, 0.02, 0.05)]
    assert steps == pytest.approx([steps[0]] * 5)
    assert axis.place(5e-4) == pytest.approx(axis.place(1e-3) / 2)
    assert axis.ticks[0] == 0.0


@pytest.mark.parametrize("axis", ProbabilityAxis)
@given(st.floats(0.0, 1.0))
def test_places_and_probabilities_are_one_another(axis, value):
    assert axis.probability(axis.place(value)) == pytest.approx(value, rel=1e-9, abs=1e-15)
    assert axis.probability(-0.1) == 0.0
    assert axis.probability(1.1) == 1.0


@pytest.mark.parametrize("axis", ProbabilityAxis)
@given(st.floats(0.002, 0.99) | st.floats(1e-5, 9e-4))
def test_the_stretch_is_the_derivative(axis, value):
    width = 1e-6 * value
    beside = axis.probability(axis.place(value) + width) - axis.probability(axis.place(value) - width)
    assert axis.stretch(value) == pytest.approx(beside / (2 * width), rel=1e-4)


@pytest.mark.parametrize(("width", "height"), [(480, 153), (760, 189), (866, 225), (300, 110)])
def test_panels_stand_side_by_side_inside(width, height):
    stood = panels_in(width, height, LINEAR, (Range(0, 1),) * 3)
    assert [panel.rule for panel in stood] == list(Rule)
    edges = [edge for panel in stood for edge in panel.column]
    assert edges == sorted(edges)
    assert edges[0] >= 0.0
    assert edges[-1] <= width
    for panel in stood:
        assert panel.bottom + 16 + 15 * words_lines(height) <= height
        assert panel_at(stood, panel.column[0] + 1) is panel
        assert panel_at(stood, panel.right) is panel
    assert panel_at(stood, -3.0) is None


@pytest.mark.parametrize("axis", ProbabilityAxis)
@pytest.mark.parametrize("rule", Rule)
def test_a_curve_is_its_losses(axis, rule):
    panel = panel_of(rule, axis)
    xs, ys = panel.points(WEATHER, Unit.BIT)
    assert xs[0] == panel.left
    assert xs[-1] == panel.right
    for place in range(5, xs.size - 5, 7):
        value = axis.probability((xs[place] - panel.left) / panel.width)
        loss = WEATHER.loss(rule, value) / (math.log(2.0) if rule is Rule.LOG else 1.0)
        expected = panel.bottom - (loss - panel.shown.low) * 100.0 / (panel.shown.high - panel.shown.low)
        assert ys[place] == pytest.approx(max(expected, panel.top - 200.0))
    assert np.isfinite(ys).all()
    assert rule is not Rule.LOG or ys[0] < panel.top


def test_a_curve_ends_at_the_ceiling():
    losses = losses_of([4, 2, 1, 1], [1, 4, 2, 1], locked=[1])
    xs, ys = panel_of(losses=losses).points(losses, Unit.BIT)
    assert xs[-1] == pytest.approx(150.0)
    assert ys[-1] < 40.0  # ∞


@pytest.mark.parametrize("axis", ProbabilityAxis)
@pytest.mark.parametrize("rule", Rule)
@pytest.mark.parametrize("value", [0.05, 0.3, 0.9])
def test_a_tangent_touches_what_is_drawn(axis, rule, value):
    panel = panel_of(rule, axis)
    slope = WEATHER.slope(rule, value)
    right, down = panel.tangent(value, slope)
    assert math.hypot(right, down) == pytest.approx(TANGENT)

    def drawn(x):
        value = axis.probability((float(x) - panel.left) / panel.width)
        return mpmath.mpf(panel.bottom - (WEATHER.loss(rule, value) - panel.shown.low) * panel.pixels_per_unit)

    with mpmath.workdps(15):
        expected = float((drawn(panel.x(value) + 1e-3) - drawn(panel.x(value) - 1e-3)) / 2e-3)
    assert down / right == pytest.approx(expected, rel=1e-3)


@pytest.mark.parametrize("axis", ProbabilityAxis)
def test_a_curve_has_no_corners_where_it_is_steep(axis):
    panel = panel_of(axis=axis)
    xs, ys = panel.points(WEATHER, Unit.BIT)
    assert (np.diff(xs) > 0.0).all()
    between = (xs[:-1] + xs[1:]) / 2.0  # at most a pixel beside the curve, but for what is all but upright
    loss = np.array([WEATHER.loss(Rule.LOG, axis.probability((x - panel.left) / panel.width)) for x in between])
    exact = panel.bottom - (loss / math.log(2.0) - panel.shown.low) * panel.pixels_per_unit
    seen = (exact > panel.top) & (between > panel.left + 0.3) & (between < panel.right - 0.3)
    assert np.abs(exact - (ys[:-1] + ys[1:]) / 2.0)[seen].max() < 1.0


def test_an_infinite_slope_is_upright():
    assert panel_of().tangent(0.0, -math.inf) == (0.0, TANGENT)
    assert panel_of().tangent(1.0, math.inf) == (0.0, -TANGENT)


def test_bounded_losses_are_shown_whole_and_the_log_without_its_ends():
    for rule in (Rule.LINEAR, Rule.BRIER):
        shown = range_of(WEATHER, rule, Unit.BIT, LINEAR, 0.125)
        ends = WEATHER.losses(rule, np.linspace(0.0, 1.0, 100))
        assert shown.low <= ends.min()
        assert ends.max() <= shown.high
    shown = range_of(WEATHER, Rule.LOG, Unit.BIT, LINEAR, 0.125)
    assert shown.holds(2.375)
    assert shown.holds(WEATHER.loss(Rule.LOG, 0.5) / math.log(2.0))
    assert shown.high < 5.0
    assert range_of(WEATHER, Rule.LOG, Unit.BIT, LOGARITHMIC, 0.125).high > shown.high + 1.0


@each("value", [0.0, 1e-300, 0.0009, 0.125, 1.0])
@pytest.mark.parametrize(
    "losses",
    [
        WEATHER,
        losses_of([1, 0, 0], [1, 1, 1]),
        losses_of([0, 1], [1, 1]),
        losses_of([1, 1, 1], [1, 1, 0]),
        losses_of([1, 1, 2], [1, 1, 0]),
        losses_of([4, 2, 1, 1], [1, 1, 1, 1], locked=[1, 2, 3]),
    ],
)
@each("rule", Rule)
@each("axis", ProbabilityAxis)
def test_an_axis_is_finite_and_has_a_span(value, losses, rule, axis):
    shown = range_of(losses, rule, Unit.NAT, axis, min(value, losses.ceiling))
    assert math.isfinite(shown.low)
    assert math.isfinite(shown.high)
    assert shown.low >= 0.0
    assert 0.04 < shown.high - shown.low < 100.0


def test_a_marker_above_the_axis_stands_whole_under_its_edge():
    panel = panel_of()
    assert panel.marker_y(math.inf) == panel.marker_y(panel.shown.high + 1.0) == panel.top + 7.0
    assert panel.marker_y(panel.shown.high) == panel.top
    assert panel.y(math.inf) == panel.top


def test_the_marker_stays_under_the_pointer_and_pressing_does_not_move_it():
    panel = panel_of()
    drag = MarkerDrag(0, 0.125, 71.0, panel)
    assert drag.value(71.0) == 0.125
    assert drag.value(91.0) == pytest.approx(0.225)
    assert panel.x(drag.value(110.5)) - panel.x(0.125) == pytest.approx(39.5)
    assert drag.value(-500.0) == 0.0
    assert drag.value(900.0) == 1.0
    uneven = MarkerDrag(0, 0.125, 71.0, panel_of(axis=LOGARITHMIC))
    for x in (50.0, 80.0, 90.0):
        moved = uneven.panel.x(uneven.value(x)) - uneven.panel.x(0.125)
        assert moved == pytest.approx(x - 71.0)


def test_it_snaps_within_4_pixels_of_p():
    drag = MarkerDrag(0, 0.125, 71.0, panel_of())
    assert drag.snapped(0.485, 0.5) == 0.5
    assert drag.snapped(0.475, 0.5) == 0.475
    assert drag.snapped(0.125, 0.13) == 0.125


@pytest.mark.parametrize("axis", ProbabilityAxis)
@pytest.mark.parametrize("rule", Rule)
@pytest.mark.parametrize("losses", [WEATHER, losses_of([1, 9], [1, 1]), losses_of([1, 0, 0], [1, 1, 1])])
def test_words_stand_clear_of_the_curve(axis, rule, losses):
    panel = panel_of(rule, axis, losses=losses, width=240.0)
    across, edge = clearest_place(panel, losses, Unit.BIT, SIZE)
    middle = panel.left + across * panel.width
    assert panel.left <= middle - SIZE[0] / 2
    assert middle + SIZE[0] / 2 <= panel.right + 1e-9
    xs, ys = panel.points(losses, Unit.BIT)
    beside = ys[np.abs(xs - middle) <= SIZE[0] / 2]
    if edge == 0.0:
        assert beside.min() > panel.top + SIZE[1]
    else:
        assert beside.max() < panel.bottom - SIZE[1]


@pytest.mark.parametrize("own", [0.2, 0.5, 0.7, 0.85])
@pytest.mark.parametrize("rule", Rule)
def test_words_stand_off_the_line_at_p(rule, own):
    losses = losses_of([own, 1.0 - own], [1, 1])
    panel = panel_of(rule, losses=losses, width=240.0)
    across, _ = clearest_place(panel, losses, Unit.BIT, SIZE)
    assert abs(panel.left + across * panel.width - panel.x(own)) > SIZE[0] / 2
