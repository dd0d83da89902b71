"""The editing rules, against rational arithmetic (fractions), mpmath and closed forms."""

import itertools
import math
from fractions import Fraction

import mpmath
import numpy as np
import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from klscope.theory import editing
from klscope.theory.distribution import Distribution
from klscope.theory.editing import EditRefusedError, Refusal

EPS = 2.0**-52

WEATHER = Distribution([0.5, 0.25, 0.125, 0.125])

positive = st.floats(1e-6, 1.0)
positive_or_zero = st.just(0.0) | positive


def locks_of(n: int, *locked: int) -> np.ndarray:
    locks = editing.no_locks(n)
    locks[list(locked)] = True
    return locks


@st.composite
def bars(draw: st.DrawFn, weights: st.SearchStrategy[float] = positive_or_zero, most: int = 7) -> tuple:
    """A distribution, locks, and an unlocked index with at least one free partner."""
    n = draw(st.integers(2, most))
    drawn = draw(st.lists(weights, min_size=n, max_size=n).filter(any))
    locks = np.array(draw(st.lists(st.booleans(), min_size=n, max_size=n)))
    free = draw(st.permutations(range(n)))[:2]
    locks[free] = False
    return Distribution.from_weights(drawn), locks, free[0]


def others(locks: np.ndarray, *fixed: int) -> list[int]:
    return [j for j in range(locks.size) if not locks[j] and j not in fixed]


def exact(distribution: Distribution) -> list[Fraction]:
    return list(map(Fraction, distribution.probabilities.tolist()))


def assert_valid(distribution: Distribution) -> None:
    values = distribution.probabilities.tolist()
    assert all(0.0 <= value <= 1.0 for value in values)  # false for NaN
    assert abs(sum(map(Fraction, values)) - 1) <= Fraction(1, 10**12)


def assert_same_ratios(one: list[Fraction], other: list[Fraction], eps: float) -> None:
    """Hold x_i / x_j = y_i / y_j to a relative ``eps``, without dividing."""
    for (a, x), (b, y) in itertools.combinations(zip(one, other, strict=True), 2):
        assert abs(a * y - b * x) <= Fraction(eps) * max(a * y, b * x)


def bits(distribution: Distribution) -> bytes:
    return distribution.probabilities.tobytes()


# one value


@given(bars(), st.floats(0.0, 1.0))
@example((WEATHER, editing.no_locks(4), 0), 5e-324)
@example((WEATHER, editing.no_locks(4), 0), 1.0 - 2.0**-53)
@example((WEATHER, editing.no_locks(4), 0), 0.1 + 0.2)
def test_the_typed_value_is_kept_bit_for_bit(situation: tuple, value: float) -> None:
    distribution, locks, index = situation
    assume(value <= editing.ceiling(distribution, locks, index))
    after = editing.set_probability(distribution, locks, index, value)
    assert after.probabilities[index] == value
    assert after.probabilities[locks].tolist() == distribution.probabilities[locks].tolist()
    assert_valid(after)


@given(bars(), st.floats(0.0, 1.0))
def test_the_others_share_what_is_left_in_proportion(situation: tuple, height: float) -> None:
    distribution, locks, index = situation
    sharers = others(locks, index)
    old = exact(distribution)
    total = sum(old[j] for j in sharers)
    assume(total > 0)
    value = height * editing.ceiling(distribution, locks, index)
    after = exact(editing.set_probability(distribution, locks, index, value))
    rest = 1 - Fraction(value) - sum((old[j] for j in np.flatnonzero(locks)), Fraction(0))
    for j in sharers:  # the rule itself, in rationals: p_j · (1 − L − v) / Σ
        assert abs(after[j] - old[j] * rest / total) <= 4 * Fraction(EPS)


@given(bars(), st.floats(0.0, 1.0))
def test_ratios_are_kept(situation: tuple, height: float) -> None:
    distribution, locks, index = situation
    value = height * editing.ceiling(distribution, locks, index)
    after = editing.set_probability(distribution, locks, index, value)
    sharers = [j for j in others(locks, index) if distribution.probabilities[j] > 0.0]
    assume(len(sharers) > 1 and any(after.probabilities[sharers]))
    old, new = exact(distribution), exact(after)
    largest = max(sharers, key=lambda j: new[j])
    smaller = [j for j in sharers if j != largest]
    assert_same_ratios([old[j] for j in smaller], [new[j] for j in smaller], 4 * EPS)
    # the largest takes the residue of rounding as well, at most one eps of each share
    assert_same_ratios([old[j] for j in sharers], [new[j] for j in sharers], (4 + len(sharers)) * EPS)


