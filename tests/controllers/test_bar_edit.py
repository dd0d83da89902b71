"""Mouse and key input becomes edits. Oracle: *weather* and the rules by hand; a store, no window."""

import pytest
from PySide6.QtCore import Qt

from klscope.controllers import repeats
from klscope.controllers.bar_edit import BarEditController
from klscope.controllers.editor import Editor
from klscope.model.comparison import Comparison, Side
from klscope.model.edits import Gesture, ScaleGroup, SetLock, SetProbability
from klscope.model.store import Store
from klscope.theory.editing import Refusal

NONE, CONTROL = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
Q = Side.Q


class Bench:
    """A store with a hand on Q, and what was refused and announced."""

    def __init__(self, p=(4, 2, 1, 1), q=(1, 4, 2, 1), locks=()):
        comparison = Comparison.from_weights(None, list(p), list(q))
        self.store = Store(comparison.with_locks(Q, [index in locks for index in range(comparison.n)]))
        self.editor = Editor(self.store)
        self.hand = BarEditController(self.editor, Q)
        self.refusals, self.equal = [], []
        self.editor.refused.connect(lambda error: self.refusals.append(error.refusal))
        self.editor.shared_equally.connect(self.equal.append)

    @property
    def q(self):
        return self.store.comparison.q.probabilities.tolist()

    @property
    def steps(self):
        return self.store.history.position


@pytest.fixture
def clock(monkeypatch):
    """Return a list whose last entry is the time."""
    times = [100.0]
    monkeypatch.setattr(repeats.time, "monotonic", lambda: times[-1])
    return times


def test_a_drag_is_shown_and_becomes_a_step_on_release():
    bench = Bench()
    bench.hand.start_drag(0)
    bench.hand.drag(0, 0.5)
    # ½, ¼, ⅛ share ½ in proportion: 4/14, 2/14, 1/14
    assert bench.q == pytest.approx([0.5, 2 / 7, 1 / 7, 1 / 14])
    assert (bench.steps, bench.store.in_gesture) == (0, True)
    bench.editor.finish()
    assert (bench.steps, bench.store.in_gesture) == (1, False)
    assert bench.store.history.undoable.edit == SetProbability(Q, 0, 0.5, Gesture.DRAG)


def test_a_drag_given_up_leaves_all_as_it_was():
    bench = Bench()
    before = bench.q
    bench.hand.drag(0, 0.9)
    bench.editor.cancel()
    assert bench.q == before
    assert bench.steps == 0


def test_a_locked_bar_refuses_once_a_gesture():
    bench = Bench(locks=(0,))
    for _ in range(2):
        bench.hand.start_drag(0)
        for value in (0.2, 0.3, 0.4):
            bench.hand.drag(0, value)
        bench.editor.finish()
    assert bench.refusals == [Refusal.LOCKED] * 2
    assert bench.steps == 0


def test_with_all_else_locked_the_bar_does_not_move_and_says_why():
    bench = Bench(locks=(1, 2, 3))
    bench.hand.start_drag(0)
    bench.hand.drag(0, 0.4)
    assert bench.refusals == [Refusal.NO_FREE_PARTNER]
    assert bench.q[0] == 0.125


def test_a_drag_stops_at_the_ceiling():
    bench = Bench(locks=(1,))
    bench.hand.drag(0, 0.9)
    assert bench.q == [0.5, 0.5, 0.0, 0.0]
    assert bench.refusals == []


def test_equal_shares_are_announced_where_no_ratio_was_known():
    bench = Bench(q=(1, 0, 0, 0))
    bench.hand.start_drag(0)
    bench.hand.drag(0, 0.4)
    assert bench.equal == ["Q"]
    assert bench.q[1:] == pytest.approx([0.2] * 3)
    known = Bench()
    known.hand.start_drag(0)
    assert known.equal == []


def test_a_stroke_is_one_step():
    bench = Bench()
    bench.hand.paint(((0, 0.4),))
    bench.hand.paint(((0, 0.4), (1, 0.3)))
    bench.editor.finish()
    assert bench.q[:2] == [0.4, 0.3]
    assert bench.steps == 1


@pytest.mark.parametrize(
    ("amount", "value"), [(0.01, 0.135), (-0.01, 0.115), (0.001, 0.126), (0.1, 0.225), (-1.0, 0.0), (1.0, 1.0)]
)
def test_keys_step_as_decimals_do(clock, amount, value):
    bench = Bench()
    bench.hand.step(0, amount)
    assert bench.q[0] == value
    assert bench.steps == len(clock)
    assert bench.store.history.undoable.edit.gesture is Gesture.KEYS


def test_ten_steps_of_a_hundredth_are_a_tenth_exactly(clock):
    bench = Bench(q=(1, 1, 1, 1))
    for _ in range(10):
        bench.hand.step(0, 0.01)
    assert bench.q[0] == 0.35
    assert (bench.steps, len(clock)) == (1, 1)


def test_repeats_of_one_key_are_one_step_until_it_has_rested(clock):
    bench = Bench()
    for _ in range(5):
        bench.hand.step(0, 0.01)
        clock.append(clock[-1] + 0.9)
    assert bench.steps == 1
    clock.append(clock[-1] + 1.1)
    bench.hand.step(0, 0.01)
    assert bench.steps == 2
    bench.store.undo()
    assert bench.q[0] == pytest.approx(0.175)
    bench.store.undo()
    assert bench.q[0] == 0.125


