"""The weights of one or two distributions, scaled without rounding."""

import math

import numpy as np
from numpy.typing import ArrayLike

from klscope.theory.compensated import Array, total_with_remainder
from klscope.theory.reading import read_weights

TINY = 2.0**-960  # products of scaled weights below this lose their last bits


def read_pair(p: ArrayLike, q: ArrayLike) -> "Scaled":
    """Check the weights of P and of Q, and scale them; parameters and errors as of :func:`read_two`."""
    with np.errstate(all="ignore"):
        return Scaled(*read_two(p, q))


def read_two(p: ArrayLike, q: ArrayLike) -> tuple[Array, Array]:
    """Return the weights of P and of Q as float64, each of shape (n,), checked by `read_weights`.

    Raises ValueError as it does, and if the lengths differ.
    """
    first = read_weights(p, "P")
    second = read_weights(q, "Q")
    if first.size != second.size:
        raise ValueError(f"the lengths of P and Q differ: {first.size} and {second.size} weights")
    return first, second


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
        The powers of two that they were divided by.
    peaks : list of int, length m
        The index of the largest weight of each row.
    tails : list of float, length m
        The sum of the other scaled weights of each row.
    sums : list of tuple of float, length m
        The sum of each row and its rounding error.
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
