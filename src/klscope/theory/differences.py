"""The difference of two distributions, accurate in nearly all digits of each entry.

The distributions are p/ΣP and q/ΣQ, so an entry of the difference is (q·ΣP − p·ΣQ)
/ (ΣP·ΣQ), and where P ≈ Q this subtraction cancels. Sums of 106 bits are not
enough: with weights (1, 10⁻²⁷¹) the two sums may differ in the 271st digit, and the
difference of the first entry consists of just that.

So the sums are never subtracted. Let b be the largest weight of P and a that of Q
at the same place. The cross products x = q·b − p·a are exact as pairs of float64,
vanish when the weights are proportional, and

    q·ΣP − p·ΣQ = (x·ΣP − p·Σx) / b,

where the remaining cancellation is at most a factor of about n.
"""

import numpy as np

from klscope.theory.compensated import (
    Array,
    in_blocks,
    split,
    total_with_remainder,
    two_difference,
    two_product,
    two_sum,
)
from klscope.theory.weights import Scaled

_NOISE = 2.0**-1040  # the error of cross products of tiny weights is below this

_RESOLUTION = 2.0**-98  # relative to the product: the residual of two equal products


def cross_differences(scaled: Scaled) -> tuple[Array, float]:
    """Return q·ΣP − p·ΣQ of the scaled weights times the largest one of P, shape (n,), and that largest weight.

    All differences are exactly 0 where the weights of P and Q are proportional.
    """
    rows, (weight_sum, weight_rest) = scaled.rows, scaled.sums[0]
    base, other = rows[:, scaled.peaks[0]].tolist()
    crosses, crosses_low = in_blocks(lambda block: _cross_products(block, other, base), rows)
    if scaled.tiny:
        noise = np.abs(crosses) < _NOISE
        crosses[noise] = 0.0
        crosses_low[noise] = 0.0
    cross_sum, cross_rest = total_with_remainder(crosses, crosses_low)

    def subtracted(weights: Array, crosses: Array, crosses_low: Array) -> tuple[Array]:
        both = np.empty((2, weights.size))
        both[0] = crosses
        both[1] = weights
        products, remainders = two_product(split(both), both, (weight_sum, cross_sum))
        differences, lost = two_difference(products[0], products[1])
        lost += remainders[0]
        lost -= remainders[1]
        lost += crosses_low * weight_sum
        lost += crosses * weight_rest
        lost -= weights * cross_rest
        differences += lost
        differences[np.abs(differences) < _RESOLUTION * np.abs(products[0])] = 0.0
        return (differences,)

    (differences,) = in_blocks(subtracted, rows[0], crosses, crosses_low)
    return differences, base


def _cross_products(rows: Array, other: float, base: float) -> tuple[Array, Array]:
    """Return q·b − p·a as pairs of float64, where b and a are weights of P and of Q."""
    products, remainders = two_product(split(rows), rows, (other, base))
    total, lost = two_difference(products[1], products[0])
    total_remainder, lost_remainder = two_difference(remainders[1], remainders[0])
    crosses, crosses_low = two_sum(total, total_remainder)
    crosses_low += lost
    crosses_low += lost_remainder
    return crosses, crosses_low
