"""What stands over the columns of the table, and how their numbers are written."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from klscope.views import numbers

translate = QCoreApplication.translate
PROBABILITIES, SIGNED = (1, 2), (5, 6)


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


def written(number: float, column: int) -> str:
    """Return a number as its cell shows it."""
    if number != number:  # 0/0: no ratio
        return "–"
    digits = 4 if number == 0.0 or abs(number) >= numbers.SMALLEST_FIXED else 3  # 9.58e−4 takes no more room
    if column in PROBABILITIES:
        return numbers.value(number, digits)
    return numbers.signed(number, digits) if column in SIGNED else numbers.value(number, digits)
