"""The store: gestures, undo, emitted signals, and no writes during an emission."""

import dataclasses
import random
from collections.abc import Callable

import pytest

from klscope.model.category_edits import AddCategory, RemoveCategories
from klscope.model.comparison import Comparison, Side
from klscope.model.edits import (
    Edit,
    Gesture,
    LoadComparison,
    OneHot,
    Paint,
    Random,
    SetLock,
    SetProbability,
    Sharpen,
    Smooth,
    Swap,
    Uniform,
)
from klscope.model.pins import NO_PINS
from klscope.model.snapshot import Snapshot
from klscope.model.store import Store
from klscope.model.view_options import TermsOptions
from klscope.model.view_state import ViewState
from klscope.model.views import ViewMode
from klscope.theory.editing import EditRefusedError, Refusal
from klscope.theory.units import Unit

P, Q = Side.P, Side.Q
WEATHER = Comparison.from_weights(("sunny", "cloudy", "rain", "snow"), [4, 2, 1, 1], [1, 4, 2, 1], "weather")


class Listener:
    """What the store said, in order."""

    def __init__(self, store: Store) -> None:
        self.snapshots: list[Snapshot] = []
        self.pointed: list[int] = []
        store.changed.connect(self.snapshots.append)
        store.pointed.connect(self.pointed.append)


@pytest.fixture
def store() -> Store:
    return Store(WEATHER)


def drag(value: float, side: Side = Q, index: int = 0) -> SetProbability:
    return SetProbability(side, index, value)


def bits(comparison: Comparison) -> tuple[bytes, ...]:
    arrays = (comparison.p.probabilities, comparison.q.probabilities, comparison.p.remembered, comparison.q.remembered)
    return tuple(array.tobytes() for array in arrays)


def edits_of(store: Store) -> list[Edit]:
    return [step.edit for step in store.history.steps]


# gestures


def test_two_or_two_thousand_previews_end_bit_for_bit_the_same(store: Store) -> None:
    dice = random.Random(5)
    many = Store(WEATHER)
    for _ in range(1998):
        many.preview(drag(dice.choice((0.0, 1.0, dice.random()))))
    for each in (store, many):
        each.preview(drag(0.9))
        each.preview(drag(0.7123))
        each.commit()
    assert bits(store.comparison) == bits(many.comparison)
    assert edits_of(store) == edits_of(many) == [drag(0.7123)]


@pytest.mark.parametrize(
    "edits",
    [
        [drag(value / 10) for value in range(11)],
        [Paint(Q, tuple((j, 0.5) for j in range(k))) for k in range(1, 5)],
        [Sharpen(Q, temperature) for temperature in (0.1, 10.0, 0.5)],
        [Smooth(Q, amount) for amount in (0.9, 1.0, 0.01)],
        [drag(1.0), drag(0.0), drag(0.3, P)],
    ],
)
def test_every_preview_stands_alone(store: Store, edits: list[Edit]) -> None:
    for edit in edits:
        store.preview(edit)
        assert bits(store.comparison) == bits(edit.apply(WEATHER))
        assert store.in_gesture
        assert store.snapshot.in_gesture
        assert store.history.present is WEATHER


def test_going_back_to_the_start_gives_the_exact_start(store: Store) -> None:
    for value in (0.0, 1.0, 0.3, 0.125):
        store.preview(drag(value))
    assert bits(store.comparison) == bits(WEATHER)


def test_a_committed_gesture_is_one_step(store: Store) -> None:
    for value in (0.2, 0.3, 0.4):
        store.preview(drag(value))
    assert edits_of(store) == []
    store.commit()
    assert edits_of(store) == [drag(0.4)]
    assert not store.in_gesture
    assert store.comparison is store.history.present
    store.undo()
    assert store.comparison is WEATHER
    store.redo()
    assert store.comparison.q.probabilities[0] == 0.4


def test_cancel_goes_back_to_the_press(store: Store) -> None:
    store.preview(drag(0.4))
    store.cancel()
    assert store.comparison is WEATHER
    assert not store.in_gesture
    assert edits_of(store) == []


