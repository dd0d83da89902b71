"""Painting across several bars, against rational arithmetic."""

import math
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from locked_bars import EPS, WEATHER, assert_valid, bars, exact, locks_of, others

from klscope.theory import editing


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
