"""Entropy, cross-entropy and the distances between two distributions.

A distribution is an array-like of shape (n,) of finite weights, 0 or more, with
a positive sum; it is normalised inside, so raw counts will do. Results are in
nats where they have a unit, and 0·log 0 = 0 throughout.

Every function raises ValueError for weights that are empty, not one-dimensional,
not numbers, NaN, infinite, negative or all zero, and for two lengths that
differ; the message says what is wrong and at which index.

Source of the definitions: Cover and Thomas, *Elements of Information Theory*,
2nd edition, §2.1-§2.3; Lin, "Divergence measures based on the Shannon entropy"
(1991) for Jensen-Shannon.
"""

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from klscope.theory.compensated import Array, total
from klscope.theory.differences import cross_differences
from klscope.theory.excess import weighted_excess
from klscope.theory.logarithms import log_ratios_of_tiny, surprisals
from klscope.theory.weights import Scaled, read_weights

_LARGEST = float(np.finfo(np.float64).max)
_RATIO_OF_WEIGHTS_BELOW = -0.75  # there q/p says more of log(q/p) than q/p − 1 does


@dataclass(frozen=True, eq=False, slots=True)
class Measures:
    """All that is measured of P and Q; two of these are equal only if the same object.

    Attributes
    ----------
    entropy_p, entropy_q : float
        H(P) and H(Q), nats, in [0, log n].
    cross_entropy, reverse_cross_entropy : float
        H(P, Q) and H(Q, P), nats, in [0, +inf].
    kl_divergence, reverse_kl_divergence : float
        D(P‖Q) and D(Q‖P), nats, in [0, +inf].
    jensen_shannon_divergence : float
        Nats, in [0, log 2].
    total_variation_distance, hellinger_distance : float
        No unit, in [0, 1].
    perplexity_p, cross_perplexity : float
        exp H(P), in [1, n], and exp H(P, Q), in [1, +inf]: numbers of outcomes.
    entropy_terms : ndarray, shape (n,)
        −p log p, nats, 0 or more; read-only.
    cross_entropy_terms : ndarray, shape (n,)
        −p log q, nats, in [0, +inf]; read-only.
    kl_terms : ndarray, shape (n,)
        p log(p/q), nats, of either sign, +inf where p > 0 and q = 0; read-only.
    """

    entropy_p: float
    entropy_q: float
    cross_entropy: float
    reverse_cross_entropy: float
    kl_divergence: float
    reverse_kl_divergence: float
    jensen_shannon_divergence: float
    total_variation_distance: float
    hellinger_distance: float
    perplexity_p: float
    cross_perplexity: float
    entropy_terms: Array
    cross_entropy_terms: Array
    kl_terms: Array


def measure(p: ArrayLike, q: ArrayLike) -> Measures:
    """Measure everything at once.

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
        If p or q are no weights, or their lengths differ.
    """
    first = read_weights(p, "P")
    second = read_weights(q, "Q")
    if first.size != second.size:
        raise ValueError(f"P has {first.size} weights but Q has {second.size}: they must have as many")
    with np.errstate(all="ignore"):
        return _measure(Scaled(first, second))


