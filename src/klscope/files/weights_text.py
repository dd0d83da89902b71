"""A parser for weights: ``0.5``, ``1/6``, ``25%``, ``2e-4``, and lists of them.

Every value is the double nearest to the text: ``1/3`` is divided exactly and rounded once, and ``30%`` is
``0.3`` and not ``30 * 0.01``.
"""

import re
from enum import Enum
from fractions import Fraction

from klscope.numerals import shortest
from klscope.wording import gettext, mark, translated, with_remedy

LARGEST_NUMBER_OF_WEIGHTS = 1_000_000
LONGEST_ENTRY = 400
_LONGEST_QUOTE = 40

_NUMBER = r"(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?"
_WEIGHT = re.compile(rf"\+?({_NUMBER})(?:(%)|/({_NUMBER}))?")
_MINUS_SIGNS = "-−"
_SEPARATOR = re.compile(" ?, ?| ")
_SPECIAL = re.compile(r"[+\-−]?(nan|inf|infinity|∞)", re.IGNORECASE)
_DECIMAL_COMMA = re.compile(r"\+?[0-9]*,[0-9]+%?")


class Fault(Enum):
    """What can be wrong with a weight. A value is a message and a remedy, which may be empty."""

    NONE_GIVEN = mark("no weights are given"), mark("write numbers from 0 up separated by commas, {examples}")
    TOO_MANY = mark("more than {most} weights are given"), mark("that is the most")
    DECIMAL_COMMA = mark("{entry} has a decimal comma"), mark("write {better}")
    DECIMAL_POINT = mark("{entry} has a decimal point, others have a decimal comma"), mark("write all alike")
    EMPTY = mark("there is no number here"), mark("write one, {examples}")
    TOO_LONG = mark("{entry} is longer than {longest} characters"), mark("round it")
    NOT_FINITE = mark("{entry} is not a finite number"), mark("write a number from 0 up, {examples}")
    NEGATIVE = mark("{entry} is negative"), mark("a weight is a number from 0 up, {examples}")
    NO_NUMBER = mark("{entry} is not a number"), mark("write a number from 0 up, {examples}")
    TOO_LARGE = mark("{entry} is too large for a double"), mark("stay below 1.7e308")
    TOO_SMALL = mark("{entry} is too small for a double, it would become 0"), mark("write 0 if that is meant")
    LOST = mark("{weight} would become 0 beside the largest weight, {largest}"), mark("write 0 if that is meant")
    ZERO_DIVISOR = mark("{entry} divides by zero"), ""
    LARGE_EXPONENT = mark("{entry} has too large an exponent for a fraction"), mark("write it as one number")


class WeightError(ValueError):
    """A weight that cannot be used; the messages are translated when they are read.

    ``text`` is the weight as written, ``position`` its place in a list, from 1, and with `Fault.LOST` ``largest`` the
    largest weight of the list.
    """

    def __init__(self, fault: Fault, text: str, position: int | None = None, largest: str = "") -> None:
        self.fault = fault
        self.text = text
        self.position = position
        self.largest = largest
        super().__init__(fault, text, position)

    def __str__(self) -> str:
        return with_remedy(self.what, self.remedy)

    @property
    def what(self) -> str:
        """The message, with the place in a list."""
        what = self._filled(self.fault.value[0])
        if self.position is None:
            return what
        return gettext("entry {position}: {reason}", position=self.position, reason=what)

    @property
    def remedy(self) -> str:
        """What the user can do; may be empty."""
        return self._filled(self.fault.value[1])

    @property
    def reason(self) -> str:
        """The message and the remedy, without the place in a list."""
        return with_remedy(self._filled(self.fault.value[0]), self.remedy)

    def _filled(self, text: str) -> str:
        return translated(text).format(
            entry=quoted(self.text),
            weight=self.text,
            largest=self.largest,
            better=quoted(self.text.replace(",", ".")),
            examples=gettext("such as 0.25, 1/4, 25% or 2e-4"),
            most=f"{LARGEST_NUMBER_OF_WEIGHTS:,}",
            longest=LONGEST_ENTRY,
        )


