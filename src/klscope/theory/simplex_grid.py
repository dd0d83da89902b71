"""Divergences between one distribution and thousands of points of the simplex, fast enough for dragging.

The logarithms and entropies of the points are computed once per grid; a new P or Q then takes a multiply-add per
category and point. Results are float32, because they are shown as colours.
"""

from __future__ import annotations

from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from klscope.theory.distribution import FloatArray

SingleArray = NDArray[np.float32]
LEAST = np.finfo(np.float32).smallest_subnormal


class SimplexGrid:
    """Points of the simplex, with their logarithms and entropies.

    Parameters
    ----------
    points
        Shape ``(n, m)``: a row per category, each ≥ 0, columns that sum to 1.
    """

    def __init__(self, points: FloatArray) -> None:
        self.points: SingleArray = np.ascontiguousarray(points, dtype=np.float32)
        with np.errstate(divide="ignore"):
            self._logarithms = np.log(points).astype(np.float32)

    @cached_property
    def entropies(self) -> SingleArray:
        """H(·), shape ``(m,)``, nats, in [0, log n]."""
        return -_sum_of_products(self.points)

    def cross_entropies(self, p: FloatArray) -> SingleArray:
        """Return H(P,·), shape ``(m,)``, nats, in [0, +inf]: +inf where P > 0 and
        the point is 0.

        Parameters
        ----------
        p
            Probabilities of shape ``(n,)``.
        """
        result = np.zeros(self.points.shape[1], dtype=np.float32)
        for weight, row in zip(p.tolist(), self._logarithms, strict=True):
            if weight > 0.0:
                result -= max(np.float32(weight), LEAST) * row  # 0 · −∞ would be NaN
        return result

    def divergences_from(self, p: FloatArray) -> SingleArray:
        """Return KL(P‖·), shape ``(m,)``, nats, in [0, +inf]; parameters as for `cross_entropies`."""
        there = p[p > 0.0]
        result = self.cross_entropies(p)
        result += np.float32(there @ np.log(there))
        return np.maximum(result, np.float32(0.0))

    def divergences_to(self, q: FloatArray) -> SingleArray:
        """Return KL(·‖Q), shape ``(m,)``, nats, in [0, +inf]: +inf where the point
        is > 0 and Q = 0.

        Parameters
        ----------
        q
            Probabilities of shape ``(n,)``.
        """
        result = -self.entropies
        for weight, row in zip(q.tolist(), self.points, strict=True):
            if weight > 0.0:
                result -= np.float32(np.log(weight)) * row
            else:
                result[row > 0.0] = np.inf
        return np.maximum(result, np.float32(0.0))

    def jensen_shannon_divergences(self, p: FloatArray) -> SingleArray:
        """Return JS(P,·), shape ``(m,)``, nats, in [0, log 2]; parameters as for `cross_entropies`."""
        there = p[p > 0.0]
        own = np.float32(-(there @ np.log(there)))
        mixtures = (self.points + p.astype(np.float32)[:, None]) * np.float32(0.5)
        result = -_sum_of_products(mixtures) - np.float32(0.5) * (self.entropies + own)
        return np.maximum(result, np.float32(0.0))


def _sum_of_products(points: SingleArray) -> SingleArray:
    """Return Σ x log x per column, with 0·log 0 = 0."""
    # no float32 lies between 0 and this, so 0 has a finite logarithm and a product of 0
    return np.asarray(np.einsum("nm,nm->m", points, np.log(np.maximum(points, LEAST))), dtype=np.float32)
