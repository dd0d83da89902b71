"""The entropies and divergences of order α: Rényi, Tsallis.

Distributions are given as in ``klscope.theory.measures``, by weights that are
normalised inside. Results are in nats where they have a unit, never NaN, and +inf
where they are infinite or exceed a float64 (Tsallis, which is no logarithm). An
order is a number ≥ 0, ``math.inf`` included; at 0, 1 and ∞ the value is the limit,
and results are continuous near 1.

The relative error is some 1e-14 where weights are within a factor of 1e10 of
each other, 1e-12 where they reach from 1e-300 to 1; at order ∞ it is 1e-16 or
more for weights below 1e-290 times the largest.

Sources: Rényi, "On measures of entropy and information" (1961); Tsallis,
"Possible generalization of Boltzmann-Gibbs statistics" (1988); van Erven and
Harremoës, "Rényi divergence and Kullback-Leibler divergence" (2014).
"""

import math
import numbers

import numpy as np
from numpy.typing import ArrayLike

from klscope.theory import orders
from klscope.theory.reading import read_weights
from klscope.theory.weights import Scaled, read_pair

__all__ = ("renyi_divergence", "renyi_entropy", "tsallis_divergence", "tsallis_entropy")


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

    Examples
    --------
    >>> import klscope
    >>> klscope.renyi_divergence([1, 0], [1, 1], order=2)
    0.6931471805599453
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

    Examples
    --------
    >>> import klscope
    >>> klscope.renyi_entropy([1, 1], order=2)
    0.6931471805599453
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

    Examples
    --------
    >>> import klscope
    >>> klscope.tsallis_divergence([4, 2, 1, 1], [1, 4, 2, 1], order=2)
    1.3125
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

    Examples
    --------
    >>> import klscope
    >>> klscope.tsallis_entropy([1, 1], order=2)
    0.5
    """
    weights, alpha = read_weights(p, "P"), _read_order(order)
    with np.errstate(all="ignore"):
        return orders.tsallis_entropy(Scaled(weights), alpha)


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
