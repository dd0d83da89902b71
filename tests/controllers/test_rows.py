"""Stepping through the rows of a table. Oracle: scipy's rel_entr, and hand arithmetic."""

import numpy as np
import pytest
from scipy.special import rel_entr

from klscope.controllers.editor import Editor
from klscope.controllers.rows import RowsController
from klscope.files.tables.contents import NumberTable
from klscope.files.tables.options import NumberKind
from klscope.files.tables.row_pairs import OtherSide, RowPairs
from klscope.model.comparison import Comparison, Side
from klscope.model.edits import SetProbability
from klscope.model.store import Store

COUNTS = np.array([[2, 2], [1, 3], [4, 0], [0, 5]])


@pytest.fixture
def store():
    return Store(Comparison.from_weights(("a", "b"), [1, 1], [1, 3]))


@pytest.fixture
def rows(qtbot, store):
    made = RowsController(Editor(store))
    made.open(RowPairs(NumberTable(COUNTS), None, NumberKind.COUNTS, None, other=OtherSide.UNIFORM, source="t.npy"))
    qtbot.waitUntil(lambda: made.known == 4)
    return made


def test_the_first_row_is_shown_and_the_divergences_of_all_are_computed(store, rows):
    assert store.comparison.p.probabilities.tolist() == [0.5, 0.5]
    shares = COUNTS / COUNTS.sum(1, keepdims=True)
    assert rows.divergences == pytest.approx(rel_entr(shares, 0.5).sum(axis=1))


def test_rows_shown_one_after_the_other_are_one_step(store, rows):
    rows.step(1)
    rows.step(1)
    assert store.comparison.p.probabilities.tolist() == [1.0, 0.0]
    assert store.comparison.origin.name == "t.npy · 3"
    assert store.history.position == 1
    store.perform(SetProbability(Side.Q, 0, 0.2))
    rows.step(1)
    assert store.history.position == 3
    store.undo()
    assert store.comparison.q.probabilities.tolist() == [0.2, 0.8]


def test_the_ends_hold(rows):
    rows.step(-5)
    assert rows.position == 0
    rows.go(100)
    assert rows.position == 3


def test_ordered_by_divergence_the_row_stays_and_ties_keep_their_order(rows):
    rows.go(1)
    rows.set_order(True)
    assert [rows.row, rows.position] == [1, 2]
    assert rows.ordered.tolist() == sorted(rows.divergences.tolist(), reverse=True)
    rows.go(0)
    assert rows.row == 2
    rows.set_order(False)
    assert rows.position == 2


def test_the_mean_of_the_rows_and_back(store, rows):
    rows.show_mean(True)
    # by hand: the mean of (1/2, 1/2), (1/4, 3/4), (1, 0), (0, 1)
    assert store.comparison.p.probabilities == pytest.approx([7 / 16, 9 / 16])
    rows.step(1)
    assert not rows.is_mean
    assert store.comparison.p.probabilities.tolist() == [0.25, 0.75]


def test_the_rows_are_compared_with_their_mean(qtbot, store, rows):
    rows.set_other(OtherSide.MEAN)
    qtbot.waitUntil(lambda: rows.known == 4)
    assert store.comparison.q.probabilities == pytest.approx([7 / 16, 9 / 16])


def test_a_row_that_is_no_distribution_is_refused(qtbot, store, rows):
    rows.open(RowPairs(NumberTable(np.array([[1.0, 1.0], [0.0, 0.0], [1.0, 2.0]])), None, NumberKind.COUNTS, None))
    with qtbot.waitSignal(rows.refused):
        rows.step(1)
    assert store.comparison.p.probabilities.tolist() == [0.5, 0.5]
    qtbot.waitUntil(lambda: rows.known == 3)
    assert np.isnan(rows.divergences).tolist() == [False, True, False]


def test_a_closed_table_leaves_the_pair(store, rows):
    rows.close()
    assert rows.count == 0
    rows.step(1)
    assert store.comparison.p.probabilities.tolist() == [0.5, 0.5]
