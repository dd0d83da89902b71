"""Merging categories: the chain rule and the data-processing inequality, against mpmath on exact rationals."""

import math
from fractions import Fraction

import mpmath
import numpy as np
import pytest
from drawn_weights import pairs, plain_weight, positive_weight, thorough
from hypothesis import assume, given
from hypothesis import strategies as st
from measures_oracle import EPSILON, error

from klscope.theory import editing_categories
from klscope.theory.distribution import Distribution
from klscope.theory.grouping import agree_merged, group, merged
from klscope.theory.measures import measure

BIT = math.log(2.0)
P, Q = np.array([0.5, 0.25, 0.125, 0.125]), np.array([0.125, 0.5, 0.25, 0.125])


def distributions(weights):
    return [Distribution.from_weights(one).probabilities for one in weights]


def rationals(values):
    exact = [Fraction(value) for value in values.tolist()]
    return [value / sum(exact) for value in exact]


def divergence(p, q):
    """Return the sum of p log(p/q) of rationals, as an mpf or mpmath.inf."""
    if any(left and not right for left, right in zip(p, q, strict=True)):
        return mpmath.inf
    number = mpmath.mpf
    parts = (
        number(left.numerator)
        / left.denominator
        * mpmath.log(number((left / right).numerator) / (left / right).denominator)
        for left, right in zip(p, q, strict=True)
        if left and left != right
    )
    return sum(parts, number(0))


def inside(p, q, indices):
    """Return P(g)·D(P|g‖Q|g) by the definition, an mpf."""
    p, q = rationals(p), rationals(q)
    p_mass, q_mass = (sum(one[index] for index in indices) for one in (p, q))
    if not p_mass:
        return mpmath.mpf(0)
    if not q_mass:
        return mpmath.inf
    conditional = divergence([p[index] / p_mass for index in indices], [q[index] / q_mass for index in indices])
    return mpmath.mpf(p_mass.numerator) / p_mass.denominator * conditional


@st.composite
def groups(draw, weights=plain_weight):
    """P, Q and the indices of a group."""
    p, q = distributions(draw(pairs(weights).filter(lambda pair: len(pair[0]) > 1)))
    indices = draw(st.lists(st.integers(0, p.size - 1), min_size=1, max_size=p.size, unique=True))
    return p, q, indices


def test_weather_by_hand():
    # sunny and rain: P 5/8, Q 3/8; 5/8·log₂ 5/3 + ¼·(−1) + 0 is left of 5/8
    found = group(P, Q, (0, 2))
    left = 0.625 * math.log2(5 / 3) - 0.25
    assert found.kl_divergence / BIT == pytest.approx(left, rel=1e-14)
    assert found.kl_inside / BIT == pytest.approx(0.625 - left, rel=1e-14)
    assert found.entropy_p / BIT == pytest.approx(0.625 * math.log2(1.6) + 0.5 + 0.375, rel=1e-14)
    assert found.cross_entropy / BIT == pytest.approx(0.625 * math.log2(8 / 3) + 0.25 + 0.375, rel=1e-14)
    assert (found.probability_p, found.probability_q) == (0.625, 0.375)


@thorough
@given(groups())
def test_the_part_inside_is_true_to_the_oracle(situation):
    p, q, indices = situation
    with mpmath.workprec(600):
        truth = inside(p, q, indices) if len(indices) > 1 else 0
        assert error(group(p, q, indices).kl_inside, truth) <= 20.0


@thorough
@given(groups(positive_weight), st.lists(st.integers(-3, 3), min_size=8, max_size=8))
def test_the_part_inside_keeps_its_digits_where_p_and_q_nearly_agree(situation, steps):
    p, _, indices = situation
    q = p * (1.0 + np.array(steps[: p.size]) * EPSILON)
    with mpmath.workprec(600):
        assert error(group(p, q, indices).kl_inside, inside(p, q, indices)) <= 20.0


@thorough
@given(groups())
def test_what_is_left_is_true_to_the_oracle_of_the_merged(situation):
    p, q, indices = situation
    found, sums = group(p, q, indices), [merged(one, indices) for one in (p, q)]
    if agree_merged(p, q, indices):
        assert found.kl_divergence == 0.0
        return
    with mpmath.workprec(600):
        truth = divergence(*(rationals(one) for one in sums))
        assert error(found.kl_divergence, truth) <= 16.0
    assert found.entropy_p == measure(*sums).entropy_p
    assert found.cross_entropy == measure(*sums).cross_entropy


