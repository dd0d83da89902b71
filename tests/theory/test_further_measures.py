"""Jeffreys, Bhattacharyya, χ², Rényi, Tsallis and efficiency: against mpmath, in their limits, by their theorems."""

import math
from fractions import Fraction

import numpy as np
import pytest
from drawn_weights import any_weight, count, pairs, plain_weight, positive_weight, thorough, weights_of
from hypothesis import assume, given
from hypothesis import strategies as st
from measures_corpus import KINDS, pair
from measures_oracle import error
from orders_oracle import truths

from klscope.theory import further_measures as further
from klscope.theory.measures import entropy, hellinger_distance, kl_divergence, total_variation_distance

OF_TWO = (further.jeffreys_divergence, further.bhattacharyya_distance, further.chi_square_divergence)
OF_TWO_AND_AN_ORDER = (further.renyi_divergence, further.tsallis_divergence)
OF_ONE_AND_AN_ORDER = (further.renyi_entropy, further.tsallis_entropy)

NEAR_ONE = [1 + sign * 10.0**-digits for digits in (3, 4, 6, 8, 10, 12) for sign in (1, -1)]
ORDERS = [0, 1e-9, 0.3, 0.5, *NEAR_ONE, 1, 2, 3.7, 10, math.inf]
PLAIN, WIDE = 64.0, 2048.0
"""The relative error allowed, in units of 2⁻⁵²: 1.4e-14, and 4.5e-13 where weights reach from 1e-300 to 1."""
FAR_APART = {"logits", "wide", "wide_near", "denormals_beside_ones", "nearly_disjoint", "deep_against_flat", "label"}
FAR_APART |= {"small_tails", "small_tails_apart"}
TOO_SMALL_TO_COMPARE = {"wide", "wide_near"}
NEGLIGIBLE, LARGEST = 1e-280, 1.7e308

orders = st.one_of(st.sampled_from(ORDERS), st.floats(0.0, 12.0))


def all_of(p, q, order):
    """Return every measure by name."""
    found = {function.__name__: function(p, q) for function in OF_TWO}
    found |= {function.__name__: function(p, q, order) for function in OF_TWO_AND_AN_ORDER}
    return found | {function.__name__: function(p, order) for function in OF_ONE_AND_AN_ORDER}


def assert_true(p, q, order, bound):
    found = all_of(p, q, order)
    for name, truth in truths(p, q, order).items():
        value = found[name]
        assert value >= 0.0, name  # NaN fails too
        if truth > LARGEST:
            assert value >= LARGEST or math.isinf(value), (name, order)
        elif abs(truth) < NEGLIGIBLE:
            assert value <= 10 * NEGLIGIBLE, (name, order)
        else:
            assert error(value, truth) <= bound, (name, order, value, truth)


# against mpmath


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__.strip("_"))
def test_the_corpus_stays_in_its_bounds(kind):
    name = kind.__name__.strip("_")
    turns = (1, 4) if name in FAR_APART else (1, 2, 4, 5)  # 2 to 4 outcomes, some of them exchanged
    for place, turn in enumerate(turns):
        _, p, q = pair(kind, turn)
        for order in ORDERS[place :: len(turns)]:
            if not (math.isinf(order) and name in TOO_SMALL_TO_COMPARE):
                assert_true(p, q, order, WIDE if name in FAR_APART else PLAIN)


@pytest.mark.parametrize("order", NEAR_ONE)
@pytest.mark.parametrize(
    ("p", "q"),
    [
        ([4, 2, 1, 1], [1, 4, 2, 1]),
        ([0.5, 0.5], [0.5 + 1e-9, 0.5 - 1e-9]),
        ([1, 1e-12], [1e-12, 1]),
        ([0.2, 0.8, 0], [0.3, 0.3, 0.4]),
        ([3, 1], [3, 1 + 2.0**-50]),
    ],
)
def test_nothing_jumps_or_cancels_near_order_one(p, q, order):
    assert_true(p, q, order, PLAIN)
    if 0 not in p + q:
        for function in OF_TWO_AND_AN_ORDER:
            nearby = pytest.approx(kl_divergence(p, q), rel=60 * abs(order - 1), abs=0)
            assert function(p, q, order) == nearby


@thorough
@given(pairs(st.one_of(plain_weight, count), most=4), orders)
def test_random_weights_and_orders_stay_in_the_bounds(weights, order):
    # a power of p/q multiplies the rounding of its logarithm by the order and by the logarithm itself
    spread = max((abs(math.log(p / q)) for p, q in zip(*weights, strict=True) if p and q), default=0.0)
    spread += abs(math.log(sum(weights[0]) / sum(weights[1])))
    finite = order if math.isfinite(order) else 1.0
    assert_true(*weights, order, PLAIN + 2.0 * finite * spread)


@thorough
@given(weights_of(4, positive_weight), st.lists(st.integers(-3, 3), min_size=4, max_size=4), orders)
def test_weights_a_few_ulp_apart_stay_in_the_bounds(p, steps, order):
    q = [weight + step * math.ulp(weight) for weight, step in zip(p, steps, strict=True)]
    assert_true(p, q, order, PLAIN)


