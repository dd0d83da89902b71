"""The measures of `klscope.theory` as functions that also take dicts, Series and tensors, joined by name."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from klscope.python.given_pairs import read_pair
from klscope.python.number_options import Options
from klscope.python.numbers_of import check, given
from klscope.theory import further_measures, measures, measures_of_order
from klscope.theory.distribution import FloatArray

_WEIGHTS = Options()


def _of_one(function: Callable[..., float]) -> Callable[..., float]:
    """Return a function of P that takes every object with numbers."""

    @wraps(function)
    def call(p: Any, *further: Any, **named: Any) -> float:
        read = given(p, "p")
        if read.has_rows:
            raise ValueError(f"p has {len(read.values)} rows: give one of them, such as p[0]")
        check(read, None)
        values: FloatArray = read.values
        return function(values, *further, **named)

    return call


def _of_two(function: Callable[..., float]) -> Callable[..., float]:
    """Return a function of P and Q that takes every object with numbers, and joins those with names."""

    @wraps(function)
    def call(p: Any, q: Any, *further: Any, **named: Any) -> float:
        if q is None:
            raise TypeError("q is None: give Q")
        pair = read_pair(p, q, None, _WEIGHTS)
        return function(pair.p, pair.q, *further, **named)

    return call


entropy = _of_one(measures.entropy)
efficiency = _of_one(further_measures.efficiency)
renyi_entropy = _of_one(measures_of_order.renyi_entropy)
tsallis_entropy = _of_one(measures_of_order.tsallis_entropy)

cross_entropy = _of_two(measures.cross_entropy)
kl_divergence = _of_two(measures.kl_divergence)
jensen_shannon_divergence = _of_two(measures.jensen_shannon_divergence)
jensen_shannon_distance = _of_two(measures.jensen_shannon_distance)
total_variation_distance = _of_two(measures.total_variation_distance)
hellinger_distance = _of_two(measures.hellinger_distance)
jeffreys_divergence = _of_two(further_measures.jeffreys_divergence)
bhattacharyya_distance = _of_two(further_measures.bhattacharyya_distance)
chi_square_divergence = _of_two(further_measures.chi_square_divergence)
renyi_divergence = _of_two(measures_of_order.renyi_divergence)
tsallis_divergence = _of_two(measures_of_order.tsallis_divergence)