@given(st.lists(st.integers(1, 99), min_size=1, max_size=3), st.integers(1, 99), st.integers(1, 16))
def test_ratios_are_kept_next_to_the_ceiling(locked: list[int], other: int, digits: int) -> None:
    # the rest is a difference of nearly equal numbers: 1 − (rounded sum) would be all rounding
    distribution = Distribution.from_weights([*locked, 50, other, 7, 3])
    n = distribution.n
    locks, index = locks_of(n, *range(len(locked))), len(locked)
    highest = editing.ceiling(distribution, locks, index)
    after = editing.set_probability(distribution, locks, index, highest * (1 - 10.0**-digits))
    sharers = others(locks, index)
    assume(after.probabilities[sharers].all())
    old, new = exact(distribution), exact(after)
    assert_same_ratios([old[j] for j in sharers], [new[j] for j in sharers], 6 * EPS)


def test_dividing_the_whole_by_its_sum_is_not_what_happens() -> None:
    # from 0.5 to 0.9 would end at 0.9 / 1.4 = 0.643
    after = editing.set_probability(WEATHER, editing.no_locks(4), 0, 0.9)
    assert after.probabilities[0] == 0.9
    assert after.probabilities[1:].tolist() == pytest.approx([0.05, 0.025, 0.025], rel=1e-15)


def test_the_residue_of_rounding_goes_to_the_largest_free_bar() -> None:
    moved = 0
    for seed in range(300):
        random = np.random.default_rng(seed)
        distribution = Distribution.from_weights(random.random(9))
        locks = locks_of(9, 3)
        value = float(random.random() * editing.ceiling(distribution, locks, 0))
        after = exact(editing.set_probability(distribution, locks, 0, value))
        sharers = others(locks, 0)
        weights = distribution.probabilities[sharers]
        old = exact(distribution)
        left = float(1 - Fraction(value) - old[3])
        plain = (weights * (left / float(sum(old[j] for j in sharers)))).tolist()  # the shares as they round
        different = [j for j, share in zip(sharers, plain, strict=True) if after[j] != Fraction(share)]
        assert different in ([], [max(sharers, key=lambda j: after[j])])
        moved += bool(different)
        assert float(sum(after)) == 1.0
    assert moved > 10  # some sums rounded to 1 without help, but not all


@pytest.mark.parametrize("value", [math.nan, -1e-300, -1.0, 1.0000000000000002, math.inf, -math.inf])
def test_a_value_outside_the_unit_interval_is_refused(value: float) -> None:
    with pytest.raises(EditRefusedError) as refused:
        editing.set_probability(WEATHER, editing.no_locks(4), 1, value)
    assert refused.value.refusal is Refusal.OUT_OF_RANGE
    assert refused.value.values["index"] == 1


def test_negative_zero_is_zero() -> None:
    after = editing.set_probability(WEATHER, editing.no_locks(4), 0, -0.0)
    assert math.copysign(1.0, after.probabilities[0]) == 1.0


def test_the_value_there_already_changes_nothing() -> None:
    assert editing.set_probability(WEATHER, locks_of(4, 0, 1, 2), 3, 0.125) is WEATHER


# locks


@pytest.mark.parametrize(
    ("locked", "index", "expected"),
    [((), 0, 1.0), ((0,), 1, 0.5), ((0,), 0, 1.0), ((0, 1), 2, 0.25), ((0, 1, 2), 2, 0.25), ((0, 1, 2, 3), 3, 0.125)],
)
def test_the_ceiling_is_what_the_other_locks_leave(locked: tuple[int, ...], index: int, expected: float) -> None:
    assert editing.ceiling(WEATHER, locks_of(4, *locked), index) == expected


@given(bars(), st.data())
def test_the_ceiling_and_the_free_mass_are_rounded_once(situation: tuple, data: st.DataObject) -> None:
    distribution, locks, _ = situation
    index = data.draw(st.integers(0, distribution.n - 1))
    old = exact(distribution)
    held = sum((old[j] for j in np.flatnonzero(locks)), Fraction(0))
    beside = held - old[index] * int(locks[index])
    for found, mass in (
        (editing.free_mass(distribution, locks), held),
        (editing.ceiling(distribution, locks, index), beside),
    ):
        assert found == (0.0 if 1 - mass <= Fraction(2 * EPS) else float(1 - mass))


def test_above_the_ceiling_is_refused_with_the_ceiling() -> None:
    with pytest.raises(EditRefusedError, match=r"ceiling 0\.5") as refused:
        editing.set_probability(WEATHER, locks_of(4, 0), 1, 0.6)
    assert refused.value.refusal is Refusal.ABOVE_CEILING
    assert refused.value.values == {"index": 1, "value": 0.6, "ceiling": 0.5}


@given(bars(), st.floats(0.0, 2e-12))
def test_around_the_ceiling_a_value_is_taken_exactly_or_refused(situation: tuple, above: float) -> None:
    distribution, locks, index = situation
    value = min(1.0, editing.ceiling(distribution, locks, index) + above)
    if above > 6e-13 and value < 1.0:
        with pytest.raises(EditRefusedError, match="above the ceiling"):
            editing.set_probability(distribution, locks, index, value)
    elif above < 4e-13:
        after = editing.set_probability(distribution, locks, index, value)
        assert after.probabilities[index] == value
        assert_valid(after)


