"""The edits on a pair: one value, whole distributions, locks; and which labels and remembered ratios are kept."""

import math

import numpy as np
import pytest
from weather_pair import LABELS, WEATHER, locked, refusal_of, values

from klscope.model.category_edits import AddCategory, Rename
from klscope.model.comparison import Comparison, Side
from klscope.model.edits import (
    Copy,
    Gesture,
    LoadComparison,
    OneHot,
    Paint,
    Random,
    Reset,
    ScaleGroup,
    SetDistribution,
    SetLock,
    SetProbability,
    Sharpen,
    Smooth,
    Swap,
    Uniform,
    UnlockAll,
)
from klscope.model.set_weights import SetWeights
from klscope.theory.distribution import Distribution
from klscope.theory.editing import EditRefusedError, Refusal
from klscope.theory.reading import DistributionError

P, Q = Side.P, Side.Q


# one value


@pytest.mark.parametrize("gesture", list(Gesture))
@pytest.mark.parametrize("side", list(Side))
def test_a_value_is_set_on_one_side_only(side: Side, gesture: Gesture) -> None:
    after = SetProbability(side, 2, 0.3, gesture).apply(WEATHER)
    assert values(after, side)[2] == 0.3
    assert after.distribution(side.other) is WEATHER.distribution(side.other)
    assert after.labels == LABELS
    assert after.origin is WEATHER.origin


@pytest.mark.parametrize("gesture", [Gesture.DRAG, Gesture.KEYS])
def test_a_drag_stops_at_zero_and_at_the_ceiling(gesture: Gesture) -> None:
    comparison = locked(P, 0)
    assert values(SetProbability(P, 1, 7.0, gesture).apply(comparison), P) == [0.5, 0.5, 0.0, 0.0]
    assert values(SetProbability(P, 1, -7.0, gesture).apply(comparison), P) == [0.5, 0.0, 0.25, 0.25]
    assert values(SetProbability(P, 1, math.inf, gesture).apply(WEATHER), P) == [0.0, 1.0, 0.0, 0.0]
    assert refusal_of(SetProbability(P, 1, math.nan, gesture), WEATHER).refusal is Refusal.OUT_OF_RANGE


def test_a_stroke_passes_over_locked_bars_and_is_refused_over_them_alone() -> None:
    comparison = locked(P, 1)
    error = refusal_of(Paint(P, ((1, 0.9),)), comparison)
    assert (error.refusal, error.values["index"]) == (Refusal.LOCKED, 1)
    # P = (½, ¼, ⅛, ⅛): the locked ¼ stays, 0.1 is drawn, and ½ and ⅛ share 0.65 in proportion, as 4 : 1
    after = Paint(P, ((1, 0.9), (2, 0.1))).apply(comparison)
    np.testing.assert_allclose(values(after, P), [0.52, 0.25, 0.1, 0.13], rtol=1e-15)
    assert Paint(P, ()).apply(comparison) == comparison


@pytest.mark.parametrize("gesture", [Gesture.DRAG, Gesture.KEYS])
def test_a_drag_is_refused_where_no_mass_is_left(gesture: Gesture) -> None:
    """P = (½, ½, 0, 0) with both halves locked: the others are free, and 1 − ½ − ½ = 0 is left for them."""
    comparison = Comparison(
        LABELS, Distribution.from_weights([1, 1, 0, 0]), WEATHER.q, [True, True, False, False], None
    )
    error = refusal_of(SetProbability(P, 2, 0.25, gesture), comparison)
    assert error.refusal is Refusal.ABOVE_CEILING
    assert error.values["ceiling"] == 0.0
    assert SetProbability(P, 2, 0.0, gesture).apply(comparison) == comparison


@pytest.mark.parametrize("gesture", [Gesture.DRAG, Gesture.KEYS])
def test_a_drag_of_a_locked_bar_is_refused(gesture: Gesture) -> None:
    refused = refusal_of(SetProbability(P, 0, 0.6, gesture), locked(P, 0))
    assert refused.refusal is Refusal.LOCKED
    assert refused.values["index"] == 0
    SetProbability(Q, 0, 0.6, gesture).apply(locked(P, 0))  # a lock is on one side


def test_a_typed_value_moves_the_lock() -> None:
    after = SetProbability(P, 0, 0.6, Gesture.TYPED).apply(locked(P, 0))
    assert values(after, P)[0] == 0.6
    assert after.p_locks.tolist() == [True, False, False, False]


def test_a_typed_value_above_the_ceiling_is_refused_with_it() -> None:
    refused = refusal_of(SetProbability(P, 1, 0.75, Gesture.TYPED), locked(P, 0))
    assert refused.refusal is Refusal.ABOVE_CEILING
    assert refused.values["ceiling"] == 0.5


@pytest.mark.parametrize("gesture", list(Gesture))
def test_without_a_free_partner_nothing_moves(gesture: Gesture) -> None:
    for value in (0.0, 0.05, 0.12, 0.13, 0.5, 1.0):  # above the ceiling it says why too, and does not just stop
        edit = SetProbability(P, 3, value, gesture)
        assert refusal_of(edit, locked(P, 0, 1, 2)).refusal is Refusal.NO_FREE_PARTNER


