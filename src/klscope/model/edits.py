"""Edits of a comparison: frozen values that compute the next comparison from the current one.

This module has edits that keep the categories, and edits that replace the whole comparison;
`klscope.model.category_edits` has the others. Edits apply the rules of a pair, for example that a swap exchanges the
locks; the arithmetic on one distribution is in `klscope.theory.editing`. The names of edits in menus are in
`klscope.views.words`.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import Enum

import numpy as np

from klscope.model.comparison import Comparison, Side
from klscope.model.pins import Pin
from klscope.theory import editing, editing_groups, snap_rounding
from klscope.theory.distribution import Distribution
from klscope.theory.editing import EditRefusedError, Refusal


class Edit(ABC):
    """An edit: computes the next comparison from the current one."""

    @abstractmethod
    def apply(self, comparison: Comparison) -> Comparison:
        """Return the comparison after this edit; raise `EditRefusedError` where it is impossible."""


@dataclass(frozen=True)
class GestureEdit(Edit):
    """An edit made by dragging inside a plot: axes do not change while it is previewed."""

    side: Side


class Gesture(Enum):
    """How a probability was set; it determines the name of the undo step."""

    DRAG = "drag"
    KEYS = "keys"
    TYPED = "typed"


@dataclass(frozen=True)
class SetProbability(GestureEdit):
    """Set one probability; the other free categories share the rest.

    Drags and keys stop at a lock and at the ceiling. A typed value changes a locked probability, and is refused above
    the ceiling.
    """

    index: int
    value: float
    gesture: Gesture = Gesture.DRAG

    def apply(self, comparison: Comparison) -> Comparison:
        distribution, locks = comparison.distribution(self.side), comparison.locks(self.side)
        value, highest = self.value, None
        if self.gesture is not Gesture.TYPED:
            if locks[self.index]:
                raise EditRefusedError(Refusal.LOCKED, index=self.index)
            if np.count_nonzero(~locks) < 2:  # its ceiling is its present value: stopping there would not explain why
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
    """Set one probability of a group; the group keeps its ratios, and the other free categories share the rest.

    It stops at 0, and where the group has all of the free mass.
    """

    indices: tuple[int, ...]
    index: int
    value: float
    gesture: Gesture = Gesture.DRAG

    def apply(self, comparison: Comparison) -> Comparison:
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
    """Set several probabilities painted in one stroke, as pairs of category and value; locked ones are skipped.

    A stroke over locked categories alone is refused.
    """

    heights: tuple[tuple[int, float], ...]

    def apply(self, comparison: Comparison) -> Comparison:
        distribution, locks = comparison.distribution(self.side), comparison.locks(self.side)
        if self.heights and all(locks[index] for index, _ in self.heights):
            raise EditRefusedError(Refusal.LOCKED, index=self.heights[0][0])
        return comparison.with_distribution(self.side, editing.paint(distribution, locks, dict(self.heights)))


@dataclass(frozen=True)
class SetDistribution(GestureEdit):
    """Set all probabilities of one side: a point of the simplex.

    Locked categories keep their probabilities, and the free ones are scaled to the free mass. With fewer than two free
    categories the edit is refused.
    """

    values: tuple[float, ...]
    gesture: Gesture = Gesture.DRAG

    def apply(self, comparison: Comparison) -> Comparison:
        distribution, locks = comparison.distribution(self.side), comparison.locks(self.side)
        free = np.flatnonzero(~locks)
        if free.size == 0:
            raise EditRefusedError(Refusal.NOTHING_FREE)
        if free.size == 1:
            raise EditRefusedError(Refusal.NO_FREE_PARTNER, index=int(free[0]))
        # exactly the start or the other point: scaling could round the values
        for known in (distribution, comparison.distribution(self.side.other)):
            fits = np.array_equal(distribution.probabilities[locks], known.probabilities[locks])
            if fits and np.array_equal(self.values, known.probabilities):
                return comparison.with_distribution(self.side, known)
        return comparison.with_distribution(self.side, editing.paint(distribution, locks, dict(enumerate(self.values))))


@dataclass(frozen=True)
class Copy(Edit):
    """Replace one distribution by the other (Q ← P when ``target`` is Q), and unlock all its categories."""

    target: Side

    def apply(self, comparison: Comparison) -> Comparison:
        source = comparison.distribution(self.target.other)
        opened = comparison.with_locks(self.target, editing.no_locks(comparison.n))
        return opened.with_distribution(self.target, source)


@dataclass(frozen=True)
class Swap(Edit):
    """Exchange P and Q, with their locks and remembered ratios."""

    def apply(self, comparison: Comparison) -> Comparison:
        return replace(
            comparison, p=comparison.q, q=comparison.p, p_locks=comparison.q_locks, q_locks=comparison.p_locks
        )


@dataclass(frozen=True)
class Uniform(Edit):
    """Share the free mass equally."""

    side: Side

    def apply(self, comparison: Comparison) -> Comparison:
        return _on_side(comparison, self.side, editing.uniform)


@dataclass(frozen=True)
class OneHot(Edit):
    """Put all the free mass on one category."""

    side: Side
    index: int

    def apply(self, comparison: Comparison) -> Comparison:
        return _on_side(comparison, self.side, editing.one_hot, self.index)


@dataclass(frozen=True)
class Random(Edit):
    """Draw from Dirichlet(1, …, 1) by ``seed``."""

    side: Side
    seed: int

    def apply(self, comparison: Comparison) -> Comparison:
        return _on_side(comparison, self.side, editing.random, self.seed)


@dataclass(frozen=True)
class Sharpen(Edit):
    """Raise to the power 1/T and normalise: T below 1 sharpens, above 1 softens."""

    side: Side
    temperature: float

    def apply(self, comparison: Comparison) -> Comparison:
        return _on_side(comparison, self.side, editing.sharpen, self.temperature)


@dataclass(frozen=True)
class Smooth(Edit):
    """Mix with the uniform distribution: q ← (1 − λ)·q + λ/n."""

    side: Side
    amount: float

    def apply(self, comparison: Comparison) -> Comparison:
        return _on_side(comparison, self.side, editing.smooth, self.amount)


@dataclass(frozen=True)
class SetLock(Edit):
    """Lock or unlock categories of one side."""

    side: Side
    indices: tuple[int, ...]
    locked: bool

    def apply(self, comparison: Comparison) -> Comparison:
        locks = comparison.locks(self.side).copy()
        locks[list(self.indices)] = self.locked
        return comparison.with_locks(self.side, locks)


@dataclass(frozen=True)
class UnlockAll(Edit):
    """Unlock all categories of both sides."""

    def apply(self, comparison: Comparison) -> Comparison:
        none = editing.no_locks(comparison.n)
        return comparison.with_locks(Side.P, none).with_locks(Side.Q, none)


@dataclass(frozen=True, eq=False)
class LoadComparison(Edit):
    """Replace the comparison, for example by an example; ``comparison.origin`` names the data."""

    comparison: Comparison

    def apply(self, comparison: Comparison) -> Comparison:  # noqa: ARG002  # the current comparison does not matter
        return self.comparison


@dataclass(frozen=True, eq=False)
class ProposeComparison(LoadComparison):
    """Show a comparison as a preview that any other edit discards, and does not make an undo step."""


@dataclass(frozen=True, eq=False)
class ShowRow(LoadComparison):
    """Replace the comparison by that of another row of the open table; rows shown one after the other are one step."""


@dataclass(frozen=True)
class Reset(Edit):
    """Restore labels, P, Q and locks of the origin; without one, change nothing."""

    def apply(self, comparison: Comparison) -> Comparison:
        origin = comparison.origin
        return comparison if origin is None else replace(origin.comparison, origin=origin)


@dataclass(frozen=True)
class ReturnToPin(Edit):
    """Restore labels, P, Q and locks of a pin; the origin stays."""

    pin: Pin

    def apply(self, comparison: Comparison) -> Comparison:
        return replace(self.pin.comparison, origin=comparison.origin)


def _on_side(comparison: Comparison, side: Side, rule: Callable[..., Distribution], *arguments: object) -> Comparison:
    changed = rule(comparison.distribution(side), comparison.locks(side), *arguments)
    return comparison.with_distribution(side, changed)