@pytest.mark.parametrize(
    ("locked", "value"), [([0.3, 0.3, 0.3], 0.1), ([0.1, 0.2], 0.7), ([0.7, 0.2], 0.1), ([0.15, 0.15], 0.7)]
)
def test_decimals_that_fill_the_whole_leave_exactly_nothing(locked: list[float], value: float) -> None:
    # in binary 1 − 0.3 − 0.3 − 0.3 − 0.1 is 2.8e-17: given to a bar of P where Q is 0, it would make KL infinite
    distribution = Distribution([*locked, *[(1 - sum(locked)) / 3] * 3])
    locks = locks_of(distribution.n, *range(len(locked)))
    after = editing.set_probability(distribution, locks, len(locked), value)
    assert after.probabilities[-2:].tolist() == [0.0, 0.0]
    assert after.probabilities[len(locked)] == value
    full = locks_of(distribution.n, *range(len(locked) + 1))
    assert editing.uniform(after, full).probabilities[-2:].tolist() == [0.0, 0.0]


def test_stepping_to_one_empties_the_others() -> None:
    # 0.3 + 7 · 0.1 is 0.9999999999999999 in binary
    stepped = sum([0.1] * 7, 0.3)
    assert stepped == 1.0 - 2.0**-53
    after = editing.set_probability(WEATHER, editing.no_locks(4), 0, stepped)
    assert after.probabilities.tolist() == [stepped, 0.0, 0.0, 0.0]
    assert bits(editing.set_probability(after, editing.no_locks(4), 0, 0.5)) == bits(WEATHER)


def test_a_dusty_bar_is_emptied_at_the_ceiling() -> None:
    distribution = Distribution([0.5, 0.5 - 2.0**-54, 2.0**-55, 2.0**-55])
    after = editing.set_probability(distribution, locks_of(4, 0), 1, 0.5)
    assert after.probabilities.tolist() == [0.5, 0.5, 0.0, 0.0]


def test_a_value_typed_into_a_locked_bar_moves_the_lock() -> None:
    after = editing.set_probability(WEATHER, locks_of(4, 0), 0, 0.8)
    assert after.probabilities.tolist() == pytest.approx([0.8, 0.1, 0.05, 0.05], rel=1e-15)
    with pytest.raises(EditRefusedError) as refused:
        editing.set_probability(WEATHER, locks_of(4, 0, 1), 0, 0.8)
    assert refused.value.values["ceiling"] == 0.75


@pytest.mark.parametrize(("locked", "index"), [((1, 2, 3), 0), ((0, 1, 2, 3), 0), ((0, 1, 2), 3)])
def test_without_a_free_partner_a_bar_cannot_move(locked: tuple[int, ...], index: int) -> None:
    for value in (0.0, 0.05, 0.9, 1.0):
        with pytest.raises(EditRefusedError) as refused:
            editing.set_probability(WEATHER, locks_of(4, *locked), index, value)
        assert refused.value.refusal is Refusal.NO_FREE_PARTNER


def test_a_single_category_cannot_move() -> None:
    with pytest.raises(EditRefusedError) as refused:
        editing.set_probability(Distribution([1.0]), editing.no_locks(1), 0, 0.5)
    assert refused.value.refusal is Refusal.NO_FREE_PARTNER


# remembered ratios


@given(bars(positive, most=5), st.floats(0.0, 1.0))
def test_ratios_survive_zero(situation: tuple, height: float) -> None:
    distribution, locks, index = situation
    highest = editing.ceiling(distribution, locks, index)
    full = editing.set_probability(distribution, locks, index, highest)
    sharers = others(locks, index)
    assert full.probabilities[sharers].tolist() == [0.0] * len(sharers)
    back = editing.set_probability(full, locks, index, height * highest)
    assume(back.probabilities[sharers].all())
    old, new = exact(distribution), exact(back)
    assert_same_ratios([old[j] for j in sharers], [new[j] for j in sharers], 4 * EPS)
    assert_valid(back)


@given(bars(), st.integers(1, 4))
@example((Distribution([1 - 2.0**-10 - 2.0**-53, 0.0, 0.0, 2.0**-10]), locks_of(4, 3), 0), 1)  # one step below 1
def test_typing_the_old_value_brings_the_vector_back_bit_for_bit(situation: tuple, times: int) -> None:
    distribution, locks, index = situation
    old = float(distribution.probabilities[index])
    state = distribution
    for _ in range(times):
        state = editing.set_probability(state, locks, index, editing.ceiling(state, locks, index))
        state = editing.set_probability(state, locks, index, old)
        assert bits(state) == bits(distribution)