@pytest.mark.parametrize("gesture", [Gesture.DRAG, Gesture.KEYS])
def test_a_group_stops_at_its_ceiling_and_at_zero(gesture: Gesture) -> None:
    # sunny leads rain, 4 : 1; snow is locked at 1/8
    for asked, sunny in ((7.0, 0.7), (-7.0, 0.0)):
        after = values(ScaleGroup(P, (0, 2), 0, asked, gesture).apply(locked(P, 3)), P)
        assert after == pytest.approx([sunny, 0.875 - 1.25 * sunny, sunny / 4, 0.125], abs=1e-16)
    assert refusal_of(ScaleGroup(P, (0, 2), 0, 0.6, gesture), locked(P, 0)).refusal is Refusal.LOCKED


def test_a_group_with_nothing_beside_it_is_refused_and_says_which() -> None:
    for value in (0.0, 0.5, 0.7, 1.0):
        refused = refusal_of(ScaleGroup(P, (0, 1, 2), 0, value), locked(P, 3))
        assert refused.refusal is Refusal.NO_FREE_PARTNER
        assert refused.values["indices"] == (0, 1, 2)
        assert "indices" not in refusal_of(ScaleGroup(P, (0, 1), 0, value), locked(P, 1, 2, 3)).values


def test_a_group_led_onto_its_line_settles_on_the_other_distribution() -> None:
    thirds = Comparison.from_weights(None, [1, 2, 3, 3], [2, 4, 1, 1])
    after = ScaleGroup(Q, (0, 1), 0, float(thirds.p.probabilities[0])).apply(thirds)
    assert after.q == after.p


def test_painting_one_side() -> None:
    after = Paint(Q, ((0, 0.5), (3, 0.25))).apply(WEATHER)
    assert values(after, Q)[0::3] == [0.5, 0.25]
    assert after.p is WEATHER.p


# whole distributions


def test_q_from_p_opens_the_locks_of_q_alone() -> None:
    both = SetLock(Q, (1, 2), True).apply(locked(P, 0))
    after = Copy(Q).apply(both)
    assert after.q == after.p == WEATHER.p
    assert not after.q_locks.any()
    assert after.p_locks.tolist() == [True, False, False, False]
    assert values(Copy(P).apply(both), P) == values(WEATHER, Q)
    assert not Copy(P).apply(both).p_locks.any()
    assert Copy(P).apply(both).q_locks.tolist() == [False, True, True, False]


def test_swap_carries_locks_and_memory() -> None:
    squeezed = OneHot(P, 0).apply(SetLock(Q, (2,), True).apply(WEATHER))
    swapped = Swap().apply(squeezed)
    assert values(swapped, P) == values(WEATHER, Q)
    assert values(swapped, Q) == [1.0, 0.0, 0.0, 0.0]
    assert swapped.p_locks.tolist() == [False, False, True, False]
    assert not swapped.q_locks.any()
    assert Swap().apply(swapped) == squeezed
    back = SetProbability(Q, 0, 0.5, Gesture.TYPED).apply(swapped)
    assert values(back, Q) == values(WEATHER, P)


def test_commands_act_on_their_side_within_the_free_mass() -> None:
    comparison = locked(P, 0)
    assert values(Uniform(P).apply(comparison), P) == pytest.approx([0.5, 1 / 6, 1 / 6, 1 / 6], rel=1e-15)
    assert values(OneHot(P, 3).apply(comparison), P) == [0.5, 0.0, 0.0, 0.5]
    assert values(Sharpen(P, 0.5).apply(comparison), P) == pytest.approx([0.5, 1 / 3, 1 / 12, 1 / 12], rel=1e-14)
    assert values(Smooth(P, 0.5).apply(comparison), P) == pytest.approx([0.5, 5 / 24, 7 / 48, 7 / 48], rel=1e-15)
    assert values(Random(P, 3).apply(comparison), P)[0] == 0.5
    for edit in (Uniform(P), OneHot(P, 3), Sharpen(P, 0.5), Smooth(P, 0.5), Random(P, 3)):
        after = edit.apply(comparison)
        assert after.q is WEATHER.q
        assert after.p_locks.tolist() == comparison.p_locks.tolist()
    assert refusal_of(OneHot(P, 0), comparison).refusal is Refusal.LOCKED


def test_typed_weights_are_applied_as_they_are_and_open_the_locks() -> None:
    comparison = SetLock(Q, (0,), True).apply(locked(P, 0))
    after = SetWeights(np.array([0.2, 0.3, 0.5, 0.0]), None).apply(comparison)
    assert values(after, P) == [0.2, 0.3, 0.5, 0.0]
    assert not after.p_locks.any()
    assert after.q_locks.tolist() == [True, False, False, False]
    counts = SetWeights(np.array([1.0, 1.0, 1.0, 1.0]), np.array([3.0, 1.0, 0.0, 0.0]), ("a", "b", "c", "d"))
    assert values(counts.apply(WEATHER), Q) == [0.75, 0.25, 0.0, 0.0]
    assert counts.apply(WEATHER).labels == ("a", "b", "c", "d")
    assert SetWeights(None, None).apply(comparison) is comparison


