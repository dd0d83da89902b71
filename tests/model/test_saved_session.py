"""Saving and restoring a session: the same values, exactly."""

import pytest
from weather_pair import WEATHER

from klscope.model.comparison import Comparison, Side
from klscope.model.edits import Gesture, SetProbability, Swap
from klscope.model.pins import NO_PINS
from klscope.model.saved_session import SavedSession
from klscope.model.store import Store
from klscope.model.view_state import ViewState
from klscope.model.views import ViewMode
from klscope.theory.units import Unit

OTHER = Comparison.from_weights(("heads", "tails"), [1, 1], [3, 1])
pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def store() -> Store:
    store = Store(WEATHER)
    store.perform(Swap())
    store.perform(SetProbability(Side.Q, 1, 0.3, Gesture.DRAG))
    store.undo()
    store.set_pins(store.snapshot.pins.add(store.comparison))
    store.set_unit(Unit.HARTLEY)
    store.set_mode(ViewMode.ENTROPY)
    store.select((2, 3), Side.P)
    return store


def test_another_history_begins_and_ones_own_comes_back(store: Store) -> None:
    saved, own, told = SavedSession(store.exchange), store.snapshot, []
    store.changed.connect(told.append)
    saved.enter(OTHER, ViewState(unit=Unit.NAT))
    assert store.comparison is OTHER
    assert store.snapshot.pins is NO_PINS
    assert (store.history.undoable, store.history.redoable) == (None, None)
    assert store.view == ViewState(unit=Unit.NAT)
    assert told == [store.snapshot]
    store.undo()
    assert store.comparison is OTHER
    store.perform(Swap())
    store.set_unit(Unit.BIT)
    store.set_pins(store.snapshot.pins.add(store.comparison))
    saved.leave()
    assert store.snapshot is own
    assert told[-1] is own
    store.redo()
    assert store.comparison == own.history.redoable.after


def test_what_is_kept_stays_where_another_is_entered_from_within(store: Store) -> None:
    saved, own = SavedSession(store.exchange), store.snapshot
    saved.enter(OTHER, ViewState())
    store.perform(Swap())
    saved.enter(OTHER, ViewState())
    assert store.history.undoable is None
    saved.leave()
    assert store.snapshot is own
    saved.leave()
    assert store.snapshot is own


def test_a_gesture_is_committed_and_a_run_ended_first(store: Store) -> None:
    store.begin_undo_group()
    store.preview(SetProbability(Side.P, 0, 0.9, Gesture.DRAG))
    saved = SavedSession(store.exchange)
    saved.enter(OTHER, ViewState())
    assert not store.in_gesture
    assert not store.in_undo_group
    saved.leave()
    assert store.comparison.p.probabilities[0] == pytest.approx(0.9)
    assert store.history.undoable is not None
    assert not store.in_gesture


def test_a_hovered_category_that_the_other_lacks_is_let_go(store: Store) -> None:
    pointed: list[int] = []
    store.point_at(3)
    store.pointed.connect(pointed.append)
    SavedSession(store.exchange).enter(OTHER, ViewState())
    assert (store.hovered, pointed) == (-1, [-1])
