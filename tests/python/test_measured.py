"""All measures by name, and the functions. The oracles: scipy, mpmath, and values by hand in the comments."""

import inspect
import math
import re

import mpmath
import numpy as np
import pandas as pd
import pytest
from scipy.spatial import distance
from scipy.stats import entropy

import klscope
from klscope.theory import further_measures, measures, measures_of_order

P, Q = [4, 2, 1, 1], [1, 4, 2, 1]
FUNCTIONS = [
    (name, getattr(module, name))
    for module in (measures, further_measures, measures_of_order)
    for name in module.__all__
    if name not in ("measure", "Measures")
]


def test_the_measures_of_weather_in_bits() -> None:
    known = klscope.measure(P, Q, unit="bits")
    assert (known.entropy_p, known.cross_entropy, known.kl_divergence, known.unit) == (1.75, 2.375, 0.625, "bits")
    assert known.kl_terms.tolist() == [1.0, -0.25, -0.125, 0.0]
    assert known.entropy_terms.sum() == 1.75
    assert known.cross_entropy_terms.sum() == 2.375


def test_the_measures_are_a_mapping_in_nats() -> None:
    known = klscope.measure(P, Q)
    assert list(known)[:3] == ["entropy_p", "entropy_q", "cross_entropy"]
    assert len(dict(known)) == len(known) == 20
    assert known["kl_divergence"] == pytest.approx(entropy(P, Q), rel=1e-14)
    assert known.jensen_shannon_distance == pytest.approx(distance.jensenshannon(P, Q), rel=1e-14)
    assert pd.Series(known)["entropy_p"] == pytest.approx(float(1.75 * mpmath.log(2)), rel=1e-15)
    assert klscope.measure(P, Q, order=3).renyi_divergence == klscope.renyi_divergence(P, Q, 3)
    with pytest.raises(AttributeError, match="there is no measure 'kl'; there are entropy_p, "):
        _ = known.kl
    with pytest.raises(KeyError):
        known["kl"]


def test_without_q_it_is_uniform() -> None:
    # by hand: KL to the uniform distribution over 4 is log 4 − H(P) = (2 − 1.75) bits
    assert klscope.measure(P, unit="bit").kl_divergence == 0.25


def test_how_they_are_shown() -> None:
    known = klscope.measure([1, 1], [1, 0], unit="bit")
    assert "kl_divergence                  inf bits\n" in repr(known)
    assert "total_variation_distance       0.5\n" in repr(known)
    # by hand: the mean of P and Q is (¾, ¼), JS = ½·(½·log₂(2/3) + ½·log₂ 2) + ½·log₂(4/3); this is its root
    assert re.search(r"jensen_shannon_distance {8}0\.557923045\d+ √bits\n", repr(known))
    assert "<td><code>kl_divergence</code></td><td>KL(P‖Q)</td><td>inf</td><td>bits</td>" in known._repr_html_()


@pytest.mark.parametrize(("words", "message"), [({"unit": "byte"}, "unknown unit 'byte'"), ({"order": -1}, "order=-1")])
def test_options_that_are_refused(words, message) -> None:
    with pytest.raises(ValueError, match=message):
        klscope.measure(P, Q, **words)


@pytest.mark.parametrize(("name", "function"), FUNCTIONS)
def test_each_function_is_that_of_the_theory_and_joins_by_name(name, function) -> None:
    public = getattr(klscope, name)
    assert inspect.signature(public) == inspect.signature(function)
    further = [3.0] if "order" in inspect.signature(function).parameters else []
    named = [pd.Series(P, list("abcd")), pd.Series(Q, list("abcd")).iloc[::-1]]
    given = [P, Q]
    count = len(inspect.signature(function).parameters) - len(further)
    assert public(*given[:count], *further) == function(*given[:count], *further)
    assert public(*named[:count], *further) == public(*given[:count], *further)


def test_functions_take_numbers_of_other_lengths_only_with_names() -> None:
    assert klscope.kl_divergence({"a": 1}, {"a": 1, "b": 1}) == pytest.approx(math.log(2))
    with pytest.raises(ValueError, match="p has 2 categories and q has 3"):
        klscope.kl_divergence([1, 2], [1, 2, 3])
    with pytest.raises(ValueError, match="p has 2 rows: give one of them"):
        klscope.entropy(np.ones((2, 2)))
    with pytest.raises(ValueError, match=r"p\[1\] is -1.0"):
        klscope.entropy([2, -1])
    with pytest.raises(TypeError, match="q is None"):
        klscope.kl_divergence([1, 2], None)
