"""Where an edit makes one distribution the other but for roundings, it is the other."""

from __future__ import annotations

import numpy as np

from klscope.theory.distribution import Distribution
from klscope.theory.editing import BoolArray

ROUNDINGS = 2.0
"""How many units in the last place two probabilities may differ and still be meant as one."""


def snapped_to(distribution: Distribution, other: Distribution, locks: BoolArray, index: int) -> Distribution:
    """Return ``distribution`` with ``other``'s probabilities, if only the rounding of a share tells them apart.

    A bar dragged or typed onto the value it has in the other distribution leaves the rest to the others; what is left
    is rounded, and where it means the other's rest it should be that: KL is 0 there, and not 1e-33.

    Parameters
    ----------
    index
        The category that was given its value; it keeps it to the bit, as the locked ones do.
    """
    mine, yours = distribution.probabilities, other.probabilities
    if mine[index] != yours[index] or not np.array_equal(mine[locks], yours[locks]):
        return distribution
    if (np.abs(mine - yours) > ROUNDINGS * np.spacing(np.maximum(mine, yours))).any():
        return distribution
    return Distribution(yours, distribution.remembered, distribution.squeezes)