def test_a_gesture_that_ends_where_it_began_makes_no_step_and_keeps_redo(store: Store) -> None:
    store.perform(Swap())
    store.undo()
    memory = store.comparison
    store.preview(drag(1.0))
    store.preview(drag(0.125))
    store.commit()
    assert edits_of(store) == [Swap()]
    assert store.history.position == 0
    assert store.history.redoable is not None
    assert store.comparison is memory
    store.redo()
    assert store.comparison == Swap().apply(WEATHER)


def test_a_press_without_movement_makes_no_step_and_keeps_redo(store: Store) -> None:
    store.perform(Swap())
    store.undo()
    listener = Listener(store)
    store.commit()
    store.cancel()
    assert listener.snapshots == []
    assert store.history.redoable is not None


def test_undo_during_a_gesture_cancels_it_and_takes_no_step_back(store: Store) -> None:
    store.perform(Uniform(P))
    store.preview(drag(0.4))
    store.undo()
    assert not store.in_gesture
    assert store.history.position == 1
    assert store.comparison is store.history.present
    store.commit()  # the release that comes after it
    assert edits_of(store) == [Uniform(P)]


def test_redo_during_a_gesture_does_nothing(store: Store) -> None:
    store.perform(Swap())
    store.undo()
    store.preview(drag(0.4))
    store.redo()
    assert store.in_gesture
    assert store.comparison.q.probabilities[0] == 0.4


def test_a_refused_preview_changes_nothing(store: Store) -> None:
    store.perform(SetLock(Q, (1, 2, 3), True))
    before = store.snapshot
    listener = Listener(store)
    with pytest.raises(EditRefusedError) as refused:
        store.preview(drag(0.5))
    assert refused.value.refusal is Refusal.NO_FREE_PARTNER
    assert store.snapshot is before
    assert not store.in_gesture
    store.preview(drag(0.6, P))
    shown = store.snapshot
    with pytest.raises(EditRefusedError):
        store.preview(drag(0.5))
    assert store.snapshot is shown
    assert store.in_gesture
    assert listener.snapshots == [shown]
    store.commit()
    assert edits_of(store)[-1] == drag(0.6, P)


def test_memory_survives_between_gestures(store: Store) -> None:
    store.preview(drag(1.0))
    store.commit()
    store.preview(drag(0.7))
    store.preview(drag(0.125))
    store.commit()
    assert bits(store.comparison) == bits(WEATHER)
    assert store.history.position == 2


# steps


def test_a_step_during_a_gesture_commits_the_gesture_first(store: Store) -> None:
    store.preview(drag(0.4))
    store.perform(Swap())
    assert edits_of(store) == [drag(0.4), Swap()]
    assert store.comparison.p.probabilities[0] == 0.4
    store.undo()
    assert store.comparison.q.probabilities[0] == 0.4


def test_a_refused_step_changes_nothing_not_even_a_gesture(store: Store) -> None:
    store.preview(drag(0.4))
    before = store.snapshot
    with pytest.raises(EditRefusedError):
        store.perform(RemoveCategories((0, 1, 2)))
    assert store.snapshot is before
    assert store.in_gesture
    store.cancel()
    assert store.comparison is WEATHER


def test_a_step_that_changes_nothing_keeps_redo(store: Store) -> None:
    store.perform(Swap())
    store.undo()
    store.perform(SetProbability(Q, 0, 0.125, Gesture.TYPED))
    assert store.history.redoable is not None
    assert store.comparison is WEATHER


def test_a_held_key_is_one_step(store: Store) -> None:
    store.perform(Swap())
    for repeat in range(20):
        value = round(0.5 + 0.01 * (repeat + 1), 2)
        store.perform(SetProbability(Q, 0, value, Gesture.KEYS), continuing=repeat > 0)
    assert len(edits_of(store)) == 2
    assert store.comparison.q.probabilities[0] == 0.7
    store.undo()
    assert store.comparison == Swap().apply(WEATHER)
    store.redo()
    assert store.comparison.q.probabilities[0] == 0.7


def test_a_key_held_at_the_ceiling_leaves_the_step_before_alone(store: Store) -> None:
    store.perform(OneHot(Q, 0))
    for repeat in range(5):
        store.perform(SetProbability(Q, 0, 1.01, Gesture.KEYS), continuing=repeat > 0)
    assert edits_of(store) == [OneHot(Q, 0)]


