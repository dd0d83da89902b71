"""The three tasks for first-time users, as predicates on a snapshot."""

from __future__ import annotations

from klscope.model.comparison import Side
from klscope.model.edits import ScaleGroup, SetProbability, Swap
from klscope.model.snapshot import Snapshot

COUNT = 3


def reached(snapshot: Snapshot) -> frozenset[int]:
    """Return which tasks the last step completed: Q's bar at its line, P and Q swapped, an infinite term."""
    step = snapshot.history.undoable
    if step is None or snapshot.in_gesture:
        return frozenset()
    found = set()
    edit = step.edit
    comparison = snapshot.comparison
    if isinstance(edit, (SetProbability, ScaleGroup)) and edit.side is Side.Q:
        index = edit.index
        line = comparison.p.probabilities[index]
        if index == 0 and comparison.q.probabilities[0] == line != step.before.q.probabilities[0]:  # the task names it
            found.add(0)
        if index in snapshot.infinite:
            found.add(2)
    if isinstance(edit, Swap):
        found.add(1)
    return frozenset(found)
