"""What a view is given: measures and terms in the chosen unit, and infinity as a result.

The weather's numbers are powers of two and checked by head; others come from mpmath.
"""

import math

import mpmath
import numpy as np
import pytest
from view_states import view_of

from klscope.model.comparison import Comparison, Side
from klscope.model.edits import SetProbability
from klscope.model.history import History
from klscope.model.snapshot import Snapshot
from klscope.model.view_state import ViewState
from klscope.model.views import ViewMode
from klscope.theory.units import Unit

INF = math.inf
EPS = 2.0**-52
WEATHER = Comparison.from_weights(("sunny", "cloudy", "rain", "snow"), [4, 2, 1, 1], [1, 4, 2, 1], "weather")
NO_SNOW = Comparison.from_weights(WEATHER.labels, [4, 2, 1, 1], [2, 1, 1, 0])
BASES = {Unit.BIT: 2, Unit.NAT: mpmath.e, Unit.HARTLEY: 10}


def shown(comparison: Comparison, **view: object) -> Snapshot:
    return Snapshot.of(comparison, view_of(**view), History(comparison))


def test_a_measure_is_computed_when_it_is_asked_for_and_kept() -> None:
    snapshot = shown(WEATHER)
    kept = snapshot.measures.__dict__
    assert not {"entropy_p", "cross_entropy_terms", "kl_terms"} & set(kept)
    terms = snapshot.measures.kl_terms
    assert snapshot.with_view(ViewState(unit=Unit.NAT)).measures.kl_terms is terms
    assert "entropy_p" not in kept


def test_the_weather_in_bits() -> None:
    snapshot = shown(WEATHER)
    assert snapshot.entropy == pytest.approx(1.75, rel=4 * EPS)
    assert snapshot.cross_entropy == pytest.approx(2.375, rel=4 * EPS)
    assert snapshot.kl_divergence == pytest.approx(0.625, rel=16 * EPS)
    assert snapshot.uniform_entropy == pytest.approx(2.0, rel=2 * EPS)
    assert snapshot.kl_terms.tolist() == pytest.approx([1.0, -0.25, -0.125, 0.0], rel=16 * EPS)
    assert snapshot.entropy_terms.tolist() == pytest.approx([0.5, 0.5, 0.375, 0.375], rel=4 * EPS)
    assert snapshot.cross_entropy_terms.tolist() == pytest.approx([1.5, 0.25, 0.25, 0.375], rel=4 * EPS)
    assert snapshot.q_minus_p.tolist() == [-0.375, 0.25, 0.125, 0.0]
    assert snapshot.infinite == ()
    assert snapshot.finite_kl_sum == pytest.approx(0.625, rel=16 * EPS)
    assert not snapshot.is_matched


def test_a_uniform_guess_is_not_worse_than_itself_however_its_sum_is_rounded() -> None:
    """The sum of 7, 14 or 26 equal parts comes out an ulp above log n; Q may differ by 1e-9 and be worse in truth."""
    above = []
    for n in range(2, 60):
        labels, p = [str(place) for place in range(n)], np.arange(1.0, n + 1)
        even = shown(Comparison.from_weights(labels, p, np.ones(n)))
        above += [n] if even.measures.cross_entropy > math.log(n) else []
        assert not even.is_worse_than_uniform, n
        assert shown(Comparison.from_weights(labels, p, [1 + 1e-9, *[1] * (n - 1)])).is_worse_than_uniform, n
    assert above  # the case itself is met


@pytest.mark.parametrize("unit", list(Unit))
def test_terms_are_in_the_unit(unit: Unit) -> None:
    comparison = Comparison.from_weights(None, [0.1, 0.2, 0.7], [0.5, 0.3, 0.2])
    snapshot = shown(comparison, unit=unit)
    with mpmath.workdps(40):
        pairs = [
            (mpmath.mpf(p), mpmath.mpf(q))
            for p, q in zip(comparison.p.probabilities.tolist(), comparison.q.probabilities.tolist(), strict=True)
        ]
        entropy = [float(-p * mpmath.log(p, BASES[unit])) for p, _ in pairs]
        cross = [float(-p * mpmath.log(q, BASES[unit])) for p, q in pairs]
        kl = [float(p * mpmath.log(p / q, BASES[unit])) for p, q in pairs]
        total = float(mpmath.fsum(p * mpmath.log(p / q, BASES[unit]) for p, q in pairs))
    assert snapshot.entropy_terms.tolist() == pytest.approx(entropy, rel=1e-14)
    assert snapshot.cross_entropy_terms.tolist() == pytest.approx(cross, rel=1e-14)
    assert snapshot.kl_terms.tolist() == pytest.approx(kl, rel=1e-14)
    assert snapshot.kl_divergence == pytest.approx(total, rel=1e-14)
    assert snapshot.in_unit(unit.nats_per_unit) == 1.0
    assert snapshot.measures.kl_divergence == shown(comparison, unit=Unit.NAT).kl_divergence


