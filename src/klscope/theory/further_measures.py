"""Further measures: Jeffreys, Bhattacharyya, χ², Rényi, Tsallis, efficiency.

Distributions are given as in ``klscope.theory.measures``, by weights that are
normalised inside. Results are in nats where they have a unit, never NaN, and +inf
where they are infinite or exceed a float64 (χ² and Tsallis, which are not
logarithms). An order is a number ≥ 0, ``math.inf`` included; at 0, 1 and ∞ the
value is the limit, and results are continuous near 1.

The relative error is some 1e-14 where weights are within a factor of 1e10 of
each other, 1e-12 where they reach from 1e-300 to 1; at order ∞ weights under
1e-290 of the largest are compared to 1e-16 at best.

Sources: Jeffreys, "An invariant form for the prior probability" (1946);
Bhattacharyya, "On a measure of divergence" (1943); Rényi, "On measures of
entropy and information" (1961); Tsallis, "Possible generalization of
Boltzmann-Gibbs statistics" (1988); van Erven and Harremoës, "Rényi divergence
and Kullback-Leibler divergence" (2014); Gibbs and Su, "On choosing and bounding
probability metrics" (2002).
"""

import math
import numbers

import numpy as np
from numpy.typing import ArrayLike

from klscope.theory import orders
from klscope.theory.codes import lacking
from klscope.theory.compensated import total
from klscope.theory.differences import cross_differences
from klscope.theory.measures import entropy, measure
from klscope.theory.reading import read_weights
from klscope.theory.weights import Scaled, read_pair

__all__ = (
    "bhattacharyya_distance",
    "chi_square_divergence",
    "efficiency",
    "jeffreys_divergence",
    "renyi_divergence",
    "renyi_entropy",
    "tsallis_divergence",
    "tsallis_entropy",
)


def jeffreys_divergence(p: ArrayLike, q: ArrayLike) -> float:
    """Return D(P‖Q) + D(Q‖P) = Σ (p − q) log(p/q).

    Parameters
    ----------
    p, q : array_like, shape (n,)
        The weights of P and of Q.

    Returns
    -------
    float
        Nats, in [0, +inf]: +inf if one is 0 where the other is not. Jeffreys
        (1946).

    Raises
    ------
    ValueError
        As :func:`klscope.theory.measures.measure` does.
    """
    found = measure(p, q)
    return found.kl_divergence + found.reverse_kl_divergence


def bhattacharyya_distance(p: ArrayLike, q: ArrayLike) -> float:
    """Return −log Σ √(pq): half the Rényi divergence of order ½.

    Parameters
    ----------
    p, q : array_like, shape (n,)
        The weights of P and of Q.

    Returns
    -------
    float
        Nats, in [0, +inf]: +inf for disjoint supports. Bhattacharyya (1943).

    Raises
    ------
    ValueError
        As :func:`klscope.theory.measures.measure` does.
    """
    return 0.5 * renyi_divergence(p, q, 0.5)


def chi_square_divergence(p: ArrayLike, q: ArrayLike) -> float:
    """Return Σ (p − q)²/q, Pearson's χ²; with P and Q exchanged it is Neyman's.

    Parameters
    ----------
    p, q : array_like, shape (n,)
        The weights of P and of Q.

    Returns
    -------
    float
        No unit, in [0, +inf]: +inf if some p > 0 where q = 0, or past the
        largest float64. Gibbs and Su (2002), §2.

    Raises
    ------
    ValueError
        As :func:`klscope.theory.measures.measure` does.
    """
    scaled = read_pair(p, q)
    if lacking(scaled)[0] is not None:
        return math.inf
    with np.errstate(all="ignore"):
        differences, base = cross_differences(scaled)
        (p_sum, _), (q_sum, _) = scaled.sums
        differences /= base * p_sum * q_sum
        shares = scaled.rows[1] / q_sum
        shares[shares == 0.0] = math.inf  # 0²/0 is 0 here
        terms = differences * (differences / shares)
        return total(terms) if np.isfinite(terms).all() else math.inf


