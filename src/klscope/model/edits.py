"""What can be done to a comparison, as frozen values: each edit says how the next comparison follows from one.

Here are those that leave the categories as they are, and those that put a whole pair in place of this one;
`klscope.model.category_edits` has the others. Edits know the rules of a pair (locks travel with a swap); the
arithmetic on one distribution is `klscope.theory.editing`. How an edit is called in a menu is the views' business.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import Enum

import numpy as np

from klscope.model.comparison import Comparison, Side
from klscope.model.pins import Pin
from klscope.theory import editing, editing_groups, snap_rounding
from klscope.theory.distribution import Distribution
from klscope.theory.editing import EditRefusedError, Refusal


class Edit:
    """Anything that turns one comparison into the next."""

    def apply(self, comparison: Comparison) -> Comparison:
        """Return the comparison after this edit; raise `EditRefusedError` where it cannot be made."""
        raise NotImplementedError


@dataclass(frozen=True)
class GestureEdit(Edit):
    """What is dragged inside a plot: axes stay while it is previewed."""

    side: Side


class Gesture(Enum):
    """How a person set a probability; it names the undo step."""

    DRAG = "drag"
    KEYS = "keys"
    TYPED = "typed"


@dataclass(frozen=True)
class SetProbability(GestureEdit):
    """One probability to a value; the others share what is left.

    A hand that drags or steps stops at a lock and at the ceiling; a typed value moves the lock, and is refused above
    the ceiling.
    """

    index: int
    value: float
    gesture: Gesture = Gesture.DRAG

    def apply(self, comparison: Comparison) -> Comparison:
        """Return the comparison with the probability set."""
        distribution, locks = comparison.distribution(self.side), comparison.locks(self.side)
        value, highest = self.value, None
        if self.gesture is not Gesture.TYPED:
            if locks[self.index]:
                raise EditRefusedError(Refusal.LOCKED, index=self.index)
            if np.count_nonzero(~locks) < 2:  # its ceiling is where it stands: stopping there would not say why
                raise EditRefusedError(Refusal.NO_FREE_PARTNER, index=self.index)
            highest = editing.ceiling(distribution, locks, self.index)
            if highest <= 0.0 < value:
                raise EditRefusedError(Refusal.ABOVE_CEILING, index=self.index, value=value, ceiling=highest)
            value = min(max(value, 0.0), highest)
        result = editing.set_probability(distribution, locks, self.index, value, highest)
        result = snap_rounding.snapped_to(result, comparison.distribution(self.side.other), locks, self.index)
        return comparison.with_distribution(self.side, result)


@dataclass(frozen=True)
class ScaleGroup(GestureEdit):
    """One probability of a group to a value: its group keeps its ratios to it, the others share what is left.

    It stops at 0 and where the group has all that the locks leave.
    """

    indices: tuple[int, ...]
    index: int
    value: float
    gesture: Gesture = Gesture.DRAG

    def apply(self, comparison: Comparison) -> Comparison:
        """Return the comparison with the group moved."""
        distribution, locks = comparison.distribution(self.side), comparison.locks(self.side)
        if np.count_nonzero(~locks) < 2 and not locks[self.index]:
            raise EditRefusedError(Refusal.NO_FREE_PARTNER, index=self.index)
        highest = editing_groups.group_ceiling(distribution, locks, self.indices, self.index)
        value = min(max(self.value, 0.0), highest)
        result = editing_groups.scale_group(distribution, locks, self.indices, self.index, value)
        result = snap_rounding.snapped_to(result, comparison.distribution(self.side.other), locks, self.index)
        return comparison.with_distribution(self.side, result)


@dataclass(frozen=True)
class Paint(GestureEdit):
    """Heights drawn across several categories in one stroke: pairs of category and value; locked ones are passed over.

    A stroke over locked ones alone is refused.
    """

    heights: tuple[tuple[int, float], ...]

    def apply(self, comparison: Comparison) -> Comparison:
        """Return the comparison with the drawn heights."""
        distribution, locks = comparison.distribution(self.side), comparison.locks(self.side)
        if self.heights and all(locks[index] for index, _ in self.heights):
            raise EditRefusedError(Refusal.LOCKED, index=self.heights[0][0])
        return comparison.with_distribution(self.side, editing.paint(distribution, locks, dict(self.heights)))


@dataclass(frozen=True)
class SetDistribution(GestureEdit):
    """The whole vector at once: a point of the simplex that a hand moved.

    Locks hold: the free categories scale into the free mass. With fewer than two of them nothing could move.
    """

    values: tuple[float, ...]
    gesture: Gesture = Gesture.DRAG

    def apply(self, comparison: Comparison) -> Comparison:
        """Return the comparison with the point there."""
        distribution, locks = comparison.distribution(self.side), comparison.locks(self.side)
        free = np.flatnonzero(~locks)
        if free.size == 0:
            raise EditRefusedError(Refusal.NOTHING_FREE)
        if free.size == 1:
            raise EditRefusedError(Refusal.NO_FREE_PARTNER, index=int(free[0]))
        # back at the start, or on the other point: these are the numbers meant, and to scale them could round
        for known in (distribution, comparison.distribution(self.side.other)):
            fits = np.array_equal(distribution.probabilities[locks], known.probabilities[locks])
            if fits and np.array_equal(self.values, known.probabilities):
                return comparison.with_distribution(self.side, known)
        return comparison.with_distribution(self.side, editing.paint(distribution, locks, dict(enumerate(self.values))))


@dataclass(frozen=True)
class Copy(Edit):
    """One distribution becomes the other (Q ← P when ``target`` is Q); the target's locks open."""

    target: Side

    def apply(self, comparison: Comparison) -> Comparison:
        """Return the comparison with both alike."""
        source = comparison.distribution(self.target.other)
        opened = comparison.with_locks(self.target, editing.no_locks(comparison.n))
        return opened.with_distribution(self.target, source)


