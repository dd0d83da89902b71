"""What is wrong with names and weights that were typed, in the language of the window."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from klscope.files.weights_text import lost_weight, quoted
from klscope.theory.reading import DistributionError, LostWeightError

translate = QCoreApplication.translate


def of_label(position: int, label: str, taken_by: int | None) -> str:
    """Return what is wrong with the name of the category at ``position``: it is none, or another's."""
    if taken_by is None:
        return translate("Weights", "category {position} has no name").format(position=position)
    return translate("Weights", "category {position} has the name of category {other}: {label}").format(
        position=position, other=taken_by, label=quoted(label)
    )


def of_weights(side: str, error: DistributionError) -> str:
    """Return why typed weights, finite and not negative, make no distribution: one would be lost, or all are 0."""
    if isinstance(error, LostWeightError):
        return translate("Weights", "{side}, row {row}: {reason}").format(
            side=side, row=error.position, reason=lost_weight(error.position, error.weight, error.largest).reason
        )
    return translate("Weights", "{side}: all weights are 0; at least one must be positive").format(side=side)
