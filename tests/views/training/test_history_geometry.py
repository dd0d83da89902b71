"""Where a history stands. Oracle: by hand."""

import numpy as np
import pytest

from klscope.views.painting.axes import Range
from klscope.views.training.history_geometry import HistoryPlot, losses_range, steps_top, stretches, thinned


@pytest.mark.parametrize(("steps", "top"), [(0, 10), (10, 10), (11, 20), (50, 50), (51, 100), (1234, 2000)])
def test_steps_grow_by_rungs(steps, top):
    assert steps_top(steps) == top


@pytest.mark.parametrize(
    ("curve", "floor", "low", "high"),
    [
        ([0.152], [0.0], 0.0, 0.2),
        ([2.375], [1.75], 1.6, 2.4),
        ([4.4, 4.18], [4.17, 4.17], 4.1, 4.5),
        ([0.0], [0.0], 0.0, 1.0),
        ([np.inf], [1.0], 0.0, 2.0),
        ([np.inf, 3.0], [1.0, 1.0], 0.0, 5.0),
    ],
)
def test_the_range_holds_all_that_is_finite(curve, floor, low, high):
    shown = losses_range(np.array(curve), np.array(floor))
    finite = [value for value in (*curve, *floor) if np.isfinite(value)]
    assert shown.low <= min(finite)
    assert shown.high >= max(finite)
    assert shown.low == pytest.approx(low, abs=0.11 * (high - low) + 0.2 * (high > 1.0))
    assert shown.high == pytest.approx(high, rel=0.3)


def test_the_range_stays_while_the_loss_falls():
    falling = 1.75 + 0.6 * np.exp(-np.arange(100) / 20.0)
    ranges = {losses_range(falling[: count + 1], np.full(count + 1, 1.75)) for count in range(100)}
    assert len(ranges) == 1


def test_short_histories_are_drawn_whole_and_long_ones_keep_their_spikes():
    assert thinned(np.arange(7.0)).tolist() == list(range(7))
    values = np.sin(np.arange(20_000) / 300.0)
    values[12_345], values[777] = 9.0, -9.0
    chosen = thinned(values, most=100)
    assert chosen.size <= 202
    assert (np.diff(chosen) > 0).all()
    assert {0, 777, 12_345, 19_999} <= set(chosen.tolist())


@pytest.mark.parametrize(
    ("values", "parts"),
    [
        ([1, 2], [(0, 2)]),
        ([np.inf, 1, 2, np.inf, 3], [(1, 3), (4, 5)]),
        ([np.inf], []),
    ],
)
def test_an_infinite_loss_parts_the_curve(values, parts):
    assert [(part.start, part.stop) for part in stretches(np.array(values, float))] == parts


def test_places_in_pixels():
    plot = HistoryPlot(50.0, 10.0, 200.0, 100.0, 20, Range(1.0, 3.0))
    assert plot.xs(np.array([0, 10, 20])).tolist() == [50.0, 150.0, 250.0]
    assert plot.ys(np.array([1.0, 2.0, 3.0, 9.0, np.inf, 0.0])).tolist() == [110.0, 60.0, 10.0, 10.0, 10.0, 110.0]
