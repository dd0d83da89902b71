"""Challenges led through: a history of their own, moves as undo steps, ticks and best scores that stay."""

import pytest

from klscope.controllers.lessons import LessonsController
from klscope.lessons.challenging import moves_made
from klscope.lessons.progress import Progress
from klscope.model.comparison import Comparison, Side
from klscope.model.edits import Gesture, SetLock, SetProbability
from klscope.model.store import Store
from klscope.model.views import ViewMode
from klscope.theory.units import Unit

pytestmark = pytest.mark.usefixtures("qapp")
OWN = Comparison.from_weights(("a", "b", "c"), [5, 3, 2], [2, 3, 5])
SOLVING = SetProbability(Side.Q, 0, 0.5, Gesture.DRAG)
"""Q(sunny) from 1/8 to 1/2 leaves 4 : 2 : 1 to the others, by hand KL = 0.0287 bits < 0.05."""


@pytest.fixture
def store() -> Store:
    return Store(OWN)


@pytest.fixture
def lessons(store: Store) -> LessonsController:
    lessons = LessonsController(store, Progress(), "en")
    lessons.open("challenges")
    return lessons


def test_each_begins_anew_in_its_unit_and_view(lessons: LessonsController, store: Store) -> None:
    assert (store.view.unit, store.view.mode) == (Unit.BIT, ViewMode.KL_DIVERGENCE)
    assert store.comparison.labels == ("sunny", "cloudy", "rain", "snow")
    store.perform(SetProbability(Side.P, 0, 0.1, Gesture.DRAG))
    lessons.go_on()
    assert store.history.undoable is None
    assert store.view.mode is ViewMode.ENTROPY
    assert len(store.comparison.labels) == 6
    store.undo()
    assert moves_made(store.snapshot) == 0


@pytest.mark.usefixtures("lessons")
def test_moves_are_the_undo_steps_in_force(store: Store) -> None:
    store.perform(SetLock(Side.Q, (3,), True))
    store.perform(SetProbability(Side.Q, 0, 0.2, Gesture.DRAG))
    assert moves_made(store.snapshot) == 2
    store.preview(SetProbability(Side.Q, 0, 0.25, Gesture.DRAG))
    assert moves_made(store.snapshot) == 3  # the hand still holds it
    store.commit()
    assert moves_made(store.snapshot) == 3
    store.undo()
    assert moves_made(store.snapshot) == 2


def test_it_is_ticked_the_moment_it_holds_and_stays_earned(lessons: LessonsController, store: Store) -> None:
    store.preview(SOLVING)
    assert lessons.current.met
    store.cancel()
    assert lessons.current.ticks == {0}
    lessons.restore()
    assert not lessons.current.met
    assert lessons.current.ticks == {0}
    assert lessons.current.best == 1


def test_the_fewest_moves_stay_the_best(lessons: LessonsController, store: Store) -> None:
    for value in (0.2, 0.3):
        store.perform(SetProbability(Side.Q, 0, value, Gesture.DRAG))
    assert lessons.current.best is None
    store.perform(SOLVING)
    assert lessons.current.best == 3
    lessons.restore()
    assert store.history.undoable is None
    store.perform(SOLVING)
    assert lessons.current.best == 1
    store.perform(SetProbability(Side.Q, 0, 0.51, Gesture.DRAG))
    assert lessons.current.best == 1
    again = LessonsController(store, lessons.progress, "ko")
    again.open("challenges")
    assert (again.current.best, again.current.ticks) == (1, {0})


def test_one_s_own_work_comes_back(lessons: LessonsController, store: Store) -> None:
    store.perform(SOLVING)
    lessons.leave()
    assert store.comparison is OWN
    assert lessons.lessons()[12].ticks == 1