def test_a_repeated_key_does_not_continue_a_gesture(store: Store) -> None:
    store.preview(drag(0.4))
    store.perform(SetProbability(Q, 0, 0.41, Gesture.KEYS), continuing=True)
    assert edits_of(store) == [drag(0.4), SetProbability(Q, 0, 0.41, Gesture.KEYS)]


def test_go_to(store: Store) -> None:
    for edit in (Swap(), Uniform(P), Random(Q, 1)):
        store.perform(edit)
    states = [store.history.at(position).present for position in range(4)]
    for position in (1, 3, 0, 2, 2):
        store.go_to(position)
        assert store.comparison is states[position]
        assert store.history.position == position
    store.go_to(-5)
    assert store.comparison is WEATHER
    store.go_to(50)
    assert store.history.position == 3
    store.preview(drag(0.3))
    store.go_to(3)
    assert not store.in_gesture
    assert store.comparison is states[3]


def test_undo_and_redo_at_the_ends_say_nothing(store: Store) -> None:
    listener = Listener(store)
    store.undo()
    store.redo()
    store.go_to(0)
    assert listener.snapshots == []


def test_undo_unwinds_everything_bit_for_bit(store: Store) -> None:
    edits = [drag(1.0), drag(0.3), OneHot(P, 2), Swap(), AddCategory("fog"), RemoveCategories((1,)), Random(Q, 8)]
    states = [bits(store.comparison)]
    for edit in edits:
        store.perform(edit)
        states.append(bits(store.comparison))
    for expected in reversed(states[:-1]):
        store.undo()
        assert bits(store.comparison) == expected
    for expected in states[1:]:
        store.redo()
        assert bits(store.comparison) == expected


def test_opening_equal_data_changes_where_reset_leads(store: Store) -> None:
    store.perform(LoadComparison(dataclasses.replace(WEATHER, origin=None).originating("copy.csv")))
    assert store.comparison.origin.name == "copy.csv"


# what is shown


def test_how_things_are_shown_is_not_undone(store: Store) -> None:
    store.perform(Swap())
    store.set_unit(Unit.NAT)
    store.set_mode(ViewMode.ENTROPY)
    store.set_options(TermsOptions(True))
    store.set_active(P)
    store.select((1, 3))
    assert edits_of(store) == [Swap()]
    shown = store.view
    store.undo()
    store.redo()
    assert store.view == shown
    assert (shown.unit, shown.mode, shown.terms) == (Unit.NAT, ViewMode.ENTROPY, TermsOptions(True))
    assert (shown.active, shown.selected, shown.current) == (P, (1, 3), 3)


def test_how_things_are_shown_changes_during_a_gesture_without_ending_it(store: Store) -> None:
    store.preview(drag(0.4))
    measures = store.measures
    store.set_unit(Unit.NAT)
    store.select((2,), P)
    assert store.in_gesture
    assert store.measures is measures  # nothing is measured again
    store.preview(drag(0.5))
    assert store.view.unit is Unit.NAT
    store.commit()
    assert edits_of(store) == [drag(0.5)]
    assert store.view.active is P


def test_no_signal_is_emitted_for_the_state_that_is_shown(store: Store) -> None:
    listener = Listener(store)
    store.set_unit(store.view.unit)
    store.set_mode(store.view.mode)
    store.set_active(store.view.active)
    store.set_options(TermsOptions(False))
    store.select((0,))
    store.point_at(-1)
    assert listener.snapshots == []
    assert listener.pointed == []


def test_every_change_is_emitted_once_with_the_snapshot(store: Store) -> None:
    listener = Listener(store)
    for act, told in (
        (lambda: store.preview(drag(0.3)), 1),
        (store.commit, 1),
        (store.undo, 1),
        (store.redo, 1),
        (lambda: store.perform(Swap()), 1),
        (lambda: store.set_unit(Unit.NAT), 1),
    ):
        before = len(listener.snapshots)
        act()
        assert len(listener.snapshots) == before + told
        assert listener.snapshots[-1] is store.snapshot


