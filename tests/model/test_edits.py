"""The edits on a pair: locks, labels and memory that travel, refusals, and 100,000 edits in a row."""

import math
import random

import numpy as np
import pytest

from klscope.model.comparison import MOST_EDITABLE_CATEGORIES, Comparison, Side
from klscope.model.edits import (
    AddCategory,
    Copy,
    Edit,
    Gesture,
    MergeCategories,
    MoveCategory,
    OneHot,
    Open,
    Paint,
    Random,
    RemoveCategories,
    Rename,
    Reset,
    SetLabels,
    SetLock,
    SetProbability,
    SetWeights,
    Sharpen,
    Smooth,
    Swap,
    Uniform,
    UnlockAll,
)
from klscope.theory.distribution import Distribution, DistributionError
from klscope.theory.editing import EditRefusedError, Refusal

P, Q = Side.P, Side.Q
LABELS = ("sunny", "cloudy", "rain", "snow")
WEATHER = Comparison.from_weights(LABELS, [4, 2, 1, 1], [1, 4, 2, 1], "weather")


def refusal_of(edit: Edit, comparison: Comparison) -> EditRefusedError:
    with pytest.raises(EditRefusedError) as refused:
        edit.apply(comparison)
    return refused.value


def locked(side: Side, *indices: int) -> Comparison:
    return SetLock(side, indices, True).apply(WEATHER)


def values(comparison: Comparison, side: Side) -> list[float]:
    return comparison.distribution(side).probabilities.tolist()


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
def test_a_hand_stops_at_zero_and_at_the_ceiling(gesture: Gesture) -> None:
    comparison = locked(P, 0)
    assert values(SetProbability(P, 1, 7.0, gesture).apply(comparison), P) == [0.5, 0.5, 0.0, 0.0]
    assert values(SetProbability(P, 1, -7.0, gesture).apply(comparison), P) == [0.5, 0.0, 0.25, 0.25]
    assert values(SetProbability(P, 1, math.inf, gesture).apply(WEATHER), P) == [0.0, 1.0, 0.0, 0.0]
    assert refusal_of(SetProbability(P, 1, math.nan, gesture), WEATHER).refusal is Refusal.OUT_OF_RANGE


@pytest.mark.parametrize("gesture", [Gesture.DRAG, Gesture.KEYS])
def test_a_locked_bar_refuses_the_hand(gesture: Gesture) -> None:
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


def test_painting_one_side() -> None:
    after = Paint(Q, ((0, 0.5), (3, 0.25))).apply(WEATHER)
    assert values(after, Q)[0::3] == [0.5, 0.25]
    assert after.p is WEATHER.p
    assert Paint(Q, ((0, 0.9),)).apply(locked(Q, 0)) == locked(Q, 0)


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
        ([0.0] * 4, "all weights are 0"),
        ([1.0, -1.0, 1.0, 1.0], "weight 2"),
        ([math.nan] * 4, "nan"),
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
    assert Open(other).apply(locked(P, 0)) is other


# labels and locks


def test_renaming() -> None:
    assert Rename(1, "  grey ").apply(WEATHER).labels == ("sunny", "grey", "rain", "snow")
    assert Rename(1, "cloudy").apply(WEATHER) == WEATHER
    for label in ("", "  ", "snow", " snow "):
        assert refusal_of(Rename(1, label), WEATHER).refusal is Refusal.BAD_LABEL
    for labels in (("a", "b", "c"), ("a", "b", "c", "d", "e"), ("a", "a", "b", "c"), ("a", "b", "c", "")):
        assert refusal_of(SetLabels(labels), WEATHER).refusal is Refusal.BAD_LABEL


def test_locks() -> None:
    both = SetLock(Q, (1, 3), True).apply(locked(P, 0))
    assert both.q_locks.tolist() == [False, True, False, True]
    assert SetLock(Q, (3,), False).apply(both).q_locks.tolist() == [False, True, False, False]
    assert UnlockAll().apply(both) == WEATHER
    assert values(both, Q) == values(WEATHER, Q)


