"""Quantities over the simplex. Oracles: mpmath at chosen points, closed forms at vertices, scipy's JS."""

import mpmath
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.spatial.distance import jensenshannon

from klscope.theory.simplex_grid import SimplexGrid

POINTS = np.array(
    [[1 / 3, 1 / 3, 1 / 3], [0.5, 0.25, 0.25], [0.9, 0.09, 0.01], [0.001, 0.002, 0.997], [0.2, 0.8, 0.0], [1.0, 0, 0]]
).T
GRID = SimplexGrid(POINTS)
P = np.array([0.5, 0.3, 0.2])
SINGLE = 2e-6


def product_sum(weights, values):
    """Return Σ w log v with 40 digits, −∞ where some v is 0 and its w is not."""
    pairs = [(mpmath.mpf(float(w)), mpmath.mpf(float(v))) for w, v in zip(weights, values, strict=True) if w > 0]
    return -mpmath.inf if any(v == 0 for _, v in pairs) else sum(w * mpmath.log(v) for w, v in pairs)


def kl(p, q):
    return float(product_sum(p, p) - product_sum(p, q))


def test_at_chosen_points():
    columns = POINTS.T
    assert GRID.entropies == pytest.approx([float(-product_sum(x, x)) for x in columns], abs=SINGLE)
    assert GRID.cross_entropies(P) == pytest.approx([float(-product_sum(P, x)) for x in columns], rel=SINGLE)
    assert GRID.divergences_from(P) == pytest.approx([kl(P, x) for x in columns], rel=1e-5, abs=SINGLE)
    assert GRID.divergences_to(P) == pytest.approx([kl(x, P) for x in columns], rel=1e-5, abs=SINGLE)
    expected = [jensenshannon(P, x) ** 2 for x in columns]
    assert GRID.jensen_shannon_divergences(P) == pytest.approx(expected, rel=1e-5, abs=SINGLE)


def test_vertices_and_edges_in_closed_form():
    corners = SimplexGrid(np.eye(3))
    certain = np.array([1.0, 0.0, 0.0])
    assert corners.entropies.tolist() == [0.0, 0.0, 0.0]
    assert corners.divergences_from(certain).tolist() == [0.0, np.inf, np.inf]
    assert corners.divergences_to(certain).tolist() == [0.0, np.inf, np.inf]
    assert corners.divergences_to(P) == pytest.approx(-np.log(P), rel=SINGLE)
    assert corners.jensen_shannon_divergences(certain) == pytest.approx([0.0, np.log(2), np.log(2)], rel=SINGLE)


def test_an_edge_is_finite_where_p_is_zero_too():
    edge = SimplexGrid(np.array([[0.5], [0.5], [0.0]]))
    assert edge.divergences_from(np.array([0.5, 0.5, 0.0])).tolist() == pytest.approx([0.0], abs=SINGLE)
    assert edge.divergences_to(np.array([0.5, 0.5, 0.0])).tolist() == pytest.approx([0.0], abs=SINGLE)
    assert edge.divergences_from(P).tolist() == [np.inf]


@given(st.lists(st.one_of(st.just(0.0), st.floats(1e-6, 1.0)), min_size=3, max_size=3).filter(any))
def test_divergences_are_never_negative_and_zero_at_their_own_point(weights):
    own = np.array(weights) / np.sum(weights)
    grid = SimplexGrid(np.column_stack([own, POINTS]))
    for found in (grid.divergences_from(own), grid.divergences_to(own), grid.jensen_shannon_divergences(own)):
        assert (found >= 0.0).all()
        assert not np.isnan(found).any()
        assert found[0] == pytest.approx(0.0, abs=SINGLE)


@pytest.mark.parametrize("rarely", [1e-60, 1e-46, 5e-324])
def test_what_happens_ever_so_rarely_is_infinite_at_the_edge_and_a_number_everywhere(rarely):
    p = np.array([0.7, rarely, 0.3])
    for found in (GRID.cross_entropies(p), GRID.divergences_from(p)):
        assert not np.isnan(found).any()
        assert np.isposinf(found[-1])  # the vertex of the first category: the second is 0 there
        assert np.isfinite(found[:4]).all()
