"""Samples of a distribution, and what they show: counts, running means and their standard errors.

A sample is drawn by inversion: a uniform number picks the category whose stretch of the cumulated probabilities holds
it (Devroye, Non-Uniform Random Variate Generation, 1986, III.2). The uniform numbers are what is kept: the same ones
give the samples of any distribution, so that two of them are compared on common random numbers.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from klscope.theory.distribution import FloatArray, read_only

IntArray = NDArray[np.int64]

MOST_SAMPLES = 100_000
"""How many samples are drawn at most."""

MOST_NUMBERS = 180
"""After how many numbers of samples a mean is looked at, at most."""

MOST_CELLS = 4_000_000
"""How many counts are kept at most: with very many categories, those of fewer sample numbers."""


def uniforms(seed: int, count: int) -> FloatArray:
    """Return ``count`` uniform numbers in [0, 1), shape ``(count,)``, read-only.

    Fewer numbers of one seed are the first of more: samples that are added leave those before as they are.
    """
    return read_only(np.random.default_rng(seed).random(count))


def draw(probabilities: FloatArray, numbers: FloatArray) -> IntArray:
    """Return the category that each uniform number picks, shape ``(count,)``.

    Parameters
    ----------
    probabilities
        Shape ``(n,)``, ≥ 0, summing to 1 but for rounding.
    numbers
        Shape ``(count,)``, in [0, 1).

    Returns
    -------
    ndarray of int, shape (count,)
        Never a category of probability 0. What rounding leaves between the end of the cumulated probabilities and 1
        is the last possible category's.
    """
    possible = np.flatnonzero(probabilities > 0.0)
    ends = np.cumsum(probabilities[possible])
    return possible[np.minimum(np.searchsorted(ends, numbers, side="right"), possible.size - 1)]


def sample_numbers(count: int, most: int = MOST_NUMBERS) -> IntArray:
    """Return after which samples a running mean is looked at: 1 … ``count``, ever further apart, ``count`` included.

    They belong to one ladder whatever ``count`` is, so that a curve that grows keeps its points.
    """
    ladder = np.unique(np.round(np.geomspace(1.0, MOST_SAMPLES, most)).astype(np.int64))
    return np.append(ladder[ladder < count], count) if count else ladder[:0]


class Tally(NamedTuple):
    """How often every category was drawn, after some numbers of samples.

    Attributes
    ----------
    numbers
        After how many samples, rising, shape ``(k,)``.
    counts
        How often each category was among them, shape ``(k, n)``.
    """

    numbers: IntArray
    counts: FloatArray

    @property
    def last(self) -> FloatArray:
        """How often each category was drawn in all, shape ``(n,)``."""
        return self.counts[-1] if self.numbers.size else np.zeros(self.counts.shape[1])


class SortedUniforms(NamedTuple):
    """Uniform numbers in rising order, and between which sample numbers each was drawn.

    Sorted once, they are counted anew for another distribution without looking for the category of each.
    """

    values: FloatArray
    stretches: IntArray
    numbers: IntArray

    @classmethod
    def of(cls, values: FloatArray, n: int) -> SortedUniforms:
        """Return uniform numbers, shape ``(count,)``, made ready to be counted for ``n`` categories."""
        numbers = sample_numbers(values.size, max(4, min(MOST_NUMBERS, MOST_CELLS // n)))
        stretches = np.searchsorted(numbers, np.arange(1, values.size + 1))
        order = np.argsort(values)
        return cls(values[order], stretches[order], numbers)

    def counted(self, probabilities: FloatArray) -> Tally:
        """Return how often each category is drawn from ``probabilities``, shape ``(n,)``, as `draw` has it."""
        n, steps = probabilities.size, self.numbers.size
        possible = np.flatnonzero(probabilities > 0.0)
        ends = np.searchsorted(self.values, np.cumsum(probabilities[possible])[:-1], side="left")
        sizes = np.diff(np.concatenate(([0], ends, [self.values.size])))
        cells = self.stretches * n + np.repeat(possible, sizes)
        counts = np.bincount(cells, minlength=steps * n).reshape(steps, n)
        return Tally(self.numbers, np.cumsum(counts, axis=0, dtype=np.float64))


class RunningMean(NamedTuple):
    """The mean of what was drawn, after some numbers of samples.

    Attributes
    ----------
    numbers
        After how many samples, rising, shape ``(k,)``.
    means
        Shape ``(k,)``; ∞ from the first sample on that is worth ∞.
    errors
        The standard error of the mean, s/√k with the s of the samples, shape ``(k,)``: ≥ 0; nan where there is none,
        after one sample and where the mean is ∞.
    """

    numbers: IntArray
    means: FloatArray
    errors: FloatArray


def running_mean(tally: Tally, values: FloatArray) -> RunningMean:
    """Return the running mean of a quantity of the samples, and its standard errors.

    Parameters
    ----------
    tally
        What was drawn.
    values
        What a sample of each category is worth, shape ``(n,)``; +∞ included. What a category is worth that is never
        drawn does not matter, and may be anything.
    """
    numbers, counts = tally
    drawn = tally.last > 0.0
    counts, worth = counts[:, drawn], values[drawn]
    infinite = np.isinf(worth)
    ends = (counts[:, infinite] > 0.0).any(axis=1)
    counts, worth = counts[:, ~infinite], worth[~infinite]
    # einsum, not @: the threads of a matrix product take longer to start than these sums
    means = np.einsum("ki,i->k", counts, worth) / numbers
    deviations = worth - means[:, None]
    squares = np.einsum("ki,ki,ki->k", counts, deviations, deviations)
    with np.errstate(divide="ignore", invalid="ignore"):
        errors = np.sqrt(squares / (numbers - 1.0) / numbers)
    return RunningMean(numbers, np.where(ends, np.inf, means), np.where(ends | (numbers < 2), np.nan, errors))
