"""Every number of every lesson, against an oracle that reads the weights anew; and the numbers that must be there.

The typed numbers were computed at fifty digits from the examples of the article that klscope grew from, before the
lessons were written; each is compared with all the digits it is typed with.
"""

from __future__ import annotations

import math

import pytest
from bundled import EVERY_FILE, file_of, numbers_of, text_of
from lesson_oracle import Pair, exactly, pairs_of, value_of
from mpmath import floor, isinf, mpf

from klscope.lessons.expression_reading import read_expression
from klscope.lessons.expressions import evaluate
from klscope.lessons.prose import written
from klscope.model.comparison import Side
from klscope.model.edits import SetProbability
from klscope.theory.units import Unit
from small_cases import each


def rounded(value: mpf, decimals: int) -> str:
    """Return a number as it is read in prose, by way of fifty digits only."""
    if isinf(value):
        return "∞" if value > 0 else "−∞"
    steps = int(floor(abs(value) * mpf(10) ** decimals + mpf(1) / 2))
    if steps == 0:
        return written(float(value), decimals)
    whole, part = divmod(steps, 10**decimals)
    digits = f"{whole}.{part:0{decimals}d}".rstrip("0").rstrip(".") if decimals else str(whole)
    return ("−" if value < 0 else "") + digits


@pytest.mark.parametrize(("language", "name"), EVERY_FILE)
def test_every_fixed_number_is_what_the_oracle_says(language: str, name: str) -> None:
    file, pairs = file_of(language, name), pairs_of(text_of(language, name))
    asked = [one for part in file.steps for one in numbers_of(part) if one.state is not None]
    assert asked
    for one in asked:
        found = evaluate(one.expression, file.states_by_name[one.state], file.unit)
        right = value_of(one.expression, pairs[one.state], file.unit)
        assert found == pytest.approx(float(right), rel=1e-9, abs=1e-14), one
        assert written(found, one.decimals) == rounded(right, one.decimals), one


@pytest.mark.parametrize(("language", "name"), EVERY_FILE)
def test_every_live_number_is_what_the_oracle_says_where_its_step_begins(language: str, name: str) -> None:
    file, pairs, on_screen = file_of(language, name), pairs_of(text_of(language, name)), None
    for part in file.steps:
        on_screen = part.state or on_screen
        for one in numbers_of(part):
            if one.state is None:
                found = evaluate(one.expression, file.states_by_name[on_screen], file.unit)
                right = float(value_of(one.expression, pairs[on_screen], file.unit))
                assert found == pytest.approx(right, rel=1e-9, abs=1e-14), one


@pytest.mark.parametrize(("language", "name"), EVERY_FILE)
def test_what_is_to_be_guessed_or_gauged_has_a_value(language: str, name: str) -> None:
    file, pairs = file_of(language, name), pairs_of(text_of(language, name))
    for part in file.steps:
        if file.challenging:
            assert part.gauge is not None, f"{part.title} has no gauge"
            assert not math.isnan(value_of(part.gauge.expression, pairs[part.state], file.unit)), part.title
        elif part.guess is not None:
            value = value_of(part.guess.expression, pairs[part.guess.state], file.unit)
            margin = (part.guess.highest - part.guess.lowest) / 20  # no answer at the end of the scale gives it away
            assert part.guess.lowest + margin < value < part.guess.highest - margin, part.title


# What a lesson has to show: a number that stands in its text, computed of one of its states, in the lesson's unit.
SHOWN = {
    "01-entropy": "2.584963 0.080793 1 4.3147",
    "02-cross-entropy": "1.791759 0.693147 0.801819 -0.3 0.2 0.1",
    "03-why-the-log": "0.105361 2.302585 0.99 0.0392 0.0099 0.42 0.34 0.3 0.6109 0.7645 inf",
    "04-kl-divergence": "0.229545 0.223144 inf",
    "05-subtracting-entropy": "1.614463 0.637146 0.49 0.193187 2.0 5.5 47",
    "06-the-exam": "1.0934 0.0023 4.2208 2.1233 0.0121 1.9403",
    "07-the-difference": "2.1293 0.0499 0.5108",
    "08-never-negative": "0.433",
    "09-asymmetry": "0.642 2.192 1.081 0.666 0.6534 1.0989",
    "10-infinity-and-zero": "inf 1",
    "11-units-and-codes": "1.75 2.375 0.625 1",
    "12-evidence": "0.06525 152.7",
}

