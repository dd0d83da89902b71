"""A group that moves as one, with locks, against rational arithmetic (fractions)."""

import math
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import assume, example, given, reject
from hypothesis import strategies as st
from locked_bars import EPS, WEATHER, assert_same_ratios, assert_valid, bits, exact, locks_of, positive

from klscope.theory import editing
from klscope.theory.distribution import Distribution
from klscope.theory.editing import EditRefusedError, Refusal
from klscope.theory.editing_groups import group_ceiling, is_equal_group, scale_group


@st.composite
def situations(draw, weights=positive, most=7):
    """A distribution, locks, a group, its unlocked leader, and at least one free category outside."""
    n = draw(st.integers(3, most))
    drawn = draw(st.lists(weights, min_size=n, max_size=n).filter(any))
    order = draw(st.permutations(range(n)))
    size = draw(st.integers(2, n - 1))
    group, outside = order[:size], order[size:]
    locks = np.array(draw(st.lists(st.booleans(), min_size=n, max_size=n)))
    locks[[group[0], outside[0]]] = False
    return Distribution.from_weights(drawn), locks, tuple(group), group[0]


def parts(locks, group):
    free = [j for j in range(locks.size) if not locks[j]]
    return [j for j in free if j in group], [j for j in free if j not in group]


def scaled_or_too_small(*arguments) -> Distribution:
    """Return the group scaled; a share that no double can hold is refused, and there is nothing more to look at."""
    try:
        return scale_group(*arguments)
    except EditRefusedError as error:
        if error.refusal is not Refusal.TOO_SMALL:
            raise
        reject()


@given(situations(), st.floats(0.0, 1.0))
@example((WEATHER, editing.no_locks(4), (0, 2), 2), 1.0)
def test_ratios_last_inside_and_outside_and_the_value_to_the_bit(situation, height):
    distribution, locks, group, index = situation
    value = height * group_ceiling(distribution, locks, group, index)
    after = scaled_or_too_small(distribution, locks, group, index, value)
    assert after.probabilities[index] == value
    assert after.probabilities[locks].tolist() == distribution.probabilities[locks].tolist()
    assert_valid(after)
    assert abs(sum(exact(after)) - 1) <= 2 * Fraction(EPS)
    old, new = exact(distribution), exact(after)
    assume(value > 1e-9)
    for half in parts(locks, group):
        shown = [j for j in half if new[j] > 1e-9]
        if len(shown) == len(half):
            assert_same_ratios([old[j] for j in half], [new[j] for j in half], 1e-6 if height > 0.999 else 1e-12)


@given(situations(), st.just(0.0) | st.floats(1e-300, 0.999))
def test_the_members_are_what_the_rule_says(situation, height):
    distribution, locks, group, index = situation
    value = height * group_ceiling(distribution, locks, group, index)
    after, old = exact(scale_group(distribution, locks, group, index, value)), exact(distribution)
    members, outside = parts(locks, group)
    factor = Fraction(value) / old[index]
    held = sum((old[j] for j in range(locks.size) if locks[j]), Fraction(0))
    left = 1 - held - factor * sum(old[j] for j in members)
    whole = sum(old[j] for j in outside)
    for j in members:
        assert abs(after[j] - factor * old[j]) <= 4 * Fraction(EPS)
    for j in outside:
        assert abs(after[j] - left * old[j] / whole) <= 8 * Fraction(EPS)


@given(situations())
def test_the_ceiling_is_the_leaders_share_of_the_free_mass(situation):
    distribution, locks, group, index = situation
    old = exact(distribution)
    members, _ = parts(locks, group)
    assume(len(members) > 1)
    free = 1 - sum((old[j] for j in range(locks.size) if locks[j]), Fraction(0))
    truth = free * old[index] / sum(old[j] for j in members)
    found = group_ceiling(distribution, locks, group, index)
    assert abs(Fraction(found) - truth) <= 8 * Fraction(EPS)
    full = scale_group(distribution, locks, group, index, found)
    assert full.probabilities[parts(locks, group)[1]].tolist() == [0.0] * len(parts(locks, group)[1])
    assert_valid(full)


@given(situations(), st.floats(0.01, 0.99))
def test_ratios_survive_zero_of_the_group_and_of_the_rest(situation, height):
    distribution, locks, group, index = situation
    members, outside = parts(locks, group)
    assume(len(members) > 1)
    old = exact(distribution)
    highest = group_ceiling(distribution, locks, group, index)
    for end in (0.0, highest):
        gone = scale_group(distribution, locks, group, index, end)
        assert not gone.probabilities[members if end == 0.0 else outside].any()
        back = scale_group(gone, locks, group, index, height * highest)
        assert_valid(back)
        new = exact(back)
        # where all but the group is gone, what rounding leaves of 1 has to go to a member, however small it is
        smallest = min((one for one in gone.probabilities.tolist() if one > 0.0), default=1.0)
        for half in (members, outside):
            assert_same_ratios([old[j] for j in half], [new[j] for j in half], 1e-10 + 8 * EPS / smallest)


