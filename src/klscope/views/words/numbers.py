"""Formatting of numbers in the window, with "−" and "∞"."""

from __future__ import annotations

import math

from klscope.numerals import INFINITY as INFINITY
from klscope.numerals import MINUS as MINUS
from klscope.numerals import shortest
from klscope.theory.units import LOGARITHMS, Unit

SMALLEST_FIXED = 1e-3
LARGEST_FIXED = 1e9


def with_true_minus(text: str) -> str:
    """Replace the hyphen by a minus sign."""
    return text.replace("-", MINUS)


def value(number: float, decimals: int = 4) -> str:
    """Return a value with ``decimals`` decimals, or as many significant digits if it is smaller; 0 has no sign.

    With an exponent of three digits there is one digit less, so that the width is bounded.
    """
    if math.isinf(number):
        return INFINITY if number > 0 else MINUS + INFINITY
    if number == 0.0:
        number = 0.0  # not −0
    size = abs(number)
    if 0.0 < size < SMALLEST_FIXED or size >= LARGEST_FIXED:
        digits = decimals - 1 - (size < 1e-99 or size >= 1e100)
        mantissa, exponent = f"{number:.{max(digits, 0)}e}".split("e")
        return with_true_minus(f"{mantissa}e{int(exponent)}")
    return with_true_minus(f"{number:.{decimals}f}")


def versions(number: float, plus: bool = False) -> list[str]:
    """Return texts of a number with fewer and fewer digits, to choose the first that fits.

    They have from four decimals down to two, or fewer if the integer part has two digits or more. A number with no
    digit in four decimals has an exponent and from three digits down to one. ``plus`` adds the sign of a positive
    number.
    """
    if number == 0.0:
        return ["0"] if plus else [f"{0.0:.{decimals}f}" for decimals in (4, 3, 2)]
    sign = ("+" if number > 0.0 else MINUS) if plus or number < 0.0 else ""
    if math.isinf(number):
        return [sign + INFINITY]
    size = abs(number)
    if size < SMALLEST_FIXED or size >= LARGEST_FIXED:
        parts = [f"{size:.{digits}e}".split("e") for digits in (2, 1, 0)]
        return [with_true_minus(f"{sign}{mantissa}e{int(exponent)}") for mantissa, exponent in parts]
    exponent = math.floor(math.log10(size))
    fewest = max(2, -exponent) if exponent < 1 else max(0, 2 - exponent)
    return [f"{sign}{size:.{decimals}f}" for decimals in range(4, fewest - 1, -1)]


def signed(number: float, decimals: int = 3) -> str:
    """Return a value with its sign, "+" or "−"; 0 has none."""
    if number == 0.0:
        return "0"
    return ("+" if number > 0 else "") + value(number, decimals)


def probability(number: float) -> str:
    """Return a short text of a probability; only exactly 0 and 1 are shown as such."""
    if number in (0.0, 1.0):
        return f"{number:.0f}"
    if number < 0.0005:
        return with_true_minus(f"{number:.0e}".replace("e-0", "e-"))
    if number >= 0.9995:
        return ">0.999"
    return f"{number:.3f}"


def short(number: float) -> str:
    """Return a value in running text: up to 3 decimals, no trailing zeros ("3", "2.375", "0.5")."""
    if math.isinf(number):
        return value(number)
    if 0.0 < abs(number) < 0.0005:
        return with_true_minus(f"{number:.1e}".replace("e-0", "e-"))
    text = f"{number:.3f}".rstrip("0").rstrip(".")
    return with_true_minus("0" if text in ("-0", "") else text)


def exact(number: float) -> str:
    """Return the shortest text that identifies the double, for tooltips."""
    return value(number) if math.isinf(number) else with_true_minus(shortest(number))


def tick(number: float, decimals: int, plus: bool = False) -> str:
    """Return the label of a tick."""
    if number == 0.0 or abs(number) < 1e-300:
        return "0"
    if abs(number) < SMALLEST_FIXED or decimals > 4:
        mantissa, exponent = f"{number:.2e}".split("e")
        text = f"{mantissa.removesuffix('0')}e{int(exponent)}"  # 1.25e-3, but 1.0e-3
    else:
        text = f"{number:.{decimals}f}"
    return ("+" if plus and number > 0 else "") + with_true_minus(text)


def logarithm(unit: Unit) -> str:
    """Return the symbol of the logarithm of a unit."""
    return LOGARITHMS[unit]
