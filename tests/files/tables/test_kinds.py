"""What the numbers of a column are: proposals by the rules of `propose`, and the weights that they give.

Softmax and log-softmax are checked against mpmath with 50 digits.
"""

import mpmath
import numpy as np
import pytest

from klscope.files.tables.contents import DataError, Question
from klscope.files.tables.kinds import as_values, log_softmax, propose
from klscope.files.tables.numbers import read_numbers
from klscope.files.tables.options import DecimalSign, NumberKind

KIND = NumberKind


def proposed(*texts, head=""):
    return propose(read_numbers(texts, DecimalSign.POINT), head)


@pytest.mark.parametrize(
    ("texts", "head", "kind", "is_certain"),
    [
        (("0.5", "0.25", "0.25"), "", KIND.PROBABILITIES, True),
        (("0.334", "0.333", "0.333", "0.005"), "", KIND.PROBABILITIES, True),  # rounded, sums to 1.005
        (("0", "1", "0"), "", KIND.PROBABILITIES, True),
        (("50%", "25%", "25%"), "", KIND.PERCENT, True),
        (("50%", "0", "50%"), "", KIND.PERCENT, True),
        (("8.17", "91.83"), "", KIND.PERCENT, True),
        (("50", "30", "20"), "", KIND.COUNTS, True),  # whole numbers, though they sum to 100
        (("1204", "310"), "", KIND.COUNTS, True),
        (("2.5", "0.5", "4"), "", KIND.PROBABILITIES, True),  # weights: divided by their sum
        (("-1", "2", "0.5"), "", KIND.LOGITS, False),
        (("-0.6931471805599453", "-0.6931471805599453"), "", KIND.LOG_PROBABILITIES, False),
        (("-0.5", "-0.25"), "", KIND.LOGITS, False),
        (("0.98", "0.02"), "score", KIND.PROBABILITIES, True),  # as classifiers report it
        (("3.5", "0.02"), "score", KIND.LOGITS, False),
        (("8", "10", "6"), "teacher_logits", KIND.LOGITS, False),
        (("0.2", "0.8"), "logits", KIND.LOGITS, False),  # before the sum
        (("-0.5", "0.5"), "p", KIND.LOGITS, False),
        (("50%", "50%"), "score", KIND.PERCENT, True),  # a score that sums to 1 is no logit
        (("3", "4"), "score", KIND.LOGITS, False),
        (("0.5", "0.5"), "logprob", KIND.LOG_PROBABILITIES, False),
    ],
)
def test_what_is_proposed(texts, head, kind, is_certain):
    found = proposed(*texts, head=head)
    assert (found.kind, found.is_certain) == (kind, is_certain)
    assert found.reason


def test_softmax_with_a_temperature_is_that_of_mpmath():
    logits, temperature = [-4885.4614, 4878.027, 4870.5], 1.7
    with mpmath.workdps(50):
        exponents = [mpmath.mpf(value) / mpmath.mpf(temperature) for value in logits]
        whole = mpmath.log(sum(mpmath.exp(one) for one in exponents))
        expected = [float(one - whole) for one in exponents]
    values = as_values(read_numbers([repr(one) for one in logits], DecimalSign.POINT), KIND.LOGITS, temperature)
    assert values.weights == pytest.approx(expected, rel=1e-14)


def test_log_softmax_does_not_overflow():
    assert log_softmax(np.array([1e308, 0.0])).tolist() == [0.0, -1e308]


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
