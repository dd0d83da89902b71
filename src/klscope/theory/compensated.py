"""Arithmetic that keeps what rounding throws away.

A float64 operation returns the nearest float64 and drops a remainder. For a
sum and for a product that remainder is itself a float64, and these functions
return it beside the result. The pair ``(high, low)``, whose exact sum is the
value, carries about 106 bits.

Sources: Dekker, "A floating-point technique for extending the available
precision" (1971); Knuth, *The Art of Computer Programming* 2, §4.2.2;
Ogita, Rump and Oishi, "Accurate sum and dot product" (2005).

Exactness needs products above 2⁻⁹⁶⁹ and factors below 2⁹⁹⁶; the callers scale.
"""

import math
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]

_SPLITTER = 134217729.0  # 2**27 + 1
_LIST_LENGTH = 2048  # up to here math.fsum over a list beats the vectorised halving


def two_sum(left: Array, right: Array) -> tuple[Array, Array]:
    """Add two arrays without loss.

    Parameters
    ----------
    left, right : ndarray
        Finite values, of shapes that broadcast together.

    Returns
    -------
    tuple of ndarray
        The rounded sum and what the rounding dropped.
    """
    total = left + right
    shift = total - left
    lost = total - shift
    np.subtract(left, lost, out=lost)
    np.subtract(right, shift, out=shift)
    lost += shift
    return total, lost


def two_difference(left: Array, right: Array) -> tuple[Array, Array]:
    """Subtract without loss: :func:`two_sum` of ``left`` and ``-right``."""
    total = left - right
    shift = total - left
    lost = total - shift
    np.subtract(left, lost, out=lost)
    shift += right
    lost -= shift
    return total, lost


def split(values: Array) -> tuple[Array, Array]:
    """Cut each float64 into two halves of 26 bits whose products are exact."""
    high = _SPLITTER * values
    high -= high - values
    return high, values - high


def two_product(halves: tuple[Array, Array], values: Array, factors: Sequence[float]) -> tuple[Array, Array]:
    """Multiply each row of an array by a number of its own, without loss.

    Parameters
    ----------
    halves : tuple of ndarray
        ``split(values)``, which callers often need twice.
    values : ndarray, shape (m, n)
        The rows.
    factors : sequence of float, length m
        One number for each row.

    Returns
    -------
    tuple of ndarray
        The rounded products and what the rounding dropped, each of shape (m, n).
    """
    column = np.array(factors)[:, None]
    column_high, column_low = split(column)
    high, low = halves
    product = values * column
    lost = high * column_high
    lost -= product
    lost += high * column_low
    lost += low * column_high
    lost += low * column_low
    return product, lost


def total(values: Array) -> float:
    """Sum a vector as if exactly, and round once (long vectors: to 2⁻¹⁰⁰ first)."""
    if values.size <= _LIST_LENGTH:
        return math.fsum(values.tolist())
    high, low = _halved(values)
    return math.fsum(high.tolist() + low.tolist())


def total_with_remainder(values: Array, remainders: Array | None = None) -> tuple[float, float]:
    """Sum a vector into a pair ``(high, low)``.

    Parameters
    ----------
    values : ndarray, shape (n,)
        Finite numbers of either sign.
    remainders : ndarray, shape (n,), optional
        Numbers to add to them: the low halves, where the values are pairs.

    Returns
    -------
    tuple of float
        The rounded sum, and the sum of what is left.
    """
    if values.size <= _LIST_LENGTH:
        parts = values.tolist()
    else:
        high, low = _halved(values)
        parts = high.tolist() + low.tolist()
    if remainders is not None:
        parts += remainders.tolist() if remainders.size <= _LIST_LENGTH else [total(remainders)]
    rounded = math.fsum(parts)
    parts.append(-rounded)
    return rounded, math.fsum(parts)


def _halved(values: Array) -> tuple[Array, Array]:
    """Fold a long vector onto itself until a short vector of pairs is left."""
    high, low = values, np.zeros(1)
    while high.size > _LIST_LENGTH // 4:
        half = high.size // 2
        odd = high[2 * half :]
        odd_low = low[2 * half :]
        folded, lost = two_sum(high[:half], high[half : 2 * half])
        if low.size > 1:
            lost += low[:half]
            lost += low[half : 2 * half]
        high, low = folded, lost
        if odd.size:
            high = np.concatenate((high, odd))
            low = np.concatenate((low, odd_low if odd_low.size else np.zeros(1)))
    return high, low
