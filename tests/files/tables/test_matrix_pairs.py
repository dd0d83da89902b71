"""Pairs from a matrix. The mutual information is H(X) + H(Y) − H(X, Y) by scipy's entropy."""

import numpy as np
import pytest
from scipy.stats import entropy

from klscope.files.tables.contents import Contents, DataError, NumberTable, TextTable
from klscope.files.tables.options import MatrixPair, ReadOptions
from klscope.files.tables.pairing import read_pair
from klscope.theory.measures import kl_divergence

CONFUSION = "true,cat,dog,bird\ncat,40,8,2\ndog,10,35,5\nbird,1,4,45\n"


def read(pair, content=CONFUSION):
    return read_pair([Contents("c.csv", {"": TextTable(content)})], ReadOptions(pair=pair), [])


def test_the_margins_are_joined_by_name():
    pair = read(MatrixPair.MARGINS)
    assert pair.labels == ("cat", "dog", "bird")
    assert pair.p.probabilities == pytest.approx([1 / 3] * 3)
    assert pair.q.probabilities == pytest.approx(np.array([51, 47, 52]) / 150)


def test_the_divergence_from_independence_is_the_mutual_information():
    pair = read(MatrixPair.INDEPENDENCE)
    matrix = np.array([[40, 8, 2], [10, 35, 5], [1, 4, 45]])
    expected = entropy(matrix.sum(1)) + entropy(matrix.sum(0)) - entropy(matrix.ravel())
    assert pair.labels[1] == "cat · dog"
    assert kl_divergence(pair.p.probabilities, pair.q.probabilities) == pytest.approx(expected, rel=1e-12)


def test_an_array_without_names_has_numbered_rows_and_columns():
    table = NumberTable(np.array([[1.0, 2.0, 1.0], [3.0, 4.0, 1.0], [1.0, 1.0, 1.0]]))
    pair = read_pair([Contents("c.npy", {"": table})], ReadOptions(pair=MatrixPair.INDEPENDENCE), [])
    assert pair.labels[:4] == ("1 · 1", "1 · 2", "1 · 3", "2 · 1")


def test_negative_cells_are_refused():
    with pytest.raises(DataError, match="line 2, column 'b': the cells of a matrix must be numbers from 0 up"):
        read(MatrixPair.MARGINS, "t,a,b,c\na,1,-2,3\nb,1,2,3\n")
