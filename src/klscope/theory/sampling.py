"""Samples of a distribution: counts, running means and their standard errors.

A sample is drawn by inversion of the cumulative distribution at a uniform number (Devroye, Non-Uniform Random Variate
Generation, 1986, III.2). The same uniform numbers are used for any distribution, so distributions are compared on
common random numbers.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from klscope.theory.distribution import FloatArray, read_only

IntArray = NDArray[np.int64]

MOST_SAMPLES = 100_000
"""The largest number of samples."""

MOST_NUMBERS = 180
"""The largest number of sample sizes of a running mean."""

MOST_CELLS = 4_000_000
"""The largest number of counts: with very many categories, there are fewer sample sizes."""


def uniforms(seed: int, count: int) -> FloatArray:
    """Return ``count`` uniform numbers in [0, 1), shape ``(count,)``, read-only.

    A larger count begins with the same numbers, so more samples do not change the first ones.
    """
    return read_only(np.random.default_rng(seed).random(count))


def sample_numbers(count: int, most: int = MOST_NUMBERS) -> IntArray:
    """Return the sample sizes for a running mean: 1 … ``count`` at growing distances, ``count`` included.

    The grid does not depend on ``count``, so a growing curve keeps its points.
    """
    ladder = np.unique(np.round(np.geomspace(1.0, MOST_SAMPLES, most)).astype(np.int64))
    return np.append(ladder[ladder < count], count) if count else ladder[:0]


class Tally(NamedTuple):
    """Counts of the categories after several sample sizes.

    Attributes
    ----------
    numbers
        Sample sizes, ascending, shape ``(k,)``.
    counts
        The count of each category, shape ``(k, n)``.
    """

    numbers: IntArray
    counts: FloatArray

    @property
    def last(self) -> FloatArray:
        """The counts of all samples, shape ``(n,)``."""
        return self.counts[-1] if self.numbers.size else np.zeros(self.counts.shape[1])


class SortedUniforms(NamedTuple):
    """Sorted uniform numbers, each with the interval of the sample sizes in which it was drawn.

    Sorted once, they can be counted for another distribution without a search for each of them.
    """

    values: FloatArray
    stretches: IntArray
    numbers: IntArray

    @classmethod
    def of(cls, values: FloatArray, n: int) -> SortedUniforms:
        """Return uniform numbers, shape ``(count,)``, sorted for counting in ``n`` categories."""
        numbers = sample_numbers(values.size, max(4, min(MOST_NUMBERS, MOST_CELLS // n)))
        stretches = np.searchsorted(numbers, np.arange(1, values.size + 1))
        order = np.argsort(values)
        return cls(values[order], stretches[order], numbers)

    def counted(self, probabilities: FloatArray) -> Tally:
        """Return the counts of samples from ``probabilities``, shape ``(n,)``, ≥ 0, summing to 1 apart from rounding.

        A category of probability 0 is never counted. The rounding residual between the last cumulative probability and
        1 belongs to the last possible category.
        """
        n, steps = probabilities.size, self.numbers.size
        possible = np.flatnonzero(probabilities > 0.0)
        ends = np.searchsorted(self.values, np.cumsum(probabilities[possible])[:-1], side="left")
        sizes = np.diff(np.concatenate(([0], ends, [self.values.size])))
        cells = self.stretches * n + np.repeat(possible, sizes)
        counts = np.bincount(cells, minlength=steps * n).reshape(steps, n)
        return Tally(self.numbers, np.cumsum(counts, axis=0, dtype=np.float64))


class RunningMean(NamedTuple):
    """The mean of a quantity of the samples, after several sample sizes.

    Attributes
    ----------
    numbers
        Sample sizes, ascending, shape ``(k,)``.
    means
        Shape ``(k,)``; ∞ from the first infinite sample on.
    errors
        The standard error of the mean, s/√k with the sample standard deviation s, shape ``(k,)``: ≥ 0; nan after one
        sample and where the mean is ∞.
    """

    numbers: IntArray
    means: FloatArray
    errors: FloatArray


def running_mean(tally: Tally, values: FloatArray) -> RunningMean:
    """Return the running mean of a quantity of the samples, with its standard errors.

    Parameters
    ----------
    tally
        The counts of the samples.
    values
        The quantity for each category, shape ``(n,)``; +∞ included. Values of categories that were never drawn are
        ignored.
    """
    numbers, counts = tally
    drawn = tally.last > 0.0
    counts, worth = counts[:, drawn], values[drawn]
    infinite = np.isinf(worth)
    ends = (counts[:, infinite] > 0.0).any(axis=1)
    counts, worth = counts[:, ~infinite], worth[~infinite]
    # einsum, not @: starting the threads of a matrix product takes longer than these sums
    means = np.einsum("ki,i->k", counts, worth) / numbers
    deviations = worth - means[:, None]
    squares = np.einsum("ki,ki,ki->k", counts, deviations, deviations)
    with np.errstate(divide="ignore", invalid="ignore"):
        errors = np.sqrt(squares / (numbers - 1.0) / numbers)
    return RunningMean(numbers, np.where(ends, np.inf, means), np.where(ends | (numbers < 2), np.nan, errors))