def test_weather_by_hand():
    # sunny leads rain: 4 : 1, so 0.6 brings 0.15; cloudy and snow share 0.25 as 2 : 1
    after = scale_group(WEATHER, editing.no_locks(4), (0, 2), 0, 0.6)
    assert after.probabilities.tolist() == pytest.approx([0.6, 0.25 * 2 / 3, 0.15, 0.25 / 3], rel=1e-15)
    assert group_ceiling(WEATHER, editing.no_locks(4), (0, 2), 0) == 0.8


def test_locked_members_stay_and_lower_the_ceiling():
    locks = locks_of(4, 3)
    assert group_ceiling(WEATHER, locks, (0, 2, 3), 0) == pytest.approx(0.8 * 0.875, rel=1e-15)
    after = scale_group(WEATHER, locks, (0, 2, 3), 0, 0.25)
    assert after.probabilities.tolist() == [0.25, 0.5625, 0.0625, 0.125]


def test_a_leader_at_zero_moves_alone():
    distribution = Distribution([0.0, 0.5, 0.25, 0.25])
    locks = editing.no_locks(4)
    assert group_ceiling(distribution, locks, (0, 1), 0) == 1.0
    after = scale_group(distribution, locks, (0, 1), 0, 0.5)
    assert bits(after) == bits(editing.set_probability(distribution, locks, 0, 0.5))


def test_a_group_of_one_free_bar_is_that_bar():
    locks = locks_of(4, 2)
    after = scale_group(WEATHER, locks, (0, 2), 0, 0.25)
    assert bits(after) == bits(editing.set_probability(WEATHER, locks, 0, 0.25))


def test_a_group_that_never_had_a_ratio_rises_equally():
    distribution, locks = Distribution([0.0, 0.0, 0.75, 0.25]), editing.no_locks(4)
    assert is_equal_group(distribution, locks, (0, 1))
    assert not is_equal_group(distribution, locks, (0, 2))
    after = scale_group(distribution, locks, (0, 1), 1, 0.25)
    assert after.probabilities.tolist() == [0.25, 0.25, 0.375, 0.125]
    gone = scale_group(WEATHER, locks, (0, 1), 0, 0.0)
    assert not is_equal_group(gone, locks, (0, 1))


def test_a_member_at_zero_keeps_what_it_remembers():
    full = editing.set_probability(WEATHER, editing.no_locks(4), 0, 1.0)
    locks = editing.no_locks(4)
    moved = scale_group(full, locks, (0, 1), 0, 0.5)  # rain and snow share what is left as 1 : 1
    assert moved.probabilities.tolist() == [0.5, 0.0, 0.25, 0.25]
    assert moved.remembered[1] == 0.25


@pytest.mark.parametrize(
    ("group", "index", "value", "locked", "refusal"),
    [
        ((0, 1), 0, math.nan, (), Refusal.OUT_OF_RANGE),
        ((0, 1), 0, -0.1, (), Refusal.OUT_OF_RANGE),
        ((0, 1), 0, 0.7, (), Refusal.ABOVE_CEILING),
        ((0, 1), 0, 0.4, (0,), Refusal.LOCKED),
        ((0, 1, 2, 3), 0, 0.4, (), Refusal.NO_FREE_PARTNER),
        ((0, 1), 0, 0.4, (2, 3), Refusal.NO_FREE_PARTNER),
    ],
)
def test_refusals(group, index, value, locked, refusal):
    with pytest.raises(EditRefusedError) as refused:
        scale_group(WEATHER, locks_of(4, *locked), group, index, value)
    assert refused.value.refusal is refusal
    assert refused.value.values["index"] == 0


def test_the_value_it_has_changes_nothing():
    assert scale_group(WEATHER, editing.no_locks(4), (0, 1), 0, 0.5) is WEATHER


@given(situations(st.just(0.0) | st.floats(1e-300, 1.0)), st.floats(0.0, 1.0))
def test_whatever_is_asked_it_stays_a_distribution(situation, height):
    distribution, locks, group, index = situation
    value = height * group_ceiling(distribution, locks, group, index)
    after = scaled_or_too_small(distribution, locks, group, index, value)
    assert_valid(after)
    assert after.probabilities[index] == value