# categories


def test_an_added_category_is_at_zero_in_both_and_open() -> None:
    after = AddCategory(" fog ").apply(SetLock(Q, (3,), True).apply(locked(P, 0, 1, 2, 3)))
    assert after.labels == (*LABELS, "fog")
    assert values(after, P) == [*values(WEATHER, P), 0.0]
    assert values(after, Q) == [*values(WEATHER, Q), 0.0]
    assert after.p_locks.tolist() == [True] * 4 + [False]
    assert after.q_locks.tolist() == [False, False, False, True, False]
    for label in ("", " ", "snow", " snow"):
        assert refusal_of(AddCategory(label), WEATHER).refusal is Refusal.BAD_LABEL
    many = np.ones(MOST_EDITABLE_CATEGORIES)
    assert refusal_of(AddCategory("x"), Comparison.from_weights(None, many, many)).refusal is Refusal.TOO_MANY


def test_a_removed_category_gives_its_mass_to_the_free_ones() -> None:
    after = RemoveCategories((1,)).apply(SetLock(Q, (3,), True).apply(locked(P, 0)))
    assert after.labels == ("sunny", "rain", "snow")
    assert values(after, P) == [0.5, 0.25, 0.25]
    assert values(after, Q) == pytest.approx([0.875 / 3, 1.75 / 3, 0.125], rel=1e-15)
    assert after.p_locks.tolist() == [True, False, False]
    assert after.q_locks.tolist() == [False, False, True]


def test_removing_is_refused_when_none_is_free_or_too_few_stay() -> None:
    assert refusal_of(RemoveCategories((1,)), locked(P, 0, 2, 3)).refusal is Refusal.NO_FREE_PARTNER
    assert refusal_of(RemoveCategories((1,)), locked(Q, 0, 2, 3)).refusal is Refusal.NO_FREE_PARTNER
    assert RemoveCategories((0, 1, 1)).apply(WEATHER).n == 2
    assert refusal_of(RemoveCategories((0, 1, 2)), WEATHER).refusal is Refusal.TOO_FEW
    empty = AddCategory("fog").apply(locked(P, 0, 1, 2, 3))
    assert RemoveCategories((4,)).apply(empty) == locked(P, 0, 1, 2, 3)  # it has no mass that anyone would have to take


def test_merging_adds_up_joins_labels_and_locks_only_if_all_were() -> None:
    comparison = SetLock(Q, (1, 3), True).apply(locked(P, 1))
    after = MergeCategories((3, 1, 3)).apply(comparison)
    assert after.labels == ("sunny", "cloudy + snow", "rain")
    assert values(after, P) == [0.5, 0.375, 0.125]
    assert values(after, Q) == [0.125, 0.625, 0.25]
    assert after.p_locks.tolist() == [False, False, False]
    assert after.q_locks.tolist() == [False, True, False]


def test_merging_is_refused_where_too_few_stay_or_the_joined_label_is_taken() -> None:
    assert refusal_of(MergeCategories((0, 1, 2, 3)), WEATHER).refusal is Refusal.TOO_FEW
    assert refusal_of(MergeCategories((2, 2)), WEATHER).refusal is Refusal.TOO_FEW
    taken = Rename(3, "sunny + cloudy").apply(WEATHER)
    assert refusal_of(MergeCategories((0, 1)), taken).refusal is Refusal.BAD_LABEL


@pytest.mark.parametrize(
    ("index", "place", "expected"),
    [
        (0, 3, ("cloudy", "rain", "snow", "sunny")),
        (3, 0, ("snow", "sunny", "cloudy", "rain")),
        (1, 2, ("sunny", "rain", "cloudy", "snow")),
        (2, 2, LABELS),
    ],
)
def test_moving_takes_everything_along(index: int, place: int, expected: tuple[str, ...]) -> None:
    comparison = SetLock(Q, (1, 3), True).apply(locked(P, 0))
    after = MoveCategory(index, place).apply(comparison)
    assert after.labels == expected
    order = [LABELS.index(label) for label in expected]
    for side in Side:
        assert values(after, side) == [values(comparison, side)[j] for j in order]
        assert after.locks(side).tolist() == [comparison.locks(side).tolist()[j] for j in order]
    assert MoveCategory(place, index).apply(after) == comparison


