"""A run of training as a value. The numbers of its steps are held by tests/theory/test_training.py."""

import dataclasses

import numpy as np
import pytest
from view_states import training_options
from weather_pair import WEATHER

from klscope.model.comparison import Comparison, Side
from klscope.model.edits import OneHot, SetLock, SetProbability
from klscope.model.training_run import TrainingRun
from klscope.theory.measures import measure
from klscope.theory.training import Family, Objective, TrainingError, Trouble

UNIMODAL = training_options(family=Family.UNIMODAL, rate=0.1)


def going(run, steps):
    for _ in range(steps):
        run = run.stepped()
    return run


def test_it_begins_with_the_loss_of_q_as_it_is():
    run = TrainingRun.of(WEATHER, training_options())
    assert run.steps == 0
    assert run.losses.cross_entropy == pytest.approx(2.375 * np.log(2.0), rel=1e-15)
    assert run.negative_gradient.tolist() == (WEATHER.p.probabilities - WEATHER.q.probabilities).tolist()
    assert run.can_step


def test_a_step_leads_to_the_predicted_parameters():
    run = TrainingRun.of(WEATHER, training_options())
    after = run.stepped()
    assert after.q.tolist() == run.after.tolist()
    assert after.steps == 1
    known = measure(WEATHER.p.probabilities, after.q)
    assert after.losses.kl_divergence == pytest.approx(known.kl_divergence, rel=1e-12)
    assert run.steps == 0


def test_it_settles_where_q_is_p():
    run = going(TrainingRun.of(WEATHER, training_options()), 800)
    assert run.is_settled
    assert not run.can_step
    assert run.rises == 0
    assert run.losses.kl_divergence < 1e-30


def test_a_step_too_large_is_counted_until_the_size_changes():
    run = going(TrainingRun.of(WEATHER, training_options(rate=30.0)), 20)
    assert run.rises > 3
    assert run.with_options(training_options(rate=1.0)).rises == 0


def test_a_first_hump_takes_the_place_of_q_and_is_no_rise():
    two = Comparison.from_weights(None, [1, 1, 8, 1, 1], [4, 1, 1, 1, 4])
    run = TrainingRun.of(two, UNIMODAL)
    assert run.needs_projection
    assert run.q is two.q.probabilities
    run = run.stepped()
    assert not run.needs_projection
    assert run.rises == 0


def test_dragging_p_changes_the_current_loss_and_no_earlier_one():
    run = going(TrainingRun.of(WEATHER, training_options(rate=30.0)), 5)
    moved = run.with_comparison(SetProbability(Side.P, 0, 0.9).apply(WEATHER))
    assert moved.history[:-1].tolist() == run.history[:-1].tolist()
    assert moved.losses.entropy != run.losses.entropy
    assert moved.losses.cross_entropy == pytest.approx(measure(moved.p, run.q).cross_entropy, rel=1e-14)
    assert moved.rises == 0
    assert run.with_comparison(WEATHER) is run


def test_another_family_goes_on_from_q():
    run = going(TrainingRun.of(WEATHER, training_options()), 3)
    gaussian = run.with_options(UNIMODAL)
    assert gaussian.history is run.history
    assert gaussian.needs_projection
    back = gaussian.with_options(training_options())
    assert back.parameters.probabilities.tolist() == run.q.tolist()


def test_locks_stop_it():
    run = TrainingRun.of(SetLock(Side.Q, (1,), True).apply(WEATHER), training_options())
    assert run.locked
    assert not run.can_step
    assert run.after is None
    assert run.with_comparison(WEATHER).can_step


@pytest.mark.parametrize(
    ("side", "objective", "trouble"),
    [
        (Side.Q, Objective.FORWARD, Trouble.NEVER_RETURNS),
        (Side.P, Objective.REVERSE, Trouble.NEVER_HAPPENS),
    ],
)
def test_an_infinite_loss_has_no_next_step(side, objective, trouble):
    sure = OneHot(side, 1).apply(WEATHER)
    run = TrainingRun.of(sure, training_options(objective))
    assert run.trouble.trouble is trouble
    assert run.trouble.index == 0
    assert run.after is None
    assert not run.can_step
    with pytest.raises(TrainingError):
        run.stepped()
    assert (run.negative_gradient is None) is (objective is Objective.REVERSE)


def test_a_settled_run_can_play_no_more_but_a_moved_p_lets_it():
    run = dataclasses.replace(TrainingRun.of(WEATHER, training_options()), playing=True)
    run = going(run, 800).with_comparison(SetProbability(Side.P, 0, 0.9).apply(WEATHER))
    assert run.can_step
    assert run.playing
