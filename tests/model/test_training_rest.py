"""Convergence of training. Oracle: the computed steps, and visibility by hand."""

from dataclasses import replace

import numpy as np
import pytest
from view_states import training_options
from weather_pair import WEATHER

from klscope.files import examples
from klscope.model.comparison import Comparison
from klscope.model.training_rest import LOOK_AHEAD, SEEN, steps_until_seen
from klscope.model.training_run import TrainingRun
from klscope.theory.families import DiscretisedGaussian
from klscope.theory.training import Family, Objective, loss

FORWARD, REVERSE, SOFTMAX, UNIMODAL = *Objective, *Family


def going(run, steps):
    for _ in range(steps):
        run = run.stepped()
    return run


def at_rest(run, most, stride=1):
    """Return the run at the first step that is at rest, of every ``stride``-th."""
    while steps_until_seen(run) is not None:
        assert run.steps < most
        run = going(run, stride)
    return run


def unseen(before, after):
    """Tell whether what parts two states of a run is less than a quarter of a pixel of 250."""
    tallest = max(before.p.max(), before.q.max())
    objective = before.options.objective
    losses = np.array([before.history[:, 1], before.history[:, 3]][objective is REVERSE])
    floor = before.losses.entropy if objective is FORWARD else 0.0
    moved = np.abs(after.q - before.q).max() / tallest
    fallen = abs(loss(after.losses, objective) - loss(before.losses, objective)) / (losses.max() - floor)
    return max(moved, fallen) < SEEN


def example(name):
    return examples.load(name).comparison


@pytest.mark.parametrize(
    ("comparison", "settings", "most"),
    [
        (WEATHER, training_options(), 50),
        (WEATHER, training_options(REVERSE), 50),
        (WEATHER, training_options(rate=0.1), 500),
        (example("two-humps"), training_options(FORWARD, UNIMODAL, 0.1), 200),
        (example("two-humps"), training_options(REVERSE, UNIMODAL, 0.1), 100),
        (example("one-hot-wrong"), training_options(), 700),
    ],
    ids=["weather", "reverse", "slower", "hump", "hump in a local minimum", "one-hot"],
)
def test_at_rest_the_next_steps_change_nothing_that_is_seen(comparison, settings, most):
    run = at_rest(TrainingRun.of(comparison, settings), most)
    later = run
    for _ in range(LOOK_AHEAD):
        if not later.can_step:
            break
        later = later.stepped()
        assert unseen(run, later)
    assert later.steps > run.steps


def test_a_small_step_size_is_no_rest():
    run = TrainingRun.of(WEATHER, training_options(rate=0.01))
    for steps in (0, 10, 100, 1000):
        assert steps_until_seen(going(run, steps)) is not None
    assert np.abs(going(run, 1000).q - WEATHER.p.probabilities).max() > 0.01


def test_it_says_which_step_is_the_first_that_is_seen():
    run = going(TrainingRun.of(WEATHER, training_options(rate=0.01)), 1500)
    count = steps_until_seen(run)
    assert count > 3
    assert np.abs(going(run, count).q - run.q).max() >= SEEN * 0.5
    assert np.abs(going(run, count - 1).q - run.q).max() < SEEN * 0.5  # the tallest bar is P's 0.5


def test_reverse_rests_in_a_local_minimum_far_from_p():
    two = example("two-humps")
    narrow = Comparison.from_weights(two.labels, two.p.probabilities, np.eye(17)[12] * 0.9 + 0.1 / 17)
    run = at_rest(TrainingRun.of(narrow, training_options(REVERSE, UNIMODAL, 0.1)), 300)
    assert run.losses.reverse_kl_divergence > 0.5
    assert run.q @ (np.arange(17) - 8.0) == pytest.approx(4.0, abs=0.1)


def test_towards_a_one_hot_p_the_loss_falls_without_end_and_rests():
    run = at_rest(TrainingRun.of(Comparison.from_weights(None, [1, 0], [1, 1]), training_options()), 2000, stride=25)
    # −log q is about 1/(2t) after t steps at rate 1: dl/dt of the difference d of two logits is 2 exp(−d)
    assert run.losses.kl_divergence == pytest.approx(0.5 / run.steps, rel=0.02)
    assert run.losses.kl_divergence > 0.0


@pytest.mark.parametrize("rate", [10.0, 30.0])
def test_a_step_size_that_is_too_large_never_rests(rate):
    run = TrainingRun.of(WEATHER, training_options(rate=rate))
    for _ in range(300):
        run = run.stepped()
        assert steps_until_seen(run) is not None


def test_what_leads_out_of_the_numbers_is_no_rest():
    settings = training_options(FORWARD, UNIMODAL, 30.0)
    run = replace(TrainingRun.of(example("two-humps"), settings), parameters=DiscretisedGaussian(3.0, -300.0, 17))
    assert run.trouble is not None
    assert steps_until_seen(run) == 1


def test_small_bars_that_matter_to_the_loss_are_seen():
    weights = np.array([1.0, 1e-4]), np.array([1.0, 1e-12])
    run = TrainingRun.of(Comparison.from_weights(None, *weights), training_options(rate=30.0))
    later = going(run, LOOK_AHEAD)
    assert np.abs(later.q - run.q).max() < SEEN
    assert later.losses.kl_divergence < 0.8 * run.losses.kl_divergence
    assert steps_until_seen(run) is not None


@pytest.mark.parametrize(("n", "rate"), [(10_000, 1.0), (10_000, 0.01), (100_000, 1.0)])
def test_with_many_categories_a_slow_beginning_is_no_rest_either(n, rate):
    random = np.random.default_rng(1)
    for p, q in (
        (1.0 / np.arange(1, n + 1), np.ones(n)),
        (random.exponential(size=n), random.exponential(size=n)),
    ):
        run = TrainingRun.of(Comparison.from_weights(tuple(map(str, range(n))), p, q), training_options(rate=rate))
        if not unseen(run, going(run, LOOK_AHEAD // 10)):
            assert steps_until_seen(run) is not None
