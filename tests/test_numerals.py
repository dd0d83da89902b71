"""The text of a double: it reads back to the same double, and no shorter decimal does."""

import math
import random
import re
import struct
from decimal import Decimal
from pathlib import Path

import pytest

import klscope
from klscope.numerals import shortest, wrong_equations
from small_cases import each

SOURCES = random.Random(7)
DRAWN = [number for _ in range(5000) if math.isfinite(number := struct.unpack("<d", SOURCES.randbytes(8))[0])]
EDGES = [0.2, 0.1 + 0.2, 5e-324, 2.2250738585072014e-308, 1.7976931348623157e308, 1 / 3, 1e22, 1e23, 2.0**53, 123456.0]


SHARES = [SOURCES.random() for _ in range(5000)]


@pytest.mark.parametrize("numbers", [EDGES, DRAWN, SHARES], ids=["edges", "all", "shares"])
def test_it_reads_back_and_no_shorter_decimal_does(numbers):
    for number in numbers:
        text = shortest(number)
        assert float(text) == number
        digits = len(Decimal(text).normalize().as_tuple().digits)
        # the oracle: correctly rounded to one digit less, it is another double
        assert digits == 1 or float(f"{number:.{digits - 2}e}") != number


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (0.2, "0.2"),
        (3.0, "3"),
        (-0.0, "0"),
        (-1.5, "-1.5"),
        (1e-5, "1e-5"),
        (1e308, "1e308"),
        (-2.5e-17, "-2.5e-17"),
        (0.1 + 0.2, "0.30000000000000004"),
        (math.inf, "inf"),
        (-math.inf, "-inf"),
    ],
)
def test_it_is_written_as_a_person_would(number, text):
    assert shortest(number) == text


@each("path", sorted(Path(klscope.__file__).parent.rglob("*.py")))
def test_no_other_place_writes_all_digits_of_a_double(path):
    text = path.read_text(encoding="utf-8")
    assert not re.search(r":\.1[6-9][efg]?\}", text)  # at 17 digits 0.2 is 0.20000000000000001


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("On screen it is 2.3750 − 1.7500 = 0.6250 nats.", 0),
        ("On screen 2.0049 = 1.4855 + 0.5195.", 1),
        ("1 − 0.25 − 0.125 = 0.625, and 1.485 + 0.519 = 2.005", 1),
        ("∞ = 1.4855 + ∞", 0),
        ("7.21e−10 − 7.21e−10 = 7.21e−19", 1),
        ("1.2e−5 + 3.4e−6 = 1.54e−5", 0),
        ("−0.5 + 1 = 0.5", 0),
        ("P = 0.5 = Q, 3 = 3.0", 0),
        ("n = 1 + 1", 0),
        ("log₂ 8 = 3, log₂ 8 + 1 = 4 and 2 · 1 + 3 = 5", 0),
        ("1 + 1 = 3 · 2", 0),
        ("x + 1 = 2", 0),
        ("It is 1.7500 + 0.6250 = 2.3750.", 0),
        ("(1.7500 + 0.6251 = 2.3750)", 0),
        ("It is 1.7500 + 0.6251 = 2.3750, no more.", 1),
    ],
)
def test_equations_that_are_wrong_as_they_are_written_are_found(text, wrong):
    found = wrong_equations(text)
    assert len(found) == wrong
    assert all(text[place] == "=" for place in found)
