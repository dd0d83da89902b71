"""Statistics of samples drawn from P."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property, lru_cache

import numpy as np

from klscope.model.snapshot import Snapshot
from klscope.model.view_options import EvidenceOptions
from klscope.theory import sampling
from klscope.theory.distribution import Distribution, FloatArray
from klscope.theory.huffman import HuffmanCode
from klscope.theory.sampling import RunningMean, SortedUniforms, Tally

MOST_SAMPLES = sampling.MOST_SAMPLES
SEEDS = 2**31
"""The number of seeds, 0 … SEEDS − 1."""


@lru_cache(maxsize=2)
def _sorted_uniforms(seed: int, count: int, n: int) -> SortedUniforms:
    return SortedUniforms.of(sampling.uniforms(seed, count), n)


@lru_cache(maxsize=2)
def _tally(seed: int, count: int, p: Distribution) -> Tally:
    return _sorted_uniforms(seed, count, p.n).counted(p.probabilities)


@lru_cache(maxsize=2)
def huffman_code(q: Distribution) -> HuffmanCode:
    """Return the Huffman code built for Q."""
    return HuffmanCode.of(q.probabilities)


@dataclass(frozen=True, eq=False)
class SampleStatistics:
    """Statistics of the samples of a state, in its unit; code lengths are in bits.

    Attributes
    ----------
    snapshot
        The state, with the seed and the number of samples in its view options.
    """

    snapshot: Snapshot

    @property
    def options(self) -> EvidenceOptions:
        """The seed and the number of samples."""
        return self.snapshot.view.evidence

    @property
    def count(self) -> int:
        """The number of samples."""
        return self.options.samples

    @cached_property
    def tally(self) -> Tally:
        """The counts of the categories."""
        return _tally(self.options.seed, self.count, self.snapshot.comparison.p)

    @property
    def counts(self) -> FloatArray:
        """The final counts of the categories, shape ``(n,)``."""
        return self.tally.last

    @cached_property
    def shares(self) -> FloatArray:
        """The relative frequencies, shape ``(n,)``; all 0 without samples."""
        return self.counts / max(self.count, 1)

    @cached_property
    def surprise(self) -> RunningMean:
        """The running mean of −log Q(x)."""
        return sampling.running_mean(self.tally, self.snapshot.surprisals_q)

    @cached_property
    def log_ratio(self) -> RunningMean:
        """The running mean of log P(x)/Q(x)."""
        return sampling.running_mean(self.tally, self.snapshot.log_ratios)

    @cached_property
    def unforeseen(self) -> tuple[int, ...]:
        """The categories that were drawn and have Q(x) = 0."""
        q = self.snapshot.comparison.q.probabilities
        return tuple(np.flatnonzero((self.counts > 0.0) & (q == 0.0)).tolist())

    @property
    def code(self) -> HuffmanCode:
        """The Huffman code built for Q."""
        return huffman_code(self.snapshot.comparison.q)

    @cached_property
    def bits_when_p_happens(self) -> float:
        """The expected length of the code of Q under P, in bits; ∞ if P(x) > 0 for an x without a code word."""
        return self.code.mean_length(self.snapshot.comparison.p.probabilities)

    @cached_property
    def bits_when_q_happens(self) -> float:
        """The expected length of the code of Q under Q, in bits."""
        return self.code.mean_length(self.snapshot.comparison.q.probabilities)

    @cached_property
    def bits_of_samples(self) -> float:
        """The mean code length of the samples, in bits; nan without samples."""
        return self.code.mean_length(self.shares) if self.count else float("nan")
