"""Sums as they are written. Oracle: decimal arithmetic on the texts, and sums by hand."""

import math
import random
from decimal import Decimal

import pytest

from klscope.views.words.sums import added

MINUS = "\N{MINUS SIGN}"


def read(text):
    return Decimal(text.replace(MINUS, "-").replace("∞", "Infinity"))


def drawn(count, seed):
    source = random.Random(seed)
    for _ in range(count):
        size = 10.0 ** source.choice([0, 0, 0, 1, 2, -2, -4, -9, -17, -200, -300])
        parts = [
            source.choice([1.0, 1.0, -1.0, 1e-8, 0.0]) * source.random() * size for _ in range(source.randint(1, 9))
        ]
        yield parts, math.fsum(parts)


@pytest.mark.parametrize("decimals", [3, 4])
@pytest.mark.parametrize("is_trimmed", [False, True])
def test_where_it_says_equal_the_written_numbers_add_up_and_each_is_rounded_right(decimals, is_trimmed):
    held = 0
    for parts, total in drawn(5000, decimals):
        written = added(parts, total, decimals, is_trimmed=is_trimmed)
        shown = [read(text) for text in (*written.parts, written.total)]
        assert written.sign == ("=" if sum(shown[:-1]) == shown[-1] else "≈")
        held += written.holds
        for text, value, number in zip((*written.parts, written.total), shown, (*parts, total), strict=True):
            assert (value == 0) == (number == 0)
            mantissa, _, exponent = text.replace(MINUS, "-").partition("e")
            last = Decimal(1).scaleb(int(exponent or 0) - len(mantissa.partition(".")[2]))
            unit = Decimal(1).scaleb(-decimals) if is_trimmed and not exponent else last
            assert abs(value - Decimal(number)) <= max(unit, last) / 2
    assert held > 2000  # a rule that always says ≈ would pass all else


@pytest.mark.parametrize(
    ("parts", "total", "written"),
    [
        # P = .5,.3,.2 and Q = .2,.2,.6 in bits: 1.485 + 0.519 = 2.004, and 1.4855 + 0.5195 = 2.0050
        ([1.4854752972, 0.5194602975], 2.0049355947, "1.48548 + 0.51946 = 2.00494"),
        ([1.0, -0.375], 0.625, f"1.000 + {MINUS}0.375 = 0.625"),
        ([0.0, 2.0], 2.0, "0.000 + 2.000 = 2.000"),
        ([1.5, math.inf], math.inf, "1.500 + ∞ = ∞"),
        ([1.4855, 1e-17], 1.4855, f"1.486 + 1.00e{MINUS}17 ≈ 1.486"),
        ([7.21e-10, -7.21e-10], 7.21e-19, f"7.21e{MINUS}10 + {MINUS}7.21e{MINUS}10 ≈ 7.21e{MINUS}19"),
        ([1.2e-5, 3.4e-6], 1.54e-5, f"1.20e{MINUS}5 + 3.4e{MINUS}6 = 1.54e{MINUS}5"),
        ([0.0, 0.0], 0.0, "0.000 + 0.000 = 0.000"),
        ([0.50001, -0.5], 0.00001, f"0.500010 + {MINUS}0.500000 = 0.000010"),
        ([0.5000001, -0.5], 1e-7, f"0.500 + {MINUS}0.500 ≈ 1.00e{MINUS}7"),
    ],
)
def test_by_hand(parts, total, written):
    found = added(parts, total)
    assert f"{' + '.join(found.parts)} {found.sign} {found.total}" == written


def test_no_more_digits_than_there_is_room_for():
    parts, total = [1.4854752972, 0.5194602975], 2.0049355947
    assert added(parts, total, reach=0).sign == "≈"
    assert added(parts, total, reach=0).parts == ("1.485", "0.519")
    assert added(parts, total).sign == "="
