"""Measures by log-probabilities, against mpmath with 60 digits; at ordinary probabilities, against `Measures`."""

import math

import mpmath
import numpy as np
import pytest

from klscope.model.comparison import Comparison, Side
from klscope.theory.distribution import Distribution
from klscope.theory.log_measured import LogMeasures, measures_of
from klscope.theory.measures import Measures

NAMES = (
    "entropy_p",
    "entropy_q",
    "cross_entropy",
    "reverse_cross_entropy",
    "kl_divergence",
    "reverse_kl_divergence",
)


def exact(log_p, log_q):
    """Return the six measures of log-probabilities that mpmath normalises."""
    with mpmath.workdps(60):
        logs = []
        for values in (log_p, log_q):
            numbers = [mpmath.mpf(float(value)) for value in values]
            whole = mpmath.log(mpmath.fsum(mpmath.exp(number) for number in numbers))
            logs.append([number - whole for number in numbers])
        p, q = logs

        def mean(weights, lengths):
            return mpmath.fsum(-mpmath.exp(a) * b for a, b in zip(weights, lengths, strict=True))

        values = (mean(p, p), mean(q, q), mean(p, q), mean(q, p), mean(p, q) - mean(p, p), mean(q, p) - mean(q, q))
        return [float(value) for value in values]


@pytest.mark.parametrize("seed", range(20))
def test_the_measures_are_those_of_exact_arithmetic(seed):
    generator = np.random.default_rng(seed)
    n = int(generator.integers(2, 30))
    spread = float(generator.choice([1.0, 30.0, 3000.0]))
    logits = generator.normal(0.0, spread, (2, n))
    p, q = (Distribution.from_log_probabilities(row) for row in logits)
    found = measures_of(p, q)
    assert isinstance(found, LogMeasures)
    for name, value in zip(NAMES, exact(*logits), strict=True):
        assert getattr(found, name) == pytest.approx(value, rel=1e-12, abs=1e-12), name


def test_a_probability_that_rounds_to_0_is_no_infinity():
    label = Distribution.from_weights([0.2, 0.8])
    q = Distribution.from_log_probabilities([-4885.4614, 4878.027])
    assert q.probabilities[0] == 0.0
    # by hand: -0.2 * (-4885.4614 - 4878.027) = 1952.69768
    assert measures_of(label, q).cross_entropy == pytest.approx(1952.69768, rel=1e-15)
    comparison = Comparison(("a", "b"), label, q)
    assert comparison.lacking(Side.Q) == ()
    assert Comparison(("a", "b"), label, Distribution([0.0, 1.0])).lacking(Side.Q) == (0,)


def test_minus_infinity_is_an_infinity_and_0_log_0_is_0():
    q = Distribution.from_log_probabilities([-math.inf, 0.0])
    assert measures_of(Distribution([0.5, 0.5]), q).kl_divergence == math.inf
    certain = measures_of(Distribution([0.0, 1.0]), q)
    assert (certain.kl_divergence, certain.entropy_q, certain.kl_terms.tolist()) == (0.0, 0.0, [0.0, 0.0])


def test_at_ordinary_probabilities_the_terms_are_those_of_the_probabilities():
    weights = np.array([[0.5, 0.25, 0.25], [0.2, 0.3, 0.5]])
    plain = Measures(weights[0], weights[1])
    found = measures_of(*(Distribution.from_log_probabilities(np.log(row)) for row in weights))
    for name in ("entropy_terms", "cross_entropy_terms", "kl_terms"):
        assert getattr(found, name) == pytest.approx(getattr(plain, name), abs=1e-15)
    assert found.total_variation_distance == pytest.approx(plain.total_variation_distance, abs=1e-15)


def test_an_edit_drops_the_log_probabilities_and_equality_knows_them():
    kept = Distribution.from_log_probabilities(np.log([0.5, 0.5]))
    assert kept.with_probabilities(kept.probabilities).log_probabilities is None
    assert kept != Distribution([0.5, 0.5])
    assert kept == Distribution.from_log_probabilities(np.log([0.5, 0.5]))


@pytest.mark.parametrize("values", [[], [math.nan, 0.0], [math.inf, 0.0], [-math.inf, -math.inf], [[0.0, 0.0]]])
def test_what_are_no_log_probabilities_is_refused(values):
    with pytest.raises(ValueError, match="log-probabilit"):
        Distribution.from_log_probabilities(values)