@given(bars(positive), st.data())
def test_nested_squeezes_unwind_in_order_bit_for_bit(situation: tuple, data: st.DataObject) -> None:
    distribution, _, _ = situation
    n, state, past = distribution.n, distribution, []
    for _ in range(data.draw(st.integers(1, 4))):
        locks = np.array(data.draw(st.lists(st.booleans(), min_size=n, max_size=n)))
        takers = [j for j in others(locks) if state.probabilities[j] > 0.0]
        fuller = [j for j in takers if state.probabilities[others(locks, j)].any()]
        if not fuller:
            continue
        index = data.draw(st.sampled_from(fuller))
        past.append((state, locks, index))
        state = editing.set_probability(state, locks, index, editing.ceiling(state, locks, index))
    for before, locks, index in reversed(past):
        state = editing.set_probability(state, locks, index, float(before.probabilities[index]))
        assert bits(state) == bits(before)


def test_a_second_squeeze_beside_a_lock_keeps_what_the_first_remembered() -> None:
    distribution = Distribution([0.25, 0.25, 0.125, 0.0625, 0.3125])
    locked, open_ = locks_of(5, 4), editing.no_locks(5)
    first = editing.set_probability(distribution, locked, 0, 0.6875)
    second = editing.set_probability(first, open_, 0, 1.0)
    assert second.probabilities.tolist() == [1.0, 0.0, 0.0, 0.0, 0.0]
    half = editing.set_probability(second, open_, 0, 0.5)
    assert half.probabilities.tolist() == [0.5, 0.0, 0.0, 0.0, 0.5]  # what stood beside it before the last squeeze
    again = editing.set_probability(half, locked, 0, 0.0625)
    assert again.probabilities.tolist() == pytest.approx([0.0625, 0.25, 0.125, 0.0625, 0.5])


def test_one_hot_after_another_leads_back_to_the_ratios_that_were_known() -> None:
    no_locks = editing.no_locks(4)
    state = editing.one_hot(editing.one_hot(WEATHER, no_locks, 0), no_locks, 1)
    assert state.probabilities.tolist() == [0.0, 1.0, 0.0, 0.0]
    state = editing.set_probability(state, no_locks, 1, 0.0)
    assert state.probabilities.tolist() == [1.0, 0.0, 0.0, 0.0]
    state = editing.set_probability(state, no_locks, 0, 0.5)  # bar 1 was set to 0 by hand; 2 and 3 were equal
    assert state.probabilities.tolist() == [0.5, 0.0, 0.25, 0.25]


def test_squeezed_zeros_stay_zero_among_the_remembered() -> None:
    distribution = Distribution([0.5, 0.0, 0.375, 0.125])
    no_locks = editing.no_locks(4)
    full = editing.set_probability(distribution, no_locks, 0, 1.0)
    assert editing.set_probability(full, no_locks, 0, 0.0).probabilities.tolist() == [0.0, 0.0, 0.75, 0.25]


def test_where_no_ratio_was_ever_known_shares_are_equal_and_it_says_so() -> None:
    distribution, no_locks = Distribution([1.0, 0.0, 0.0, 0.0, 0.0]), editing.no_locks(5)
    assert editing.is_equal_share(distribution, no_locks, [0])
    assert editing.set_probability(distribution, no_locks, 0, 0.0).probabilities.tolist() == [0.0] + [0.25] * 4
    locks = locks_of(5, 4)
    assert editing.set_probability(distribution, locks, 0, 0.25).probabilities.tolist() == [0.25] * 4 + [0.0]
    assert not editing.is_equal_share(WEATHER, editing.no_locks(4), [0])
    assert not editing.is_equal_share(distribution, locks_of(5, 1, 2, 3), [0])  # one alone takes all: no share is equal
    squeezed = editing.set_probability(WEATHER, editing.no_locks(4), 0, 1.0)
    assert not editing.is_equal_share(squeezed, editing.no_locks(4), [0])
    assert editing.is_equal_share(squeezed, editing.no_locks(4), [1]) is False  # bar 0 has all there is


def test_a_bar_set_to_zero_by_hand_drops_its_memory() -> None:
    no_locks = editing.no_locks(4)
    full = editing.set_probability(WEATHER, no_locks, 0, 1.0)
    assert full.remembered.tolist() == [0.0, 0.25, 0.125, 0.125]
    raised = editing.set_probability(full, no_locks, 1, 0.5)
    lowered = editing.set_probability(raised, no_locks, 1, 0.0)
    assert lowered.probabilities.tolist() == [1.0, 0.0, 0.0, 0.0]
    assert lowered.remembered[1] == 0.0
    half = editing.set_probability(lowered, no_locks, 0, 0.5)
    assert half.probabilities.tolist() == [0.5, 0.0, 0.25, 0.25]


