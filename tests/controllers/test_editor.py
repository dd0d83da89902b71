"""Where edits meet the store: a refusal is a signal, never an exception in a slot. Oracle: which signals come."""

import pytest

from klscope.controllers.editor import Editor
from klscope.model.comparison import Comparison, Side
from klscope.model.edits import Gesture, SetLock, SetProbability, Swap, Uniform
from klscope.model.store import Store
from klscope.theory.editing import Refusal


@pytest.fixture
def editor():
    made = Editor(Store(Comparison.from_weights(None, [2, 1, 1], [1, 1, 2])))
    made.said = []
    made.performed.connect(lambda edit: made.said.append(("performed", edit)))
    made.refused.connect(lambda error: made.said.append(("refused", error.refusal)))
    made.shared_equally.connect(lambda side: made.said.append(("equal", side)))
    return made


def test_an_edit_that_can_be_made_is_made_and_told(editor):
    assert editor.perform(Swap())
    assert editor.said == [("performed", Swap())]
    assert editor.store.history.position == 1


def test_an_edit_that_cannot_be_made_is_refused_and_nothing_changes(editor):
    editor.perform(SetLock(Side.P, (0, 1, 2), True))
    editor.said.clear()
    before = editor.store.snapshot
    assert not editor.perform(Uniform(Side.P))
    assert not editor.preview(SetProbability(Side.P, 0, 0.1))
    assert editor.said == [("refused", Refusal.NOTHING_FREE), ("refused", Refusal.LOCKED)]
    assert editor.store.snapshot is before


def test_a_preview_is_no_step_and_not_told(editor):
    assert editor.preview(Swap())
    assert editor.said == []
    assert editor.store.in_gesture
    assert editor.store.history.position == 0


def test_a_step_can_go_on_with_the_last(editor):
    for value in (0.3, 0.35, 0.4):
        editor.perform(SetProbability(Side.Q, 0, value, Gesture.KEYS), continuing=True)
    assert editor.store.history.position == 1
    assert editor.store.comparison.q.probabilities[0] == 0.4
    editor.store.undo()
    assert editor.store.comparison.q.probabilities[0] == 0.25


@pytest.mark.parametrize(
    ("q", "locks", "announced"),
    [
        ([0, 0, 1], (), True),
        ([1, 0, 0], (), False),  # the one that moves is not 2: it shares with it
        ([0, 1, 1], (), False),
        ([0, 0, 1], (0,), False),  # one alone has nothing to share
    ],
)
def test_equal_shares_are_announced_only_where_no_ratio_is_known(q, locks, announced):
    store = Store(Comparison.from_weights(None, [1, 1, 1], q).with_locks(Side.Q, [i in locks for i in range(3)]))
    editor = Editor(store)
    said = []
    editor.shared_equally.connect(said.append)
    editor.warn_of_equal_shares(Side.Q, 2)
    assert said == (["Q"] if announced else [])
