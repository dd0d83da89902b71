"""Prose: emphasis and numbers in it, read and filled in."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lesson_texts import WEATHER, state

from klscope.lessons.mistakes import LessonError, Mistakes
from klscope.lessons.prose import Placeholder, Span, Words, filled, lines_of, placeholders, plain, written
from klscope.lessons.prose_reading import ProseReader
from klscope.lessons.sections import Passage
from klscope.theory.units import Unit
from klscope.views.words import numbers

CERTAIN = state([1, 0], [0, 1], ["yes", "no"])


def read(text: str, **how):
    mistakes = Mistakes("lesson.md")
    paragraph = ProseReader(mistakes, lambda _asked, _line: None).paragraph(Passage(text, [(0, 1)]), **how)
    mistakes.raise_any()
    return paragraph


def shown(text: str, live=WEATHER) -> str:
    return plain(filled(read(text), live, {"certain": CERTAIN, "weather": WEATHER}, Unit.BIT))


def test_words_emphasis_and_numbers() -> None:
    spans = filled(read("KL is *not {KL}* bits but {KL of certain}."), WEATHER, {"certain": CERTAIN}, Unit.BIT)
    assert spans == (
        Span("KL is "),
        Span("not ", emphasised=True),
        Span("0.625", emphasised=True, live=True),
        Span(" bits but "),
        Span("∞"),
        Span("."),
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("{KL}", "0.625"),
        ("{KL : 1}", "0.6"),
        ("{KL:0}", "1"),
        ("{ KL of weather : 2 }", "0.62"),
        ("{H(P) of weather}", "1.750"),
        ("{H(P) + 0 of weather}", "1.75"),
        ("{KL(Q,P) of weather : 1}", "0.5"),
        ("{n}", "4"),
        ("{term(cloudy)}", "−0.250"),
        ("{term(snow)}", "0"),
        ('{P("rain") of weather}', "0.125"),
        ("{1/3 : 6}", "0.333333"),
        ("{log(P(no)) of certain}", "−∞"),
        ("{KL - KL of certain}", "–"),
        ("{P(hail)}", "–"),
        ("2 * 3", "2 * 3"),
        ("a*b*c", "abc"),
    ],
)
def test_what_is_shown(text: str, expected: str) -> None:
    assert shown(text) == expected


def test_a_star_is_a_star_in_a_formula() -> None:
    assert read("a*b = {KL}", emphasis=False) == (Words("a*b = "), placeholders((read("{KL}"),))[0])


def test_placeholders_are_found_in_order() -> None:
    found = placeholders((read("{KL} and {P(a) of b : 2}"), read("none"), read("*{n}*")))
    assert [(one.state, one.decimals, one.emphasised) for one in found] == [
        (None, 3, False),
        ("b", 2, False),
        (None, 3, True),
    ]
    assert all(isinstance(one, Placeholder) for one in found)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("it is 0.5 bits", "the number 0.5 is typed into prose"),
        ("it is .5 bits", "the number .5 is typed"),
        ("a *star", "emphasis that nothing closes"),
        ("a {KL", "the brace '{' has no partner"),
        ("a KL}", "the brace '}' has no partner"),
        ("{}", "is no number to fill in"),
        ("{KL of}", "'KL of' is no expression"),
        ("{KL of one two}", "'KL of one two' is no expression"),
        ("{KL : many}", "is no number to fill in"),
        ("{KL : 13}", "12 at most"),
    ],
)
def test_mistakes(text: str, says: str) -> None:
    with pytest.raises(LessonError) as caught:
        read(text)
    assert says in str(caught.value)


def test_a_number_at_the_end_of_a_sentence_is_none_with_a_point() -> None:
    assert shown("One of 6. Or 1/4, or 25 %.") == "One of 6. Or 1/4, or 25 %."


def test_a_mistake_is_on_its_own_line_of_a_paragraph() -> None:
    passage = Passage("first", [(0, 7)])
    passage.go_on("second {KL", 8)
    passage.go_on("third 0.5", 9)
    mistakes = Mistakes("lesson.md")
    ProseReader(mistakes, lambda _asked, _line: None).paragraph(passage)
    with pytest.raises(LessonError) as caught:
        mistakes.raise_any()
    assert [mistake.line for mistake in caught.value.mistakes] == [8, 9]


@given(st.floats(-1e8, 1e8) | st.sampled_from([math.inf, -math.inf, 0.0, -0.0, 4.9e-4, -1e-9]))
def test_numbers_are_written_as_the_views_write_them(number: float) -> None:
    assert written(number) == numbers.short(number)


@pytest.mark.parametrize(
    ("number", "decimals", "expected"),
    [(100.0, 0, "100"), (0.04, 1, "4.0e−2"), (2.0, 3, "2"), (-0.0001, 4, "−0.0001"), (math.nan, 3, "–")],
)
def test_numbers_with_decimals(number: float, decimals: int, expected: str) -> None:
    assert written(number, decimals) == expected


def test_formulas_parted_by_a_comma_and_more_than_one_space_are_lines_of_their_own() -> None:
    lines = lines_of(read("a = {KL}, b,   c = {H(P)},   d", emphasis=False))
    filled_in = [plain(filled(line, WEATHER, {}, Unit.BIT)) for line in lines]
    assert filled_in == ["a = 0.625, b", "c = 1.750", "d"]
    assert lines_of(read("a, b", emphasis=False)) == (read("a, b", emphasis=False),)


def test_a_sum_of_rounded_numbers_does_not_claim_to_add_up() -> None:
    """In bits 1.48547… + 0.51946… is 2.00493…: four decimals make 2.0050 of what is written as 2.0049."""
    screen = state([0.5, 0.3, 0.2], [0.2, 0.2, 0.6], ["a", "b", "c"])
    text = "On screen {H(P,Q) : 4} = {H(P) : 4} + *{KL : 4}*."
    assert shown(text, screen) == "On screen 2.0049 ≈ 1.4855 + 0.5195."
    assert shown(text) == "On screen 2.3750 = 1.7500 + 0.6250."
    assert [span.live for span in filled(read(text), screen, {}, Unit.BIT)][1::2] == [True] * 3