def test_typed_weights_are_forgotten_ones() -> None:
    squeezed = OneHot(P, 0).apply(WEATHER)
    after = SetWeights(np.array([0.0, 1.0, 0.0, 0.0]), None).apply(squeezed)
    assert not after.p.remembered.any()


@pytest.mark.parametrize(
    ("weights", "detail"),
    [
        ([1.0, 1.0], "2 for Q"),
        ([0.0] * 4, "all zeros"),
        ([1.0, -1.0, 1.0, 1.0], "weight 2"),
        ([math.nan] * 4, "NaN"),
        ([1e308, 1.0, 1e-308, 1.0], "weight 3: 1e-308 would become 0 beside the largest weight, 1e+308"),
    ],
)
def test_bad_weights_are_refused_and_named(weights: list[float], detail: str) -> None:
    refused = refusal_of(SetWeights(np.ones(4), np.array(weights)), WEATHER)
    assert refused.refusal is Refusal.BAD_WEIGHTS
    assert refused.values["side"] == "Q"
    assert detail in str(refused.values["detail"])


def test_reset_restores_what_was_opened() -> None:
    comparison = locked(P, 1)
    opened = comparison.originating("mine")
    for edit in (Random(P, 1), SetLock(Q, (0,), True), AddCategory("fog"), Rename(0, "sun"), UnlockAll(), Swap()):
        changed = edit.apply(opened)
        assert changed != opened
        reset = Reset().apply(changed)
        assert reset == opened
        assert reset.origin is opened.origin
        assert Reset().apply(reset) == opened
    without = Comparison.from_weights(None, [1, 2], [2, 1])
    assert Reset().apply(without) is without


def test_opening_takes_the_place_of_everything() -> None:
    other = Comparison.from_weights(None, [1, 2], [2, 1], "other")
    assert LoadComparison(other).apply(locked(P, 0)) is other


# locks


def test_locks() -> None:
    both = SetLock(Q, (1, 3), True).apply(locked(P, 0))
    assert both.q_locks.tolist() == [False, True, False, True]
    assert SetLock(Q, (3,), False).apply(both).q_locks.tolist() == [False, True, False, False]
    assert UnlockAll().apply(both) == WEATHER
    assert values(both, Q) == values(WEATHER, Q)


def test_typed_weights_are_not_shared() -> None:
    weights = np.array([0.25, 0.25, 0.25, 0.25])
    edit = SetWeights(weights, None)
    after = edit.apply(WEATHER)
    weights[:] = 7.0
    assert values(after, P) == [0.25] * 4


def test_every_refusal_is_of_one_kind() -> None:
    # whoever shows a refusal catches EditRefusedError alone
    assert not issubclass(EditRefusedError, DistributionError)
    assert issubclass(EditRefusedError, ValueError)
    assert refusal_of(Smooth(P, 2.0), WEATHER).refusal is Refusal.OUT_OF_RANGE
    assert refusal_of(Uniform(P), locked(P, 0, 1, 2, 3)).refusal is Refusal.NOTHING_FREE
    assert Distribution([0.25] * 4) == Uniform(P).apply(WEATHER).p


# the whole vector


def test_a_point_is_placed() -> None:
    after = SetDistribution(Q, (0.25, 0.25, 0.5, 0.0)).apply(WEATHER)
    assert values(after, Q) == [0.25, 0.25, 0.5, 0.0]
    assert after.p is WEATHER.p


def test_a_point_placed_on_the_other_or_back_is_that_bit_for_bit() -> None:
    comparison = Comparison.from_weights(None, [35, 36, 3, 28, 5], [3, 3, 0, 1, 1])  # scaling these P would round
    for side in Side:
        for known in (comparison.p, comparison.q):
            after = SetDistribution(side, tuple(known.probabilities.tolist())).apply(comparison)
            assert values(after, side) == known.probabilities.tolist()


def test_the_free_categories_scale_into_what_the_locks_leave() -> None:
    after = SetDistribution(P, (0.1, 0.6, 0.2, 0.2)).apply(locked(P, 0))
    assert values(after, P) == pytest.approx([0.5, 0.3, 0.1, 0.1])
    assert values(after, P)[0] == 0.5
    other = values(WEATHER, Q)
    assert (
        values(SetDistribution(P, tuple(other)).apply(locked(P, 0)), P)[0] == 0.5
    )  # the lock is stronger than the other point


def test_a_point_with_nowhere_to_go_says_so() -> None:
    assert refusal_of(SetDistribution(P, (0.25,) * 4), locked(P, 0, 1, 2, 3)).refusal is Refusal.NOTHING_FREE
    refused = refusal_of(SetDistribution(P, (0.25,) * 4), locked(P, 0, 1, 3))
    assert refused.refusal is Refusal.NO_FREE_PARTNER
    assert refused.values["index"] == 2
