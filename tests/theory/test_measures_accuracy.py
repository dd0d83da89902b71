"""The measures within their bounds: against mpmath, and against scipy where nothing cancels.

Sums of scipy are good to about 1e-12 there.
"""

import math

import numpy as np
import pytest
import scipy.spatial.distance
import scipy.special
from drawn_weights import any_weight, count, pairs, plain_weight, positive_weight, thorough, weights_of
from hypothesis import given, settings
from hypothesis import strategies as st
from measures_corpus import KINDS, pair
from measures_oracle import BOUNDS, EPSILON, NEGLIGIBLE, error, term_truths, truths

from klscope.theory.measures import measure

TURNS = 9  # of each kind; tests/benchmarks/accuracy.py runs them all


def assert_true_to_the_oracle(p, q):
    found = measure(p, q)
    for name, truth in truths(p, q).items():
        value = getattr(found, name)
        assert value >= 0.0, name  # NaN fails too
        if truth == 0 or truth >= NEGLIGIBLE[name]:
            assert error(value, truth) <= BOUNDS[name], (name, value, truth)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__.strip("_"))
def test_the_corpus_stays_in_its_bounds(kind):
    for turn in range(TURNS):
        _, p, q = pair(kind, turn)
        assert_true_to_the_oracle(p, q)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__.strip("_"))
def test_the_terms_are_true_one_by_one(kind):
    for turn in range(4):
        _, p, q = pair(kind, turn)
        found = measure(p, q)
        names = ("entropy_terms", "cross_entropy_terms", "kl_terms")
        for name, expected in zip(names, term_truths(p, q), strict=True):
            for value, truth in zip(getattr(found, name).tolist(), expected, strict=True):
                if truth == 0 or abs(truth) >= 1e-290:
                    assert error(value, truth) <= 8.0, (name, value, truth)


@thorough
@given(pairs(st.one_of(plain_weight, count)))
def test_random_weights_stay_in_the_bounds(weights):
    assert_true_to_the_oracle(*weights)


@thorough
@given(weights_of(4, positive_weight), st.lists(st.integers(-3, 3), min_size=4, max_size=4))
def test_weights_a_few_ulp_apart_stay_in_the_bounds(p, steps):
    q = [value * (1 + step * EPSILON) for value, step in zip(p, steps, strict=True)]
    assert_true_to_the_oracle(p, q)


@settings(thorough, max_examples=60)
@given(pairs(any_weight, most=4))
def test_weights_of_any_size_stay_in_the_bounds(weights):
    assert_true_to_the_oracle(*weights)


@thorough
@given(pairs(positive_weight))
def test_scipy_agrees_where_nothing_cancels(weights):
    p, q = (np.array(side) / sum(side) for side in weights)
    found = measure(p, q)
    assert found.entropy_p == pytest.approx(scipy.special.entr(p).sum(), abs=1e-12)
    assert found.kl_divergence == pytest.approx(scipy.special.rel_entr(p, q).sum(), abs=1e-12)
    assert found.jensen_shannon_divergence == pytest.approx(
        np.nan_to_num(scipy.spatial.distance.jensenshannon(p, q)) ** 2, abs=1e-12
    )
    assert found.total_variation_distance == pytest.approx(scipy.spatial.distance.cityblock(p, q) / 2, abs=1e-12)
    assert found.hellinger_distance == pytest.approx(
        scipy.spatial.distance.euclidean(np.sqrt(p), np.sqrt(q)) / math.sqrt(2), abs=1e-12
    )
