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
    """Return where only P and where only Q is positive, as masks of shape (n,); None for one that is False throughout.

    The weights as given decide: a normalised one may underflow to 0.
    """
    if not scaled.zeros:
        return None, None
    first, second = (weights > 0.0 for weights in scaled.given)
    only_first = first & ~second
    only_second = second & ~first
    return (only_first if only_first.any() else None, only_second if only_second.any() else None)


def code_terms(scaled: Scaled, row: int, lengths: Array, missing: Mask | None) -> Array:
    """Return a row of scaled weights w times −log v for each distribution v: nats, shape (m, n), in [0, +inf].

    ``lengths`` is −log v, as `surprisals` returns it; ``missing`` is where v is 0 and w is not, from `lacking`.
    """
    terms: Array = scaled.rows[row] * lengths
    if missing is not None:
        terms[1 - row, missing] = math.inf
    return terms


def mean_length(scaled: Scaled, row: int, terms: Array) -> float:
    """Return Σ −w log v, in nats, from the finite terms of one v: the entropy, or the cross-entropy."""
    return total(terms) / scaled.sums[row][0]
