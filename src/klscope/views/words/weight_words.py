"""Translated errors of typed names and weights."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from klscope.files.weights_text import lost_weight, quoted
from klscope.theory.reading import DistributionError, LostWeightError

translate = QCoreApplication.translate


def of_label(position: int, label: str, taken_by: int | None) -> str:
    """Return the error of the name of the category at ``position``: it is empty or not unique."""
    if taken_by is None:
        return translate("Weights", "category {position} has no name").format(position=position)
    return translate("Weights", "category {position} has the name of category {other}: {label}").format(
        position=position, other=taken_by, label=quoted(label)
    )


def of_weights(side: str, error: DistributionError) -> str:
    """Return why finite, non-negative weights give no distribution: one becomes 0, or all are 0."""
    if isinstance(error, LostWeightError):
        return translate("Weights", "{side}, row {row}: {reason}").format(
            side=side, row=error.position, reason=lost_weight(error.position, error.weight, error.largest).reason
        )
    return translate("Weights", "{side}: all weights are 0; at least one must be positive").format(side=side)
