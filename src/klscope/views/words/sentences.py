"""Sentences on a category, on a state, and on refused edits."""

from __future__ import annotations

from math import isinf
from typing import Any

from PySide6.QtCore import QCoreApplication

from klscope.files.weights_text import WeightError
from klscope.model.comparison import Comparison, Side
from klscope.model.snapshot import Snapshot
from klscope.numerals import read
from klscope.theory.editing import EditRefusedError, Refusal
from klscope.theory.reading import DistributionError
from klscope.theory.units import Unit
from klscope.views.words import amounts, numbers, unit_names, weight_words
from klscope.views.words.names import short_name
from klscope.views.words.sums import equality

translate = QCoreApplication.translate
SHORTEST = 20
"""The length of a name that occurs three times in a sentence of three lines."""


def of_category(snapshot: Snapshot, index: int) -> str:
    """Return a sentence on the cost of a category and its reason."""
    comparison, unit = snapshot.comparison, snapshot.view.unit
    label = short_name(comparison.labels[index])
    p = float(comparison.p.probabilities[index])
    q = float(comparison.q.probabilities[index])
    if p == 0.0:
        return translate("Sentences", "{label} never happens, so it costs nothing, whatever Q believes ({q}).").format(
            label=label, q=amounts.relation("Q", q)
        )
    if q == 0.0:
        return translate(
            "Sentences", "{p} but Q({label}) = 0: the model gives {label} probability 0. Extra cost: ∞."
        ).format(label=label, p=amounts.relation(f"P({label})", p))
    believing = float(snapshot.surprisals_q[index])
    knowing = float(snapshot.surprisals_p[index])
    term = float(snapshot.kl_terms[index])
    said = translate(
        "Sentences", "{label} happens {often}. Believing Q it surprises you by {believing}; knowing P, by {knowing}."
    ).format(
        label=label,
        often=amounts.how_often(p),
        believing=amounts.in_unit(believing, unit),
        knowing=amounts.amount(knowing),
    )
    cost = translate("Sentences", "Extra cost: {cost}") if term >= 0 else translate("Sentences", "Saving: {cost}")
    return f"{said} {cost.format(cost=_product(p, believing, knowing, term, unit))}"


def _product(p: float, believing: float, knowing: float, term: float, unit: Unit) -> str:
    """Return the computation of a term, "0.5 × (3 − 1) = +1.000 bits"; only the term if a number is extreme."""
    result = f"{amounts.amount(term, numbers.signed)} {unit_names.plural(unit)}"
    if any(map(amounts.is_slight, (p, believing, knowing, term))):
        return result
    factors = [numbers.short(factor) for factor in (p, believing, knowing)]
    one, more, less = map(read, factors)
    sign = equality(one * (more - less) == read(numbers.signed(term)))
    return f"{factors[0]} × ({factors[1]} {numbers.MINUS} {factors[2]}) {sign} {result}"


def of_state(snapshot: Snapshot) -> tuple[str, str]:
    """Return a remark on a state, and the role of its colour ("excess", "saving" or "quiet")."""
    if snapshot.infinite:
        index = snapshot.infinite[0]
        comparison = snapshot.comparison
        others = len(snapshot.infinite) - 1
        sentence = (
            translate(
                "Sentences",
                "{p} but Q({label}) = 0: the model gives {label} probability 0. "
                "The finite terms sum to {rest} {unit}; JS stays finite: {js} {unit}.",
            )
            if not others
            else translate(
                "Sentences",
                "{p} but Q({label}) = 0: the model gives {label} probability 0, and {others} more. "
                "The finite terms sum to {rest} {unit}; JS stays finite: {js} {unit}.",
            )
        )
        label = short_name(comparison.labels[index], SHORTEST)
        js = snapshot.in_unit(snapshot.measures.jensen_shannon_divergence)
        text = sentence.format(
            others=others,
            label=label,
            p=amounts.relation(f"P({label})", float(comparison.p.probabilities[index])),
            rest=amounts.amount(snapshot.finite_kl_sum, numbers.signed),
            js=amounts.amount(js, numbers.value),
            unit=unit_names.plural(snapshot.view.unit),
        )
        return text, "excess"
    if snapshot.is_matched:
        return translate("Sentences", "Nothing left to learn."), "saving"
    if snapshot.is_worse_than_uniform:
        return translate("Sentences", "Q is worse here than guessing uniformly."), "excess"
    if snapshot.measures.entropy_p == 0.0:
        return translate("Sentences", "P is certain: all of H(P,Q) is extra cost."), "quiet"
    share = snapshot.measures.kl_divergence / snapshot.measures.entropy_p
    if isinf(share):  # H(P) is 0 in floating point
        return translate("Sentences", "P is certain: all of H(P,Q) is extra cost."), "quiet"
    return amounts.extra_cost(share), "quiet"


