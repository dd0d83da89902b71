"""Gradient descent. Oracles: the same recursion in mpmath with derivatives by differences, and closed forms."""

import mpmath
import numpy as np
import pytest
from training_oracle import probabilities, trajectory

from klscope.theory.families import NARROWEST_DEVIATION, DiscretisedGaussian, Logits, log_softmax
from klscope.theory.measures import measure
from klscope.theory.training import (
    Family,
    Objective,
    TrainingError,
    Trouble,
    loss,
    losses,
    negative_gradient,
    parameters_of,
    step,
)

P = np.array([0.4, 0.05, 0.3, 0.05, 0.2])
Q = np.array([0.1, 0.2, 0.3, 0.3, 0.1])
HUMPS = np.array([3, 28, 139, 363, 500, 363, 139, 28, 6, 28, 139, 363, 500, 363, 139, 28, 3]) / 3132


def trained(parameters, p, objective, rate, steps):
    for _ in range(steps):
        parameters = step(parameters, p, objective, rate)
    return parameters


def numbers_of(parameters):
    return parameters.values if isinstance(parameters, Logits) else [parameters.mean, parameters.log_deviation]


@pytest.mark.parametrize("family", Family)
@pytest.mark.parametrize("objective", Objective)
def test_fifty_steps_are_those_of_an_independent_integration(objective, family):
    now, rate = parameters_of(Q, family), 0.3
    path = trajectory(numbers_of(now), P, objective, family, rate, 50)
    for place, expected in enumerate(path):
        if place:
            now = step(now, P, objective, rate)
        values = [float(value) for value in expected]
        np.testing.assert_allclose(numbers_of(now), values, rtol=0, atol=2e-14)
        q = [float(value) for value in probabilities(expected, family, 5)]
        np.testing.assert_allclose(now.probabilities, q, rtol=2e-14)


@pytest.mark.parametrize("objective", Objective)
def test_the_push_is_the_slope_of_the_objective(objective):
    logits = np.log(Q) + 0.7  # what is added to all of them makes no difference
    (_, after) = trajectory(logits, P, objective, Family.SOFTMAX, 1.0, 1)
    expected = [float(value - start) for value, start in zip(after, map(mpmath.mpf, logits.tolist()), strict=True)]
    np.testing.assert_allclose(negative_gradient(P, Q, np.log(Q), objective), expected, rtol=0, atol=1e-15)


def test_the_forward_push_is_p_minus_q_on_every_bar_even_for_a_one_hot_p():
    q = np.array([0.25, 0.5, 0.25])
    pushes = negative_gradient(np.array([0.0, 1.0, 0.0]), q, np.log(q), Objective.FORWARD)
    assert pushes.tolist() == [-0.25, 0.5, -0.25]


def test_a_bar_may_go_another_way_than_its_push():
    p, q = np.array([0.61, 0.39, 0.0]), np.array([0.6, 0.3, 0.1])
    after = step(parameters_of(q, Family.SOFTMAX), p, Objective.FORWARD, 5.0).probabilities
    wrong_way = (after - q) * (p - q) < 0.0
    assert wrong_way.any()


@pytest.mark.parametrize("objective", Objective)
def test_where_q_is_p_nothing_moves(objective):
    start = Logits.of(P)
    assert negative_gradient(P, P, np.log(P), objective).tolist() == [0.0] * 5
    assert step(start, P, objective, 30.0) is start
    assert start.probabilities.tolist() == P.tolist()


@pytest.mark.parametrize("objective", Objective)
def test_softmax_falls_to_the_floor(objective):
    after = trained(Logits.of(Q), P, objective, 1.0, 3000)
    known = losses(P, after.log_probabilities)
    assert known.cross_entropy == pytest.approx(known.entropy, abs=1e-14)
    assert known.kl_divergence == pytest.approx(0.0, abs=1e-14)
    np.testing.assert_allclose(after.probabilities, P, rtol=1e-6)


def test_forward_covers():
    """A hump is an exponential family: where H(P,Q) is least, Q has the mean and the variance of P."""
    after = trained(DiscretisedGaussian(11.0, np.log(1.5), 17), HUMPS, Objective.FORWARD, 0.1, 300)
    after = trained(after, HUMPS, Objective.FORWARD, 1.0, 3000)
    places = np.arange(17)
    assert after.probabilities @ places == pytest.approx(8.0, abs=1e-6)
    assert after.probabilities @ (places - 8.0) ** 2 == pytest.approx(HUMPS @ (places - 8.0) ** 2, rel=1e-6)
    assert after.deviation > 4.0


@pytest.mark.parametrize(("start", "mode"), [(11.0, 12.0), (5.0, 4.0)])
def test_reverse_seeks_a_mode(start, mode):
    after = trained(DiscretisedGaussian(start, np.log(1.5), 17), HUMPS, Objective.REVERSE, 0.1, 3000)
    assert after.mean == pytest.approx(mode, abs=0.02)
    assert 1.2 < after.deviation < 1.3


