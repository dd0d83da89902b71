"""Pairs of the rows of tables. Softmax and KL by scipy (softmax, rel_entr); the mean of KL to the mean is the mutual
information of row and category, by scipy's entropy."""

import numpy as np
import pytest
from scipy.special import log_softmax, rel_entr, softmax
from scipy.stats import entropy

from klscope.files.tables.contents import DataError, NumberTable
from klscope.files.tables.options import NumberKind
from klscope.files.tables.row_pairs import OtherSide, RowPairs
from klscope.theory.log_measured import measures_of

KIND = NumberKind


def logits(rows=40, n=7, seed=3):
    return np.random.default_rng(seed).normal(0.0, 2.0, (rows, n)).astype(np.float32)


def test_rows_of_logits_against_rows_of_logits():
    p, q = logits(seed=1), logits(seed=2)
    pairs = RowPairs(NumberTable(p), NumberTable(q), KIND.LOGITS, KIND.LOGITS, temperature=2.0)
    expected = rel_entr(softmax(p.astype(float) / 2, axis=1), softmax(q.astype(float) / 2, axis=1)).sum(axis=1)
    assert pairs.divergences(0, 40) == pytest.approx(expected, rel=1e-10)
    comparison = pairs.comparison(5)
    assert comparison.q.probabilities == pytest.approx(softmax(q[5].astype(float) / 2), rel=1e-12)
    assert (pairs.count, pairs.n, pairs.name(5)) == (40, 7, "6")


def test_rows_against_their_mean():
    counts = np.random.default_rng(4).integers(0, 9, (30, 5)) + 1
    shares = counts / counts.sum(axis=1, keepdims=True)
    pairs = RowPairs(NumberTable(counts), None, KIND.COUNTS, None)
    information = entropy(shares.mean(axis=0)) - entropy(shares, axis=1).mean()
    assert pairs.divergences(0, 30).mean() == pytest.approx(information, rel=1e-12)
    assert pairs.mean().q.probabilities == pytest.approx(shares.mean(axis=0), rel=1e-14)


def test_rows_against_the_uniform_distribution():
    counts = np.array([[1, 3], [2, 2], [5, 0]])
    pairs = RowPairs(NumberTable(counts), None, KIND.COUNTS, None, other=OtherSide.UNIFORM)
    assert pairs.divergences(0, 3) == pytest.approx(np.log(2) - entropy(counts / counts.sum(1, keepdims=True), axis=1))


def test_classes_against_logits_give_the_cross_entropy_of_a_classifier():
    q = logits()
    classes = np.arange(40) % 7
    pairs = RowPairs(NumberTable(classes), NumberTable(q), KIND.SAMPLES, KIND.LOGITS)
    expected = -np.log(softmax(q.astype(float), axis=1)[np.arange(40), classes])
    assert pairs.divergences(0, 40) == pytest.approx(expected, rel=1e-10)
    assert pairs.comparison(8).p.probabilities.tolist() == [0, 1, 0, 0, 0, 0, 0]


SIXTEEN_BITS = np.array([[0.0, -2000.0], [3.0, 1.0], [0.0, 0.0]])


@pytest.mark.parametrize("temperature", [1.0, 2.0])
@pytest.mark.parametrize(
    ("p", "p_kind"),
    [
        (SIXTEEN_BITS, KIND.LOGITS),
        (log_softmax(SIXTEEN_BITS, axis=1), KIND.LOG_PROBABILITIES),
        (softmax(SIXTEEN_BITS, axis=1), KIND.PROBABILITIES),
        (np.array([[1, 0], [1, 3], [2, 2]]), KIND.COUNTS),
        (np.array([0, 1, 1]), KIND.SAMPLES),
    ],
)
@pytest.mark.parametrize(
    ("q", "q_kind"),
    [
        (SIXTEEN_BITS[::-1], KIND.LOGITS),
        (np.array([[-1e-10, -30.0], [-np.inf, 0.0], [np.log(0.5), np.log(0.5)]]), KIND.LOG_PROBABILITIES),
        (np.array([[1.0, 0.0], [0.5, 0.5], [0.25, 0.75]]), KIND.PROBABILITIES),
        (np.array([[3e307, 3e307], [1e308, 1e308], [1e-300, 1e-301]]), KIND.PROBABILITIES),
        (np.array([[0, 4], [2, 2], [1, 5]]), KIND.COUNTS),
    ],
)
def test_the_divergence_of_a_row_is_that_of_its_pair(p, p_kind, q, q_kind, temperature):
    pairs = RowPairs(NumberTable(p), NumberTable(q), p_kind, q_kind, temperature, added=0.5)
    shown = [measures_of(one.p, one.q).kl_divergence for one in map(pairs.comparison, range(3))]
    assert pairs.divergences(0, 3) == pytest.approx(shown, rel=1e-12, abs=1e-15)


