"""Curves of KL. Oracles: mpmath with 40 digits, closed forms at edges, and what dragging really does."""

import mpmath
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from klscope.theory.landscape import (
    binary_cross_entropy,
    binary_divergence,
    binary_entropy,
    divergences_along,
    longest_reach,
    point_along,
)
from klscope.theory.measures import cross_entropy, entropy

WEATHER_P, WEATHER_Q = np.array([4, 2, 1, 1]) / 8, np.array([1, 4, 2, 1]) / 8
WEIGHTS = st.lists(st.floats(1e-6, 1.0), min_size=3, max_size=6)
WEIGHTS_WITH_ZEROS = st.lists(st.one_of(st.just(0.0), st.floats(1e-3, 1.0)), min_size=4, max_size=4).filter(any)


def exactly(p, q):
    """Return KL with 40 digits."""
    pairs = [(mpmath.mpf(float(a)), mpmath.mpf(float(b))) for a, b in zip(p, q, strict=True) if a > 0]
    return float(mpmath.inf if any(b == 0 for _, b in pairs) else sum(a * mpmath.log(a / b) for a, b in pairs))


def normalised(weights):
    array = np.array(weights)
    return array / array.sum()


@pytest.mark.parametrize("p", [0.0, 1e-9, 0.1, 0.5, 0.75, 1.0])
@pytest.mark.parametrize("q", [1e-9, 0.25, 0.5, 0.9, 1 - 1e-9])
def test_two_categories(p, q):
    pair, other = [p, 1 - p], [q, 1 - q]
    assert float(binary_entropy(p)) == pytest.approx(entropy(pair), rel=1e-14)
    assert float(binary_cross_entropy(p, q)) == pytest.approx(cross_entropy(pair, other), rel=1e-7)
    assert float(binary_divergence(p, q)) == pytest.approx(exactly(pair, other), rel=1e-7, abs=1e-15)


@pytest.mark.parametrize("q", [0.05, 0.5, 0.8])
def test_the_cross_entropy_is_the_tangent_of_the_entropy(q):
    slope = float(mpmath.diff(lambda x: -x * mpmath.log(x) - (1 - x) * mpmath.log(1 - x), q))
    ps = np.linspace(0.0, 1.0, 7)
    tangent = float(binary_entropy(q)) + slope * (ps - q)
    assert binary_cross_entropy(ps, q) == pytest.approx(tangent, rel=1e-12)


def test_the_edges_of_two_categories():
    assert binary_entropy(np.array([0.0, 0.5, 1.0])).tolist() == [0.0, np.log(2), 0.0]
    assert binary_divergence(0.3, np.array([0.0, 1.0])).tolist() == [np.inf, np.inf]
    assert binary_divergence(0.0, np.array([0.0, 1.0])).tolist() == [0.0, np.inf]
    assert not np.signbit(binary_cross_entropy(1.0, 1.0))


def test_the_reach_is_where_the_first_category_vanishes():
    # weather: sunny grows, cloudy and rain shrink from 1/2 to 1/4 and from 1/4 to 1/8: both are 0 at t = 2
    assert longest_reach(WEATHER_Q, WEATHER_P) == 2.0
    assert point_along(WEATHER_Q, WEATHER_P, 2.0).tolist() == [0.875, 0.0, 0.0, 0.125]
    assert longest_reach(WEATHER_P, WEATHER_P) == np.inf
    assert longest_reach(np.array([0.5, 0.5]), np.array([0.0, 1.0])) == 1.0


@given(WEIGHTS_WITH_ZEROS, WEIGHTS_WITH_ZEROS)
def test_a_line_from_q_through_p_to_the_edge(first, second):
    q, p = normalised(first), normalised(second)
    assert point_along(q, p, 0.0).tolist() == q.tolist()
    assert point_along(q, p, 1.0).tolist() == p.tolist()
    reach = longest_reach(q, p)
    if np.isfinite(reach) and reach < 1e6:
        end = point_along(q, p, reach)
        assert (end[p < q] == 0.0).any()
        assert (end >= 0.0).all()
        assert end.sum() == pytest.approx(1.0, abs=1e-9)


@given(WEIGHTS, st.data())
def test_along_the_line_kl_is_least_at_p_and_what_it_is_at_each_point(first, data):
    second = data.draw(st.lists(st.floats(1e-6, 1.0), min_size=len(first), max_size=len(first)))
    q, p = normalised(first), normalised(second)
    ts = np.linspace(0.0, min(longest_reach(q, p), 5.0), 9)
    values = divergences_along(p, q, p, ts)
    assert (values >= 0.0).all()
    for t, value in zip(ts[:-1].tolist(), values.tolist(), strict=False):
        assert value == pytest.approx(exactly(p, point_along(q, p, t)), rel=1e-9, abs=1e-12)
    assert divergences_along(p, q, p, np.array([1.0]))[0] == pytest.approx(0.0, abs=1e-14)


def test_the_line_ends_infinitely_high_where_p_has_what_the_end_lacks():
    assert divergences_along(WEATHER_P, WEATHER_Q, WEATHER_P, np.array([2.0]))[0] == np.inf
    p, q = np.array([0.0, 0.5, 0.5]), np.array([0.5, 0.25, 0.25])
    assert divergences_along(p, q, p, np.array([0.0, 1.0])).tolist() == pytest.approx([np.log(2), 0.0])
