"""The edits of categories: names, masses and locks that go with them, and what is refused."""

import numpy as np
import pytest
from weather_pair import LABELS, WEATHER, locked, refusal_of, values

from klscope.model.category_edits import AddCategory, MergeCategories, MoveCategory, RemoveCategories, Rename, SetLabels
from klscope.model.comparison import MOST_EDITABLE_CATEGORIES, Comparison, Side
from klscope.model.edits import SetLock
from klscope.theory.distribution import Distribution
from klscope.theory.editing import Refusal

P, Q = Side.P, Side.Q


def test_renaming() -> None:
    assert Rename(1, "  grey ").apply(WEATHER).labels == ("sunny", "grey", "rain", "snow")
    assert Rename(1, "cloudy").apply(WEATHER) == WEATHER
    for label in ("", "  ", "snow", " snow "):
        assert refusal_of(Rename(1, label), WEATHER).refusal is Refusal.BAD_LABEL
    for labels in (("a", "b", "c"), ("a", "b", "c", "d", "e"), ("a", "a", "b", "c"), ("a", "b", "c", "")):
        assert refusal_of(SetLabels(labels), WEATHER).refusal is Refusal.BAD_LABEL


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
    assert refusal_of(MergeCategories((2, 2)), WEATHER).refusal is Refusal.NOTHING_TO_MERGE
    taken = Rename(3, "sunny + cloudy").apply(WEATHER)
    assert refusal_of(MergeCategories((0, 1)), taken).refusal is Refusal.BAD_LABEL


def test_sums_that_are_one_number_on_paper_are_one_after_merging() -> None:
    # 0.1 + 0.2 and 0.15 + 0.15 differ in binary: KL would be 1e-33 where it means 0
    comparison = Comparison(("a", "b", "c"), Distribution([0.1, 0.2, 0.7]), Distribution([0.15, 0.15, 0.7]))
    after = MergeCategories((0, 1)).apply(comparison)
    assert after.p == after.q
    apart = MergeCategories((0, 2)).apply(comparison)
    assert values(apart, P) == [0.1 + 0.7, 0.2]
    assert values(apart, Q) == [0.15 + 0.7, 0.15]


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
