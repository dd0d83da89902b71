"""The path of the current category's probability in Q, and the losses along it."""

from __future__ import annotations

import numpy as np

from klscope.model.snapshot import Snapshot
from klscope.theory.distribution import FloatArray
from klscope.theory.loss_curves import BarPath, PathLosses, Rule


def path_of(snapshot: Snapshot) -> BarPath:
    """Return the path of the current probability of Q.

    While this category is dragged it is exactly the path from the press, so that curves need not be painted again, and
    ratios are not computed from probabilities near 0.
    """
    comparison, present = snapshot.comparison, snapshot.history.present
    index = snapshot.view.current
    if snapshot.in_gesture and present.n == comparison.n and np.array_equal(present.q_locks, comparison.q_locks):
        at_press = BarPath.of(present.q, present.q_locks, index)
        if at_press.passes(comparison.q.probabilities):
            return at_press
    return BarPath.of(comparison.q, comparison.q_locks, index)


def divergences_over_bar(snapshot: Snapshot, values: FloatArray) -> FloatArray:
    """Return KL(P‖·) along that path, in the chosen unit, at ``values`` of the category; same shape.

    It is the log loss minus H(P), clipped at 0 against rounding.
    """
    divergences = losses_of(snapshot).losses(Rule.LOG, values) - snapshot.measures.entropy_p
    return snapshot.terms_in_unit(np.maximum(divergences, 0.0))


def losses_of(snapshot: Snapshot) -> PathLosses:
    """Return the losses under P along that path, in nats where they have a unit."""
    return PathLosses.of(snapshot.comparison.p.probabilities, path_of(snapshot))