@dataclass(frozen=True)
class Swap(Edit):
    """P and Q change places, with locks and remembered ratios."""

    def apply(self, comparison: Comparison) -> Comparison:
        """Return the comparison turned round."""
        return replace(
            comparison, p=comparison.q, q=comparison.p, p_locks=comparison.q_locks, q_locks=comparison.p_locks
        )


@dataclass(frozen=True)
class Uniform(Edit):
    """The free mass in equal shares."""

    side: Side

    def apply(self, comparison: Comparison) -> Comparison:
        """Return the comparison with one side uniform."""
        return _on_side(comparison, self.side, editing.uniform)


@dataclass(frozen=True)
class OneHot(Edit):
    """All the free mass on one category."""

    side: Side
    index: int

    def apply(self, comparison: Comparison) -> Comparison:
        """Return the comparison with one side one-hot."""
        return _on_side(comparison, self.side, editing.one_hot, self.index)


@dataclass(frozen=True)
class Random(Edit):
    """A draw from Dirichlet(1, …, 1) by ``seed``."""

    side: Side
    seed: int

    def apply(self, comparison: Comparison) -> Comparison:
        """Return the comparison with one side drawn anew."""
        return _on_side(comparison, self.side, editing.random, self.seed)


@dataclass(frozen=True)
class Sharpen(Edit):
    """p^(1/T), renormalised: T below 1 sharpens, above 1 softens."""

    side: Side
    temperature: float

    def apply(self, comparison: Comparison) -> Comparison:
        """Return the comparison with one side sharpened."""
        return _on_side(comparison, self.side, editing.sharpen, self.temperature)


@dataclass(frozen=True)
class Smooth(Edit):
    """q ← (1 − λ)·q + λ/n."""

    side: Side
    amount: float

    def apply(self, comparison: Comparison) -> Comparison:
        """Return the comparison with one side smoothed."""
        return _on_side(comparison, self.side, editing.smooth, self.amount)


@dataclass(frozen=True)
class SetLock(Edit):
    """Lock or open categories of one side."""

    side: Side
    indices: tuple[int, ...]
    locked: bool

    def apply(self, comparison: Comparison) -> Comparison:
        """Return the comparison with the locks set."""
        locks = comparison.locks(self.side).copy()
        locks[list(self.indices)] = self.locked
        return comparison.with_locks(self.side, locks)


@dataclass(frozen=True)
class UnlockAll(Edit):
    """Open every lock of both sides."""

    def apply(self, comparison: Comparison) -> Comparison:
        """Return the comparison without locks."""
        none = editing.no_locks(comparison.n)
        return comparison.with_locks(Side.P, none).with_locks(Side.Q, none)


@dataclass(frozen=True, eq=False)
class LoadComparison(Edit):
    """Other data take the place of these: an example, later a file. ``comparison.origin`` says what they are."""

    comparison: Comparison

    def apply(self, comparison: Comparison) -> Comparison:  # noqa: ARG002  # what was there does not matter
        """Return the opened data."""
        return self.comparison


@dataclass(frozen=True)
class Reset(Edit):
    """Labels, P, Q and locks as they were opened."""

    def apply(self, comparison: Comparison) -> Comparison:
        """Return what the origin held; without one, the comparison itself."""
        origin = comparison.origin
        return comparison if origin is None else replace(origin.comparison, origin=origin)


@dataclass(frozen=True)
class ReturnToPin(Edit):
    """Labels, P, Q and locks as they were pinned; where the data came from stays."""

    pin: Pin

    def apply(self, comparison: Comparison) -> Comparison:
        """Return the pinned comparison."""
        return replace(self.pin.comparison, origin=comparison.origin)


def _on_side(comparison: Comparison, side: Side, rule: Callable[..., Distribution], *arguments: object) -> Comparison:
    changed = rule(comparison.distribution(side), comparison.locks(side), *arguments)
    return comparison.with_distribution(side, changed)
