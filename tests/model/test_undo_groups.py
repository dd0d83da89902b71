"""Undo groups of the store: many edits and drags of P are one step; any other edit ends it."""

import numpy as np
import pytest
from weather_pair import WEATHER

from klscope.model.comparison import Side
from klscope.model.edits import (
    Gesture,
    LoadComparison,
    Paint,
    ScaleGroup,
    SetDistribution,
    SetLock,
    SetProbability,
    Swap,
    Uniform,
)
from klscope.model.store import Store
from klscope.model.training_edits import Train
from klscope.model.views import ViewMode
from klscope.theory.editing import EditRefusedError, Refusal
from klscope.theory.units import Unit

P, Q = Side.P, Side.Q


@pytest.fixture
def store():
    return Store(WEATHER)


def train(first, steps=1):
    """Return an edit that puts ``first`` on sunny and shares the rest."""
    rest = (1.0 - first) / 3
    return Train(np.array([first, rest, rest, rest]), steps)


def drag(value, side=P):
    return SetProbability(side, 0, value)


def q0(store):
    return round(float(store.comparison.q.probabilities[0]), 12)


def p0(store):
    return float(store.comparison.p.probabilities[0])


def names(store):
    return [(type(step.edit).__name__, getattr(step.edit, "steps", None)) for step in store.history.steps]


def test_a_run_is_one_step_that_undo_takes_back_and_redo_makes_again(store):
    store.perform(Uniform(P))
    before = store.comparison
    store.begin_undo_group()
    for place in range(1, 6):
        store.advance(train(place / 10, place))
        assert q0(store) == place / 10
        assert store.history.position == 2
    store.undo()
    assert store.comparison is before
    assert not store.in_undo_group
    store.redo()
    assert q0(store) == 0.5
    assert names(store) == [("Uniform", None), ("Train", 5)]


def test_two_runs_are_two_steps(store):
    for first in (0.3, 0.6):
        store.begin_undo_group()
        store.advance(train(first))
        store.end_undo_group()
    assert names(store) == [("Train", 1)] * 2
    store.undo()
    assert q0(store) == 0.3


def test_p_is_dragged_while_it_runs_and_joins_it(store):
    store.begin_undo_group()
    store.advance(train(0.3, 1))
    store.preview(drag(0.7))
    store.advance(train(0.4, 2))
    assert (p0(store), q0(store)) == (0.7, 0.4)
    assert store.in_gesture
    assert store.snapshot.axes_frozen
    assert store.history.present.p is WEATHER.p
    store.preview(drag(0.8))
    assert (p0(store), q0(store)) == (0.8, 0.4)
    store.commit()
    store.advance(train(0.5, 3))
    assert (p0(store), q0(store)) == (0.8, 0.5)
    assert names(store) == [("Train", 3)]
    assert store.in_undo_group
    store.undo()
    assert store.comparison is WEATHER


def test_a_drag_committed_last_leaves_the_step_its_name(store):
    store.begin_undo_group()
    store.advance(train(0.3, 7))
    store.preview(drag(0.7))
    store.commit()
    assert names(store) == [("Train", 7)]
    assert p0(store) == 0.7


def test_keys_on_p_join_too(store):
    store.begin_undo_group()
    store.advance(train(0.3, 1))
    for value in (0.51, 0.52):
        store.perform(SetProbability(P, 0, value, Gesture.KEYS))
    store.advance(train(0.4, 2))
    assert names(store) == [("Train", 2)]
    assert (p0(store), q0(store)) == (0.52, 0.4)


@pytest.mark.parametrize(
    "edit", [ScaleGroup(P, (0, 1), 0, 0.6), Paint(P, ((0, 0.6),)), SetDistribution(P, (0.6, 0.2, 0.1, 0.1))]
)
def test_every_edit_of_p_joins_the_group(store, edit):
    store.begin_undo_group()
    store.advance(train(0.3, 1))
    store.preview(edit)
    store.advance(train(0.4, 2))
    store.commit()
    assert store.in_undo_group
    assert names(store) == [("Train", 2)]
    assert p0(store) == pytest.approx(0.6)


def test_escape_in_a_drag_of_p_gives_up_the_drag_and_not_the_run(store):
    store.begin_undo_group()
    store.advance(train(0.3))
    for give_up in (store.cancel, store.undo):
        store.preview(drag(0.7))
        store.advance(train(0.4))
        give_up()
        assert (p0(store), q0(store)) == (0.5, 0.4)
        assert store.in_undo_group
    assert len(names(store)) == 1


