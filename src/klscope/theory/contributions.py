"""What each category contributes to KL(P‖Q), as terms that are never negative."""

import numpy as np

from klscope.theory.compensated import Array
from klscope.theory.excess import weighted_excess


def contributions(p: Array, q: Array, log_p: Array, log_q: Array) -> Array:
    """Return the terms p·log(p/q) − p + q, nats, each in [0, +inf].

    They add up to KL(P‖Q), because Σ (q − p) is 0; the terms p·log(p/q) may be negative.

    Parameters
    ----------
    p, q : ndarray of float64, shape (n,)
        Probabilities.
    log_p, log_q : ndarray of float64, shape (n,)
        Their logarithms in nats, −∞ for 0; they may be known where a probability rounds to 0.

    Returns
    -------
    ndarray of float64, shape (n,)
        The terms; exactly 0 where P and Q are equal, q where p is 0, and +inf where q alone is 0.
    """
    some = p > 0.0
    shifts = q - p
    ratios = np.divide(shifts, p, out=np.zeros_like(shifts), where=some)
    np.clip(ratios, -1.0, np.finfo(np.float64).max, out=ratios)
    logarithms = np.subtract(log_q, log_p, out=np.zeros_like(shifts), where=some)
    return np.maximum(weighted_excess(p, shifts, ratios, logarithms), 0.0) + 0.0  # no −0
