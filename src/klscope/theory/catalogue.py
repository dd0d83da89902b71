"""The measures of two distributions, one row each.

`MEASURES` is the table. Everything that lists measures is made from it, in its order: the panel
*More measures*, ``klscope measure`` and its JSON, the expressions of lessons, README.md. A new
measure needs its function, one row here, and its words in ``klscope.views.measures.measures_rows``.
"""

from klscope.theory.catalogue_row import Direction, Measure, Place, Scale
from klscope.theory.further_measures import (
    bhattacharyya_distance,
    chi_square_divergence,
    efficiency,
    renyi_divergence,
    tsallis_divergence,
)

DEFAULT_ORDER = 2.0
"""The default order α: the Tsallis divergence of this order is χ²."""

MEASURES: tuple[Measure, ...] = (
    Measure(
        "entropy_p",
        symbol="H(P)",
        written="H(P)",
        value=lambda of, _: of.entropy_p,
        range=("0", "log n"),
        direction=Direction.OF_P,
    ),
    Measure(
        "entropy_q",
        symbol="H(Q)",
        written="H(Q)",
        value=lambda of, _: of.entropy_q,
        range=("0", "log n"),
        direction=Direction.OF_Q,
        place=Place.COMMON,
    ),
    Measure(
        "cross_entropy",
        symbol="H(P,Q)",
        written="H(P,Q)",
        value=lambda of, _: of.cross_entropy,
        direction=Direction.P_TO_Q,
    ),
    Measure(
        "reverse_cross_entropy",
        symbol="H(Q,P)",
        written="H(Q,P)",
        value=lambda of, _: of.reverse_cross_entropy,
        direction=Direction.Q_TO_P,
        place=Place.COMMON,
    ),
    Measure(
        "kl_divergence",
        symbol="KL(P‖Q)",
        written="KL",
        value=lambda of, _: of.kl_divergence,
        direction=Direction.P_TO_Q,
    ),
    Measure(
        "reverse_kl_divergence",
        symbol="KL(Q‖P)",
        written="KL(Q,P)",
        value=lambda of, _: of.reverse_kl_divergence,
        direction=Direction.Q_TO_P,
        place=Place.COMMON,
    ),
    Measure(
        "jensen_shannon_divergence",
        symbol="JS(P,Q)",
        written="JS",
        value=lambda of, _: of.jensen_shannon_divergence,
        range=("0", "log 2"),
        direction=Direction.SYMMETRIC,
        place=Place.COMMON,
    ),
    Measure(
        "jensen_shannon_distance",
        symbol="√JS(P,Q)",
        written="rootJS",
        value=lambda of, _: of.jensen_shannon_distance,
        range=("0", "√(log 2)"),
        scale=Scale.ROOT,
        direction=Direction.SYMMETRIC,
        place=Place.COMMON,
    ),
    Measure(
        "total_variation_distance",
        symbol="TV(P,Q)",
        written="TV",
        value=lambda of, _: of.total_variation_distance,
        range=("0", "1"),
        scale=Scale.NONE,
        direction=Direction.SYMMETRIC,
        place=Place.COMMON,
    ),
    Measure(
        "hellinger_distance",
        symbol="Hellinger(P,Q)",
        written="Hellinger",
        value=lambda of, _: of.hellinger_distance,
        range=("0", "1"),
        scale=Scale.NONE,
        direction=Direction.SYMMETRIC,
        place=Place.COMMON,
    ),
    Measure(
        "perplexity_p",
        symbol="exp H(P)",
        written="perplexity(P)",
        value=lambda of, _: of.perplexity_p,
        range=("1", "n"),
        scale=Scale.NONE,
        direction=Direction.OF_P,
        place=Place.COMMON,
    ),
    Measure(
        "perplexity_q",
        symbol="exp H(Q)",
        written="perplexity(Q)",
        value=lambda of, _: of.perplexity_q,
        range=("1", "n"),
        scale=Scale.NONE,
        direction=Direction.OF_Q,
    ),
    Measure(
        "cross_perplexity",
        symbol="exp H(P,Q)",
        written="perplexity(P,Q)",
        value=lambda of, _: of.cross_perplexity,
        range=("1", "∞"),
        scale=Scale.NONE,
        direction=Direction.P_TO_Q,
        place=Place.COMMON,
    ),
    Measure(
        "efficiency",
        symbol="H(P)/log n",
        written="efficiency(P)",
        value=lambda of, _: efficiency(of.p),
        range=("0", "1"),
        scale=Scale.NONE,
        direction=Direction.OF_P,
        place=Place.COMMON,
    ),
    Measure(
        "jeffreys_divergence",
        symbol="J(P,Q)",
        written="Jeffreys",
        value=lambda of, _: of.kl_divergence + of.reverse_kl_divergence,
        direction=Direction.SYMMETRIC,
        place=Place.ADVANCED,
        also="PSI",
    ),
    Measure(
        "bhattacharyya_distance",
        symbol="B(P,Q)",
        written="Bhattacharyya",
        value=lambda of, _: bhattacharyya_distance(of.p, of.q),
        direction=Direction.SYMMETRIC,
        place=Place.ADVANCED,
    ),
    Measure(
        "chi_square_divergence",
        symbol="χ²(P‖Q)",
        written="chi2",
        value=lambda of, _: chi_square_divergence(of.p, of.q),
        scale=Scale.NONE,
        direction=Direction.P_TO_Q,
        place=Place.ADVANCED,
    ),
    Measure(
        "reverse_chi_square_divergence",
        symbol="χ²(Q‖P)",
        written="chi2(Q,P)",
        value=lambda of, _: chi_square_divergence(of.q, of.p),
        scale=Scale.NONE,
        direction=Direction.Q_TO_P,
        place=Place.ADVANCED,
    ),
    Measure(
        "renyi_divergence",
        symbol="Rényi(P‖Q)",
        written="Renyi",
        value=lambda of, order: renyi_divergence(of.p, of.q, order),
        direction=Direction.P_TO_Q,
        place=Place.ADVANCED,
        takes_order=True,
    ),
    Measure(
        "tsallis_divergence",
        symbol="Tsallis(P‖Q)",
        written="Tsallis",
        value=lambda of, order: tsallis_divergence(of.p, of.q, order),
        scale=Scale.NONE,
        direction=Direction.P_TO_Q,
        place=Place.ADVANCED,
        takes_order=True,
    ),
)
"""All measures, in the order in which they are listed."""


def named(name: str) -> Measure:
    """Return the measure with this name; raises KeyError where there is none."""
    for measure in MEASURES:
        if measure.name == name:
            return measure
    raise KeyError(name)