# What is computed of its states instead, in a unit of the table's own: state, expression, number, unit.
COMPUTED = {
    "01-entropy": (
        ("die", "H(P)", "1.791759", Unit.NAT),
        ("die", "H(P)", "0.778151", Unit.HARTLEY),
        ("die", "log n", "2.584963", Unit.BIT),
        ("coin", "H(P)", "0.056002", Unit.NAT),
        ("fair", "max P", "0.5", Unit.BIT),
        ("crowd", "max P", "0.5", Unit.BIT),
    ),
    "02-cross-entropy": (("free", "H(P,Q)", "0.356675", Unit.NAT), ("free", "KL", "0.356675", Unit.NAT)),
    "03-why-the-log": (
        ("sure", "H(P,Q)", "0.152003", Unit.BIT),
        ("lost", "H(P,Q)", "3.321928", Unit.BIT),
        ("lost", "H(P,Q)", "1.000", Unit.HARTLEY),
        ("lost", "H(P,Q) / (0 - log(9/10))", "21.9", Unit.NAT),
        ("lost", "(1 - P(yes) * Q(yes)) / (1/10)", "9", Unit.NAT),
    ),
    "04-kl-divergence": (("split", "KL", "0.229545", Unit.NAT), ("split", "KL(Q,P)", "inf", Unit.NAT)),
    "05-subtracting-entropy": (
        ("swapped", "TV", "0.49", Unit.NAT),
        ("swapped", "JS", "0.193187", Unit.NAT),
        ("near_even", "1000000 * KL", "2.0", Unit.NAT),
        ("near_likely", "1000000 * KL", "5.5", Unit.NAT),
        ("near_sure", "1000000 * KL", "47", Unit.NAT),
    ),
    "07-the-difference": (
        ("label", "KL", "0.5108", Unit.NAT),
        ("label", "H(P,Q)", "0.5108", Unit.NAT),
        ("label", "H(P)", "0", Unit.NAT),
    ),
    "08-never-negative": (("day", "KL", "0.625", Unit.BIT), ("day", "KL", "0.4332", Unit.NAT)),
    "11-units-and-codes": (
        ("words", "H(Q)", "1.75", Unit.BIT),
        ("words", "H(Q,P)", "2.25", Unit.BIT),
        ("words", "log(10)", "3.321928", Unit.BIT),
    ),
    "12-evidence": (
        ("coin", "KL(Q,P)", "0.06592", Unit.BIT),
        ("coin", "H(P,Q)", "1.0362", Unit.BIT),
        ("coin", "-log(Q(heads))", "1.152", Unit.BIT),
        ("coin", "-log(Q(tails))", "0.8625", Unit.BIT),
    ),
}

# What a hand brings about: the step's state, what is set, and what is then computed.
AFTER = {
    "01-entropy": (
        # the peak of a face's own term is 1/e nat, at p = 1/e
        ("die", (Side.P, 5, math.exp(-1)), "-P(six) * log(P(six))", "0.367879", Unit.NAT),
    ),
    "02-cross-entropy": (
        ("label", (Side.Q, 2, 0.001), "Q(dog)", "0.299", Unit.NAT),
        ("label", (Side.Q, 2, 0.001), "H(P,Q)", "0.356675", Unit.NAT),
        ("label", (Side.Q, 2, 0.001), "KL", "0.356675", Unit.NAT),
        ("soft", (Side.Q, 2, 0.001), "H(P,Q)", "1.181910", Unit.NAT),
        ("soft", (Side.Q, 2, 0.001), "KL", "0.380092", Unit.NAT),
    ),
}


def agrees(value: mpf, typed: str) -> bool:
    """Tell whether a value has the digits that are typed."""
    if typed == "inf":
        return bool(isinf(value))
    return bool(abs(value - mpf(typed)) <= mpf(10) ** -len(typed.partition(".")[2]) * mpf("0.5000001"))


@each(("name", "typed"), [(name, typed) for name in SHOWN for typed in SHOWN[name].split()])
def test_a_lesson_shows_the_numbers_that_its_question_turns_on(name: str, typed: str) -> None:
    lesson, pairs = file_of("en", name), pairs_of(text_of("en", name))
    shown = [
        value_of(one.expression, pairs[one.state], lesson.unit)
        for step in lesson.steps
        for one in numbers_of(step)
        if one.state is not None
    ]
    assert any(agrees(value, typed) for value in shown)


def _computed(expression: str, pair: Pair, unit: Unit) -> mpf:
    return value_of(read_expression(expression), pair, unit)


@pytest.mark.parametrize(
    ("name", "state", "expression", "typed", "unit"), [(name, *row) for name in COMPUTED for row in COMPUTED[name]]
)
def test_the_states_of_a_lesson_have_the_numbers_of_its_question(
    name: str, state: str, expression: str, typed: str, unit: Unit
) -> None:
    assert agrees(_computed(expression, pairs_of(text_of("en", name))[state], unit), typed)


@pytest.mark.parametrize(
    ("name", "state", "act", "expression", "typed", "unit"), [(name, *row) for name in AFTER for row in AFTER[name]]
)
def test_a_hand_brings_about_the_numbers_of_its_question(
    name: str, state: str, act: tuple[Side, int, float], expression: str, typed: str, unit: Unit
) -> None:
    lesson = file_of("en", name)
    after = SetProbability(*act).apply(lesson.states_by_name[state].comparison)
    pair = exactly(after.labels, after.p.probabilities, after.q.probabilities)
    assert agrees(_computed(expression, pair, unit), typed)


def test_every_lesson_is_in_the_table() -> None:
    names = [name for language, name in EVERY_FILE if language == "en" and not file_of("en", name).challenging]
    assert names == list(SHOWN)


@pytest.mark.parametrize("language", ["en", "ko"])
def test_on_weather_the_adjusted_terms_are_not_negative_and_their_sum_stays(language: str) -> None:
    pair = pairs_of(text_of(language, "08-never-negative"))["day"]
    adjusted = []
    for label in pair.labels:
        term = value_of(read_expression(f"term({label})"), pair, Unit.BIT)
        added = value_of(read_expression(f"Q({label}) - P({label})"), pair, Unit.BIT) / value_of(
            read_expression("log(2)"), pair, Unit.NAT
        )
        adjusted.append(term + added)
    for value, typed in zip(adjusted, ("0.459", "0.111", "0.055", "0"), strict=True):
        assert agrees(value, typed)
    assert agrees(sum(adjusted), "0.625")
