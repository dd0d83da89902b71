"""What stands over the columns of the table."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

translate = QCoreApplication.translate


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