def test_a_drag_of_p_under_way_when_the_run_begins_joins_it(store):
    store.perform(Uniform(Q))
    store.preview(drag(0.7))
    store.begin_undo_group()
    store.advance(train(0.3))
    assert store.in_gesture
    store.commit()
    assert names(store) == [("Uniform", None), ("Train", 1)]


def test_a_drag_of_p_before_the_first_edit_becomes_the_runs_step(store):
    store.perform(Uniform(Q))
    store.begin_undo_group()
    store.preview(drag(0.7))
    store.commit()
    store.advance(train(0.3))
    assert names(store) == [("Uniform", None), ("Train", 1)]


@pytest.mark.parametrize(
    ("act", "step"),
    [
        (lambda store: store.preview(drag(0.9, Q)), None),
        (lambda store: store.perform(Swap()), "Swap"),
        (lambda store: store.perform(LoadComparison(WEATHER)), "LoadComparison"),
        (lambda store: store.perform(SetLock(Q, (0,), True)), "SetLock"),
        (lambda store: store.undo(), None),
        (lambda store: store.go_to(0), None),
        (lambda store: store.end_undo_group(), None),
    ],
)
def test_anything_else_ends_it(store, act, step):
    store.begin_undo_group()
    store.advance(train(0.3))
    act(store)
    assert not store.in_undo_group
    assert [name for name, _ in names(store)] == ["Train", *([step] if step else [])]
    with pytest.raises(RuntimeError):
        store.advance(train(0.4))


def test_a_drag_of_q_that_ended_it_is_a_step_of_its_own(store):
    store.begin_undo_group()
    store.advance(train(0.3))
    store.preview(drag(0.9, Q))
    store.commit()
    assert [name for name, _ in names(store)] == ["Train", "SetProbability"]
    store.undo()
    assert q0(store) == 0.3


def test_a_drag_of_q_under_way_when_it_begins_is_committed_first(store):
    store.preview(drag(0.9, Q))
    store.begin_undo_group()
    store.advance(train(0.3))
    assert [name for name, _ in names(store)] == ["SetProbability", "Train"]


def test_how_things_are_shown_does_not_end_it(store):
    store.begin_undo_group()
    store.advance(train(0.3))
    store.set_unit(Unit.NAT)
    store.select((2,))
    store.point_at(1)
    assert store.in_undo_group


def test_another_mode_ends_it(store):
    store.begin_undo_group()
    store.advance(train(0.3))
    store.set_mode(store.view.mode)
    assert store.in_undo_group
    store.set_mode(ViewMode.ENTROPY)
    assert not store.in_undo_group


def test_it_can_go_on_with_the_last_step(store):
    store.begin_undo_group()
    store.advance(train(0.3))
    store.end_undo_group()
    store.begin_undo_group(store.history.undoable.edit)
    store.advance(train(0.2))
    assert len(names(store)) == 1
    store.undo()
    assert q0(store) == WEATHER.q.probabilities[0]


def test_a_run_that_comes_back_to_its_start_leaves_the_step_before_alone(store):
    store.perform(Uniform(P))
    store.begin_undo_group()
    store.advance(train(0.3))
    store.advance(Train(WEATHER.q.probabilities, 2))
    assert names(store) == [("Uniform", None)]
    store.advance(train(0.4, 3))
    assert names(store) == [("Uniform", None), ("Train", 3)]


def test_a_refused_edit_changes_nothing(store):
    store.perform(SetLock(Q, (2,), True))
    store.begin_undo_group()
    before = store.snapshot
    with pytest.raises(EditRefusedError) as refused:
        store.advance(train(0.3))
    assert (refused.value.refusal, refused.value.values["index"]) == (Refusal.LOCKED, 2)
    assert store.snapshot is before


def test_it_is_emitted_once_and_not_during_an_emission(store):
    told, errors = [], []
    store.begin_undo_group()

    def listen(snapshot):
        told.append(snapshot)
        for act in (lambda: store.advance(train(0.9)), store.begin_undo_group):
            try:
                act()
            except RuntimeError as error:
                errors.append(str(error))

    store.changed.connect(listen)
    store.advance(train(0.3))
    assert told == [store.snapshot]
    assert len(errors) == 2


def test_where_q_differs_from_p_by_rounding_only_it_is_p(store):
    p = WEATHER.p.probabilities
    store.begin_undo_group()
    store.advance(Train(p * np.array([1.0, 1 - 2**-53, 1.0, 1 + 2**-52]), 1))
    assert store.snapshot.is_matched
