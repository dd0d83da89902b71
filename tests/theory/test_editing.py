"""Setting one probability with locks, against rational arithmetic (fractions)."""

import math
from fractions import Fraction
from functools import reduce
from operator import add

import numpy as np
import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st
from locked_bars import EPS, WEATHER, assert_same_ratios, assert_valid, bars, bits, exact, locks_of, others

from klscope.theory import editing, editing_categories
from klscope.theory.distribution import Distribution
from klscope.theory.editing import EditRefusedError, Refusal

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
        old = exact(distribution)
        left = Fraction(float(1 - Fraction(value) - old[3]))
        whole = sum(old[j] for j in sharers)
        plain = [float(left * old[j] / whole) for j in sharers]  # the shares as they round
        different = [j for j, share in zip(sharers, plain, strict=True) if after[j] != Fraction(share)]
        assert different in ([], [max(sharers, key=lambda j: after[j])])
        moved += bool(different)
        assert float(sum(after)) == 1.0
    assert moved > 3  # most sums round to 1 without help, but not all


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
    stepped = reduce(add, [0.1] * 7, 0.3)  # as steps are taken: sum adds more exactly since Python 3.12
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
        editing_categories.append_zero(full),
        editing_categories.remove(full, locks, [0]),
        editing_categories.merge(full, [0, 2]),
        editing_categories.permute(full, [3, 2, 1, 0]),
    ]
    assert (bits(full), full.remembered.tobytes(), full.squeezes.tobytes(), locks.tobytes()) == before
    for result in results:
        for array in (result.probabilities, result.remembered, result.squeezes):
            assert not array.flags.writeable
            assert not np.shares_memory(array, full.probabilities)
            assert not np.shares_memory(array, full.remembered)
            assert not np.shares_memory(array, locks)
