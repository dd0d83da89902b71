"""Entropies and divergences of order α: Tsallis's, and Rényi's computed from them.

With t = 1 − α, s = −log p and ℓ = log(q/p), and because Σ p = Σ q = 1,

    S(P)    = (1 − Σ p^α)/(α − 1)           = Σ p·(e^{ts} − 1)/t,
    T(P‖Q)  = (Σ p^α q^t − 1)/(α − 1)       = Σ p·g(ℓ, t) + Q(p = 0) + P(q = 0)·α/t,
    g(ℓ, t) = (e^ℓ − 1) − (e^{tℓ} − 1)/t    = ℓ·(h(ℓ) − h(tℓ)),   h(x) = (e^x − 1)/x − 1,

where the sum of T runs over p, q > 0. No term of either is negative, and at t = 0 they are −p log p and, with r = q/p −
1, p·(r − log(1 + r)): the formulas are continuous at α = 1. Rényi's are log(1 + tS)/t and log(1 + (α − 1)T)/(α − 1).

For t > ½ the h of T would cancel. P^α Q^t is symmetric: T_α(P‖Q) = (α/t)·T_t(Q‖P), whose t is α ≤ ½.
"""

import math

import numpy as np
from numpy.typing import NDArray

from klscope.theory.codes import lacking
from klscope.theory.compensated import Array, total
from klscope.theory.divergences import Divergences
from klscope.theory.logarithms import surprisals
from klscope.theory.weights import TINY, Scaled

_EFFECTIVELY_INFINITE = 2.0**900  # times the largest logarithm, 1,500, is still a float64
_NO_SLOPE = 2.0**-200  # (e^{tℓ} − 1)/t is ℓ for smaller t: |ℓ| is 1,500 at most
_OVERFLOW = 700.0  # of an exponent
_ONE_IS_NOTHING = 40.0  # e^40 − 1 is e^40
_SERIES = tuple(1.0 / math.factorial(power + 2) for power in range(18))  # 1/20! is under 1e-18


def tsallis_entropy(scaled: Scaled, order: float) -> float:
    """Return (1 − Σ p^α)/(α − 1) of one distribution, for orders in [0, ∞]."""
    if order == 0.0:
        return float(np.count_nonzero(scaled.given[0]) - 1)
    if order > _EFFECTIVELY_INFINITE:
        return 0.0
    slope = 1.0 - order
    lengths = surprisals(scaled)[0]
    weights = scaled.rows[0] / scaled.sums[0][0]
    return total(_weighted_growth(weights, -lengths, lengths, slope))


def renyi_entropy(scaled: Scaled, order: float) -> float:
    """Return log(Σ p^α)/(1 − α) of one distribution, nats, for orders in [0, ∞]."""
    if order == 0.0:
        return math.log(np.count_nonzero(scaled.given[0]))
    lengths = surprisals(scaled)[0][scaled.given[0] > 0.0]
    if order > _EFFECTIVELY_INFINITE:
        return float(lengths.min())
    slope, tsallis = 1.0 - order, tsallis_entropy(scaled, order)
    if slope == 0.0:
        return tsallis
    if slope * tsallis > -0.5:
        return math.log1p(slope * tsallis) / slope
    return _log_of_sum(-order * lengths) / slope


def tsallis_divergence(scaled: Scaled, order: float) -> float:
    """Return (Σ p^α q^(1−α) − 1)/(α − 1) of two distributions, for orders in [0, ∞]."""
    only_first, only_second = lacking(scaled)
    beyond = 0.0 if only_second is None else _share(scaled, 1, only_second)
    if order == 0.0:
        return beyond
    slope = 1.0 - order
    if only_first is not None:
        if order >= 1.0:
            return math.inf
        beyond += order / slope * _share(scaled, 0, only_first)
    both = _both(scaled)
    if not both.any():
        return 1.0 / slope if order < 1.0 else math.inf
    logarithms = Divergences(scaled).logarithms[both]
    if order > _EFFECTIVELY_INFINITE:
        return 0.0 if beyond == 0.0 and not logarithms.any() else math.inf
    swapped = order < 0.5
    here, there = (1, 0) if swapped else (0, 1)
    if swapped:
        logarithms = -logarithms
    weights, others = (scaled.rows[row, both] / scaled.sums[row][0] for row in (here, there))
    lengths = surprisals(scaled)[here, both]
    part = total(_excesses(weights, others, -lengths, logarithms, order if swapped else slope))
    return max(beyond + (order / slope * part if swapped else part), 0.0)


