"""The controller of training: playing, the extent of a run, and its end. The timer is driven by the tests."""

from dataclasses import replace

import numpy as np
import pytest

from klscope.controllers.editor import Editor
from klscope.controllers.training import LARGEST_HURRIED, MOST_AT_ONCE, TrainingController
from klscope.model.comparison import Comparison, Side
from klscope.model.edits import OneHot, SetLock, SetProbability, Swap
from klscope.model.store import Store
from klscope.model.training_run import SPEEDS, USUAL_SPEED
from klscope.model.view_options import TrainingOptions
from klscope.model.view_state import ViewState
from klscope.model.views import ViewMode
from klscope.theory.training import Family, Objective

WEATHER = Comparison.from_weights(("sunny", "cloudy", "rain", "snow"), [4, 2, 1, 1], [1, 4, 2, 1], "weather")


pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def store():
    return Store(WEATHER, ViewState(mode=ViewMode.TRAINING))


class Time:
    """The time as a test has it."""

    def __init__(self):
        self.seconds = 1000.0

    def __call__(self):
        return self.seconds


@pytest.fixture
def time():
    return Time()


@pytest.fixture
def trainer(store, time):
    made = TrainingController(Editor(store), time)
    made.begin()
    yield made
    made.pause()


def choose(trainer, rate=None, **options):
    """Choose options of training, as the view does."""
    store = trainer._store
    chosen = replace(store.view.training, **options)
    store.set_options(chosen if rate is None else chosen.with_rate(rate))


def told(trainer):
    runs = []
    trainer.changed.connect(runs.append)
    return runs


def tick(trainer, times=1, seconds=1.0 / USUAL_SPEED + 1e-9):
    """Let the clock tick, each time after so many seconds: usually one step is due."""
    for _ in range(times):
        trainer._clock.timeout.emit()
        trainer._pace._now.seconds += seconds


def names(store):
    return [(type(step.edit).__name__, getattr(step.edit, "steps", None)) for step in store.history.steps]


def test_nothing_runs_uninvited(store, trainer):
    assert trainer.run.steps == 0
    assert not trainer.run.playing
    assert not trainer._clock.isActive()
    assert not store.in_undo_group


def test_steps_are_one_undo_step(store, trainer):
    runs = told(trainer)
    for _ in range(3):
        trainer.step()
    assert trainer.run.steps == 3
    assert names(store) == [("Train", 3)]
    assert runs[-1] is trainer.run
    np.testing.assert_allclose(store.comparison.q.probabilities, trainer.run.q, rtol=1e-15)
    store.undo()
    assert store.comparison is WEATHER
    assert trainer.run.steps == 0


def test_play_and_pause(store, trainer):
    trainer.toggle()
    assert trainer.run.playing
    assert trainer._clock.isActive()
    tick(trainer, 5)
    trainer.toggle()
    assert not trainer.run.playing
    assert not trainer._clock.isActive()
    assert names(store) == [("Train", 5)]
    trainer.play()
    tick(trainer)
    assert names(store) == [("Train", 6)]


@pytest.mark.parametrize("speed", SPEEDS)
@pytest.mark.parametrize("seconds", [0.004, 0.016, 0.075])
def test_as_many_steps_are_made_a_second_however_often_the_clock_ticks(trainer, time, speed, seconds):
    choose(trainer, rate=0.01)  # so that it does not come to rest meanwhile
    trainer.set_speed(speed)
    trainer.play()
    begun = time.seconds
    while time.seconds < begun + 3.0:
        tick(trainer, seconds=seconds)
    passed = time.seconds - seconds - begun  # at the last tick
    assert trainer.run.steps == 1 + int(passed * speed)


def test_the_first_step_is_made_at_once_and_the_next_after_its_time(trainer, time):
    trainer.play()
    tick(trainer, seconds=0.0)
    assert trainer.run.steps == 1
    time.seconds += 0.16
    tick(trainer, seconds=0.0)
    assert trainer.run.steps == 1
    time.seconds += 0.01
    tick(trainer, seconds=0.0)
    assert trainer.run.steps == 2


