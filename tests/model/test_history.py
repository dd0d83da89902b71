"""The history as a value: steps, their going back and forth, and what a held key continues."""

import dataclasses

import pytest

from klscope.model.category_edits import Rename
from klscope.model.comparison import Comparison, Side
from klscope.model.edits import Edit, Gesture, LoadComparison, OneHot, Random, SetProbability, Swap, Uniform
from klscope.model.history import History

P, Q = Side.P, Side.Q
WEATHER = Comparison.from_weights(("sunny", "cloudy", "rain", "snow"), [4, 2, 1, 1], [1, 4, 2, 1], "weather")


def after(history: History, *edits: Edit) -> History:
    for edit in edits:
        history = history.with_step(edit, edit.apply(history.present))
    return history


def key(value: float) -> SetProbability:
    return SetProbability(Q, 0, value, Gesture.KEYS)


def held(history: History, edit: Edit) -> History:
    return history.with_last_step_continued(edit, edit.apply(history.present))


def test_at_first_there_is_nothing_to_undo_or_redo() -> None:
    history = History(WEATHER)
    assert history.present is WEATHER
    assert history.undoable is None
    assert history.redoable is None
    assert history.at(-3) == history.at(5) == history


def test_steps_go_back_and_forth_to_the_same_objects() -> None:
    edits = (Swap(), Uniform(P), Rename(0, "sun"), Random(Q, 3))
    history = after(History(WEATHER), *edits)
    states = [history.at(position).present for position in range(5)]
    assert states[0] is WEATHER
    for position, edit in enumerate(edits):
        step = history.steps[position]
        assert (step.edit, step.before, step.after) == (edit, states[position], states[position + 1])
        assert step.after is states[position + 1]
        assert history.at(position).redoable is step
        assert history.at(position + 1).undoable is step
    assert history.redoable is None
    assert history.at(2).at(4) == history
    assert history.at(99).position == 4
    assert history.at(-1).position == 0


def test_a_new_step_drops_what_was_undone() -> None:
    history = after(History(WEATHER), Swap(), Uniform(P), Uniform(Q))
    branched = after(history.at(1), Random(P, 1))
    assert [step.edit for step in branched.steps] == [Swap(), Random(P, 1)]
    assert branched.position == 2
    assert [step.edit for step in history.steps] == [Swap(), Uniform(P), Uniform(Q)]  # the old one is a value


def test_a_step_that_changes_nothing_is_none_and_keeps_redo() -> None:
    history = after(History(WEATHER), Swap(), Uniform(P)).at(1)
    same = after(history, Swap(), Swap())
    assert same.position == 3  # two real steps
    assert after(history, Rename(0, "sunny")) is history
    assert after(history, SetProbability(P, 0, 0.125)) is history
    assert history.redoable is not None


def test_undo_brings_memory_back() -> None:
    history = after(History(WEATHER), OneHot(P, 0), Uniform(P)).at(1)
    back = SetProbability(P, 0, 0.5).apply(history.present)
    assert back.p == WEATHER.p


def test_opening_equal_data_is_a_step_because_reset_leads_elsewhere() -> None:
    opened = dataclasses.replace(WEATHER, origin=None).originating("copy.csv")
    history = after(History(WEATHER), LoadComparison(opened))
    assert history.position == 1
    assert history.present.origin.name == "copy.csv"
    assert history.at(0).present.origin.name == "weather"
    again = dataclasses.replace(WEATHER, origin=None).originating("weather")
    assert after(History(WEATHER), LoadComparison(again)).position == 0  # the same under the same name


def test_a_held_key_is_one_step() -> None:
    history = after(History(WEATHER), Swap(), key(0.51))
    for value in (0.52, 0.53, 0.54):
        history = held(history, key(value))
    assert [step.edit for step in history.steps] == [Swap(), key(0.54)]
    assert history.steps[1].before is history.steps[0].after
    assert history.present.q.probabilities[0] == 0.54
    assert history.at(1).present == Swap().apply(WEATHER)


def test_a_held_key_with_no_step_to_continue_starts_one() -> None:
    assert [step.edit for step in held(History(WEATHER), key(0.2)).steps] == [key(0.2)]


def test_a_held_key_that_changes_nothing_leaves_the_step_before_alone() -> None:
    # at the ceiling the first press makes no step, so its repeats have none of their own
    history = after(History(WEATHER), SetProbability(Q, 0, 1.0))
    pressed = after(history, key(1.01))
    assert pressed is history
    assert held(pressed, key(1.01)) is history
    undone = after(history, Swap()).at(1)
    assert held(undone, key(1.01)) is undone
    assert undone.redoable is not None


def test_a_held_key_after_an_undo_starts_a_step() -> None:
    history = after(History(WEATHER), Swap(), key(0.6)).at(1)
    continued = held(history, key(0.7))
    assert [step.edit for step in continued.steps] == [Swap(), key(0.7)]


def test_a_held_key_that_comes_back_to_where_it_began_is_no_step() -> None:
    history = after(History(WEATHER), Swap())
    began = history.present
    pressed = after(history, key(0.51))
    step_back = dataclasses.replace(pressed, steps=pressed.steps)
    returned = step_back.with_last_step_continued(key(0.5), began)
    assert returned.present is began
    assert [step.edit for step in returned.steps] == [Swap()]


def test_a_history_is_immutable() -> None:
    history = after(History(WEATHER), Swap())
    with pytest.raises(dataclasses.FrozenInstanceError):
        history.position = 0
    assert isinstance(history.steps, tuple)
