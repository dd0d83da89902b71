"""The rows of *More measures*: what each shows, and in what words."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from klscope.model.snapshot import Snapshot

translate = QCoreApplication.translate


@dataclass(frozen=True)
class Row:
    """A measure.

    Attributes
    ----------
    key
        Which words belong to it.
    unit
        "{unit}" where it is measured in the chosen unit, "√{unit}" where in the root of it, empty where in none.
    value
        Gives the number of a state, in the unit shown; it is told the order of the slider.
    """

    key: str
    unit: str
    value: Callable[[Snapshot, float], float]


def _in_unit(key: str, nats: Callable[[Snapshot, float], float]) -> Row:
    return Row(key, "{unit}", lambda state, order: state.in_unit(nats(state, order)))


FIRST = (
    _in_unit("entropy_q", lambda state, _: state.measures.entropy_q),
    _in_unit("reverse_cross_entropy", lambda state, _: state.measures.reverse_cross_entropy),
    _in_unit("reverse_kl", lambda state, _: state.measures.reverse_kl_divergence),
    _in_unit("jensen_shannon", lambda state, _: state.measures.jensen_shannon_divergence),
    Row(
        "jensen_shannon_root",
        "√{unit}",
        lambda state, _: math.sqrt(state.in_unit(state.measures.jensen_shannon_divergence)),
    ),
    Row("total_variation", "", lambda state, _: state.measures.total_variation_distance),
    Row("hellinger", "", lambda state, _: state.measures.hellinger_distance),
    Row("perplexity", "", lambda state, _: state.measures.perplexity_p),
    Row("cross_perplexity", "", lambda state, _: state.measures.cross_perplexity),
    Row("efficiency", "", lambda state, _: state.efficiency),
)

ADVANCED = (
    _in_unit("jeffreys", lambda state, _: state.jeffreys_divergence),
    _in_unit("bhattacharyya", lambda state, _: state.bhattacharyya_distance),
    Row("chi_square", "", lambda state, _: state.chi_square_divergences[0]),
    Row("reverse_chi_square", "", lambda state, _: state.chi_square_divergences[1]),
)

OF_AN_ORDER = (
    _in_unit("renyi", lambda state, order: state.renyi_divergence(order)),
    Row("tsallis", "", lambda state, order: state.tsallis_divergence(order)),
)


def words() -> dict[str, tuple[str, str]]:
    """Return the name of each measure, and its formula, its range and when one uses it, in the current language."""
    return {
        "entropy_q": ("H(Q)", translate("Measures", "−Σ Q log Q, 0 to log n: average surprise if Q were true")),
        "reverse_cross_entropy": (
            "H(Q,P)",
            translate("Measures", "−Σ Q log P, 0 to ∞: cross-entropy the other way round"),
        ),
        "reverse_kl": (
            "KL(Q‖P)",
            translate("Measures", "Σ Q log Q/P, 0 to ∞: what believing P costs where Q is true"),
        ),
        "jensen_shannon": (
            "JS(P,Q)",
            translate("Measures", "mean KL to M = ½(P + Q), 0 to log 2: symmetric, never ∞"),
        ),
        "jensen_shannon_root": (
            "√JS(P,Q)",
            translate("Measures", "root of JS, 0 to √(log 2): a true distance, as for clustering"),
        ),
        "total_variation": (
            "TV(P,Q)",
            translate("Measures", "½ Σ |P − Q|, 0 to 1: the most that an event’s chances differ"),
        ),
        "hellinger": (
            translate("Measures", "Hellinger"),
            translate("Measures", "√(½ Σ (√P − √Q)²), 0 to 1: a distance that minds rare events"),
        ),
        "perplexity": (
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
        "jeffreys": (
            translate("Measures", "Jeffreys"),
            translate("Measures", "KL(P‖Q) + KL(Q‖P), 0 to ∞: where neither comes first; drift"),
        ),
        "bhattacharyya": (
            translate("Measures", "Bhattacharyya"),
            translate("Measures", "−log Σ √(P·Q), 0 to ∞: bounds the error of telling P from Q"),
        ),
        "chi_square": (
            "χ²(P‖Q)",
            translate("Measures", "Σ (P − Q)²/Q, 0 to ∞: Pearson’s test; KL ≤ log(1 + χ²)"),
        ),
        "reverse_chi_square": (
            "χ²(Q‖P)",
            translate("Measures", "Σ (Q − P)²/P, 0 to ∞: Neyman’s; variance of weights Q/P"),
        ),
        "renyi": (
            translate("Measures", "Rényi(P‖Q)"),
            translate("Measures", "log(Σ P^α·Q^(1−α))/(α − 1), 0 to ∞: privacy, tail risks"),
        ),
        "tsallis": (
            translate("Measures", "Tsallis(P‖Q)"),
            translate("Measures", "(Σ P^α·Q^(1−α) − 1)/(α − 1), 0 to ∞: χ² and KL in one family"),
        ),
    }


def of_order(order: float) -> str:
    """Return what the measures of an order are at this one."""
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
