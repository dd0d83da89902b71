"""The ratios that bars at 0 remember."""

import numpy as np
import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st
from locked_bars import EPS, WEATHER, assert_same_ratios, assert_valid, bars, bits, exact, locks_of, others, positive

from klscope.theory import editing
from klscope.theory.distribution import Distribution


@given(bars(positive, most=4), st.floats(0.0, 1.0))
def test_ratios_survive_zero(situation: tuple, height: float) -> None:
    # Up to three share: each is rounded once, which is 1 eps of a ratio, and what rounding leaves over, at most 1 eps
    # of the whole, goes to the largest of them, a third or more.
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


def test_a_bar_that_is_set_to_zero_drops_its_remembered_ratio() -> None:
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
