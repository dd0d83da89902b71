"""The names, descriptions and current values of the landscape's quantities."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QCoreApplication

from klscope.model.snapshot import Snapshot
from klscope.model.view_options import LandscapeQuantity
from klscope.views.landscape.surface import is_infinite_inside
from klscope.views.words import numbers, unit_names
from klscope.views.words.names import short_name

translate = QCoreApplication.translate


def quantity_name(quantity: LandscapeQuantity) -> str:
    """Return the notation of a quantity, with a dot for the argument."""
    return {
        LandscapeQuantity.KL_FROM_P: "KL(P‖·)",
        LandscapeQuantity.KL_TO_Q: "KL(·‖Q)",
        LandscapeQuantity.JENSEN_SHANNON: "JS(P,·)",
        LandscapeQuantity.CROSS_ENTROPY: "H(P,·)",
        LandscapeQuantity.ENTROPY: "H(·)",
    }[quantity]


def quantity_words(quantity: LandscapeQuantity) -> str:
    """Return the description of a quantity, for tooltips and screen readers."""
    return {
        LandscapeQuantity.KL_FROM_P: translate("Landscape", "KL from P to every point: what believing it costs"),
        LandscapeQuantity.KL_TO_Q: translate("Landscape", "KL from every point to Q: what believing Q costs there"),
        LandscapeQuantity.JENSEN_SHANNON: translate("Landscape", "JS between P and every point: never infinite"),
        LandscapeQuantity.CROSS_ENTROPY: translate("Landscape", "Cross-entropy of P and every point"),
        LandscapeQuantity.ENTROPY: translate("Landscape", "Entropy of every point"),
    }[quantity]


def shown_value(snapshot: Snapshot) -> tuple[str, float]:
    """Return the notation and value for the current P and Q, in the chosen unit."""
    measures = snapshot.measures
    match snapshot.view.landscape.quantity:
        case LandscapeQuantity.JENSEN_SHANNON:
            return "JS(P,Q)", snapshot.in_unit(measures.jensen_shannon_divergence)
        case LandscapeQuantity.CROSS_ENTROPY:
            return "H(P,Q)", snapshot.cross_entropy
        case LandscapeQuantity.ENTROPY:
            return "H(Q)", snapshot.in_unit(measures.entropy_q)
        case _:
            return "KL(P‖Q)", snapshot.kl_divergence


def quantity_sentence(snapshot: Snapshot) -> str:
    """Return the explanation."""
    match snapshot.view.landscape.quantity:
        case LandscapeQuantity.KL_FROM_P:
            return translate("Landscape", "KL is 0 at P, and ∞ along the hatched edges.")
        case LandscapeQuantity.KL_TO_Q:
            if is_infinite_inside(snapshot):
                lacking = int(np.flatnonzero(snapshot.comparison.q.probabilities == 0.0)[0])
                return translate("Landscape", "∞ wherever {label} can happen, for Q({label}) = 0.").format(
                    label=short_name(snapshot.comparison.labels[lacking])
                )
            return translate("Landscape", "Where P moves and Q stays: KL is 0 at Q, and nowhere ∞.")
        case LandscapeQuantity.JENSEN_SHANNON:
            most, unit = snapshot.in_unit(float(np.log(2.0))), snapshot.view.unit
            return translate("Landscape", "JS takes both sides: 0 at P, at most {most} {unit}, never ∞.").format(
                most=numbers.short(most),
                unit=unit_names.singular(unit) if numbers.short(most) == "1" else unit_names.plural(unit),
            )
        case LandscapeQuantity.CROSS_ENTROPY:
            return translate("Landscape", "H(P,·) is KL(P‖·) lifted by H(P): least at P, but not 0 there.")
        case _:
            return translate("Landscape", "Entropy is a hill: highest in the middle, 0 at the three certainties.")
