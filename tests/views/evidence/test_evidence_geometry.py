"""Where running means stand: numbers against the definitions of a logarithmic and a linear axis."""

import math
from itertools import pairwise

import numpy as np
import pytest

from klscope.theory.sampling import RunningMean
from klscope.views.evidence.evidence_geometry import (
    MeanArea,
    band,
    finite_part,
    mean_range,
    most_samples,
    number_places,
)
from klscope.views.painting.axes import Range

AREA = MeanArea(left=50.0, top=40.0, width=300.0, height=100.0, most=1_000, shown=Range(1.0, 3.0))


def mean_of(means, errors=None, numbers=None):
    size = len(means)
    numbers = range(1, size + 1) if numbers is None else numbers
    return RunningMean(np.array(numbers), np.array(means), np.array(errors if errors else [np.nan] * size))


@pytest.mark.parametrize(
    ("count", "most"), [(0, 10), (1, 10), (10, 10), (11, 20), (21, 50), (100, 100), (2_300, 5_000), (100_000, 100_000)]
)
def test_the_axis_runs_to_a_round_number(count, most):
    assert most_samples(count) == most


def test_numbers_stand_by_their_logarithm():
    assert AREA.xs(np.array([1, 10, 100, 1_000])) == pytest.approx([50.0, 150.0, 250.0, 350.0])
    assert AREA.xs(np.array([2]))[0] == pytest.approx(50.0 + 100.0 * math.log10(2.0))
    assert [number for _, number in AREA.decades] == [1, 10, 100, 1_000]
    assert [x for x, _ in AREA.decades] == pytest.approx([50.0, 150.0, 250.0, 350.0])


def test_means_stand_upwards_and_infinity_is_a_place_all_the_same():
    assert AREA.ys(np.array([1.0, 2.0, 3.0])).tolist() == [140.0, 90.0, 40.0]
    assert AREA.y(2.5) == 65.0
    assert np.isfinite(AREA.ys(np.array([np.inf, -np.inf, 1e300]))).all()


def test_the_range_holds_all_means_and_what_they_tend_to():
    shown = mean_range(mean_of([1.0, 4.0, np.inf]), 2.5)
    assert shown.low == pytest.approx(1.0 - 0.24)
    assert shown.high == pytest.approx(4.0 + 0.24)
    assert mean_range(mean_of([1.0, 2.0]), 5.0).holds(5.0)
    assert mean_range(mean_of([1.0, 2.0]), np.inf).high < 3.0


@pytest.mark.parametrize("value", [0.0, 2.0, -3.0, 1e-20])
def test_one_number_stands_in_the_middle(value):
    shown = mean_range(mean_of([value, value]), value)
    assert shown.low < value < shown.high
    assert (shown.low + shown.high) / 2 == pytest.approx(value)
    assert mean_range(mean_of([]), np.inf) == Range(0.0, 1.0)


def test_the_band_goes_along_the_top_and_back_along_the_foot():
    mean = mean_of([2.0, 2.0, 1.5, np.inf], [np.nan, 0.5, 0.25, np.nan], [1, 10, 100, 1_000])
    xs, ys = band(AREA, mean)
    assert xs == pytest.approx([150.0, 250.0, 250.0, 150.0])
    assert ys == pytest.approx([AREA.y(3.0), AREA.y(2.0), AREA.y(1.0), AREA.y(1.0)])
    assert finite_part(mean) == 3


@pytest.mark.parametrize("most", [10, 50, 1000, 2000, 10**6])
def test_the_last_number_stays_under_its_plot_and_others_where_they_have_room(most):
    area = MeanArea(50.0, 40.0, 200.0, 80.0, most, Range(0.0, 1.0))
    widths = [*(8.0 * (place + 1) for place in range(len(area.decades) - 1)), 80.0]
    places = number_places(area, widths)
    assert [places[0][0], places[-1][0]] == [0, len(widths) - 1]
    assert places[-1][1] + 40.0 <= area.right
    ends = [(middle - widths[place] / 2, middle + widths[place] / 2) for place, middle in places]
    assert all(one[1] < other[0] for one, other in pairwise(ends))