def test_the_shown_terms_follow_the_mode() -> None:
    for mode, terms in (
        (ViewMode.KL_DIVERGENCE, "kl_terms"),
        (ViewMode.CROSS_ENTROPY, "cross_entropy_terms"),
        (ViewMode.ENTROPY, "entropy_terms"),
    ):
        snapshot = shown(WEATHER, mode=mode)
        assert snapshot.shown_terms is getattr(snapshot, terms)
    assert shown(WEATHER, mode=ViewMode.ENTROPY, with_mass_difference=True).shown_terms.tolist() == pytest.approx(
        [0.5, 0.5, 0.375, 0.375]
    )


@pytest.mark.parametrize("unit", list(Unit))
def test_adjusted_terms_are_never_negative_and_keep_the_sum(unit: Unit) -> None:
    dice = np.random.default_rng(3)
    for _ in range(50):
        p = dice.random(6)
        q = dice.choice((dice.random(6), p * (1 + 1e-9 * dice.random(6))))  # near P the terms are lost in rounding
        comparison = Comparison.from_weights(None, p, q)
        snapshot = shown(comparison, unit=unit, with_mass_difference=True)
        assert snapshot.shown_terms.min() >= 0.0
        assert math.fsum(snapshot.shown_terms.tolist()) == pytest.approx(snapshot.kl_divergence, rel=1e-13, abs=EPS)


@pytest.mark.parametrize("unit", list(Unit))
def test_infinity_is_a_result(unit: Unit) -> None:
    snapshot = shown(NO_SNOW, unit=unit)
    assert snapshot.kl_divergence == INF
    assert snapshot.cross_entropy == INF
    assert snapshot.infinite == (3,)
    assert snapshot.kl_terms[3] == INF
    assert snapshot.cross_entropy_terms[3] == INF
    # P(snow) = ⅛; the other terms are 0, 0 and ⅛·log(⅛ / ¼) = −⅛ bit
    assert snapshot.finite_kl_sum == pytest.approx(-0.125 / BITS_PER[unit], rel=1e-14)
    # ½·1 + ¼·2 + ⅛·2 bits
    assert math.isfinite(snapshot.entropy)
    assert math.isfinite(snapshot.measures.jensen_shannon_divergence)
    assert shown(NO_SNOW, unit=unit, with_mass_difference=True).shown_terms[3] == INF
    assert not np.isnan(shown(NO_SNOW, unit=unit, with_mass_difference=True).shown_terms).any()


BITS_PER = {Unit.BIT: 1.0, Unit.NAT: 1 / math.log(2), Unit.HARTLEY: math.log2(10)}


def test_where_everything_is_infinite_the_finite_sum_is_zero() -> None:
    snapshot = shown(Comparison.from_weights(None, [1, 1, 0], [0, 0, 1]))
    assert snapshot.infinite == (0, 1)
    assert snapshot.finite_kl_sum == 0.0


def test_a_certain_event_has_no_entropy_and_no_minus() -> None:
    snapshot = shown(Comparison.from_weights(None, [1, 0], [1, 0]))
    for value in (snapshot.entropy, snapshot.kl_divergence, snapshot.cross_entropy, *snapshot.kl_terms.tolist()):
        assert value == 0.0
        assert math.copysign(1.0, value) == 1.0
    assert snapshot.is_matched