# any edits


def any_edit(dice: random.Random, comparison: Comparison, number: int) -> Edit:
    n, side = comparison.n, dice.choice((P, Q))
    index, other = dice.randrange(n), dice.randrange(n)
    value = dice.choice((0.0, 1.0, dice.random(), dice.random(), 10.0 ** dice.uniform(-300, 0), 1 - 2.0**-53))
    if dice.random() < 0.5:
        return SetProbability(side, index, value, dice.choice(tuple(Gesture)))
    kinds = (
        lambda: Paint(side, ((index, value), (other, dice.random()))),
        lambda: Paint(side, tuple((j, dice.random() * 0.4) for j in range(n))),
        lambda: Copy(side),
        Swap,
        lambda: Uniform(side),
        lambda: OneHot(side, index),
        lambda: Random(side, number),
        lambda: Sharpen(side, dice.choice((0.1, 0.5, 0.9, 1.0, 1.1, 2.0, 10.0))),
        lambda: Smooth(side, value),
        lambda: SetWeights(10.0 ** np.array([dice.uniform(-300, 300) for _ in range(n)]), None),
        lambda: SetLock(side, (index, other), dice.random() < 0.4),
        lambda: SetLock(side, (index,), True),
        UnlockAll,
        lambda: Rename(index, f"label {number}"),
        lambda: AddCategory(f"category {number}") if n < 7 else RemoveCategories((index, other)),
        lambda: RemoveCategories((index,)),
        lambda: MergeCategories((index, other)),
        lambda: MoveCategory(index, other),
        Reset,
    )
    return dice.choice(kinds)()


def test_sums_stay_one_after_100_000_edits_of_every_kind() -> None:
    dice, comparison = random.Random(20240229), WEATHER
    counts: dict[type, int] = {}
    for number in range(100_000):
        edit = any_edit(dice, comparison, number)
        try:
            comparison = edit.apply(comparison)
        except EditRefusedError:
            continue
        counts[type(edit)] = counts.get(type(edit), 0) + 1
        for distribution in (comparison.p, comparison.q):
            probabilities = distribution.probabilities.tolist()
            assert abs(math.fsum(probabilities) - 1.0) <= 1e-12
            assert all([0.0 <= value <= 1.0 for value in probabilities])  # noqa: C419  # false for NaN
    assert len(counts) == 18
    assert min(counts.values()) > 300


def test_100_000_edits_do_not_drift() -> None:
    # no edit sums up what earlier ones rounded: the last sum is as close to 1 as the first
    dice, distribution = random.Random(7), WEATHER
    for _ in range(100_000 // 10):
        distribution = SetProbability(P, dice.randrange(4), dice.uniform(0.01, 0.9)).apply(distribution)
        assert abs(math.fsum(distribution.p.probabilities.tolist()) - 1.0) <= 2.0**-52


def test_an_edit_leaves_what_it_was_given() -> None:
    dice, comparison = random.Random(11), locked(P, 0)
    before = [comparison.labels, *(array.tobytes() for array in arrays(comparison))]
    for number in range(500):
        try:
            after = any_edit(dice, comparison, number).apply(comparison)
        except EditRefusedError:
            continue
        for array in arrays(after):
            assert not array.flags.writeable
        assert [comparison.labels, *(array.tobytes() for array in arrays(comparison))] == before


def arrays(comparison: Comparison) -> list[np.ndarray]:
    both = (comparison.p, comparison.q)
    return [
        *(d.probabilities for d in both),
        *(d.remembered for d in both),
        comparison.p_locks,
        comparison.q_locks,
    ]


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
    assert Distribution.uniform(4) == Uniform(P).apply(WEATHER).p
