"""Use without a mouse: every bar, command and number is reachable by keys.

Expected numbers: decimal steps by hand (⅛ + 0.01), the rule of three for the others.
"""

import numpy as np
import pytest
from hands import ALT, CONTROL, SHIFT, Person
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QMenu, QTabBar, QToolButton, QWidget

from klscope.model.comparison import Side
from klscope.model.views import ViewMode

Key = Qt.Key


def presses(person: Person, side: Side, *keys, modifiers=Qt.KeyboardModifier.NoModifier) -> None:
    person.keys(*keys, modifiers=modifiers, on=person.chart(side))


def tab_stops(person: Person) -> list[QWidget]:
    """Return where Tab leads from Q's chart, once round."""
    stops = [person.p_chart]
    person.p_chart.setFocus()
    for _ in range(60):
        person.keys(Key.Key_Tab)
        at = QApplication.focusWidget()
        if at is stops[0]:
            break
        stops.append(at)
    return stops


STEPS = [
    (Key.Key_Up, Qt.KeyboardModifier.NoModifier, 0.01),
    (Key.Key_Down, Qt.KeyboardModifier.NoModifier, -0.01),
    (Key.Key_Up, SHIFT, 0.001),
    (Key.Key_Down, SHIFT, -0.001),
    (Key.Key_PageUp, Qt.KeyboardModifier.NoModifier, 0.1),
    (Key.Key_PageDown, Qt.KeyboardModifier.NoModifier, -0.1),
]


@pytest.mark.parametrize("side", list(Side))
def test_steps_are_those_of_a_slider(start, side: Side) -> None:
    person: Person = start([1, 1, 2], [1, 1, 2])
    person.chart(side).setFocus()
    presses(person, side, Key.Key_Right)
    for key, modifiers, amount in STEPS:
        presses(person, side, key, modifiers=modifiers)
        values = person.store.comparison.distribution(side).probabilities
        assert values[1] == round(0.25 + amount, 12)
        np.testing.assert_allclose(values[[0, 2]], np.array([0.25, 0.5]) * (0.75 - amount) / 0.75, rtol=1e-14)
        assert person.store.comparison.distribution(side.other).probabilities.tolist() == [0.25, 0.25, 0.5]
        assert person.command("undo").text() == f"Undo Move {side.value}: B"
        person.do("undo")


def test_ten_steps_up_and_down_end_where_they_began(start) -> None:
    person: Person = start()
    before = person.q.copy()
    presses(person, Side.Q, *[Key.Key_Up] * 10)
    assert person.q[0] == 0.225
    presses(person, Side.Q, *[Key.Key_Down] * 10)
    assert person.q[0] == 0.125
    np.testing.assert_allclose(person.q, before, rtol=1e-14)


def test_home_and_end_are_zero_and_the_ceiling(start) -> None:
    person: Person = start()
    person.click_padlock(Side.Q, 3)
    before = person.q.copy()
    presses(person, Side.Q, Key.Key_End)
    assert person.q.tolist() == [0.875, 0.0, 0.0, 0.125]
    presses(person, Side.Q, Key.Key_Home)
    np.testing.assert_allclose(person.q, [0.0, 0.875 * 2 / 3, 0.875 / 3, 0.125], rtol=1e-15)
    person.enter(Side.Q, 0, "0.125")
    np.testing.assert_allclose(person.q, before, rtol=1e-15)


def test_steps_stop_at_the_ends(start) -> None:
    person: Person = start([0.995, 0.005], [1, 1])
    presses(person, Side.P, Key.Key_Up)
    assert person.p.tolist() == [1.0, 0.0]
    presses(person, Side.P, Key.Key_Right, Key.Key_PageDown)
    assert person.p.tolist() == [1.0, 0.0]


def test_left_and_right_choose_the_bar_and_stop_at_the_ends(start) -> None:
    person: Person = start()
    seen = []
    for key in (*[Key.Key_Right] * 4, *[Key.Key_Left] * 5):
        presses(person, Side.Q, key)
        seen.append(person.store.view.current)
    assert seen == [1, 2, 3, 3, 2, 1, 0, 0, 0]
    presses(person, Side.Q, Key.Key_Right, Key.Key_Right, modifiers=SHIFT)
    assert sorted(person.store.view.selected) == [0, 1, 2]
    assert person.steps == 0
    presses(person, Side.Q, Key.Key_Right)
    assert person.store.view.selected == (3,)


