"""A distribution as a value: what it accepts, what it never shares, what makes two of them equal."""

import itertools
import math
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from klscope.theory.distribution import (
    SUM_TOLERANCE,
    Distribution,
    exact_rest,
    exact_sum,
    mass_left,
    normalised,
)
from klscope.theory.reading import DistributionError, LostWeightError

EPS = 2.0**-52
LARGEST, SMALLEST = 1.7976931348623157e308, 5e-324

any_weight = st.floats(min_value=0.0, max_value=LARGEST, allow_nan=False, allow_infinity=False)
any_weights = st.lists(any_weight, min_size=1, max_size=8).filter(any)


def exact_shares(weights: list[float]) -> list[Fraction]:
    """The oracle: w / Σw in rational arithmetic, where nothing rounds."""
    total = sum(map(Fraction, weights), Fraction(0))
    return [Fraction(weight) / total for weight in weights]


@given(any_weights)
def test_weights_are_divided_by_their_sum_and_none_is_lost(weights: list[float]) -> None:
    exact = exact_shares(weights)
    lost = [place for place, share in enumerate(exact, start=1) if 0 < share <= Fraction(SMALLEST) / 2]
    if lost:  # half the smallest double rounds to 0
        with pytest.raises(LostWeightError) as caught:
            Distribution.from_weights(weights)
        assert caught.value.position == lost[0]
        assert caught.value.weight == weights[lost[0] - 1]
        assert caught.value.largest == max(weights)
        return
    shares = Distribution.from_weights(weights).probabilities
    for share, truth in zip(shares.tolist(), exact, strict=True):
        # relative 2 eps, or the half grain of a subnormal and the rounding of the sum
        assert abs(Fraction(share) - truth) <= 2 * Fraction(EPS) * truth + Fraction(SMALLEST) / 2
        assert (share > 0) == (truth > 0)
    assert abs(sum(map(Fraction, shares.tolist())) - 1) <= len(weights) * Fraction(EPS)


@pytest.mark.parametrize(
    ("weights", "expected"),
    [
        ([LARGEST, LARGEST], [0.5, 0.5]),
        ([SMALLEST, SMALLEST, 2 * SMALLEST], [0.25, 0.25, 0.5]),
        ([1.0, SMALLEST], [1.0, SMALLEST]),
        ([2.0, 2 * SMALLEST], [1.0, SMALLEST]),
        ([2.0**900, 2.0**-174], [1.0, SMALLEST]),
        ([LARGEST] * 100 + [0.0], [0.01] * 100 + [0.0]),
        ([2.0**-60, 2.0**-60], [0.5, 0.5]),
        ([0.0, 3.0], [0.0, 1.0]),
        ([1, 3], [0.25, 0.75]),
        ([True, False], [1.0, 0.0]),
    ],
)
def test_extreme_weights_keep_their_shares(weights: list[float], expected: list[float]) -> None:
    assert Distribution.from_weights(weights).probabilities.tolist() == expected


@pytest.mark.parametrize("typed", [[0.2, 0.3, 0.5], [0.1] * 10, [1 / 3] * 3, [0.15, 0.15, 0.7], [1 / 6] * 6])
def test_probabilities_that_sum_to_one_stay_as_they_were_typed(typed: list[float]) -> None:
    assert Distribution.from_weights(typed).probabilities.tolist() == typed


@given(st.lists(st.integers(0, 10**6), min_size=1, max_size=6), st.integers(1, 6))
def test_any_decimals_that_sum_to_one_stay_as_they_were_typed(cuts: list[int], digits: int) -> None:
    # integers part 10^digits exactly; each is typed as a decimal
    whole = 10**digits
    edges = [0, *sorted(cut % (whole + 1) for cut in cuts), whole]
    typed = [float(Fraction(high - low, whole)) for low, high in itertools.pairwise(edges)]
    assert Distribution.from_weights(typed).probabilities.tolist() == typed


@pytest.mark.parametrize(
    ("weights", "message"),
    [
        ([], "the distribution is empty"),
        ([1.0, -1e-300, -1.0], r"the distribution: weight 2 is negative \(-1e-300\)"),
        ([1e308, 1.0, 1e-308], "the distribution: weight 3: 1e-308 would become 0 beside the largest weight, 1e[+]308"),
        ([1e-15, 1e-15, SMALLEST, 1e308], "weight 3: 5e-324 would become 0"),
    ],
)
def test_weights_that_make_no_distribution_are_refused_by_name(weights: object, message: str) -> None:
    with pytest.raises(DistributionError, match=message):
        Distribution.from_weights(weights)
    with pytest.raises(DistributionError, match=message.replace("the distribution", "Q")):
        Distribution.from_weights(weights, "Q")


@pytest.mark.parametrize("probabilities", [[0.5, 0.4], [0.5, 0.5 + 2e-12], [2.0], [LARGEST, LARGEST], [0.5, math.nan]])
def test_probabilities_that_do_not_sum_to_one_are_refused(probabilities: list[float]) -> None:
    with pytest.raises(DistributionError):
        Distribution(probabilities)


def test_the_sum_may_be_off_by_the_tolerance_but_no_probability_exceeds_one() -> None:
    assert Distribution([0.5, 0.5 + 0.9 * SUM_TOLERANCE]).n == 2
    assert Distribution([1.0 + 0.5 * SUM_TOLERANCE, 0.0]).probabilities.tolist() == [1.0, 0.0]


