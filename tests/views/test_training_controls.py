"""The row of what is chosen in training: long names where they have room, short ones where they have not."""

import pytest
from PySide6.QtWidgets import QApplication, QHBoxLayout, QToolButton, QWidget

from klscope.theory.training import Family, Objective
from klscope.views import magnification
from klscope.views.theme import LIGHT, style_sheet
from klscope.views.training_controls import SettingsRow

LONG = ["forward: H(P,Q), KL(P‖Q) ▼", "softmax: every bar free ▼"]
SHORT = ["KL(P‖Q) ▼", "softmax ▼"]


def named(row: SettingsRow) -> list[str]:
    QApplication.processEvents()
    return [row.findChild(QToolButton, name).text() for name in ("trainObjective", "trainFamily")]


@pytest.fixture
def row(show) -> SettingsRow:
    pane = QWidget()
    pane.setStyleSheet(style_sheet(LIGHT))
    row = SettingsRow()
    layout = QHBoxLayout(pane)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.addWidget(row)
    show(pane, 800, 40)
    return row


def widths_by_names(row: SettingsRow) -> dict[str, int]:
    """Return up to how many pixels the row has short names, found by shrinking it pixel by pixel."""
    found = {}
    for width in range(800, 300, -1):
        row.window().resize(width, 40)
        found.setdefault(named(row)[0], width)
        if row.width() > width:
            break
    return found


def test_long_names_give_way_just_where_they_have_no_room(row):
    widest = widths_by_names(row)
    assert list(widest) == [LONG[0], SHORT[0]]
    row.window().resize(widest[SHORT[0]] + 1, 40)
    assert named(row) == LONG
    for button in row.findChildren(QToolButton):
        assert button.width() >= button.sizeHint().width()
    row.window().resize(widest[SHORT[0]], 40)
    assert named(row) == SHORT
    assert row.minimumSizeHint().width() < widest[SHORT[0]] - 100


def test_a_row_of_the_same_width_takes_short_names_when_letters_grow_and_long_ones_again(row):
    row.window().resize(widths_by_names(row)[SHORT[0]] + 1, 40)
    assert named(row) == LONG
    for factor, names in ((1.25, SHORT), (1.0, LONG)):
        magnification.magnify(factor, row)
        assert named(row) == names


def test_the_names_are_of_what_is_chosen(row):
    assert [action.data() for action in row.findChild(QToolButton, "trainObjective").menu().actions()] == [*Objective]
    assert [action.data() for action in row.findChild(QToolButton, "trainFamily").menu().actions()] == [*Family]
