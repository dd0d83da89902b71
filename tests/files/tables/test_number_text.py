"""Numbers as tables show them. Oracle: the numbers by hand; `float` and `fractions` for what they are worth."""

from fractions import Fraction

import pytest

from klscope.files.tables.number_text import could_be_number, is_number, plain_number
from klscope.files.tables.options import DecimalSign
from klscope.files.weights_text import parse_weight

POINT, COMMA = DecimalSign.POINT, DecimalSign.COMMA


@pytest.mark.parametrize(
    ("text", "sign", "worth"),
    [
        ("1,204", POINT, 1204),
        ("1,204", COMMA, Fraction(1204, 1000)),
        ("1.204", POINT, Fraction(1204, 1000)),
        ("1.204", COMMA, 1204),
        ("1,204,310", POINT, 1204310),
        ("1.204.310,5", COMMA, Fraction(12043105, 10)),
        ("1,204.5", POINT, Fraction(12045, 10)),
        ("1,20,310", POINT, 120310),
        ("12,34,56,789.5", POINT, Fraction(1234567895, 10)),
        ("0,125", COMMA, Fraction(1, 8)),
        (",5", COMMA, Fraction(1, 2)),
        ("5,", COMMA, 5),
        ("1'204", POINT, 1204),
        ("1’204", COMMA, 1204),
        ("1 204", POINT, 1204),
        ("1\u00a0204", POINT, 1204),
        ("1\u202f204,5", COMMA, Fraction(12045, 10)),
        ("1_204", POINT, 1204),
        ("12,5 %", COMMA, Fraction(1, 8)),
        ("12.5%", POINT, Fraction(1, 8)),
        ("$1,204", POINT, 1204),
        ("1.204 €", COMMA, 1204),
        ("₩ 310", POINT, 310),
        ("１２．５", POINT, Fraction(25, 2)),
        ("٣", POINT, 3),
        ("2,5e-1", COMMA, Fraction(1, 4)),
        ("1/6", POINT, Fraction(1, 6)),
        ("+3", POINT, 3),
    ],
)
def test_a_number_is_worth_what_it_says(text: str, sign: DecimalSign, worth: Fraction) -> None:
    assert is_number(text, sign)
    assert parse_weight(plain_number(text, sign) or "") == float(Fraction(worth))


@pytest.mark.parametrize(
    ("text", "sign"),
    [
        ("0,125", POINT),  # no group begins with 0
        ("12,34", POINT),
        ("1,20,310", COMMA),
        ("1,20,31", POINT),
        ("01,20,310", POINT),
        ("0.5", COMMA),
        ("1,204.5", COMMA),
        ("10²", POINT),  # a superscript is no digit
        ("1,,204", POINT),
        ("sunny", POINT),
        ("", POINT),
        ("0.3x", POINT),
        ("$", POINT),
        ("1 20", POINT),
    ],
)
def test_what_is_no_number(text: str, sign: DecimalSign) -> None:
    assert not is_number(text, sign)
    assert plain_number(f" {text} ", sign) is None


@pytest.mark.parametrize("text", ["-0.31", "−0.31", "nan", "inf", "1e999", "1e-400", "1/0"])
def test_a_number_that_is_no_weight_is_a_number(text: str) -> None:
    assert is_number(text, POINT)


@pytest.mark.parametrize(
    "text", ["-0.31", "1,204", "0,5", "12 kg", "3rd", "2019", "n/a", "NaN", "-", "", "$5", "∞", "½"]
)
def test_what_could_be_meant_as_a_number_is_no_heading(text: str) -> None:
    assert could_be_number(text) is (text != "½")


@pytest.mark.parametrize("text", ["P", "english", "word count", "범주", "−log₂ P", "x1", "q(x)"])
def test_words_are_not_meant_as_numbers(text: str) -> None:
    assert not could_be_number(text)
