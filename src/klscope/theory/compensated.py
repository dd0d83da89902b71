"""Compensated arithmetic: results together with their rounding errors.

A float64 operation returns the nearest float64. The rounding error of a sum or a
product is itself a float64, and these functions return it with the result. The pair
``(high, low)``, whose exact sum is the value, carries about 106 bits.

Sources: Dekker, "A floating-point technique for extending the available
precision" (1971); Knuth, *The Art of Computer Programming* 2, §4.2.2;
Rump, Ogita and Oishi, "Accurate floating-point summation part I: faithful
rounding" (2008), whose extraction of leading parts `exact_parts` is.

Exactness needs products above 2⁻⁹⁶⁹ and factors below 2⁹⁹⁶; the callers scale.
"""

import math
from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]

_SPLITTER = 134217729.0  # 2**27 + 1
_LIST_LENGTH = 400  # up to here math.fsum over a list is faster than extracting leading parts
_BLOCK_LENGTH = 16384  # length of one extraction: its three arrays fit the second-level cache
_COLUMNS = 8192  # columns per block of `in_blocks`: its arrays take 64 kB each
_SAFE_EXPONENT = 1000  # exponent of the largest magnitude: nothing overflows below


def in_blocks(function: Callable[..., tuple[Array, ...]], *arrays: Array) -> tuple[Array, ...]:
    """Apply a function to blocks of columns of the arrays, so that its temporary arrays stay in the cache.

    The function takes one block of each array and returns a tuple of arrays of as many columns, each computed from its
    own column alone.
    """
    size = arrays[0].shape[-1]
    if size <= _COLUMNS:
        return function(*arrays)
    starts = range(0, size, _COLUMNS)
    blocks = [function(*(array[..., start : start + _COLUMNS] for array in arrays)) for start in starts]
    return tuple(np.concatenate(parts, axis=-1) for parts in zip(*blocks, strict=True))


def two_sum(left: Array, right: Array) -> tuple[Array, Array]:
    """Return the rounded sum of two arrays of finite values, and its rounding error."""
    total = left + right
    shift = total - left
    lost = total - shift
    np.subtract(left, lost, out=lost)
    np.subtract(right, shift, out=shift)
    lost += shift
    return total, lost


def two_difference(left: Array, right: Array) -> tuple[Array, Array]:
    """Subtract two arrays, with the rounding error: :func:`two_sum` of ``left`` and ``-right``."""
    total = left - right
    shift = total - left
    lost = total - shift
    np.subtract(left, lost, out=lost)
    shift += right
    lost -= shift
    return total, lost


def split(values: Array) -> tuple[Array, Array]:
    """Split each float64 into two halves of 26 bits whose products are exact."""
    high = _SPLITTER * values
    high -= high - values
    return high, values - high


def two_product(halves: tuple[Array, Array], values: Array, factors: Sequence[float]) -> tuple[Array, Array]:
    """Multiply each row of ``values``, shape (m, n), by its own factor; return the products and their rounding errors.

    ``halves`` is ``split(values)``, which callers often need twice.
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


def exact_parts(values: Array) -> list[float]:
    """Return a few numbers whose exact sum is that of a vector, for ``math.fsum``, which rounds it once.

    Adding 2^k to a number and subtracting it again leaves its leading bits. Where k is large enough, the leading bits
    of all numbers are multiples of one power of two whose sum needs no more than 53 bits, so that ``ndarray.sum`` makes
    no error; the remainders are treated in the same way until all are 0. Where a value is NaN, infinite or above 2¹⁰⁰⁰,
    the parts are the values themselves.
    """
    parts: list[float] = []
    if values.size <= _LIST_LENGTH:
        parts = values.tolist()
        return parts
    for start in range(0, values.size, _BLOCK_LENGTH):
        parts += _leading_parts(values[start : start + _BLOCK_LENGTH])
    return parts


def _leading_parts(values: Array) -> list[float]:
    parts: list[float] = []
    largest = max(float(values.max()), -float(values.min()))
    if not largest < 2.0**_SAFE_EXPONENT:
        parts = values.tolist()
        return parts
    count_bits = (values.size + 1).bit_length()
    exponent = math.frexp(largest)[1] + count_bits
    while True:
        shift = math.ldexp(1.0, exponent)
        leading = values + shift
        leading -= shift
        parts.append(float(leading.sum()))
        values = values - leading
        if not values.any():
            return parts
        exponent += count_bits - 53


def total(values: Array) -> float:
    """Return the correctly rounded sum of a vector."""
    return math.fsum(exact_parts(values))


def total_with_remainder(values: Array, remainders: Array | None = None) -> tuple[float, float]:
    """Return the rounded sum of a vector of finite numbers, and the rest of the exact sum.

    ``remainders`` are numbers to add to them: the low halves, where the values are pairs.
    """
    parts = exact_parts(values)
    if remainders is not None:
        parts += exact_parts(remainders)
    rounded = math.fsum(parts)
    parts.append(-rounded)
    return rounded, math.fsum(parts)
