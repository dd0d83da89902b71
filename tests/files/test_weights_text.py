"""Weights as text. The oracle is mpmath with 2,000 digits, rounded once to the nearest double."""

import math
import re
import time

import mpmath
import pytest
from hypothesis import given
from hypothesis import strategies as st

from klscope.files.weights_text import (
    LARGEST_NUMBER_OF_WEIGHTS,
    Fault,
    WeightError,
    parse_weight,
    parse_weights,
)


def nearest_double(numerator: str, denominator: str = "1") -> float:
    with mpmath.workdps(2000):
        return float(mpmath.mpf(numerator) / mpmath.mpf(denominator))


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("0", 0.0),
        ("0.25", 0.25),
        (".5", 0.5),
        ("5.", 5.0),
        ("+0.5", 0.5),
        ("2e-4", 0.0002),
        ("2E+4", 20000.0),
        ("1/4", 0.25),
        ("0.5/2", 0.25),
        ("1 / 8", 0.125),
        ("25%", 0.25),
        ("25 %", 0.25),
        ("2.5e1%", 0.25),
        ("  0.125\t", 0.125),
        ("0/7", 0.0),
        ("0e999", 0.0),
        ("1e-310", 1e-310),
        ("1e310%", 1e308),
        ("150%", 1.5),
    ],
)
def test_reads_what_people_write(text: str, value: float) -> None:
    assert parse_weight(text) == value


@pytest.mark.parametrize("number", ["30", "7", "14", "28.3", "0.1", "99.99", "1e-3", "55.5"])
def test_a_percent_is_rounded_once(number: str) -> None:
    assert parse_weight(f"{number}%") == nearest_double(number, "100")


@given(st.integers(0, 10**25), st.integers(1, 10**25))
def test_a_fraction_is_the_nearest_double(numerator: int, denominator: int) -> None:
    assert parse_weight(f"{numerator}/{denominator}") == nearest_double(str(numerator), str(denominator))


@given(st.floats(min_value=0, allow_nan=False, allow_infinity=False))
def test_every_double_comes_back(value: float) -> None:
    assert parse_weight(repr(value)) == value


@given(
    st.lists(st.floats(min_value=0, allow_nan=False, allow_infinity=False), min_size=1),
    st.sampled_from([",", ", ", " ", "\n", " ,\t"]),
)
def test_every_list_of_doubles_comes_back(values: list[float], separator: str) -> None:
    assert parse_weights(separator.join(map(repr, values))) == values


def test_a_list_may_mix_everything() -> None:
    assert parse_weights(" 0.5, 1/4 ,25 %\n2e-4 1 / 8") == [0.5, 0.25, 0.25, 0.0002, 0.125]


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("-1", "is negative"),
        ("−0.5", "is negative"),
        ("-1/2", "is negative"),
        ("1/-2", "is negative"),
        ("-0", "is negative"),
        ("-3%", "is negative"),
        ("nan", "is not a finite number"),
        ("-inf", "is not a finite number"),
        ("Infinity", "is not a finite number"),
        ("∞", "is not a finite number"),
        ("0x10", "is not a number"),
        ("1_000", "is not a number"),
        ("１", "is not a number"),
        ("two", "is not a number"),
        ("--1", "is not a number"),
        ("1/2/3", "is not a number"),
        ("1/2%", "is not a number"),
        ("%", "is not a number"),
        ("1 2", "is not a number"),
        ("", "no number"),
        ("1/0", "divides by zero"),
        ("1/0.0e5", "divides by zero"),
        ("1e400", "too large"),
        ("1e400%", "too large"),
        ("1e300/1e-300", "too large"),
        ("1e-400", "would become 0"),
        ("1e-323%", "would become 0"),
        ("1e-300/1e300", "would become 0"),
        ("1e999999999/1", "exponent"),
        ("1/1e-999999999", "exponent"),
        ("0,5", "write '0.5'"),
        ("9" * 500, "longer than 400"),
    ],
)
def test_refuses_the_rest_in_one_line(text: str, says: str) -> None:
    with pytest.raises(WeightError, match=re.escape(says)) as caught:
        parse_weight(text)
    assert caught.value.position is None
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("text", "position"),
    [("1,,2", 2), ("1,2,", 3), (",1", 1), ("1 2 x 4", 3), ("1, -2", 2), ("1,2;3", 2), ("0.5,nan", 2)],
)
def test_says_which_entry_is_wrong(text: str, position: int) -> None:
    with pytest.raises(WeightError, match=f"^entry {position}: ") as caught:
        parse_weights(text)
    assert caught.value.position == position


@pytest.mark.parametrize("text", ["", "  \n "])
def test_an_empty_list_is_refused(text: str) -> None:
    with pytest.raises(WeightError, match="no weights are given"):
        parse_weights(text)


def test_a_million_weights_and_no_more() -> None:
    assert len(parse_weights("1," * (LARGEST_NUMBER_OF_WEIGHTS - 1) + "1")) == LARGEST_NUMBER_OF_WEIGHTS
    with pytest.raises(WeightError, match="more than 1,000,000"):
        parse_weights("1," * LARGEST_NUMBER_OF_WEIGHTS + "1")


@pytest.mark.parametrize("text", [" " * 300_000 + "x", "1" + " " * 300_000 + "x", "1/" * 150_000, "9" * 300_000])
def test_long_nonsense_is_refused_at_once(text: str) -> None:
    start = time.process_time()
    with pytest.raises(WeightError) as caught:
        parse_weights(text)
    assert time.process_time() - start < 5.0  # a pattern that backtracks would take hours
    assert len(str(caught.value)) < 200


def test_an_error_is_a_value_error_that_carries_the_text() -> None:
    with pytest.raises(ValueError, match="'x\\\\n\\\\x1b'") as caught:
        raise WeightError(Fault.NO_NUMBER, "x\n\x1b")
    assert isinstance(caught.value, WeightError)
    assert caught.value.text == "x\n\x1b"
    assert not math.isnan(parse_weight("1"))
