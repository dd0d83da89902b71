"""What is said of pins. Oracle: sentences by hand, "+0.125 vs A" from the specification."""

import math

import pytest
from states import WEATHER

from klscope.model.pins import Pin, PinRefusal, PinRefusedError
from klscope.views.words import pin_words

A = Pin("A", WEATHER)


@pytest.mark.parametrize(
    ("apart", "text", "in_full"),
    [
        (0.125, "+0.125 vs A", "0.125 bits more than in pin A."),
        (-0.596, "−0.596 vs A", "0.596 bits less than in pin A."),
        (1e-20, "+1.00e-20 vs A".replace("-", "−"), "1e−20 bits more than in pin A."),
        (0.0, "same as A", "The same as in pin A."),
        (math.inf, "+∞ vs A", "∞ bits more than in pin A."),
        (-math.inf, "−∞ vs A", "∞ bits less than in pin A."),
        (None, "both ∞, as in A", "∞ here and in pin A: no difference can be computed."),
    ],
)
def test_differences(apart, text, in_full):
    assert pin_words.difference_text(apart, "A") == text
    assert pin_words.difference_in_full(apart, "A", "bits") == in_full


def test_braces_in_a_name_are_letters():
    assert pin_words.difference_text(0.5, "{x}") == "+0.500 vs {x}"
    assert "{x}" in pin_words.of_return(Pin("{x}", WEATHER))


@pytest.mark.parametrize(
    ("refusal", "words"),
    [
        (PinRefusal.NO_NAME, "A pin needs a name."),
        (PinRefusal.NAME_TAKEN, "There is a pin A already: choose another name."),
        (PinRefusal.TOO_MANY, "There is room for 26 pins: remove one first."),
    ],
)
def test_refusals_say_what_to_do(refusal, words):
    assert pin_words.of_refusal(PinRefusedError(refusal, "A")) == words


def test_what_was_done_is_said_with_the_name():
    said = [pin_words.of_pinned(A), pin_words.of_return(A), pin_words.of_staying(A), pin_words.of_removal(A)]
    said += [pin_words.of_comparison(A, True), pin_words.of_comparison(A, False)]
    assert all(" A" in sentence and sentence.endswith(".") for sentence in said)
    assert len(set(said)) == len(said)
    assert "not outlined" in said[-1]
