"""Huffman's code: whole bits for every category, and no other such code is shorter on average.

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
    """A code of the least mean length for some weights.

    Attributes
    ----------
    lengths
        The length of each category's code word in bits, shape ``(n,)``, read-only. A category of weight 0 has no code
        word: ∞. One that is alone has the empty word, 0 bits: what always happens need not be told.
    words
        The canonical code words, of "0" and "1": the shorter before the longer, equal ones in the order of the
        categories. None where there is none.
    """

    lengths: FloatArray
    words: tuple[str | None, ...]

    @classmethod
    def of(cls, weights: FloatArray) -> HuffmanCode:
        """Return the code for ``weights``, shape ``(n,)``: finite, ≥ 0, at least one > 0.

        Of several codes of the same mean it is the one whose longest word is shortest: among equals, categories are
        joined before what was joined already, the first before the last.

        Raises
        ------
        DistributionError
            Where they are no weights.
        """
        lengths = _lengths(read_weights(weights))
        return cls(read_only(lengths), _canonical_words(lengths))

    def mean_length(self, probabilities: FloatArray) -> float:
        """Return the mean bits of a category that happens with ``probabilities``, shape ``(n,)``.

        In [0, +∞]: ∞ where a category happens that has no code word.
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
    # sums stand in rising order, so that one past the largest float is still compared rightly
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
