"""Widgets in lines that wrap: none is cut, none overlaps, the height follows the width."""

from itertools import combinations

import pytest
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from klscope.views.widgets.flow import Flow


@pytest.fixture
def flow(qtbot):
    outside = QWidget()
    qtbot.addWidget(outside)
    column = QVBoxLayout(outside)
    made = Flow()
    made.outside = outside  # keeps it
    column.addWidget(made)
    column.addStretch(1)
    made.buttons = [QPushButton(f"button {k}") for k in range(5)]
    made.show_lines([made.buttons[:3], made.buttons[3:]])
    outside.resize(900, 400)
    outside.show()
    qtbot.waitExposed(outside)
    return made


def tops(flow):
    return [button.y() for button in flow.buttons]


def test_a_line_stays_together_where_there_is_room(flow):
    first, second = tops(flow)[0], tops(flow)[3]
    assert tops(flow) == [first] * 3 + [second] * 2
    assert second > first


def test_a_line_wraps_where_there_is_none(flow, qtbot):
    width = flow.buttons[0].width() * 2 + 40
    flow.window().resize(width, 400)
    qtbot.waitUntil(lambda: tops(flow)[2] > tops(flow)[1])
    qtbot.waitUntil(lambda: flow.height() == flow.heightForWidth(flow.width()))
    for one, other in combinations(flow.buttons, 2):
        assert not one.geometry().intersects(other.geometry())
    assert all(flow.rect().contains(button.geometry()) for button in flow.buttons)


def test_parts_that_are_not_shown_are_hidden(flow):
    flow.show_lines([flow.buttons[4:]])
    assert [button.isVisible() for button in flow.buttons] == [False] * 4 + [True]
    flow.show_lines([])
    assert not flow.isVisible()


def test_it_never_widens_its_window(flow):
    assert flow.minimumSizeHint().width() == 1
