"""The ring round a bar that is to be dragged: in its column, and none where the category is gone."""

import pytest

from klscope.model.comparison import Comparison, Side
from klscope.model.history import History
from klscope.model.snapshot import Snapshot
from klscope.model.view_state import ViewState
from klscope.views.bars.bar_chart import BarChart
from klscope.views.bars.highlight import rings
from klscope.views.painting.scale import ProbabilityScale
from klscope.views.theme import DARK, LIGHT


def chart_of(show, n: int, theme=LIGHT) -> BarChart:
    comparison = Comparison.from_weights([f"c{place}" for place in range(n)], [1] * n, [1] * n)
    scale = ProbabilityScale()
    scale.animated = False
    chart = show(BarChart(Side.P, scale, theme), 500, 200)
    scale.setParent(chart)
    chart.show_snapshot(Snapshot.of(comparison, ViewState(), History(comparison)))
    return chart


@pytest.mark.parametrize("n", [2, 6, 26])
def test_a_ring_stands_in_its_column(show, n: int) -> None:
    chart = chart_of(show, n)
    chart.highlight(("c1", "gone"))
    (ring,) = rings(chart.frame())
    assert chart.area.column_left(1) < ring.left() < ring.right() < chart.area.column_left(1) + chart.area.column_width
    assert ring.top() >= 0.0
    assert ring.bottom() <= chart.viewport().height()


@pytest.mark.parametrize(("n", "values"), [(2, True), (6, True), (13, False), (26, False)])
def test_a_ring_holds_name_and_value_or_ends_between_them(show, n: int, values: bool) -> None:
    chart = chart_of(show, n)
    chart.highlight(("c1",))
    (ring,) = rings(chart.frame())
    middle = chart.value_place(1).center().y()
    assert (ring.bottom() > middle + 5.0) is values
    if not values:
        assert chart.area.bottom + 20.0 <= ring.bottom() <= middle - 5.0  # below the longest letter, above the figures


def test_bars_too_narrow_for_it_have_none(show) -> None:
    chart = chart_of(show, 100)
    chart.highlight(("c1",))
    assert rings(chart.frame()) == []


@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_it_is_seen_in_the_colour_of_the_focus(show, theme) -> None:
    chart = chart_of(show, 3, theme)
    before = chart.grab().toImage()
    chart.highlight(("c2",))
    after = chart.grab().toImage()
    (ring,) = rings(chart.frame())
    at = (round(ring.left()), round(ring.center().y()))
    assert after.pixelColor(*at).name() == theme.focus.lower()
    assert before.pixelColor(*at).name() != theme.focus.lower()
    chart.highlight(())
    assert chart.grab().toImage() == before
