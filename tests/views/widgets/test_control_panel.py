"""The panel below a button: where it stands, and what closes it. Oracle: the rectangles of button and screen."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QToolButton, QWidget

from klscope.views.widgets.control_panel import ControlPanel, Setting, stops_of


@pytest.fixture
def pane(show):
    pane = QWidget()
    pane.button = QToolButton(pane)
    pane.button.setText("Settings")
    pane.line = QLineEdit()
    pane.panel = ControlPanel(pane.button, [Setting(QLabel("Seed"), pane.line)])
    return show(pane, 300, 300)


def place(widget):
    return widget.frameGeometry()


def test_it_opens_below_its_button_and_within_the_screen(pane):
    screen = pane.screen().availableGeometry()
    for at in (QPoint(40, 40), QPoint(screen.right() - 60, 40), QPoint(40, screen.bottom() - 30)):
        pane.move(at)
        pane.panel.open()
        button = pane.button.mapToGlobal(QPoint(0, 0))
        assert screen.contains(place(pane.panel))
        above = at.y() > 100
        edge = place(pane.panel).bottom() if above else place(pane.panel).top()
        assert abs(edge - (button.y() if above else button.y() + pane.button.height())) <= 4
        assert place(pane.panel).left() <= button.x() + 2
        pane.panel.hide()


def press(pane, at):
    kind, left = QMouseEvent.Type.MouseButtonPress, Qt.MouseButton.LeftButton
    inside = QPointF(pane.panel.mapFromGlobal(at))
    event = QMouseEvent(kind, inside, QPointF(at), left, left, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(pane.panel, event)


def test_a_press_beside_closes_it_and_one_on_its_button_does_not_open_it_again(pane):
    for at, replayed in ((pane.mapToGlobal(QPoint(290, 290)), True), (pane.button.mapToGlobal(QPoint(4, 4)), False)):
        pane.panel.open()
        press(pane, at)
        assert not pane.panel.isVisible()
        assert pane.panel.testAttribute(Qt.WidgetAttribute.WA_NoMouseReplay) is not replayed


def test_a_press_inside_leaves_it_open(pane):
    pane.panel.open()
    press(pane, pane.panel.mapToGlobal(QPoint(3, 3)))
    assert pane.panel.isVisible()
    pane.panel.hide()


def test_what_is_taken_stands_below_the_settings(pane):
    button = QToolButton()
    pane.panel.take(button)
    pane.panel.open()
    assert button.isVisible()
    assert button.y() > pane.line.y() + pane.line.height()
    assert pane.panel.stops([button]) == stops_of([pane.line, button]) == [pane.line, button]
    pane.panel.hide()
