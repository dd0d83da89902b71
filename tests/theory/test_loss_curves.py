"""Losses along the path of one bar.

Oracles: the path in rationals by the rule of `editing`, written anew; mpmath's −Σ p log q, 1 − Σ pq and
Σ p Σ (δ − q)² applied to it; mpmath's derivative; a grid for minima; P = (.7, .3) by hand.
"""

import math
from fractions import Fraction

import mpmath
import numpy as np
import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st
from locked_bars import WEATHER, bars, locks_of, others, positive, positive_or_zero

from klscope.theory import editing
from klscope.theory.distribution import Distribution
from klscope.theory.loss_curves import BarPath, PathLosses, Rule
from klscope.theory.measures import measure

SOFT = np.array([0.7, 0.3])


@st.composite
def situations(draw, weights=positive_or_zero):
    """P, and Q with locks and a bar that can move."""
    q, locks, index = draw(bars(weights))
    p = draw(st.lists(weights, min_size=q.n, max_size=q.n).filter(any))
    return Distribution.from_weights(p).probabilities, q, locks, index


def along(q, locks, index, value):
    """Return Q with ``index`` at ``value``, in rationals."""
    old = [Fraction(one) for one in q.probabilities.tolist()]
    sharers = others(locks, index)
    total = sum((old[place] for place in sharers), Fraction(0))
    rest = 1 - Fraction(value) - sum((old[place] for place in np.flatnonzero(locks) if place != index), Fraction(0))
    new = list(old)
    new[index] = Fraction(value)
    for place in sharers:
        new[place] = rest * (old[place] / total if total else Fraction(1, len(sharers)))
    return new


def by_definition(rule, p, q):
    """Return the expected loss of q, numbers of mpmath, in nats."""
    if rule is Rule.LOG:
        if any(one > 0 and other <= 0 for one, other in zip(p, q, strict=True)):
            return mpmath.inf
        return -sum(one * mpmath.log(other) for one, other in zip(p, q, strict=True) if one > 0)
    if rule is Rule.LINEAR:
        return sum(one * (1 - other) for one, other in zip(p, q, strict=True))
    n = range(len(p))
    return sum(p[i] * sum(((i == j) - q[j]) ** 2 for j in n) for i in n)


def numbers_of(values):
    return [mpmath.mpf(value.numerator) / value.denominator for value in map(Fraction, values)]


def losses_of(p, q, locks, index):
    return PathLosses.of(p, BarPath.of(q, locks, index))


@given(situations(), st.floats(0.0, 1.0))
def test_a_path_is_what_dragging_does(situation, part):
    _, q, locks, index = situation
    path = BarPath.of(q, locks, index)
    assert path.ceiling == editing.ceiling(q, locks, index)
    assert path.is_movable
    value = part * path.ceiling
    moved = editing.set_probability(q, locks, index, value)
    assert path.at(value) == pytest.approx(moved.probabilities, abs=1e-14)
    assert path.passes(moved.probabilities)
    again = BarPath.of(moved, locks, index)
    if path.ceiling - value > 1e-3:
        assert again.ratios == pytest.approx(path.ratios, abs=1e-9)


def test_squeezed_sharers_keep_their_path():
    squeezed = editing.set_probability(WEATHER, editing.no_locks(4), 0, 1.0)
    path = BarPath.of(squeezed, editing.no_locks(4), 0)
    assert path.ratios.tolist() == [0.0, 0.5, 0.25, 0.25]
    never = BarPath.of(Distribution([1.0, 0.0, 0.0]), editing.no_locks(3), 0)
    assert never.ratios.tolist() == [0.0, 0.5, 0.5]


def test_another_distribution_is_not_on_the_path():
    path = BarPath.of(WEATHER, editing.no_locks(4), 0)
    assert path.passes(WEATHER.probabilities)
    assert not path.passes(np.array([0.5, 0.125, 0.25, 0.125]))


def test_without_a_partner_there_is_no_path():
    path = BarPath.of(WEATHER, locks_of(4, 1, 2, 3), 0)
    assert not path.is_movable
    assert path.ceiling == 0.5
    losses = PathLosses.of(WEATHER.probabilities, path)
    assert [losses.least(rule) for rule in Rule] == [None, None, None]
    assert losses.loss(Rule.LOG, 0.5) == pytest.approx(1.75 * math.log(2.0))


