"""How the terms look. Oracle: *weather* by hand (+1, −¼, −⅛, 0; H(P,Q): 1½, ¼, ¼, ⅜; H(P): ½, ½, ⅜, ⅜) and pixels."""

import json
import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from pixels import count, extent, grabbed, is_colour
from pointing import Pointer, Said
from states import after, pair, state_of

import klscope
from klscope.model.comparison import Side
from klscope.model.edits import SetProbability
from klscope.model.views import ViewMode
from klscope.views.painting.scale import ProbabilityScale
from klscope.views.terms.terms_chart import TermsChart
from klscope.views.theme import DARK, LIGHT

KL, CROSS, OWN = ViewMode.KL_DIVERGENCE, ViewMode.CROSS_ENTROPY, ViewMode.ENTROPY
INFINITE = ([4, 2, 1, 1], [1, 4, 3, 0])


@pytest.fixture
def chart(show):
    """Return a function that shows the terms of a state, 800 × 240 pixels."""

    def show_chart(snapshot, theme=LIGHT, width=800, height=240):
        scale = ProbabilityScale()
        scale.animated = False
        made = TermsChart(scale, theme)
        scale.setParent(made)
        show(made, width, height)
        scale.animate_to(snapshot)
        made.show_snapshot(snapshot)
        return made

    return show_chart


def left_of(chart, index):
    return chart.area.column_centre(index) - chart.area.bar_width / 2


def inner(shown, index):
    """Return the pixels inside a term's bar."""
    left = left_of(shown, index)
    ends = sorted((shown.bar_top(index).y(), shown.bar_base(index).y()))
    return slice(ends[0] + 2, ends[1] - 2), slice(int(left) + 2, int(left + shown.area.bar_width) - 2)


def column(shown, index):
    left = shown.area.column_left(index)
    return slice(None), slice(round(left), round(left + shown.area.column_width))


def test_terms_stand_where_they_are_said_to(chart):
    shown = chart(state_of())
    # one term of 1 and one of −¼ fill the axis: a pixel is 1.25 / height
    zero = shown.area.top + shown.area.height * 0.8
    for index, term in enumerate((1.0, -0.25, -0.125, 0.0)):
        assert shown.bar_base(index).y() == pytest.approx(zero, abs=1)
        assert shown.bar_top(index).y() == pytest.approx(zero - term / 1.25 * shown.area.height, abs=1)
    pixels = grabbed(shown)
    bar = slice(int(left_of(shown, 0)) + 1, int(left_of(shown, 0) + shown.area.bar_width) - 1)
    rows = np.flatnonzero(is_colour(pixels[:, bar], LIGHT.excess_fill).all(axis=1))  # its number has the same colour
    assert rows[0] == pytest.approx(shown.bar_top(0).y(), abs=1)
    assert rows[-1] + 1 == pytest.approx(zero, abs=1.5)
    saving = extent(is_colour(pixels, LIGHT.saving_fill)[column(shown, 1)])
    assert saving[1] == pytest.approx(zero, abs=1.5)
    assert saving[3] == pytest.approx(shown.bar_top(1).y(), abs=1.5)


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_a_saving_is_hatched_and_an_excess_is_not(chart, theme):
    shown = chart(state_of(), theme)
    pixels = grabbed(shown)
    assert is_colour(pixels[inner(shown, 0)], theme.excess_fill).all()
    saving = pixels[inner(shown, 1)]
    assert 0.4 < is_colour(saving, theme.saving_fill, 5).mean() < 0.95
    ground = np.array([int(theme.card[place : place + 2], 16) for place in (1, 3, 5)])
    fill = np.array([int(theme.saving_fill[place : place + 2], 16) for place in (1, 3, 5)])
    nearer = np.abs(saving - ground).max(axis=-1) < np.abs(saving - fill).max(axis=-1)
    assert 0.05 < nearer.mean() < 0.4


def test_zero_looks_like_zero(chart):
    shown = chart(state_of())
    pixels = grabbed(shown)[column(shown, 3)]
    for fill in (LIGHT.excess_fill, LIGHT.saving_fill):
        assert count(pixels[: int(shown.area.bottom)], fill, 30) == 0


@pytest.mark.parametrize("n", [2, 4, 20, 40, 100, 500])
@pytest.mark.parametrize("mode", [KL, CROSS, OWN])
def test_no_number_stands_on_a_bar(chart, mode, n):
    dice = np.random.default_rng(n)
    shown = chart(pair(dice.uniform(0.05, 1, n), dice.uniform(0.05, 1, n), mode=mode))
    pixels = grabbed(shown)
    for index in range(n if shown.area.bar_width > 8 else 0):
        box = inner(shown, index)
        if box[0].stop - box[0].start < 3:
            continue
        for ink in (LIGHT.ink, LIGHT.quiet, LIGHT.saving_text):
            assert count(pixels[box], ink, 12) == 0, (index, ink)
    assert count(pixels[round(shown.area.bottom) + 17 :], LIGHT.ink, 90) > 10  # names


