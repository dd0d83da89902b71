"""Proportional scaling in which each value is rounded once, so that ratios are kept and the residual is small."""

from __future__ import annotations

from klscope.theory.compensated import split, total_with_remainder, two_product
from klscope.theory.distribution import FloatArray


def scaled(weights: FloatArray, total: float, whole: tuple[float, float] | None = None) -> FloatArray:
    """Return ``weights``, shape ``(n,)``, ≥ 0 and not all 0, scaled to the sum ``total``.

    Each is total · w / Σw within half a unit in the last place: the factor is a sum of two floats, the product exact.
    ``whole`` is `total_with_remainder` of the weights, if the caller has computed it.
    """
    factor, remainder = _quotient(total, total_with_remainder(weights) if whole is None else whole)
    row = weights[None, :]
    products, lost = two_product(split(row), row, (factor,))
    lost[0] += weights * remainder
    lost += products
    result: FloatArray = lost[0]
    return result


def _quotient(dividend: float, divisor: tuple[float, float]) -> tuple[float, float]:
    """Return ``dividend`` over the sum of ``divisor``, rounded, and its rounding error.

    It is computed with integers, whose quotient Python rounds once, however long they are.
    """
    above, below = dividend.as_integer_ratio()
    (high, high_unit), (low, low_unit) = (part.as_integer_ratio() for part in divisor)
    above *= high_unit * low_unit
    below *= high * low_unit + low * high_unit
    factor = above / below
    part, unit = factor.as_integer_ratio()
    return factor, (above * unit - part * below) / (below * unit)