def renyi_divergence(p: ArrayLike, q: ArrayLike, order: float) -> float:
    """Return log(Σ p^α q^(1−α))/(α − 1), the Rényi divergence of order α.

    Parameters
    ----------
    p, q : array_like, shape (n,)
        The weights of P and of Q.
    order : float
        α, 0 or more. At 0 it is −log Q(p > 0), at ½ twice the Bhattacharyya
        distance, at 1 D(P‖Q), at 2 log(1 + χ²), at ∞ log max p/q.

    Returns
    -------
    float
        Nats, in [0, +inf], never less for a larger order: +inf if α ≥ 1 and
        some p > 0 where q = 0, and for disjoint supports. Van Erven and
        Harremoës (2014), theorems 3 to 6.

    Raises
    ------
    ValueError
        As :func:`klscope.theory.measures.measure` does, and if the order is
        negative, NaN or no number.
    """
    scaled, alpha = read_pair(p, q), _read_order(order)
    with np.errstate(all="ignore"):
        return orders.renyi_divergence(scaled, alpha)


def renyi_entropy(p: ArrayLike, order: float) -> float:
    """Return log(Σ p^α)/(1 − α), the Rényi entropy of order α.

    Parameters
    ----------
    p : array_like, shape (n,)
        The weights of P.
    order : float
        α, 0 or more. At 0 it is the log of how many p > 0 (Hartley), at 1 H(P),
        at 2 −log Σ p² (collision entropy), at ∞ −log max p (min-entropy).

    Returns
    -------
    float
        Nats, in [0, log n], never more for a larger order. Rényi (1961).

    Raises
    ------
    ValueError
        As :func:`renyi_divergence` does.
    """
    weights, alpha = read_weights(p, "P"), _read_order(order)
    with np.errstate(all="ignore"):
        return orders.renyi_entropy(Scaled(weights), alpha)


def tsallis_divergence(p: ArrayLike, q: ArrayLike, order: float) -> float:
    """Return (Σ p^α q^(1−α) − 1)/(α − 1), the Tsallis divergence of order α.

    Parameters
    ----------
    p, q : array_like, shape (n,)
        The weights of P and of Q.
    order : float
        α, 0 or more. At 0 it is Q(p = 0), at ½ twice the square of the Hellinger
        distance, at 1 D(P‖Q), at 2 χ², at ∞ 0 if P = Q and +inf if not.

    Returns
    -------
    float
        No unit but at 1 (nats), in [0, +inf], for α < 1 in [0, 1/(1 − α)]; never
        less for a larger order. +inf if α ≥ 1 and some p > 0 where q = 0, or
        past the largest float64. Tsallis (1998), "Generalized entropy-based
        criterion for consistent testing".

    Raises
    ------
    ValueError
        As :func:`renyi_divergence` does.
    """
    scaled, alpha = read_pair(p, q), _read_order(order)
    with np.errstate(all="ignore"):
        return orders.tsallis_divergence(scaled, alpha)


def tsallis_entropy(p: ArrayLike, order: float) -> float:
    """Return (1 − Σ p^α)/(α − 1), the Tsallis entropy of order α.

    Parameters
    ----------
    p : array_like, shape (n,)
        The weights of P.
    order : float
        α, 0 or more. At 0 it is how many p > 0, less one, at 1 H(P), at 2
        1 − Σ p² (Gini-Simpson), at ∞ 0.

    Returns
    -------
    float
        No unit but at 1 (nats), in [0, (1 − n^(1−α))/(α − 1)], never more for a
        larger order. Tsallis (1988).

    Raises
    ------
    ValueError
        As :func:`renyi_divergence` does.
    """
    weights, alpha = read_weights(p, "P"), _read_order(order)
    with np.errstate(all="ignore"):
        return orders.tsallis_entropy(Scaled(weights), alpha)


def efficiency(p: ArrayLike) -> float:
    """Return H(P)/log n, the entropy relative to that of the uniform distribution.

    Parameters
    ----------
    p : array_like, shape (n,)
        The weights of P; those that are 0 count in n.

    Returns
    -------
    float
        No unit, in [0, 1]: 0 for one certain outcome among several, 1 if all are
        equally probable. A single category (n = 1, where H = log n = 0) is uniform:
        1, by convention. Also called normalised entropy or evenness; 1 minus it is
        Shannon's redundancy (1948), §7.

    Raises
    ------
    ValueError
        As :func:`klscope.theory.measures.entropy` does.
    """
    weights = read_weights(p, "P")
    return 1.0 if weights.size == 1 else min(entropy(weights) / math.log(weights.size), 1.0)


def _read_order(order: float) -> float:
    """Return an order as a float; raise ValueError if it is invalid."""
    if not isinstance(order, numbers.Real):
        raise ValueError(f"the order is not a real number: {order!r}")
    try:
        alpha = float(order)
    except OverflowError:
        alpha = math.inf if order > 0 else -math.inf
    if not alpha >= 0.0:
        raise ValueError(f"the order is {alpha!r}: it is a number from 0 on, or infinity")
    return alpha
