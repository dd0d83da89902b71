"""Divergences and distances of P and Q, computed from their exact differences.

With r = q/p − 1, and with m = (p + q)/2 the mixture,

    D(P‖Q)  = Σ p·(r − log(1 + r)),
    JS(P,Q) = ½D(P‖M) + ½D(Q‖M),  where m/p − 1 = r/2,

because Σ p·r = Σ (q − p) = 0. No term is negative, so no digits are lost in the
sums, and a divergence is exactly 0 where all differences are 0.
"""

import math
from functools import cached_property, partial

import numpy as np

from klscope.theory.compensated import Array, in_blocks, total
from klscope.theory.differences import cross_differences
from klscope.theory.excess import weighted_excess
from klscope.theory.logarithms import log_ratios_of_tiny
from klscope.theory.weights import Scaled

_LARGEST = float(np.finfo(np.float64).max)
_RATIO_BELOW = -0.75  # below it, the quotient q/p has more digits of log(q/p) than q/p − 1 has


class Divergences:
    """Divergences and distances of two scaled distributions P and Q, each computed on first access."""

    def __init__(self, scaled: Scaled) -> None:
        self._scaled = scaled

    @cached_property
    def _differences(self) -> tuple[Array, float]:
        return cross_differences(self._scaled)

    def _ratios(self, row: int, scale: float, weights: Array, differences: Array) -> tuple[Array, Array, Array]:
        """Return (other − own)/``scale`` for P (row 0) or Q, its ratios to the weights, and the divisors of these.

        With ``scale`` 2.0 the first is mixture − own.
        """
        other_sum, _ = self._scaled.sums[1 - row]
        shifts = differences / ((1.0 if row == 0 else -1.0) * scale * self._differences[1] * other_sum)
        divisors = np.where(weights > 0.0, weights, 1.0) if self._scaled.zeros else weights
        ratios = shifts / divisors
        np.maximum(ratios, -1.0, out=ratios)
        np.minimum(ratios, _LARGEST, out=ratios)
        return shifts, ratios, divisors

    def _compared(self, row: int) -> tuple[Array, float]:
        """Return log(other/own) for P (row 0) or Q, and the divergence of the other distribution from it."""
        weights, others = self._scaled.rows[row], self._scaled.rows[1 - row]
        own_sum, other_sum = self._scaled.sums[row][0], self._scaled.sums[1 - row][0]

        def compared(weights: Array, others: Array, differences: Array) -> tuple[Array, Array]:
            shifts, ratios, divisors = self._ratios(row, 1.0, weights, differences)
            logarithms = np.log1p(ratios)
            far = ratios < _RATIO_BELOW
            if far.any():
                quotients = others / divisors
                quotients *= own_sum / other_sum
                np.log(quotients, out=logarithms, where=far)
            if self._scaled.tiny:
                log_ratios_of_tiny(self._scaled, row, logarithms)
            return logarithms, weighted_excess(weights, shifts, ratios, logarithms)

        with np.errstate(all="ignore"):
            whole = (weights, others, self._differences[0])  # tiny weights are looked up among all
            logarithms, terms = compared(*whole) if self._scaled.tiny else in_blocks(compared, *whole)
        return logarithms, max(total(terms) / own_sum, 0.0)

    @cached_property
    def _forward(self) -> tuple[Array, float]:
        return self._compared(0)

    @property
    def logarithms(self) -> Array:
        """log(q/p), nats, shape (n,); −inf where only q is 0, and undefined where p = 0."""
        return self._forward[0]

    @property
    def forward(self) -> float:
        """D(P‖Q), nats, in [0, +inf]."""
        return self._forward[1]

    @cached_property
    def backward(self) -> float:
        """D(Q‖P), nats, in [0, +inf]."""
        return self._compared(1)[1]

    @cached_property
    def jensen_shannon(self) -> float:
        """JS(P,Q), nats, in [0, log 2]."""
        halves = []
        for row, (weight_sum, _) in enumerate(self._scaled.sums):
            with np.errstate(all="ignore"):
                (terms,) = in_blocks(partial(self._to_mixture, row), self._scaled.rows[row], self._differences[0])
            halves.append(total(terms) / weight_sum)
        shannon = 0.5 * (halves[0] + halves[1])
        return min(max(shannon, 0.0), math.log(2.0))

    def _to_mixture(self, row: int, weights: Array, differences: Array) -> tuple[Array]:
        """Return the terms of the divergence of the mixture from P (row 0) or from Q."""
        shifts, ratios, _ = self._ratios(row, 2.0, weights, differences)
        return (weighted_excess(weights, shifts, ratios, np.log1p(ratios)),)

    @cached_property
    def _normalised_differences(self) -> Array:
        """Q − P, shape (n,)."""
        differences, base = self._differences
        (p_sum, _), (q_sum, _) = self._scaled.sums
        return differences / (base * p_sum * q_sum)

    @cached_property
    def variation(self) -> float:
        """½Σ|p − q|, in [0, 1]."""
        with np.errstate(all="ignore"):
            return min(0.5 * total(np.abs(self._normalised_differences)), 1.0)

    @cached_property
    def hellinger(self) -> float:
        """√(½Σ(√p − √q)²), in [0, 1], where √p − √q = (p − q)/(√p + √q)."""
        scaled = self._scaled
        (p_sum, _), (q_sum, _) = scaled.sums
        with np.errstate(all="ignore"):
            spread = np.sqrt(scaled.rows[0] / p_sum)
            spread += np.sqrt(scaled.rows[1] / q_sum)
            if scaled.zeros or scaled.tiny:  # the root of the smallest weights is 0 too
                spread[spread == 0.0] = 1.0
            steps = self._normalised_differences / spread
            steps *= steps
            return min(math.sqrt(0.5 * total(steps)), 1.0)
