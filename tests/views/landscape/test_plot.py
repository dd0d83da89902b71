"""Plots in pixels. Oracle: a box of 100 × 50 pixels for values by hand."""

import numpy as np
import pytest

from klscope.views.landscape.plot import MarkDrag, Plot, dense_at_ends
from klscope.views.painting.axes import Range

PLOT = Plot(10.0, 20.0, 110.0, 70.0, Range(0.0, 2.0), Range(0.0, 5.0))


def test_values_have_places():
    assert (PLOT.x(0.0), PLOT.x(1.0), PLOT.x(2.0)) == (10.0, 60.0, 110.0)
    assert (PLOT.y(0.0), PLOT.y(2.5), PLOT.y(5.0)) == (70.0, 45.0, 20.0)
    assert PLOT.y(np.inf) == 20.0
    assert PLOT.ys(np.array([np.inf, 6.0])).tolist() == [-30.0, 10.0]


def test_a_mark_stays_under_the_hand_and_inside():
    drag = MarkDrag(0.5, 40.0, PLOT)
    assert drag.value(40.0, (0.51,)) == 0.5
    assert drag.value(50.0) == pytest.approx(0.7)
    assert drag.value(-500.0) == 0.0
    assert drag.value(500.0) == 2.0


def test_a_mark_snaps_onto_lines():
    drag = MarkDrag(0.5, 40.0, PLOT)
    assert drag.value(61.5, (1.0,)) == 1.0
    assert drag.value(61.5) == pytest.approx(0.93)
    assert drag.value(60.5, (1.0,)) == pytest.approx(0.91)


def test_points_are_closer_at_the_ends():
    values = dense_at_ends(0.0, 3.0, 11)
    assert (values[0], values[-1]) == (0.0, 3.0)
    steps = np.diff(values)
    assert steps[0] < steps[4]
    assert steps == pytest.approx(steps[::-1])
