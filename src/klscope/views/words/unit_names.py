"""Translated names of units."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from klscope.theory.units import Unit

translate = QCoreApplication.translate


def plural(unit: Unit) -> str:
    """Return the plural name of a unit: "bits"."""
    if unit is Unit.BIT:
        return translate("Units", "bits")
    return translate("Units", "nats") if unit is Unit.NAT else translate("Units", "hartleys")


def singular(unit: Unit) -> str:
    """Return the singular name of a unit: "bit"."""
    if unit is Unit.BIT:
        return translate("Units", "bit")
    return translate("Units", "nat") if unit is Unit.NAT else translate("Units", "hartley")
