"""Entropies and cross-entropies: the mean length of a code for P or for Q.

All terms −p log q are 0 or more, so their sum is as accurate as they are.
"""

import math

import numpy as np
from numpy.typing import NDArray

from klscope.theory.compensated import Array, total
from klscope.theory.weights import Scaled

Mask = NDArray[np.bool_]


def lacking(scaled: Scaled) -> tuple[Mask | None, Mask | None]:
    """Return where Q is 0 and P is not, and where P is 0 and Q is not.

    The weights as given decide: a normalised one may underflow to 0.

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


def code_terms(scaled: Scaled, row: int, lengths: Array, missing: Mask | None) -> Array:
    """Return −w log v, where w is one of the distributions and v is each of them.

    Parameters
    ----------
    scaled : Scaled
        One or two distributions.
    row : int
        The row of w.
    lengths : ndarray, shape (m, n)
        What `surprisals` returns: −log v.
    missing : ndarray of bool, shape (n,), or None
        Where the other distribution is 0 and this one is not, as `lacking` returns
        it.

    Returns
    -------
    ndarray, shape (m, n)
        The scaled weights times −log v: nats, in [0, +inf].
    """
    terms: Array = scaled.rows[row] * lengths
    if missing is not None:
        terms[1 - row, missing] = math.inf
    return terms


def mean_length(scaled: Scaled, row: int, terms: Array) -> float:
    """Return Σ −w log v of normalised w: the entropy, or the cross-entropy.

    Parameters
    ----------
    scaled : Scaled
        One or two distributions.
    row : int
        The row of w.
    terms : ndarray, shape (n,)
        What :func:`code_terms` returns for one v, all finite.

    Returns
    -------
    float
        Nats, 0 or more.
    """
    return total(terms) / scaled.sums[row][0]