@pytest.mark.parametrize("rule", Rule)
@given(situations(), st.floats(0.0, 1.0) | st.sampled_from([0.0, 1.0]))
def test_losses_are_those_of_the_definition(rule, situation, part):
    p, q, locks, index = situation
    losses = losses_of(p, q, locks, index)
    value = part * losses.ceiling
    left = along(q, locks, index, value)
    assume(value == losses.ceiling or losses.ceiling - value > 1e-6)  # the sum of locked ones is a rounded one
    if value == losses.ceiling:
        left = [max(one, Fraction(0)) if abs(one) > Fraction(1, 10**15) else Fraction(0) for one in left]
    with mpmath.workdps(40):
        expected = by_definition(rule, numbers_of(p.tolist()), numbers_of(left))
    assert losses.loss(rule, value) == pytest.approx(float(expected), rel=1e-9, abs=1e-10)


@pytest.mark.parametrize("rule", Rule)
@given(situations(positive), st.floats(0.01, 0.99))
def test_slopes_are_derivatives(rule, situation, part):
    p, q, locks, index = situation
    losses = losses_of(p, q, locks, index)
    value = part * losses.ceiling
    assume(losses.ceiling > 1e-3)
    path = BarPath.of(q, locks, index)
    with mpmath.workdps(40):
        exact_p, held, ratios = (numbers_of(values.tolist()) for values in (p, path.held, path.ratios))

        def loss(x):
            point = [one + (path.ceiling - x) * other for one, other in zip(held, ratios, strict=True)]
            point[index] = x
            return by_definition(rule, exact_p, point)

        expected = mpmath.diff(loss, mpmath.mpf(value))
    # Brier's definition counts ΣP as it is, 1 but for rounding
    assert losses.slope(rule, value) == pytest.approx(float(expected), rel=1e-9, abs=1e-9)


@pytest.mark.parametrize("rule", Rule)
@given(situations())
@example((np.array([0.2, 0.0, 0.8]), Distribution([0.2, 0.0, 0.8]), locks_of(3, 0), 2))
def test_nothing_costs_less_than_the_least(rule, situation):
    losses = losses_of(*situation)
    grid = losses.losses(rule, np.linspace(0.0, losses.ceiling, 501))
    least = losses.least(rule)
    if least is None:
        assert np.ptp(grid[np.isfinite(grid)]) <= 1e-11 if np.isfinite(grid).any() else True
        return
    assert 0.0 <= least <= losses.ceiling
    assert losses.loss(rule, least) <= grid.min() + 1e-12
    if 1e-3 < least < losses.ceiling - 1e-3:
        assert losses.slope(rule, least) == pytest.approx(0.0, abs=1e-9)


@given(situations(positive))
def test_honesty_is_best_with_the_log_whatever_the_others_are(situation):
    p, q, _, index = situation
    losses = losses_of(p, q, editing.no_locks(q.n), index)
    assert losses.least(Rule.LOG) == p[index]
    assert losses.least(Rule.LINEAR) in (0.0, 1.0, None)


@given(situations(positive), st.floats(0.0, 0.99))
def test_honesty_is_best_with_brier_where_the_others_stand_in_ps_ratios(situation, value):
    p, _, _, index = situation
    locks = editing.no_locks(p.size)
    moved = editing.set_probability(Distribution(p), locks, index, value)
    assert losses_of(p, moved, locks, index).least(Rule.BRIER) == pytest.approx(p[index], abs=1e-9)


def test_with_more_than_two_brier_is_not_least_at_p_else():
    q = Distribution([0.125, 0.5, 0.25, 0.125])
    losses = losses_of(WEATHER.probabilities, q, editing.no_locks(4), 0)
    # by hand: r = (4, 2, 1)/7, so g = Σ P·r and ρ = Σ r², and the least is at (p − g + ρ)/(1 + ρ)
    g, rho = Fraction(2 * 4 + 1 * 2 + 1 * 1, 8 * 7), Fraction(21, 49)
    assert losses.least(Rule.BRIER) == pytest.approx(float((Fraction(1, 2) - g + rho) / (1 + rho)))
    assert losses.least(Rule.LOG) == 0.5


