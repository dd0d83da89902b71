"""What is written beside the curves; the numbers in it are those of `theory`, which have oracles of their own."""

import math

import pytest
from states import comparison_of, pair, state_of

from klscope.model.loss_paths import losses_of
from klscope.theory.loss_curves import Rule
from klscope.views.loss_curves import loss_words
from klscope.views.loss_curves.loss_words import SIZE, Subject, fitting, lines_of, slope_text, title
from klscope.views.painting.static_texts import laid


@pytest.fixture(autouse=True)
def typeface(qapp):
    """Words have a width where there is an application with fonts."""
    return qapp


def about(state):
    losses = losses_of(state)
    return losses, Subject.of(state, losses)


def least(state, rule):
    return loss_words.where_least(rule, *about(state))


def locked(*locks, p=(4, 2, 1, 1), q=(1, 4, 2, 1)):
    return state_of(comparison_of(p, q, q_locks=locks))


def test_the_log_is_least_at_p_whatever_the_others_are():
    assert least(state_of(), Rule.LOG)[0] == "least at q = p = 0.5, whatever the others are"
    assert least(pair([1, 2, 3], [9, 0.1, 5], selected=(2,)), Rule.LOG)[0].startswith("least at q = p = 0.5,")


def test_brier_says_when_it_is_not_least_at_p():
    words = least(state_of(), Rule.BRIER)[0]
    assert words == "least at q = 0.513, not at p = 0.5: the others do not stand in P's ratios"
    assert least(pair([4, 2, 1, 1], [1, 2, 1, 1]), Rule.BRIER)[0] == (
        "least at q = p = 0.5: the others stand in P's ratios"
    )
    assert least(pair([7, 3], [1, 1]), Rule.BRIER)[0] == "least at q = p = 0.7"
    assert least(pair([1, 0, 0], [1, 1, 1]), Rule.BRIER)[0] == "least at q = p = 1"  # the others have no ratio in P
    assert "≈" in least(pair([4, 2, 1, 1], [1, 2.001, 1, 1]), Rule.BRIER)[0]


def test_the_linear_rule_rewards_lying():
    assert least(state_of(), Rule.LINEAR)[0] == "least at the edge q = 1: it rewards lying"
    assert least(pair([1, 9], [1, 1]), Rule.LINEAR)[0] == "least at the edge q = 0: it rewards lying"
    assert least(pair([1, 1], [1, 3]), Rule.LINEAR)[0] == "flat: any q costs the same"
    assert least(pair([1, 0, 0], [1, 1, 1]), Rule.LINEAR)[0] == "least at the edge q = 1, which is p here"


def test_locks_are_named_as_the_reason():
    assert least(locked(1), Rule.LOG)[0] == "least at q = 0.333, not at p = 0.5: the locks leave 0.5 to share"
    assert "locks hold others" in least(locked(1), Rule.BRIER)[0]
    assert least(locked(1, 2, 3), Rule.LOG) == ("",)


@pytest.mark.parametrize(
    ("state", "words"),
    [
        (state_of, "Which loss is least where Q tells the truth, at q = p? Drag a marker, it is Q(sunny)."),
        (lambda: locked(1, 2, 3), "Q(A) cannot move: all the others are locked."),
        (lambda: locked(0), "Q(A) is locked: press L"),
        (lambda: pair([2, 1, 1], [1, 1, 0]), "C happens and has Q = 0: the log costs ∞"),
        (lambda: pair([1, 0, 0], [1, 1, 1]), "P(A) is 1, and all three are least there"),
        (lambda: pair([0, 1, 0], [1, 1, 1]), "Which loss is least"),
    ],
)
def test_one_sentence_says_what_to_look_at(state, words):
    versions = loss_words.sentence(*about(state()))
    assert versions[0].startswith(words)


def test_what_is_infinite_everywhere_has_no_least():
    assert least(pair([2, 1, 1], [1, 1, 0]), Rule.LOG)[0] == "∞ wherever Q(A) is"
    assert about(pair([2, 1, 1], [1, 1, 0]))[1].culprit == "C"


@pytest.mark.parametrize(
    ("slope", "text"),
    [
        (-4.9512, "slope −4.95"),
        (1428.3, "slope 1428.3"),
        (3e-16, "slope 0"),
        (-math.inf, "slope −∞"),
        (math.nan, ""),
    ],
)
def test_slopes(slope, text):
    assert slope_text(slope) == text


def test_words_are_cut_to_what_fits_between_words():
    versions = least(state_of(), Rule.BRIER)
    for room in (110.0, 150.0, 220.0, 400.0):
        for most in (1, 2):
            lines = fitting(versions, room, most)
            assert 1 <= len(lines) <= most
            assert " ".join(lines) in versions or room < 120.0
    assert fitting(versions, 220.0, 2) == lines_of(versions[0], 220.0)
    assert fitting(versions, 150.0, 1) == ("least at q = 0.513, not p",)
    assert all(laid(line, SIZE).width <= 150.0 for line in lines_of(versions[0], 150.0))


def test_no_word_is_left_alone_in_the_last_line():
    text = "least at q = p = 1, whatever the others are"
    whole = laid(text, SIZE).width
    assert lines_of(text, whole + 1.0) == (text,)
    assert lines_of(text, whole - 2.0) == ("least at q = p = 1, whatever the", "others are")
    assert lines_of("one another", 30.0) == ("one", "another")


def test_titles_are_shorter_where_there_is_less_room():
    assert title(Rule.LOG, "bits", 300.0) == ("log: H(P,Q) =", "bits")
    assert title(Rule.LOG, "hartleys", 110.0) == ("log:", "hartleys")
    assert title(Rule.LINEAR, "bits", 300.0) == ("linear: 1 − ΣP·Q =", "")


def test_the_tooltip_has_all_digits():
    losses, subject = about(state_of())
    text = loss_words.tool_tip(Rule.LOG, losses, subject, 0.1, 2.375, "bits")
    assert text.splitlines() == [
        "log: −Σ P(i)·log Q(i)",
        "Q(sunny) = 0.1",
        "costs 2.375 bits",
        "least at q = p = 0.5, whatever the others are",
    ]


def test_a_picture_asks_nobody_to_drag_or_to_open_a_lock():
    for state in (state_of(), locked(0)):
        losses = losses_of(state)
        versions = loss_words.sentence(losses, Subject.of(state, losses, is_still=True))
        assert versions == ("Which loss is least where Q tells the truth, at q = p?",)


def test_a_screen_reader_hears_all_of_it():
    losses, subject = about(pair([7, 3], [1, 1]))
    shown = {Rule.LOG: 1.0, Rule.LINEAR: 0.5, Rule.BRIER: 0.5}
    assert loss_words.description(losses, subject, 0.5, shown, "bits") == (
        "Q(A) = 0.5; log: H(P,Q) = 1.000 bits, least at q = p = 0.7, whatever the others are; "
        "linear: 1 − ΣP·Q = 0.500, least at the edge q = 1: it rewards lying; Brier: 0.500, least at q = p = 0.7"
    )
