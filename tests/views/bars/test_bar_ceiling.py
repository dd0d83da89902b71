"""The ceiling: where there is one, and where its words stand, as far to the right as no ring runs through them."""

import pytest
from PySide6.QtCore import QRectF
from states import comparison_of, state_of

from klscope.model.comparison import Side
from klscope.views.bars.bar_ceiling import CLEAR, end_of_words
from klscope.views.bars.bar_chart import BarChart
from klscope.views.painting.scale import ProbabilityScale
from klscope.views.theme import LIGHT


def ring(left: float, right: float) -> QRectF:
    return QRectF(left, 2.0, right - left, 100.0)


@pytest.mark.parametrize(
    ("ringed", "end"),
    [
        ([], 500.0),
        ([ring(100, 200)], 500.0),
        ([ring(380, 480)], 380 - CLEAR),  # left of it
        ([ring(250, 350), ring(380, 480)], 250 - CLEAR),  # of both: there is no room between
        ([ring(200, 280), ring(380, 480)], 380 - CLEAR),
        ([ring(60, 270), ring(280, 490)], 490 - CLEAR),  # nowhere beside: within the last one
        ([ring(50 + 30 * place, 75 + 30 * place) for place in range(15)], 500.0),  # nowhere at all
    ],
)
def test_words_keep_clear_of_rings(ringed: list[QRectF], end: float) -> None:
    assert end_of_words(60.0, 50.0, 500.0, ringed) == end


@pytest.mark.parametrize(
    ("weights", "locked", "level"),
    [
        ([4, 2, 1, 1], (), None),  # nothing is held
        ([4, 2, 1, 1], (0,), 0.5),
        ([4, 2, 1, 1], (0, 1), 0.25),
        ([4, 2, 1, 1], (0, 1, 2), None),  # the last one stands still: it gives and takes nothing
        ([4, 2, 1, 1], (0, 1, 2, 3), None),
        ([1, 1, 0, 0], (0, 1), None),  # the others are free, and there is nothing for them
        ([1, 0, 0, 0], (1, 2), 1.0),
    ],
)
@pytest.mark.parametrize("dragged", [-1, 0, 3])
def test_when_a_ceiling_is_shown(qtbot, weights, locked, level, dragged) -> None:
    scale = ProbabilityScale()
    chart = BarChart(Side.P, scale, LIGHT)
    scale.setParent(chart)
    qtbot.addWidget(chart)
    snapshot = state_of(comparison_of(weights, [1] * 4, p_locks=locked))
    scale.animate_to(snapshot)
    chart.show_snapshot(snapshot)
    if dragged >= 0:
        chart.dragged_index, chart.dragged_ceiling = dragged, snapshot.ceiling(Side.P, dragged)
        level = level if level is None else snapshot.ceiling(Side.P, dragged)
    assert chart.frame().ceiling == level
