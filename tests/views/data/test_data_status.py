"""The right end of the status bar: waiting, and *Change…* for as long as the data are open."""

from functools import partial

import pytest
from PySide6.QtWidgets import QLabel, QToolButton

from klscope.model.comparison import Comparison
from klscope.model.edits import LoadComparison, Uniform
from klscope.model.store import Store
from klscope.views.data.data_status import DataStatus


def data(name, q):
    return Comparison.from_weights(("a", "b"), [1, 1], q).originating(name)


@pytest.fixture
def status(qtbot):
    made = DataStatus()
    qtbot.addWidget(made)
    made.show()
    return made


def button(status, name):
    return status.findChild(QToolButton, name)


def test_what_is_read_is_named_and_can_be_cancelled(status):
    heard = []
    status.cancelled.connect(partial(heard.append, "cancelled"))
    status.show_waiting("large.csv")
    assert status.findChild(QLabel).text() == "Reading large.csv"
    button(status, "cancelReading").click()
    assert heard == ["cancelled"]
    status.show_waiting("")
    assert not button(status, "cancelReading").isVisible()


def test_change_stays_until_other_data_are_open(status, qtbot):
    store = Store(data("one.csv", [1, 3]))
    store.changed.connect(status.show_snapshot)
    status.offer_change(store.comparison.origin)
    change = button(status, "changeReading")
    store.perform(Uniform(store.view.active))
    qtbot.wait(5)
    assert change.isVisible()
    seen = []
    store.changed.connect(lambda _snapshot: seen.append(change.isVisible()))
    store.perform(LoadComparison(data("two.csv", [1, 1])))
    assert seen == [True]  # not hidden while the store emits
    qtbot.waitUntil(lambda: not change.isVisible())
