"""The measures where they are zero, infinite and in between, and the theorems that hold between them."""

import math
from fractions import Fraction

import numpy as np
import pytest
from drawn_weights import any_weight, count, pairs, plain_weight, positive_weight, thorough, weights_of
from hypothesis import assume, given
from hypothesis import strategies as st
from measures_oracle import BOUNDS, EPSILON, MEASURES, NEGLIGIBLE

from klscope.theory.measures import measure

BIT = math.log(2.0)
SYMMETRIC = ("jensen_shannon_divergence", "total_variation_distance", "hellinger_distance")
REVERSE = {
    "entropy_p": "entropy_q",
    "cross_entropy": "reverse_cross_entropy",
    "kl_divergence": "reverse_kl_divergence",
}


# zero, infinite and in between


@thorough
@given(st.one_of(weights_of(5, any_weight), weights_of(5, count)))
def test_a_distribution_is_at_no_distance_from_itself(weights):
    found = measure(weights, weights)
    assert [found.kl_divergence, found.reverse_kl_divergence, *(getattr(found, name) for name in SYMMETRIC)] == [
        0.0
    ] * 5
    assert found.kl_terms.tolist() == [0.0] * 5


@pytest.mark.parametrize("smallest", [1.279189550225121e-15, 5e-324, 1e-300])
def test_a_weight_whose_square_root_is_zero_is_at_no_distance_from_itself(smallest):
    weights = [2.0**1023] * 3 + [smallest]
    assert measure(weights, weights).hellinger_distance == 0.0


@thorough
@given(weights_of(5, st.integers(0, 2**40)), st.integers(1, 4095))
def test_proportional_weights_are_one_distribution(weights, factor):
    found = measure(weights, [value * factor for value in weights])
    assert [found.kl_divergence, found.reverse_kl_divergence, *(getattr(found, name) for name in SYMMETRIC)] == [
        0.0
    ] * 5


@pytest.mark.parametrize("scale", [2.0**1000, 2.0**-1000])
def test_proportional_weights_with_denormals_are_one_distribution(scale):
    found = measure([1.0 * scale, 5e-324, 1e-310], [3.0 * scale, 15e-324, 3e-310])
    assert found.total_variation_distance == 0.0
    assert found.kl_divergence == 0.0


@thorough
@given(pairs(any_weight, most=5))
def test_infinite_exactly_where_something_is_impossible(weights):
    p, q = weights
    found = measure(p, q)
    lacking = [left > 0 and right == 0 for left, right in zip(p, q, strict=True)]
    assert math.isinf(found.kl_divergence) == any(lacking)
    assert math.isinf(found.cross_entropy) == any(lacking)
    assert np.isposinf(found.kl_terms).tolist() == lacking
    assert np.isposinf(found.cross_entropy_terms).tolist() == lacking
    assert not np.isnan([getattr(found, name) for name in MEASURES]).any()


def test_what_normalising_would_lose_is_decided_on_the_weights():
    """The share of the denormal is 1e-632: no float64, but not 0. By hand: log(1e308/5e-324)."""
    found = measure([1.0, 1.0], [1e308, 5e-324])
    assert math.isfinite(found.kl_divergence)
    assert found.cross_entropy == pytest.approx(0.5 * (math.log(1e308) - math.log(5e-324)), rel=1e-14)


def test_no_result_is_a_negative_zero():
    found = measure([1.0, 0.0], [3.0, 0.0])
    numbers = [getattr(found, name) for name in MEASURES]
    terms = np.concatenate((found.entropy_terms, found.cross_entropy_terms, found.kl_terms))
    assert not np.signbit(numbers).any()
    assert not np.signbit(terms).any()


def test_a_cross_perplexity_beyond_float64_is_infinite():
    found = measure([1.0, 5e-324], [5e-324, 1.7e308])
    assert math.isfinite(found.cross_entropy)
    assert found.cross_perplexity == math.inf


# theorems


@thorough
@given(pairs(plain_weight))
def test_the_inequalities_between_the_measures(weights):
    found = measure(*weights)
    slack = 1 + 1e-12
    variation, hellinger = found.total_variation_distance, found.hellinger_distance
    assert found.entropy_p <= math.log(len(weights[0])) * slack
    assert 2 * variation**2 <= found.kl_divergence * slack  # Pinsker
    assert hellinger**2 <= variation * slack  # Le Cam
    assert variation <= hellinger * math.sqrt(2) * slack
    assert found.jensen_shannon_divergence <= BIT * min(variation, 1.0) * slack  # Lin 1991, theorem 3
    assert variation <= 1.0
    assert hellinger <= 1.0


@thorough
@given(pairs(plain_weight))
def test_cross_entropy_is_entropy_plus_divergence(weights):
    found = measure(*weights)
    assert found.cross_entropy == pytest.approx(found.entropy_p + found.kl_divergence, rel=1e-14, abs=1e-14)


@thorough
@given(pairs(plain_weight))
def test_the_terms_sum_to_the_measures(weights):
    found = measure(*weights)
    assert math.fsum(found.entropy_terms) == pytest.approx(found.entropy_p, rel=1e-14)
    assert math.fsum(found.cross_entropy_terms) == pytest.approx(found.cross_entropy, rel=1e-14)
    assert math.fsum(found.kl_terms) == pytest.approx(found.kl_divergence, rel=1e-14, abs=1e-14)


@thorough
@given(pairs(positive_weight), st.randoms(use_true_random=False))
def test_the_order_of_the_outcomes_does_not_matter(weights, rng):
    both = list(zip(*weights, strict=True))
    shuffled = list(both)
    rng.shuffle(shuffled)
    before, after = measure(*weights), measure(*zip(*shuffled, strict=True))
    for name in MEASURES:
        assert getattr(after, name) == pytest.approx(getattr(before, name), rel=2 * BOUNDS[name] * EPSILON, abs=0)


@thorough
@given(pairs(any_weight, most=5))
def test_swapping_p_and_q_swaps_the_measures(weights):
    p, q = weights
    there, back = measure(p, q), measure(q, p)
    for name in MEASURES:
        other = name if name in SYMMETRIC else REVERSE.get(name)
        if other:
            assert getattr(there, name) == pytest.approx(
                getattr(back, other), rel=2 * BOUNDS[name] * EPSILON, abs=NEGLIGIBLE[name]
            )


@thorough
@given(pairs(positive_weight), st.integers(-900, 900), st.integers(-900, 900))
def test_a_power_of_two_on_the_weights_changes_nothing(weights, left, right):
    p, q = weights
    before = measure(p, q)
    after = measure([math.ldexp(value, left) for value in p], [math.ldexp(value, right) for value in q])
    assert [getattr(after, name) for name in MEASURES] == [getattr(before, name) for name in MEASURES]


@thorough
@given(pairs(plain_weight))
def test_merging_two_outcomes_never_moves_p_and_q_apart(weights):
    """The data-processing inequality, Cover and Thomas §2.8; in sums of exact fractions."""
    p, q = ([Fraction(value).limit_denominator(10**4) for value in side] for side in weights)
    assume(len(p) > 1 and any(p) and any(q))
    found, merged = measure(p, q), measure([p[0] + p[1], *p[2:]], [q[0] + q[1], *q[2:]])
    for name in ("kl_divergence", *SYMMETRIC):
        assert getattr(merged, name) <= getattr(found, name) * (1 + 1e-12) + 1e-15
