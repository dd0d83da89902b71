"""The table of the measures. Oracle: mpmath, from the exact ratios of the weights."""

import math

import measures_oracle
import mpmath
import orders_oracle
import pytest

from klscope.theory import further_measures, measures
from klscope.theory.catalogue import DEFAULT_ORDER, MEASURES, named
from klscope.theory.catalogue_row import Direction, Measure, Scale
from klscope.theory.measures import measure
from klscope.theory.units import Unit

PAIRS = [
    ([4.0, 2.0, 1.0, 1.0], [1.0, 4.0, 2.0, 1.0]),
    ([3.0, 2.0, 1.0], [0.1, 0.2, 0.7]),
    ([1.0, 0.0], [1.0, 1.0]),
    ([1.0, 1.0], [1.0, 0.0]),
    ([1.0, 2.0], [1.0, 2.0]),
]
BASES = {Unit.BIT: 2, Unit.NAT: mpmath.e, Unit.HARTLEY: 10}


def truths(p, q, order):
    """Return every measure by its name in the table, in nats, √nats or without a unit."""
    plain = measures_oracle.truths(p, q)
    further = orders_oracle.truths(p, q, order)
    return {
        **plain,
        **further,
        "jensen_shannon_distance": mpmath.sqrt(plain["jensen_shannon_divergence"]),
        "perplexity_p": mpmath.exp(plain["entropy_p"]),
        "perplexity_q": mpmath.exp(plain["entropy_q"]),
        "cross_perplexity": mpmath.exp(plain["cross_entropy"]),
        "efficiency": plain["entropy_p"] / mpmath.log(len(p)),
        "reverse_chi_square_divergence": orders_oracle.truths(q, p)["chi_square_divergence"],
    }


@pytest.mark.parametrize("row", MEASURES, ids=lambda row: row.name)
@pytest.mark.parametrize("unit", Unit)
def test_each_value_is_that_of_its_definition_in_every_unit(row, unit):
    for p, q in PAIRS:
        for order in (0.5, 1.0, DEFAULT_ORDER, 7.0):
            truth = truths(p, q, order)[row.name]
            base = mpmath.log(BASES[unit])
            truth /= {Scale.INFORMATION: base, Scale.ROOT: mpmath.sqrt(base), Scale.NONE: 1}[row.scale]
            value = row.in_unit(measure(p, q), unit, order)
            assert value == pytest.approx(float(truth), rel=1e-13, abs=1e-15), (p, q, order)
            assert math.copysign(1.0, value) == 1.0
            low, high = row.bounds(len(p), unit)
            assert low - 1e-15 <= value <= high * (1 + 1e-15)


@pytest.mark.parametrize("row", MEASURES, ids=lambda row: row.name)
def test_the_direction_is_what_the_value_depends_on(row):
    (p, q), other = PAIRS[1], [1.0, 5.0, 2.0]

    def value(first, second):
        return row.in_unit(measure(first, second), Unit.NAT, 3.0)

    assert (value(p, other) == value(p, q)) is (row.direction is Direction.OF_P)
    assert (value(other, q) == value(p, q)) is (row.direction is Direction.OF_Q)
    assert (value(q, p) == pytest.approx(value(p, q), rel=1e-14)) is (row.direction is Direction.SYMMETRIC)


def test_an_end_of_a_range_may_be_any_number():
    row = Measure("m", "m", "m", lambda *_: 0.0, Direction.OF_P, range=("-0.5", "2"), scale=Scale.NONE)
    assert row.bounds(4, Unit.BIT) == (-0.5, 2.0)


def test_a_name_is_the_key_of_one_measure_and_that_of_a_function():
    names = [row.name for row in MEASURES]
    assert len(set(names)) == len({row.written for row in MEASURES}) == len(names)
    assert [named(name).name for name in names] == names
    with pytest.raises(KeyError):
        named("no_measure")
    functions = {*measures.__all__, *further_measures.__all__} - {"Measures", "measure", "entropy"}
    assert functions - {"renyi_entropy", "tsallis_entropy"} <= set(names)
    p, q = PAIRS[0]
    for name in sorted(functions & set(names)):
        function = getattr(measures, name, None) or getattr(further_measures, name)
        given = [p] if name == "efficiency" else [p, q, 3.0] if named(name).takes_order else [p, q]
        assert function(*given) == named(name).value(measure(p, q), 3.0), name
