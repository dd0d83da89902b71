"""Uniform, one-hot, random, sharpen and smooth, against fractions, mpmath and closed forms."""

import math
from fractions import Fraction

import mpmath
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from locked_bars import EPS, WEATHER, assert_valid, bars, bits, exact, locks_of, others

from klscope.theory import editing
from klscope.theory.distribution import Distribution
from klscope.theory.editing import EditRefusedError, Refusal
from klscope.theory.editing_groups import scale_group


@pytest.mark.parametrize(
    ("locked", "expected"),
    [((), [0.25] * 4), ((0,), [0.5] + [1 / 6] * 3), ((0, 1), [0.5, 0.25, 0.125, 0.125]), ((0, 2, 3), WEATHER)],
)
def test_uniform_shares_the_free_mass(locked: tuple[int, ...], expected: list[float]) -> None:
    expected = expected.probabilities.tolist() if isinstance(expected, Distribution) else expected
    after = editing.uniform(WEATHER, locks_of(4, *locked))
    assert after.probabilities.tolist() == pytest.approx(expected, rel=4 * EPS)
    assert_valid(after)


@pytest.mark.parametrize("n", [3, 6, 7, 49, 499])
def test_uniform_is_uniform(n: int) -> None:
    after = editing.uniform(Distribution.from_weights(range(n)), editing.no_locks(n)).probabilities
    assert after.max() - after.min() <= EPS
    assert float(sum(map(Fraction, after.tolist()))) == 1.0


def test_one_hot_is_dragging_to_the_ceiling() -> None:
    for locked in ((), (0,), (0, 2)):
        locks = locks_of(4, *locked)
        after = editing.one_hot(WEATHER, locks, 1)
        dragged = editing.set_probability(WEATHER, locks, 1, editing.ceiling(WEATHER, locks, 1))
        assert bits(after) == bits(dragged)
        assert after.remembered.tolist() == dragged.remembered.tolist()
        assert bits(editing.set_probability(after, locks, 1, 0.25)) == bits(WEATHER)
    with pytest.raises(EditRefusedError) as refused:
        editing.one_hot(WEATHER, locks_of(4, 1), 1)
    assert refused.value.refusal is Refusal.LOCKED


@pytest.mark.parametrize("command", ["uniform", "random", "smooth"])
def test_commands_say_when_nothing_is_free(command: str) -> None:
    arguments = {"uniform": (), "random": (1,), "smooth": (0.5,)}[command]
    with pytest.raises(EditRefusedError) as refused:
        getattr(editing, command)(WEATHER, locks_of(4, 0, 1, 2, 3), *arguments)
    assert refused.value.refusal is Refusal.NOTHING_FREE


def test_random_is_the_seed_alone() -> None:
    locks = editing.no_locks(4)
    other = Distribution([0.1, 0.2, 0.3, 0.4])
    assert bits(editing.random(WEATHER, locks, 42)) == bits(editing.random(other, locks, 42))
    assert bits(editing.random(WEATHER, locks, 42)) != bits(editing.random(WEATHER, locks, 43))


@pytest.mark.parametrize("locked", [(), (0,)])
def test_random_is_dirichlet_over_the_free_mass(locked: tuple[int, ...]) -> None:
    # closed form for Dirichlet(1, …, 1) over k: mean 1/k, variance (k − 1) / (k²(k + 1)), covariance −1 / (k²(k + 1))
    locks, draws = locks_of(4, *locked), 3000
    free, mass = others(locks), editing.free_mass(WEATHER, locks)
    k = len(free)
    sample = np.array([editing.random(WEATHER, locks, seed).probabilities[free] for seed in range(draws)]) / mass
    variance = (k - 1) / (k * k * (k + 1))
    assert np.abs(sample.mean(axis=0) - 1 / k).max() < 5 * math.sqrt(variance / draws)
    covariance = np.cov(sample, rowvar=False)
    assert np.diag(covariance) == pytest.approx(np.full(k, variance), rel=0.12)
    assert covariance[0, 1] == pytest.approx(-1 / (k * k * (k + 1)), rel=0.25)
    # a marginal is Beta(1, k − 1): P(X > x) = (1 − x)^(k − 1)
    assert (sample[:, 0] > 0.5).mean() == pytest.approx(0.5 ** (k - 1), abs=5 * math.sqrt(0.25 / draws))


@given(bars(), st.sampled_from([0.1, 0.25, 0.5, 0.7, 1.0, 1.5, 2.0, 5.0, 10.0]))
@settings(max_examples=60)
def test_sharpen_against_mpmath(situation: tuple, temperature: float) -> None:
    distribution, locks, _ = situation
    after = editing.sharpen(distribution, locks, temperature)
    free, old = others(locks), distribution.probabilities.tolist()
    with mpmath.workdps(60):
        room = 1 - mpmath.fsum(mpmath.mpf(old[j]) for j in np.flatnonzero(locks))
        powers = {j: mpmath.mpf(old[j]) ** (1 / mpmath.mpf(temperature)) for j in free}
        total = mpmath.fsum(powers.values())
        for j in free:
            if not total:
                assert after is distribution
                break
            expected = room * powers[j] / total
            if temperature == 1.0:
                assert after.probabilities[j] == old[j]
            assert abs(after.probabilities[j] - expected) <= 1e-12 * expected + 4 * EPS * (temperature == 1.0) + EPS
            assert (after.probabilities[j] == 0.0) == (old[j] == 0.0)
    assert after.probabilities[locks].tolist() == distribution.probabilities[locks].tolist()
    assert_valid(after)