@thorough
@given(groups())
def test_it_never_rises_and_the_chain_rule_holds(situation):
    p, q, indices = situation
    before, found = measure(p, q), group(p, q, indices)
    assert found.kl_inside >= 0.0
    assert found.kl_divergence <= before.kl_divergence * (1 + 1e-12) + 1e-15
    assert found.entropy_p <= before.entropy_p * (1 + 1e-12)
    assert found.cross_entropy <= before.cross_entropy * (1 + 1e-12) + 1e-15
    together = found.kl_before
    assert together == before.kl_divergence or together == pytest.approx(before.kl_divergence, rel=1e-12, abs=1e-15)


@thorough
@given(groups(positive_weight), st.floats(0.01, 0.99))
def test_nothing_is_lost_where_p_and_q_agree_inside(situation, share):
    p, _, indices = situation
    assume(len(indices) < p.size)
    chosen = np.isin(np.arange(p.size), indices)
    q = np.where(chosen, p * 0.5, p)  # an exact factor: the ratios inside stay to the bit
    q[~chosen] *= share
    assert group(p, q, indices).kl_inside == 0.0


@thorough
@given(groups())
def test_merging_in_the_program_gives_what_was_measured(situation):
    p, q, indices = situation
    sums = [editing_categories.merge(Distribution(one), indices).probabilities for one in (p, q)]
    np.testing.assert_array_equal(sums[0], merged(p, indices))
    if not agree_merged(p, q, indices):
        assert group(p, q, indices).kl_divergence == measure(*sums).kl_divergence


@pytest.mark.parametrize(
    ("p", "q", "indices", "left", "lost"),
    [
        ([0.5, 0.25, 0.25], [0.5, 0.5, 0.0], (1, 2), 0.0, math.inf),  # the model has a word for the group
        ([0.5, 0.25, 0.25], [0.5, 0.5, 0.0], (0, 1), math.inf, 0.75),  # not for what stays outside
        ([0.5, 0.25, 0.25], [1.0, 0.0, 0.0], (1, 2), math.inf, math.inf),  # nor for the group as a whole
        ([1.0, 0.0, 0.0], [0.5, 0.25, 0.25], (1, 2), 1.0, 0.0),  # P gives the group nothing
        ([1.0, 0.0, 0.0], [1.0, 0.0, 0.0], (1, 2), 0.0, 0.0),
        ([0.5, 0.25, 0.25], [0.25, 0.5, 0.25], (0, 1, 2), 0.0, 0.25),  # all of it is inside
        ([0.5, 0.25, 0.25], [0.25, 0.5, 0.25], (1,), 0.25, 0.0),  # a group of one
    ],
)
def test_the_corners(p, q, indices, left, lost):
    found = group(np.array(p), np.array(q), indices)
    assert found.kl_divergence / BIT == pytest.approx(left, abs=1e-15)
    if (p, indices) == ([0.5, 0.25, 0.25], (0, 1)):
        # ¾·(⅔ log₂(⅔ / ½) + ⅓ log₂(⅓ / ½))
        lost = 0.75 * (2 / 3 * math.log2(4 / 3) + 1 / 3 * math.log2(2 / 3))
    assert found.kl_inside / BIT == pytest.approx(lost, rel=1e-14)


def test_sums_that_are_one_number_on_paper_are_one():
    p, q = np.array([0.1, 0.2, 0.7]), np.array([0.15, 0.15, 0.7])
    assert math.fsum([0.1, 0.2]) != math.fsum([0.15, 0.15])
    assert agree_merged(p, q, (0, 1))
    assert group(p, q, (0, 1)).kl_divergence == 0.0
    assert not agree_merged(p, q, (0, 2))
    assert not agree_merged(p, np.array([0.15, 0.1500001, 0.6999999]), (0, 1))


def test_nothing_that_is_given_is_changed():
    before = P.tobytes(), Q.tobytes()
    group(P, Q, (0, 1))
    assert (P.tobytes(), Q.tobytes()) == before