def test_a_temperature_is_for_logits_alone():
    logs = log_softmax(np.array([[1.0, 2.0], [0.0, 3.0], [2.0, 2.0]]), axis=1)
    pairs = RowPairs(NumberTable(logs), None, KIND.LOG_PROBABILITIES, None, 2.0, other=OtherSide.UNIFORM)
    assert pairs.divergences(0, 3) == pytest.approx(np.log(2) - entropy(np.exp(logs), axis=1), rel=1e-12)


def test_a_number_is_added_to_each_count():
    pairs = RowPairs(NumberTable(np.array([[2, 0], [1, 1]])), None, KIND.COUNTS, None, added=1.0)
    assert pairs.comparison(0).p.probabilities.tolist() == [0.75, 0.25]  # by hand: 3 and 1 of 4
    assert pairs.mean().q.probabilities.tolist() == [0.625, 0.375]


@pytest.mark.parametrize("refused", [[1e300, 1e-300], [-1.0, 2.0], [np.nan, 1.0], [np.inf, 1.0], [0.0, 0.0]])
def test_what_is_refused_as_a_pair_has_no_divergence(refused):
    table = NumberTable(np.array([[1.0, 1.0], refused, [1.0, 2.0]]))
    pairs = RowPairs(table, None, KIND.PROBABILITIES, None)
    with pytest.raises(DataError, match="P, row 2") as told:
        pairs.comparison(1)
    assert told.value.row == {1e300: 1, 0.0: None}.get(refused[0], 0)
    assert np.isnan(pairs.divergences(0, 3)).tolist() == [False, True, False]
    assert pairs.mean().q.probabilities == pytest.approx([5 / 12, 7 / 12])  # by hand: of (1/2, 1/2) and (1/3, 2/3)


def test_sums_of_all_rows_are_kept_for_another_q():
    pairs = RowPairs(NumberTable(np.array([[2, 0], [1, 1]])), None, KIND.COUNTS, None)
    assert pairs.needs_sums
    pairs.comparison(0)
    assert not pairs.needs_sums
    assert pairs.with_other(OtherSide.UNIFORM).with_other(OtherSide.MEAN).has_sums
    both = RowPairs(pairs.p, pairs.p, KIND.COUNTS, KIND.COUNTS)
    both.comparison(0)
    assert not both.has_sums
    both.mean()
    assert both.has_sums


def test_names_of_rows_and_categories():
    table = NumberTable(np.ones((3, 2)), ("a", "b"), ("one", "two", "three"))
    pairs = RowPairs(table, None, KIND.COUNTS, None, source="file.npz")
    comparison = pairs.comparison(1)
    assert (pairs.name(1), comparison.labels) == ("two", ("a", "b"))
    assert comparison.origin.name == "file.npz · two"


def test_a_row_that_is_no_distribution_has_no_divergence_and_is_refused_when_opened():
    table = NumberTable(np.array([[1.0, 1.0], [0.0, 0.0], [np.nan, 1.0]]))
    pairs = RowPairs(table, None, KIND.COUNTS, None, other=OtherSide.UNIFORM)
    assert np.isnan(pairs.divergences(0, 3)).tolist() == [False, True, True]
    for row, words in ((1, "all numbers are 0"), (2, "P, row 3, column 1: nan is not a finite number")):
        with pytest.raises(DataError, match=words) as told:
            pairs.comparison(row)
        assert told.value.column == row + 1  # where the rows are the columns of the preview


def test_tables_that_do_not_fit_are_refused():
    with pytest.raises(DataError, match="P has 3 rows and Q has 2"):
        RowPairs(NumberTable(np.ones((3, 2))), NumberTable(np.ones((2, 2))), KIND.COUNTS, KIND.COUNTS)
    with pytest.raises(DataError, match="2 categories and those of Q 3"):
        RowPairs(NumberTable(np.ones((3, 2))), NumberTable(np.ones((3, 3))), KIND.COUNTS, KIND.COUNTS)
    pairs = RowPairs(NumberTable(np.array([0, 5])), NumberTable(np.ones((2, 3))), KIND.SAMPLES, KIND.COUNTS)
    for refused in (lambda: pairs.comparison(1), pairs.mean):
        with pytest.raises(DataError, match="row 2: class 5 is not one of 0 to 2"):
            refused()
    nothing = RowPairs(NumberTable(np.zeros((3, 2))), None, KIND.COUNTS, None)
    with pytest.raises(DataError, match="no row is a distribution"):
        nothing.mean()
