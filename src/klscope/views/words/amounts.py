"""Amounts in sentences: numbers, or words for very small and very large ones."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from klscope.theory.units import Unit
from klscope.views.words import numbers, unit_names

translate = QCoreApplication.translate
SMALLEST_SHARE, LARGEST_SHARE, COUNTLESS = 1e-4, 10.0, 1e6
"""The bounds outside of which words are used: 0.01 %, 1000 %, a million times."""


def amount(number: float, write: Callable[[float], str] = numbers.short) -> str:
    """Return a number in running text: "0.625", "∞", "almost 0"; ``write`` formats ordinary numbers."""
    return translate("Amounts", "almost 0") if is_slight(number) else write(number)


def is_slight(number: float) -> bool:
    """Return whether a number is not 0 but 0 with three decimals."""
    return 0.0 < abs(number) < numbers.SMALLEST_FIXED


def in_unit(number: float, unit: Unit) -> str:
    """Return a number with its unit: "1 bit", "0.625 bits", "almost 0 bits"."""
    text = amount(number)
    return f"{text} {unit_names.singular(unit) if text == '1' else unit_names.plural(unit)}"


def relation(name: str, probability: float) -> str:
    """Return an equation for a probability, "P(snow) = 0.125", or "P(snow) > 0" for a very small one."""
    return f"{name} > 0" if is_slight(probability) else f"{name} = {numbers.short(probability)}"


def how_often(probability: float) -> str:
    """Return a phrase for how often an event of this probability happens."""
    words = {
        1.0: translate("Sentences", "always"),
        0.75: translate("Sentences", "three times in four"),
        0.5: translate("Sentences", "half the time"),
        0.25: translate("Sentences", "a quarter of the time"),
        0.125: translate("Sentences", "one time in eight"),
    }
    known = words.get(probability)
    if known is not None:
        return known
    percent = probability * 100.0
    if is_slight(percent):
        return translate("Sentences", "almost never")
    if is_slight(100.0 - percent):
        return translate("Sentences", "almost always")
    return translate("Sentences", "{percent} % of the time").format(percent=numbers.short(percent))


def extra_cost(share: float) -> str:
    """Return a phrase for the excess cost as a share of H(P)."""
    if share < SMALLEST_SHARE:
        return translate("Sentences", "Believing Q costs hardly more than knowing P.")
    if share <= LARGEST_SHARE:
        percent = f"{100.0 * share:.0f}" if share >= 0.1 else f"{100.0 * share:.2g}"
        return translate("Sentences", "Believing Q costs {percent} % more than knowing P.").format(percent=percent)
    if share < COUNTLESS:
        times = f"{1.0 + share:,.0f}"
        return translate("Sentences", "Believing Q costs {times} times as much as knowing P.").format(times=times)
    return translate("Sentences", "Believing Q costs more than a million times as much as knowing P.")
