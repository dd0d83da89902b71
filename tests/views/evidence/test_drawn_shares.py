"""What was drawn stands over the bars of P, as high as its share."""

import numpy as np
import pytest
from pixels import count, grabbed, is_colour
from states import pair, state_of

from klscope.model.comparison import Side
from klscope.model.evidence import SampleStatistics
from klscope.model.view_options import EvidenceOptions
from klscope.views.bars.bar_chart import BarChart
from klscope.views.evidence.drawn_shares import DrawnShares, square_places
from klscope.views.painting.axes import Range
from klscope.views.painting.geometry import PlotArea
from klscope.views.painting.scale import ProbabilityScale
from klscope.views.theme import DARK, LIGHT


@pytest.fixture
def chart(show):
    def made(snapshot, samples, theme=LIGHT, width=700):
        scale = ProbabilityScale()
        scale.animated = False
        scale.animate_to(snapshot)
        one = BarChart(Side.P, scale, theme)
        one.scale_of_it = scale
        one.overlay = DrawnShares()
        one.overlay.statistics = SampleStatistics(
            snapshot.with_view(snapshot.view.with_options(EvidenceOptions(samples=samples)))
        )
        one.show_snapshot(snapshot)
        return show(one, width, 180)

    return made


def test_squares_stand_at_their_shares():
    area = PlotArea(50.0, 10.0, 400.0, 100.0, 4, Range(0.0, 0.5))
    xs, ys, side = square_places(area, np.array([0.0, 0.25, 0.5, 0.75]))
    assert ys.tolist() == [110.0, 60.0, 10.0, 10.0]
    assert all(area.column_at(x) == place for place, x in enumerate(xs))
    assert side == 9.0


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("n", [2, 4, 26, 100])
def test_every_category_has_its_square(chart, theme, n):
    snapshot = state_of() if n == 4 else pair(np.ones(n), np.ones(n))
    shown = chart(snapshot, 5_000, theme)
    seen = grabbed(shown)
    found = shown.overlay.statistics
    xs, ys, side = square_places(shown.area, found.shares)
    for x, y in zip(xs, ys, strict=True):
        rows = slice(round(y - side / 2 - 1), round(y + side / 2 + 1))
        columns = slice(round(x - side / 2 - 1), round(x + side / 2 + 1))
        assert count(seen[rows, columns], theme.ink, 60) > side


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("n", [4, 17, 26, 60, 100])
def test_the_lowest_bar_is_seen_beside_its_square(chart, theme, n):
    weights = np.array([60.0, *(np.arange(n - 1) % 7 + 1)])  # bars of some 2 to 14 pixels beside a tall one
    snapshot = pair(weights, np.where(np.arange(n) == 0, weights.sum(), 0.0) + 1e-9)  # the lines of Q lie at 0
    shown = chart(snapshot, 20_000, theme)
    seen = is_colour(grabbed(shown), theme.p_fill, 60)
    shown.set_overlay(None)
    bare = is_colour(grabbed(shown), theme.p_fill, 60)
    left = [
        seen[:, columns].sum() / bare[:, columns].sum()
        for index in range(1, n)
        for columns in [slice(round(shown.area.lefts[index]), round(shown.area.lefts[index] + shown.area.bar_width))]
        if bare[:, columns].any()
    ]
    assert len(left) > n / 2
    assert min(left) >= 0.3
    assert np.mean(left) >= 0.45


def test_a_square_with_its_halo_is_half_as_wide_as_its_bar_at_most():
    for n in range(1, 200):
        area = PlotArea(50.0, 10.0, 700.0, 100.0, n, Range(0.0, 0.5))
        _, _, side = square_places(area, np.zeros(n))
        halo = 1.0 if side >= 4.0 else 0.0
        assert 0.0 < side <= 9.0
        assert side + 2 * halo <= 0.5 * area.bar_width + 1e-9


def test_without_samples_or_overlay_nothing_is_painted_over(chart):
    shown = chart(state_of(), 0)
    bare = grabbed(shown)
    shown.set_overlay(None)
    assert (grabbed(shown) == bare).all()


def test_a_share_beyond_the_axis_is_an_arrow(chart):
    snapshot = pair([1, 1, 1, 1, 1, 1, 1, 1, 1, 1], [1] * 10)
    shown = chart(snapshot, 1)
    found = shown.overlay.statistics
    drawn = int(np.argmax(found.shares))
    assert found.shares[drawn] > shown.area.shown.high
    x = round(shown.area.column_centre(drawn))
    top = round(shown.area.top)
    assert count(grabbed(shown)[top : top + 9, x - 6 : x + 6], LIGHT.ink, 30) > 10


def test_counts_of_other_categories_are_left_out(chart):
    shown = chart(state_of(), 100)
    shown.overlay.statistics = SampleStatistics(pair([1, 1], [1, 1], samples=100))
    shown.viewport().update()
    assert grabbed(shown).shape[0] == 180
