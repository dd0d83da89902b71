"""The logarithms of normalised weights, accurate near 0 and near 1.

Near 1 the rounding of p cancels in log p: it is then log1p(−tail), where the tail
is the sum of the other weights. Near 0 the probability may be too small for a
float64 while its logarithm is an ordinary number: it is then computed from the
weight as given, mantissa and exponent apart.
"""

import math

import numpy as np
from numpy.typing import NDArray

from klscope.theory.compensated import Array, in_blocks
from klscope.theory.weights import TINY, Scaled

_LOG_2_HIGH = math.ldexp(math.floor(math.ldexp(math.log(2.0), 40)), -40)  # times any exponent: exact
_LOG_2_LOW = 7.371002565167799e-13  # log 2 minus the above


def surprisals(scaled: Scaled) -> Array:
    """Return −log of each normalised weight, nats, shape (m, n), in [0, +inf).

    Where a weight is 0 it is 0 instead of +inf, so that 0·log 0 = 0.
    """
    heights = np.array([high for high, _ in scaled.sums])[:, None]
    corrections = np.array([low / high for high, low in scaled.sums])[:, None]

    def of_shares(rows: Array) -> tuple[Array]:
        shares = rows / heights
        if not scaled.zeros:
            return (corrections - np.log(shares),)
        logarithms = np.zeros_like(shares)
        np.log(shares, out=logarithms, where=shares > 0.0)
        logarithms = corrections - logarithms
        logarithms[shares == 0.0] = 0.0
        return (logarithms,)

    (result,) = in_blocks(of_shares, scaled.rows)
    for row, peak, tail, (high, _) in zip(result, scaled.peaks, scaled.tails, scaled.sums, strict=True):
        if tail < 0.5 * high:
            row[peak] = -math.log1p(-tail / high)
    if scaled.tiny:
        for index, weights in enumerate(scaled.given):
            chosen = (weights > 0.0) & (scaled.rows[index] < TINY)
            mantissas, exponents = np.frexp(weights[chosen])
            result[index, chosen] = -_joined(mantissas / scaled.sums[index][0], exponents - scaled.exponents[index])
    return result


def log_ratios_of_tiny(scaled: Scaled, row: int, logarithms: Array) -> None:
    """Correct ``logarithms``, log(q/p) for row 0 or log(p/q) for row 1, in place where a weight is tiny."""
    first, second = scaled.given
    chosen = (first > 0.0) & (second > 0.0) & (scaled.rows.min(axis=0) < TINY)
    first_mantissas, first_exponents = np.frexp(first[chosen])
    second_mantissas, second_exponents = np.frexp(second[chosen])
    joined = _joined(
        second_mantissas / first_mantissas * (scaled.sums[0][0] / scaled.sums[1][0]),
        second_exponents - first_exponents + (scaled.exponents[0] - scaled.exponents[1]),
    )
    far = np.abs(joined) > 1.0  # nearer ones are computed from the exact differences
    logarithms[np.flatnonzero(chosen)[far]] = joined[far] if row == 0 else -joined[far]


def _joined(mantissas: Array, exponents: NDArray[np.integer]) -> Array:
    """Return log(mantissa · 2^exponent)."""
    powers = exponents.astype(np.float64)
    small: Array = np.log(mantissas) + powers * _LOG_2_LOW
    return powers * _LOG_2_HIGH + small