def test_another_view_keeps_the_measures() -> None:
    snapshot = shown(WEATHER)
    assert snapshot.entropy == pytest.approx(1.75)
    other = snapshot.with_view(ViewState(unit=Unit.NAT, selected=(9, 2)))
    assert other.measures is snapshot.measures
    assert other.comparison is WEATHER
    assert other.entropy == pytest.approx(1.75 * math.log(2))  # nothing is carried over from the other unit
    assert other.view.selected == (2,)


def test_free_mass_and_ceiling() -> None:
    locked = WEATHER.with_locks(Side.P, [True, False, False, False])
    snapshot = shown(locked)
    assert snapshot.free_mass(Side.P) == 0.5
    assert snapshot.free_mass(Side.Q) == 1.0
    assert snapshot.ceiling(Side.P, 1) == 0.5
    assert snapshot.ceiling(Side.P, 0) == 1.0


def test_tiny_divergences_are_not_lost() -> None:
    # KL(P‖Q) of probabilities that differ in their last bits; the sum of rounded terms would be all rounding
    step = 2.0**-34
    p, q = [0.5, 0.5], [0.5 + step, 0.5 - step]
    with mpmath.workdps(60):
        expected = float(-mpmath.log(1 - 4 * mpmath.mpf(step) ** 2) / 2 / mpmath.log(2))
    assert 1e-21 < expected < 1e-20
    assert shown(Comparison.from_weights(None, p, q)).kl_divergence == pytest.approx(expected, rel=1e-14)


def test_arrays_of_a_snapshot_cannot_be_written_to() -> None:
    # two views are given the same arrays
    for unit in Unit:
        snapshot = shown(WEATHER, unit=unit)
        adjusted = shown(WEATHER, unit=unit, with_mass_difference=True).shown_terms
        for array in (
            adjusted,
            snapshot.entropy_terms,
            snapshot.cross_entropy_terms,
            snapshot.kl_terms,
            snapshot.shown_terms,
        ):
            with pytest.raises(ValueError, match="read-only"):
                array[0] = 1.0


@pytest.mark.parametrize(
    ("selected", "n", "expected"),
    [((0,), 4, (0,)), ((3, 1), 4, (3, 1)), ((3, 1), 2, (1,)), ((3,), 2, (1,)), ((), 4, (0,)), ((3, 2), 1, (0,))],
)
def test_a_selection_fits_what_there_is(selected: tuple[int, ...], n: int, expected: tuple[int, ...]) -> None:
    view = view_of(unit=Unit.HARTLEY, active=Side.P, selected=selected, with_mass_difference=True)
    assert view.fitting(n) == view_of(unit=Unit.HARTLEY, active=Side.P, selected=expected, with_mass_difference=True)
    assert view.fitting(n).current == expected[-1]


def test_a_snapshot_is_of_one_state() -> None:
    before = shown(WEATHER)
    after = shown(SetProbability(Side.Q, 0, 0.5).apply(WEATHER))
    assert before.kl_divergence == pytest.approx(0.625)
    # PRODUCT's first minute: q = (½, 2/7, 1/7, 1/14) for p = (½, ¼, ⅛, ⅛)
    with mpmath.workdps(40):
        p = [mpmath.mpf(1) / 2, mpmath.mpf(1) / 4, mpmath.mpf(1) / 8, mpmath.mpf(1) / 8]
        q = [mpmath.mpf(1) / 2, mpmath.mpf(2) / 7, mpmath.mpf(1) / 7, mpmath.mpf(1) / 14]
        expected = float(mpmath.fsum(a * mpmath.log(a / b, 2) for a, b in zip(p, q, strict=True)))
    assert round(expected, 4) == 0.0287
    assert after.kl_divergence == pytest.approx(expected, rel=1e-14)


@pytest.mark.parametrize("adjusted", [False, True])
def test_one_number_in_p_and_in_q_costs_nothing(adjusted: bool) -> None:
    # 4/14, 2/14 and 1/14 round so that Q sums to a little less than P: in proportion, the two halves differ by 1e-17
    comparison = Comparison.from_weights(None, [4, 2, 1, 1], [7, 4, 2, 1])
    assert comparison.p.probabilities[0] == comparison.q.probabilities[0] == 0.5
    snapshot = shown(comparison, with_mass_difference=adjusted)
    assert snapshot.measures.kl_terms[0] != 0.0
    assert snapshot.shown_terms[0] == 0.0
