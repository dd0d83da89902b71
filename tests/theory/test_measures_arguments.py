"""What the measures take and refuse, and what they give."""

import dataclasses
import math
from fractions import Fraction

import numpy as np
import pytest
from drawn_weights import any_weight, pairs, thorough
from hypothesis import given
from measures_oracle import EPSILON, MEASURES

from klscope.theory import measures
from klscope.theory.measures import measure

PAIR_FUNCTIONS = {
    "cross_entropy": measures.cross_entropy,
    "kl_divergence": measures.kl_divergence,
    "jensen_shannon_divergence": measures.jensen_shannon_divergence,
    "total_variation_distance": measures.total_variation_distance,
    "hellinger_distance": measures.hellinger_distance,
}


def exact_fractions(values):
    return [Fraction(value) for value in values]


@thorough
@given(pairs(any_weight, most=5))
def test_each_function_is_its_part_of_measure(weights):
    found = measure(*weights)
    assert measures.entropy(weights[0]) == found.entropy_p
    assert measures.entropy(weights[1]) == found.entropy_q
    for name, function in PAIR_FUNCTIONS.items():
        assert function(*weights) == getattr(found, name), name


@pytest.mark.parametrize(
    "convert",
    [
        list,
        tuple,
        np.array,
        np.float32,
        np.int64,
        np.uint8,
        lambda v: np.array(v, dtype=">f8"),
        exact_fractions,
    ],
)
def test_any_sequence_of_numbers_will_do(convert):
    p, q = [1, 2, 3, 0], [3, 1, 1, 2]
    plain, converted = measure(p, q), measure(convert(p), convert(q))
    assert [getattr(converted, name) for name in MEASURES] == [getattr(plain, name) for name in MEASURES]


def test_a_strided_or_read_only_array_will_do_and_is_left_alone():
    base = np.array([1.0, 9.0, 2.0, 9.0, 3.0])
    view = base[::2]
    view.setflags(write=False)
    assert measures.entropy(view) == measures.entropy([1.0, 2.0, 3.0])
    measure(view, view[::-1])
    assert base.tolist() == [1.0, 9.0, 2.0, 9.0, 3.0]


def test_what_the_caller_changes_later_does_not_count():
    p, q = np.array([1.0, 3.0]), np.array([1.0, 1.0])
    found = measure(p, q)
    p[:], q[:] = [9.0, 1.0], [0.0, 5.0]
    assert found.kl_divergence == measures.kl_divergence([1.0, 3.0], [1.0, 1.0])
    assert found.cross_entropy == measures.cross_entropy([1.0, 3.0], [1.0, 1.0])


def test_the_numbers_are_floats_and_the_terms_read_only():
    found = measure([1, 2], [2, 1])
    names = {*MEASURES, "perplexity_p", "cross_perplexity", "entropy_terms", "cross_entropy_terms", "kl_terms"}
    for name in names:
        value = getattr(found, name)
        if name.endswith("_terms"):
            assert value.dtype == np.float64
            assert value.shape == (2,)
            with pytest.raises(ValueError, match="read-only"):
                value[0] = 0.0
            with pytest.raises(ValueError, match="WRITEABLE"):
                value.setflags(write=True)
        else:
            assert type(value) is float


def test_measures_are_compared_without_raising_and_cannot_be_changed():
    found = measure([1, 2], [2, 1])
    assert found == found
    assert found != measure([1, 2], [2, 1])
    assert len({found, found}) == 1
    with pytest.raises(dataclasses.FrozenInstanceError):
        found.entropy_p = 0.0


@pytest.mark.parametrize("size", [2049, 4099, 128_256, 1_000_000])
def test_many_outcomes(size):
    """By hand: n equal weights have entropy log n; q twice as likely in a half of them."""
    even = np.ones(size)
    half = np.ones(size)
    half[: size // 2] = 2.0
    found = measure(even, half)
    heavy, light = size // 2, size - size // 2
    total = 2 * heavy + light
    expected = math.log(total / size) - heavy / size * math.log(2.0)
    assert found.entropy_p == pytest.approx(math.log(size), rel=4 * EPSILON, abs=0)
    assert found.kl_divergence == pytest.approx(expected, rel=1e-14)
    assert found.total_variation_distance == pytest.approx(heavy * (2 / total - 1 / size), rel=1e-14)


BAD = [
    ([], "P is empty"),
    ([[0.5, 0.5]], "P must be one-dimensional"),
    (1.0, "P must be one-dimensional"),
    ([0.5, math.nan], "P: weight 2 is not a number"),
    ([0.5, 0.5, math.inf], "P: weight 3 is infinite"),
    ([-math.inf, 1.0], "P: weight 1 is infinite"),
    ([0.5, -0.1, math.nan], r"P: weight 2 is negative \(-0\.1\)"),
    ([-5e-324, 1.0], "P: weight 1 is negative"),
    ([0.0, 0.0], "P is all zeros"),
    ([1, "2"], "P: weight 2 is not a real number"),
    (["1", "2"], "P: weight 1 is not a real number"),
    ([1, 2j], "P: weight 2 is not a real number"),
    ([1, None], "P: weight 2 is not a real number"),
    ("half", "P must be a flat sequence of numbers"),
    (None, "P must be a flat sequence of numbers"),
    ([[1], [1, 2]], "P must be a flat sequence of numbers"),
    ([1, 10**400], "P: weight 2 is too large"),
]


@pytest.mark.parametrize(("weights", "message"), BAD, ids=[message for _, message in BAD])
def test_what_is_no_distribution_is_refused_with_what_and_where(weights, message):
    with pytest.raises(ValueError, match=message):
        measures.entropy(weights)
    for function in (measure, *PAIR_FUNCTIONS.values()):
        with pytest.raises(ValueError, match=message):
            function(weights, [0.5, 0.5])
        with pytest.raises(ValueError, match=message.replace("P", "Q", 1)):
            function([0.5, 0.5], weights)


@pytest.mark.parametrize("function", [measure, *PAIR_FUNCTIONS.values()])
def test_two_lengths_are_refused(function):
    with pytest.raises(ValueError, match="lengths of P and Q differ: 2 and 3"):
        function([1, 1], [1, 1, 1])


def test_nothing_is_broadcast():
    with pytest.raises(ValueError, match="lengths of P and Q differ: 1 and 3"):
        measure([1], [1, 1, 1])


@pytest.mark.parametrize("n", [2048, 2049, 5000, 128_256])
def test_an_infinite_term_among_many_makes_the_sums_infinite_and_never_nan(n: int) -> None:
    p = np.ones(n)
    q = np.ones(n)
    q[n // 2] = 0.0
    measures = measure(p, q)
    assert measures.cross_entropy == measures.kl_divergence == measures.cross_perplexity == math.inf
    assert measures.reverse_cross_entropy == pytest.approx(math.log(n), rel=1e-12)
    assert measure(q, p).reverse_cross_entropy == math.inf
