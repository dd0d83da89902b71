"""The names and descriptions of the measures in `klscope.theory.catalogue`, translated."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from klscope.theory import catalogue
from klscope.theory.catalogue_row import Measure, Place

translate = QCoreApplication.translate


def rows(place: Place, takes_order: bool = False) -> tuple[Measure, ...]:
    """Return the measures of a section, with or without an order."""
    return tuple(row for row in catalogue.MEASURES if row.place is place and row.takes_order is takes_order)


def name_and_meaning(measure: Measure) -> tuple[str, str]:
    """Return the translated name of a measure, and its formula, range and use."""
    low, high = measure.range
    name, meaning = words().get(measure.name, (measure.symbol, f"{low} – {high}"))
    return f"{name} ({measure.also})" if measure.also else name, meaning


def words() -> dict[str, tuple[str, str]]:
    """Return both texts for all measures of the panel, by their names in the catalogue, in the current language."""
    return {
        "entropy_q": ("H(Q)", translate("Measures", "−Σ Q log Q, 0 to log n: average surprise if Q were true")),
        "reverse_cross_entropy": (
            "H(Q,P)",
            translate("Measures", "−Σ Q log P, 0 to ∞: cross-entropy the other way round"),
        ),
        "reverse_kl_divergence": (
            "KL(Q‖P)",
            translate("Measures", "Σ Q log Q/P, 0 to ∞: what believing P costs where Q is true"),
        ),
        "jensen_shannon_divergence": (
            "JS(P,Q)",
            translate("Measures", "mean KL to M = ½(P + Q), 0 to log 2: symmetric, never ∞"),
        ),
        "jensen_shannon_distance": (
            "√JS(P,Q)",
            translate("Measures", "root of JS, 0 to √(log 2): a true distance, as for clustering"),
        ),
        "total_variation_distance": (
            "TV(P,Q)",
            translate("Measures", "½ Σ |P − Q|, 0 to 1: the most that an event’s chances differ"),
        ),
        "hellinger_distance": (
            translate("Measures", "Hellinger"),
            translate("Measures", "√(½ Σ (√P − √Q)²), 0 to 1: a distance that minds rare events"),
        ),
        "perplexity_p": (
            translate("Measures", "perplexity of P"),
            translate("Measures", "exp H(P), 1 to n: as many equal choices as P is worth"),
        ),
        "cross_perplexity": (
            translate("Measures", "perplexity of Q on P"),
            translate("Measures", "exp H(P,Q), 1 to ∞: equal choices Q sees; for language models"),
        ),
        "efficiency": (
            translate("Measures", "efficiency of P"),
            translate("Measures", "H(P)/log n, 0 to 1: how near P is to uniform, for any n"),
        ),
        "jeffreys_divergence": (
            translate("Measures", "Jeffreys"),
            translate("Measures", "KL(P‖Q) + KL(Q‖P), 0 to ∞: where neither comes first; drift"),
        ),
        "bhattacharyya_distance": (
            translate("Measures", "Bhattacharyya"),
            translate("Measures", "−log Σ √(P·Q), 0 to ∞: bounds the error of telling P from Q"),
        ),
        "chi_square_divergence": (
            "χ²(P‖Q)",
            translate("Measures", "Σ (P − Q)²/Q, 0 to ∞: Pearson’s test; KL ≤ log(1 + χ²)"),
        ),
        "reverse_chi_square_divergence": (
            "χ²(Q‖P)",
            translate("Measures", "Σ (Q − P)²/P, 0 to ∞: Neyman’s; variance of weights Q/P"),
        ),
        "renyi_divergence": (
            translate("Measures", "Rényi(P‖Q)"),
            translate("Measures", "log(Σ P^α·Q^(1−α))/(α − 1), 0 to ∞: privacy, tail risks"),
        ),
        "tsallis_divergence": (
            translate("Measures", "Tsallis(P‖Q)"),
            translate("Measures", "(Σ P^α·Q^(1−α) − 1)/(α − 1), 0 to ∞: χ² and KL in one family"),
        ),
    }


def of_order(order: float) -> str:
    """Return the names of special cases at this order."""
    named = {
        0.0: translate("Measures", "α = 0: −log Q(P > 0), and Q(P = 0): only what can happen counts."),
        0.5: translate("Measures", "α = ½: twice Bhattacharyya, and twice Hellinger squared."),
        1.0: translate("Measures", "α = 1: both are KL(P‖Q), Tsallis’s in nats."),
        2.0: translate("Measures", "α = 2: log(1 + χ²), and χ² itself."),
    }
    if order in named:
        return named[order]
    if order < 1.0:
        return translate("Measures", "Below 1: what P and Q share counts most; never ∞ while they share some.")
    return translate("Measures", "Above 1: where P/Q is largest counts most.")
