"""Read what a caller passes as a distribution, and scale it without rounding.

A distribution is given by finite weights, 0 or more, with a positive sum: raw
counts, probabilities, or float64 numbers of any size. Only their ratios count.
"""

import math
import numbers

import numpy as np
from numpy.typing import ArrayLike

from klscope.theory.compensated import Array, total_with_remainder

TINY = 2.0**-960  # products of scaled weights below this lose their last bits


def read_weights(values: ArrayLike, name: str) -> Array:
    """Check the weights of a distribution.

    Parameters
    ----------
    values : array_like, shape (n,)
        Finite numbers, 0 or more, with a positive sum.
    name : str
        What to call the distribution in a message.

    Returns
    -------
    ndarray, shape (n,)
        The weights as float64; the caller's own array where it already is one.

    Raises
    ------
    ValueError
        If the values are no such weights; the message says what and where.
    """
    weights = _as_numbers(values, name)
    if weights.ndim != 1:
        raise ValueError(f"{name} must be one-dimensional: its shape is {weights.shape}")
    if weights.size == 0:
        raise ValueError(f"{name} is empty: a distribution has at least one weight")
    largest = weights[weights.argmax()]
    if not (weights.min() >= 0.0 and 0.0 < largest < math.inf):
        raise ValueError(_complaint(weights, name))
    return weights


def read_pair(p: ArrayLike, q: ArrayLike) -> "Scaled":
    """Check the weights of P and of Q, and scale them.

    Parameters
    ----------
    p, q : array_like, shape (n,)
        As :func:`read_weights` takes them, as many of Q as of P.

    Returns
    -------
    Scaled
        The two distributions.

    Raises
    ------
    ValueError
        As :func:`read_weights` does, and if the lengths differ.
    """
    first = read_weights(p, "P")
    second = read_weights(q, "Q")
    if first.size != second.size:
        raise ValueError(f"the lengths of P and Q differ: {first.size} and {second.size} weights")
    with np.errstate(all="ignore"):
        return Scaled(first, second)


def _as_numbers(values: ArrayLike, name: str) -> Array:
    """Convert to float64, refusing what numpy would guess at (such as the text "1")."""
    try:
        array = np.asarray(values)
    except (TypeError, ValueError) as error:
        raise ValueError(f"{name} must be a flat sequence of numbers") from error
    if array.dtype == np.float64:
        return array
    if array.dtype.kind not in "biuf" and array.ndim == 1:
        for position, value in enumerate(np.asarray(values, dtype=object), start=1):
            if not isinstance(value, numbers.Real):
                raise ValueError(f"{name}: weight {position} is not a real number: {value!r}")
    elif array.dtype.kind not in "biuf":
        raise ValueError(f"{name} must be a flat sequence of numbers: it is {values!r:.60}")
    try:
        with np.errstate(over="ignore"):
            return array.astype(np.float64)
    except OverflowError as error:
        raise ValueError(f"{name} has a number too large for a float64") from error


def _complaint(weights: Array, name: str) -> str:
    """Say which weight is wrong, counted from 1."""
    wrong = np.flatnonzero(~(np.isfinite(weights) & (weights >= 0.0)))
    if not wrong.size:
        return f"{name} is all zeros: at least one weight must be positive"
    index = int(wrong[0])
    value = float(weights[index])
    if math.isnan(value):
        return f"{name}: weight {index + 1} is not a number (NaN)"
    kind = "infinite" if math.isinf(value) else "negative"
    return f"{name}: weight {index + 1} is {kind} ({value!r}); a weight is finite and 0 or more"


class Scaled:
    """One or two distributions as rows, each divided by a power of two.

    The power brings the largest weight of a row into [½, 1), so that no sum
    overflows, and changes no digit of any other weight, save those under
    2⁻¹⁰²² of the largest. For their logarithms the weights as given are kept.

    Attributes
    ----------
    given : tuple of ndarray, each of shape (n,)
        The weights as given.
    rows : ndarray, shape (m, n)
        The scaled weights.
    exponents : list of int, length m
        The powers of two they were divided by.
    peaks : list of int, length m
        The index of the largest weight of each row.
    tails : list of float, length m
        The sum of the other scaled weights of each row.
    sums : list of tuple of float, length m
        The sum of each row and what its rounding dropped.
    zeros : bool
        Whether some scaled weight is 0.
    tiny : bool
        Whether some positive scaled weight is too small for exact products.
    """

    __slots__ = ("exponents", "given", "peaks", "rows", "sums", "tails", "tiny", "zeros")

    def __init__(self, *given: Array) -> None:
        self.given = given
        self.peaks = [int(weights.argmax()) for weights in given]
        self.exponents = [math.frexp(weights[peak])[1] for weights, peak in zip(given, self.peaks, strict=True)]
        self.rows = np.array(given)
        np.ldexp(self.rows, -np.array(self.exponents)[:, None], out=self.rows)
        self.tails = []
        self.sums = []
        for row, peak in zip(self.rows, self.peaks, strict=True):
            largest = row[peak]
            row[peak] = 0.0
            tail, rest = total_with_remainder(row)
            row[peak] = largest
            parts = [float(largest), tail, rest]
            rounded = math.fsum(parts)
            self.tails.append(tail)
            self.sums.append((rounded, math.fsum((*parts, -rounded))))
        smallest = self.rows.min()
        self.zeros = bool(smallest == 0.0)
        self.tiny = bool(smallest < TINY) and any(
            bool(((weights > 0.0) & (row < TINY)).any()) for weights, row in zip(given, self.rows, strict=True)
        )
