"""Where distributions stand in a triangle. Oracle: elementary geometry, and the nearest of many points."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from klscope.views.landscape.simplex_geometry import PointDrag, Triangle, onto_simplex

TRIANGLE = Triangle(20.0, 30.0, 200.0)
DISTRIBUTIONS = st.tuples(*[st.floats(0.0, 1.0)] * 3).filter(lambda values: sum(values) > 0.1)


def normalised(values):
    array = np.array(values)
    return array / array.sum()


def test_the_vertices_are_the_certain_distributions():
    assert TRIANGLE.place(np.array([1.0, 0, 0])) == pytest.approx((120.0, 30.0))
    assert TRIANGLE.place(np.array([0, 1.0, 0])) == pytest.approx((20.0, 30.0 + 100.0 * np.sqrt(3)))
    assert TRIANGLE.place(np.array([0, 0, 1.0])) == pytest.approx((220.0, 30.0 + 100.0 * np.sqrt(3)))
    assert TRIANGLE.place(np.full(3, 1 / 3)) == pytest.approx((120.0, 30.0 + 200.0 / np.sqrt(3)))


@given(DISTRIBUTIONS)
def test_there_and_back_to_round_off(weights):
    values = normalised(weights)
    assert TRIANGLE.values(*TRIANGLE.place(values)) == pytest.approx(values, abs=1e-14)


@given(st.floats(-300, 600), st.floats(-300, 600))
def test_what_is_outside_comes_to_the_nearest_point_of_the_edge(x, y):
    nearest = onto_simplex(TRIANGLE.values(x, y))
    assert (nearest >= 0.0).all()
    assert nearest.sum() == pytest.approx(1.0, abs=1e-12)
    found = np.hypot(*(np.array(TRIANGLE.place(nearest)) - (x, y)))
    corners = TRIANGLE.vertices
    parts = np.linspace(0.0, 1.0, 201)[:, None]
    edges = np.concatenate([corners[i] * (1 - parts) + corners[j] * parts for i, j in ((0, 1), (1, 2), (2, 0))])
    inside = (TRIANGLE.values(x, y) >= 0.0).all()
    least = 0.0 if inside else np.hypot(*(edges - (x, y)).T).min()
    assert found == pytest.approx(least, abs=0.6)
    assert inside or nearest.min() == 0.0


def test_the_grid_has_the_values_at_the_middles_of_pixels():
    grid = TRIANGLE.grid(1.0)
    assert grid.shape == (3, 174, 200)
    assert grid[:, 100, 99] == pytest.approx(TRIANGLE.values(119.5, 130.5))
    assert (grid[:, 0, 0] < 0.0).any()
    assert TRIANGLE.grid(2.0).shape == (3, 347, 400)


def test_a_drag_keeps_its_distance_from_the_pointer():
    start = np.array([0.2, 0.3, 0.5])
    x, y = TRIANGLE.place(start)
    drag = PointDrag(start, x + 5.0, y - 3.0, TRIANGLE)
    assert drag.values(x + 5.0, y - 3.0) is start
    moved = drag.values(x + 15.0, y - 20.0)
    assert TRIANGLE.place(moved) == pytest.approx((x + 10.0, y - 17.0))


def test_far_outside_a_category_is_zero_exactly():
    drag = PointDrag(np.full(3, 1 / 3), 120.0, 145.0, TRIANGLE)
    assert drag.values(120.0, 1000.0)[0] == 0.0
    assert drag.values(120.0, -1000.0).tolist() == [1.0, 0.0, 0.0]


def test_it_snaps_within_four_pixels():
    start, other = np.array([0.5, 0.25, 0.25]), np.array([0.25, 0.5, 0.25])
    x, y = TRIANGLE.place(start)
    to_x, to_y = TRIANGLE.place(other)
    drag = PointDrag(start, x, y, TRIANGLE)
    assert drag.snapped(drag.values(to_x + 3.9, to_y), other) is other
    beside = drag.values(to_x + 4.1, to_y)
    assert drag.snapped(beside, other) is beside
    assert drag.snapped(start, start.copy()) is start
