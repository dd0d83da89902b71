"""What is typed becomes edits, or says what was wrong. Oracle: hand arithmetic; a store, no window."""

import pytest

from klscope.controllers.editor import Editor
from klscope.controllers.entry import EntryController
from klscope.files.weights_text import WeightError
from klscope.model.comparison import Comparison, Side
from klscope.model.edits import SetLock
from klscope.model.store import Store
from klscope.theory.editing import EditRefusedError, Refusal


@pytest.fixture
def store():
    return Store(Comparison.from_weights(("a", "b", "c"), [2, 1, 1], [1, 1, 2]))


@pytest.fixture
def entry(store):
    made = EntryController(Editor(store))
    made.performed = []
    made.parent().performed.connect(made.performed.append)
    return made


@pytest.mark.parametrize(
    ("text", "value"), [("0.3", 0.3), ("1/6", 1 / 6), ("30%", 0.3), ("2e-4", 2e-4), (" 0 ", 0.0), ("1", 1.0)]
)
def test_a_value_is_taken_bit_for_bit(store, entry, text, value):
    assert entry.set_value(Side.Q, 1, text) is None
    assert store.comparison.q.probabilities[1] == value
    assert store.comparison.q.probabilities.sum() == pytest.approx(1.0, abs=1e-15)
    assert store.history.position == len(entry.performed) == 1


@pytest.mark.parametrize("text", ["", "x", "-0.1", "0,3", "nan", "1/0"])
def test_what_cannot_be_read_is_said_and_changes_nothing(store, entry, text):
    wrong = entry.set_value(Side.Q, 1, text)
    assert isinstance(wrong, WeightError)
    assert str(wrong)
    assert store.history.position == len(entry.performed) == 0


def test_what_cannot_be_done_is_said(store, entry):
    wrong = entry.set_value(Side.P, 0, "1.5")
    assert isinstance(wrong, EditRefusedError)
    assert wrong.refusal is Refusal.OUT_OF_RANGE
    assert store.history.position == 0


def test_a_value_typed_above_the_ceiling_is_refused_with_the_ceiling(store, entry):
    store.perform(SetLock(Side.P, (0,), True))
    wrong = entry.set_value(Side.P, 1, "0.6")
    assert (wrong.refusal, wrong.values["ceiling"]) == (Refusal.ABOVE_CEILING, 0.5)


def test_equal_shares_are_announced(store, entry):
    said = []
    entry.parent().shared_equally.connect(said.append)
    entry.set_value(Side.Q, 2, "1")
    assert said == []
    entry.set_weights(("a", "b", "c"), None, [0, 1, 0])
    entry.set_value(Side.Q, 1, "0.4")
    assert said == ["Q"]
    assert store.comparison.q.probabilities.tolist() == [0.3, 0.4, 0.3]


def test_names_are_taken_or_refused(store, entry):
    assert entry.rename(0, "first") is None
    assert store.comparison.labels == ("first", "b", "c")
    assert entry.rename(0, "b").refusal is Refusal.BAD_LABEL
    assert store.comparison.labels == ("first", "b", "c")


def test_numbers_from_a_paper_give_just_that_as_one_step(store, entry):
    assert entry.set_weights(("a", "b", "c"), None, [0.2, 0.3, 0.5]) is None
    assert store.comparison.q.probabilities.tolist() == [0.2, 0.3, 0.5]
    assert store.comparison.p.probabilities.tolist() == [0.5, 0.25, 0.25]
    assert store.history.position == 1
    store.undo()
    assert store.comparison.q.probabilities.tolist() == [0.25, 0.25, 0.5]


def test_counts_are_normalised_and_names_come_along(store, entry):
    assert entry.set_weights(("x", "y", "z"), [3, 1, 0], [1, 1, 2]) is None
    assert store.comparison.p.probabilities.tolist() == [0.75, 0.25, 0.0]
    assert store.comparison.labels == ("x", "y", "z")


@pytest.mark.parametrize(
    ("labels", "p", "refusal"),
    [
        (("a", "b", "c"), [0, 0, 0], Refusal.BAD_WEIGHTS),
        (None, [1e308, 1, 1e-308], Refusal.BAD_WEIGHTS),
        (("a", "a", "c"), [1, 1, 1], Refusal.BAD_LABEL),
    ],
)
def test_weights_that_make_no_distribution_change_nothing(store, entry, labels, p, refusal):
    before = store.comparison
    assert entry.set_weights(labels, p, None).refusal is refusal
    assert store.comparison is before
