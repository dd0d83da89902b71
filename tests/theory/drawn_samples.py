"""Samples one by one, by inversion of the cumulative distribution: the oracle of counts."""

import numpy as np


def draw(probabilities: np.ndarray, numbers: np.ndarray) -> np.ndarray:
    """Return the sampled category for each uniform number, never one of probability 0."""
    possible = np.flatnonzero(probabilities > 0.0)
    ends = np.cumsum(probabilities[possible])
    return possible[np.minimum(np.searchsorted(ends, numbers, side="right"), possible.size - 1)]
