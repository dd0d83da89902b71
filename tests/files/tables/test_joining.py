"""Joining by name: order of first appearance, what is in one only, folding, duplicates. Expected values by hand."""

import numpy as np
import pytest

from klscope.files.tables.contents import LONGEST_LABEL, DataError, Question
from klscope.files.tables.joining import added_up, first_duplicate, folded, join, shown
from klscope.files.tables.options import Match


def test_names_stand_in_the_order_of_first_appearance_those_of_p_first():
    joined = join(("b", "a", "c"), ("d", "c", "b"), Match.LABEL)
    assert joined.labels == ("b", "a", "c", "d")
    assert joined.p_places.tolist() == [0, 1, 2, -1]
    assert joined.q_places.tolist() == [2, -1, 1, 0]
    assert (joined.only_in_p, joined.only_in_q) == (("a",), ("d",))


def test_names_match_exactly_and_it_is_counted_how_many_differ_in_case_or_blanks_only():
    joined = join(("Ab", "x y", "z"), ("ab", "xy", "z"), Match.LABEL)
    assert joined.labels == ("Ab", "x y", "z", "ab", "xy")
    assert joined.folded == 2


def test_folded_names_match_and_those_of_p_are_shown():
    joined = join(("Ab", "ｘ y"), ("XY", " ab"), Match.FOLDED)
    assert joined.labels == ("Ab", "ｘ y")
    assert joined.q_places.tolist() == [1, 0]


def test_folding_refuses_names_that_become_equal_on_one_side():
    with pytest.raises(DataError, match="'A' and 'a' are one name") as error:
        join(("A", "a"), ("b", "c"), Match.FOLDED)
    assert error.value.question is Question.MATCH


def test_by_position_the_numbers_of_categories_must_agree():
    assert join(("a", "b"), ("x", "y"), Match.POSITION).labels == ("a", "b")
    with pytest.raises(DataError, match="P has 2 categories and Q has 3"):
        join(("a", "b"), ("x", "y", "z"), Match.POSITION)


def test_duplicates_are_found_and_added_up():
    assert first_duplicate(("a", "b", "a", "b")) == 2
    assert first_duplicate(("a", "b")) is None
    labels, weights = added_up(("a", "b", "a"), np.array([1.0, 2.0, 4.0]), logarithmic=False)
    assert (labels, weights.tolist()) == (("a", "b"), [5.0, 2.0])


def test_log_probabilities_of_duplicates_are_added_as_probabilities():
    labels, logs = added_up(("a", "b", "a"), np.log([0.25, 0.5, 0.25]), logarithmic=True)
    assert labels == ("a", "b")
    assert logs == pytest.approx([np.log(0.5), np.log(0.5)], abs=1e-15)


@pytest.mark.parametrize(
    ("label", "text"),
    [
        ("plain", "plain"),
        ("맑음", "맑음"),
        ("👩\u200d🔬", "👩\u200d🔬"),
        ("a\x00b", "a\\x00b"),
        ("a\x1b[31m", "a\\x1b[31m"),
        ("abc\u202edcb", "abc\\u202edcb"),
        ("line\nbreak", "line\\nbreak"),
    ],
)
def test_control_and_bidirectional_characters_are_shown_and_have_no_effect(label, text):
    assert shown(label) == text


def test_a_label_that_is_too_long_is_refused():
    with pytest.raises(DataError, match="1,001 characters, and at most 1,000"):
        shown("x" * (LONGEST_LABEL + 1))


def test_folding_ignores_case_blanks_and_compatible_forms():
    assert folded(" Straße A ") == folded("STRASSEＡ")
