"""What the window says. Oracles: the specification's own sentences, and sentences made by hand from fractions."""

import pytest
from states import WEATHER, after, comparison_of, pair, state_of

from klscope.files.weights_text import Fault, WeightError
from klscope.model.comparison import Side
from klscope.model.edits import Gesture, SetProbability, Swap
from klscope.theory.editing import EditRefusedError, Refusal
from klscope.theory.reading import DistributionError, LostWeightError
from klscope.theory.units import Unit
from klscope.views.words import amounts, sentences

NO_SNOW = pair([4, 2, 1, 1], [1, 4, 3, 0], WEATHER.labels)


def test_a_category_in_the_words_of_the_specification():
    assert sentences.of_category(state_of(), 0) == (
        "sunny happens half the time. Believing Q it surprises you by 3 bits; knowing P, by 1. "
        "Extra cost: 0.5 × (3 − 1) = +1.000 bits"
    )


def test_a_saving_is_called_one():
    assert sentences.of_category(state_of(), 1) == (
        "cloudy happens a quarter of the time. Believing Q it surprises you by 1 bit; knowing P, by 2. "
        "Saving: 0.25 × (1 − 2) = −0.250 bits"
    )


def test_what_costs_nothing_has_no_sign():
    assert sentences.of_category(state_of(), 3) == (
        "snow happens one time in eight. Believing Q it surprises you by 3 bits; knowing P, by 3. "
        "Extra cost: 0.125 × (3 − 3) = 0 bits"
    )


def test_a_category_in_another_unit():
    # ln 8 = 2.079, ln 2 = 0.693, ½·ln 4 = 0.693
    assert sentences.of_category(state_of(unit=Unit.NAT), 0).endswith(
        "by 2.079 nats; knowing P, by 0.693. Extra cost: 0.5 × (2.079 − 0.693) = +0.693 nats"
    )
    # lg 8 = 0.903, lg 2 = 0.301, ½·lg 4 = 0.301
    assert sentences.of_category(state_of(unit=Unit.HARTLEY), 0).endswith("= +0.301 hartleys")


def test_what_never_happens_costs_nothing():
    snapshot = pair([1, 1, 0], [1, 1, 2], ("a", "b", "c"))
    assert sentences.of_category(snapshot, 2) == (
        "c never happens, so it costs nothing, whatever Q believes (Q = 0.5)."
    )
    assert sentences.of_category(pair([1, 1, 0], [1, 1, 0]), 2).endswith("whatever Q believes (Q = 0).")


def test_an_infinite_term_is_explained_and_not_computed():
    assert sentences.of_category(NO_SNOW, 3) == (
        "P(snow) = 0.125 but Q(snow) = 0: the model gives snow probability 0. Extra cost: ∞."
    )


@pytest.mark.parametrize(
    ("probability", "words"),
    [
        (1.0, "always"),
        (0.75, "three times in four"),
        (0.5, "half the time"),
        (0.25, "a quarter of the time"),
        (0.125, "one time in eight"),
        (0.3, "30 % of the time"),
        (1 / 3, "33.333 % of the time"),
        (0.5000001, "50 % of the time"),
        (1e-6, "almost never"),
        (1e-300, "almost never"),
        (1.0 - 1e-9, "almost always"),
        (2e-5, "0.002 % of the time"),
    ],
)
def test_how_often(probability, words):
    assert amounts.how_often(probability) == words


def test_nothing_left_to_learn():
    assert sentences.of_state(pair([1, 2], [1, 2])) == ("Nothing left to learn.", "saving")


def test_worse_than_guessing_uniformly():
    # H(P,Q) = 2.375 > log₂ 4 = 2
    assert sentences.of_state(state_of()) == ("Q is worse here than guessing uniformly.", "excess")


def test_exactly_as_good_as_a_uniform_guess_is_not_worse():
    text, role = sentences.of_state(pair([4, 2, 1, 1], [1, 1, 1, 1]))  # H(P,Q) = 2; KL = 0.25; 0.25 / 1.75 = 14.3 %
    assert (text, role) == ("Believing Q costs 14 % more than knowing P.", "quiet")


def test_infinity_is_named_its_rest_kept_apart_and_js_pointed_to():
    # terms: ½·log₂ 4 = 1; ¼·log₂ ½ = −¼; ⅛·log₂ ⅓ = −0.198; Σ = 0.552
    # JS: M = (5, 6, 4, 1)/16; H(M) = 1.8050, H(P) = 1.75, H(Q) = 1.4056; H(M) − ½(H(P) + H(Q)) = 0.2272
    text, role = sentences.of_state(NO_SNOW)
    assert role == "excess"
    assert text == (
        "P(snow) = 0.125 but Q(snow) = 0: the model gives snow probability 0. "
        "The finite terms sum to +0.552 bits; JS stays finite: 0.2272 bits."
    )


