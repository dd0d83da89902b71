"""How numbers are written. Oracles: Python's own reading of what was written, and texts made by hand."""

import math

import mpmath
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QFontMetricsF

from klscope.theory.units import Unit
from klscope.views import fonts
from klscope.views.words import numbers

QUICK = settings(derandomize=True, max_examples=100, deadline=None)
FINITE = st.floats(allow_nan=False, allow_infinity=False)
SHARES = st.floats(min_value=0, max_value=1)
MINUS = "\N{MINUS SIGN}"
WRITERS = (numbers.value, numbers.signed, numbers.short, numbers.exact)


def read(text):
    """Return the number that stands there."""
    return float(text.replace(MINUS, "-").replace("∞", "inf"))


def rounding_of(text):
    """Return half of what the last digit of a text counts."""
    mantissa, _, exponent = text.replace(MINUS, "-").partition("e")
    decimals = len(mantissa.partition(".")[2])
    return 0.5 * 10.0 ** (int(exponent or 0) - decimals)


@QUICK
@given(FINITE)
def test_exact_reads_back_bit_for_bit(number):
    assert read(numbers.exact(number)) == number


@pytest.mark.parametrize("write", WRITERS)
@QUICK
@given(FINITE)
def test_no_number_has_a_hyphen_or_a_negative_zero(write, number):
    text = write(number)
    assert "-" not in text
    assert math.copysign(1, read(text)) == 1 or read(text) < 0


@pytest.mark.parametrize("write", WRITERS)
def test_zero_has_no_sign(write):
    assert write(0.0) == write(-0.0)
    assert write(-0.0)[0] == "0"


@pytest.mark.parametrize("write", WRITERS)
def test_infinity_is_its_sign(write):
    assert write(math.inf).removeprefix("+") == "∞"
    assert write(-math.inf) == MINUS + "∞"


@QUICK
@given(st.floats(min_value=-1e6, max_value=1e6))
def test_a_value_is_rounded_to_its_last_digit_and_nonzero_stays_nonzero(number):
    for text in (numbers.value(number), numbers.value(number, 3), numbers.signed(number)):
        assert abs(read(text) - number) <= rounding_of(text) * (1 + 1e-9)
        assert (read(text) == 0) == (number == 0)


@QUICK
@given(st.floats(min_value=-1e6, max_value=1e6))
def test_a_number_in_running_text_is_rounded_to_its_last_digit_or_to_three_decimals(number):
    text = numbers.short(number)
    assert abs(read(text) - number) <= max(rounding_of(text) * (1 + 1e-9), 0.5e-3 if "e" not in text else 0)
    assert "e" in text or not text.endswith(".")
    assert "." not in text or "e" in text or not text.endswith("0")
    assert (read(text) == 0) == (number == 0)


@QUICK
@given(SHARES)
def test_a_probability_claims_0_or_1_only_where_it_is(number):
    text = numbers.probability(number)
    assert (text == "0") == (number == 0)
    assert (text == "1") == (number == 1)
    assert len(text) <= 6
    if text[0] == ">":
        assert number > 0.999
    else:
        assert abs(read(text) - number) <= rounding_of(text) * (1 + 1e-9)


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (1.75, "1.7500"),
        (2.375, "2.3750"),
        (0.0287004, "0.0287"),
        (0.001, "0.0010"),
        (0.00012345, f"1.234e{MINUS}4"),
        (2.5e-20, f"2.500e{MINUS}20"),
        (-0.25, f"{MINUS}0.2500"),
        (-1e-9, f"{MINUS}1.000e{MINUS}9"),
        (0.0, "0.0000"),
        (9.98e-298, f"9.98e{MINUS}298"),
        (1e300, "1.00e300"),
        (123456789.0, "123456789.0000"),
        (1.5e12, "1.500e12"),
    ],
)
def test_values_of_readouts(number, text):
    assert numbers.value(number) == text


@pytest.mark.parametrize(
    ("number", "text"),
    [(1.0, "+1.000"), (-0.25, f"{MINUS}0.250"), (0.0, "0"), (1e-5, f"+1.00e{MINUS}5"), (math.inf, "+∞")],
)
def test_signed_terms(number, text):
    assert numbers.signed(number) == text


@pytest.mark.parametrize(
    ("number", "text"),
    [(3.0, "3"), (2.375, "2.375"), (0.5, "0.5"), (100.0, "100"), (1 / 3, "0.333"), (2e-5, f"2.0e{MINUS}5")],
)
def test_numbers_in_sentences(number, text):
    assert numbers.short(number) == text


@pytest.mark.parametrize(
    ("number", "text"),
    [(0.5, "0.500"), (1 / 3, "0.333"), (2e-4, f"2e{MINUS}4"), (0.9999, ">0.999"), (1e-12, f"1e{MINUS}12")],
)
def test_probabilities_under_a_column(number, text):
    assert numbers.probability(number) == text


@pytest.mark.parametrize(
    ("arguments", "text"),
    [
        ((0.0, 2), "0"),
        ((-0.0, 2), "0"),
        ((0.25, 2), "0.25"),
        ((-0.5, 1), f"{MINUS}0.5"),
        ((0.5, 1, True), "+0.5"),
        ((-0.5, 1, True), f"{MINUS}0.5"),
        ((20.0, 0), "20"),
        ((2.5e-4, 5), f"2.5e{MINUS}4"),
        ((5e-13, 7, True), f"+5.0e{MINUS}13"),
    ],
)
def test_ticks(arguments, text):
    assert numbers.tick(*arguments) == text


@pytest.mark.usefixtures("qapp")
@QUICK
@given(st.floats(min_value=0.001, max_value=9.9999))
def test_a_readout_keeps_its_width(number):
    fonts.load()
    metrics = QFontMetricsF(fonts.font(30, bold=True))
    assert metrics.horizontalAdvance(numbers.value(number)) == metrics.horizontalAdvance("0.0000")


@pytest.mark.usefixtures("qapp")
def test_a_readout_has_room_for_every_surprise():
    fonts.load()
    metrics = QFontMetricsF(fonts.font(30, bold=True))
    room = metrics.horizontalAdvance("8888.8888")
    for number in (5e-324, 8.888e-300, 8.888e-99, 8.888e-10, 1074.0, 6931.4718, math.inf):
        assert metrics.horizontalAdvance(numbers.value(number)) <= room, number


@pytest.mark.usefixtures("qapp")
def test_the_sign_of_the_typeface_is_as_wide_as_a_plus():
    fonts.load()
    metrics = QFontMetricsF(fonts.font(13, bold=True))
    assert metrics.horizontalAdvance(numbers.signed(0.25)) == metrics.horizontalAdvance(numbers.signed(-0.25))


@pytest.mark.parametrize(
    ("unit", "name", "base"), [(Unit.BIT, "log₂", 2), (Unit.NAT, "ln", mpmath.e), (Unit.HARTLEY, "log₁₀", 10)]
)
def test_a_logarithm_is_named_by_its_base(unit, name, base):
    assert numbers.logarithm(unit) == name
    assert unit.from_nats(1.0) == pytest.approx(float(1 / mpmath.log(base)), rel=1e-15)
