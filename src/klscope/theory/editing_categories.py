"""Edits of the categories of a distribution: append, remove, merge, permute."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from klscope.theory.distribution import Distribution, absorb_residual, exact_sum, mass_left
from klscope.theory.editing import BoolArray, EditRefusedError, Refusal, refuse_lost_shares, shares


def append_zero(distribution: Distribution) -> Distribution:
    """Return ``distribution`` with one more category, at 0; nothing else changes."""
    memory, squeezes = np.append(distribution.remembered, 0.0), np.append(distribution.squeezes, 0)
    return Distribution(np.append(distribution.probabilities, 0.0), memory, squeezes)


def remove(distribution: Distribution, locks: BoolArray, indices: Sequence[int]) -> Distribution:
    """Return ``distribution`` without ``indices``; the remaining free ones share their mass in proportion."""
    gone = np.zeros(distribution.n, dtype=np.bool_)
    gone[list(indices)] = True
    remaining = distribution.probabilities[~gone]
    memory, squeezes = distribution.remembered[~gone], distribution.squeezes[~gone]
    free = ~locks[~gone]
    if not distribution.probabilities[gone].any():
        return Distribution(remaining, memory, squeezes)
    if not free.any():
        raise EditRefusedError(Refusal.NO_FREE_PARTNER, index=int(np.argmax(gone)))
    weights, room = remaining[free], mass_left(remaining[~free])
    remaining[free], _ = shares(weights, distribution.memory_of(~gone & ~locks), room)
    refuse_lost_shares(weights, remaining[free], ~gone & ~locks)
    absorb_residual(remaining, free)
    memory[remaining > 0.0] = 0.0
    return Distribution(remaining, memory, squeezes)


def merge(distribution: Distribution, indices: Sequence[int]) -> Distribution:
    """Return ``distribution`` with ``indices`` summed into the position of the first."""
    first, together = min(indices), np.zeros(distribution.n, dtype=np.bool_)
    together[list(indices)] = True
    new, memory = distribution.probabilities.copy(), distribution.remembered.copy()
    squeezes = distribution.squeezes.copy()
    new[first] = exact_sum(new[together])
    memory[first] = 0.0 if new[first] > 0.0 else exact_sum(distribution.memory_of(together))
    squeezes[first] = squeezes[together].max()
    keep = ~together
    keep[first] = True
    return Distribution(new[keep], memory[keep], squeezes[keep])


def permute(distribution: Distribution, order: Sequence[int]) -> Distribution:
    """Return ``distribution`` with its categories in ``order`` (a permutation of 0 … n − 1)."""
    whole = (distribution.probabilities, distribution.remembered, distribution.squeezes)
    return Distribution(*(array[list(order)] for array in whole))
