"""Points of the simplex become edits. Oracle: a pair by hand; a store, no window."""

import pytest

from klscope.controllers import repeats
from klscope.controllers.editor import Editor
from klscope.controllers.point_edit import PointEditController
from klscope.model.comparison import Comparison, Side
from klscope.model.store import Store
from klscope.theory.editing import Refusal

Q = Side.Q


class Bench:
    """A store with a hand on its points, and what was refused."""

    def __init__(self, q=(1, 1, 2), locks=()):
        comparison = Comparison.from_weights(None, [2, 1, 1], list(q))
        self.store = Store(comparison.with_locks(Q, [index in locks for index in range(3)]))
        self.editor = Editor(self.store)
        self.points = PointEditController(self.editor)
        self.refusals = []
        self.editor.refused.connect(lambda error: self.refusals.append((error.refusal, error.values.get("index"))))

    @property
    def q(self):
        return self.store.comparison.q.probabilities.tolist()

    @property
    def steps(self):
        return self.store.history.position


def test_a_drag_is_previewed_and_one_step():
    bench = Bench()
    for place in (0.3, 0.4, 0.5):
        bench.points.drag(Q, (place, 0.5, 0.5 - place))
    assert bench.q == [0.5, 0.5, 0.0]
    assert bench.store.snapshot.axes_frozen
    bench.editor.finish()
    assert bench.steps == 1
    bench.store.undo()
    assert bench.q == [0.25, 0.25, 0.5]


def test_a_cancelled_drag_leaves_nothing():
    bench = Bench()
    bench.points.drag(Q, (0.5, 0.5, 0.0))
    bench.editor.cancel()
    assert bench.q == [0.25, 0.25, 0.5]
    assert bench.steps == 0


def test_a_refusal_is_said_once_a_gesture():
    bench = Bench(locks=(0, 1))
    for _ in range(3):
        bench.points.drag(Q, (0.5, 0.5, 0.0))
    assert bench.refusals == [(Refusal.NO_FREE_PARTNER, 2)]
    bench.editor.finish()
    bench.points.drag(Q, (0.5, 0.5, 0.0))
    assert len(bench.refusals) == 2


def test_keys_move_mass_from_one_to_another():
    bench = Bench()
    bench.points.give(Q, 1, 2, 0.01)
    assert bench.q == pytest.approx([0.25, 0.24, 0.51])
    bench.points.give(Q, 1, 2, 1.0)
    assert bench.q == pytest.approx([0.25, 0.0, 0.75])
    bench.points.give(Q, 1, 2, 0.01)  # nothing is left to give
    assert bench.steps == 2


def test_a_held_key_is_one_step_until_it_rests(monkeypatch):
    bench, now = Bench(), [0.0]
    monkeypatch.setattr(repeats.time, "monotonic", lambda: now[0])
    for _ in range(5):
        bench.points.give(Q, 1, 2, 0.01)
    assert bench.steps == 1
    bench.points.give(Q, 2, 1, 0.01)
    assert bench.steps == 2
    now[0] = 2.0
    bench.points.give(Q, 2, 1, 0.01)
    assert bench.steps == 3


def test_a_lock_stops_the_key_and_says_which():
    bench = Bench(locks=(2,))
    bench.points.give(Q, 1, 2, 0.01)
    assert bench.refusals == [(Refusal.LOCKED, 2)]
    assert bench.steps == 0
