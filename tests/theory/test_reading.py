"""What is read as weights and what is refused, by every function of the theory that takes some."""

import math
import subprocess
import sys
from decimal import Decimal
from fractions import Fraction

import numpy as np
import pytest

from klscope.theory import further_measures, measures
from klscope.theory.distribution import Distribution, normalised
from klscope.theory.huffman import HuffmanCode
from klscope.theory.reading import DistributionError, read_weights
from small_cases import each

READERS = {
    "entropy": measures.entropy,
    "kl_divergence": lambda weights: measures.kl_divergence(weights, weights),
    "measure": lambda weights: measures.measure(weights, weights),
    "efficiency": further_measures.efficiency,
    "renyi": lambda weights: further_measures.renyi_divergence(weights, weights, 2),
    "normalised": normalised,
    "Distribution": Distribution,
    "from_weights": Distribution.from_weights,
    "Huffman": HuffmanCode.of,
}
MASKED = np.ma.array([0.25, 0.75, 5.0], mask=[False, False, True])

REFUSED = [
    (MASKED, "weight 3 is masked; leave it out"),
    ([0.5, np.ma.masked], "weight 2 is masked"),
    ((0.25, 0.75, MASKED[2]), "weight 3 is masked"),
    ([MASKED], "weight 1 is masked"),
    (np.ma.array([[1, 2]], mask=[[0, 1]]), "some weights are masked"),
    ([Fraction(1, 10**400), 1], "weight 1 is too small for a float64"),
    ([1, Decimal("1e-400")], "weight 2 is too small for a float64"),
    (np.array(["0.5", "1e-400"], dtype=np.longdouble), "weight 2 is too small for a float64"),
    ([1, 10**400], "weight 2 is too large for a float64"),
    ([Fraction(10**400), 1], "weight 1 is too large for a float64"),
    ([Decimal("1e400"), 1], "weight 1 is too large for a float64"),
    (np.array(["1e400", "1"], dtype=np.longdouble), "weight 1 is too large for a float64"),
    ([1 + 0j, 1], "weight 1 is not a real number"),
    (np.array([0.5 + 0j, 0.5]), "weight 1 is not a real number"),
    (["0.5", "0.5"], "weight 1 is not a real number"),
    ([b"1", 1.0], "weight 1 is not a real number"),
    ([0.5, None], "weight 2 is not a real number"),
    (np.array([1, 2], dtype="datetime64[s]"), "weight 1 is not a real number"),
    ({"a": 1}, "must be a flat sequence of numbers"),
    (iter([1, 2]), "must be a flat sequence of numbers"),
    ([Decimal("NaN"), 1], r"weight 1 is not a number \(NaN\)"),
    ([1, Decimal("Infinity")], "weight 2 is infinite"),
]


@pytest.mark.filterwarnings("error")
@pytest.mark.parametrize("reader", READERS.values(), ids=READERS)
@each(("weights", "message"), REFUSED)
def test_what_numpy_would_guess_at_or_lose_is_refused_with_what_and_where(weights, message, reader):
    with pytest.raises(DistributionError, match=message):
        reader(weights)


@pytest.mark.parametrize(
    ("weights", "expected"),
    [
        ([True, False], [1.0, 0.0]),
        ([Fraction(1, 3), Decimal("0.1"), 2], [1 / 3, 0.1, 2.0]),
        ([2**53 + 1, 0], [2.0**53, 0.0]),
        ([Fraction(1, 10**300), 0], [1e-300, 0.0]),
        ([Fraction(0), Decimal("-0"), 1], [0.0, 0.0, 1.0]),
        (np.array([1, 3], dtype=np.longdouble) / 4, [0.25, 0.75]),
        (np.ma.array([1.0, 2.0]), [1.0, 2.0]),
        (np.ma.array([1.0, 2.0], mask=[False, False]), [1.0, 2.0]),
        ([np.ma.array(1.0), 2.0], [1.0, 2.0]),
        (MASKED.compressed(), [0.25, 0.75]),
        (range(3), [0.0, 1.0, 2.0]),
    ],
)
def test_any_real_numbers_that_a_float64_can_hold_are_read(weights, expected):
    read = read_weights(weights)
    assert type(read) is np.ndarray
    assert read.dtype == np.float64
    assert read.tolist() == expected


class OfAnotherLibrary:
    """What a data frame's column or a tensor on the processor is to numpy."""

    def __array__(self, dtype=None, copy=None):
        return np.array([1.0, 3.0], dtype=dtype)


def test_what_converts_itself_to_an_array_is_read():
    assert Distribution.from_weights(OfAnotherLibrary()).probabilities.tolist() == [0.25, 0.75]


def test_a_lost_fraction_no_longer_makes_a_finite_divergence_infinite():
    """KL of (½, ½) and (2e-200, 1 − 2e-200) by hand: ½ log(½ / 2e-200) + ½ log ½ = 229.0…"""
    found = measures.kl_divergence([1, 1], [Fraction(2, 10**200), 1 - Fraction(2, 10**200)])
    assert found == pytest.approx(0.5 * (200 * math.log(10) - math.log(2)) - math.log(2), rel=1e-14)


def test_masked_arrays_are_not_loaded_to_look_for_them():
    script = (
        "import sys; from klscope.theory.measures import entropy; entropy([1, 2]); sys.exit('numpy.ma' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", script], check=False).returncode == 0