@given(bars(), st.data())
def test_only_bars_at_zero_remember(situation: tuple, data: st.DataObject) -> None:
    state, locks, _ = situation
    for _ in range(6):
        index = data.draw(st.sampled_from(others(locks)))
        value = data.draw(st.sampled_from([0.0, 0.5, 1.0])) * editing.ceiling(state, locks, index)
        changed = value != state.probabilities[index]
        state = editing.set_probability(state, locks, index, value)
        assert not state.remembered[state.probabilities > 0.0].any()
        assert not (changed and state.remembered[index])


def test_memory_is_not_used_while_any_sharer_is_positive() -> None:
    no_locks = editing.no_locks(4)
    full = editing.set_probability(WEATHER, no_locks, 0, 1.0)
    both = editing.set_probability(full, no_locks, 1, 0.5)
    assert both.probabilities.tolist() == [0.5, 0.5, 0.0, 0.0]
    assert editing.set_probability(both, no_locks, 0, 0.25).probabilities.tolist() == [0.25, 0.75, 0.0, 0.0]


@pytest.mark.parametrize("forget", [editing.uniform, lambda d, locks: editing.random(d, locks, 7)])
def test_uniform_and_random_forget(forget: object) -> None:
    no_locks = editing.no_locks(4)
    full = editing.set_probability(WEATHER, no_locks, 0, 1.0)
    assert not forget(full, no_locks).remembered.any()
    # even where the locks leave no mass to share, and nothing becomes positive
    assert not forget(full, locks_of(4, 0)).remembered.any()


@pytest.mark.parametrize(
    "keep", [lambda d, locks: editing.sharpen(d, locks, 0.5), lambda d, locks: editing.smooth(d, locks, 0.5)]
)
def test_sharpen_and_smooth_keep_the_memory_of_what_stays_zero(keep: object) -> None:
    full = editing.set_probability(WEATHER, locks_of(4, 1), 0, 0.75)
    locks = locks_of(4, 2, 3)
    after = keep(full, locks)
    assert after.probabilities[2:].tolist() == [0.0, 0.0]
    back = editing.set_probability(after, locks_of(4, 1), 0, 0.0)
    assert back.probabilities[2] == back.probabilities[3] > 0.0
    uneven = Distribution([0.5, 0.25, 0.1875, 0.0625])
    full = editing.set_probability(uneven, editing.no_locks(4), 0, 1.0)
    sharp = editing.sharpen(full, editing.no_locks(4), 0.5)  # one-hot stays what it is
    assert bits(editing.set_probability(sharp, editing.no_locks(4), 0, 0.5)) == bits(uneven)


# painting


def test_painted_bars_take_the_drawn_heights_and_the_rest_share() -> None:
    after = editing.paint(WEATHER, editing.no_locks(4), {2: 0.25, 3: 0.15})
    assert after.probabilities[2:].tolist() == [0.25, 0.15]
    assert after.probabilities[:2].tolist() == pytest.approx([0.4, 0.2], rel=1e-15)


@given(bars(), st.data())
def test_painting_against_rationals(situation: tuple, data: st.DataObject) -> None:
    distribution, locks, _ = situation
    n = distribution.n
    heights = data.draw(st.dictionaries(st.integers(0, n - 1), st.just(0.0) | st.floats(1e-6, 1.5), min_size=1))
    after = editing.paint(distribution, locks, heights)
    assert_valid(after)
    old, new = exact(distribution), exact(after)
    drawn = {j: Fraction(min(height, 1.0)) for j, height in heights.items() if not locks[j]}
    rest = others(locks, *drawn)
    room = 1 - sum((old[j] for j in np.flatnonzero(locks)), Fraction(0))
    total = sum(drawn.values(), Fraction(0))
    assert [new[j] for j in np.flatnonzero(locks)] == [old[j] for j in np.flatnonzero(locks)]
    tolerance = 8 * Fraction(EPS)
    if not drawn or (not rest and total == 0):
        assert after is distribution
        return
    scale = room / total if total and (total > room or not rest) else 1
    for j, height in drawn.items():
        assert abs(new[j] - height * scale) <= tolerance
        if total < room - tolerance and rest:
            assert new[j] == height  # bit for bit
    left = max(Fraction(0), room - total * scale)
    sharing = sum(old[j] for j in rest)
    for j in rest:
        share = old[j] / sharing if sharing else Fraction(1, len(rest))
        assert abs(new[j] - left * share) <= tolerance


def test_a_stroke_above_one_scales_down_and_squeezes_the_rest() -> None:
    after = editing.paint(WEATHER, editing.no_locks(4), {0: 0.9, 1: 0.6})
    assert after.probabilities[:2].tolist() == pytest.approx([3 / 5, 2 / 5], rel=EPS)
    assert after.probabilities[2:].tolist() == [0.0, 0.0]
    assert after.remembered.tolist() == [0.0, 0.0, 0.125, 0.125]
    assert editing.paint(WEATHER, locks_of(4, 0), {1: 1.0, 2: 1.0}).probabilities.tolist() == [0.5, 0.25, 0.25, 0.0]


