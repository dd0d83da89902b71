"""Values in proportion. Oracle: rational arithmetic (fractions), rounded once."""

from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from klscope.theory.scaling import scaled

WEIGHTS = st.lists(st.floats(1e-12, 1.0), min_size=1, max_size=40)


@given(WEIGHTS, st.floats(1e-12, 1.0))
def test_each_value_is_rounded_once(weights: list[float], total: float) -> None:
    array = np.array(weights)
    whole = sum(map(Fraction, weights))
    for value, weight in zip(scaled(array, total).tolist(), weights, strict=True):
        truth = Fraction(total) * Fraction(weight) / whole
        assert abs(Fraction(value) - truth) <= Fraction(0.500001) * Fraction(float(np.spacing(value)))


@pytest.mark.parametrize("total", [1.0, 0.3, 5e-324, 0.0])
def test_zeros_and_extremes_stay_what_they_are(total: float) -> None:
    values = scaled(np.array([0.0, 1.0, 1e-300]), total)
    assert values[0] == 0.0
    assert values[1] == total
    assert np.isfinite(values).all()
