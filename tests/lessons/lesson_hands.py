"""Hands that do what a lesson asks, by the program's own edits on a store: drags, keys, commands, locks, training."""

from __future__ import annotations

from dataclasses import dataclass

from view_states import training_options

from klscope.model.comparison import Side
from klscope.model.edits import Edit, Gesture, Paint, SetLock, SetProbability
from klscope.model.store import Store
from klscope.model.training_edits import Train
from klscope.model.training_run import TrainingRun
from klscope.model.view_options import TrainingOptions
from klscope.theory.training import Family, Objective

STEP, SMALL_STEP = 0.01, 0.001
"""What an arrow key adds, and what it adds with Shift."""
MOST_KEYS = 2000


@dataclass(frozen=True)
class Drag:
    """One bar dragged to a height."""

    side: Side
    index: int
    to: float


@dataclass(frozen=True)
class Keys:
    """One bar moved by arrow keys, then by Shift and arrow keys, as near to a height as they come."""

    side: Side
    index: int
    to: float


@dataclass(frozen=True)
class Lock:
    """Locks set, or opened."""

    side: Side
    indices: tuple[int, ...]
    locked: bool = True


@dataclass(frozen=True)
class Training:
    """A run of training: so many steps of one hump."""

    objective: Objective
    steps: int
    rate: float = TrainingOptions().unimodal_rate


Act = Drag | Keys | Lock | Training | Edit


def do(store: Store, act: Act) -> int:
    """Do it, and return how many moves it took: keys count one each, locks none, anything else is one."""
    match act:
        case Drag(side, index, to):
            before = float(store.comparison.distribution(side).probabilities[index])
            for share in (0.5, 1.0):  # a hand passes by what lies between
                store.preview(SetProbability(side, index, before + share * (to - before)))
            store.commit()
        case Keys(side, index, to):
            return _press(store, side, index, to)
        case Lock(side, indices, locked):
            store.perform(SetLock(side, indices, locked))
            return 0
        case Training(objective, steps, rate):
            _train(store, training_options(objective, Family.UNIMODAL, rate), steps)
        case Paint():
            store.preview(act)
            store.commit()
        case _:
            store.perform(act)
    return 1


def _press(store: Store, side: Side, index: int, to: float) -> int:
    """Press arrow keys until none brings the bar nearer; the store sees each, rounded as the program rounds steps."""
    for moves in range(MOST_KEYS):
        value = float(store.comparison.distribution(side).probabilities[index])
        way = 1.0 if to > value else -1.0
        reached = [min(1.0, max(0.0, round(value + way * step, 12))) for step in (STEP, SMALL_STEP)]
        nearer = [after for after in reached if abs(to - after) < abs(to - value) - 1e-9]
        if not nearer:
            return moves
        # the large step while it does not lead past the height
        after = nearer[0] if (to - nearer[0]) * way >= -1e-9 else nearer[-1]
        store.perform(SetProbability(side, index, after, Gesture.KEYS), continuing=moves > 0)
        if float(store.comparison.distribution(side).probabilities[index]) == value:
            raise AssertionError(f"{side.value} of category {index} stays at {value}, on the way to {to}")
    raise AssertionError(f"{MOST_KEYS} keys do not take category {index} of {side.value} to {to}")


def _train(store: Store, settings: TrainingOptions, steps: int) -> None:
    run = TrainingRun.of(store.comparison, settings)
    store.begin_undo_group()
    for _ in range(steps):
        if not run.can_step or run.is_settled:
            break
        run = run.stepped()
        store.advance(Train(run.q, run.steps))
    store.end_undo_group()
