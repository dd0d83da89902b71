"""The measures, against mpmath, scipy and the textbooks."""

import dataclasses
import math
from fractions import Fraction

import numpy as np
import pytest
import scipy.spatial.distance
import scipy.special
import scipy.stats
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from measures_corpus import KINDS, pair
from measures_oracle import BOUNDS, EPSILON, MEASURES, NEGLIGIBLE, error, term_truths, truths

from klscope.theory import measures
from klscope.theory.measures import Measures, measure

TURNS = 9  # of each kind; tests/benchmarks/accuracy.py runs them all
PAIR_FUNCTIONS = {
    "cross_entropy": measures.cross_entropy,
    "kl_divergence": measures.kl_divergence,
    "jensen_shannon_divergence": measures.jensen_shannon_divergence,
    "total_variation_distance": measures.total_variation_distance,
    "hellinger_distance": measures.hellinger_distance,
}
SYMMETRIC = ("jensen_shannon_divergence", "total_variation_distance", "hellinger_distance")
REVERSE = {
    "entropy_p": "entropy_q",
    "cross_entropy": "reverse_cross_entropy",
    "kl_divergence": "reverse_kl_divergence",
}
BIT = math.log(2.0)

settings.register_profile("measures", derandomize=True, deadline=None, max_examples=150)
thorough = settings(settings.get_profile("measures"))


def weights_of(size, elements):
    return st.lists(elements, min_size=size, max_size=size).filter(any)


def pairs(elements, most=8):
    return st.integers(1, most).flatmap(
        lambda size: st.tuples(weights_of(size, elements), weights_of(size, elements)),
    )


any_weight = st.floats(min_value=0.0, allow_infinity=False, allow_nan=False)
plain_weight = st.one_of(st.just(0.0), st.floats(min_value=1e-6, max_value=1.0))
positive_weight = st.floats(min_value=1e-6, max_value=1.0)
count = st.integers(0, 1000).map(float)


def assert_true_to_the_oracle(p, q):
    found = measure(p, q)
    for name, truth in truths(p, q).items():
        value = getattr(found, name)
        assert value >= 0.0, name  # NaN fails too
        if truth == 0 or truth >= NEGLIGIBLE[name]:
            assert error(value, truth) <= BOUNDS[name], (name, value, truth)


# against mpmath


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__.strip("_"))
def test_the_corpus_stays_in_its_bounds(kind):
    for turn in range(TURNS):
        _, p, q = pair(kind, turn)
        assert_true_to_the_oracle(p, q)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__.strip("_"))
def test_the_terms_are_true_one_by_one(kind):
    for turn in range(4):
        _, p, q = pair(kind, turn)
        found = measure(p, q)
        names = ("entropy_terms", "cross_entropy_terms", "kl_terms")
        for name, expected in zip(names, term_truths(p, q), strict=True):
            for value, truth in zip(getattr(found, name).tolist(), expected, strict=True):
                if truth == 0 or abs(truth) >= 1e-290:
                    assert error(value, truth) <= 8.0, (name, value, truth)


@thorough
@given(pairs(st.one_of(plain_weight, count)))
def test_random_weights_stay_in_the_bounds(weights):
    assert_true_to_the_oracle(*weights)


@thorough
@given(weights_of(4, positive_weight), st.lists(st.integers(-3, 3), min_size=4, max_size=4))
def test_weights_a_few_ulp_apart_stay_in_the_bounds(p, steps):
    q = [value * (1 + step * EPSILON) for value, step in zip(p, steps, strict=True)]
    assert_true_to_the_oracle(p, q)


@settings(thorough, max_examples=60)
@given(pairs(any_weight, most=4))
def test_weights_of_any_size_stay_in_the_bounds(weights):
    assert_true_to_the_oracle(*weights)


# against scipy, whose sums are good to about 1e-12 where nothing cancels