def test_locks_leave_ps_share_of_what_is_free():
    losses = losses_of(np.array([0.5, 0.3, 0.2]), Distribution([0.3, 0.3, 0.4]), locks_of(3, 2), 0)
    assert losses.ceiling == pytest.approx(0.6)
    assert losses.least(Rule.LOG) == pytest.approx(0.6 * 0.5 / 0.8)
    all_locked_away = losses_of(np.array([0.0, 0.0, 1.0]), Distribution([0.3, 0.3, 0.4]), locks_of(3, 2), 0)
    assert all_locked_away.least(Rule.LOG) is None
    assert all_locked_away.slope(Rule.LOG, 0.0) == all_locked_away.slope(Rule.LOG, all_locked_away.ceiling) == 0.0


def test_what_happens_without_a_word_for_it_costs_infinitely_all_along():
    losses = losses_of(np.array([0.5, 0.25, 0.25]), Distribution([0.5, 0.5, 0.0]), editing.no_locks(3), 0)
    assert np.isinf(losses.losses(Rule.LOG, np.linspace(0.0, 1.0, 5))).all()
    assert losses.least(Rule.LOG) is None
    assert math.isnan(losses.slope(Rule.LOG, 0.5))
    assert math.isfinite(losses.loss(Rule.LINEAR, 0.5))


@pytest.mark.parametrize(
    ("value", "linear", "log", "slope"),
    [(0.7, 0.42, 0.6109, 0.0), (0.9, 0.34, 0.7645, 0.3 / 0.1 - 0.7 / 0.9), (1.0, 0.30, math.inf, math.inf)],
)
def test_lying_pays_by_the_linear_rule_and_not_by_the_log(value, linear, log, slope):
    losses = losses_of(SOFT, Distribution([0.5, 0.5]), editing.no_locks(2), 0)
    assert losses.loss(Rule.LINEAR, value) == pytest.approx(linear, abs=1e-12)  # 1 − ΣPQ: −.58, −.66, −.70
    assert losses.loss(Rule.LOG, value) == pytest.approx(log, abs=5e-5)
    assert losses.slope(Rule.LOG, value) == pytest.approx(slope, abs=1e-12)
    assert losses.least(Rule.LINEAR) == 1.0
    assert losses.least(Rule.BRIER) == pytest.approx(0.7)


def test_a_certain_category_wrong_is_an_infinite_slope():
    losses = losses_of(np.array([1.0, 0.0]), Distribution([0.5, 0.5]), editing.no_locks(2), 0)
    assert losses.slope(Rule.LOG, 0.0) == -math.inf
    assert losses.slope(Rule.LOG, 0.01) == pytest.approx(-100.0)
    assert losses.slope(Rule.LINEAR, 0.01) == -1.0
    assert losses.loss(Rule.LOG, 1.0) == 0.0
    assert losses.slope(Rule.LOG, 1.0) == -1.0
    assert [losses.least(rule) for rule in Rule] == [1.0, 1.0, 1.0]


def test_flat_and_sloping_losses_are_distinguished():
    q = Distribution([0.2, 0.4, 0.4])
    flat = losses_of(np.array([0.25, 0.25, 0.5]), Distribution([0.5, 0.5, 0.0]), editing.no_locks(3), 0)
    assert flat.least(Rule.LINEAR) is None
    assert losses_of(np.array([1, 1, 1]) / 3, q, editing.no_locks(3), 0).least(Rule.LINEAR) is None


@given(situations())
def test_the_log_loss_is_the_cross_entropy(situation):
    p, q, locks, index = situation
    value = float(q.probabilities[index])
    known = measure(p, q.probabilities).cross_entropy
    losses = losses_of(p, q, locks, index)
    assume(losses.ceiling - value > 1e-3 or value == losses.ceiling)
    assert losses.loss(Rule.LOG, value) == pytest.approx(known, rel=1e-9, abs=1e-10)


@pytest.mark.parametrize("locked", [False, True])
def test_where_the_log_loss_is_least_it_is_finite(locked):
    p = Distribution.from_weights([1.0, 1e-20, 0.0]).probabilities
    locks = np.array([False, False, locked])
    losses = PathLosses.of(p, BarPath.of(Distribution([0.5, 0.5, 0.0]), locks, 0))
    least = losses.least(Rule.LOG)
    assert least < losses.ceiling == 1.0
    assert np.isfinite(losses.loss(Rule.LOG, least))
