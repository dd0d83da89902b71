"""Pins as values, what differs from them, and that they stand beside the history.

Oracle: mpmath with 40 digits for the differences; the weather's are powers of two and checked by head.
"""

import math
from dataclasses import FrozenInstanceError

import mpmath
import numpy as np
import pytest
from weather_pair import LABELS, WEATHER, locked

from klscope.model.comparison import Comparison, Side
from klscope.model.edits import LoadComparison, ReturnToPin, SetProbability, Swap, UnlockAll
from klscope.model.pins import MOST_PINS, NO_PINS, Pin, PinRefusal, PinRefusedError, Pins, difference
from klscope.model.store import Store
from klscope.theory.units import Unit

INF = math.inf
NO_SNOW = Comparison.from_weights(LABELS, [4, 2, 1, 1], [2, 1, 1, 0])
COIN = Comparison.from_weights(("heads", "tails"), [1, 1], [3, 1], "coin")
BASES = {Unit.BIT: 2, Unit.NAT: mpmath.e, Unit.HARTLEY: 10}


def names(pins: Pins) -> list[str]:
    return [pin.name for pin in pins.all]


def refused(act: object) -> PinRefusedError:
    with pytest.raises(PinRefusedError) as error:
        act()
    return error.value


@pytest.fixture
def store() -> Store:
    return Store(WEATHER)


# values


def test_pins_are_called_by_letters_in_order_and_the_newest_is_compared_with():
    pins = NO_PINS.add(WEATHER).add(NO_SNOW)
    assert names(pins) == ["A", "B"]
    assert pins.compared_pin is pins.all[1]
    assert pins.compared_pin.comparison == NO_SNOW
    assert NO_PINS.compared_pin is None


def test_a_letter_that_is_free_again_or_typed_is_minded():
    pins = NO_PINS.add(WEATHER).add(WEATHER, " C ").add(WEATHER)
    assert names(pins) == ["A", "C", "B"]
    assert names(pins.add(WEATHER)) == ["A", "C", "B", "D"]
    assert names(pins.remove(0).add(WEATHER)) == ["C", "B", "A"]


def test_an_operation_leaves_the_pins_it_is_asked_of_alone():
    pins = NO_PINS.add(WEATHER)
    pins.add(COIN), pins.rename(0, "x"), pins.remove(0), pins.compare(None)
    assert names(pins) == ["A"]
    assert pins.compared == 0
    with pytest.raises(FrozenInstanceError):
        pins.compared = None  # type: ignore[misc]


def test_a_pin_keeps_locks_but_not_where_the_data_came_from():
    pin = Pin("A", locked(Side.Q, 1))
    assert pin.comparison == locked(Side.Q, 1)
    assert pin.comparison.origin is None
    assert Pin("A", WEATHER) == Pin("A", WEATHER) != Pin("A", NO_SNOW)


@pytest.mark.parametrize(
    ("name", "refusal"),
    [
        ("", PinRefusal.NO_NAME),
        ("  \t", PinRefusal.NO_NAME),
        ("A", PinRefusal.NAME_TAKEN),
        (" A ", PinRefusal.NAME_TAKEN),
    ],
)
def test_a_name_that_will_not_do_is_refused(name, refusal):
    pins = NO_PINS.add(WEATHER).add(WEATHER)
    assert refused(lambda: pins.rename(1, name)).refusal is refusal
    assert refused(lambda: pins.add(WEATHER, name)).refusal is refusal
    assert refused(lambda: Pins((pins.all[0], Pin(name.strip(), WEATHER)))).refusal is refusal


def test_a_pin_may_keep_its_name_and_take_a_freed_one():
    pins = NO_PINS.add(WEATHER).add(NO_SNOW).rename(1, " before ").rename(1, "before")
    assert names(pins) == ["A", "before"]
    assert names(pins.rename(0, "first").rename(1, "A")) == ["first", "A"]
    assert pins.all[1].comparison == NO_SNOW
    assert pins.compared == 1