@pytest.mark.parametrize(
    "remembered", [[0.5], [0.5, 0.5, 0.5], [0.5, -0.1], [math.nan, 0.0], [math.inf, 0.0], [[0.5, 0.5]]]
)
def test_a_memory_that_does_not_fit_is_refused(remembered: object) -> None:
    with pytest.raises(DistributionError, match="remembered"):
        Distribution([1.0, 0.0], remembered)


@pytest.mark.parametrize("attribute", ["probabilities", "remembered", "squeezes"])
def test_arrays_cannot_be_written_to(attribute: str) -> None:
    array = getattr(Distribution([1.0, 0.0], [0.0, 0.5], [0, 1]), attribute)
    with pytest.raises(ValueError, match="read-only"):
        array[0] = 0
    with pytest.raises(AttributeError):
        setattr(Distribution([1.0, 0.0]), attribute, array)


def test_nothing_is_shared_with_the_caller() -> None:
    probabilities, memory, squeezes = np.array([1.0, 0.0]), np.array([0.0, 0.5]), np.array([0, 1])
    distribution = Distribution(probabilities, memory, squeezes)
    from_weights = Distribution.from_weights(probabilities)
    probabilities[:] = memory[:] = 0.25
    squeezes[:] = 9
    for kept in (distribution, from_weights):
        assert kept.probabilities.tolist() == [1.0, 0.0]
    assert distribution.remembered.tolist() == [0.0, 0.5]
    assert distribution.squeezes.tolist() == [0, 1]


def test_normalised_never_returns_the_array_it_was_given() -> None:
    weights = np.array([0.25, 0.75])
    assert not np.shares_memory(normalised(weights), weights)


def test_equality_is_of_the_probabilities_alone() -> None:
    one, other = Distribution([1.0, 0.0, 0.0], [0.0, 0.5, 0.2]), Distribution([1.0, 0.0, 0.0])
    assert one == other
    assert hash(one) == hash(other)
    assert one != Distribution([0.0, 1.0, 0.0])
    assert one != Distribution([1.0, 0.0])
    assert one != [1.0, 0.0, 0.0]
    assert len({one, other, Distribution([0.0, 1.0, 0.0])}) == 2


def test_a_negative_zero_is_a_zero() -> None:
    negative = Distribution.from_weights([-0.0, 1.0])
    assert math.copysign(1.0, negative.probabilities[0]) == 1.0
    assert negative == Distribution([0.0, 1.0])
    assert hash(negative) == hash(Distribution([0.0, 1.0]))


@pytest.mark.parametrize("n", [1, 2, 3, 7, 10, 49, 1000, 100_000])
def test_uniform(n: int) -> None:
    uniform = Distribution(np.full(n, 1.0 / n))
    assert uniform.n == n
    assert set(uniform.probabilities.tolist()) == {float(Fraction(1, n))}


@given(st.lists(st.floats(0.0, 1.0), max_size=9))
def test_sums_round_once(values: list[float]) -> None:
    array = np.array(values)
    exact = sum(map(Fraction, values), Fraction(0))
    assert exact_sum(array) == float(exact)
    assert exact_rest(array) == (0.0 if float(exact) == 1.0 else float(1 - exact))
    assert exact_rest(array[:3], array[3:]) == exact_rest(array)


def test_a_rest_below_rounding_is_none() -> None:
    thirds = np.array([0.3, 0.3, 0.3, 0.1])
    assert 1 - sum(map(Fraction, thirds.tolist())) == Fraction(1, 2**55)  # what decimals leave in binary
    assert exact_rest(thirds) == 0.0
    assert exact_rest(np.array([1.0 - EPS / 2])) == EPS / 2  # one step below 1 is not 1
    assert exact_rest(np.array([0.5]), np.array([0.25])) == 0.25
    assert mass_left(np.array([1.0 - EPS / 2])) == 0.0  # but nothing to share
    assert mass_left(np.array([1.0 + EPS])) == 0.0
    assert mass_left(np.array([0.5]), np.array([0.5 - 4 * EPS])) == 4 * EPS


def test_only_the_last_squeeze_among_those_that_share_is_remembered() -> None:
    distribution = Distribution([1.0, 0.0, 0.0, 0.0, 0.0], [0.0, 0.3, 0.1, 0.5, 0.0], [7, 1, 1, 2, 9])
    assert distribution.squeezes.tolist() == [0, 1, 1, 2, 0]  # what remembers nothing is from no squeeze
    assert distribution.memory_of(np.array([False, True, True, True, True])).tolist() == [0.0, 0.0, 0.5, 0.0]
    assert distribution.memory_of(np.array([False, True, True, False, True])).tolist() == [0.3, 0.1, 0.0]
    assert distribution.memory_of(np.zeros(5, dtype=bool)).tolist() == []


def test_other_probabilities_keep_what_is_remembered_where_they_are_zero() -> None:
    known = Distribution([0.0, 0.0, 1.0], [2.0, 3.0, 0.0], [1, 1, 0])
    changed = known.with_probabilities(np.array([0.0, 0.5, 0.5]))
    assert changed.probabilities.tolist() == [0.0, 0.5, 0.5]
    assert changed.remembered.tolist() == [2.0, 0.0, 0.0]
    assert changed.squeezes.tolist() == [1, 0, 0]
    plain = Distribution([0.25, 0.75])
    array = np.array([0.5, 0.5])
    other = plain.with_probabilities(array)
    array[:] = [1.0, 0.0]
    assert other.probabilities.tolist() == [0.5, 0.5]
    assert plain.probabilities.tolist() == [0.25, 0.75]
    with pytest.raises(DistributionError, match="sum to"):
        plain.with_probabilities(np.array([0.5, 0.6]))
