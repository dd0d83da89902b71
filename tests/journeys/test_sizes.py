"""Magnification: by keys and menu, during drags, and stored. Oracle: proportion, ± 1 px."""

import pytest
from hands import ALT, CONTROL, between
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtWidgets import QApplication, QToolButton

from klscope.connections import sizes
from klscope.model.comparison import Side
from klscope.model.views import ViewMode
from klscope.remembering import remember
from klscope.views import magnification
from klscope.views.preferences.preferences import Preferences


@pytest.fixture(autouse=True)
def _large_screen(monkeypatch):
    monkeypatch.setattr(sizes, "room_on_screen", lambda window: QSize(3840, 2160))  # noqa: ARG005


def test_ctrl_plus_enlarges_ctrl_minus_and_0_take_it_back(start):
    person = start()
    before = person.window.readouts.height()
    assert not person.command("smaller").isEnabled()
    assert not person.command("usual_size").isEnabled()
    person.keys(Qt.Key.Key_Plus, modifiers=CONTROL)
    assert person.sentence == "Size: 110 %"
    person.keys(Qt.Key.Key_Equal, modifiers=CONTROL)  # the same key without Shift
    person.keys(Qt.Key.Key_Plus, modifiers=CONTROL)
    assert person.sentence == "Size: 150 %"
    person.qtbot.waitUntil(lambda: abs(person.window.readouts.height() - 1.5 * before) <= 8)
    assert QApplication.font().pixelSize() == 20
    person.keys(Qt.Key.Key_Minus, modifiers=CONTROL)
    assert person.sentence == "Size: 125 %"
    person.keys(Qt.Key.Key_0, modifiers=CONTROL)
    assert person.sentence == "Size: 100 %"
    person.qtbot.waitUntil(lambda: person.window.readouts.height() == before)
    assert person.steps == 0  # a size is no step of what is compared


def test_no_size_is_offered_that_the_screen_has_no_room_for(start, monkeypatch):
    monkeypatch.setattr(sizes, "room_on_screen", lambda window: QSize(1280, 800))  # noqa: ARG005
    person = start()
    largest = person.explorer.sizes.possible()[-1]
    least = person.window.usual_minimum
    assert least.width() * largest <= 1280
    assert least.height() * largest <= 800
    while person.command("larger").isEnabled():
        person.do("larger")
    assert magnification.factor() == largest == 1.1
    person.explorer.sizes.choose(2.0)  # what another screen had room for
    assert magnification.factor() == largest


@pytest.mark.parametrize("factor", [1.25, 1.5, 2.0])
def test_a_dragged_bar_stays_under_the_pointer(start, factor):
    person = start()
    person.explorer.sizes.choose(factor)
    person.window.resize(person.window.usual_minimum * factor)
    chart = person.q_chart
    top = chart.bar_top(0)
    grab = top + QPoint(5, 3)
    person.on_q.press(grab, ALT)  # past the dashed lines
    for at in between(grab, grab - QPoint(0, round(40 * factor)), 20):
        person.on_q.move(at)
        moved = grab.y() - at.y()
        if moved >= 2 * factor:
            assert abs((top.y() - chart.bar_top(0).y()) - moved) <= 1
    person.on_q.release()
    assert person.q[0] > 0.125
    assert person.steps == 1


def test_a_value_is_typed_where_it_stands(start):
    person = start()
    person.explorer.sizes.choose(2.0)
    person.window.resize(person.window.usual_minimum * 2)
    person.open_line(Side.Q, 2)
    line = person.editor
    place = person.q_chart.value_place(2)
    assert line.geometry().contains(person.q_chart.map_to_widget(place.center()))
    assert line.font().pixelSize() == 26
    person.type("0.3")
    person.keys(Qt.Key.Key_Return)
    assert person.q[2] == 0.3


def test_a_view_that_is_made_later_is_as_large(start):
    person = start()
    person.explorer.sizes.choose(1.5)
    person.store.set_mode(ViewMode.EVIDENCE)
    person.window.tabs.setCurrentWidget(person.window.landscape)
    for name in ("evidenceRun", "landscape-kl"):
        buttons = [one for one in person.window.findChildren(QToolButton) if one.objectName() == name]
        assert all(button.font().pixelSize() == 18 for button in buttons)
    chart = person.window.terms_card.shown_chart
    assert chart.means.magnification == 1.5
    assert person.window.landscape.view.simplex.magnification == 1.5


def test_the_size_is_remembered(start):
    preferences = Preferences()
    person = start()
    remember(person.explorer, preferences)
    person.do("larger")
    person.do("larger")
    person.window.close()
    magnification.magnify(1.0)
    again = start()
    remember(again.explorer, Preferences())
    assert magnification.factor() == 1.25
    assert again.explorer.sizes.chosen == 1.25