@pytest.mark.parametrize("mode", [KL, CROSS, OWN])
@pytest.mark.parametrize("n", [2, 10, 40, 200, 500])
def test_nothing_is_cut_by_the_edges(chart, mode, n):
    q = [1e-4] * (n - 1) + [1.0]
    for width in (560, 800):
        shown = chart(pair(q[::-1], q, [f"long category {index}" for index in range(n)], mode=mode), width=width)
        pixels = grabbed(shown)
        for edge in (pixels[:, 0], pixels[:, -1], pixels[0], pixels[-1]):
            assert is_colour(edge, LIGHT.card).all()


@pytest.mark.parametrize("difference", [3e-2, 3e-3, 3e-5, 3e-9, 3e-15])
def test_the_numbers_of_the_axis_are_there_in_full(chart, difference):
    shown = chart(pair([0.5, 0.5], [0.5 + difference, 0.5 - difference]))
    left = grabbed(shown)[:, : int(shown.area.left) - 2]
    assert is_colour(left[:, 0], LIGHT.card).all()
    assert is_colour(left[:, -1], LIGHT.card).all()
    assert count(left, LIGHT.quiet, 90) > 20


def test_cross_entropy_parts_what_p_costs_from_the_excess_by_a_gap(chart):
    shown = chart(state_of(mode=CROSS))
    pixels = grabbed(shown)
    zero, top = shown.bar_base(0).y(), shown.bar_top(0).y()
    middle = round(shown.area.column_centre(0))
    strip = pixels[:, middle]
    border = round(zero - (zero - top) / 3)  # ½ of 1½
    assert is_colour(strip[border + 2 : zero - 2], LIGHT.p_fill).all()
    assert is_colour(strip[top + 2 : border - 4], LIGHT.excess_fill).all()
    assert is_colour(strip[border - 4 : border + 2], LIGHT.card, 60).any()
    # cloudy: ¼ of ½ is left, the rest is saved
    saved = pixels[column(shown, 1)]
    assert count(saved, LIGHT.saving_fill) > 200
    assert count(saved, LIGHT.p_fill) > 200


def test_entropy_is_in_the_colour_of_p_alone(chart):
    shown = chart(state_of(mode=OWN))
    pixels = grabbed(shown)[: int(shown.area.bottom)]
    assert count(pixels, LIGHT.p_fill) > 1000
    assert count(pixels, LIGHT.excess_fill) == count(pixels, LIGHT.saving_fill) == 0
    for index in range(4):
        assert shown.bar_top(index).y() == pytest.approx(
            shown.bar_base(0).y() - (0.5, 0.5, 0.375, 0.375)[index] / 0.5 * shown.area.height, abs=1
        )


def test_with_q_minus_p_added_nothing_is_negative(chart):
    shown = chart(state_of(with_mass_difference=True))
    assert shown.area.shown.low == 0.0
    assert count(grabbed(shown)[: int(shown.area.bottom)], LIGHT.saving_fill, 30) == 0


def test_an_infinite_term_is_a_torn_bar_to_the_top_with_its_sign_in_it(chart):
    shown = chart(pair(*INFINITE))
    pixels = grabbed(shown)[:, int(left_of(shown, 3)) + 2 : int(left_of(shown, 3) + shown.area.bar_width) - 2]
    excess = is_colour(pixels, LIGHT.excess_fill)
    assert excess[round(shown.area.top) + 1].all()
    assert shown.bar_top(3).y() == round(shown.area.top)
    ground = is_colour(pixels, LIGHT.card)
    assert ground[round(shown.area.top) + 25 : round(shown.area.y(0)) - 25].any(axis=0).all()  # torn across
    assert ground[: int(shown.area.top) + 22, 5:-5].any()  # the ∞, in white
    assert shown.bar_top(3).y() < shown.bar_top(0).y()  # it is the tallest


def test_the_axis_is_frozen_under_a_hand_and_a_term_that_outgrows_it_is_cut_with_an_arrow(chart):
    shown = chart(state_of())
    before = shown.area.shown
    hand = SetProbability(Side.Q, 0, 1e-6)
    shown.show_snapshot(after(previewed=hand))
    assert shown.area.shown == before
    assert shown.bar_top(0).y() == round(shown.area.top)
    x = round(shown.area.column_centre(0))
    tip = grabbed(shown)[round(shown.area.top) : round(shown.area.top) + 12, x - 6 : x + 7]
    assert count(tip, LIGHT.card, 40) > 15
    shown.show_snapshot(after(hand))
    assert shown.area.shown.high > 5  # ½·log₂ ½/1e-6 = 9.5, at once without animation


