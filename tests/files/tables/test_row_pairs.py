"""Pairs of the rows of tables. Softmax and KL by scipy (softmax, rel_entr); the mean of KL to the mean is the mutual
information of row and category, by scipy's entropy."""

import numpy as np
import pytest
from scipy.special import rel_entr, softmax
from scipy.stats import entropy

from klscope.files.tables.contents import DataError, NumberTable
from klscope.files.tables.options import NumberKind
from klscope.files.tables.row_pairs import OtherSide, RowPairs

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
    for row, words in ((1, "all numbers are 0"), (2, "not finite")):
        with pytest.raises(DataError, match=words):
            pairs.comparison(row)


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