def test_another_key_another_bar_or_an_undo_begins_a_new_step(clock):
    bench = Bench()
    bench.hand.step(0, 0.01)
    bench.hand.step(0, -0.1)
    bench.hand.step(1, -0.1)
    assert (bench.steps, len(clock)) == (3, 1)
    bench.store.undo()
    bench.hand.step(1, -0.1)
    assert bench.steps == 3
    bench.editor.perform(SetLock(Q, (3,), True))
    bench.hand.step(1, -0.1)
    assert bench.steps == 5


def test_keys_stop_at_zero_and_at_the_ceiling(clock):
    bench = Bench(locks=(1,))
    bench.hand.step(0, -0.5)
    assert bench.q[0] == 0.0
    bench.hand.step(0, 1.0)
    assert bench.q[0] == 0.5
    bench.hand.step(1, 0.01)
    assert bench.refusals == [Refusal.LOCKED] * len(clock)


def test_a_key_at_the_end_makes_no_step(clock):
    bench = Bench(q=(0, 1, 1, 1))
    bench.hand.step(0, -0.01)
    assert bench.steps == len(clock) - 1


@pytest.mark.parametrize(
    ("clicks", "selected"),
    [
        ([(2, NONE)], (2,)),
        ([(2, NONE), (0, CONTROL)], (2, 0)),
        ([(2, NONE), (0, CONTROL), (2, CONTROL)], (0,)),
        ([(2, NONE), (2, CONTROL)], (2,)),  # never none
        ([(1, NONE), (3, SHIFT)], (1, 2, 3)),
        ([(3, NONE), (1, SHIFT)], (3, 2, 1)),
        ([(1, NONE), (3, SHIFT), (2, SHIFT)], (1, 2)),
    ],
)
def test_clicks_select(clicks, selected):
    bench = Bench()
    bench.store.set_active(Side.P)
    for index, modifiers in clicks:
        bench.hand.select(index, modifiers)
    assert set(bench.store.view.selected) == set(selected)
    assert bench.store.view.current == selected[-1]
    assert bench.store.view.active is Q
    assert bench.steps == 0


def test_arrows_select_and_stop_at_the_ends():
    bench = Bench()
    bench.hand.move_selection(-1, False)
    assert bench.store.view.selected == (0,)
    for _ in range(9):
        bench.hand.move_selection(1, False)
    assert bench.store.view.selected == (3,)
    bench.hand.move_selection(-1, True)
    assert bench.store.view.selected == (3, 2)


def test_the_rubber_band_selects_and_a_press_activates():
    bench = Bench()
    bench.store.set_active(Side.P)
    bench.hand.activate()
    assert bench.store.view.active is Q
    bench.hand.select_many((1, 2))
    assert bench.store.view.selected == (1, 2)


def test_a_padlock_is_a_step():
    bench = Bench()
    bench.hand.toggle_lock(2)
    assert bench.store.comparison.q_locks.tolist() == [False, False, True, False]
    bench.hand.toggle_lock(2)
    assert not bench.store.comparison.q_locks.any()
    assert bench.steps == 2


# several selected move as one


def test_one_of_several_selected_leads_them_and_becomes_the_current_one():
    bench = Bench(q=(4, 2, 1, 1))
    bench.store.select((0, 2))
    bench.hand.start_drag(0)
    assert bench.store.view.selected == (2, 0)
    bench.hand.drag(0, 0.6)
    assert bench.q == pytest.approx([0.6, 0.25 * 2 / 3, 0.15, 0.25 / 3], rel=1e-15)
    assert bench.store.snapshot.axes_frozen
    bench.editor.finish()
    assert bench.store.history.undoable.edit == ScaleGroup(Q, (0, 2), 0, 0.6)


def test_a_bar_beside_the_selected_moves_alone():
    bench = Bench()
    bench.store.select((1, 2))
    bench.hand.start_drag(0)
    bench.hand.drag(0, 0.5)
    bench.editor.finish()
    assert bench.store.history.undoable.edit == SetProbability(Q, 0, 0.5)
    assert bench.store.view.selected == (1, 2)


def test_keys_move_the_group_and_another_group_is_another_step(clock):
    bench = Bench(q=(4, 2, 1, 1))
    bench.store.select((2, 0))
    for _ in range(5):
        bench.hand.step(0, 0.01)
    assert bench.steps == len(clock)
    assert bench.q == pytest.approx([0.55, 0.3125 * 2 / 3, 0.1375, 0.3125 / 3], rel=1e-14)
    bench.store.select((1, 0))
    bench.hand.step(0, 0.01)
    assert bench.steps == len(clock) + 1
    bench.hand.step(0, 1.0)
    assert bench.q[2:] == [0.0, 0.0]
    bench.hand.step(0, -1.0)
    assert bench.q[:2] == [0.0, 0.0]


def test_a_group_without_ratios_rises_equally_and_says_so():
    bench, said = Bench(q=(0, 0, 3, 1)), []
    bench.editor.rose_equally.connect(said.append)
    bench.store.select((1, 0))
    bench.hand.start_drag(0)
    bench.hand.drag(0, 0.25)
    assert bench.q == [0.25, 0.25, 0.375, 0.125]
    assert (said, bench.equal) == (["Q"], [])


def test_alone_a_bar_leaves_those_selected_beside_it(clock):
    bench = Bench(q=(4, 2, 1, 1))
    bench.store.select((2, 0))
    bench.hand.step_alone(0, 0.1)
    assert bench.store.view.selected == (0,)
    assert bench.q == pytest.approx([0.6, 0.2, 0.1, 0.1])
    bench.store.select((2, 0))
    bench.hand.start_drag_alone(0)
    bench.hand.drag(0, 0.2)
    bench.editor.finish()
    assert bench.q == pytest.approx([0.2, 0.4, 0.2, 0.2])
    assert bench.steps == len(clock) + 1