def test_where_all_were_drawn_they_scale_to_the_free_mass() -> None:
    assert (
        editing.paint(WEATHER, editing.no_locks(4), dict.fromkeys(range(4), 0.1)).probabilities.tolist() == [0.25] * 4
    )
    after = editing.paint(WEATHER, locks_of(4, 0), {1: 0.1, 2: 0.1, 3: 0.2})
    assert after.probabilities.tolist() == pytest.approx([0.5, 0.125, 0.125, 0.25], rel=1e-15)


def test_a_stroke_passes_over_locked_bars() -> None:
    after = editing.paint(WEATHER, locks_of(4, 1), {0: 0.25, 1: 0.9, 2: 0.25})
    assert after.probabilities.tolist() == [0.25, 0.25, 0.25, 0.25]
    assert editing.paint(WEATHER, locks_of(4, 1), {1: 0.9}) is WEATHER
    assert editing.paint(WEATHER, editing.no_locks(4), {}) is WEATHER


@pytest.mark.parametrize("height", [0.0, -1.0, 5e-324, math.nan])
def test_a_stroke_that_would_leave_nothing_changes_nothing(height: float) -> None:
    assert editing.paint(WEATHER, editing.no_locks(4), dict.fromkeys(range(4), height)) is WEATHER
    assert editing.paint(WEATHER, locks_of(4, 0, 1), {2: height, 3: height}) is WEATHER


def test_a_zero_stroke_over_some_gives_the_rest_all_and_drops_their_memory() -> None:
    after = editing.paint(WEATHER, editing.no_locks(4), {0: 0.0, 1: -0.5})
    assert after.probabilities.tolist() == [0.0, 0.0, 0.5, 0.5]
    assert not after.remembered.any()


# commands


@pytest.mark.parametrize(
    ("locked", "expected"),
    [((), [0.25] * 4), ((0,), [0.5] + [1 / 6] * 3), ((0, 1), [0.5, 0.25, 0.125, 0.125]), ((0, 2, 3), WEATHER)],
)
def test_uniform_shares_the_free_mass(locked: tuple[int, ...], expected: list[float]) -> None:
    expected = expected.probabilities.tolist() if isinstance(expected, Distribution) else expected
    after = editing.uniform(WEATHER, locks_of(4, *locked))
    assert after.probabilities.tolist() == pytest.approx(expected, rel=4 * EPS)
    assert_valid(after)


@pytest.mark.parametrize("n", [3, 6, 7, 49, 499])
def test_uniform_is_uniform(n: int) -> None:
    after = editing.uniform(Distribution.from_weights(range(n)), editing.no_locks(n)).probabilities
    assert after.max() - after.min() <= EPS
    assert float(sum(map(Fraction, after.tolist()))) == 1.0


def test_one_hot_is_dragging_to_the_ceiling() -> None:
    for locked in ((), (0,), (0, 2)):
        locks = locks_of(4, *locked)
        after = editing.one_hot(WEATHER, locks, 1)
        dragged = editing.set_probability(WEATHER, locks, 1, editing.ceiling(WEATHER, locks, 1))
        assert bits(after) == bits(dragged)
        assert after.remembered.tolist() == dragged.remembered.tolist()
        assert bits(editing.set_probability(after, locks, 1, 0.25)) == bits(WEATHER)
    with pytest.raises(EditRefusedError) as refused:
        editing.one_hot(WEATHER, locks_of(4, 1), 1)
    assert refused.value.refusal is Refusal.LOCKED


@pytest.mark.parametrize("command", ["uniform", "random", "smooth"])
def test_commands_say_when_nothing_is_free(command: str) -> None:
    arguments = {"uniform": (), "random": (1,), "smooth": (0.5,)}[command]
    with pytest.raises(EditRefusedError) as refused:
        getattr(editing, command)(WEATHER, locks_of(4, 0, 1, 2, 3), *arguments)
    assert refused.value.refusal is Refusal.NOTHING_FREE


def test_random_is_the_seed_alone() -> None:
    locks = editing.no_locks(4)
    other = Distribution([0.1, 0.2, 0.3, 0.4])
    assert bits(editing.random(WEATHER, locks, 42)) == bits(editing.random(other, locks, 42))
    assert bits(editing.random(WEATHER, locks, 42)) != bits(editing.random(WEATHER, locks, 43))


