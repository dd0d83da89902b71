"""Edits of one distribution under locks: pure functions from one `Distribution` to the next.

A *lock* marks a category whose probability must not change; ``locks`` is a bool array of shape ``(n,)``. The *free
mass* is 1 − Σ locked; the *ceiling* of a category is its largest possible probability.

An edit rescales the other free categories in proportion, p_j ← p_j · left / Σ p_j. This is the only rule that keeps
every conditional ratio, and it changes the distribution least in every f-divergence.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import Enum

import numpy as np
from numpy.typing import NDArray

from klscope.theory.compensated import total_with_remainder
from klscope.theory.distribution import (
    SUM_TOLERANCE,
    Distribution,
    FloatArray,
    absorb_residual,
    exact_sum,
    mass_left,
    normalised,
)
from klscope.theory.reading import LostWeightError
from klscope.theory.scaling import scaled

BoolArray = NDArray[np.bool_]

EXACT_RETURN = 8 * 2.0**-52
"""If a share is this close to the sum of the remembered values, they are restored exactly."""


class Refusal(Enum):
    """Why an edit cannot be made."""

    NO_FREE_PARTNER = "no free partner"
    ABOVE_CEILING = "above the ceiling"
    OUT_OF_RANGE = "out of range"
    LOCKED = "locked"
    NOTHING_FREE = "nothing free"
    TOO_FEW = "too few categories"
    NOTHING_TO_MERGE = "nothing to merge"
    TOO_MANY = "too many categories"
    BAD_WEIGHTS = "bad weights"
    TOO_SMALL = "too small for a number"
    """A positive probability would underflow to 0, which could make KL(P‖Q) infinite."""
    BAD_LABEL = "bad label"


class EditRefusedError(ValueError):
    """An edit that cannot be made; the state stays as it was.

    Attributes
    ----------
    refusal
        The reason, without words: views translate it.
    values
        Values for the message: ``index``, ``ceiling``, ``value``, ``detail`` …
    """

    def __init__(self, refusal: Refusal, **values: object) -> None:
        super().__init__(refusal.value + "".join(f", {name} {value}" for name, value in values.items()))
        self.refusal = refusal
        self.values = values


def no_locks(n: int) -> BoolArray:
    """Return locks for ``n`` categories, all of them open."""
    return np.zeros(n, dtype=np.bool_)


def free_mass(distribution: Distribution, locks: BoolArray) -> float:
    """Return 1 − Σ locked, the mass that the unlocked categories share, in [0, 1]."""
    return mass_left(distribution.probabilities[locks])


def ceiling(distribution: Distribution, locks: BoolArray, index: int) -> float:
    """Return the largest possible probability of ``index``: 1 − Σ of the *other* locked ones, in [0, 1]."""
    others = locks.copy()
    others[index] = False
    return free_mass(distribution, others) if others.any() else 1.0


def shares(weights: FloatArray, remembered: FloatArray, left: float) -> tuple[FloatArray, bool]:
    """Share ``left`` in proportion to ``weights``; if all are 0, to ``remembered``; if those are 0 too, equally.

    Returns
    -------
    tuple
        The shares, and whether they are the weights themselves, bit for bit (then there is no rounding residual).
    """
    whole, rest = total_with_remainder(weights)
    tolerance = 2.0**-54
    if whole <= 0.0:
        weights, tolerance = remembered, EXACT_RETURN
        whole, rest = total_with_remainder(weights)
        if whole <= 0.0:
            return np.full(weights.size, left / weights.size), False
    if left > 0.0 and abs(whole - left) <= tolerance:
        return weights.copy(), True
    if whole < 1e-290:  # division by it would overflow or lose digits
        return scaled(normalised(weights), left), False
    return scaled(weights, left, (whole, rest)), False


def refuse_lost_shares(weights: FloatArray, shared: FloatArray, sharing: BoolArray) -> None:
    """Raise `EditRefusedError` where a category with a positive weight has a share of 0.

    ``sharing`` is the mask of those that share among the ``n`` categories; the others have one entry for each of them.
    """
    if shared.all():
        return
    lost = np.flatnonzero((weights > 0.0) & (shared == 0.0))
    if lost.size:
        raise EditRefusedError(Refusal.TOO_SMALL, index=int(np.flatnonzero(sharing)[lost[0]]))


def is_equal_share(distribution: Distribution, locks: BoolArray, fixed: Iterable[int]) -> bool:
    """Return whether the categories beside ``fixed`` would share equally because no ratio of theirs is known."""
    sharers = ~locks
    sharers[list(fixed)] = False
    known = distribution.probabilities[sharers].any() or distribution.remembered[sharers].any()
    return bool(np.count_nonzero(sharers) > 1 and not known)


def with_values(
    distribution: Distribution, locks: BoolArray, fixed: NDArray[np.intp], values: FloatArray, left: float
) -> Distribution:
    """Set ``fixed`` to ``values``; the other unlocked categories, at least one, share ``left``."""
    old = distribution.probabilities
    new = old.copy()
    new[fixed] = values
    sharing = ~locks
    sharing[fixed] = False
    weights = old[sharing]
    remembered = weights if weights.any() else distribution.memory_of(sharing)
    new[sharing], verbatim = shares(weights, remembered, left)
    if left > 0.0:
        refuse_lost_shares(weights, new[sharing], sharing)
        if not verbatim:
            # the residual goes where its weight is least; the requested values stay bit for bit
            absorb_residual(new, sharing)
        if not distribution.remembers:
            return distribution.with_probabilities(new)
    memory, squeezes = distribution.remembered.copy(), distribution.squeezes.copy()
    if left <= 0.0:
        # categories already at 0 keep what they remember, so that reverting this edit restores them
        squeezed = sharing & (old > 0.0)
        memory[squeezed] = old[squeezed]
        squeezes[squeezed] = squeezes.max() + 1
    memory[fixed] = 0.0
    memory[new > 0.0] = 0.0
    return Distribution(new, memory, squeezes)


def set_probability(
    distribution: Distribution, locks: BoolArray, index: int, value: float, highest: float | None = None
) -> Distribution:
    """Return ``distribution`` with category ``index`` at exactly ``value``; the other free ones share the rest.

    The category's own lock is ignored: the value is requested, and the lock keeps it from then on.

    Parameters
    ----------
    value
        In [0, ceiling]. A value within 5e-13 above the ceiling is accepted: a ceiling is a sum, and sums round.
    highest
        The `ceiling`, if the caller has computed it.

    Raises
    ------
    EditRefusedError
        If the value is NaN, outside [0, 1] or above the ceiling, or no other category is free.
    """
    if not 0.0 <= value <= 1.0:
        raise EditRefusedError(Refusal.OUT_OF_RANGE, index=index, value=value)
    if value == distribution.probabilities[index]:
        return distribution
    if np.count_nonzero(locks) - bool(locks[index]) >= distribution.n - 1:
        raise EditRefusedError(Refusal.NO_FREE_PARTNER, index=index)
    if highest is None:
        highest = ceiling(distribution, locks, index)
    if value > highest + SUM_TOLERANCE / 2:
        raise EditRefusedError(Refusal.ABOVE_CEILING, index=index, value=value, ceiling=highest)
    # at the ceiling the rest is 0, whatever the rounded sums give
    fixed = locks.copy()
    fixed[index] = False
    left = 0.0 if value >= highest else mass_left(distribution.probabilities[fixed], np.array([value]))
    return with_values(distribution, locks, np.array([index]), np.array([value + 0.0]), left)


def paint(distribution: Distribution, locks: BoolArray, heights: Mapping[int, float]) -> Distribution:
    """Return ``distribution`` with ``heights`` (category → value) painted; the other free ones share the rest.

    Locked categories are skipped. Painted values are scaled down to the free mass if their sum exceeds it, and scaled
    to it if all free categories are painted. A stroke whose values are all 0 changes nothing where it cannot be scaled.
    """
    drawn = np.array([index for index in heights if not locks[index]], dtype=np.intp)
    if drawn.size == 0:
        return distribution
    values = np.clip(np.array([heights[int(index)] for index in drawn], dtype=np.float64), 0.0, 1.0)
    room = free_mass(distribution, locks)
    all_drawn = drawn.size + int(np.count_nonzero(locks)) == distribution.n
    total = exact_sum(values)
    if not total >= (1e-290 if all_drawn else 0.0):  # nothing to scale, or NaN
        return distribution
    if total > room or all_drawn:
        values = values * (room / total)
    if not all_drawn:
        left = mass_left(distribution.probabilities[locks], values) if total < room else 0.0
        return with_values(distribution, locks, drawn, values, left)
    new = distribution.probabilities.copy()
    new[drawn] = values
    return _replaced(distribution, locks, new, forgetting=True)


def _replaced(distribution: Distribution, locks: BoolArray, new: FloatArray, forgetting: bool) -> Distribution:
    """Return a distribution with the values ``new`` and no residual; ``forgetting`` clears what free ones remember."""
    absorb_residual(new, ~locks)
    memory = distribution.remembered.copy()
    memory[(~locks & forgetting) | (new > 0.0)] = 0.0
    return Distribution(new, memory, distribution.squeezes)


def _within_free_mass(
    distribution: Distribution, locks: BoolArray, weights: FloatArray, forgetting: bool = True
) -> Distribution:
    """Share the free mass among the free categories in proportion to ``weights``, one for each of them."""
    free = ~locks
    if not free.any():
        raise EditRefusedError(Refusal.NOTHING_FREE)
    new, room = distribution.probabilities.copy(), free_mass(distribution, locks)
    try:
        new[free] = normalised(weights) * room
    except LostWeightError as error:
        raise EditRefusedError(Refusal.TOO_SMALL, index=int(np.flatnonzero(free)[error.position - 1])) from error
    if room > 0.0:
        refuse_lost_shares(weights, new[free], free)
    return _replaced(distribution, locks, new, forgetting)


def uniform(distribution: Distribution, locks: BoolArray) -> Distribution:
    """Return ``distribution`` with the free mass shared equally and no remembered ratios."""
    return _within_free_mass(distribution, locks, np.ones(int(np.count_nonzero(~locks))))


def one_hot(distribution: Distribution, locks: BoolArray, index: int) -> Distribution:
    """Return ``distribution`` with all the free mass on ``index``, as if it was dragged to its ceiling."""
    if locks[index]:
        raise EditRefusedError(Refusal.LOCKED, index=index)
    highest = ceiling(distribution, locks, index)
    return set_probability(distribution, locks, index, highest, highest)


def random(distribution: Distribution, locks: BoolArray, seed: int) -> Distribution:
    """Return ``distribution`` with free categories drawn from Dirichlet(1, …, 1) by ``seed`` (≥ 0)."""
    count = int(np.count_nonzero(~locks))
    return _within_free_mass(distribution, locks, np.random.default_rng(seed).standard_exponential(count))


def sharpen(distribution: Distribution, locks: BoolArray, temperature: float) -> Distribution:
    """Return ``distribution`` with p^(1/T), T > 0, in free categories: T < 1 sharpens, T > 1 smooths; 0 stays 0."""
    if not 0.0 < temperature < np.inf:
        raise EditRefusedError(Refusal.OUT_OF_RANGE, value=temperature)
    free = ~locks
    old = distribution.probabilities[free]
    if not old.any() or temperature == 1.0:
        return distribution
    with np.errstate(divide="ignore", under="ignore"):
        logarithms = np.log(old) / temperature
        weights = np.asarray(np.exp(logarithms - logarithms.max()), dtype=np.float64)
    refuse_lost_shares(old, weights, free)
    return _within_free_mass(distribution, locks, weights, forgetting=False)


def smooth(distribution: Distribution, locks: BoolArray, amount: float) -> Distribution:
    """Return ``distribution`` mixed with uniform over the free mass: q ← (1 − λ)·q + λ/n, λ = ``amount`` in [0, 1]."""
    if not 0.0 <= amount <= 1.0:
        raise EditRefusedError(Refusal.OUT_OF_RANGE, value=amount)
    free = ~locks
    room = free_mass(distribution, locks)
    if not free.any():
        raise EditRefusedError(Refusal.NOTHING_FREE)
    if amount == 0.0:
        return distribution
    new = distribution.probabilities.copy()
    new[free] = (1.0 - amount) * new[free] + amount * room / np.count_nonzero(free)
    return _replaced(distribution, locks, new, forgetting=False)
