"""The expected loss under P as a function of one probability of Q, by three scoring rules.

The rules are the logarithmic score, −log Q(i); a linear score, 1 − Q(i); and the Brier score, Σ_j (δ_ij − Q(j))². The
first and the last are proper: their expected loss is least at Q = P. The linear one is not: its least loss is at a Q
with all mass on one category. Source: Gneiting and Raftery, "Strictly proper scoring rules, prediction, and estimation"
(2007), §1 and §3.

Along the path of one category each loss is a function of a few sums, so a point of a curve takes the same time for any
n.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from enum import Enum

import numpy as np

from klscope.theory.distribution import Distribution, FloatArray, exact_sum, read_only
from klscope.theory.editing import BoolArray, ceiling, shares

SAME_PATH = 1e-12
"""The largest difference, entry by entry, between a distribution on the path and the path."""
FLAT = 1e-12
"""A linear loss with a smaller slope counts as constant: the slope is rounding error."""


class Rule(Enum):
    """A scoring rule."""

    LOG = "log"
    LINEAR = "linear"
    BRIER = "brier"


@dataclass(frozen=True, eq=False)
class BarPath:
    """The distributions passed while the probability of one category is dragged from 0 to its ceiling.

    Attributes
    ----------
    index
        The category; its own lock is ignored.
    ceiling
        Its largest probability, 1 − Σ of the other locked ones, in [0, 1].
    held
        The probabilities of the other locked categories, shape ``(n,)``, 0 elsewhere; read-only.
    ratios
        The shares of the other free categories in the rest, shape ``(n,)``, summing to 1, 0 elsewhere; read-only. They
        are in proportion to the probabilities; if all are 0, to the remembered ones; without any, equal.
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
        """Whether any other category is free; if not, the path is the one point at its ceiling."""
        return bool(self.ratios.any())

    def at(self, value: float) -> FloatArray:
        """Return the probabilities with the category at ``value``, in [0, ceiling]; shape ``(n,)``."""
        probabilities = self.held + (self.ceiling - value) * self.ratios
        probabilities[self.index] = value
        return probabilities

    def passes(self, probabilities: FloatArray) -> bool:
        """Return whether the path passes ``probabilities``, shape ``(n,)``, apart from rounding."""
        return bool(np.abs(self.at(float(probabilities[self.index])) - probabilities).max() <= SAME_PATH)


@dataclass(frozen=True)
class PathLosses:
    """The three expected losses along a path, as a few numbers; equal numbers give equal curves.

    With q the probability of the category, C its ceiling, r the shares of the free ones and l the locked probabilities,
    the losses are

    - log: −p log q − s log(C − q) + constant, s = Σ P(j) over the free ones;
    - linear: 1 − p·q − g·(C − q) − Σ P(j)·l(j), g = Σ P(j)·r(j);
    - Brier: 1 − 2 (p·q + g·(C − q) + Σ P(j)·l(j)) + q² + ρ·(C − q)² + Σ l(j)², ρ = Σ r(j)².

    Attributes
    ----------
    ceiling
        C, in [0, 1].
    is_movable
        Whether the path is more than a point.
    own, sharing
        p and s, in [0, 1].
    shared_product, shared_square
        g and ρ, in [0, 1].
    held_product, held_square
        Σ P(j)·l(j) and Σ l(j)².
    constant
        The part of the log loss, in nats, that is constant along the path; ∞ where some P(j) > 0 has Q(j) = 0 on all of
        it.
    is_held
        Whether other categories are locked.
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
        still = np.where(shared, ratios, held)[happens]  # the arguments of the other logarithms
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
        """Return the expected losses with the category at ``values``, in [0, ceiling].

        Parameters
        ----------
        rule
            Log: in nats, in [0, ∞], 0·log 0 being 0; linear: in [0, 1]; Brier: in [0, 2].
        values
            Of any shape, which is that of the result.
        """
        left = np.maximum(self.ceiling - values, 0.0)  # rounded sums may exceed the ceiling
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
        """Return the expected loss with the category at one ``value``."""
        return float(self.losses(rule, np.array([value]))[0])

    def slope(self, rule: Rule, value: float) -> float:
        """Return the derivative of the loss at ``value`` in [0, ceiling], along the path.

        Log: in nats, in [−∞, ∞], NaN where the loss is ∞ along the whole path.
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
        """Return the value in [0, ceiling] with the least loss; None where the loss is constant.

        Log: C·p/(p + s), which is p without locks. Linear: an endpoint. Brier: (p − g + ρC)/(1 + ρ), clipped to the
        interval; it is p where the free categories have P's ratios and nothing is locked.
        """
        if not self.is_movable:
            return None
        if rule is Rule.LOG:
            taking = self.own + self.sharing
            if taking <= 0.0 or math.isinf(self.constant):
                return None
            # p + s is 1 apart from rounding where nothing is locked, and the result is p
            best = self.ceiling * (self.own / taking) if self.is_held else self.own  # never above the ceiling
            # where P(j) > 0 for any free category, the loss is ∞ at the ceiling
            return min(best, math.nextafter(self.ceiling, 0.0)) if self.sharing > 0.0 else best
        if rule is Rule.LINEAR:
            slope = self.shared_product - self.own
            if abs(slope) <= FLAT:
                return None
            return self.ceiling if slope < 0.0 else 0.0
        raw = (self.own - self.shared_product + self.shared_square * self.ceiling) / (1.0 + self.shared_square)
        return min(max(raw, 0.0), self.ceiling)