def test_pointing_rebuilds_nothing(store: Store) -> None:
    listener, snapshot = Listener(store), store.snapshot
    for index in (2, 2, 3, -1, -1, 99):
        store.point_at(index)
    assert listener.pointed == [2, 3, -1]
    assert listener.snapshots == []
    assert store.snapshot is snapshot
    assert store.hovered == -1


def test_removing_the_hovered_category_emits_a_signal(store: Store) -> None:
    store.point_at(3)
    listener = Listener(store)
    store.perform(RemoveCategories((0,)))
    assert store.hovered == -1
    assert listener.pointed == [-1]


def test_the_selection_stays_among_what_there_is(store: Store) -> None:
    store.select((1, 3))
    store.perform(RemoveCategories((0,)))
    assert store.view.selected == (1,)
    store.select(())
    assert store.view.selected == (0,)
    store.select((99,))
    assert store.view.selected == (2,)


@pytest.mark.parametrize(
    "write",
    [
        lambda store: store.preview(drag(0.3)),
        lambda store: store.perform(Swap()),
        lambda store: store.cancel(),
        lambda store: store.undo(),
        lambda store: store.redo(),
        lambda store: store.go_to(0),
        lambda store: store.set_unit(Unit.HARTLEY),
        lambda store: store.set_mode(ViewMode.ENTROPY),
        lambda store: store.select((3,)),
        lambda store: store.set_active(P),
        lambda store: store.set_options(TermsOptions(True)),
        lambda store: store.set_pins(NO_PINS.add(WEATHER)),
        lambda store: store.set_view(ViewState(unit=Unit.HARTLEY)),
        lambda store: store.exchange(store.snapshot),
        lambda store: store.relabel({}, {}),
    ],
)
@pytest.mark.parametrize("signal", ["changed", "pointed"])
def test_writing_during_an_emission_raises(store: Store, write: object, signal: str) -> None:
    errors: list[RuntimeError] = []
    store.perform(Uniform(P))

    def listen(_: object) -> None:
        try:
            write(store)
        except RuntimeError as error:
            errors.append(error)

    getattr(store, signal).connect(listen)
    if signal == "changed":
        store.perform(Uniform(Q))
    else:
        store.point_at(1)
    assert len(errors) == 1
    assert "while it was telling" in str(errors[0])
    getattr(store, signal).disconnect(listen)
    store.perform(Random(P, 2))  # and it can be written again afterwards
    assert edits_of(store)[-1] == Random(P, 2)


def at_the_first_word(store: Store, act: Callable[[], None]) -> None:
    """Act once, as soon as the store emits."""

    def listen(_: object) -> None:
        store.changed.disconnect(listen)
        act()

    store.changed.connect(listen)


def test_hovering_during_an_emission_is_emitted_after_it(store: Store) -> None:
    at_the_first_word(store, lambda: store.point_at(2))
    order: list[object] = []
    store.changed.connect(lambda snapshot: order.append(snapshot.comparison.n))
    store.pointed.connect(order.append)
    store.perform(Swap())
    assert order == [4, 2]
    assert store.hovered == 2


def test_a_gesture_that_ends_during_an_emission_becomes_a_step_after_it(store: Store) -> None:
    store.preview(drag(0.5))
    at_the_first_word(store, store.commit)
    listener = Listener(store)
    store.set_mode(ViewMode.ENTROPY)
    assert [(one.view.mode, one.in_gesture) for one in listener.snapshots] == [
        (ViewMode.ENTROPY, True),
        (ViewMode.ENTROPY, False),
    ]
    assert edits_of(store) == [drag(0.5)]


def test_a_run_that_ends_during_an_emission_ends_after_it(store: Store) -> None:
    store.begin_undo_group()
    at_the_first_word(store, store.end_undo_group)
    store.set_unit(Unit.NAT)
    assert not store.in_undo_group


def test_what_waited_for_an_emission_is_done_once(store: Store) -> None:
    at_the_first_word(store, lambda: store.point_at(2))
    store.perform(Swap())
    store.point_at(1)
    store.perform(Uniform(Q))
    assert store.hovered == 1
