"""How several categories move as one under the hand: they keep their ratios to each other, the rest keep theirs.

It is the rule of `klscope.theory.editing` one storey higher: the group is one category and the rest make room for it
in proportion; inside it, P|group stays what it was. Both conditional distributions last, only P(group) moves.
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
"""Weights that sum to less are scaled before they are divided by: the quotient would overflow or lose digits."""


def _members(distribution: Distribution, locks: BoolArray, indices: Sequence[int]) -> BoolArray:
    """Return which categories move together, shape ``(n,)``: the locked ones of ``indices`` stay where they are."""
    chosen = np.zeros(distribution.n, dtype=np.bool_)
    chosen[list(indices)] = True
    return chosen & ~locks


def _ratios(distribution: Distribution, members: BoolArray, index: int) -> FloatArray | None:
    """Return weights of shape ``(n,)`` that the members keep, 0 elsewhere; None where ``index`` cannot lead them.

    It cannot where it is at 0 and they are not: whatever its value is, it says nothing of theirs.
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
    """Return what ``index`` has where its group has all that the locks leave, rounded once."""
    full, _ = shares(ratios, ratios, free_mass(distribution, locks))
    return min(1.0, float(full[index]))


def is_equal_group(distribution: Distribution, locks: BoolArray, indices: Sequence[int]) -> bool:
    """Tell whether the group would rise in equal shares only because no ratio of its members was ever known."""
    members = _members(distribution, locks, indices)
    known = distribution.probabilities[members].any() or distribution.remembered[members].any()
    return bool(np.count_nonzero(members) > 1 and not known)


def group_ceiling(distribution: Distribution, locks: BoolArray, indices: Sequence[int], index: int) -> float:
    """Return the most that category ``index`` can take as one of a group: its share of the free mass, in [0, 1]."""
    ratios = None if locks[index] else _ratios(distribution, _members(distribution, locks, indices), index)
    if ratios is None:
        return ceiling(distribution, locks, index)
    return _highest(distribution, locks, ratios, index)


def scale_group(
    distribution: Distribution, locks: BoolArray, indices: Sequence[int], index: int, value: float
) -> Distribution:
    """Return ``distribution`` with category ``index`` at ``value`` exactly and its group in proportion to it.

    The other free categories share what is left in proportion. A group that goes to 0 remembers its ratios; one that
    is at 0 rises by what it remembers, equally where it remembers nothing. Where ``index`` is at 0 and others of its
    group are not, or where it is the group's only free member, it moves alone.

    Parameters
    ----------
    indices
        The group, ``index`` among them; locked members stay.
    value
        In [0, group_ceiling]. A value within 5e-13 above the ceiling is accepted.

    Raises
    ------
    EditRefusedError
        NaN or outside [0, 1]; above the ceiling; ``index`` locked; no free category outside the group.
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
    if left == 0.0:  # nothing outside is left to settle the roundings: the others of the group fill the whole
        room = mass_left(distribution.probabilities[locks], new[index : index + 1])
        new[led], _ = shares(ratios[led], ratios[led], room)
        new[locks] = distribution.probabilities[locks]
        absorb_residual(new, led & (new > 0.0))
    moved = with_values(distribution, locks, np.flatnonzero(members), new[members], left)
    return _remembering(distribution, moved, members)


def _remembering(before: Distribution, after: Distribution, members: BoolArray) -> Distribution:
    """Return ``after`` with the values that members had before they went to 0."""
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
