"""Numbers as text, without Qt: the shortest exact text of a double, and the check of printed sums."""

import re
from decimal import Decimal

MINUS, INFINITY, ALMOST = "−", "∞", "≈"

_NUMBER = rf"{MINUS}?(?:[0-9]+(?:\.[0-9]+)?(?:e{MINUS}?[0-9]+)?|{INFINITY})"
_SUM = rf"{_NUMBER}(?: [+{MINUS}] {_NUMBER})*"
_BEFORE, _AFTER = rf"(?<![0-9.·×/*^(+{MINUS}₀₂])(?<![·×/*^(+{MINUS}₀₂] )", rf"(?!\.?[0-9]|e|%| ?[·×/*^(+{MINUS}])"
_EQUATION = re.compile(rf"{_BEFORE}({_SUM}) (=) ({_SUM}){_AFTER}")
_SIGNED = re.compile(rf"([+{MINUS}]?) ?({_NUMBER})")


def shortest(number: float) -> str:
    """Return the shortest decimal that parses to the same double: "0.2", "1e-5", "1e308", "inf"; 0 has no sign.

    The digits are those of `repr`.
    """
    text = repr(number + 0.0)
    if "e" not in text:
        return text.removesuffix(".0")
    mantissa, exponent = text.split("e")
    return f"{mantissa.removesuffix('.0')}e{int(exponent)}"


def read(text: str) -> Decimal:
    """Parse a number with "−" or "∞"."""
    return Decimal(text.replace(MINUS, "-").replace(INFINITY, "Infinity"))


def wrong_equations(text: str) -> list[int]:
    """Return the positions of "=" between sums of numbers that are not equal as printed.

    Sums have blanks around their signs: "1.7500 + 0.6250 = 2.3750". Other equations, such as "log₂ 8 = 3" and
    "2 · 1 + 3 = 5", are ignored.
    """
    return [
        found.start(2)
        for found in _EQUATION.finditer(text)
        if " + " in found[0] or f" {MINUS} " in found[0]
        if INFINITY not in found[0] and _value(found[1]) != _value(found[3])
    ]


def _value(written_sum: str) -> Decimal:
    parts = _SIGNED.findall(written_sum)
    return sum((-read(number) if sign == MINUS else read(number) for sign, number in parts), Decimal(0))