# limits and relations, by hand and by the sources


def test_by_hand():
    p, q = [1, 0], [1, 1]
    assert further.jeffreys_divergence(p, q) == math.inf
    assert further.chi_square_divergence(p, q) == 1.0  # ¼/½ + ¼/½
    assert further.chi_square_divergence(q, p) == math.inf
    assert further.bhattacharyya_distance(p, q) == pytest.approx(math.log(2) / 2, rel=1e-15)
    assert further.chi_square_divergence([4, 2, 1, 1], [1, 4, 2, 1]) == pytest.approx(1.3125, rel=1e-15)
    assert further.efficiency([4, 2, 1, 1]) == pytest.approx(1.75 / 2, rel=1e-15)


@thorough
@given(pairs(st.one_of(plain_weight, count), most=5))
def test_the_orders_that_have_names(weights):
    p, q = weights
    renyi, tsallis = (lambda order, f=function: f(p, q, order) for function in OF_TWO_AND_AN_ORDER)
    close = lambda value: pytest.approx(value, rel=1e-13, abs=1e-300)  # noqa: E731
    outside = math.fsum(y for x, y in zip(p, q, strict=True) if not x) / math.fsum(q)
    inside = math.fsum(y for x, y in zip(p, q, strict=True) if x) / math.fsum(q)
    assert tsallis(0) == close(outside)
    assert renyi(0) == pytest.approx(-math.log(inside) if inside else math.inf, rel=1e-13, abs=1e-15)
    assert tsallis(0.5) == close(2 * hellinger_distance(p, q) ** 2)
    assert renyi(0.5) == close(2 * further.bhattacharyya_distance(p, q))
    assert renyi(1) == tsallis(1) == close(kl_divergence(p, q))
    assert tsallis(2) == close(further.chi_square_divergence(p, q))
    assert renyi(2) == close(math.log1p(further.chi_square_divergence(p, q)))


def test_the_entropies_that_have_names():
    p = [4, 2, 1, 1, 0]
    renyi, tsallis = (lambda order, f=function: f(p, order) for function in OF_ONE_AND_AN_ORDER)
    squares = (16 + 4 + 1 + 1) / 64
    assert renyi(0) == math.log(4)
    assert tsallis(0) == 3.0
    assert renyi(1) == tsallis(1) == pytest.approx(entropy(p), rel=1e-15)
    assert renyi(2) == pytest.approx(-math.log(squares), rel=1e-15)
    assert tsallis(2) == pytest.approx(1 - squares, rel=1e-15)
    assert renyi(math.inf) == pytest.approx(math.log(2), rel=1e-15)
    assert tsallis(math.inf) == 0.0


def test_the_largest_orders_lead_to_the_limits():
    p, q = [4, 2, 1, 1], [1, 4, 2, 1]
    for order in (1e6, 1e100, 1.7e308):
        assert further.renyi_divergence(p, q, order) == pytest.approx(math.log(4), rel=3e-6)
        assert further.renyi_entropy(p, order) == pytest.approx(math.log(2), rel=3e-6)
        assert further.tsallis_entropy(p, order) == pytest.approx(0.0, abs=3e-6)
        assert further.tsallis_divergence(p, q, order) == math.inf
    assert further.renyi_divergence(p, q, math.inf) == pytest.approx(math.log(4), rel=1e-15)


# theorems


@thorough
@given(pairs(any_weight, most=5), orders)
def test_never_negative_never_nan_and_nothing_is_at_a_distance_from_itself(weights, order):
    for value in all_of(*weights, order).values():
        assert value >= 0.0
    same = weights[0]
    for function in OF_TWO:
        assert function(same, same) == 0.0
    for function in OF_TWO_AND_AN_ORDER:
        assert function(same, [4 * value for value in same] if max(same) < 1e300 else same, order) == 0.0


@thorough
@given(pairs(positive_weight, most=5), orders)
def test_zero_only_for_one_and_the_same(weights, order):
    p, q = weights
    exact = [[Fraction(value) / sum(map(Fraction, side)) for value in side] for side in (p, q)]
    assume(exact[0] != exact[1])
    assume(order == 0 or order > 1e-200)  # times a divergence, it is no float64
    for function in OF_TWO:
        assert function(p, q) > 0.0
    for function in OF_TWO_AND_AN_ORDER:
        assert (function(p, q, order) > 0.0) == (order > 0), function  # at order 0 only supports count


@thorough
@given(pairs(plain_weight, most=5), orders, orders)
def test_divergences_rise_and_entropies_fall_with_the_order(weights, one, other):
    low, high = sorted((one, other))
    for function in OF_TWO_AND_AN_ORDER:
        assert function(*weights, low) <= function(*weights, high) * (1 + 1e-13)
    for function in OF_ONE_AND_AN_ORDER:
        assert function(weights[0], high) <= function(weights[0], low) * (1 + 1e-13)


