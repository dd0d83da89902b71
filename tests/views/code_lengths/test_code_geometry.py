"""The areas of the picture are the readouts. Oracles: mpmath for the sums, *weather* by hand (2.375, 1.75, +1, −⅜)."""

import math

import mpmath
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from klscope.model.view_options import BlockOrder
from klscope.theory.measures import measure
from klscope.theory.units import Unit
from klscope.views.code_lengths.code_geometry import CodeBlocks, sorting

P, Q = np.array([4, 2, 1, 1]) / 8, np.array([1, 4, 2, 1]) / 8


def blocks_of(p, q, order=BlockOrder.AS_GIVEN, unit=Unit.NAT):
    p, q = np.asarray(p, float), np.asarray(q, float)
    p, q = p / p.sum(), q / q.sum()
    with np.errstate(divide="ignore"):
        heights, lines = unit.from_nats(-np.log(q)), unit.from_nats(-np.log(p))
    return CodeBlocks.of(p, heights, lines, sorting(p, q, order))


def areas(p, q):
    """Return H(P,Q), H(P), and what is above and below 0 in KL(P‖Q), nats, to 40 digits."""
    with mpmath.workdps(40):
        p, q = ([mpmath.mpf(float(weight)) for weight in weights] for weights in (p, q))
        pairs = [(a / sum(p), b / sum(q)) for a, b in zip(p, q, strict=True)]
        seen = [(a, b) for a, b in pairs if a > 0]
        if any(b == 0 for _, b in seen):
            crossed = excess = mpmath.inf
        else:
            crossed = -sum(a * mpmath.log(b) for a, b in seen)
            excess = sum(max(a * mpmath.log(a / b), 0) for a, b in seen)
        saving = sum(min(a * mpmath.log(a / b), 0) for a, b in seen if b > 0)
        return [float(value) for value in (crossed, -sum(a * mpmath.log(a) for a, _ in seen), excess, saving)]


def area_under(blocks, heights):
    there = blocks.widths > 0.0
    return math.fsum(blocks.widths[there] * heights[there])


def areas_of(blocks):
    under_heights, under_lines = (area_under(blocks, heights) for heights in (blocks.heights, blocks.lines))
    return [under_heights, under_lines, blocks.excess, blocks.saving]


def test_weather_by_hand():
    blocks = blocks_of(P, Q, unit=Unit.BIT)
    assert blocks.lefts.tolist() == [0.0, 0.5, 0.75, 0.875]
    assert blocks.widths.tolist() == [0.5, 0.25, 0.125, 0.125]
    assert blocks.heights.tolist() == [3.0, 1.0, 2.0, 3.0]
    assert blocks.lines.tolist() == [1.0, 2.0, 3.0, 3.0]
    assert blocks.gaps.tolist() == [2.0, -1.0, -1.0, 0.0]
    assert areas_of(blocks) == [2.375, 1.75, 1.0, -0.375]


WEIGHTS = st.one_of(st.just(0.0), st.floats(1e-12, 1.0))


@given(
    st.integers(2, 20).flatmap(
        lambda n: st.tuples(*(st.lists(WEIGHTS, min_size=n, max_size=n).filter(any) for _ in "pq"))
    ),
    st.sampled_from(BlockOrder),
)
def test_the_areas_are_the_readouts(pair, order):
    p, q = pair
    blocks, known = blocks_of(p, q, order), measure(p, q)
    assert areas_of(blocks) == pytest.approx(areas(p, q), rel=1e-9, abs=1e-9)
    assert area_under(blocks, blocks.heights) == pytest.approx(known.cross_entropy, rel=1e-9, abs=1e-9)
    assert area_under(blocks, blocks.lines) == pytest.approx(known.entropy_p, rel=1e-9, abs=1e-9)
    assert blocks.excess + blocks.saving == pytest.approx(known.kl_divergence, rel=1e-9, abs=1e-9)


@pytest.mark.parametrize("order", BlockOrder)
def test_a_hundred_with_zeros(order):
    draw = np.random.default_rng(7)
    p, q = draw.dirichlet(np.ones(100)), draw.dirichlet(np.ones(100))
    p[draw.permutation(100)[:30]] = 0.0
    blocks = blocks_of(p, q, order)
    assert areas_of(blocks) == pytest.approx(areas(p, q), abs=1e-9)
    assert len(blocks.without_width) == 30
    assert blocks.open_topped.size == 0


