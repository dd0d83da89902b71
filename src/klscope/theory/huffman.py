"""Huffman codes: optimal prefix codes, with a whole number of bits for each category.

Source: D. A. Huffman, A method for the construction of minimum-redundancy codes, Proc. IRE 40 (1952), 1098–1101; the
two queues are van Leeuwen's (1976), the canonical code words Schwartz and Kallick's (1964). Lengths are in bits.
"""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from klscope.theory.distribution import FloatArray, read_only
from klscope.theory.reading import read_weights


@dataclass(frozen=True, eq=False)
class HuffmanCode:
    """An optimal prefix code for given weights.

    Attributes
    ----------
    lengths
        The length of each category's code word in bits, shape ``(n,)``, read-only. It is ∞ for a category of weight 0,
        which has no code word, and 0 for a single category, which has the empty word.
    words
        The canonical code words, of "0" and "1": by length, then in the order of the categories. None for categories
        without one.
    """

    lengths: FloatArray
    words: tuple[str | None, ...]

    @classmethod
    def of(cls, weights: FloatArray) -> HuffmanCode:
        """Return the code for ``weights``, shape ``(n,)``: finite, ≥ 0, at least one > 0.

        Among codes of the same mean length it has the shortest longest word: of equal weights, single categories are
        joined before joined nodes, in their order.

        Raises
        ------
        DistributionError
            If the weights are invalid.
        """
        lengths = _lengths(read_weights(weights))
        return cls(read_only(lengths), _canonical_words(lengths))

    def mean_length(self, probabilities: FloatArray) -> float:
        """Return the mean length in bits of a code word, for categories with ``probabilities``, shape ``(n,)``.

        In [0, +∞]: ∞ where a category without a code word has a positive probability.
        """
        happens = probabilities > 0.0
        return float((probabilities[happens] * self.lengths[happens]).sum())

    @cached_property
    def order(self) -> tuple[int, ...]:
        """The categories that have a code word, in the order of their code words."""
        coded = [(word, index) for index, word in enumerate(self.words) if word is not None]
        return tuple(index for _, index in sorted(coded))


def _lengths(weights: FloatArray) -> FloatArray:
    lengths = np.full(weights.size, np.inf)
    coded = np.flatnonzero(weights > 0.0)
    leaves = coded[np.argsort(weights[coded], kind="stable")].tolist()
    # sums stand in rising order: one above the largest float still compares correctly
    single = deque((float(weights[leaf]), place) for place, leaf in enumerate(leaves))
    joined: deque[tuple[float, int]] = deque()
    parents = [0] * (2 * len(leaves) - 1)

    def least() -> tuple[float, int]:
        return single.popleft() if single and (not joined or single[0][0] <= joined[0][0]) else joined.popleft()

    for node in range(len(leaves), len(parents)):
        (one, first), (two, second) = least(), least()
        parents[first] = parents[second] = node
        joined.append((one + two, node))
    depths = [0] * len(parents)
    for node in range(len(parents) - 2, -1, -1):
        depths[node] = depths[parents[node]] + 1
    lengths[leaves] = depths[: len(leaves)]
    return lengths


def _canonical_words(lengths: FloatArray) -> tuple[str | None, ...]:
    words: list[str | None] = [None] * lengths.size
    number, before = 0, 0
    coded = np.flatnonzero(np.isfinite(lengths))
    for index in coded[np.argsort(lengths[coded], kind="stable")].tolist():
        length = int(lengths[index])
        number <<= length - before
        words[index] = f"{number:0{length}b}" if length else ""
        number, before = number + 1, length
    return tuple(words)
