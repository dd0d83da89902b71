"""Arrows and hollow bars. Oracle: *weather* by hand and pixels."""

import numpy as np
import pytest
from pixels import Sheet, count, is_colour
from states import WEATHER, comparison_of
from view_states import training_options

from klscope.model.training_run import TrainingRun
from klscope.theory.training import Objective
from klscope.views.bars.bar_frame import BarFrame
from klscope.views.painting.axes import Range
from klscope.views.painting.geometry import PlotArea
from klscope.views.theme import DARK, LIGHT
from klscope.views.training.training_overlay import TrainingOverlay, arrow_ends, hollow_lines

pytestmark = pytest.mark.usefixtures("qapp")
AREA = PlotArea(50.0, 10.0, 400.0, 200.0, 4, Range(0.0, 1.0))


def overlay_of(comparison, objective=Objective.FORWARD):
    overlay = TrainingOverlay()
    overlay.run = TrainingRun.of(comparison, training_options(objective))
    return overlay


def painted(overlay, area, theme=LIGHT):
    sheet = Sheet(940, 230, theme.card)
    with sheet.painter() as painter:
        overlay.paint(painter, BarFrame(area, theme))
    return sheet.pixels


def test_a_forward_arrow_ends_where_p_is():
    run = overlay_of(WEATHER).run
    tails, tips = arrow_ends(AREA, run.q, run.negative_gradient)
    assert tails.tolist() == [AREA.y(value) for value in (0.125, 0.5, 0.25, 0.125)]
    assert tips.tolist() == [AREA.y(value) for value in (0.5, 0.25, 0.125, 0.125)]


def test_a_one_hot_p_pushes_every_bar():
    run = overlay_of(comparison_of([0, 1, 0, 0], [1, 1, 1, 1])).run
    tails, tips = arrow_ends(AREA, run.q, run.negative_gradient)
    assert (np.abs(tails - tips) > 40.0).all()


def test_hollow_bars_are_where_the_step_leads():
    run = overlay_of(WEATHER).run
    lines = hollow_lines(AREA, run.after)
    assert [line.y1() for line in lines[::3]] == [round(AREA.y(float(value))) for value in run.after]
    weights = WEATHER.q.probabilities * np.exp(WEATHER.p.probabilities - WEATHER.q.probabilities)
    np.testing.assert_allclose(run.after, weights / weights.sum(), rtol=1e-14)
    for line in lines[1::3] + lines[2::3]:
        assert line.x1() == line.x2()
        assert line.y1() == AREA.bottom


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_pixels(theme):
    pixels = painted(overlay_of(WEATHER), AREA, theme)
    x = round(AREA.column_centre(0))
    shaft = is_colour(pixels[round(AREA.y(0.45)) : round(AREA.y(0.2)), x - 2 : x + 2], theme.ink).any(axis=1)
    assert shaft.mean() > 0.9
    assert not is_colour(pixels[: round(AREA.y(0.5)) - 2, x - 8 : x + 8], theme.ink).any()
    assert count(pixels, theme.quiet) > 300
    snow = round(AREA.column_centre(3))
    assert not is_colour(pixels[:, snow - 6 : snow + 6], theme.ink).any()  # P is Q there


def test_a_hollow_top_is_parted_from_a_tall_bar_and_cuts_no_low_one():
    overlay = overlay_of(comparison_of([50, 48, 1, 1], [60, 34, 2, 4]))
    sheet = Sheet(940, 230, LIGHT.q_fill)
    with sheet.painter() as painter:
        overlay._paint_hollow(painter, AREA, overlay.run.q, overlay.run.after, LIGHT)
    heights = AREA.bottom - AREA.ys(overlay.run.q)
    assert heights.tolist() == pytest.approx([120.0, 68.0, 4.0, 8.0])
    for index, tall in enumerate(heights > 12.0):
        x, y = round(AREA.column_centre(index)), round(AREA.y(float(overlay.run.after[index])))
        beside = is_colour(sheet.pixels[[y - 1, y + 1], x - 20 : x + 20], LIGHT.card)
        assert beside.all() if tall else not beside.any()


@pytest.mark.parametrize(("n", "headed"), [(26, True), (100, False)])
def test_many_columns_have_lines_for_arrows(n, headed):
    p = np.ones(n)
    p[n // 2] = 3.0 * n
    overlay = overlay_of(comparison_of(p, np.ones(n)))
    area = PlotArea(20.0, 10.0, 900.0, 200.0, n, Range(0.0, 1.0))
    pixels = painted(overlay, area)
    x = round(area.column_centre(n // 2))
    tip = is_colour(pixels[round(area.y(0.75)) : round(area.y(0.75)) + 8, x - 8 : x + 8], LIGHT.ink, 40)
    assert bool(tip.sum(axis=1).max() > 4) is headed


def test_nothing_is_painted_where_there_is_nothing_to_say():
    blank = count(painted(TrainingOverlay(), AREA), LIGHT.card)
    many = np.ones(201)
    for overlay, area in (
        (overlay_of(comparison_of(many, many)), PlotArea(50.0, 10.0, 400.0, 200.0, 201, Range(0.0, 1.0))),
        (overlay_of(WEATHER), PlotArea(50.0, 10.0, 400.0, 200.0, 3, Range(0.0, 1.0))),
    ):
        assert count(painted(overlay, area), LIGHT.card) == blank


def test_where_the_loss_is_infinite_there_is_no_hollow_bar():
    pixels = painted(overlay_of(comparison_of([1, 1, 1, 1], [0, 1, 1, 1])), AREA)
    assert count(pixels, LIGHT.quiet) == 0
    assert count(pixels, LIGHT.ink) > 0
    reverse = painted(overlay_of(comparison_of([0, 1, 1, 1], [1, 1, 1, 1]), Objective.REVERSE), AREA)
    assert count(reverse, LIGHT.ink) == 0
