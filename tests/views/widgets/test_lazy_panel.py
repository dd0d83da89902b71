"""A lazy panel shows the latest state: within a while where it is seen, on sight where it was hidden."""

import pytest
from PySide6.QtWidgets import QWidget
from states import pair, state_of

from klscope.views.widgets.lazy_panel import LazyPanel


class Panel(LazyPanel, QWidget):
    """One that remembers what it showed."""

    at_once_up_to = 2

    def __init__(self):
        super().__init__()
        self.seen = []

    def build(self):
        self.seen.append("built")

    def show_now(self, snapshot):
        self.seen.append(snapshot)


@pytest.fixture
def panel(qtbot):
    made = Panel()
    qtbot.addWidget(made)
    return made


FIRST, SECOND, FEW = state_of(), state_of(), pair([1, 1], [1, 3])


def test_hidden_it_does_nothing_and_on_sight_it_shows_the_latest(panel):
    panel.show_snapshot(FIRST)
    panel.show_snapshot(SECOND)
    assert panel.seen == []
    assert panel.latest is SECOND
    panel.show()
    assert panel.seen == ["built", SECOND]


def test_of_many_states_the_latest_is_shown_once(panel, qtbot):
    panel.show()
    for state in (FIRST, SECOND):
        panel.show_snapshot(state)
    assert panel.seen == ["built"]
    qtbot.waitUntil(lambda: len(panel.seen) > 1)
    assert panel.seen == ["built", SECOND]
    panel.refresh()
    assert panel.seen == ["built", SECOND]


def test_few_categories_are_shown_at_once(panel):
    panel.show()
    panel.show_snapshot(FEW)
    assert panel.seen == ["built", FEW]


def test_it_shows_the_same_state_again_where_it_is_seen(panel):
    panel.show_snapshot(FEW)
    panel.show_again()
    assert panel.seen == []
    panel.show()
    panel.show_again()
    assert panel.seen == ["built", FEW, FEW]
