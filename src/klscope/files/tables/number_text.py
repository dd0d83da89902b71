"""Numbers as written in tables: decimal point or comma, grouped thousands, currency signs, full-width digits.

`plain_number` converts such a text for `klscope.files.weights_text.parse_weight`, which accepts only a decimal point.
The caller chooses the decimal sign: ``1,204`` is 1204 or 1.204.
"""

from __future__ import annotations

import re
import unicodedata

from klscope.files.tables.options import DecimalSign
from klscope.files.weights_text import LONGEST_ENTRY, Fault, WeightError, parse_weight

NEAR_ONE = 0.011
"""The largest deviation from 1 of the sum of printed probabilities, and from 100 % of percentages."""
_BLANKS = "\u00a0\u202f\u2009\u2007"
"""No-break, narrow no-break, thin and figure spaces: they group thousands in typeset numbers."""
_SIGNS = str.maketrans({"−": "-", **dict.fromkeys(_BLANKS, " "), **{chr(0xFF01 + n): chr(0x21 + n) for n in range(94)}})
_FIRST_GROUP = "[1-9][0-9]{0,2}"  # a grouped number does not begin with 0: 0,125 is not 125


def _grouped(separators: str, decimal: str) -> re.Pattern[str]:
    return re.compile(rf"({_FIRST_GROUP}(?:([{separators}])[0-9]{{3}})(?:\2[0-9]{{3}})*)(?:{decimal}([0-9]*))?")


_GROUPED = {DecimalSign.POINT: _grouped(",'’ _", r"\."), DecimalSign.COMMA: _grouped(".'’ _", ",")}
_GROUPED_IN_TWOS = re.compile(r"([1-9][0-9]?(?:,[0-9]{2})+,[0-9]{3})(?:\.([0-9]*))?")
"""Thousands, lakhs and crores, as in India: 1,20,000."""
_WITH_COMMA = re.compile(r"([0-9]*),([0-9]+)|([0-9]+),")
_PARTS = re.compile(r"([+-]?)(.*?)((?:[eE][+-]?[0-9]+)?)( ?%)?", re.DOTALL)
_ALREADY_PLAIN = {
    DecimalSign.POINT: re.compile(r"(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?%?"),
    DecimalSign.COMMA: re.compile(r"[0-9]+(?:[eE][+-]?[0-9]+)?%?"),
}
_BEGINS_LIKE_A_NUMBER = re.compile(r"[+-]?[.,]?[0-9]")
_MISSING = {
    "",
    "-",
    "--",
    "–",
    "—",
    "..",
    "...",
    "n.a.",
    "?",
    "na",
    "n/a",
    "#n/a",
    "nan",
    "null",
    "none",
    "inf",
    "infinity",
    "∞",
    "-inf",
    "-∞",
}
_NOT_NUMBERS = {Fault.NO_NUMBER, Fault.EMPTY, Fault.TOO_LONG, Fault.DECIMAL_COMMA}


_CURRENCY_WORDS = ("원", "円", "元")
"""Words that stand directly behind an amount, as currency signs do."""


def _in_ascii(text: str) -> str:
    """Return a text with ASCII digits, signs and blanks, without a currency sign at either end."""
    if not text.isascii():
        # decimal digits only: a superscript is an exponent or a footnote mark
        text = "".join(str(unicodedata.decimal(c)) if c.isdecimal() else c for c in text.translate(_SIGNS))
    text = text.strip()
    if text[-1:] in _CURRENCY_WORDS and text[:-1].rstrip()[-1:].isdecimal():
        text = text[:-1].rstrip()
    if text and not text.isalnum():
        if unicodedata.category(text[0]) == "Sc":
            text = text[1:].lstrip()
        elif unicodedata.category(text[-1]) == "Sc":
            text = text[:-1].rstrip()
    return text


def plain_number(text: str, decimal_sign: DecimalSign) -> str | None:
    """Return a number with a decimal point and without grouping; None if the text is not a number.

    The number may be negative, infinite or too large for a weight: `parse_weight` checks this.
    """
    stripped = text.strip()
    if len(stripped) > LONGEST_ENTRY:
        return None
    if _ALREADY_PLAIN[decimal_sign].fullmatch(stripped):
        return stripped
    found = _PARTS.fullmatch(_in_ascii(stripped))
    if found is None:
        return None
    sign, body, exponent, percent = found[1], found[2].strip(), found[3], (found[4] or "").strip()
    grouped = _GROUPED[decimal_sign].fullmatch(body)
    if grouped is not None:
        whole = re.sub("[^0-9]", "", grouped[1])
        body = whole if grouped[3] is None else f"{whole}.{grouped[3]}"
    elif decimal_sign is DecimalSign.POINT and (in_twos := _GROUPED_IN_TWOS.fullmatch(body)) is not None:
        body = in_twos[1].replace(",", "") + ("" if in_twos[2] is None else f".{in_twos[2]}")
    elif decimal_sign is DecimalSign.COMMA:
        if "." in body:
            return None
        if _WITH_COMMA.fullmatch(body):
            body = body.replace(",", ".")
    plain = f"{sign}{body}{exponent}{percent}"
    try:
        parse_weight(plain)
    except WeightError as error:
        return None if error.fault in _NOT_NUMBERS else plain
    return plain


def is_number(text: str, decimal_sign: DecimalSign) -> bool:
    """Return whether a cell is a number; it may be negative, infinite or too large for a weight."""
    return plain_number(text, decimal_sign) is not None


def could_be_number(text: str) -> bool:
    """Return whether a cell may be a number or a missing value, and thus is no evidence of a heading."""
    shown = _in_ascii(text)
    return shown.lower() in _MISSING or _BEGINS_LIKE_A_NUMBER.match(shown) is not None