def test_reverse_from_a_wide_start_stays_wide():
    """There is a second, shallower minimum that covers: which one is found depends on the start."""
    wide = trained(DiscretisedGaussian(8.5, np.log(3.0), 17), HUMPS, Objective.REVERSE, 0.1, 3000)
    narrow = trained(DiscretisedGaussian(11.0, np.log(1.5), 17), HUMPS, Objective.REVERSE, 0.1, 3000)
    assert wide.deviation > 5.0
    both = [losses(HUMPS, one.log_probabilities).reverse_kl_divergence for one in (narrow, wide)]
    assert both[0] < both[1]


def test_losses_are_the_measures():
    known, expected = losses(P, np.log(Q)), measure(P, Q)
    assert known.entropy == pytest.approx(expected.entropy_p, rel=1e-15)
    assert known.cross_entropy == pytest.approx(expected.cross_entropy, rel=1e-15)
    assert known.kl_divergence == pytest.approx(expected.kl_divergence, rel=1e-14)
    assert known.reverse_kl_divergence == pytest.approx(expected.reverse_kl_divergence, rel=1e-14)
    assert loss(known, Objective.FORWARD) == known.cross_entropy
    assert loss(known, Objective.REVERSE) == known.reverse_kl_divergence


@pytest.mark.parametrize(("p", "q"), [([1, 0], [0.5, 0.5]), ([0.5, 0.5], [1, 0]), ([1, 0], [1, 0]), ([0, 1], [1, 0])])
def test_losses_with_zeros_are_the_measures(p, q):
    p, q = np.array(p, float), np.array(q, float)
    known, expected = losses(p, Logits.of(q).log_probabilities), measure(p, q)
    assert known == pytest.approx(
        (
            expected.entropy_p,
            expected.cross_entropy,
            expected.kl_divergence,
            expected.reverse_kl_divergence,
        )
    )


@pytest.mark.parametrize(
    ("p", "q", "objective", "trouble", "index"),
    [
        ([0.5, 0.5], [1, 0], Objective.FORWARD, Trouble.NEVER_RETURNS, 1),
        ([0, 1], [0.5, 0.5], Objective.REVERSE, Trouble.NEVER_HAPPENS, 0),
    ],
)
def test_an_infinite_objective_has_no_next_step(p, q, objective, trouble, index):
    with pytest.raises(TrainingError) as raised:
        step(Logits.of(np.array(q, float)), np.array(p, float), objective, 1.0)
    assert (raised.value.trouble, raised.value.index) == (trouble, index)


def test_a_hump_is_above_0_everywhere_even_where_a_number_is_not():
    gaussian = DiscretisedGaussian(0.0, np.log(0.2), 20)
    assert gaussian.probabilities[19] == 0.0
    assert gaussian.log_probabilities[19] == pytest.approx(-(19**2) / 0.08, rel=1e-9)
    with pytest.raises(TrainingError, match="index 19"):
        step(gaussian, np.append(np.full(19, 1 / 19), 0.0), Objective.REVERSE, 1.0)
    assert np.isfinite(losses(np.full(20, 0.05), gaussian.log_probabilities)).all()


def test_a_q_of_0_never_returns_and_one_that_underflows_does():
    p, q = np.array([0.5, 0.5, 0.0]), np.array([0.9, 0.1, 0.0])
    assert trained(Logits.of(q), p, Objective.FORWARD, 1.0, 100).probabilities[2] == 0.0
    deep = Logits(np.array([0.0, -2000.0]))
    assert deep.probabilities[1] == 0.0
    assert trained(deep, np.array([0.5, 0.5]), Objective.FORWARD, 30.0, 200).probabilities[1] > 0.0


def test_a_step_out_of_the_numbers_is_refused():
    narrow = DiscretisedGaussian(3.0, -300.0, 17)
    with pytest.raises(TrainingError) as raised:
        step(narrow, HUMPS, Objective.FORWARD, 30.0)
    assert raised.value.trouble is Trouble.OVERFLOW


def test_a_hump_starts_with_the_mean_and_the_deviation_of_q():
    gaussian = DiscretisedGaussian.of(np.array([0.25, 0.5, 0.25]))
    assert (gaussian.mean, gaussian.deviation) == (1.0, pytest.approx(np.sqrt(0.5)))
    assert DiscretisedGaussian.of(np.array([0.0, 1.0, 0.0])).deviation == pytest.approx(NARROWEST_DEVIATION)
    far = DiscretisedGaussian(1e9, 0.0, 5).probabilities
    assert far.tolist() == [0.0, 0.0, 0.0, 0.0, 1.0]


def test_the_softmax_does_not_overflow():
    assert log_softmax(np.array([1000.0, 1000.0, -np.inf])).tolist() == [-np.log(2.0), -np.log(2.0), -np.inf]


def test_too_large_a_step_makes_the_loss_go_up():
    now, path = Logits.of(Q), []
    for _ in range(20):
        path.append(losses(P, now.log_probabilities).cross_entropy)
        now = step(now, P, Objective.FORWARD, 30.0)
    assert (np.diff(path) > 0.0).any()