def of_refusal(error: EditRefusedError, comparison: Comparison) -> str:
    """Return the message of a refused edit, with a remedy."""
    index = error.values.get("index")
    label = short_name(comparison.labels[index]) if isinstance(index, int) and 0 <= index < comparison.n else ""
    if error.refusal is Refusal.LOCKED:
        return translate("Sentences", "{label} is locked: press L to open the lock.").format(label=label)
    if error.refusal is Refusal.NO_FREE_PARTNER and "indices" in error.values:
        return translate(
            "Sentences",
            "The selected bars hold all that is free: no other bar could give or take. Select fewer of them.",
        )
    if error.refusal is Refusal.NO_FREE_PARTNER:
        return translate(
            "Sentences", "{label} cannot change: every other bar is locked. Open a lock with L, or all with Unlock All."
        ).format(label=label)
    if error.refusal is Refusal.ABOVE_CEILING:
        return translate("Sentences", "{label} can be at most {ceiling}: the locked bars hold the rest.").format(
            label=label, ceiling=amounts.amount(float(str(error.values["ceiling"])))
        )
    if error.refusal is Refusal.OUT_OF_RANGE:
        return translate("Sentences", "A probability lies between 0 and 1.")
    if error.refusal is Refusal.NOTHING_FREE:
        return translate("Sentences", "Every bar is locked: open one with L, or all with Unlock All.")
    if error.refusal is Refusal.TOO_FEW:
        return translate("Sentences", "At least two categories must stay.")
    if error.refusal is Refusal.NOTHING_TO_MERGE:
        return translate("Sentences", "Select the categories to merge: click them with Ctrl or Shift held.")
    if error.refusal is Refusal.TOO_MANY:
        return translate("Sentences", "There is room for {most} categories.").format(most=error.values.get("most", ""))
    if error.refusal is Refusal.BAD_LABEL and "position" in error.values:
        known: Any = error.values
        return weight_words.of_label(known["position"], known["label"], known["taken_by"])
    if error.refusal is Refusal.TOO_SMALL:
        return translate(
            "Sentences", "{label} would become 0: so small a probability has no number. Lock it, or change less."
        ).format(label=label)
    wrong = error.values.get("error")
    if error.refusal is Refusal.BAD_WEIGHTS and isinstance(wrong, DistributionError):
        return weight_words.of_weights(str(error.values["side"]), wrong)
    return str(error.values.get("detail", error))


def of_locks_in_the_way(error: EditRefusedError) -> str:
    """Return a short note on the locks that hold a bar; empty if no lock is the reason."""
    if error.refusal is Refusal.LOCKED:
        return translate("Sentences", "Locked: click the padlock or press L to unlock")
    if error.refusal is Refusal.NO_FREE_PARTNER and "indices" not in error.values:
        return translate("Sentences", "All the others are locked")
    if error.refusal is Refusal.ABOVE_CEILING:
        ceiling = numbers.short(float(str(error.values["ceiling"])))
        return translate("Sentences", "At most {ceiling}: the locked bars hold the rest").format(ceiling=ceiling)
    return translate("Sentences", "Every bar is locked") if error.refusal is Refusal.NOTHING_FREE else ""


def of_locks_kept(snapshot: Snapshot, side: Side) -> str:
    """Return a note on the mass a command could distribute beside locks; empty without locks."""
    if not snapshot.comparison.locks(side).any():
        return ""
    return translate("Sentences", "The locked bars of {side} stay: the others share {mass}.").format(
        side=side.value, mass=amounts.amount(snapshot.free_mass(side))
    )


def of_error(error: ValueError, comparison: Comparison) -> str:
    """Return what is wrong with what was typed."""
    if isinstance(error, EditRefusedError):
        return of_refusal(error, comparison)
    text = error.reason if isinstance(error, WeightError) else str(error)
    return text[:1].upper() + text[1:]


def of_equal_shares(side: str) -> str:
    """Return that the bars that share beside the moved one had no ratio to share in."""
    return translate(
        "App", "The other bars of {side} have no ratio to keep (all are 0), so they share equally."
    ).format(side=side)


def of_swap(snapshot: Snapshot) -> str:
    """Return a sentence on the effect of a swap on the cross-entropy, right after it."""
    before = snapshot.in_unit(snapshot.measures.reverse_cross_entropy)
    after = snapshot.cross_entropy
    if numbers.short(before) == numbers.short(after):
        return translate("Sentences", "H(P,Q) stays {value}: this pair costs the same both ways.").format(
            value=amounts.amount(after)
        )
    if amounts.is_slight(before) and amounts.is_slight(after):
        return translate("Sentences", "H(P,Q) is almost 0 both ways.")
    return translate("Sentences", "H(P,Q) changed from {before} to {after}. Order matters.").format(
        before=amounts.amount(before), after=amounts.amount(after)
    )
