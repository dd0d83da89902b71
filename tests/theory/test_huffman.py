"""Huffman's code: a prefix code that fills Kraft's inequality, and no other is shorter on average."""

from fractions import Fraction
from itertools import pairwise

import numpy as np
import pytest
from package_merge import exhaustive, package_merge

from klscope.theory.huffman import HuffmanCode
from klscope.theory.measures import entropy
from klscope.theory.reading import DistributionError
from small_cases import each

SOURCES = np.random.default_rng(20)
DRAWN = [SOURCES.dirichlet(np.full(n, spread)) for n in (2, 3, 5, 8, 26, 100) for spread in (0.1, 1.0, 50.0)]
SHAPES = [
    *DRAWN,
    np.array([1.0, 1.0]),
    np.array([1e-300, 1.0, 1.0]),
    np.array([1e308, 1e308, 1e308]),
    np.array([0.0, 3.0, 0.0, 1.0]),
    np.array([7.0]),
    np.array([0.0, 0.0, 2.0]),
    0.5 ** np.arange(60.0),
]


def total_length(code, weights):
    """Return Σ weight · length in exact arithmetic."""
    coded = [index for index, weight in enumerate(weights) if weight > 0.0]
    return sum((Fraction(float(weights[index])) * int(code.lengths[index]) for index in coded), Fraction(0))


@pytest.mark.parametrize("weights", SHAPES)
def test_the_words_fill_krafts_inequality_and_none_begins_another(weights):
    code = HuffmanCode.of(weights)
    words = [word for word in code.words if word is not None]
    assert sum(Fraction(1, 2 ** len(word)) for word in words) == 1
    in_order = sorted(words)
    assert all(not after.startswith(before) for before, after in pairwise(in_order))
    assert len(set(words)) == np.count_nonzero(weights)
    for weight, word, length in zip(weights, code.words, code.lengths, strict=True):
        assert (word is None) == (weight == 0.0) == np.isinf(length)
        assert word is None or len(word) == length


@pytest.mark.parametrize("weights", SHAPES)
def test_no_code_is_shorter_as_package_merge_finds(weights):
    shortest = package_merge([weight for weight in weights.tolist() if weight > 0.0])
    # sums of weights are rounded: two that differ by a rounding may be taken the wrong way round
    assert float(total_length(HuffmanCode.of(weights), weights) / shortest if shortest else 1) <= 1.0 + 1e-14


@each("seed", range(40))
def test_no_code_is_shorter_as_trying_all_of_them_finds(seed):
    weights = np.random.default_rng(seed).integers(1, 20, size=2 + seed % 7).astype(float)
    shortest = exhaustive(weights.tolist())
    assert total_length(HuffmanCode.of(weights), weights) == shortest == package_merge(weights.tolist())


@pytest.mark.parametrize("shape", DRAWN)
def test_shannons_bound_holds(shape):
    length = HuffmanCode.of(shape).mean_length(shape)
    assert entropy(shape) / np.log(2.0) <= length * (1.0 + 1e-12)
    assert length < entropy(shape) / np.log(2.0) + 1.0


def test_powers_of_two_reach_the_entropy_exactly():
    p, q = np.array([0.5, 0.25, 0.125, 0.125]), np.array([0.125, 0.5, 0.25, 0.125])
    assert HuffmanCode.of(p).mean_length(p) == 1.75
    code = HuffmanCode.of(q)
    assert code.mean_length(q) == 1.75
    assert code.mean_length(p) == 2.375
    assert code.words == ("110", "0", "10", "111")
    assert code.order == (1, 2, 0, 3)


def test_of_equal_codes_the_one_with_the_shortest_longest_word_is_taken():
    # the textbook's example of two codes of mean 2.2: lengths 2 2 2 3 3 or 1 2 3 4 4 (Knuth, TAOCP 1, 2.3.4.5)
    code = HuffmanCode.of(np.array([0.4, 0.2, 0.2, 0.1, 0.1]))
    assert sorted(code.lengths.tolist()) == [2, 2, 2, 3, 3]
    assert HuffmanCode.of(np.ones(6)).words == ("100", "101", "110", "111", "00", "01")


def test_two_have_a_bit_each_and_one_alone_the_empty_word():
    assert HuffmanCode.of(np.array([0.999, 0.001])).words == ("0", "1")
    alone = HuffmanCode.of(np.array([0.0, 1.0]))
    assert alone.words == (None, "")
    assert alone.mean_length(np.array([0.0, 1.0])) == 0.0


def test_what_has_no_word_cannot_be_coded():
    code = HuffmanCode.of(np.array([0.5, 0.5, 0.0]))
    assert code.mean_length(np.array([0.5, 0.25, 0.25])) == np.inf
    assert code.mean_length(np.array([0.5, 0.5, 0.0])) == 1.0


def test_no_weights_no_code():
    with pytest.raises(DistributionError):
        HuffmanCode.of(np.zeros(3))
