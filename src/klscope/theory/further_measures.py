"""Further measures: Jeffreys, Bhattacharyya, χ², efficiency, and those of ``klscope.theory.measures_of_order``.

Distributions are given as in ``klscope.theory.measures``, by weights that are
normalised inside. Results are in nats where they have a unit, never NaN, and +inf
where they are infinite or exceed a float64 (χ² and Tsallis, which are not
logarithms).

The relative error is some 1e-14 where weights are within a factor of 1e10 of
each other, 1e-12 where they reach from 1e-300 to 1.

Sources: Jeffreys, "An invariant form for the prior probability" (1946);
Bhattacharyya, "On a measure of divergence" (1943); Gibbs and Su, "On choosing
and bounding probability metrics" (2002).
"""

import math

import numpy as np
from numpy.typing import ArrayLike

from klscope.theory.codes import lacking
from klscope.theory.compensated import total
from klscope.theory.differences import cross_differences
from klscope.theory.measures import entropy, measure
from klscope.theory.measures_of_order import renyi_divergence, renyi_entropy, tsallis_divergence, tsallis_entropy
from klscope.theory.reading import read_weights
from klscope.theory.weights import read_pair

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

    Examples
    --------
    >>> import klscope
    >>> round(klscope.jeffreys_divergence([1, 3], [3, 1]), 12)
    1.098612288668
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

    Examples
    --------
    >>> import klscope
    >>> klscope.bhattacharyya_distance([1, 0], [1, 3])
    0.6931471805599453
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

    Examples
    --------
    >>> import klscope
    >>> klscope.chi_square_divergence([4, 2, 1, 1], [1, 4, 2, 1])
    1.3125
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

    Examples
    --------
    >>> import klscope
    >>> klscope.efficiency([4, 2, 1, 1])
    0.875
    """
    weights = read_weights(p, "P")
    return 1.0 if weights.size == 1 else min(entropy(weights) / math.log(weights.size), 1.0)
