"""The weights that numbers give. Softmax and log-softmax are checked against mpmath with 50 digits."""

import mpmath
import numpy as np
import pytest

from klscope.files.tables.contents import DataError, Question
from klscope.files.tables.numbers import read_numbers
from klscope.files.tables.options import DecimalSign, NumberKind, ReadOptions
from klscope.files.tables.values import as_values, check_used, distribution_of, log_probabilities_of
from klscope.model.comparison import Side

KIND = NumberKind


def test_softmax_with_a_temperature_is_that_of_mpmath():
    logits, temperature = [-4885.4614, 4878.027, 4870.5], 1.7
    with mpmath.workdps(50):
        exponents = [mpmath.mpf(value) / mpmath.mpf(temperature) for value in logits]
        whole = mpmath.log(sum(mpmath.exp(one) for one in exponents))
        expected = [float(one - whole) for one in exponents]
    values = as_values(read_numbers([repr(one) for one in logits], DecimalSign.POINT), KIND.LOGITS, temperature)
    assert values.weights == pytest.approx(expected, rel=1e-14)


def test_log_softmax_does_not_overflow():
    assert log_probabilities_of(np.array([[1e308, 0.0]]), KIND.LOGITS, 1.0).tolist() == [[0.0, -1e308]]


def test_minus_infinity_is_the_logarithm_of_zero():
    numbers = read_numbers(["-inf", "0"], DecimalSign.POINT)
    assert as_values(numbers, KIND.LOG_PROBABILITIES, 1.0).weights.tolist() == [-np.inf, 0.0]


def test_percentages_have_their_sum_in_percent():
    assert as_values(read_numbers(["50.01%", "50.01%"], DecimalSign.POINT), KIND.PERCENT, 1.0).total == pytest.approx(
        100.02
    )
    assert as_values(read_numbers(["40", "62"], DecimalSign.POINT), KIND.PERCENT, 1.0).total == 102.0


@pytest.mark.parametrize(
    ("texts", "kind", "words"),
    [
        (("1", "-2"), KIND.COUNTS, "-2 is negative"),
        (("0.5", "-inf"), KIND.PROBABILITIES, "−∞ is negative"),
        (("-1", "0.5"), KIND.LOG_PROBABILITIES, "0.5 is above 0"),
    ],
)
def test_numbers_that_are_not_of_the_kind_are_refused_with_their_row(texts, kind, words):
    with pytest.raises(DataError, match=words) as error:
        as_values(read_numbers(texts, DecimalSign.POINT), kind, 1.0)
    assert error.value.question is Question.NUMBERS
    assert error.value.row == 1


def test_all_zero_is_refused():
    with pytest.raises(DataError, match="all numbers are 0"):
        as_values(read_numbers(["0", "0"], DecimalSign.POINT), KIND.COUNTS, 1.0)
    with pytest.raises(DataError, match="all probabilities are 0"):
        as_values(read_numbers(["-inf", "-inf"], DecimalSign.POINT), KIND.LOG_PROBABILITIES, 1.0)


def test_a_weight_that_would_become_0_is_told_with_its_place():
    with pytest.raises(DataError, match="1e-300 would become 0 beside the largest weight, 1e300") as error:
        distribution_of(np.array([1.0, 1e-300, 1e300]), KIND.COUNTS, Side.P)
    assert error.value.row == 1


def test_options_without_effect_are_refused():
    check_used(ReadOptions(temperature=2.0, add=1.0), [KIND.LOGITS, KIND.COUNTS])
    for options, words in ((ReadOptions(temperature=2.0), "temperature"), (ReadOptions(add=1.0), "only counts")):
        with pytest.raises(DataError, match=words):
            check_used(options, [KIND.PROBABILITIES, None])