def test_what_a_machine_is_too_slow_for_is_left_out_and_not_made_up_for(trainer, time):
    choose(trainer, rate=0.01)
    trainer.set_speed(200)
    trainer.play()
    tick(trainer, seconds=5.0)
    tick(trainer, seconds=0.0)
    assert trainer.run.steps == 1 + MOST_AT_ONCE
    tick(trainer, seconds=0.0)
    assert trainer.run.steps == 1 + MOST_AT_ONCE
    time.seconds += 1.0 / 200 + 1e-9
    tick(trainer)
    assert trainer.run.steps == 2 + MOST_AT_ONCE


def test_with_many_categories_it_is_one_step_a_tick(time):
    weights = np.arange(1.0, LARGEST_HURRIED + 2.0)
    labels = tuple(map(str, range(weights.size)))
    many = Comparison.from_weights(labels, weights, weights[::-1])
    trainer = TrainingController(Editor(Store(many, ViewState(mode=ViewMode.TRAINING))), time)
    trainer.begin()
    trainer.set_speed(200)
    trainer.play()
    tick(trainer, 3, seconds=0.016)
    assert trainer.run.steps == 3
    trainer.pause()


def test_the_speed_is_told_and_holds_from_the_next_step_on(trainer):
    told_speeds = []
    trainer.speed_changed.connect(told_speeds.append)
    trainer.begin()
    trainer.set_speed(2)
    trainer.play()
    tick(trainer, 3)  # 0, 1/6 and 2/6 s
    assert trainer.run.steps == 1
    trainer.set_speed(20)
    tick(trainer, seconds=0.06)
    tick(trainer)
    assert trainer.run.steps == 2
    assert told_speeds == [USUAL_SPEED, 2, 20]


def rested(trainer, most=1000):
    """Play until it pauses by itself, and return how many steps that took; `most` steps at most."""
    before = trainer.run.steps
    trainer.play()
    while trainer.run.playing and trainer.run.steps < before + most:
        tick(trainer)
    return trainer.run.steps - before


def test_it_ends_where_no_change_would_be_seen(store, trainer):
    steps = rested(trainer)
    run = trainer.run
    assert run.at_rest
    assert not run.playing
    assert not trainer._clock.isActive()
    assert not store.in_undo_group
    assert names(store) == [("Train", steps)]
    assert run.can_step  # it is not that there is nothing left to do
    # by hand: near rest a step at rate 1 leaves 0.7 to 0.9 of what is between P and Q, so 30 to 50 leave 1/1000 of it
    assert 20 < steps < 60


def test_play_goes_on_from_rest_until_nothing_changes(store, trainer):
    steps = rested(trainer)
    assert rested(trainer) > 100
    assert not trainer.run.at_rest
    assert store.snapshot.is_matched
    assert names(store) == [("Train", trainer.run.steps)]
    assert trainer.run.steps > steps


@pytest.mark.parametrize(
    "act",
    [
        lambda trainer: drag_p(trainer._store, 0.9),
        lambda trainer: choose(trainer, objective=Objective.REVERSE),
    ],
    ids=["P is dragged", "another objective"],
)
def test_played_on_from_rest_it_ends_again_after_something_was_done(store, trainer, act):
    rested(trainer)
    trainer.play()
    tick(trainer, 3)
    act(trainer)
    for _ in range(500):
        if not trainer.run.playing:
            break
        tick(trainer)
    assert trainer.run.at_rest
    assert len(names(store)) == 1


def test_a_hand_that_holds_p_keeps_it_going(store, trainer):
    trainer.play()
    tick(trainer, 2)
    store.preview(SetProbability(Side.P, 0, 0.6))
    tick(trainer, 200)
    assert trainer.run.playing
    store.commit()
    tick(trainer, 2)
    assert trainer.run.at_rest


@pytest.mark.parametrize("act", [lambda trainer: trainer.step(), lambda trainer: choose(trainer, rate=2.0)])
def test_rest_is_told_until_something_is_done(trainer, act):
    rested(trainer)
    act(trainer)
    assert not trainer.run.at_rest


def test_a_pause_is_no_rest(trainer):
    trainer.play()
    tick(trainer, 2)
    trainer.pause()
    assert not trainer.run.at_rest


