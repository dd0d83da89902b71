"""Entropies and cross-entropies: the mean length of a code, P's own or Q's.

All terms −p log q are 0 or more, so their sum is as accurate as they are.
"""

import math

import numpy as np
from numpy.typing import NDArray

from klscope.theory.compensated import Array, total
from klscope.theory.logarithms import surprisals
from klscope.theory.weights import Scaled

Mask = NDArray[np.bool_]


def lacking(scaled: Scaled) -> tuple[Mask | None, Mask | None]:
    """Tell where Q lacks what P has, and where P lacks what Q has.

    It is decided on the weights as given: a normalised one may underflow to 0.

    Parameters
    ----------
    scaled : Scaled
        Two distributions P and Q.

    Returns
    -------
    tuple
        Two masks of shape (n,), or None in place of one that is False throughout.
    """
    if not scaled.zeros:
        return None, None
    first, second = (weights > 0.0 for weights in scaled.given)
    only_first = first & ~second
    only_second = second & ~first
    return (only_first if only_first.any() else None, only_second if only_second.any() else None)


def code_lengths(scaled: Scaled, missing: tuple[Mask | None, Mask | None]) -> tuple[Array, list[list[float]]]:
    """Return −w log v for each pair of the distributions, and the sums.

    Parameters
    ----------
    scaled : Scaled
        One or two distributions.
    missing : tuple
        What :func:`lacking` says of two; not looked at for one.

    Returns
    -------
    ndarray, shape (m, m, n)
        ``[i, j]`` are the scaled weights of distribution i times the −log of
        the normalised weights of j: nats, in [0, +inf].
    list of list of float
        ``[i][j]`` is the cross-entropy of i and j, the entropy where i = j:
        nats, in [0, +inf].
    """
    terms = scaled.rows[:, None, :] * surprisals(scaled)
    count = len(scaled.sums)
    if count == 2:
        for row, mask in enumerate(missing):
            if mask is not None:
                terms[row, 1 - row, mask] = math.inf
    sums = [[total(terms[row, column]) / scaled.sums[row][0] for column in range(count)] for row in range(count)]
    if count == 2:
        for row, mask in enumerate(missing):
            if mask is not None:  # folding a sum loses ∞ - ∞
                sums[row][1 - row] = math.inf
    return terms, sums
