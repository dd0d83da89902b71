"""KL(P‖Q) and related functions along a line of distributions, and for two categories.

All values are in nats and meant for plots: where P and Q nearly agree, their absolute error is 1e-15, and their
relative error is not bounded. Numbers in texts come from `klscope.theory.measures`.

Source: Cover and Thomas, *Elements of Information Theory*, 2nd edition (2006), chapter 2; KL as a Bregman divergence,
with H(P,Q) as the tangent to H at Q, is in Banerjee et al., "Clustering with Bregman divergences" (2005).
"""

from __future__ import annotations

import numpy as np

from klscope.theory.distribution import FloatArray

BLOCK = 100_000
"""The number of logarithms per block."""


def binary_entropy(p: FloatArray) -> FloatArray:
    """Return H(p) = −p log p − (1 − p) log(1 − p).

    Parameters
    ----------
    p
        Any shape, in [0, 1].

    Returns
    -------
    FloatArray
        Same shape, nats, in [0, log 2].
    """
    return binary_cross_entropy(p, p)


def binary_cross_entropy(p: FloatArray, q: FloatArray) -> FloatArray:
    """Return −p log q − (1 − p) log(1 − q): as a function of p, the tangent of the entropy at q.

    Parameters
    ----------
    p, q
        In [0, 1], of shapes that broadcast together.

    Returns
    -------
    FloatArray
        Nats, in [0, +inf]: +inf where p > 0 = q, or p < 1 = q.
    """
    p, q = np.broadcast_arrays(np.asarray(p, np.float64), np.asarray(q, np.float64))
    with np.errstate(divide="ignore", invalid="ignore"):
        first = np.where(p > 0.0, -p * np.log(q), 0.0)
        second = np.where(p < 1.0, -(1.0 - p) * np.log1p(-q), 0.0)
    return first + second + 0.0


def binary_divergence(p: FloatArray, q: FloatArray) -> FloatArray:
    """Return KL(p‖q) for two categories: the tangent of the entropy at q minus the entropy, at p.

    Parameters
    ----------
    p, q
        In [0, 1], of shapes that broadcast together.

    Returns
    -------
    FloatArray
        Nats, in [0, +inf]: `binary_cross_entropy` minus `binary_entropy`.
    """
    p = np.asarray(p, np.float64)
    return np.maximum(binary_cross_entropy(p, q) - binary_entropy(p), 0.0)


def longest_reach(start: FloatArray, through: FloatArray) -> float:
    """Return the largest t for which start + t·(through − start) is a distribution.

    Parameters
    ----------
    start, through
        Probabilities of shape ``(n,)``.

    Returns
    -------
    float
        In [1, +inf]: 1 where ``through`` is on the boundary of the simplex, +inf where both are equal.
    """
    shrinking = through < start
    if not shrinking.any():
        return np.inf
    # the differences are exact or nearly so where both are close, and the quotient is ≥ 1 apart from rounding
    return max(1.0, float(np.min(start[shrinking] / (start[shrinking] - through[shrinking]))))


def point_along(start: FloatArray, through: FloatArray, t: float) -> FloatArray:
    """Return start + t·(through − start), exactly ``start`` at t = 0 and ``through`` at t = 1.

    Parameters
    ----------
    start, through
        Probabilities of shape ``(n,)``.
    t
        In [0, `longest_reach`]; at the reach itself the first category to vanish is 0 exactly.

    Returns
    -------
    FloatArray
        Shape ``(n,)``, never negative; the sum is 1 apart from rounding.
    """
    if t == 1.0:
        return through.copy()
    point = np.maximum(start + t * (through - start), 0.0)
    reach = longest_reach(start, through)
    if t >= reach:
        shrinking = through < start
        point[shrinking & (start <= reach * (start - through) * (1.0 + 1e-15))] = 0.0
    return point


def divergences_along(p: FloatArray, start: FloatArray, through: FloatArray, ts: FloatArray) -> FloatArray:
    """Return KL(P‖·) at the points start + t·(through − start).

    Parameters
    ----------
    p, start, through
        Probabilities of shape ``(n,)``.
    ts
        Shape ``(m,)``, each in [0, `longest_reach`].

    Returns
    -------
    FloatArray
        Shape ``(m,)``, nats, in [0, +inf]. It takes m·n logarithms, in blocks of at most max(`BLOCK`, n).
    """
    there = p > 0.0
    mass, first, way = p[there], start[there], (through - start)[there]
    own = _weighted_log(mass, mass)
    reach = longest_reach(start, through)
    vanished = np.zeros(mass.size, dtype=np.bool_)
    if np.isfinite(reach):
        vanished = point_along(start, through, reach)[there] == 0.0
    values = np.empty(ts.size)
    rows = max(1, BLOCK // max(mass.size, 1))
    with np.errstate(divide="ignore"):
        for place in range(0, ts.size, rows):
            some = ts[place : place + rows]
            points = np.maximum(first + some[:, None] * way, 0.0)
            points[np.ix_(some >= reach, vanished)] = 0.0
            values[place : place + rows] = own - np.einsum("mn,n->m", np.log(points), mass)
    return np.maximum(values, 0.0)


def _weighted_log(weights: FloatArray, values: FloatArray) -> float:
    """Return Σ w·log v over w > 0: −inf where such a v is 0."""
    there = weights > 0.0
    # not a dot product: on a busy machine, BLAS threads wait for each other up to 20 ms
    return float(np.einsum("n,n->", weights[there], np.log(values[there])))