def test_modes_and_units_change_the_axis_at_once_even_animated(show):
    scale = ProbabilityScale()
    shown = TermsChart(scale, LIGHT)
    scale.setParent(shown)
    show(shown, 800, 240)
    for mode, high in ((KL, 1.0), (CROSS, 1.5), (OWN, 0.5)):
        shown.show_snapshot(state_of(mode=mode))
        assert shown.area.shown.high == pytest.approx(high)


def test_released_the_axis_settles_smoothly(show, qtbot):
    scale = ProbabilityScale()
    shown = TermsChart(scale, LIGHT)
    scale.setParent(shown)
    show(shown, 800, 240)
    shown.show_snapshot(state_of())
    shown.show_snapshot(after(SetProbability(Side.Q, 0, 1e-6)))
    assert shown.area.shown.high < 2.0
    qtbot.waitUntil(lambda: shown.area.shown.high > 9.0)


def test_the_cap_of_an_infinite_term_is_pulled_down_to_a_probability(chart):
    shown = chart(pair(*INFINITE))
    said = Said(shown, "cap_dragged", "gesture_finished", "selected")
    mouse = Pointer(shown)
    x, y = shown.bar_top(3).toTuple()
    mouse.press(x, y + 10)
    mouse.move(x, y + 11)
    assert [name for name, *_ in said.take()] == ["selected"]  # not far enough to mean it
    down = round(shown.area.height / 4)
    mouse.move(x, y + 10 + down)
    ((name, index, value),) = said.take()
    assert (name, index) == ("cap_dragged", 3)
    assert value == pytest.approx(0.2, abs=0.005)  # the axis of P and Q ends at 0.8
    mouse.move(x, y - 500)
    assert said.take() == [("cap_dragged", 3, 0.0)]
    mouse.release(x, y)
    assert said.take() == [("gesture_finished",)]


@pytest.mark.parametrize(("index", "mode"), [(0, KL), (3, OWN)])
def test_what_is_not_infinite_is_not_pulled(chart, index, mode):
    shown = chart(pair(*INFINITE, mode=mode))
    said = Said(shown, "cap_dragged", "gesture_finished")
    x, y = shown.bar_base(index).toTuple()
    mouse = Pointer(shown)
    mouse.press(x, y - 30)
    mouse.move(x, y + 50)
    mouse.release(x, y + 50)
    assert said.take() == []


def test_a_tooltip_has_all_terms_with_all_digits(chart):
    shown = chart(state_of())
    assert shown.tool_tip(0) == "sunny\nKL  1 bits\nH(P,Q)  1.5 bits\nH(P)  0.5 bits"
    assert chart(pair(*INFINITE)).tool_tip(3).splitlines()[1] == "KL  ∞ bits"


NAMES_SEEN = """
import json, sys
from PySide6.QtWidgets import QApplication
application = QApplication([])
from klscope.app import create
from pixels import pixels_of, is_colour
explorer = create()
window = explorer.window
window.scale.animated = False
window.show()
application.processEvents()
seen = {"ratio": window.devicePixelRatioF(), "ink": []}
for chart in (window.p_chart, window.q_chart, window.terms_chart):
    image = chart.grab().toImage()
    pixels, ratio = pixels_of(image), image.devicePixelRatio()
    area, row = chart.area, 21 if chart is window.terms_chart else 4
    for index in range(4):
        left, right = (round(ratio * edge) for edge in (area.column_left(index), area.column_left(index + 1)))
        name = pixels[round(ratio * (area.bottom + row)) : round(ratio * (area.bottom + row + 16)), left:right]
        seen["ink"].append(int(is_colour(name, explorer.window.p_chart.theme.ink, 90).sum()))
print(json.dumps(seen))
"""


@pytest.mark.parametrize("ratio", [1, 2])
def test_the_names_of_all_three_charts_are_seen_at_every_pixel_ratio(ratio):
    paths = [str(Path(klscope.__path__[0]).parent), str(Path(__file__).parents[1])]
    environment = {**os.environ, "QT_SCALE_FACTOR": str(ratio), "QT_QPA_PLATFORM": "offscreen"}
    environment["PYTHONPATH"] = os.pathsep.join(paths)
    ran = subprocess.run(
        [sys.executable, "-c", NAMES_SEEN], env=environment, capture_output=True, text=True, check=True, timeout=120
    )
    seen = json.loads(ran.stdout)
    assert seen["ratio"] == ratio
    assert len(seen["ink"]) == 12
    assert min(seen["ink"]) > 30 * ratio**2, seen