def renyi_divergence(scaled: Scaled, order: float) -> float:
    """Return log(Σ p^α q^(1−α))/(α − 1) of two distributions, nats, for orders in [0, ∞]."""
    both = _both(scaled)
    if not both.any() or (order >= 1.0 and lacking(scaled)[0] is not None):
        return math.inf
    if order > _EFFECTIVELY_INFINITE:
        return max(0.0, -float(Divergences(scaled).logarithms[both].min()))
    tsallis = tsallis_divergence(scaled, order)
    if order == 1.0:
        return tsallis
    growth = (order - 1.0) * tsallis
    if -0.5 < growth < math.inf:
        return math.log1p(growth) / (order - 1.0)
    p_lengths, q_lengths = surprisals(scaled)[:, both]
    if order < 1.0:
        return _log_of_sum(-order * p_lengths - (1.0 - order) * q_lengths) / (order - 1.0)
    return _log_of_sum((1.0 - order) * Divergences(scaled).logarithms[both] - p_lengths) / (order - 1.0)


def _both(scaled: Scaled) -> NDArray[np.bool_]:
    """Return the mask of categories where both given weights are positive."""
    return (scaled.given[0] > 0.0) & (scaled.given[1] > 0.0)


def _share(scaled: Scaled, row: int, mask: NDArray[np.bool_]) -> float:
    """Return the probability of the categories in ``mask``."""
    return total(scaled.rows[row, mask]) / scaled.sums[row][0]


def _log_of_sum(exponents: Array) -> float:
    """Return log Σ e^x without overflow."""
    largest = float(exponents.max())
    return largest + math.log(total(np.exp(exponents - largest)))


def _weighted_growth(weights: Array, weight_logarithms: Array, exponents: Array, slope: float) -> Array:
    """Return w·(e^{tx} − 1)/t, or its limit w·x at t = 0, even where w or e^{tx} alone exceeds a float64."""
    if abs(slope) < _NO_SLOPE:
        return weights * exponents
    steep = slope * exponents
    large = (steep > _OVERFLOW) | ((weights < TINY) & (steep > _ONE_IS_NOTHING))
    growth = weights * np.expm1(np.where(large, 0.0, steep))
    np.exp(weight_logarithms + steep, out=growth, where=large)
    growth /= slope
    return growth


def _excesses(weights: Array, others: Array, weight_logarithms: Array, logarithms: Array, slope: float) -> Array:
    """Return w·g(ℓ, t) ≥ 0 for t ≤ ½, with ℓ = log(v/w) and the other weights v."""
    steep = slope * logarithms
    gentle = np.abs(logarithms) < 1.0
    near = gentle & (np.abs(steep) < 1.0)
    gains = np.where(gentle, weights * np.expm1(np.where(gentle, logarithms, 0.0)), others - weights)
    direct = gains - _weighted_growth(weights, weight_logarithms, logarithms, slope)
    series = _series(np.where(near, logarithms, 0.0)) - _series(np.where(near, steep, 0.0))
    series *= logarithms
    series *= weights
    return np.maximum(np.where(near, series, direct), 0.0)


def _series(values: Array) -> Array:
    """Return (e^x − 1)/x − 1 = x/2! + x²/3! + … for |x| < 1."""
    result = np.full_like(values, _SERIES[-1])
    for coefficient in _SERIES[-2::-1]:
        result *= values
        result += coefficient
    result *= values
    return result