@pytest.mark.parametrize("locked", [(), (0,)])
def test_random_is_dirichlet_over_the_free_mass(locked: tuple[int, ...]) -> None:
    # closed form for Dirichlet(1, …, 1) over k: mean 1/k, variance (k − 1) / (k²(k + 1)), covariance −1 / (k²(k + 1))
    locks, draws = locks_of(4, *locked), 3000
    free, mass = others(locks), editing.free_mass(WEATHER, locks)
    k = len(free)
    sample = np.array([editing.random(WEATHER, locks, seed).probabilities[free] for seed in range(draws)]) / mass
    variance = (k - 1) / (k * k * (k + 1))
    assert np.abs(sample.mean(axis=0) - 1 / k).max() < 5 * math.sqrt(variance / draws)
    covariance = np.cov(sample, rowvar=False)
    assert np.diag(covariance) == pytest.approx(np.full(k, variance), rel=0.12)
    assert covariance[0, 1] == pytest.approx(-1 / (k * k * (k + 1)), rel=0.25)
    # a marginal is Beta(1, k − 1): P(X > x) = (1 − x)^(k − 1)
    assert (sample[:, 0] > 0.5).mean() == pytest.approx(0.5 ** (k - 1), abs=5 * math.sqrt(0.25 / draws))


@given(bars(), st.sampled_from([0.1, 0.25, 0.5, 0.7, 1.0, 1.5, 2.0, 5.0, 10.0]))
@settings(max_examples=60)
def test_sharpen_against_mpmath(situation: tuple, temperature: float) -> None:
    distribution, locks, _ = situation
    after = editing.sharpen(distribution, locks, temperature)
    free, old = others(locks), distribution.probabilities.tolist()
    with mpmath.workdps(60):
        room = 1 - mpmath.fsum(mpmath.mpf(old[j]) for j in np.flatnonzero(locks))
        powers = {j: mpmath.mpf(old[j]) ** (1 / mpmath.mpf(temperature)) for j in free}
        total = mpmath.fsum(powers.values())
        for j in free:
            if not total:
                assert after is distribution
                break
            expected = room * powers[j] / total
            if temperature == 1.0:
                assert after.probabilities[j] == old[j]
            assert abs(after.probabilities[j] - expected) <= 1e-12 * expected + 4 * EPS * (temperature == 1.0) + EPS
            assert (after.probabilities[j] == 0.0) == (old[j] == 0.0)
    assert after.probabilities[locks].tolist() == distribution.probabilities[locks].tolist()
    assert_valid(after)


@pytest.mark.parametrize("temperature", [0.0, -1.0, math.nan, math.inf])
def test_sharpen_refuses_what_is_no_temperature(temperature: float) -> None:
    with pytest.raises(EditRefusedError):
        editing.sharpen(Distribution([0.5, 0.5, 0.0]), editing.no_locks(3), temperature)


def test_sharpen_at_the_extremes() -> None:
    distribution = Distribution.from_weights([1e-300, 1e-200, 1.0, 1.0, 0.0])
    cold = editing.sharpen(distribution, editing.no_locks(5), 0.1)
    assert cold.probabilities.tolist() == [0.0, 0.0, 0.5, 0.5, 0.0]  # 1e-2000 is no float
    hot = editing.sharpen(distribution, editing.no_locks(5), 10.0)
    with mpmath.workdps(40):
        expected = mpmath.mpf(10) ** -30 / (2 + mpmath.mpf(10) ** -20 + mpmath.mpf(10) ** -30)
    assert hot.probabilities[0] == pytest.approx(float(expected), rel=1e-12)
    assert hot.probabilities[4] == 0.0


@given(bars(), st.floats(1e-6, 1.0))
def test_smooth_against_rationals(situation: tuple, amount: float) -> None:
    distribution, locks, _ = situation
    after = editing.smooth(distribution, locks, amount)
    old, new, free = exact(distribution), exact(after), others(locks)
    room = 1 - sum((old[j] for j in np.flatnonzero(locks)), Fraction(0))
    for j in free:
        expected = (1 - Fraction(amount)) * old[j] + Fraction(amount) * room / len(free)
        assert abs(new[j] - expected) <= 4 * Fraction(EPS)
        assert new[j] > 0 or room <= Fraction(EPS)
    assert [new[j] for j in np.flatnonzero(locks)] == [old[j] for j in np.flatnonzero(locks)]
    assert_valid(after)


def test_smooth_by_hand() -> None:
    one_hot = Distribution([1.0, 0.0, 0.0, 0.0])
    after = editing.smooth(one_hot, editing.no_locks(4), 0.5)
    assert after.probabilities.tolist() == [0.625, 0.125, 0.125, 0.125]  # (1 − λ)·q + λ/n
    assert editing.smooth(WEATHER, editing.no_locks(4), 0.0) is WEATHER
    assert editing.smooth(WEATHER, editing.no_locks(4), 1.0).probabilities.tolist() == [0.25] * 4
    for amount in (-0.1, 1.1, math.nan):
        with pytest.raises(EditRefusedError) as refused:
            editing.smooth(WEATHER, editing.no_locks(4), amount)
        assert refused.value.refusal is Refusal.OUT_OF_RANGE


