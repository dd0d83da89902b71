"""What training does to a comparison, as an edit."""

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
    """Q as it is after so many steps of training; training moves every bar, so it is refused where one is locked.

    Where only the rounding of logits tells Q from P, it is P: nothing is left to learn.
    """

    q: FloatArray
    steps: int

    def apply(self, comparison: Comparison) -> Comparison:
        """Return the comparison with Q replaced."""
        if comparison.q_locks.any():
            raise EditRefusedError(Refusal.LOCKED, index=int(np.argmax(comparison.q_locks)))
        p, weights = comparison.p.probabilities, self.q / exact_sum(self.q)
        if (np.abs(weights - p) <= ROUNDING * p).all():
            weights = p
        return comparison.with_distribution(Side.Q, Distribution.from_weights(weights))


@dataclass(frozen=True)
class RestartTraining(Edit):
    """Q as it was before the first step that the history of losses shows; P stays as it was made meanwhile."""

    q: Distribution

    def apply(self, comparison: Comparison) -> Comparison:
        """Return the comparison with Q as at the start."""
        return comparison.with_distribution(Side.Q, self.q)