def parse_weight(text: str) -> float:
    """Parse one weight, or raise WeightError; spaces are allowed around it, around ``/`` and before ``%``."""
    entry = _tightened(text)
    if _DECIMAL_COMMA.fullmatch(entry):
        raise WeightError(Fault.DECIMAL_COMMA, entry)
    return _parse_entry(entry)


def parse_weights(text: str) -> list[float]:
    """Parse weights separated by commas or spaces; raise WeightError with the position of the first wrong one."""
    tight = _tightened(text)
    if not tight:
        raise WeightError(Fault.NONE_GIVEN, text)
    # Counted before the list is built, to bound the cost of a very long text.
    if len(tight) > 2 * LARGEST_NUMBER_OF_WEIGHTS and _count(tight) > LARGEST_NUMBER_OF_WEIGHTS:
        raise WeightError(Fault.TOO_MANY, "")
    entries = _SEPARATOR.split(tight)
    weights = []
    for position, entry in enumerate(entries, start=1):
        try:
            weights.append(_parse_entry(entry))
        except WeightError as error:
            raise WeightError(error.fault, error.text, position) from None
    return weights


def lost_weight(position: int | None, weight: float, largest: float) -> WeightError:
    """Return the error for a weight that becomes 0 when all are divided by their sum."""
    return WeightError(Fault.LOST, shortest(weight), position, shortest(largest))


def quoted(text: str) -> str:
    """Return a text in quotation marks for a message of one line: shortened, and without line breaks."""
    shown = text if len(text) <= _LONGEST_QUOTE else text[: _LONGEST_QUOTE - 1] + "…"
    return "'" + "".join(c if c.isprintable() else c.encode("unicode_escape").decode("ascii") for c in shown) + "'"


def _tightened(text: str) -> str:
    """Return the text with white space collapsed, and removed around ``/`` and before ``%``."""
    return " ".join(text.split()).replace(" /", "/").replace("/ ", "/").replace(" %", "%")


def _count(tight: str) -> int:
    return 1 + sum(1 for _ in _SEPARATOR.finditer(tight))


def _parse_entry(entry: str) -> float:
    if not entry:
        raise WeightError(Fault.EMPTY, entry)
    if len(entry) > LONGEST_ENTRY:
        raise WeightError(Fault.TOO_LONG, entry)
    if _SPECIAL.fullmatch(entry):
        raise WeightError(Fault.NOT_FINITE, entry)
    found = _WEIGHT.fullmatch(entry)
    if found is None:
        if any(sign in entry for sign in _MINUS_SIGNS) and _is_negative(entry):
            raise WeightError(Fault.NEGATIVE, entry)
        raise WeightError(Fault.NO_NUMBER, entry)
    number, percent, denominator = found.groups()
    value = _divided(entry, number, denominator) if denominator else float(_hundredth(number) if percent else number)
    if value == float("inf"):
        raise WeightError(Fault.TOO_LARGE, entry)
    if value == 0.0 and _has_digits(number):
        raise WeightError(Fault.TOO_SMALL, entry)
    return value


def _is_negative(entry: str) -> bool:
    """Return whether the entry is a weight once minus signs before numbers are removed."""
    return _WEIGHT.fullmatch(re.sub(rf"(^|/)[{_MINUS_SIGNS}]", r"\1", entry)) is not None


def _has_digits(number: str) -> bool:
    """Return whether a number has a digit other than 0."""
    return any(digit in "123456789" for digit in re.split("[eE]", number)[0])


def _hundredth(number: str) -> str:
    """Return a number divided by 100 as text, so that it is rounded only once."""
    mantissa, _, exponent = number.lower().partition("e")
    return f"{mantissa}e{int(exponent or 0) - 2}"


def _divided(entry: str, numerator: str, denominator: str) -> float:
    """Return the double nearest to a fraction."""
    if not _has_digits(denominator):
        raise WeightError(Fault.ZERO_DIVISOR, entry)
    for part in (numerator, denominator):
        exponent = part.lower().partition("e")[2]
        if exponent and abs(int(exponent)) > LONGEST_ENTRY:
            # Fraction would store as many digits as the exponent says, which could exhaust memory.
            raise WeightError(Fault.LARGE_EXPONENT, entry)
    try:
        return float(Fraction(numerator) / Fraction(denominator))
    except OverflowError:
        return float("inf")
