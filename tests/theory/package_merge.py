"""Codes of the least mean length, found in other ways than Huffman's: the oracles of the Huffman code."""

from fractions import Fraction
from functools import lru_cache


def package_merge(weights):
    """Return the least total length of weights in exact arithmetic (Larmore and Hirschberg, J. ACM 37 (1990)).

    The coin collector's problem: a coin of value 2^-l and of the price of a weight for every length l; the cheapest
    coins worth n − 1 in all have as many coins of a weight as its code word has bits. No word is longer than n − 1.
    """
    prices = sorted(Fraction(weight) for weight in weights)
    if len(prices) == 1:
        return Fraction(0)
    packages = []
    for _ in range(len(prices) - 1):
        coins = sorted([*packages, *prices])
        packages = [coins[place] + coins[place + 1] for place in range(0, len(coins) - 1, 2)]
    return sum(packages[: len(prices) - 1], Fraction(0))


@lru_cache
def full_trees(n):
    """Return the lengths of the words of every full binary code of ``n`` words, sorted."""
    if n == 1:
        return frozenset({(0,)})
    return frozenset(
        tuple(sorted(length + 1 for length in (*one, *other)))
        for left in range(1, n // 2 + 1)
        for one in full_trees(left)
        for other in full_trees(n - left)
    )


def exhaustive(weights):
    """Return the least total length by trying every full code: the longest words to the lightest."""
    exact = sorted((Fraction(weight) for weight in weights), reverse=True)
    return min(
        sum(length * weight for length, weight in zip(lengths, exact, strict=True))
        for lengths in full_trees(len(exact))
    )