@pytest.mark.parametrize("unit", Unit)
def test_units_scale_heights_and_leave_widths(unit):
    nats, other = blocks_of(P, Q), blocks_of(P, Q, unit=unit)
    assert other.widths.tolist() == nats.widths.tolist()
    assert (other.heights * unit.nats_per_unit).tolist() == pytest.approx(nats.heights.tolist())


@pytest.mark.parametrize(
    ("order", "expected"),
    [(BlockOrder.AS_GIVEN, [0, 1, 2, 3]), (BlockOrder.BY_P, [0, 1, 2, 3]), (BlockOrder.BY_Q, [1, 2, 0, 3])],
)
def test_orders_put_the_most_probable_first_and_keep_equals_as_given(order, expected):
    assert sorting(P, Q, order).tolist() == expected
    blocks = blocks_of(P, Q, order)
    assert np.argsort(blocks.lefts, kind="stable").tolist() == expected
    ends = blocks.lefts + blocks.widths
    assert blocks.lefts[expected[1:]].tolist() == pytest.approx(ends[expected[:-1]].tolist())


def test_what_never_happens_has_no_width_and_no_area():
    blocks = blocks_of([1, 0, 1], [1, 2, 1], unit=Unit.BIT)
    assert blocks.without_width.tolist() == [1]
    assert blocks.gaps.tolist() == [1.0, 0.0, 1.0]
    assert areas_of(blocks) == [2.0, 1.0, 1.0, 0.0]
    assert blocks.shown_range.high == 2.0  # its own line would be at ∞


def test_what_has_no_code_has_no_top():
    blocks = blocks_of([4, 2, 1, 1], [1, 4, 3, 0], unit=Unit.BIT)
    assert blocks.open_topped.tolist() == [3]
    assert area_under(blocks, blocks.heights) == blocks.excess == np.inf
    assert blocks.saving == pytest.approx(0.25 * -1 + 0.125 * (np.log2(8 / 3) - 3))
    assert blocks.shown_range.high == pytest.approx(3.0 * 1.25)


def test_neither_happening_nor_believed_adds_nothing():
    blocks = blocks_of([1, 1, 0], [1, 1, 0], unit=Unit.BIT)
    assert areas_of(blocks) == [1.0, 1.0, 0.0, 0.0]
    assert blocks.open_topped.size == 0


def test_a_sure_thing_has_an_axis():
    assert blocks_of([1, 0], [1, 0]).shown_range.high == 1.0
    assert blocks_of([1, 0], [0, 1]).shown_range.high > 0.0


def test_slivers_do_not_decide_how_high_the_axis_is():
    assert blocks_of([1, 1, 1e-30], [1, 1, 1e-30], unit=Unit.BIT).shown_range.high == pytest.approx(1.0)


def test_a_place_is_in_one_block():
    blocks = blocks_of([1, 0, 1, 2], [1, 1, 1, 1])
    places = (-0.01, 0.0, 0.24, 0.25, 0.49, 0.5, 0.99, 1.0)
    assert [blocks.category_at(place) for place in places] == [-1, 0, 0, 2, 2, 3, 3, -1]


def test_a_place_is_in_one_block_also_while_blocks_change_places():
    one, two = blocks_of([1, 2, 5], [1, 1, 1]), blocks_of([1, 2, 5], [1, 1, 1], BlockOrder.BY_P)
    half = one.towards(two, 0.5)
    assert half.lefts.tolist() == [7 / 16, 6 / 16, 3 / 16]  # by hand: from 0, 1, 3 to 7, 5, 0 eighths
    assert [half.category_at(place) for place in (0.0, 0.1, 0.2, 0.4, 0.5)] == [2, 2, 2, 1, 0]


def test_between_two_orders_areas_stay_and_the_ends_are_exact():
    one, two = blocks_of(P, Q), blocks_of(P, Q, BlockOrder.BY_Q)
    half = one.towards(two, 0.5)
    assert area_under(half, half.heights) == pytest.approx(area_under(one, one.heights))
    assert half.lefts.tolist() == ((one.lefts + two.lefts) / 2).tolist()
    assert one.towards(two, 1.0).lefts.tolist() == two.lefts.tolist()
    assert one.towards(two, 0.0).lefts.tolist() == one.lefts.tolist()


def test_what_becomes_infinite_is_so_at_once():
    finite, infinite = blocks_of([1, 1], [1, 3]), blocks_of([1, 1], [1, 0])
    assert np.isinf(finite.towards(infinite, 0.1).heights[1])
    assert np.isfinite(infinite.towards(finite, 0.1).heights[1])
