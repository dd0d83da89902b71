"""What is typed or imported. Oracle: the rules in the docstring of `has_own_data`, applied by hand."""

from dataclasses import replace

import numpy as np
import pytest

from klscope.files import examples
from klscope.files.own_data import has_own_data
from klscope.model.category_edits import AddCategory, MergeCategories, MoveCategory, RemoveCategories, Rename
from klscope.model.comparison import Comparison, Side
from klscope.model.edits import (
    Copy,
    Gesture,
    LoadComparison,
    Random,
    Reset,
    ScaleGroup,
    SetDistribution,
    SetLock,
    SetProbability,
    Swap,
    Uniform,
)
from klscope.model.pins import NO_PINS
from klscope.model.properties import Properties
from klscope.model.set_weights import SetWeights
from klscope.model.snapshot import Snapshot
from klscope.model.store import Store


def weather(language: str = "en") -> Comparison:
    return examples.load("weather", language).comparison


def after(*edits, start: Comparison | None = None) -> Snapshot:
    store = Store(start or weather())
    for edit in edits:
        store.perform(edit)
    return store.snapshot


TYPED = SetProbability(Side.Q, 0, 0.3, Gesture.TYPED)
IMPORTED = Comparison.from_weights(("a", "b"), [1, 1], [1, 3], origin="letters.csv")


@pytest.mark.parametrize(
    "edits",
    [
        (),
        (SetProbability(Side.Q, 0, 0.3),),
        (SetProbability(Side.Q, 0, 0.3, Gesture.KEYS), SetLock(Side.P, (1,), True)),
        (Swap(), Uniform(Side.P), Random(Side.Q, 3), Copy(Side.P)),
        (RemoveCategories((0,)), MoveCategory(0, 1)),
        (TYPED, LoadComparison(weather())),
        (TYPED, Reset()),
        (LoadComparison(IMPORTED), LoadComparison(weather())),
    ],
)
def test_an_example_that_is_played_with_is_not_own(edits) -> None:
    assert not has_own_data(after(*edits))


@pytest.mark.parametrize(
    "edits",
    [
        (TYPED,),
        (TYPED, SetProbability(Side.P, 0, 0.4)),
        (ScaleGroup(Side.Q, (0, 1), 0, 0.3, Gesture.TYPED),),
        (SetDistribution(Side.Q, (0.1, 0.2, 0.3, 0.4), Gesture.TYPED),),
        (SetWeights(None, np.array([1.0, 2.0, 3.0, 4.0])),),
        (Rename(0, "wind"),),
        (AddCategory("hail"),),
        (MergeCategories((0, 1)),),  # has a label that the example has not
        (LoadComparison(IMPORTED),),
        (LoadComparison(IMPORTED), SetProbability(Side.P, 0, 0.4)),
        (LoadComparison(IMPORTED), Reset()),
    ],
)
def test_what_is_typed_or_imported_is_own(edits) -> None:
    assert has_own_data(after(*edits))


def test_what_was_undone_does_not_count() -> None:
    store = Store(weather())
    store.perform(TYPED)
    store.undo()
    assert not has_own_data(store.snapshot)
    store.redo()
    assert has_own_data(store.snapshot)


def test_names_of_an_example_in_another_language_are_not_own() -> None:
    korean = weather("ko")
    english = weather()
    assert korean.labels != english.labels
    assert not has_own_data(after(start=replace(english, labels=korean.labels)))


def test_data_without_an_origin_are_own() -> None:
    assert has_own_data(after(start=Comparison.from_weights(None, [1, 1], [1, 3])))


def test_a_title_notes_and_pins_of_own_data_are_own() -> None:
    state = after()
    assert has_own_data(replace(state, properties=Properties(title="Tuesday")))
    assert has_own_data(replace(state, properties=Properties(notes="why")))
    assert not has_own_data(replace(state, properties=Properties(title=" ")))
    pins = NO_PINS.add(IMPORTED)
    assert has_own_data(replace(state, pins=pins))
    assert not has_own_data(replace(state, pins=NO_PINS.add(weather())))


def test_a_document_that_came_back_stays_own_until_other_data_are_loaded() -> None:
    assert has_own_data(after(SetProbability(Side.Q, 0, 0.3)), had_before=True)
    assert not has_own_data(after(SetProbability(Side.Q, 0, 0.3), Reset()), had_before=True)
    assert not has_own_data(after(LoadComparison(examples.load("fair-die").comparison)), had_before=True)
