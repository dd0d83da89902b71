"""Entropy, cross-entropy, divergences and distances of two distributions.

A distribution is an array-like of shape (n,) of finite weights, 0 or more, with a
positive sum. It is normalised inside, so raw counts are accepted, and only the
ratios of the weights count. Arrays with masked entries, text and complex numbers
are refused, and so is a number that a float64 cannot hold, as Fraction(1, 10**400)
(``klscope.theory.reading`` says what is read). Results are in nats where they have
a unit, and 0·log 0 = 0 throughout.

Up to n = 1,000 the relative error is at most 4 · 2⁻⁵² for entropies and
cross-entropies, 8 · 2⁻⁵² for the Jensen-Shannon divergence and the two
distances, 16 · 2⁻⁵² for the Kullback-Leibler divergence, of values down to
1e-290 (Hellinger: 1e-140). ``tests/benchmarks/accuracy.py`` measures it.

Sources: Cover and Thomas, *Elements of Information Theory*, 2nd edition (2006),
chapter 2; Lin, "Divergence measures based on the Shannon entropy" (1991); Levin
and Peres, *Markov Chains and Mixing Times* (2017), §4.1 and §20.4.
"""

import numpy as np
from numpy.typing import ArrayLike

from klscope.theory.codes import code_terms, mean_length
from klscope.theory.divergences import Divergences
from klscope.theory.logarithms import surprisals
from klscope.theory.measured import Measures
from klscope.theory.reading import read_weights
from klscope.theory.weights import Scaled, read_pair, read_two

__all__ = (
    "Measures",
    "cross_entropy",
    "entropy",
    "hellinger_distance",
    "jensen_shannon_distance",
    "jensen_shannon_divergence",
    "kl_divergence",
    "measure",
    "total_variation_distance",
)


def measure(p: ArrayLike, q: ArrayLike) -> Measures:
    """Measure two distributions; each measure is computed on first access.

    Parameters
    ----------
    p, q : array_like, shape (n,)
        The weights of P and of Q.

    Returns
    -------
    Measures
        The measures and their terms.

    Raises
    ------
    ValueError
        If weights are empty, not one-dimensional, masked, not numbers, beyond
        what a float64 can hold, NaN, infinite, negative or all zero, or if there
        are not as many of Q as of P; the message says which weight, counted
        from 1.

    Examples
    --------
    >>> from klscope.theory.measures import measure
    >>> measure([1, 1], [3, 1]).total_variation_distance
    0.25
    """
    first, second = read_two(p, q)
    return Measures(first.copy(), second.copy())  # the caller may change its arrays before a measure is computed


def entropy(p: ArrayLike) -> float:
    """Return H(P) = −Σ p log p.

    Parameters
    ----------
    p : array_like, shape (n,)
        The weights of P.

    Returns
    -------
    float
        Nats, in [0, log n]: 0 for one certain outcome. Cover and Thomas §2.1.

    Raises
    ------
    ValueError
        As :func:`measure` does.

    Examples
    --------
    >>> import klscope
    >>> klscope.entropy([1, 1])
    0.6931471805599453
    """
    weights = read_weights(p, "P")
    with np.errstate(all="ignore"):
        scaled = Scaled(weights)
        return mean_length(scaled, 0, code_terms(scaled, 0, surprisals(scaled), None)[0])


def cross_entropy(p: ArrayLike, q: ArrayLike) -> float:
    """Return H(P, Q) = −Σ p log q = H(P) + D(P‖Q).

    Parameters
    ----------
    p, q : array_like, shape (n,)
        The weights of P and of Q.

    Returns
    -------
    float
        Nats, in [0, +inf]: +inf if some p > 0 where q = 0. Cover and Thomas,
        theorem 5.4.3, where it is the mean length of a code made for Q.

    Raises
    ------
    ValueError
        As :func:`measure` does.

    Examples
    --------
    >>> import klscope
    >>> klscope.cross_entropy([1, 1], [1, 1])
    0.6931471805599453
    >>> klscope.cross_entropy([1, 1], [1, 0])
    inf
    """
    return measure(p, q).cross_entropy


def kl_divergence(p: ArrayLike, q: ArrayLike) -> float:
    """Return D(P‖Q) = Σ p log(p/q), the Kullback-Leibler divergence.

    Parameters
    ----------
    p, q : array_like, shape (n,)
        The weights of P and of Q.

    Returns
    -------
    float
        Nats, in [0, +inf]: 0 if the weights are proportional, +inf if some
        p > 0 where q = 0. Cover and Thomas §2.3.

    Raises
    ------
    ValueError
        As :func:`measure` does.

    Examples
    --------
    >>> import klscope
    >>> klscope.kl_divergence([1, 0], [1, 1])
    0.6931471805599453
    >>> klscope.kl_divergence([1, 1], [1, 0])
    inf
    """
    return measure(p, q).kl_divergence


def jensen_shannon_divergence(p: ArrayLike, q: ArrayLike) -> float:
    """Return ½D(P‖M) + ½D(Q‖M), where M = (P + Q)/2; not its square root.

    Parameters
    ----------
    p, q : array_like, shape (n,)
        The weights of P and of Q.

    Returns
    -------
    float
        Nats, in [0, log 2]: log 2 for disjoint supports. Lin (1991), §IV.

    Raises
    ------
    ValueError
        As :func:`measure` does.

    Examples
    --------
    >>> import klscope
    >>> klscope.jensen_shannon_divergence([1, 0], [0, 1])
    0.6931471805599453
    """
    return Divergences(read_pair(p, q)).jensen_shannon


def jensen_shannon_distance(p: ArrayLike, q: ArrayLike) -> float:
    """Return √JS(P, Q), which is a metric; ``scipy.spatial.distance.jensenshannon`` is this one.

    Parameters
    ----------
    p, q : array_like, shape (n,)
        The weights of P and of Q.

    Returns
    -------
    float
        √nats, in [0, √(log 2)]. Endres and Schindelin, "A new metric for
        probability distributions" (2003).

    Raises
    ------
    ValueError
        As :func:`measure` does.

    Examples
    --------
    >>> import klscope
    >>> klscope.jensen_shannon_distance([1, 0], [0, 1])
    0.8325546111576977
    """
    return measure(p, q).jensen_shannon_distance


def total_variation_distance(p: ArrayLike, q: ArrayLike) -> float:
    """Return ½Σ|p − q|.

    Parameters
    ----------
    p, q : array_like, shape (n,)
        The weights of P and of Q.

    Returns
    -------
    float
        In [0, 1]: the largest difference in the probability of any event.
        Levin and Peres §4.1; Cover and Thomas §11.6.

    Raises
    ------
    ValueError
        As :func:`measure` does.

    Examples
    --------
    >>> import klscope
    >>> klscope.total_variation_distance([1, 1], [3, 1])
    0.25
    """
    return Divergences(read_pair(p, q)).variation


def hellinger_distance(p: ArrayLike, q: ArrayLike) -> float:
    """Return √(½Σ(√p − √q)²).

    Parameters
    ----------
    p, q : array_like, shape (n,)
        The weights of P and of Q.

    Returns
    -------
    float
        In [0, 1]: 1 for disjoint supports. Levin and Peres §20.4, whose
        distance is √2 times this one.

    Raises
    ------
    ValueError
        As :func:`measure` does.

    Examples
    --------
    >>> import klscope
    >>> klscope.hellinger_distance([1, 0], [0, 1])
    1.0
    """
    return Divergences(read_pair(p, q)).hellinger
