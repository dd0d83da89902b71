"""Along which path the current category's bar of Q moves, and what it costs there."""

from __future__ import annotations

import numpy as np

from klscope.model.snapshot import Snapshot
from klscope.theory.distribution import FloatArray
from klscope.theory.loss_curves import BarPath, PathLosses, Rule


def path_of(snapshot: Snapshot) -> BarPath:
    """Return the path of the current bar of Q.

    Under a hand that moves just this bar it is the path from the press, to the bit: nothing that was drawn of it
    has to be drawn again, and ratios are not read off bars that are nearly gone.
    """
    comparison, present = snapshot.comparison, snapshot.history.present
    index = snapshot.view.current
    if snapshot.in_gesture and present.n == comparison.n and np.array_equal(present.q_locks, comparison.q_locks):
        at_press = BarPath.of(present.q, present.q_locks, index)
        if at_press.passes(comparison.q.probabilities):
            return at_press
    return BarPath.of(comparison.q, comparison.q_locks, index)


def divergences_over_bar(snapshot: Snapshot, values: FloatArray) -> FloatArray:
    """Return KL(P‖·) along that path, in the chosen unit, at ``values`` of the bar, shape as theirs.

    It is the log loss less what Q cannot change; where that leaves nothing, rounding may pass 0, and must not.
    """
    divergences = losses_of(snapshot).losses(Rule.LOG, values) - snapshot.measures.entropy_p
    return snapshot.terms_in_unit(np.maximum(divergences, 0.0))


def losses_of(snapshot: Snapshot) -> PathLosses:
    """Return the losses under P along that path, in nats where they have a unit."""
    return PathLosses.of(snapshot.comparison.p.probabilities, path_of(snapshot))
