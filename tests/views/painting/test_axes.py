"""Ranges and ticks. Oracle: decimal arithmetic on the rungs that the specification lists, and examples by hand."""

from decimal import Decimal

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from klscope.views.painting.axes import (
    FEW_RUNGS,
    Range,
    ladder,
    probability_top,
    terms_range,
    tick_decimals,
    tick_step,
    ticks,
)

QUICK = settings(derandomize=True, max_examples=120, deadline=None)
POSITIVE = st.floats(min_value=1e-290, max_value=1e290)
WEIGHTS = st.lists(st.floats(min_value=0, max_value=1), min_size=2, max_size=20).filter(lambda one: sum(one) > 1e-6)


SPECIFIED = ["1", "1.5", "2", "2.5", "3", "4", "5", "6", "8"]


def rungs_around(value, mantissas=SPECIFIED):
    """Return the rungs of the ladder near ``value``, rising."""
    exponent = Decimal(value).adjusted()
    return [Decimal(mantissa).scaleb(power) for power in range(exponent - 1, exponent + 3) for mantissa in mantissas]


@QUICK
@given(POSITIVE, st.sampled_from([SPECIFIED, ["1", "2", "5"]]))
def test_the_ladder_takes_the_next_rung(value, mantissas):
    rung = min(rung for rung in rungs_around(value, mantissas) if float(rung) >= value * (1 - 1e-12))
    assert (ladder(value) if mantissas is SPECIFIED else ladder(value, FEW_RUNGS)) == float(rung)


@pytest.mark.parametrize(
    ("value", "rung", "of_few"),
    [
        (0.6, 0.6, 1.0),
        (0.81, 1.0, 1.0),
        (1.0, 1.0, 1.0),
        (1.01, 1.5, 2.0),
        (0.05, 0.05, 0.05),
        (0.051, 0.06, 0.1),
        (3e-7, 3e-7, 5e-7),
        (22, 25, 50),
        (2, 2, 2),
    ],
)
def test_rungs(value, rung, of_few):
    assert ladder(value) == rung
    assert ladder(value, FEW_RUNGS) == of_few


def test_a_sum_that_is_a_rung_but_for_rounding_is_one():
    assert 0.1 + 0.1 + 0.1 - 0.1 > 0.2
    assert ladder(0.1 + 0.1 + 0.1 - 0.1) == 0.2


@pytest.mark.parametrize(
    ("p", "q", "top"),
    [
        ([0.5, 0.25, 0.25], [0.2, 0.5, 0.3], 0.8),  # of 0.6 it would be 83 %
        ([0.4, 0.3, 0.3], [0.3, 0.4, 0.3], 0.5),
        ([0.193, 0.807 / 2, 0.807 / 2], [0.3, 0.3, 0.4], 0.6),
        ([0.193, *[0.0815] * 9, 0.0735], [1 / 11] * 11, 0.25),  # as zipf-100: 77 %
        ([0.65, 0.35], [0.5, 0.5], 1.0),
        ([1.0, 0.0], [0.5, 0.5], 1.0),
        ([0.999, 0.001], [0.5, 0.5], 1.0),
        ([0.01] * 100, [0.01] * 100, 0.015),
        ([0.002] * 500, [0.002] * 500, 0.0025),
    ],
)
def test_the_top_that_p_and_q_share(p, q, top):
    assert probability_top(np.array(p), np.array(q)) == top


@QUICK
@given(WEIGHTS, WEIGHTS)
def test_the_tallest_bar_has_room_above_and_the_axis_is_no_longer_than_it_must(p, q):
    p, q = np.array(p) / sum(p), np.array(q) / sum(q)
    tallest, top = max(p.max(), q.max()), probability_top(p, q)
    assert top == 1.0 or tallest <= 0.8 * top * (1 + 1e-9)
    assert top <= 1.0
    assert top in map(float, rungs_around(top))
    assert tallest > 0.8 * top / 1.5 * (1 - 1e-9)  # no two rungs are further apart than 2 : 3


@pytest.mark.parametrize(
    ("terms", "low", "high"),
    [
        ([1.0, -0.25, -0.125, 0.0], -0.25, 1.0),
        ([0.5, 0.25], 0.0, 0.5),
        ([0.0, 0.0], -0.25, 1.0),  # all 0 must look like 0
        ([-0.1, -0.3], -0.3, 0.0),
        ([1e-20, -1e-21], -1e-21, 1e-20),
    ],
)
def test_terms_reach_from_end_to_end_of_their_axis(terms, low, high):
    assert terms_range(np.array(terms)) == Range(low, high)


@pytest.mark.parametrize("finite", [[1.0, -0.25], [0.01, -3.0], [], [0.0]])
def test_an_infinite_term_is_the_tallest_bar(finite):
    shown = terms_range(np.array([np.inf, *finite]))
    assert shown.low <= min([0.0, *finite])
    assert shown.high > max([0.0, *finite]) * 1.2
    assert shown.high >= -shown.low
    assert np.isfinite(shown.high)
    assert shown.low < shown.high


