"""The headings of the table, and the formats of its columns."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from klscope.views.words import numbers

translate = QCoreApplication.translate
LABEL, P, Q, CODE = 0, 1, 2, 9
NUMBERS = range(P, CODE)
SIGNED, TERMS = (5, 6), (6, 7, 8)


def headings(logarithm: str) -> list[str]:
    """Return the column headings."""
    return [
        translate("Table", "category"),
        "P",
        "Q",
        f"−{logarithm} P",
        f"−{logarithm} Q",
        f"{logarithm} P/Q",
        translate("Table", "KL term"),
        translate("Table", "H(P,Q) term"),
        translate("Table", "H(P) term"),
        translate("Table", "code for Q"),
    ]


def lines(heading: str, column: int) -> list[str]:
    """Return the lines of a heading; those of terms have one for each word."""
    return heading.split() if column in TERMS else [heading]


def versions(number: float, column: int) -> list[str]:
    """Return the texts of a number in a column, with fewer and fewer digits."""
    if number != number:  # NaN: 0/0
        return ["–"]
    return numbers.versions(number, plus=column in SIGNED)
