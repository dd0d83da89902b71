"""Edits of a group of categories under locks: the ratios inside the group and outside it are kept.

This applies the rule of `klscope.theory.editing` to the group as one category: only P(group) changes, and the
conditional distributions given the group and given its complement stay.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from klscope.theory.distribution import SUM_TOLERANCE, Distribution, FloatArray, absorb_residual, mass_left, normalised
from klscope.theory.editing import (
    BoolArray,
    EditRefusedError,
    Refusal,
    ceiling,
    free_mass,
    refuse_lost_shares,
    set_probability,
    shares,
    with_values,
)

SMALLEST = 1e-290
"""Weights with a smaller sum are scaled before a division, which would overflow or lose digits."""


def _members(distribution: Distribution, locks: BoolArray, indices: Sequence[int]) -> BoolArray:
    """Return the mask of the categories that move together, shape ``(n,)``: ``indices`` without the locked ones."""
    chosen = np.zeros(distribution.n, dtype=np.bool_)
    chosen[list(indices)] = True
    return chosen & ~locks


def _ratios(distribution: Distribution, members: BoolArray, index: int) -> FloatArray | None:
    """Return the fixed ratios of the members, shape ``(n,)``, 0 elsewhere; None where ``index`` cannot determine them.

    It cannot if it is 0 and others are not.
    """
    weights = np.where(members, distribution.probabilities, 0.0)
    if not weights.any():
        weights[members] = distribution.memory_of(members)
        if not weights.any():
            weights[members] = 1.0
    if weights[index] == 0.0 or np.count_nonzero(members) == 1:
        return None
    return normalised(weights) if weights.sum() < SMALLEST else weights


def _highest(distribution: Distribution, locks: BoolArray, ratios: FloatArray, index: int) -> float:
    """Return the value of ``index`` if its group has all of the free mass, rounded once."""
    full, _ = shares(ratios, ratios, free_mass(distribution, locks))
    return min(1.0, float(full[index]))


def is_equal_group(distribution: Distribution, locks: BoolArray, indices: Sequence[int]) -> bool:
    """Return whether a group at 0 would rise in equal shares because no ratio of its members is known."""
    members = _members(distribution, locks, indices)
    known = distribution.probabilities[members].any() or distribution.remembered[members].any()
    return bool(np.count_nonzero(members) > 1 and not known)


def group_ceiling(distribution: Distribution, locks: BoolArray, indices: Sequence[int], index: int) -> float:
    """Return the largest value of ``index`` as a member of its group: its share of the free mass, in [0, 1]."""
    ratios = None if locks[index] else _ratios(distribution, _members(distribution, locks, indices), index)
    if ratios is None:
        return ceiling(distribution, locks, index)
    return _highest(distribution, locks, ratios, index)


def scale_group(
    distribution: Distribution, locks: BoolArray, indices: Sequence[int], index: int, value: float
) -> Distribution:
    """Return ``distribution`` with ``index`` at exactly ``value`` and its group in proportion to it.

    The other free categories share the rest in proportion. A group that becomes 0 remembers its ratios; a group at 0
    rises in its remembered ratios, or equally without any. If ``index`` is 0 and other members are not, or if it is the
    only free member, it moves alone.

    Parameters
    ----------
    indices
        The group, ``index`` among them; locked members stay.
    value
        In [0, group_ceiling]. A value within 5e-13 above the ceiling is accepted.

    Raises
    ------
    EditRefusedError
        If the value is NaN, outside [0, 1] or above the ceiling, ``index`` is locked, or no category outside the group
        is free.
    """
    if not 0.0 <= value <= 1.0:
        raise EditRefusedError(Refusal.OUT_OF_RANGE, index=index, value=value)
    if locks[index]:
        raise EditRefusedError(Refusal.LOCKED, index=index)
    members = _members(distribution, locks, indices)
    ratios = _ratios(distribution, members, index)
    if ratios is None:
        return set_probability(distribution, locks, index, value)
    if not (~locks & ~members).any():
        raise EditRefusedError(Refusal.NO_FREE_PARTNER, index=index, indices=tuple(indices))
    if value == distribution.probabilities[index]:
        return distribution
    highest = _highest(distribution, locks, ratios, index)
    if value > highest + SUM_TOLERANCE / 2:
        raise EditRefusedError(Refusal.ABOVE_CEILING, index=index, value=value, ceiling=highest)
    led = members.copy()
    led[index] = False
    new = np.zeros(distribution.n)
    new[index] = value + 0.0
    left = 0.0
    if value < highest:
        new[led] = ratios[led] * (value / float(ratios[index]))
        if value > 0.0:
            refuse_lost_shares(ratios[led], new[led], led)
        left = mass_left(distribution.probabilities[locks], new[members])
    if left == 0.0:  # nothing outside can take the residual: the other members do
        room = mass_left(distribution.probabilities[locks], new[index : index + 1])
        new[led], _ = shares(ratios[led], ratios[led], room)
        new[locks] = distribution.probabilities[locks]
        absorb_residual(new, led & (new > 0.0))
    moved = with_values(distribution, locks, np.flatnonzero(members), new[members], left)
    return _remembering(distribution, moved, members)


def _remembering(before: Distribution, after: Distribution, members: BoolArray) -> Distribution:
    """Return ``after`` with the former values of members that became 0 as remembered ratios."""
    emptied = members & (after.probabilities == 0.0)
    had = np.where(before.probabilities > 0.0, before.probabilities, before.remembered)
    if not (emptied & (had > 0.0)).any():
        return after
    memory, squeezes = after.remembered.copy(), after.squeezes.copy()
    fallen = emptied & (before.probabilities > 0.0)
    memory[emptied] = had[emptied]
    squeezes[emptied] = before.squeezes[emptied]
    if fallen.any():
        squeezes[fallen] = max(squeezes.max(), before.squeezes.max()) + 1
    return Distribution(after.probabilities, memory, squeezes)