@thorough
@given(pairs(positive_weight))
def test_scipy_agrees_where_nothing_cancels(weights):
    p, q = (np.array(side) / sum(side) for side in weights)
    found = measure(p, q)
    assert found.entropy_p == pytest.approx(scipy.stats.entropy(p), abs=1e-12)
    assert found.kl_divergence == pytest.approx(scipy.special.rel_entr(p, q).sum(), abs=1e-12)
    assert found.jensen_shannon_divergence == pytest.approx(
        np.nan_to_num(scipy.spatial.distance.jensenshannon(p, q)) ** 2, abs=1e-12
    )
    assert found.total_variation_distance == pytest.approx(scipy.spatial.distance.cityblock(p, q) / 2, abs=1e-12)
    assert found.hellinger_distance == pytest.approx(
        scipy.spatial.distance.euclidean(np.sqrt(p), np.sqrt(q)) / math.sqrt(2), abs=1e-12
    )


# against print; what is published in bits is given in bits

HORSES = [1 / 2, 1 / 4, 1 / 8, 1 / 16, 1 / 64, 1 / 64, 1 / 64, 1 / 64]
BOB = [1 / 2, 1 / 4, 1 / 8, 1 / 8]
ALICE = [1 / 8, 1 / 2, 1 / 4, 1 / 8]
LETTERS = [
    *(0.0575, 0.0128, 0.0263, 0.0285, 0.0913, 0.0173, 0.0133, 0.0313, 0.0599),
    *(0.0006, 0.0084, 0.0335, 0.0235, 0.0596, 0.0689, 0.0192, 0.0008, 0.0508),
    *(0.0567, 0.0706, 0.0334, 0.0069, 0.0119, 0.0073, 0.0164, 0.0007, 0.1928),
]

ENTROPIES = [
    # source, weights, bits, how far the printed digits go
    ("Cover and Thomas, example 1.1.1: 32 equal outcomes", [1] * 32, 5.0, 1e-14),
    ("Cover and Thomas, example 1.1.2: eight horses", HORSES, 2.0, 1e-14),
    ("Cover and Thomas, example 2.1.2", [1 / 2, 1 / 4, 1 / 8, 1 / 8], 1.75, 1e-14),
    ("scipy.stats.entropy, docs: a fair coin", [1 / 2, 1 / 2], 1.0, 1e-14),
    ("scipy.stats.entropy, docs: a biased coin", [9 / 10, 1 / 10], 0.46899559358928117, 1e-14),
    ("Olah, Visual Information Theory: Bob's words", BOB, 1.75, 1e-14),
    ("MacKay, figure 2.9: letters of English", LETTERS, 4.1, 0.05),
    ("a fair die: log2 6", [1] * 6, 2.584963, 5e-7),
    ("a coin of .99 and .01: the binary entropy function", [99, 1], 0.080793, 5e-7),
    ("one certain outcome", [0, 1, 0], 0.0, 0.0),
]


@pytest.mark.parametrize(
    ("weights", "bits", "reach"), [row[1:] for row in ENTROPIES], ids=[row[0] for row in ENTROPIES]
)
def test_published_entropies(weights, bits, reach):
    assert measures.entropy(weights) / BIT == pytest.approx(bits, rel=0, abs=reach)


THIRDS = [1 / 3, 1 / 3, 1 / 3]
BINOMIAL = [9 / 25, 12 / 25, 4 / 25]

DIVERGENCES = [
    # source, measure, P, Q, nats, how far the printed digits go
    (
        "Cover and Thomas, example 2.3.1, r = 1/2, s = 1/4",
        *("kl_divergence", [1, 1], [3, 1], (1 - math.log2(3) / 2) * BIT, 1e-15),
    ),
    (
        "Cover and Thomas, example 2.3.1, the other way",
        *("reverse_kl_divergence", [1, 1], [3, 1], (0.75 * math.log2(3) - 1) * BIT, 1e-15),
    ),
    ("scipy.stats.entropy, docs", "kl_divergence", [1, 1], [9, 1], 0.7369655941662062 * BIT, 1e-15),
    ("scipy.stats.entropy, docs: cross-entropy", "cross_entropy", [1, 1], [9, 1], 1.736965594166206 * BIT, 1e-15),
    ("jensenshannon, docs: disjoint", "jensen_shannon_divergence", [1, 0, 0], [0, 1, 0], BIT, 0.0),
    (
        "jensenshannon, docs: its square",
        *("jensen_shannon_divergence", [1, 0], [0.5, 0.5], 0.46450140402245893**2, 1e-15),
    ),
    ("Wikipedia, Kullback-Leibler divergence", "kl_divergence", BINOMIAL, THIRDS, 0.0852996, 5e-8),
    ("Wikipedia, the other way", "reverse_kl_divergence", BINOMIAL, THIRDS, 0.097455, 5e-7),
    ("Olah: Bob's words in Alice's code", "cross_entropy", BOB, ALICE, 2.375 * BIT, 1e-15),
    ("Olah: Alice's words in Bob's code", "reverse_cross_entropy", BOB, ALICE, 2.25 * BIT, 1e-15),
    ("Olah: what Bob pays", "kl_divergence", BOB, ALICE, 0.625 * BIT, 1e-15),
    ("by hand: a coin and a certainty", "total_variation_distance", [1, 1], [1, 0], 0.5, 0.0),
    ("by hand: 1 - sqrt(1/2)", "hellinger_distance", [1, 1], [1, 0], math.sqrt(1 - math.sqrt(0.5)), 1e-15),
    ("by hand: the same die", "perplexity_p", [1] * 6, [1] * 6, 6.0, 1e-14),
    ("by hand: a die of 6 in the code of 4 + 4", "cross_perplexity", [1] * 6 + [0, 0], [1] * 8, 8.0, 1e-14),
]


