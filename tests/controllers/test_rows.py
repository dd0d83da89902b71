"""Stepping through the rows of a table. Oracle: scipy's rel_entr, and hand arithmetic."""

import gc
import threading
import weakref

import numpy as np
import pytest
from scipy.special import rel_entr

from klscope.controllers import rows as rows_module
from klscope.controllers.editor import Editor
from klscope.controllers.rows import RowsController
from klscope.files.tables import row_pairs
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


BAD = np.array([[1.0, 1.0], [0.0, 0.0], [1.0, 3.0]])


def test_a_refused_row_leaves_what_is_shown_and_the_next_step_goes_past_it(qtbot, store, rows):
    rows.open(RowPairs(NumberTable(BAD), None, NumberKind.COUNTS, None))
    with qtbot.waitSignals([rows.refused, rows.changed]):
        rows.step(1)
    assert (rows.row, rows.position, rows.is_mean) == (0, 0, False)
    rows.step(1)
    assert rows.row == 2
    assert store.comparison.p.probabilities.tolist() == [0.25, 0.75]
    with qtbot.waitSignal(rows.refused):
        rows.step(-1)
    assert rows.row == 2
    rows.step(-1)
    assert rows.row == 0


def test_a_refused_mean_is_not_the_mean(qtbot, rows):
    q = NumberTable(np.ones((4, 2)))
    rows.open(RowPairs(NumberTable(np.array([0, 1, -100, 1])), q, NumberKind.SAMPLES, NumberKind.COUNTS))
    with qtbot.waitSignals([rows.refused, rows.changed]):
        rows.show_mean(True)
    assert not rows.is_mean


def test_what_needs_many_rows_is_computed_in_a_thread_once(qtbot, monkeypatch, store, rows):
    monkeypatch.setattr(row_pairs, "CELLS_AT_ONCE", 2)
    gate, threads, summed = threading.Event(), [], RowPairs._summed

    def slowly(self, table, kind):
        threads.append(threading.current_thread() is threading.main_thread())
        gate.wait(5.0)
        return summed(self, table, kind)

    monkeypatch.setattr(RowPairs, "_summed", slowly)
    monkeypatch.setattr(rows_module, "PATIENCE", 0.001)
    rows.open(RowPairs(NumberTable(COUNTS), NumberTable(COUNTS[:, ::-1]), NumberKind.COUNTS, NumberKind.COUNTS))
    qtbot.waitUntil(lambda: rows.known == 4)
    for on in (True, False, True):
        rows.show_mean(on)
    assert not rows.is_mean
    with qtbot.waitSignal(rows.changed):
        gate.set()
    assert rows.is_mean
    assert store.comparison.q.probabilities == pytest.approx([9 / 16, 7 / 16])
    assert threads == [False, False]
    rows.show_mean(False)
    rows.show_mean(True)
    assert rows.is_mean
    assert len(threads) == 2


def test_another_row_is_shown_rather_than_a_mean_that_is_still_computed(qtbot, monkeypatch, store, rows):
    monkeypatch.setattr(row_pairs, "CELLS_AT_ONCE", 2)
    monkeypatch.setattr(rows_module, "PATIENCE", 0.001)
    gate, summed = threading.Event(), RowPairs._summed
    monkeypatch.setattr(RowPairs, "_summed", lambda *given: (gate.wait(5.0), summed(*given))[1])
    rows.open(RowPairs(NumberTable(COUNTS), NumberTable(COUNTS), NumberKind.COUNTS, NumberKind.COUNTS))
    rows.show_mean(True)
    rows.step(1)
    gate.set()
    qtbot.wait(50)
    assert (rows.row, rows.is_mean) == (1, False)
    assert store.comparison.p.probabilities.tolist() == [0.25, 0.75]


def test_divergences_are_reported_now_and_then(qtbot, monkeypatch, rows):
    monkeypatch.setattr(rows_module, "CELLS_AT_ONCE", 2)  # a block for each row
    counts = np.random.default_rng(5).integers(1, 9, (5000, 2))
    told = []
    rows.progressed.connect(lambda: told.append(rows.known))
    pairs = RowPairs(NumberTable(counts), None, NumberKind.COUNTS, None)
    monkeypatch.setattr(rows_module, "PAUSE", 3600.0)
    rows.open(pairs)
    qtbot.waitUntil(lambda: rows.known == 5000)
    assert told == [5000]
    assert rows.divergences == pytest.approx(pairs.divergences(0, 5000))


def test_another_table_is_another_step(store, rows):
    rows.step(1)
    rows.open(RowPairs(NumberTable(BAD), None, NumberKind.COUNTS, None))
    assert store.history.position == 2


def test_the_row_that_an_undo_returns_to_is_marked(store, rows):
    rows.step(2)
    store.perform(SetProbability(Side.Q, 0, 0.2))
    rows.set_other(OtherSide.MEAN)
    rows.show_mean(True)
    store.undo()
    store.undo()
    assert rows.has_shown(store.comparison.origin)
    rows.follow(store.comparison.origin)
    assert (rows.row, rows.is_mean, rows.pairs.other) == (2, False, OtherSide.UNIFORM)
    store.undo()
    assert not rows.has_shown(store.comparison.origin)


def test_a_closed_table_leaves_the_pair_and_nothing_of_the_rows(store, rows):
    table = weakref.ref(rows.pairs)
    rows.set_other(OtherSide.MEAN)
    rows.close()
    gc.collect()
    assert table() is None
    assert (rows.divergences.size, rows.ordered.size, rows.position, rows.is_mean) == (0, 0, 0, False)
    assert rows.count == 0
    rows.step(1)
    assert store.comparison.p.probabilities.tolist() == [0.5, 0.5]