def _measure(scaled: Scaled) -> Measures:
    """Measure two checked distributions."""
    rows = scaled.rows
    heights = [high for high, _ in scaled.sums]

    uncertain = surprisals(scaled)
    coded = rows[:, None, :] * uncertain
    # what P has and Q lacks, decided on the weights, makes a code infinitely long
    lacking: list[NDArray[np.bool_] | None] = [None, None]
    if scaled.zeros:
        present = [weights > 0.0 for weights in scaled.given]
        for row in (0, 1):
            missing = present[row] & ~present[1 - row]
            if missing.any():
                lacking[row] = missing
                coded[row, 1 - row][missing] = math.inf
    entropies = [[total(coded[row, column]) / heights[row] for column in (0, 1)] for row in (0, 1)]

    differences, base = cross_differences(scaled)
    coefficients = [base * heights[1], -base * heights[0]]
    shifts = differences / np.array([[coefficients], [[2.0 * c for c in coefficients]]]).reshape(2, 2, 1)
    divisors = np.where(rows > 0.0, rows, 1.0) if scaled.zeros else rows
    ratios = shifts / divisors
    np.clip(ratios, -1.0, _LARGEST, out=ratios)
    logarithms = np.log1p(ratios)
    far = ratios[0] < _RATIO_OF_WEIGHTS_BELOW
    quotients = rows[::-1] / divisors
    quotients *= np.array([[heights[0] / heights[1]], [heights[1] / heights[0]]])
    np.log(quotients, out=logarithms[0], where=far)
    if scaled.tiny:
        log_ratios_of_tiny(scaled, logarithms[0])
    excesses = weighted_excess(rows, shifts, ratios, logarithms)
    divergences = [total(excesses[0, row]) / heights[row] for row in (0, 1)]
    excesses[1] /= np.array(heights)[:, None]
    shannon = 0.5 * total(excesses[1].ravel())

    scale = base * heights[0] * heights[1]
    variation = 0.5 * total(np.abs(differences)) / scale
    roots = np.sqrt(rows / np.array(heights)[:, None])
    spread = roots[0] + roots[1]
    if scaled.zeros:
        spread[spread == 0.0] = 1.0
    steps = differences / scale
    steps /= spread
    steps *= steps
    hellinger = math.sqrt(0.5 * total(steps))

    terms = np.empty((3, rows.shape[1]))
    terms[:2] = coded[0]
    np.multiply(rows[0], logarithms[0, 0], out=terms[2])
    terms[2] *= -1.0
    terms /= heights[0]
    terms += 0.0  # no −0
    if lacking[0] is not None:
        terms[2, lacking[0]] = math.inf
    terms.setflags(write=False)

    (entropy_p, cross), (reverse_cross, entropy_q) = entropies
    return Measures(
        entropy_p=entropy_p,
        entropy_q=entropy_q,
        cross_entropy=cross,
        reverse_cross_entropy=reverse_cross,
        kl_divergence=math.inf if lacking[0] is not None else max(divergences[0], 0.0),
        reverse_kl_divergence=math.inf if lacking[1] is not None else max(divergences[1], 0.0),
        jensen_shannon_divergence=min(max(shannon, 0.0), math.log(2.0)),
        total_variation_distance=min(variation, 1.0),
        hellinger_distance=min(hellinger, 1.0),
        perplexity_p=_exponential(entropy_p),
        cross_perplexity=_exponential(cross),
        entropy_terms=terms[0],
        cross_entropy_terms=terms[1],
        kl_terms=terms[2],
    )


def _exponential(nats: float) -> float:
    """Return exp, +inf where it is too large for float64."""
    try:
        return math.exp(nats)
    except OverflowError:
        return math.inf


def entropy(p: ArrayLike) -> float:
    """H(P) = −Σ p log p, nats, in [0, log n]. Cover and Thomas §2.1."""
    return measure(p, p).entropy_p


def cross_entropy(p: ArrayLike, q: ArrayLike) -> float:
    """H(P, Q) = −Σ p log q."""
    return measure(p, q).cross_entropy


def kl_divergence(p: ArrayLike, q: ArrayLike) -> float:
    """D(P‖Q) = Σ p log(p/q)."""
    return measure(p, q).kl_divergence


def jensen_shannon_divergence(p: ArrayLike, q: ArrayLike) -> float:
    """½D(P‖M) + ½D(Q‖M)."""
    return measure(p, q).jensen_shannon_divergence


def total_variation_distance(p: ArrayLike, q: ArrayLike) -> float:
    """½Σ|p − q|."""
    return measure(p, q).total_variation_distance


def hellinger_distance(p: ArrayLike, q: ArrayLike) -> float:
    """√(½Σ(√p − √q)²)."""
    return measure(p, q).hellinger_distance