@pytest.mark.parametrize(
    ("name", "p", "q", "nats", "reach"), [row[1:] for row in DIVERGENCES], ids=[row[0] for row in DIVERGENCES]
)
def test_published_divergences(name, p, q, nats, reach):
    assert getattr(measure(p, q), name) == pytest.approx(nats, rel=0, abs=reach)


def test_a_published_value_in_nats():
    assert measures.entropy([1] * 6) == pytest.approx(1.791759, rel=0, abs=5e-7)
    assert measures.entropy([0.99, 0.01]) == pytest.approx(0.056002, rel=0, abs=5e-7)


# zero, infinite and in between


@thorough
@given(st.one_of(weights_of(5, any_weight), weights_of(5, count)))
def test_a_distribution_is_at_no_distance_from_itself(weights):
    found = measure(weights, weights)
    assert [found.kl_divergence, found.reverse_kl_divergence, *(getattr(found, name) for name in SYMMETRIC)] == [
        0.0
    ] * 5
    assert found.kl_terms.tolist() == [0.0] * 5


@thorough
@given(weights_of(5, st.integers(0, 2**40)), st.integers(1, 4095))
def test_proportional_weights_are_one_distribution(weights, factor):
    found = measure(weights, [value * factor for value in weights])
    assert [found.kl_divergence, found.reverse_kl_divergence, *(getattr(found, name) for name in SYMMETRIC)] == [
        0.0
    ] * 5


@pytest.mark.parametrize("scale", [2.0**1000, 2.0**-1000])
def test_proportional_weights_with_denormals_are_one_distribution(scale):
    found = measure([1.0 * scale, 5e-324, 1e-310], [3.0 * scale, 15e-324, 3e-310])
    assert found.total_variation_distance == 0.0
    assert found.kl_divergence == 0.0


@thorough
@given(pairs(any_weight, most=5))
def test_infinite_exactly_where_something_is_impossible(weights):
    p, q = weights
    found = measure(p, q)
    lacking = [left > 0 and right == 0 for left, right in zip(p, q, strict=True)]
    assert math.isinf(found.kl_divergence) == any(lacking)
    assert math.isinf(found.cross_entropy) == any(lacking)
    assert np.isposinf(found.kl_terms).tolist() == lacking
    assert np.isposinf(found.cross_entropy_terms).tolist() == lacking
    assert not np.isnan([getattr(found, name) for name in MEASURES]).any()


def test_what_normalising_would_lose_is_decided_on_the_weights():
    """The share of the denormal is 1e-632: no float64, but not 0. By hand: log(1e308/5e-324)."""
    found = measure([1.0, 1.0], [1e308, 5e-324])
    assert math.isfinite(found.kl_divergence)
    assert found.cross_entropy == pytest.approx(0.5 * (math.log(1e308) - math.log(5e-324)), rel=1e-14)


def test_no_result_is_a_negative_zero():
    found = measure([1.0, 0.0], [3.0, 0.0])
    numbers = [getattr(found, name) for name in MEASURES]
    terms = np.concatenate((found.entropy_terms, found.cross_entropy_terms, found.kl_terms))
    assert not np.signbit(numbers).any()
    assert not np.signbit(terms).any()


