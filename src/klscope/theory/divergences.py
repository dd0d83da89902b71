"""The divergences and distances of P and Q, from their exact differences.

With r = q/p − 1, and with m = (p + q)/2 the mixture,

    D(P‖Q)  = Σ p·(r − log(1 + r)),
    JS(P,Q) = ½D(P‖M) + ½D(Q‖M),  where m/p − 1 = r/2,

because Σ p·r = Σ (q − p) = 0. No term is negative, so no digits are lost in the
sums, and a divergence is 0 exactly where all differences are.
"""

import math
from dataclasses import dataclass

import numpy as np

from klscope.theory.compensated import Array, total
from klscope.theory.differences import cross_differences
from klscope.theory.excess import weighted_excess
from klscope.theory.logarithms import log_ratios_of_tiny
from klscope.theory.weights import Scaled

_LARGEST = float(np.finfo(np.float64).max)
_RATIO_BELOW = -0.75  # there the quotient q/p has more digits of log(q/p) than q/p − 1 has


@dataclass(frozen=True, eq=False, slots=True)
class Divergences:
    """What sets Q apart from P; two of these are equal only if the same object.

    Attributes
    ----------
    forward, backward : float
        D(P‖Q) and D(Q‖P), nats, in [0, +inf].
    jensen_shannon : float
        Nats, in [0, log 2].
    variation, hellinger : float
        No unit, in [0, 1].
    logarithms : ndarray, shape (n,)
        log(q/p), nats; −inf where only q is 0, and of no meaning where p = 0.
    """

    forward: float
    backward: float
    jensen_shannon: float
    variation: float
    hellinger: float
    logarithms: Array


def divergences(scaled: Scaled) -> Divergences:
    """Compute them all; they share the differences and one pass of logarithms.

    Parameters
    ----------
    scaled : Scaled
        Two distributions P and Q.

    Returns
    -------
    Divergences
        The five numbers, and the log-ratios for the terms.
    """
    rows = scaled.rows
    (p_sum, _), (q_sum, _) = scaled.sums
    differences, base = cross_differences(scaled)

    # four rows: q − p over p, p − q over q, and the same for the mixture
    factors = np.array((base * q_sum, -base * p_sum, 2.0 * base * q_sum, -2.0 * base * p_sum))
    shifts = differences / factors.reshape(2, 2, 1)
    divisors = np.where(rows > 0.0, rows, 1.0) if scaled.zeros else rows
    ratios = shifts / divisors
    np.maximum(ratios, -1.0, out=ratios)
    np.minimum(ratios, _LARGEST, out=ratios)
    logarithms = np.log1p(ratios)
    quotients = rows[::-1] / divisors
    quotients[0] *= p_sum / q_sum
    quotients[1] *= q_sum / p_sum
    np.log(quotients, out=logarithms[0], where=ratios[0] < _RATIO_BELOW)
    if scaled.tiny:
        log_ratios_of_tiny(scaled, logarithms[0])
    (forward, backward), (p_to_mixture, q_to_mixture) = weighted_excess(rows, shifts, ratios, logarithms)
    shannon = 0.5 * (total(p_to_mixture) / p_sum + total(q_to_mixture) / q_sum)

    differences /= base * p_sum * q_sum
    return Divergences(
        forward=max(total(forward) / p_sum, 0.0),
        backward=max(total(backward) / q_sum, 0.0),
        jensen_shannon=min(max(shannon, 0.0), math.log(2.0)),
        variation=min(0.5 * total(np.abs(differences)), 1.0),
        hellinger=_hellinger(scaled, differences),
        logarithms=logarithms[0, 0],
    )


def _hellinger(scaled: Scaled, differences: Array) -> float:
    """Return √(½Σ(√p − √q)²), where √p − √q = (p − q)/(√p + √q)."""
    (p_sum, _), (q_sum, _) = scaled.sums
    spread = np.sqrt(scaled.rows[0] / p_sum)
    spread += np.sqrt(scaled.rows[1] / q_sum)
    if scaled.zeros:
        spread[spread == 0.0] = 1.0
    steps = differences / spread
    steps *= steps
    return min(math.sqrt(0.5 * total(steps)), 1.0)
