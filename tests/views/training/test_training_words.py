"""What is said of a run: what to look at, or why nothing moves."""

import dataclasses

import numpy as np
import pytest
from states import WEATHER, comparison_of, state_of
from view_states import training_options

from klscope.model.training_run import TrainingRun
from klscope.theory.families import Logits, log_softmax
from klscope.theory.training import Family, Objective
from klscope.theory.units import Unit
from klscope.views.training.training_words import legend, sentence

REVERSE = training_options(Objective.REVERSE)
HUMP = training_options(family=Family.UNIMODAL, rate=0.1)
REVERSE_HUMP = training_options(Objective.REVERSE, Family.UNIMODAL, 0.1)


def said(comparison, settings=None, steps=0):
    run = TrainingRun.of(comparison, settings or training_options())
    for _ in range(steps):
        run = run.stepped()
    return sentence(run, state_of(comparison))


@pytest.mark.parametrize(
    ("comparison", "settings", "steps", "words"),
    [
        (WEATHER, None, 0, "Hollow bar: the next step"),
        (WEATHER, None, 3, "The floor H(P) stays"),
        (WEATHER, REVERSE, 3, "falls to 0"),
        (WEATHER, HUMP, 0, "The first step puts one hump"),
        (WEATHER, HUMP, 1, "cover"),
        (WEATHER, REVERSE_HUMP, 1, "begun near a mode, one hump stays on it"),
        (WEATHER, None, 800, "Nothing left to learn"),
        (comparison_of([1, 1], [1, 1]), None, 0, "Nothing left to learn"),
        (comparison_of([1, 1], [1, 1], q_locks=[0]), None, 0, "Q is locked"),
        (comparison_of([1, 1], [1, 0]), None, 0, "H(P,Q) stays ∞: Q(B) = 0"),
        (comparison_of([0, 1], [1, 1]), REVERSE, 0, "KL(Q‖P) is ∞ and has no slope: P(A) = 0"),
        (comparison_of([1, 1, 0], [1, 2, 0]), None, 0, "Q(C) = 0 is a logit of −∞"),
        (WEATHER, training_options(rate=30.0), 2, "too large: the loss went up"),
    ],
)
def test_one_sentence(comparison, settings, steps, words):
    assert words in said(comparison, settings, steps)


def test_rises_are_counted_and_one_is_one():
    run = TrainingRun.of(WEATHER, training_options())
    state = state_of(WEATHER)
    assert "went up once." in sentence(dataclasses.replace(run, rises=1), state)
    assert "went up 7 times." in sentence(dataclasses.replace(run, rises=7), state)


def test_a_q_that_underflows_is_named():
    deep = np.array([0.0, 0.0, 0.0, -2000.0])
    q = np.exp(log_softmax(deep))
    run = dataclasses.replace(
        TrainingRun.of(WEATHER, training_options()), q=q, log_q=log_softmax(deep), parameters=Logits(deep)
    )
    assert sentence(run, state_of(WEATHER)).startswith("Q(snow) is too small to be written")


def test_the_legend_has_the_values_of_now_in_the_unit():
    run = TrainingRun.of(WEATHER, training_options())
    longest, _, shortest = legend(run, state_of(WEATHER))
    texts = ["H(P,Q) = 2.375 bits", "floor H(P) = 1.750 bits", "KL(P‖Q) = 0.625 bits"]
    assert [entry.text for entry in longest] == texts
    assert [entry.text for entry in shortest] == [text.removesuffix(" bits") for text in texts]
    nats = legend(run, state_of(WEATHER, unit=Unit.NAT))[0]
    assert nats[0].text == f"H(P,Q) = {2.375 * np.log(2):.3f} nats"


def test_a_hump_has_a_floor_it_may_not_reach():
    for settings, floor in ((HUMP, "floor H(P) = 1.750 bits"), (REVERSE_HUMP, "floor 0")):
        entries = legend(TrainingRun.of(WEATHER, settings), state_of(WEATHER))[0]
        assert entries[1].text == f"{floor}: one hump may not reach it"


def test_reverse_has_a_curve_and_the_floor_0():
    entries = legend(TrainingRun.of(WEATHER, REVERSE), state_of(WEATHER))[0]
    assert [entry.text for entry in entries] == ["KL(Q‖P) = 0.500 bits", "floor 0"]


def test_a_one_hot_p_has_the_floor_0():
    entries = legend(TrainingRun.of(comparison_of([1, 0], [1, 1]), training_options()), state_of())[0]
    assert entries[1].text == "floor H(P) = 0.000 bits"
