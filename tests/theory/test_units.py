"""The units, against their definition: a logarithm of base 2, e or 10."""

import math

import mpmath
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from klscope.theory.measures import measure
from klscope.theory.units import Unit, parse_unit

BASES = {Unit.BIT: 2, Unit.NAT: mpmath.e, Unit.HARTLEY: 10}


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("bit", Unit.BIT),
        ("bits", Unit.BIT),
        ("nat", Unit.NAT),
        ("nats", Unit.NAT),
        ("hartley", Unit.HARTLEY),
        ("hartleys", Unit.HARTLEY),
        ("ban", Unit.HARTLEY),
        ("dit", Unit.HARTLEY),
        (" Bits ", Unit.BIT),
    ],
)
def test_a_name_finds_its_unit(text, unit):
    assert parse_unit(text) is unit


@pytest.mark.parametrize("text", ["", "byte", "b", "nits", "bitss", "log2"])
def test_another_name_is_refused_and_the_names_are_listed(text):
    with pytest.raises(ValueError, match=r"unknown unit .*bit.*nat.*hartley"):
        parse_unit(text)


def test_labels():
    assert [(unit.label, unit.singular) for unit in Unit] == [
        ("bits", "bit"),
        ("nats", "nat"),
        ("hartleys", "hartley"),
    ]


@pytest.mark.parametrize("unit", Unit)
def test_nats_per_unit_is_the_logarithm_of_the_base(unit):
    assert unit.nats_per_unit == float(mpmath.log(BASES[unit]))


@pytest.mark.parametrize("unit", Unit)
@pytest.mark.parametrize("name", ["label", "singular"])
def test_a_unit_is_found_by_the_names_it_shows(unit, name):
    assert parse_unit(getattr(unit, name)) is unit


@settings(derandomize=True, max_examples=200)
@given(st.floats(min_value=0.0, allow_nan=False, allow_infinity=True))
def test_nats_come_back_unchanged(value):
    assert Unit.NAT.from_nats(value) == value


@settings(derandomize=True, max_examples=200)
@given(st.floats(min_value=1e-290, max_value=1e4), st.sampled_from([Unit.BIT, Unit.HARTLEY]))
def test_a_conversion_is_right_to_one_rounding(value, unit):
    with mpmath.workprec(200):
        truth = mpmath.mpf(value) / mpmath.log(BASES[unit])
        assert abs(unit.from_nats(value) - truth) <= 2.0**-52 * truth


@pytest.mark.parametrize("unit", Unit)
def test_an_array_is_converted_entry_by_entry(unit):
    nats = np.array([0.0, 1.0, math.log(2.0), -0.25, math.inf])
    assert unit.from_nats(nats).tolist() == [unit.from_nats(value) for value in nats.tolist()]


def test_the_weather_in_bits():
    """Code lengths 1, 2, 3, 3 and 3, 1, 2, 3: all sums are dyadic, by hand."""
    weather = measure([1 / 2, 1 / 4, 1 / 8, 1 / 8], [1 / 8, 1 / 2, 1 / 4, 1 / 8])
    bits = Unit.BIT.from_nats
    two_ulp = 2.0**-51
    assert bits(weather.entropy_p) == pytest.approx(1.75, rel=two_ulp, abs=0)
    assert bits(weather.entropy_q) == pytest.approx(1.75, rel=two_ulp, abs=0)
    assert bits(weather.cross_entropy) == pytest.approx(2.375, rel=two_ulp, abs=0)
    assert bits(weather.reverse_cross_entropy) == pytest.approx(2.25, rel=two_ulp, abs=0)
    assert bits(weather.kl_divergence) == pytest.approx(0.625, rel=two_ulp, abs=0)
    assert bits(weather.kl_terms).tolist() == pytest.approx([1.0, -0.25, -0.125, 0.0], rel=two_ulp, abs=0)