@pytest.mark.parametrize("rate", [10.0, 30.0])
def test_a_rate_that_is_too_large_never_comes_to_rest(trainer, rate):
    choose(trainer, rate=rate)
    assert rested(trainer, most=400) == 400
    assert trainer.run.playing
    assert trainer.run.rises > 50


def test_p_is_dragged_while_it_plays_and_joins(store, trainer):
    trainer.play()
    tick(trainer, 2)
    store.preview(SetProbability(Side.P, 0, 0.9))
    tick(trainer, 2)
    assert store.comparison.p.probabilities[0] == 0.9
    assert trainer.run.p[0] == 0.9
    store.preview(SetProbability(Side.P, 0, 0.8))
    store.commit()
    tick(trainer)
    assert trainer.run.playing
    assert names(store) == [("Train", 5)]
    assert trainer.run.history[:, 0][[0, -1]].tolist() != [trainer.run.history[0, 0]] * 2
    store.undo()
    assert store.comparison is WEATHER
    assert not trainer.run.playing


@pytest.mark.parametrize(
    "act",
    [
        lambda store: store.perform(Swap()),
        lambda store: store.undo(),
        lambda store: store.preview(SetProbability(Side.Q, 0, 0.9)),
        lambda store: store.perform(SetLock(Side.Q, (0,), True)),
        lambda store: store.set_mode(ViewMode.ENTROPY),
    ],
)
def test_anything_else_ends_the_run_and_stops_the_clock(store, trainer, act):
    trainer.play()
    tick(trainer, 2)
    act(store)
    assert not store.in_undo_group
    assert not trainer.run.playing
    assert not trainer._clock.isActive()
    before = store.comparison
    tick(trainer)
    assert store.comparison is before


def test_leaving_says_so_and_coming_back_goes_on_with_the_history(store, trainer):
    left = []
    trainer.left.connect(lambda: left.append(True))
    trainer.step()
    store.set_mode(ViewMode.ENTROPY)
    assert left == [True]
    runs = told(trainer)
    store.perform(SetProbability(Side.P, 0, 0.7))
    assert runs == []
    store.set_mode(ViewMode.TRAINING)
    assert trainer.run.steps == 1
    assert trainer.run.p[0] == 0.7
    trainer.step()
    assert names(store) == [("Train", 1), ("SetProbability", None), ("Train", 1)]


def test_reset_puts_q_back_and_undo_takes_that_back(store, trainer):
    trainer.play()
    tick(trainer, 4)
    trained = store.comparison.q
    store.preview(SetProbability(Side.P, 0, 0.9))
    trainer.reset()
    assert store.comparison == WEATHER
    assert trainer.run.steps == 0
    assert not trainer.run.playing
    store.undo()
    assert store.comparison.q == trained


def test_reset_after_something_else_brings_only_q_back(store, trainer):
    trainer.step()
    store.end_undo_group()
    store.perform(SetProbability(Side.P, 0, 0.7))
    trainer.reset()
    assert store.comparison.p.probabilities[0] == 0.7
    assert store.comparison.q == WEATHER.q
    assert trainer.run.steps == 0


def test_reset_without_a_run_does_nothing(store, trainer):
    store.perform(Swap())
    trainer.reset()
    assert names(store) == [("Swap", None)]


def test_settings_are_no_step_and_each_family_keeps_its_step_size(store, trainer):
    choose(trainer, rate=3.0)
    choose(trainer, family=Family.UNIMODAL)
    assert trainer.run.options.rate == 0.1
    choose(trainer, objective=Objective.REVERSE)
    choose(trainer, rate=0.02)
    choose(trainer, family=Family.SOFTMAX)
    assert trainer.run.options.rate == 3.0
    assert trainer.run.options.objective is Objective.REVERSE
    assert names(store) == []


@pytest.mark.parametrize("edit", [SetLock(Side.Q, (0,), True), OneHot(Side.Q, 0)])
def test_where_there_is_no_next_step_nothing_happens(store, trainer, edit):
    store.perform(edit)
    before = store.comparison
    trainer.play()
    assert not trainer.run.playing
    trainer.step()
    assert store.comparison is before
    assert trainer.run.steps == 0