# categories


def test_an_added_category_is_at_zero_and_changes_nothing() -> None:
    full = editing.set_probability(WEATHER, editing.no_locks(4), 0, 1.0)
    after = editing.append_zero(full)
    assert after.probabilities.tolist() == [1.0, 0.0, 0.0, 0.0, 0.0]
    back = editing.set_probability(after, editing.no_locks(5), 0, 0.5)
    assert back.probabilities.tolist() == [0.5, 0.25, 0.125, 0.125, 0.0]


@given(bars(), st.data())
def test_removing_gives_the_mass_to_the_free_in_proportion(situation: tuple, data: st.DataObject) -> None:
    distribution, locks, _ = situation
    n = distribution.n
    assume(n > 2)
    gone = data.draw(st.sets(st.integers(0, n - 1), min_size=1, max_size=n - 2))
    kept = [j for j in range(n) if j not in gone]
    old = exact(distribution)
    free = [j for j in kept if not locks[j]]
    if not free and any(old[j] for j in gone):
        with pytest.raises(EditRefusedError) as refused:
            editing.remove(distribution, locks, sorted(gone))
        assert refused.value.refusal is Refusal.NO_FREE_PARTNER
        return
    after = editing.remove(distribution, locks, sorted(gone))
    new = dict(zip(kept, exact(after), strict=True))
    assert_valid(after)
    room = 1 - sum((old[j] for j in kept if locks[j]), Fraction(0))
    sharing = sum((old[j] for j in free), Fraction(0))
    for j in kept:
        if locks[j] or not any(old[i] for i in gone):
            assert new[j] == old[j]
        else:
            share = old[j] / sharing if sharing else Fraction(1, len(free))
            assert abs(new[j] - room * share) <= 4 * Fraction(EPS)


def test_removing_the_one_that_had_all_restores_what_the_others_remember() -> None:
    uneven = Distribution([0.5, 0.25, 0.1875, 0.0625])
    full = editing.set_probability(uneven, editing.no_locks(4), 0, 1.0)
    assert editing.remove(full, editing.no_locks(4), [0]).probabilities.tolist() == [0.5, 0.375, 0.125]


def test_merging_adds_up_at_the_place_of_the_first() -> None:
    after = editing.merge(WEATHER, [3, 1])
    assert after.probabilities.tolist() == [0.5, 0.375, 0.125]
    tenths = Distribution.from_weights([0.1, 0.2, 0.7])
    assert editing.merge(tenths, [0, 1]).probabilities[0] == float(Fraction(0.1) + Fraction(0.2))


def test_merged_bars_remember_their_sum() -> None:
    uneven = Distribution([0.5, 0.25, 0.1875, 0.0625])
    full = editing.set_probability(uneven, editing.no_locks(4), 0, 1.0)
    merged = editing.merge(full, [1, 3])
    back = editing.set_probability(merged, editing.no_locks(3), 0, 0.5)
    assert back.probabilities.tolist() == [0.5, 0.3125, 0.1875]
    assert not editing.merge(full, [0, 1]).remembered[0]


def test_moving_carries_the_memory() -> None:
    uneven = Distribution([0.5, 0.25, 0.1875, 0.0625])
    full = editing.set_probability(uneven, editing.no_locks(4), 0, 1.0)
    moved = editing.permute(full, [3, 1, 0, 2])
    back = editing.set_probability(moved, editing.no_locks(4), 2, 0.5)
    assert back.probabilities.tolist() == [0.0625, 0.25, 0.5, 0.1875]


def test_edits_neither_change_nor_share_what_they_are_given() -> None:
    full = editing.set_probability(Distribution([0.5, 0.25, 0.1875, 0.0625]), editing.no_locks(4), 0, 1.0)
    locks = locks_of(4, 1)
    before = (bits(full), full.remembered.tobytes(), full.squeezes.tobytes(), locks.tobytes())
    results = [
        editing.set_probability(full, locks, 0, 0.5),
        editing.set_probability(full, locks, 1, 0.5),
        editing.paint(full, locks, {0: 0.5, 2: 0.1}),
        editing.uniform(full, locks),
        editing.one_hot(full, locks, 2),
        editing.random(full, locks, 1),
        editing.sharpen(full, locks, 2.0),
        editing.smooth(full, locks, 0.1),
        editing.append_zero(full),
        editing.remove(full, locks, [0]),
        editing.merge(full, [0, 2]),
        editing.permute(full, [3, 2, 1, 0]),
    ]
    assert (bits(full), full.remembered.tobytes(), full.squeezes.tobytes(), locks.tobytes()) == before
    for result in results:
        for array in (result.probabilities, result.remembered, result.squeezes):
            assert not array.flags.writeable
            assert not np.shares_memory(array, full.probabilities)
            assert not np.shares_memory(array, full.remembered)
            assert not np.shares_memory(array, locks)
