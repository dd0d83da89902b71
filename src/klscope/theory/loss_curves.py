"""What one probability of Q costs, by three rules, as it runs from 0 to the most it can be.

The rules are the expected losses under P of the logarithmic score, −log Q(i); of a linear one, 1 − Q(i); and of
Brier's, Σ_j (δ_ij − Q(j))². The first and the last are proper: over all Q they are least at Q = P. The linear one is
not: it is least where all of Q stands on one category. Source: Gneiting and Raftery, "Strictly proper scoring rules,
prediction, and estimation" (2007), §1 and §3.

Along the path of one bar each of them is made of a few sums, so that a point of a curve costs the same for any n.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from enum import Enum

import numpy as np

from klscope.theory.distribution import Distribution, FloatArray, exact_sum, read_only
from klscope.theory.editing import BoolArray, ceiling, shares

SAME_PATH = 1e-12
"""How far, entry by entry, a distribution may be from a path and still be on it: edits absorb the rounding residual."""
FLAT = 1e-12
"""A linear loss whose slope is no more than this costs the same everywhere: what is left is rounding."""


class Rule(Enum):
    """By which rule a loss is counted."""

    LOG = "log"
    LINEAR = "linear"
    BRIER = "brier"


@dataclass(frozen=True, eq=False)
class BarPath:
    """The distributions one goes through while a hand takes one of its bars from 0 to its ceiling.

    Attributes
    ----------
    index
        The bar; its own lock does not count.
    ceiling
        The most it can take, 1 − Σ of the other locked ones, in [0, 1].
    held
        What the other locked bars keep, shape ``(n,)``, 0 elsewhere; read-only.
    ratios
        How the other free ones share what is left, shape ``(n,)``, summing to 1, 0 elsewhere; read-only. In proportion
        to what they are; all 0: to what they remember; nothing known: equally.
    """

    index: int
    ceiling: float
    held: FloatArray
    ratios: FloatArray

    @classmethod
    def of(cls, distribution: Distribution, locks: BoolArray, index: int) -> BarPath:
        """Return the path of ``index`` through ``distribution``; ``locks`` has shape ``(n,)``."""
        own = np.arange(distribution.n) == index
        fixed, sharing = locks & ~own, ~locks & ~own
        ratios = np.zeros(distribution.n)
        if sharing.any():
            weights = distribution.probabilities[sharing]
            ratios[sharing], _ = shares(weights, distribution.memory_of(sharing), 1.0)
        held = np.where(fixed, distribution.probabilities, 0.0)
        return cls(index, ceiling(distribution, locks, index), read_only(held), read_only(ratios))

    @property
    def is_movable(self) -> bool:
        """Whether there is anyone to share with; if not, the path is the one point at its ceiling."""
        return bool(self.ratios.any())

    def at(self, value: float) -> FloatArray:
        """Return the probabilities with the bar at ``value``, in [0, ceiling]; shape ``(n,)``."""
        probabilities = self.held + (self.ceiling - value) * self.ratios
        probabilities[self.index] = value
        return probabilities

    def passes(self, probabilities: FloatArray) -> bool:
        """Tell whether the path goes through ``probabilities``, shape ``(n,)``, but for rounding."""
        return bool(np.abs(self.at(float(probabilities[self.index])) - probabilities).max() <= SAME_PATH)


@dataclass(frozen=True)
class PathLosses:
    """The three losses along a path as a few numbers; equal numbers are equal curves.

    With q the bar's probability, C its ceiling, r the ratios of the sharers and l what is locked, the losses are

    - log: −p log q − s log(C − q) + what is constant, s = Σ P(j) over the sharers;
    - linear: 1 − p·q − g·(C − q) − Σ P(j)·l(j), g = Σ P(j)·r(j);
    - Brier: 1 − 2 (p·q + g·(C − q) + Σ P(j)·l(j)) + q² + ρ·(C − q)² + Σ l(j)², ρ = Σ r(j)².

    Attributes
    ----------
    ceiling
        C, in [0, 1].
    is_movable
        Whether there is a path at all, and not a point.
    own, sharing
        p and s, in [0, 1].
    shared_product, shared_square
        g and ρ, in [0, 1].
    held_product, held_square
        Σ P(j)·l(j) and Σ l(j)².
    constant
        The part of the log loss, in nats, that is the same all along the path; ∞ where something happens whose
        probability is 0 on all of it.
    is_held
        Whether other bars are locked.
    """

    ceiling: float
    is_movable: bool
    own: float
    sharing: float
    shared_product: float
    shared_square: float
    held_product: float
    held_square: float
    constant: float
    is_held: bool = field(default=False)

    @classmethod
    def of(cls, p: FloatArray, path: BarPath) -> PathLosses:
        """Return the losses under ``p``, shape ``(n,)``, along ``path``."""
        ratios, held = path.ratios, path.held
        others = np.arange(p.size) != path.index
        shared = ratios > 0.0
        happens = others & (p > 0.0)
        still = np.where(shared, ratios, held)[happens]  # what the logarithms of the others are made of
        constant = math.fsum((-p[happens] * np.log(still)).tolist()) + 0.0 if still.all() else math.inf
        return cls(
            ceiling=path.ceiling,
            is_movable=path.is_movable,
            own=float(p[path.index]),
            sharing=exact_sum(p[shared]),
            shared_product=exact_sum(p * ratios),
            shared_square=exact_sum(ratios * ratios),
            held_product=exact_sum(p * held),
            held_square=exact_sum(held * held),
            constant=constant,
            is_held=bool(held.any()),
        )

    def losses(self, rule: Rule, values: FloatArray) -> FloatArray:
        """Return the expected losses with the bar at ``values``, in [0, ceiling].

        Parameters
        ----------
        rule
            Log: in nats, in [0, ∞], 0·log 0 being 0; linear: in [0, 1]; Brier: in [0, 2].
        values
            Of any shape, which is that of the result.
        """
        left = np.maximum(self.ceiling - values, 0.0)  # a ceiling is a sum, and sums round
        if rule is Rule.LOG:
            with np.errstate(divide="ignore"):
                total = np.full(values.shape, self.constant)
                if self.own > 0.0:
                    total -= self.own * np.log(values)
                if self.sharing > 0.0:
                    total -= self.sharing * np.log(left)
            return total
        product = self.own * values + self.shared_product * left + self.held_product
        if rule is Rule.LINEAR:
            return 1.0 - product
        square = values * values + self.shared_square * left * left + self.held_square
        return 1.0 - 2.0 * product + square

    def loss(self, rule: Rule, value: float) -> float:
        """Return the expected loss with the bar at one ``value``."""
        return float(self.losses(rule, np.array([value]))[0])

    def slope(self, rule: Rule, value: float) -> float:
        """Return how fast the loss grows with the bar at ``value`` in [0, ceiling], the sharers making room.

        Log: in nats, in [−∞, ∞], NaN where the loss is ∞ all along the path.
        """
        left = self.ceiling - value
        if rule is Rule.LOG:
            if math.isinf(self.constant):
                return math.nan
            falling = self.own / value if value > 0.0 else math.inf
            rising = self.sharing / left if left > 0.0 else math.inf
            return (rising if self.sharing > 0.0 else 0.0) - (falling if self.own > 0.0 else 0.0)
        linear = self.shared_product - self.own
        if rule is Rule.LINEAR:
            return linear
        return 2.0 * (linear + value - self.shared_square * left)

    def least(self, rule: Rule) -> float | None:
        """Return where along the path the loss is least, in [0, ceiling]; None where every value costs the same.

        Log: C·p/(p + s), which is p itself without locks. Linear: an edge. Brier: (p − g + ρC)/(1 + ρ), or the edge
        before it: p itself where the sharers stand in P's ratios and nothing is locked.
        """
        if not self.is_movable:
            return None
        if rule is Rule.LOG:
            taking = self.own + self.sharing
            if taking <= 0.0 or math.isinf(self.constant):
                return None
            # p + s is 1 but for rounding where nothing is locked, and p is p
            best = self.ceiling * (self.own / taking) if self.is_held else self.own  # never past the ceiling
            # where the sharers happen, however rarely, the loss is ∞ at the ceiling
            return min(best, math.nextafter(self.ceiling, 0.0)) if self.sharing > 0.0 else best
        if rule is Rule.LINEAR:
            slope = self.shared_product - self.own
            if abs(slope) <= FLAT:
                return None
            return self.ceiling if slope < 0.0 else 0.0
        raw = (self.own - self.shared_product + self.shared_square * self.ceiling) / (1.0 + self.shared_square)
        return min(max(raw, 0.0), self.ceiling)
