"""Counting of raw samples; bins by numpy.histogram and its "auto" rule, other expected values by hand."""

import numpy as np
import pytest

from klscope.files.tables.contents import DataError
from klscope.files.tables.options import DecimalSign
from klscope.files.tables.samples import MOST_BINS_PROPOSED, count_samples

POINT = DecimalSign.POINT


def test_equal_texts_are_counted_in_the_order_of_first_appearance():
    labels, (p, q), _ = count_samples([["b", "a", "b", ""], ["a", "c"]], POINT, None)
    assert labels == ("b", "a", "c")
    assert (p.tolist(), q.tolist()) == ([2.0, 1.0, 0.0], [0.0, 1.0, 1.0])


def test_few_different_whole_numbers_are_counted_by_value():
    labels, (p,), _ = count_samples([["6", "1", "6", "10"]], POINT, None)
    assert labels == ("1", "6", "10")
    assert p.tolist() == [1.0, 2.0, 1.0]


def test_other_numbers_are_binned_with_edges_that_p_and_q_share():
    generator = np.random.default_rng(1)
    p, q = generator.normal(0.0, 1.0, 500), generator.normal(1.0, 2.0, 300)
    edges = np.histogram_bin_edges(np.concatenate([p, q]), "auto")
    labels, counts, note = count_samples([[repr(float(x)) for x in p], q], POINT, None)
    assert len(labels) == edges.size - 1 <= MOST_BINS_PROPOSED
    assert counts[0].tolist() == np.histogram(p, edges)[0].tolist()
    assert counts[1].tolist() == np.histogram(q, edges)[0].tolist()
    assert str(len(labels)) in note


def test_the_number_of_bins_can_be_given_and_their_names_are_their_edges():
    labels, (p,), _ = count_samples([["0", "1", "2", "3", "4"]], POINT, 2)
    assert labels == ("0 – 2", "2 – 4")
    assert p.tolist() == [2.0, 3.0]


def test_what_cannot_be_counted_is_refused():
    with pytest.raises(DataError, match="no samples"):
        count_samples([["", ""]], POINT, None)
    with pytest.raises(DataError, match="not numbers, so there are no bins"):
        count_samples([["a", "b"]], POINT, 3)
    with pytest.raises(DataError, match=r"all samples are 2\.5"):
        count_samples([["2.5", "2.5"]], POINT, None)
