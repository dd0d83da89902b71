"""Edits made by training."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from klscope.model.comparison import Comparison, Side
from klscope.model.edits import Edit
from klscope.theory.distribution import Distribution, FloatArray, exact_sum
from klscope.theory.editing import EditRefusedError, Refusal
from klscope.theory.training import ROUNDING


@dataclass(frozen=True, eq=False)
class Train(Edit):
    """Replace Q by the result of training steps; refused where a category of Q is locked.

    Where Q differs from P only by the rounding of logits, it becomes P.
    """

    q: FloatArray
    steps: int

    def apply(self, comparison: Comparison) -> Comparison:
        if comparison.q_locks.any():
            raise EditRefusedError(Refusal.LOCKED, index=int(np.argmax(comparison.q_locks)))
        p, weights = comparison.p.probabilities, self.q / exact_sum(self.q)
        if (np.abs(weights - p) <= ROUNDING * p).all():
            weights = p
        return comparison.with_distribution(Side.Q, Distribution.from_weights(weights))


@dataclass(frozen=True)
class RestartTraining(Edit):
    """Restore Q as before the first step in the history of losses; P keeps its changes."""

    q: Distribution

    def apply(self, comparison: Comparison) -> Comparison:
        return comparison.with_distribution(Side.Q, self.q)
