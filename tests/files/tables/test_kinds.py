"""What the numbers of a column, or of rows, are: proposals by the rules of `propose_for`."""

import numpy as np
import pytest

from klscope.files.tables.kinds import Extent, propose, propose_for
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


def extent(*rows):
    return Extent.of(np.array(rows, dtype=np.float64))


def test_the_kind_of_rows_is_that_which_fits_each():
    log_half = np.log(0.5)
    for first, second, kind in (
        ([0.5, 0.5], [0.4, 0.6], KIND.PROBABILITIES),
        ([0.5, 0.5], [-1.0, 2.0], KIND.LOGITS),
        ([log_half, log_half], [0.0, -np.inf], KIND.LOG_PROBABILITIES),
        ([log_half, log_half], [-1.0, -1.0], KIND.LOGITS),
        ([log_half, log_half], [0.5, 0.5], KIND.LOGITS),
        ([50.5, 49.5], [100.0, 0.0], KIND.PERCENT),
        ([50.5, 49.5], [1.5, 0.0], KIND.PROBABILITIES),
    ):
        for one, other in ((first, second), (second, first)):
            for whole in (extent(one).joined(extent(other)), extent(one, other, [np.nan, 1.0])):
                assert propose_for(whole, "", whole=False).kind is kind, (one, other)
    assert extent([np.nan, 1.0]) is None
