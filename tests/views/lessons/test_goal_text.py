"""The goal with its live numbers: a new number is painted, and nothing is laid out anew for it."""

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from klscope.views.lessons.goal_text import GoalText
from klscope.views.magnification import scale_font


class LayoutRequests(QObject):
    """Counts how often a widget is asked to lay out what is in it."""

    def __init__(self, of: QWidget) -> None:
        super().__init__(of)
        self.count = 0
        of.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: ARG002
        self.count += event.type() is QEvent.Type.LayoutRequest
        return False


@pytest.fixture
def goal(show) -> GoalText:
    pane = QWidget()
    column = QVBoxLayout(pane)
    text = GoalText()
    column.addWidget(text)
    column.addStretch(1)
    text.show_html("Goal: KL &lt; 0.2 · now 0.625")
    show(pane, 300, 200)
    QApplication.processEvents()
    return text


def test_a_new_number_is_painted_where_it_stands(goal: GoalText) -> None:
    requests, before = LayoutRequests(goal.parentWidget()), goal.grab().toImage()
    goal.show_html("Goal: KL &lt; 0.2 · now 0.311")
    QApplication.processEvents()
    assert requests.count == 0
    assert goal.grab().toImage() != before
    assert goal.text() == "Goal: KL &lt; 0.2 · now 0.311"
    assert goal.accessibleName() == "Goal: KL < 0.2 · now 0.311"


def test_what_is_higher_gets_its_room(goal: GoalText) -> None:
    before = goal.height()
    goal.show_html("<p>Goal: KL</p><p>and more</p><p>and more</p>")
    QApplication.processEvents()
    assert goal.height() > 2 * before
    goal.show_html("")
    assert goal.isHidden()
    goal.show_html("Goal: TV")
    QApplication.processEvents()
    assert goal.isVisible()
    assert goal.height() == before


def test_letters_that_grow_have_the_room_of_the_number_that_is_shown(goal: GoalText) -> None:
    goal.show_html("Goal: KL &lt; 0.2 · now 0.311")
    scale_font(goal, 2.0)
    QApplication.processEvents()
    assert goal.height() >= goal.heightForWidth(goal.width())
    assert goal.heightForWidth(goal.width()) > 40
