"""What is said of several selected categories. Oracle: *weather* and fractions by hand.

Sunny and rain of weather: P 5/8, Q 3/8; KL after is 5/8·log₂(5/3) − 1/4 = 0.2106, so 0.4144 of 5/8 is inside.
"""

import pytest
from states import WEATHER, after, pair, state_of

from klscope.model.category_edits import MergeCategories
from klscope.theory.units import Unit
from klscope.views.words import group_sentences

LABELS = ("a", "b", "c", "d")


def merged(snapshot):
    """Return what is said once the selected are merged."""
    indices = tuple(sorted(snapshot.view.selected))
    done = after(MergeCategories(indices), comparison=snapshot.comparison, unit=snapshot.view.unit)
    return group_sentences.of_merge(done, indices)


@pytest.mark.parametrize(
    ("p", "q", "selected", "before", "done"),
    [
        (
            *([4, 2, 1, 1], [1, 4, 2, 1], (2, 0)),
            "a, c: merged, KL(P‖Q) goes from 0.625 to 0.211 bits: it never rises. 0.414 is inside the group.",
            "Merged: KL(P‖Q) went from 0.625 to 0.211 bits: 0.414 was inside the group.",
        ),
        (  # the ratio inside is 2 : 1 in both
            *([4, 2, 1, 1], [2, 1, 4, 1], (0, 1)),
            "a, b: merged, KL(P‖Q) stays 0.5 bits: inside the group P and Q agree.",
            "Merged: KL(P‖Q) stays 0.5 bits: nothing was inside the group.",
        ),
        (  # ½·log₂ 2 outside
            *([4, 0, 0, 4], [2, 2, 2, 2], (1, 2)),
            "b, c: merged, KL(P‖Q) stays 1 bit: none of them ever happens.",
            "Merged: KL(P‖Q) stays 1 bit: nothing was inside the group.",
        ),
        (  # ½ : ¼ against ¼ : ½
            *([2, 1, 1, 0], [1, 2, 1, 0], (0, 1)),
            "a, b: merged, KL(P‖Q) goes from 0.25 bits to 0: all of it is inside the group.",
            "Merged: KL(P‖Q) went from 0.25 to 0 bits: 0.25 was inside the group.",
        ),
        (
            *([2, 1, 1, 4], [2, 2, 0, 4], (1, 2)),
            "b, c: merged, KL(P‖Q) goes from ∞ to 0 bits: Q of the group is above 0.",
            "Merged: KL(P‖Q) went from ∞ to 0 bits: Q(b + c) is above 0.",
        ),
        (
            *([2, 1, 1, 4], [4, 0, 0, 4], (1, 2)),
            "b, c: merged, KL(P‖Q) stays ∞: the model gives the group probability 0 too.",
            "Merged: KL(P‖Q) stays ∞.",
        ),
        (
            *([2, 1, 1, 4], [4, 4, 0, 0], (1, 2)),
            "b, c: merged, KL(P‖Q) stays ∞: the model gives d probability 0 too.",
            "Merged: KL(P‖Q) stays ∞.",
        ),
        (  # ¾·(⅔·1 − ⅓·1) is ¼ inside
            *([2, 1, 1, 0], [1, 2, 0, 1], (0, 1)),
            "a, b: merged, KL(P‖Q) stays ∞: the model gives c probability 0. 0.25 bits is inside the group.",
            "Merged: KL(P‖Q) stays ∞.",
        ),
        (  # 1/2·(10⁻⁴)²/ln 2 = 5.8e-8 bits, and nothing outside but 3/8·log₂(3/2) + ⅛·log₂ ½
            *([0.2501, 0.2499, 0.375, 0.125], [0.25, 0.25, 0.25, 0.25], (0, 1)),
            "a, b: merged, KL(P‖Q) falls from 0.094 bits by next to nothing, all that is inside the group.",
            "Merged: KL(P‖Q) fell from 0.094 bits by next to nothing.",
        ),
        (  # the same, and nothing outside
            *([0.2501, 0.2499, 0.25, 0.25], [0.25, 0.25, 0.25, 0.25], (0, 2)),
            "a, c: merged, KL(P‖Q) stays almost 0 bits: it never rises.",
            "Merged: KL(P‖Q) stays almost 0 bits.",
        ),
    ],
)
def test_before_it_is_done_and_after(p, q, selected, before, done):
    snapshot = pair(p, q, LABELS, selected=selected)
    assert group_sentences.of_selected(snapshot) == before
    assert merged(snapshot) == done


def test_in_another_unit():
    # 0.625, 0.2106 and 0.4144 times ln 2
    assert "goes from 0.433 to 0.146 nats: it never rises. 0.287 is" in group_sentences.of_selected(
        state_of(selected=(0, 2), unit=Unit.NAT)
    )


def test_many_are_counted_and_long_names_are_cut():
    snapshot = pair([1, 2, 3, 4, 5], [1] * 5, ["x" * 40, "b", "c", "d", "e"], selected=(4, 0, 1, 2, 3))
    assert group_sentences.of_selected(snapshot).startswith("x" * 19 + "…, b, c and 2 more: merged, KL(P‖Q) goes from ")


@pytest.mark.parametrize(
    ("selected", "text"),
    [
        ((0,), "Merge Selected Categories"),
        ((0, 2), "Merge 2 Selected Categories: KL 0.625 → 0.211"),
        ((0, 1, 2, 3), "Merge 4 Selected Categories"),
    ],
)
def test_the_command_says_it_shortly(selected, text):
    assert group_sentences.of_merge_command(state_of(WEATHER, selected=selected)) == text


def test_the_command_names_infinity():
    snapshot = pair([2, 1, 1, 4], [2, 2, 0, 4], LABELS, selected=(1, 2))
    assert group_sentences.of_merge_command(snapshot) == "Merge 2 Selected Categories: KL ∞ → 0"


def test_equal_shares_are_announced():
    message = "The selected bars of Q have no ratio to keep (all are 0), so they rise equally."
    assert group_sentences.of_equal_rise("Q") == message