def test_the_chart_that_gets_the_focus_is_the_one_commands_act_on(start) -> None:
    person: Person = start()
    assert QApplication.focusWidget() is person.q_chart  # at first Q
    assert person.command("random").text() == "Random Q"
    person.keys(Key.Key_Tab, modifiers=SHIFT)
    assert QApplication.focusWidget() is person.p_chart
    assert person.command("random").text() == "Random P"
    person.keys("l")
    assert person.store.comparison.p_locks.tolist() == [True, False, False, False]
    person.keys(Key.Key_Tab)
    assert QApplication.focusWidget() is person.q_chart
    assert person.command("random").text() == "Random Q"


def test_tab_goes_from_p_to_q_and_on_to_everything_else(start) -> None:
    person: Person = start()
    stops = tab_stops(person)
    assert stops[:2] == [person.p_chart, person.q_chart]
    assert person.window.terms_chart in stops
    names = {stop.objectName() for stop in stops}
    assert {"entropyReadout", "crossEntropyReadout", "divergenceReadout"} <= names
    assert any(isinstance(stop, QTabBar) for stop in stops)
    assert len(stops) < 60  # it comes round again
    assert all(stop.accessibleName() or getattr(stop, "text", str)() for stop in stops)


def test_every_button_has_a_tab_stop_or_a_command_with_a_menu_entry(start) -> None:
    person: Person = start()
    person.do("uniform")
    reachable = {id(stop) for stop in tab_stops(person)}
    for button in person.window.findChildren(QToolButton):
        if button.isVisible() and button.isEnabled() and isinstance(button.parent(), QWidget):
            assert id(button) in reachable, button.text() or button.toolTip()


def test_every_command_stands_in_a_menu(start) -> None:
    person: Person = start()

    def entries(menu: QMenu) -> list[QAction]:
        return [one for action in menu.actions() for one in (entries(action.menu()) if action.menu() else [action])]

    found = {id(one) for action in person.window.menuBar().actions() for one in entries(action.menu())}
    for action in person.window.actions_by_name.all():
        assert id(action) in found, action.text()


def test_no_two_commands_share_a_key(start) -> None:
    person: Person = start()
    keys = [key.toString() for action in person.window.actions_by_name.all() for key in action.shortcuts()]
    assert len(keys) == len(set(keys))
    mnemonics = [action.text()[action.text().index("&") + 1] for action in person.window.menuBar().actions()]
    assert len(mnemonics) == len(set(mnemonics)) == 5


@pytest.mark.parametrize(
    ("key", "mode"), [("2", ViewMode.CROSS_ENTROPY), ("3", ViewMode.ENTROPY), ("1", ViewMode.KL_DIVERGENCE)]
)
def test_modes_have_keys(start, key: str, mode: ViewMode) -> None:
    person: Person = start()
    person.explorer.store.set_mode(ViewMode.ENTROPY if mode is not ViewMode.ENTROPY else ViewMode.CROSS_ENTROPY)
    person.keys(key, modifiers=ALT, on=person.q_chart)
    assert person.store.view.mode is mode


def test_a_whole_story_without_a_mouse(start) -> None:
    person: Person = start()
    person.keys("m", modifiers=CONTROL)  # Q ← P
    person.keys(Key.Key_Right, Key.Key_Home)  # Q's cloudy to 0
    assert person.readouts()[2] == "∞"
    person.keys("1")
    assert person.editor is not None
    person.type("/4")
    person.keys(Key.Key_Return)
    assert person.verdict == "Nothing left to learn."
    assert person.q.tolist() == [0.5, 0.25, 0.125, 0.125]
    person.keys("z", "z", "z", modifiers=CONTROL)
    assert person.readouts() == ["1.7500", "2.3750", "0.6250"]
