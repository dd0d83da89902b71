"""Adding, removing, merging and moving categories of one distribution."""

from fractions import Fraction

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from locked_bars import EPS, WEATHER, assert_valid, bars, exact

from klscope.theory import editing, editing_categories
from klscope.theory.distribution import Distribution
from klscope.theory.editing import EditRefusedError, Refusal


def test_an_added_category_is_at_zero_and_changes_nothing() -> None:
    full = editing.set_probability(WEATHER, editing.no_locks(4), 0, 1.0)
    after = editing_categories.append_zero(full)
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
            editing_categories.remove(distribution, locks, sorted(gone))
        assert refused.value.refusal is Refusal.NO_FREE_PARTNER
        return
    after = editing_categories.remove(distribution, locks, sorted(gone))
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
    assert editing_categories.remove(full, editing.no_locks(4), [0]).probabilities.tolist() == [0.5, 0.375, 0.125]


def test_merging_adds_up_at_the_place_of_the_first() -> None:
    after = editing_categories.merge(WEATHER, [3, 1])
    assert after.probabilities.tolist() == [0.5, 0.375, 0.125]
    tenths = Distribution.from_weights([0.1, 0.2, 0.7])
    assert editing_categories.merge(tenths, [0, 1]).probabilities[0] == float(Fraction(0.1) + Fraction(0.2))


def test_merged_bars_remember_their_sum() -> None:
    uneven = Distribution([0.5, 0.25, 0.1875, 0.0625])
    full = editing.set_probability(uneven, editing.no_locks(4), 0, 1.0)
    merged = editing_categories.merge(full, [1, 3])
    back = editing.set_probability(merged, editing.no_locks(3), 0, 0.5)
    assert back.probabilities.tolist() == [0.5, 0.3125, 0.1875]
    assert not editing_categories.merge(full, [0, 1]).remembered[0]


def test_moving_carries_the_memory() -> None:
    uneven = Distribution([0.5, 0.25, 0.1875, 0.0625])
    full = editing.set_probability(uneven, editing.no_locks(4), 0, 1.0)
    moved = editing_categories.permute(full, [3, 1, 0, 2])
    back = editing.set_probability(moved, editing.no_locks(4), 2, 0.5)
    assert back.probabilities.tolist() == [0.0625, 0.25, 0.5, 0.1875]


def test_removing_gives_no_category_0_that_nobody_meant() -> None:
    locks = np.array([True, True, False, False])
    with pytest.raises(EditRefusedError) as caught:  # what 1e-17 leaves beside two halves is no mass to share
        editing_categories.remove(Distribution([0.5, 0.5, 1e-17, 1e-18]), locks, [2])
    assert caught.value.refusal is Refusal.TOO_SMALL
    assert caught.value.values["index"] == 3
