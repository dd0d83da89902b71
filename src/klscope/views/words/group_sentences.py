"""Sentences on a group of selected categories: the effect of merging them on KL(P‖Q)."""

from __future__ import annotations

from math import isinf

from PySide6.QtCore import QCoreApplication

from klscope.model.comparison import Comparison, Side
from klscope.model.snapshot import Snapshot
from klscope.theory.grouping import Grouping
from klscope.views.words import amounts, numbers, unit_names
from klscope.views.words.names import short_name
from klscope.views.words.sums import added

translate = QCoreApplication.translate

SHORTEST = 20
NAMED = 3


def of_selected(snapshot: Snapshot) -> str:
    """Return a sentence on the effect that merging the selected categories would have."""
    comparison, found, before = snapshot.comparison, snapshot.grouping, snapshot.measures.kl_divergence
    indices = sorted(snapshot.view.selected)
    names = [short_name(comparison.labels[index], SHORTEST) for index in indices[:NAMED]]
    more = len(indices) - NAMED
    listed = ", ".join(names)
    if more > 0:
        listed = translate("Groups", "{labels} and {more} more").format(labels=listed, more=more)
    pattern = _when_infinite(found) if isinf(before) else _when_finite(found, before, snapshot)
    lacking = _without_a_word(comparison, indices) if isinf(found.kl_divergence) else ""
    return pattern.format(labels=listed, label=lacking, **_values(snapshot, before, found))


def _values(snapshot: Snapshot, before: float, found: Grouping) -> dict[str, str]:
    """Return the numbers of the sentences, with and without the unit.

    The divergence within the group is the difference of the two others; it is approximate if too few digits show it.
    """
    whole, after, inside = (snapshot.in_unit(nats) for nats in (before, found.kl_divergence, found.kl_inside))
    written = added((after, inside), whole, usual=numbers.short, is_trimmed=True)
    about = "" if written.holds or isinf(whole) else "≈ "
    texts = {
        "before": amounts.amount(whole, lambda _: written.total),
        "after": amounts.amount(after, lambda _: written.parts[0]),
        "inside": amounts.amount(inside, lambda _: about + written.parts[1]),
    }
    unit = snapshot.view.unit
    one, many = unit_names.singular(unit), unit_names.plural(unit)
    units = {f"{name}_units": f"{text} {one if text == '1' else many}" for name, text in texts.items()}
    return {**texts, **units}


def _when_infinite(found: Grouping) -> str:
    if not isinf(found.kl_divergence):
        return translate("Groups", "{labels}: merged, KL(P‖Q) goes from ∞ to {after_units}: Q of the group is above 0.")
    if found.probability_p > 0.0 and found.probability_q == 0.0:
        return translate("Groups", "{labels}: merged, KL(P‖Q) stays ∞: the model gives the group probability 0 too.")
    if isinf(found.kl_inside):
        return translate("Groups", "{labels}: merged, KL(P‖Q) stays ∞: the model gives {label} probability 0 too.")
    return translate(
        "Groups",
        "{labels}: merged, KL(P‖Q) stays ∞: the model gives {label} probability 0. {inside_units} is inside the group.",
    )


def _when_finite(found: Grouping, before: float, snapshot: Snapshot) -> str:
    if found.probability_p == 0.0:
        return translate("Groups", "{labels}: merged, KL(P‖Q) stays {before_units}: none of them ever happens.")
    if found.kl_inside == 0.0:
        return translate("Groups", "{labels}: merged, KL(P‖Q) stays {before_units}: inside the group P and Q agree.")
    if found.kl_divergence == 0.0:
        return translate(
            "Groups", "{labels}: merged, KL(P‖Q) goes from {before_units} to 0: all of it is inside the group."
        )
    if amounts.is_slight(snapshot.in_unit(before)):
        return translate("Groups", "{labels}: merged, KL(P‖Q) stays {before_units}: it never rises.")
    if amounts.is_slight(snapshot.in_unit(found.kl_inside)):
        return translate(
            "Groups",
            "{labels}: merged, KL(P‖Q) falls from {before_units} by next to nothing, all that is inside the group.",
        )
    return translate(
        "Groups",
        "{labels}: merged, KL(P‖Q) goes from {before} to {after_units}: it never rises. {inside} is inside the group.",
    )


def _without_a_word(comparison: Comparison, indices: list[int]) -> str:
    """Return the first category outside the group with P > 0 and Q = 0; empty if there is none."""
    inside = set(indices)
    outside = [index for index in comparison.lacking(Side.Q) if index not in inside]
    return short_name(comparison.labels[outside[0]], SHORTEST) if outside else ""


def of_merge(snapshot: Snapshot, indices: tuple[int, ...]) -> str:
    """Return a sentence on the effect of merging ``indices``, right after it was done."""
    found = snapshot.last_merged(indices)
    before = found.kl_before
    if isinf(found.kl_divergence):
        pattern = translate("Groups", "Merged: KL(P‖Q) stays ∞.")
    elif isinf(before):
        pattern = translate("Groups", "Merged: KL(P‖Q) went from ∞ to {after_units}: Q({label}) is above 0.")
    elif found.kl_inside == 0.0:
        pattern = translate("Groups", "Merged: KL(P‖Q) stays {before_units}: nothing was inside the group.")
    elif amounts.is_slight(snapshot.in_unit(before)):
        pattern = translate("Groups", "Merged: KL(P‖Q) stays {before_units}.")
    elif amounts.is_slight(snapshot.in_unit(found.kl_inside)):
        pattern = translate("Groups", "Merged: KL(P‖Q) fell from {before_units} by next to nothing.")
    else:
        pattern = translate(
            "Groups", "Merged: KL(P‖Q) went from {before} to {after_units}: {inside} was inside the group."
        )
    label = short_name(snapshot.comparison.labels[min(indices)])
    return pattern.format(label=label, **_values(snapshot, before, found))


def of_merge_command(snapshot: Snapshot) -> str:
    """Return the text of the merge command, with its effect."""
    count = len(snapshot.view.selected)
    if count < 2:
        return translate("Groups", "Merge Selected Categories")
    if count == snapshot.comparison.n:  # refused, because one category would be left
        return translate("Groups", "Merge {count} Selected Categories").format(count=count)
    values = _values(snapshot, snapshot.measures.kl_divergence, snapshot.grouping)
    pattern = translate("Groups", "Merge {count} Selected Categories: KL {before} → {after}")
    return pattern.format(count=count, **values)


def of_equal_rise(side: str) -> str:
    """Return the message that the selected bars, all 0, were raised equally."""
    return translate(
        "Groups", "The selected bars of {side} have no ratio to keep (all are 0), so they rise equally."
    ).format(side=side)