def test_there_is_a_letter_for_each_and_no_room_for_more():
    pins = NO_PINS
    for _ in range(MOST_PINS):
        pins = pins.add(COIN)
    assert names(pins) == list("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    assert refused(lambda: pins.add(COIN)).refusal is PinRefusal.TOO_MANY
    assert refused(lambda: Pins((*pins.all, Pin("27", COIN)))).refusal is PinRefusal.TOO_MANY
    assert names(pins.remove(7).add(COIN))[-1] == "H"


@pytest.mark.parametrize(
    ("compared", "removed", "after"), [(1, 0, 0), (1, 1, None), (1, 2, 1), (None, 0, None), (0, 2, 0)]
)
def test_removing_one_keeps_the_comparison_with_another(compared, removed, after):
    pins = NO_PINS.add(WEATHER).add(NO_SNOW).add(COIN).compare(compared)
    assert pins.remove(removed).compared == after


def test_there_is_nothing_to_compare_with_where_there_is_no_pin():
    pins = NO_PINS.add(WEATHER)
    for place in (1, -1):
        with pytest.raises(ValueError, match="no pin"):
            pins.compare(place)
    assert pins.compare(None).compared_pin is None


# differences


@pytest.mark.parametrize(
    ("now", "then", "apart"),
    [
        *((2.0, 1.75, 0.25), (0.0, 0.625, -0.625), (1.5, 1.5, 0.0), (0.0, 0.0, 0.0)),
        *((INF, 1.0, INF), (1.0, INF, -INF), (0.0, INF, -INF), (INF, INF, None)),
        *((1.0, 1.0 + 4 * 2.0**-52, 0.0), (1e-20, 0.0, 1e-20), (1e-20, 2e-20, -1e-20)),
    ],
)
def test_differences_of_measures(now, then, apart):
    assert difference(now, then) == apart


@pytest.mark.parametrize("unit", list(Unit))
def test_differences_are_in_the_unit_and_right(store, unit):
    store.set_unit(unit)
    store.set_pins(NO_PINS.add(store.comparison))
    store.preview(SetProbability(Side.Q, 0, 0.37))
    store.preview(SetProbability(Side.Q, 0, 0.4321))
    found = store.snapshot.pin_differences
    with mpmath.workdps(40):

        def of(comparison: Comparison) -> tuple[mpmath.mpf, mpmath.mpf, mpmath.mpf]:
            p, q = ([mpmath.mpf(one) for one in comparison.distribution(side).probabilities.tolist()] for side in Side)
            entropy = mpmath.fsum(-one * mpmath.log(one, BASES[unit]) for one in p)
            cross = mpmath.fsum(-one * mpmath.log(other, BASES[unit]) for one, other in zip(p, q, strict=True))
            return entropy, cross, cross - entropy

        wanted = [float(one - other) for one, other in zip(of(store.comparison), of(WEATHER), strict=True)]
    assert wanted[0] == 0.0
    assert found.entropy == 0.0
    assert [found.cross_entropy, found.kl_divergence] == pytest.approx(wanted[1:], rel=1e-13)
    assert found.pin.name == "A"


def test_the_weather_against_no_snow_and_back(store):
    store.set_pins(NO_PINS.add(WEATHER))
    store.perform(SetProbability(Side.Q, 3, 0.0))
    found = store.snapshot.pin_differences
    assert (found.entropy, found.cross_entropy, found.kl_divergence) == (0.0, INF, INF)
    store.set_pins(store.snapshot.pins.add(store.comparison))
    found = store.snapshot.pin_differences
    assert (found.entropy, found.cross_entropy, found.kl_divergence) == (0.0, None, None)
    store.undo()
    found = store.snapshot.pin_differences
    assert (found.entropy, found.cross_entropy, found.kl_divergence) == (0.0, -INF, -INF)


def test_the_measures_of_a_pin_are_computed_once(store):
    store.set_pins(NO_PINS.add(WEATHER))
    assert store.snapshot.pin_differences is store.snapshot.pin_differences
    known = store.snapshot.pins.all[0].measures
    store.perform(Swap())
    assert store.snapshot.pin_differences.pin.measures is known


# beside the history


def test_pins_emit_a_signal_are_no_step_and_survive_undo(store):
    told = []
    store.changed.connect(told.append)
    store.perform(Swap())
    store.set_pins(NO_PINS.add(store.comparison))
    assert told[-1] is store.snapshot
    assert len(store.history.steps) == 1
    kept = store.snapshot.pins
    for act in (store.undo, store.redo, lambda: store.go_to(0), lambda: store.set_unit(Unit.NAT)):
        act()
        assert store.snapshot.pins is kept
    store.perform(LoadComparison(COIN))
    assert store.snapshot.pins is kept
    count = len(told)
    store.set_pins(kept)
    assert len(told) == count


def test_a_pin_during_a_gesture_is_of_what_is_seen_and_the_gesture_goes_on(store):
    store.preview(SetProbability(Side.Q, 0, 0.9))
    store.set_pins(NO_PINS.add(store.comparison))
    assert store.in_gesture
    assert store.snapshot.axes_frozen
    assert store.snapshot.pins.all[0].comparison.q.probabilities[0] == 0.9
    store.cancel()
    assert store.comparison == WEATHER
    assert names(store.snapshot.pins) == ["A"]


def test_its_outline_fits_where_the_categories_are_the_same(store):
    assert store.snapshot.outlined is None
    store.set_pins(NO_PINS.add(WEATHER))
    assert store.snapshot.outlined == WEATHER
    store.perform(LoadComparison(Comparison(tuple(LABELS), WEATHER.q, WEATHER.p)))
    assert store.snapshot.outlined == WEATHER
    store.perform(LoadComparison(COIN))
    assert store.snapshot.outlined is None
    assert store.snapshot.pin_differences is not None
    store.undo()
    store.set_pins(store.snapshot.pins.compare(None))
    assert store.snapshot.outlined is None
    assert store.snapshot.pin_differences is None


def test_returning_brings_labels_p_q_and_locks_back_and_is_undone(store):
    pin = Pin("A", locked(Side.Q, 1))
    store.perform(LoadComparison(COIN))
    store.perform(ReturnToPin(pin))
    assert store.comparison == pin.comparison
    assert store.comparison.q_locks.tolist() == [False, True, False, False]
    assert store.comparison.origin.name == "coin"
    store.perform(UnlockAll())
    store.undo()
    store.undo()
    assert store.comparison == COIN
    store.redo()
    for side in Side:
        arrays = [one.distribution(side).probabilities for one in (store.comparison, pin.comparison)]
        assert np.array_equal(*arrays)


def test_returning_to_where_one_is_makes_no_step(store):
    store.perform(ReturnToPin(Pin("A", WEATHER)))
    assert store.history.steps == ()
