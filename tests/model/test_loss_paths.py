"""The path of the current bar: the one from the press during a drag, bit for bit, else that of the present state."""

import numpy as np
import pytest

from klscope.model.comparison import Comparison, Side
from klscope.model.edits import Paint, SetLock, SetProbability
from klscope.model.loss_paths import losses_of, path_of
from klscope.model.store import Store
from klscope.model.view_state import ViewState
from klscope.theory.loss_curves import Rule

WEATHER = Comparison.from_weights(None, [4, 2, 1, 1], [1, 4, 2, 1])


@pytest.fixture
def store(qapp):  # noqa: ARG001
    return Store(WEATHER, ViewState(selected=(0,)))


@pytest.mark.parametrize("value", [0.0, 1e-17, 0.3, 1.0 - 1e-13, 1.0])
def test_during_a_drag_it_is_the_path_from_the_press(store, value):
    before = losses_of(store.snapshot)
    store.preview(SetProbability(Side.Q, 0, value))
    assert losses_of(store.snapshot) == before


def test_dragging_another_bar_changes_it(store):
    before = path_of(store.snapshot)
    store.preview(SetProbability(Side.Q, 1, 0.1))
    now = path_of(store.snapshot)
    assert now.ratios[1] < before.ratios[1] - 0.1
    assert now.passes(store.comparison.q.probabilities)
    store.preview(Paint(Side.Q, ((1, 0.1), (2, 0.5))))
    assert path_of(store.snapshot).passes(store.comparison.q.probabilities)


def test_after_it_the_path_is_that_of_what_is_there(store):
    before = path_of(store.snapshot)
    store.perform(SetProbability(Side.Q, 0, 1.0))
    assert np.allclose(path_of(store.snapshot).ratios, before.ratios, atol=1e-15)
    store.perform(SetLock(Side.Q, (1,), locked=True))
    assert path_of(store.snapshot).ratios[1] == 0.0


def test_the_losses_are_those_of_the_snapshot(store):
    store.perform(SetProbability(Side.P, 2, 0.7))
    losses, q = losses_of(store.snapshot), float(store.comparison.q.probabilities[0])
    assert losses.loss(Rule.LOG, q) == pytest.approx(store.measures.cross_entropy, rel=1e-14)
    assert losses.own == store.comparison.p.probabilities[0]
