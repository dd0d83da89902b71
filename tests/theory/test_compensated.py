"""Sums of many numbers. Oracle: rational arithmetic (fractions), rounded once; ``math.fsum`` where there are many."""

import math
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from klscope.theory.compensated import exact_parts, total, total_with_remainder
from klscope.theory.distribution import exact_rest, exact_sum

SIZES = [1, 2, 400, 401, 3000, 16384, 16385, 40000]


def drawn(size, spread, seed, signed=False):
    rng = np.random.default_rng(seed)
    values = np.exp(rng.normal(size=size) * spread)
    return values * rng.choice([-1.0, 1.0], size=size) if signed else values


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("spread", [0.0, 1.0, 20.0, 150.0])
@pytest.mark.parametrize("signed", [False, True])
def test_a_sum_is_rounded_once(size, spread, signed):
    values = drawn(size, spread, size, signed)
    high, low = total_with_remainder(values)
    assert total(values) == math.fsum(values.tolist()) == high
    assert low == math.fsum([*values.tolist(), -high])


@pytest.mark.parametrize("size", [500, 3000])
def test_a_sum_is_exact(size):
    values = drawn(size, 40.0, size, signed=True)
    assert sum(map(Fraction, exact_parts(values))) == sum(map(Fraction, values.tolist()))


@settings(deadline=None, max_examples=50)
@given(st.lists(st.floats(allow_nan=False, allow_infinity=False), min_size=1, max_size=60))
def test_numbers_of_any_size_are_summed_exactly(values):
    many = np.tile(values, 500 // len(values) + 1)
    assert sum(map(Fraction, exact_parts(many))) == sum(map(Fraction, many.tolist()))


def test_the_smallest_and_the_largest_numbers_are_summed_exactly():
    assert total(np.full(1000, 5e-324)) == 1000 * 5e-324
    assert total(np.array([1e308, -1e308, 1.0] * 500)) == 500.0
    assert exact_sum(np.full(1000, 1e308)) == math.inf
    assert total(np.zeros(1000)) == 0.0


@pytest.mark.parametrize(("special", "expected"), [(math.inf, math.inf), (-math.inf, -math.inf), (math.nan, math.nan)])
def test_what_is_no_number_is_kept(special, expected):
    values = np.ones(1000)
    values[7] = special
    assert total(values) == pytest.approx(expected, nan_ok=True)


@pytest.mark.parametrize("size", [1000, 128_256])
def test_what_is_left_of_one_has_all_its_digits(size):
    values = drawn(size, 3.0, size)
    values /= 2.0 * values.sum()
    assert exact_rest(values) == float(1 - sum(map(Fraction, values.tolist())))
