"""Pinning, returning, comparing, renaming, removing. Oracle: the store's pins and history, by hand; no window."""

import pytest

from klscope.controllers.editor import Editor
from klscope.controllers.pins import PinsController
from klscope.model.comparison import Comparison
from klscope.model.edits import LoadComparison, ReturnToPin, Swap
from klscope.model.pins import MOST_PINS, PinRefusal
from klscope.model.store import Store

COIN = Comparison.from_weights(("heads", "tails"), [1, 1], [3, 1], "coin")
SIGNALS = ("pinned", "removed", "returned", "stayed", "compared", "refused")


@pytest.fixture
def store():
    return Store(Comparison.from_weights(("a", "b", "c"), [2, 1, 1], [1, 1, 2]))


@pytest.fixture
def controller(store):
    made = PinsController(Editor(store))
    made.heard = []
    for name in SIGNALS:
        getattr(made, name).connect(lambda *values, name=name: made.heard.append((name, *values)))
    return made


def names(store):
    return [pin.name for pin in store.snapshot.pins.all]


def test_the_present_is_pinned_and_compared_with(store, controller):
    controller.pin()
    pins = store.snapshot.pins
    assert controller.heard == [("pinned", pins.all[0])]
    assert pins.compared == 0
    assert pins.all[0].comparison == store.comparison
    assert store.history.steps == ()


def test_returning_is_a_step_and_staying_is_none(store, controller):
    controller.pin()
    pin = store.snapshot.pins.all[0]
    controller.return_to(0)
    assert store.history.steps == ()
    store.perform(Swap())
    swapped = store.comparison
    controller.return_to(0)
    assert store.comparison == pin.comparison
    assert [step.edit for step in store.history.steps] == [Swap(), ReturnToPin(pin)]
    assert controller.heard[1:] == [("stayed", pin), ("returned", pin)]
    store.undo()
    assert store.comparison == swapped


def test_comparing_with_the_compared_one_ends_it(store, controller):
    controller.pin()
    controller.pin()
    controller.compare(0)
    assert store.snapshot.pins.compared == 0
    controller.compare(0)
    assert store.snapshot.pins.compared is None
    store.perform(LoadComparison(COIN))
    controller.compare(1)
    first, second = store.snapshot.pins.all
    assert controller.heard[2:] == [("compared", first, True), ("compared", second, False)]
    controller.stop_comparing()
    assert store.snapshot.pins.compared is None


def test_a_name_that_will_not_do_is_answered_and_changes_nothing(store, controller):
    controller.pin()
    controller.pin()
    kept = store.snapshot.pins
    for name, refusal in (("", PinRefusal.NO_NAME), ("A", PinRefusal.NAME_TAKEN)):
        assert controller.rename(1, name).refusal is refusal
        assert store.snapshot.pins is kept
    assert controller.rename(1, " before ") is None
    assert names(store) == ["A", "before"]


def test_removing_leaves_the_data_alone(store, controller):
    controller.pin()
    controller.pin()
    first = store.snapshot.pins.all[0]
    before = store.comparison
    controller.remove(0)
    assert names(store) == ["B"]
    assert controller.heard[-1] == ("removed", first)
    controller.remove_all()
    assert names(store) == []
    assert store.comparison is before
    assert store.history.steps == ()


def test_one_too_many_is_refused(store, controller):
    for _ in range(MOST_PINS + 1):
        controller.pin()
    assert len(names(store)) == MOST_PINS
    assert controller.heard[-1][0] == "refused"
    assert controller.heard[-1][1].refusal is PinRefusal.TOO_MANY