def test_a_run_can_begin_while_q_is_dragged(store, trainer):
    store.preview(SetProbability(Side.Q, 0, 0.5))
    trainer.step()
    assert names(store) == [("SetProbability", None), ("Train", 1)]


def test_other_data_begin_anew_with_the_settings(store, trainer):
    choose(trainer, rate=3.0)
    trainer.step()
    store.perform(Swap())
    assert trainer.run.steps == 0
    assert trainer.run.options.rate == 3.0


def drag_p(store, value):
    store.preview(SetProbability(Side.P, 0, value))
    store.commit()


def test_where_there_is_no_next_step_no_run_begins(store, trainer):
    store.perform(SetLock(Side.Q, (1,), True))
    for act in (trainer.step, trainer.play, trainer.toggle):
        act()
        assert not store.in_undo_group
    drag_p(store, 0.4)
    drag_p(store, 0.3)
    assert len(store.history.steps) == 3


def test_after_a_pause_a_hand_on_p_makes_a_step_of_its_own(store, trainer):
    trainer.play()
    tick(trainer, 2)
    trainer.pause()
    drag_p(store, 0.4)
    trainer.step()
    drag_p(store, 0.3)
    assert [name for name, _ in names(store)] == ["Train", "SetProbability", "Train", "SetProbability"]


def test_it_goes_on_with_its_step_where_nothing_was_done_since(store, trainer):
    trainer.play()
    tick(trainer)
    trainer.pause()
    trainer.step()
    trainer.play()
    tick(trainer)
    assert names(store) == [("Train", 3)]
    trainer.pause()
    store.undo()
    store.redo()
    trainer.step()
    assert names(store) == [("Train", 3), ("Train", 1)]  # the losses before are not known any more


def test_reset_takes_back_all_that_the_history_of_losses_shows(store, trainer):
    start = store.comparison.q
    for _ in range(2):
        for _ in range(3):
            trainer.step()
        drag_p(store, 0.3)
    store.perform(SetLock(Side.P, (2,), True))
    for _ in range(3):
        trainer.step()
    assert trainer.run.steps == 9
    trainer.reset()
    assert store.comparison.q == start
    assert trainer.run.steps == 0
    assert store.comparison.p_locks[2]


def test_a_gesture_on_q_that_is_given_up_leaves_the_history_of_losses(store, trainer):
    for _ in range(5):
        trainer.step()
    before = trainer.run
    for value in (0.6, 0.7):
        store.preview(SetProbability(Side.Q, 0, value))
        assert trainer.run.steps == 0
    store.cancel()
    assert trainer.run.steps == 5
    assert np.array_equal(trainer.run.q, before.q)
    store.preview(SetProbability(Side.Q, 0, 0.6))
    store.commit()
    assert trainer.run.steps == 0
    store.undo()
    assert trainer.run.steps == 0  # it was let go: what came before is another run


def test_there_is_a_last_step(store, trainer, monkeypatch):
    monkeypatch.setattr("klscope.controllers.training.MOST_STEPS", 7)
    store.perform(OneHot(Side.P, 0))
    trainer.play()
    tick(trainer, 20)
    assert trainer.run.steps == 7
    assert not trainer.run.playing
    assert not trainer._clock.isActive()
    assert not store.in_undo_group


def test_while_another_view_is_shown_nothing_trains(store, trainer):
    store.set_mode(ViewMode.ENTROPY)
    for act in (trainer.step, trainer.play):
        act()
    tick(trainer)
    assert not store.history.steps


def test_another_view_state_brings_its_options_and_ends_the_run(store, trainer):
    choose(trainer, family=Family.UNIMODAL)
    choose(trainer, rate=0.5)
    own = store.view
    trainer.play()
    store.set_view(ViewState(mode=ViewMode.TRAINING))
    assert not trainer.run.playing
    assert trainer.run.options == TrainingOptions()
    store.set_mode(ViewMode.ENTROPY)
    store.set_view(own)
    assert trainer.run.options == own.training
    choose(trainer, family=Family.SOFTMAX)
    choose(trainer, family=Family.UNIMODAL)
    assert trainer.run.options == own.training  # with the step size of the family