def test_a_certain_event():
    # H(P,Q) = 0.152 < 1 = log₂ 2
    assert sentences.of_state(pair([1, 0], [9, 1])) == ("P is certain: all of H(P,Q) is extra cost.", "quiet")


def test_an_order_that_matters_in_the_words_of_the_specification():
    assert sentences.of_swap(after(Swap())) == "H(P,Q) changed from 2.375 to 2.25. Order matters."


def test_an_order_that_does_not_matter():
    # H(P,Q) = ¾·2 + ¼·log₂ 4/3 = 1.604 both ways
    snapshot = after(Swap(), comparison=comparison_of([3, 1], [1, 3]))
    assert sentences.of_swap(snapshot) == "H(P,Q) stays 1.604: this pair costs the same both ways."


def test_a_swap_in_another_unit_and_with_infinity():
    comparison = comparison_of([1, 1], [1, 0])
    assert sentences.of_swap(after(Swap(), comparison=comparison)) == "H(P,Q) changed from ∞ to 1. Order matters."
    said = sentences.of_swap(after(Swap(), comparison=comparison, unit=Unit.NAT))
    assert said == "H(P,Q) changed from ∞ to 0.693. Order matters."  # ln 2


@pytest.mark.parametrize(
    ("refusal", "values", "words"),
    [
        (Refusal.LOCKED, {"index": 3}, "snow is locked: press L to open the lock."),
        (
            Refusal.NO_FREE_PARTNER,
            {"index": 0},
            "sunny cannot change: every other bar is locked. Open a lock with L, or all with Unlock All.",
        ),
        (
            Refusal.ABOVE_CEILING,
            {"index": 1, "ceiling": 0.625, "value": 0.9},
            "cloudy can be at most 0.625: the locked bars hold the rest.",
        ),
        (Refusal.OUT_OF_RANGE, {"value": 2.0}, "A probability lies between 0 and 1."),
        (Refusal.NOTHING_FREE, {}, "Every bar is locked: open one with L, or all with Unlock All."),
        (Refusal.TOO_FEW, {"fewest": 2}, "At least two categories must stay."),
        (Refusal.TOO_MANY, {"most": 500}, "There is room for 500 categories."),
        (
            Refusal.BAD_WEIGHTS,
            {"side": "Q", "error": DistributionError("Q is all zeros")},
            "Q: all weights are 0; at least one must be positive",
        ),
        (
            Refusal.BAD_WEIGHTS,
            {"side": "Q", "error": LostWeightError("Q", 3, 1e-308, 1e308)},
            "Q, row 3: 1e-308 would become 0 beside the largest weight, 1e308; write 0 if that is meant",
        ),
        (
            Refusal.TOO_SMALL,
            {"index": 3},
            "snow would become 0: so small a probability has no number. Lock it, or change less.",
        ),
        (Refusal.BAD_WEIGHTS, {"detail": "2 weights for 3 labels"}, "2 weights for 3 labels"),
        (Refusal.BAD_LABEL, {"detail": "label 2 is empty"}, "label 2 is empty"),
    ],
)
def test_why_an_edit_was_refused(refusal, values, words):
    assert sentences.of_refusal(EditRefusedError(refusal, **values), WEATHER) == words


def test_every_refusal_is_put_in_words():
    for refusal in Refusal:
        error = EditRefusedError(refusal, index=2, ceiling=0.25, value=0.5, most=500, fewest=2, detail="two alike")
        said = sentences.of_refusal(error, WEATHER)
        assert said
        assert said != str(error)
        assert refusal.value not in (said, said.lower())


def test_a_ceiling_met_by_typing_is_named():
    locked = comparison_of([4, 2, 1, 1], [1, 4, 2, 1], WEATHER.labels, q_locks=(1, 2))
    typed = SetProbability(Side.Q, 0, 0.9, Gesture.TYPED)
    with pytest.raises(EditRefusedError) as refused:
        typed.apply(locked)
    # ½ and ¼ are locked
    assert sentences.of_error(refused.value, locked) == "sunny can be at most 0.25: the locked bars hold the rest."


def test_what_cannot_be_read_is_said_as_it_was_found():
    assert sentences.of_error(WeightError(Fault.EMPTY, ""), WEATHER).startswith("There is no number here")


def test_braces_and_signs_in_a_name_are_letters():
    snapshot = pair([1, 1], [1, 3], ("{label} & <b>", "100 %"))
    assert sentences.of_category(snapshot, 0).startswith("{label} & <b> happens half the time.")
    assert sentences.of_category(snapshot, 1).startswith("100 % happens half the time.")