@pytest.mark.parametrize("temperature", [0.0, -1.0, math.nan, math.inf])
def test_sharpen_refuses_what_is_no_temperature(temperature: float) -> None:
    with pytest.raises(EditRefusedError):
        editing.sharpen(Distribution([0.5, 0.5, 0.0]), editing.no_locks(3), temperature)


def test_sharpen_at_the_extremes() -> None:
    distribution = Distribution.from_weights([1e-300, 1e-200, 1.0, 1.0, 0.0])
    with pytest.raises(EditRefusedError) as caught:
        editing.sharpen(distribution, editing.no_locks(5), 0.1)
    assert caught.value.refusal is Refusal.TOO_SMALL  # 1e-3000 is no float
    assert caught.value.values["index"] == 0
    hot = editing.sharpen(distribution, editing.no_locks(5), 10.0)
    with mpmath.workdps(40):
        expected = mpmath.mpf(10) ** -30 / (2 + mpmath.mpf(10) ** -20 + mpmath.mpf(10) ** -30)
    assert hot.probabilities[0] == pytest.approx(float(expected), rel=1e-12)
    assert hot.probabilities[4] == 0.0


FAR_APART = Distribution.from_weights([0.5, 0.25, 0.25, 1e-320])
LOSING = {
    "one value": lambda: editing.set_probability(FAR_APART, editing.no_locks(4), 0, 0.99999999),
    "a stroke": lambda: editing.paint(FAR_APART, editing.no_locks(4), {0: 0.99999999, 1: 0.0}),
    "a group": lambda: scale_group(FAR_APART, editing.no_locks(4), [0, 3], 0, 1e-6),
    "sharpen": lambda: editing.sharpen(FAR_APART, editing.no_locks(4), 0.5),
    "sharpen, by the sum": lambda: editing.sharpen(  # (1e-161)² is a double, a third of it is none
        Distribution.from_weights([1, 1, 1, 2e-162]), editing.no_locks(4), 0.5
    ),
}


@pytest.mark.parametrize("edit", LOSING.values(), ids=LOSING)
def test_no_edit_gives_0_to_a_category_that_nobody_meant(edit) -> None:
    with pytest.raises(EditRefusedError) as caught:
        edit()
    assert caught.value.refusal is Refusal.TOO_SMALL
    assert caught.value.values["index"] == 3


def test_what_is_meant_to_be_0_still_is() -> None:
    none = editing.no_locks(4)
    certain = editing.one_hot(FAR_APART, none, 0)
    assert certain.probabilities.tolist() == [1.0, 0.0, 0.0, 0.0]
    assert editing.set_probability(FAR_APART, none, 3, 0.0).probabilities[3] == 0.0
    assert scale_group(FAR_APART, none, [0, 3], 0, 0.0).probabilities[[0, 3]].tolist() == [0.0, 0.0]
    assert editing.paint(FAR_APART, none, {3: 0.0}).probabilities[3] == 0.0


@given(bars(), st.floats(1e-6, 1.0))
def test_smooth_against_rationals(situation: tuple, amount: float) -> None:
    distribution, locks, _ = situation
    after = editing.smooth(distribution, locks, amount)
    old, new, free = exact(distribution), exact(after), others(locks)
    room = 1 - sum((old[j] for j in np.flatnonzero(locks)), Fraction(0))
    for j in free:
        expected = (1 - Fraction(amount)) * old[j] + Fraction(amount) * room / len(free)
        assert abs(new[j] - expected) <= 4 * Fraction(EPS)
        assert new[j] > 0 or room <= Fraction(EPS)
    assert [new[j] for j in np.flatnonzero(locks)] == [old[j] for j in np.flatnonzero(locks)]
    assert_valid(after)


def test_smooth_by_hand() -> None:
    one_hot = Distribution([1.0, 0.0, 0.0, 0.0])
    after = editing.smooth(one_hot, editing.no_locks(4), 0.5)
    assert after.probabilities.tolist() == [0.625, 0.125, 0.125, 0.125]  # (1 − λ)·q + λ/n
    assert editing.smooth(WEATHER, editing.no_locks(4), 0.0) is WEATHER
    assert editing.smooth(WEATHER, editing.no_locks(4), 1.0).probabilities.tolist() == [0.25] * 4
    for amount in (-0.1, 1.1, math.nan):
        with pytest.raises(EditRefusedError) as refused:
            editing.smooth(WEATHER, editing.no_locks(4), amount)
        assert refused.value.refusal is Refusal.OUT_OF_RANGE