@QUICK
@given(st.floats(min_value=-1e9, max_value=1e9), st.floats(min_value=1e-12, max_value=1e9), st.integers(2, 8))
def test_ticks_are_round_inside_and_no_more_than_asked_for(low, span, most):
    low = low if abs(low) < 1e3 * span else 0.0
    shown = Range(low, low + span)
    step = tick_step(span, most)
    mantissa = Decimal(repr(step)).normalize().scaleb(-Decimal(repr(step)).adjusted())
    parts = span / step
    divides = abs(parts - round(parts)) < 1e-6
    rounds = (1, 2, 2.5, 5, 10, *((1.5, 3, 4) if divides else ()))
    assert any(abs(float(mantissa) - round_one) < 1e-9 for round_one in rounds)
    assert span / step <= most * (1 + 1e-6)
    assert span / step > most / 2.5 * (1 - 1e-6)  # no coarser than it must be
    found = ticks(shown, most)
    assert len(found) <= most + 1
    for tick in found:
        assert low - 1e-6 * step <= tick <= low + span + 1e-6 * step
        assert abs(tick / step - round(tick / step)) < 1e-6
    for missing in (found[0] - step, found[-1] + step) if found else ():
        assert not low + 1e-6 * step <= missing <= low + span - 1e-6 * step
    np.testing.assert_allclose(np.diff(found), step, rtol=1e-6)


@pytest.mark.parametrize(
    ("top", "numbers"),  # with at most 3, 4 and 5 ticks above 0
    [
        (0.1, ("0 0.05 0.1", "0 0.025 0.05 0.075 0.1", "0 0.02 0.04 0.06 0.08 0.1")),
        (0.15, ("0 0.05 0.1 0.15", "0 0.05 0.1 0.15", "0 0.05 0.1 0.15")),
        (0.2, ("0 0.1 0.2", "0 0.05 0.1 0.15 0.2", "0 0.05 0.1 0.15 0.2")),
        (0.25, ("0 0.1 0.2", "0 0.1 0.2", "0 0.05 0.1 0.15 0.2 0.25")),  # 0.125 has too many digits
        (0.3, ("0 0.1 0.2 0.3", "0 0.1 0.2 0.3", "0 0.1 0.2 0.3")),
        (0.4, ("0 0.2 0.4", "0 0.1 0.2 0.3 0.4", "0 0.1 0.2 0.3 0.4")),
        (0.5, ("0 0.25 0.5", "0 0.25 0.5", "0 0.1 0.2 0.3 0.4 0.5")),
        (0.6, ("0 0.2 0.4 0.6", "0 0.2 0.4 0.6", "0 0.2 0.4 0.6")),
        (0.8, ("0 0.4 0.8", "0 0.2 0.4 0.6 0.8", "0 0.2 0.4 0.6 0.8")),
        (1.0, ("0 0.5 1", "0 0.25 0.5 0.75 1", "0 0.2 0.4 0.6 0.8 1")),
    ],
)
@pytest.mark.parametrize("power", [0, -1, -3, 2])
def test_an_axis_to_a_rung_has_its_numbers_at_round_steps_and_at_its_top(top, numbers, power):
    scale = 10.0**power
    for most, expected in zip((3, 4, 5), numbers, strict=True):
        assert ticks(Range(0.0, top * scale), most) == pytest.approx([float(one) * scale for one in expected.split()])


def test_ticks_of_well_known_axes():
    assert ticks(Range(0, 1), 5) == pytest.approx([0, 0.2, 0.4, 0.6, 0.8, 1])
    assert ticks(Range(0, 0.5), 5) == pytest.approx([0, 0.1, 0.2, 0.3, 0.4, 0.5])
    assert ticks(Range(-0.25, 1), 4) == pytest.approx([0, 0.5, 1])
    assert ticks(Range(-0.25, 1), 5) == pytest.approx([-0.25, 0, 0.25, 0.5, 0.75, 1])
    assert 0.0 in ticks(Range(-0.3, 0.7), 5)


@pytest.mark.parametrize(
    ("step", "decimals"), [(1, 0), (2.5, 1), (0.5, 1), (0.25, 2), (0.2, 1), (0.025, 3), (1e-4, 4), (10.0, 0)]
)
def test_decimals_of_ticks(step, decimals):
    assert tick_decimals(step) == decimals


@QUICK
@given(st.sampled_from((1, 2, 2.5, 5)), st.integers(-6, 3), st.integers(-9, 9))
def test_the_decimals_of_ticks_tell_them_apart(mantissa, power, multiple):
    step = float(f"{mantissa}e{power}")
    decimals = tick_decimals(step)
    assert float(f"{step * multiple:.{decimals}f}") == pytest.approx(step * multiple, rel=1e-9)


def test_a_range_on_its_way_to_another():
    start, end = Range(0.0, 1.0), Range(-1.0, 3.0)
    assert start.towards(end, 0.0) == start
    assert start.towards(end, 1.0) == end
    assert start.towards(end, 0.25) == Range(-0.25, 1.5)


def test_a_range_holds_its_ends():
    shown = Range(-0.5, 1.0)
    assert [shown.holds(value) for value in (-0.51, -0.5, 0.0, 1.0, 1.01)] == [False, True, True, True, False]


@pytest.mark.parametrize("scale", [1e-20, 1e-33, 1e-290])
def test_the_way_to_a_tiny_range_ends_in_it_exactly(scale):
    target = Range(-0.3 * scale, scale)
    assert Range(-0.25, 1.0).towards(target, 1.0) == target
    assert Range(-0.25, 1.0).towards(target, 0.0) == Range(-0.25, 1.0)