@thorough
@given(pairs(plain_weight, most=5), orders)
def test_infinite_exactly_where_the_supports_say_so(weights, order):
    p, q = (np.array(side) > 0 for side in weights)
    lacks, disjoint = bool((p & ~q).any()), not (p & q).any()
    assert math.isinf(further.chi_square_divergence(*weights)) == lacks
    assert math.isinf(further.jeffreys_divergence(*weights)) == bool((p != q).any())
    assert math.isinf(further.bhattacharyya_distance(*weights)) == disjoint
    assert math.isinf(further.renyi_divergence(*weights, order)) == (disjoint or (order >= 1 and lacks))
    if not math.isinf(order):
        assert math.isinf(further.tsallis_divergence(*weights, order)) == (order >= 1 and lacks)


@thorough
@given(pairs(plain_weight, most=5), st.floats(0.01, 0.99))
def test_below_one_exchanging_p_and_q_exchanges_the_order(weights, order):
    p, q = weights
    forward = (1 - order) * further.renyi_divergence(p, q, order)
    assert forward == pytest.approx(order * further.renyi_divergence(q, p, 1 - order), rel=1e-13, abs=1e-300)


@thorough
@given(pairs(plain_weight, most=6))
def test_the_known_inequalities(weights):
    kl, chi_square = kl_divergence(*weights), further.chi_square_divergence(*weights)
    more = 1 + 1e-13
    assert 2 * total_variation_distance(*weights) ** 2 <= kl * more  # Pinsker
    assert kl <= math.log1p(chi_square) * more  # Gibbs and Su, theorem 5
    assert kl <= further.jeffreys_divergence(*weights)
    assert 2 * further.bhattacharyya_distance(*weights) <= kl * more


@thorough
@given(weights_of(5, any_weight))
def test_efficiency_is_a_share(weights):
    assert 0.0 <= further.efficiency(weights) <= 1.0


def test_efficiency_at_its_ends():
    assert further.efficiency([3, 3, 3]) == 1.0
    assert further.efficiency([0, 7, 0]) == 0.0
    assert further.efficiency([7]) == 1.0  # by convention
    assert further.efficiency([1, 1, 0, 0]) == pytest.approx(0.5, rel=1e-15)


@pytest.mark.parametrize("size", [2049, 128_256])
def test_many_outcomes(size):
    """By hand: for equal weights every Rényi entropy is log n; q twice as likely in a half of them."""
    even, half = np.ones(size), np.ones(size)
    half[: size // 2] = 2.0
    total = half.sum()
    share = (half / total).reshape(-1)
    for order in (0.3, 1 + 1e-12, 2, 10):
        assert further.renyi_entropy(even, order) == pytest.approx(math.log(size), rel=1e-14)
    expected = math.fsum((1 / size - share) ** 2 / share)
    assert further.chi_square_divergence(even, half) == pytest.approx(expected, rel=1e-12)
    assert further.tsallis_divergence(even, half, 2) == pytest.approx(expected, rel=1e-12)


# arguments


@pytest.mark.parametrize("order", [-1, -1e-300, -math.inf, math.nan, Fraction(-1, 2), -(10**400)])
def test_an_order_below_zero_or_nan_is_refused(order):
    for function in OF_TWO_AND_AN_ORDER:
        with pytest.raises(ValueError, match=r"the order is .*from 0 on"):
            function([1, 2], [2, 1], order)
    for function in OF_ONE_AND_AN_ORDER:
        with pytest.raises(ValueError, match=r"the order is .*from 0 on"):
            function([1, 2], order)


@pytest.mark.parametrize("order", ["2", None, 1j, [2]])
def test_an_order_that_is_no_number_is_refused(order):
    with pytest.raises(ValueError, match="the order is not a real number"):
        further.renyi_divergence([1, 2], [2, 1], order)


@pytest.mark.parametrize("order", [Fraction(1, 2), np.float32(0.5), np.float64(0.5)])
def test_any_real_number_is_an_order(order):
    assert further.renyi_entropy([1, 2], order) == further.renyi_entropy([1, 2], 0.5)
    assert type(further.renyi_divergence([1, 2], np.array([2, 1]), order)) is float


@pytest.mark.parametrize(
    ("p", "q", "message"),
    [
        ([], [1], "P is empty"),
        ([1, -1], [1, 1], "P: weight 2 is negative"),
        ([1, 1], [0, 0], "Q is all zeros"),
        ([1, 1], [1, "2"], "Q: weight 2 is not a real number"),
        ([1, 1], [1, 1, 1], "lengths of P and Q differ: 2 and 3"),
    ],
)
def test_what_is_no_distribution_is_refused_as_elsewhere(p, q, message):
    for function in OF_TWO:
        with pytest.raises(ValueError, match=message):
            function(p, q)
    for function in OF_TWO_AND_AN_ORDER:
        with pytest.raises(ValueError, match=message):
            function(p, q, 2)
    if message.startswith("P"):
        for function in (further.efficiency, lambda weights: further.renyi_entropy(weights, 2)):
            with pytest.raises(ValueError, match=message):
                function(p)
