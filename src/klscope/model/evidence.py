"""What samples drawn from P show of a P and a Q."""

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
"""How many seeds there are: 0 … SEEDS − 1, what can be typed."""


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
class Findings:
    """What the samples show of a state, in the chosen unit but for the code, which is in bits.

    Attributes
    ----------
    snapshot
        The state, and with which seed how many samples are drawn in it.
    """

    snapshot: Snapshot

    @property
    def options(self) -> EvidenceOptions:
        """Seed and number of the samples."""
        return self.snapshot.view.evidence

    @property
    def count(self) -> int:
        """How many samples were drawn."""
        return self.options.samples

    @cached_property
    def tally(self) -> Tally:
        """How often every category was drawn."""
        return _tally(self.options.seed, self.count, self.snapshot.comparison.p)

    @property
    def counts(self) -> FloatArray:
        """How often every category was drawn in all, shape ``(n,)``."""
        return self.tally.last

    @cached_property
    def shares(self) -> FloatArray:
        """Counts / N, shape ``(n,)``; 0 throughout without a sample."""
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
        """The categories that were drawn though Q(x) = 0."""
        q = self.snapshot.comparison.q.probabilities
        return tuple(np.flatnonzero((self.counts > 0.0) & (q == 0.0)).tolist())

    @property
    def code(self) -> HuffmanCode:
        """The Huffman code built for Q."""
        return huffman_code(self.snapshot.comparison.q)

    @cached_property
    def bits_when_p_happens(self) -> float:
        """The mean length of the code for Q while P happens, in bits: ∞ where it has no word for what happens."""
        return self.code.mean_length(self.snapshot.comparison.p.probabilities)

    @cached_property
    def bits_when_q_happens(self) -> float:
        """The mean length of the code for Q while Q happens, in bits."""
        return self.code.mean_length(self.snapshot.comparison.q.probabilities)

    @cached_property
    def bits_of_samples(self) -> float:
        """The mean length of the samples' code words so far, in bits; nan without a sample."""
        return self.code.mean_length(self.shares) if self.count else float("nan")