def test_a_cross_perplexity_beyond_float64_is_infinite():
    found = measure([1.0, 5e-324], [5e-324, 1.7e308])
    assert math.isfinite(found.cross_entropy)
    assert found.cross_perplexity == math.inf


# theorems


@thorough
@given(pairs(plain_weight))
def test_the_inequalities_between_the_measures(weights):
    found = measure(*weights)
    slack = 1 + 1e-12
    variation, hellinger = found.total_variation_distance, found.hellinger_distance
    assert found.entropy_p <= math.log(len(weights[0])) * slack
    assert 2 * variation**2 <= found.kl_divergence * slack  # Pinsker
    assert hellinger**2 <= variation * slack  # Le Cam
    assert variation <= hellinger * math.sqrt(2) * slack
    assert found.jensen_shannon_divergence <= BIT * min(variation, 1.0) * slack  # Lin 1991, theorem 3
    assert variation <= 1.0
    assert hellinger <= 1.0


@thorough
@given(pairs(plain_weight))
def test_cross_entropy_is_entropy_plus_divergence(weights):
    found = measure(*weights)
    assert found.cross_entropy == pytest.approx(found.entropy_p + found.kl_divergence, rel=1e-14, abs=1e-14)


@thorough
@given(pairs(plain_weight))
def test_the_terms_sum_to_the_measures(weights):
    found = measure(*weights)
    assert math.fsum(found.entropy_terms) == pytest.approx(found.entropy_p, rel=1e-14)
    assert math.fsum(found.cross_entropy_terms) == pytest.approx(found.cross_entropy, rel=1e-14)
    assert math.fsum(found.kl_terms) == pytest.approx(found.kl_divergence, rel=1e-14, abs=1e-14)


@thorough
@given(pairs(positive_weight), st.randoms(use_true_random=False))
def test_the_order_of_the_outcomes_does_not_matter(weights, rng):
    both = list(zip(*weights, strict=True))
    shuffled = list(both)
    rng.shuffle(shuffled)
    before, after = measure(*weights), measure(*zip(*shuffled, strict=True))
    for name in MEASURES:
        assert getattr(after, name) == pytest.approx(getattr(before, name), rel=2 * BOUNDS[name] * EPSILON, abs=0)


@thorough
@given(pairs(any_weight, most=5))
def test_swapping_p_and_q_swaps_the_measures(weights):
    p, q = weights
    there, back = measure(p, q), measure(q, p)
    for name in MEASURES:
        other = name if name in SYMMETRIC else REVERSE.get(name)
        if other:
            assert getattr(there, name) == pytest.approx(
                getattr(back, other), rel=2 * BOUNDS[name] * EPSILON, abs=NEGLIGIBLE[name]
            )


@thorough
@given(pairs(positive_weight), st.integers(-900, 900), st.integers(-900, 900))
def test_a_power_of_two_on_the_weights_changes_nothing(weights, left, right):
    p, q = weights
    before = measure(p, q)
    after = measure([math.ldexp(value, left) for value in p], [math.ldexp(value, right) for value in q])
    assert [getattr(after, name) for name in MEASURES] == [getattr(before, name) for name in MEASURES]


@thorough
@given(pairs(plain_weight))
def test_merging_two_outcomes_never_moves_p_and_q_apart(weights):
    """The data-processing inequality, Cover and Thomas §2.8; in sums of exact fractions."""
    p, q = ([Fraction(value).limit_denominator(10**4) for value in side] for side in weights)
    assume(len(p) > 1 and any(p) and any(q))
    found, merged = measure(p, q), measure([p[0] + p[1], *p[2:]], [q[0] + q[1], *q[2:]])
    for name in ("kl_divergence", *SYMMETRIC):
        assert getattr(merged, name) <= getattr(found, name) * (1 + 1e-12) + 1e-15


# what it takes and what it gives


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


def test_the_numbers_are_floats_and_the_terms_read_only():
    found = measure([1, 2], [2, 1])
    for field in dataclasses.fields(Measures):
        value = getattr(found, field.name)
        if field.name.endswith("_terms"):
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
    ([1, 10**400], "P has a number too large"),
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
