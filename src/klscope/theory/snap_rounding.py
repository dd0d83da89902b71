"""Snapping: an edit whose result differs from the other distribution only by rounding returns the other one."""

from __future__ import annotations

import numpy as np

from klscope.theory.distribution import Distribution
from klscope.theory.editing import BoolArray

ROUNDINGS = 2.0
"""The most units in the last place by which probabilities differ and count as equal."""


def snapped_to(distribution: Distribution, other: Distribution, locks: BoolArray, index: int) -> Distribution:
    """Return ``distribution`` with the probabilities of ``other`` if they differ only by the rounding of a share.

    A category set to the value that it has in the other distribution leaves the rest to the others. The rest is
    rounded; where it equals that of the other distribution apart from rounding, KL is to be 0, and not 1e-33.

    Parameters
    ----------
    index
        The category that was set; it keeps its value bit for bit, and so do locked ones.
    """
    mine, yours = distribution.probabilities, other.probabilities
    if mine[index] != yours[index] or not np.array_equal(mine[locks], yours[locks]):
        return distribution
    if (np.abs(mine - yours) > ROUNDINGS * np.spacing(np.maximum(mine, yours))).any():
        return distribution
    return Distribution(yours, distribution.remembered, distribution.squeezes)
