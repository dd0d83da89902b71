"""Wherever a sum with its total is written, = stands only where the written numbers add up exactly.

Oracle: decimal arithmetic on what is written. The states are seeded, from ordinary ones to the ends of a double.
"""

import re
from decimal import Decimal
from functools import cache
from itertools import cycle

import numpy as np
import pytest
from extreme_states import comparisons
from states import comparison_of, state_of
from view_states import training_options

from klscope.model.snapshot import Snapshot
from klscope.model.training_run import TrainingRun
from klscope.model.views import ViewMode
from klscope.theory.units import Unit
from klscope.views.code_lengths.code_geometry import CodeBlocks
from klscope.views.code_lengths.code_words import legend as code_legend
from klscope.views.formula.formula_sums import NAMES
from klscope.views.formula.formula_texts import plain_text
from klscope.views.readouts.identity_bar import IdentityBar
from klscope.views.theme import LIGHT
from klscope.views.training.training_words import legend as training_legend
from klscope.views.window.terms_head import sum_texts
from klscope.views.words import group_sentences, sentences

MINUS = "\N{MINUS SIGN}"
NUMBER = rf"(?:[0-9]+(?:\.[0-9]+)?(?:e{MINUS}?[0-9]+)?|∞)"
SUM = re.compile(rf"([+{MINUS}]? ?{NUMBER}(?: [+{MINUS}] {MINUS}?{NUMBER})+) ([=≈]) ({MINUS}?{NUMBER})")
PRODUCT = re.compile(rf"({NUMBER}) × \(({NUMBER}) {MINUS} ({NUMBER})\) ([=≈]) ([+{MINUS}]?{NUMBER})")


@cache
def states() -> list[Snapshot]:
    """Return the states, each with the next unit."""
    units = cycle(Unit)
    return [state_of(comparison, unit=next(units)) for comparison in comparisons(2000)]


def read(text):
    return Decimal(text.replace(" ", "").replace(MINUS, "-").replace("--", "-").replace("∞", "Infinity"))


def sum_of(text):
    return sum(read(part) for part in re.findall(rf"[+{MINUS}]? ?{MINUS}?{NUMBER}", text))


def assert_honest(text):
    """Check every sum in a text; return how many there were, and how many were said to be equal."""
    found = SUM.findall(text)
    for parts, sign, total in found:
        if "∞" in parts + total:
            assert (sign, total, "∞" in parts) == ("=", "∞", True), text
        else:
            assert (sign == "=") == (sum_of(parts) == read(total)), text
    return len(found), sum(sign == "=" for _, sign, _ in found)


def counted(texts):
    """Check all texts; return the share of sums that are said to be equal, and how many sums there were."""
    checked = [assert_honest(text) for text in texts]
    sums = sum(one for one, _ in checked)
    return sum(equal for _, equal in checked) / sums, sums


@pytest.mark.parametrize("mode", [ViewMode.KL_DIVERGENCE, ViewMode.CROSS_ENTROPY])
def test_over_the_terms(mode):
    share, sums = counted(
        text
        for state in states()
        for text in sum_texts(state_of(state.comparison, unit=state.view.unit, mode=mode))[:1]
    )
    assert sums > 1000
    assert share > 0.7


def test_in_the_formula():
    texts = []
    for state in states()[:700]:
        for name in NAMES:
            values, total = [line for line in plain_text(state, name).splitlines() if line[0] in "=≈"][-2:]
            texts.append(f"{values[1:]} {total}")
    share, sums = counted(texts)
    assert sums > 1000
    assert share > 0.5


def blocks_of(state):
    comparison = state.comparison
    order = np.arange(comparison.n)
    return CodeBlocks.of(comparison.p.probabilities, state.surprisals_q, state.surprisals_p, order)


@pytest.mark.usefixtures("qapp")
def test_under_the_code_lengths():
    texts = [
        entry.text
        for state in states()[:700]
        for entry in code_legend(state, blocks_of(state), 4000.0)
        if entry.sign == "gap"
    ]
    share, sums = counted(texts)
    assert sums > 300
    assert share > 0.6


@pytest.mark.usefixtures("qapp")
def test_in_the_identity_bar():
    bar = IdentityBar(LIGHT)
    held = checked = 0
    for state in states():
        bar.show_snapshot(state)
        assert_honest(bar.accessibleDescription())
        for room in (1000.0, 55.0, 48.0):
            entropy, divergence, total = bar.texts(state, room, room)
            if "∞" in total or not bar.has_room(entropy, room) or not bar.has_room(divergence, room):
                continue
            holds = read(entropy) + read(divergence) == read(total.removeprefix("≈ "))
            assert holds == (not total.startswith("≈"))
            checked, held = checked + 1, held + holds
    assert held > 0.6 * checked > 1000


def test_in_training():
    held = checked = 0
    for state in states()[:1000]:
        run = TrainingRun.of(state.comparison, training_options())
        curve, floor, gap = (
            read(re.search(rf"= ({NUMBER})", entry.text)[1]) for entry in training_legend(run, state)[1]
        )
        if not curve.is_infinite():
            checked, held = checked + 1, held + (floor + gap == curve)
    assert held > 0.6 * checked > 400


def test_in_the_sentence_of_a_category():
    products = 0
    for state in states():
        for index in range(state.comparison.n):
            for p, more, less, sign, term in PRODUCT.findall(sentences.of_category(state, index)):
                products += 1
                assert (sign == "=") == (read(p) * (read(more) - read(less)) == read(term))
    assert products > 2000


def test_in_the_sentence_of_a_group():
    pattern = re.compile(rf"goes from ({NUMBER}) to ({NUMBER}) \w+: it never rises. (≈ )?({NUMBER}) is inside")
    held = checked = 0
    for state in states():
        if state.comparison.n < 3:
            continue
        selected = state_of(state.comparison, unit=state.view.unit, selected=(0, 1))
        for before, after, about, inside in pattern.findall(group_sentences.of_selected(selected)):
            holds = read(after) + read(inside) == read(before)
            assert holds == (not about)
            checked, held = checked + 1, held + holds
    assert held > 0.8 * checked > 300


def test_no_sentence_has_an_extreme_in_numbers():
    """What is below three decimals or beyond a million is said in words."""
    for state in states():
        texts = [sentences.of_state(state)[0], *(sentences.of_category(state, i) for i in range(state.comparison.n))]
        if state.comparison.n > 2:
            texts.append(group_sentences.of_selected(state_of(state.comparison, selected=(0, 1))))
        for text in texts:
            assert not re.search(rf"[0-9]e{MINUS}?[0-9]", text), text
            assert all(read(number) < 10**6 for number in re.findall(NUMBER, text) if number != "∞"), text


@pytest.mark.usefixtures("qapp")
def test_the_pair_that_did_not_add_up():
    """H(P) = 1.48547…, KL = 0.51946…, H(P,Q) = 2.00493… (mpmath): 1.485 + 0.519 is not 2.005."""
    state = state_of(comparison_of([0.5, 0.3, 0.2], [0.2, 0.2, 0.6]), mode=ViewMode.CROSS_ENTROPY)
    assert sum_texts(state)[0] == "1.48548 + 0.51946 = 2.00494 bits"
    assert IdentityBar(LIGHT).texts(state, 200.0, 200.0) == ("1.48548", "0.51946", "2.00494")
    assert IdentityBar(LIGHT).texts(state, 48.0, 48.0) == ("1.485", "0.519", "≈ 2.005")
