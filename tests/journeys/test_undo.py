"""Undo and redo: each command is one named step, and only data are undone.

Nothing is computed here: states are compared with themselves, bit for bit; names are the words of the menus.
"""

import pytest
from hands import ALT, CONTROL, SHIFT, Person
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction

from klscope.model.comparison import Side
from klscope.model.views import ViewMode
from klscope.theory.units import Unit
from klscope.views.theme import ThemeChoice

UP, DOWN = Qt.Key.Key_Up, Qt.Key.Key_Down


def history(person: Person) -> list[QAction]:
    """Open Undo History; return its entries."""
    menu = person.window.menus.undo_history
    menu.aboutToShow.emit()
    return menu.actions()


def drag(person: Person, side: Side, index: int, pixels: int) -> None:
    top = person.chart(side).bar_top(index)
    person.mouse(side).drag(top, top - QPoint(0, pixels), modifiers=ALT)


COMMANDS = [
    ("copy_p_to_q", "Q ← P"),
    ("copy_q_to_p", "P ← Q"),
    ("swap", "Swap P and Q"),
    ("uniform", "Uniform P"),
    ("one_hot", "One-Hot P: cloudy"),
    ("random", "Random P, seed "),
    ("lock", "Lock P: cloudy"),
    ("add", "Add new 5"),
    ("remove", "Remove cloudy"),
    ("move_left", "Move cloudy"),
    ("move_right", "Move cloudy"),
]


def test_each_command_is_one_step_with_its_name(start) -> None:
    person: Person = start()
    person.on_p.click(person.p_chart.bar_top(1))
    before = person.state
    for command, name in COMMANDS:
        person.on_p.click(person.p_chart.bar_top(1))  # what was undone may have left another bar current
        person.do(command)
        after = person.state
        assert after != before, command
        assert person.steps == 1, command
        assert person.command("undo").text().startswith(f"Undo {name}")
        person.do("undo")
        assert person.state == before, command
        assert person.command("redo").text().startswith(f"Redo {name}")
        assert not person.command("undo").isEnabled(), command
        person.do("redo")
        assert person.state == after, command
        person.do("undo")


def test_the_history_lists_every_step_and_goes_to_any(start) -> None:
    person: Person = start()
    states = [person.state]
    acts = [
        lambda: drag(person, Side.P, 0, 30),
        lambda: person.enter(Side.Q, 1, "0.3"),
        lambda: person.do("swap"),
        lambda: person.click_padlock(Side.P, 2),
        lambda: drag(person, Side.Q, 0, 25),
    ]
    for act in acts:
        act()
        states.append(person.state)
    names = [action.text() for action in history(person)]
    assert names == ["Start", "Drag P: sunny", "Set Q: cloudy = 0.3", "Swap P and Q", "Lock P: rain", "Drag Q: sunny"]
    for position in (2, 5, 0, 3):
        history(person)[position].trigger()
        assert person.state == states[position]
        assert [action.isChecked() for action in history(person)] == [place == position for place in range(6)]
    person.do("uniform")  # what was undone is gone
    assert [action.text() for action in history(person)][3:] == ["Swap P and Q", "Uniform Q"]


def test_undo_does_not_touch_unit_mode_theme_or_selection(start) -> None:
    person: Person = start()
    drag(person, Side.P, 2, 20)
    person.explorer.store.set_unit(Unit.NAT)
    person.explorer.store.set_mode(ViewMode.CROSS_ENTROPY)
    person.explorer.set_theme(ThemeChoice.DARK)
    person.on_q.click(person.q_chart.bar_top(3))
    view = person.store.view
    for command in ("undo", "redo", "undo"):
        person.do(command)
        assert person.store.view == view
        assert person.explorer.theme_choice is ThemeChoice.DARK
    assert person.readouts()[0] == "1.2130"  # 1.75 ln 2
    person.explorer.set_theme(ThemeChoice.SYSTEM)


def test_a_held_key_is_one_step_until_it_rests(start, monkeypatch) -> None:
    person: Person = start()
    before = person.state
    now = [100.0]
    monkeypatch.setattr("klscope.controllers.repeats.time.monotonic", lambda: now[0])
    person.q_chart.setFocus()
    for _ in range(25):
        person.keys(UP, on=person.q_chart)
        now[0] += 0.9  # never a whole second
    assert person.steps == 1
    now[0] += 0.2
    person.keys(UP, on=person.q_chart)
    assert person.steps == 2
    person.do("undo")
    assert person.q[0] == pytest.approx(0.125 + 0.25, abs=1e-12)
    person.do("undo")
    assert person.state == before
    assert person.command("redo").text() == "Redo Move Q: sunny"


def test_another_key_another_bar_or_another_act_begins_a_step(start) -> None:
    person: Person = start()
    person.q_chart.setFocus()
    person.keys(UP, UP, on=person.q_chart)
    person.keys(UP, UP, on=person.q_chart, modifiers=SHIFT)
    person.keys(DOWN, on=person.q_chart)
    person.keys(Qt.Key.Key_Right, DOWN, on=person.q_chart)
    assert person.steps == 4
    person.do("swap")
    person.keys(DOWN, on=person.q_chart)
    assert person.steps == 6


def test_after_an_undo_a_key_begins_a_step_anew(start) -> None:
    person: Person = start()
    before = person.state
    person.q_chart.setFocus()
    person.keys(UP, UP, on=person.q_chart)
    person.do("undo")
    person.keys(UP, on=person.q_chart)
    assert person.q[0] == 0.135
    person.do("undo")
    assert person.state == before


def test_a_press_or_a_gesture_that_goes_nowhere_makes_no_step_and_keeps_redo(start) -> None:
    person: Person = start()
    drag(person, Side.P, 0, 40)
    after = person.state
    person.do("undo")
    before = person.state
    top = person.p_chart.bar_top(1)
    person.on_p.click(top)
    person.on_p.press(top, CONTROL)
    person.on_p.release()
    person.on_p.drag(top, top - QPoint(0, 40), top - QPoint(0, 9), top, modifiers=ALT)
    person.q_chart.setFocus()
    person.enter(Side.Q, 0, "0.125")
    assert person.state == before
    assert person.steps == 0
    person.do("redo")
    assert person.state == after


def test_ctrl_z_during_a_drag_cancels_it_and_keeps_the_steps_before(start) -> None:
    person: Person = start()
    drag(person, Side.P, 0, 40)
    before = person.state
    top = person.q_chart.bar_top(1)
    person.on_q.press(top, ALT)
    person.on_q.move(top + QPoint(0, 50))
    assert person.state != before
    person.keys("z", modifiers=CONTROL, on=person.q_chart)
    assert person.state == before
    person.on_q.move(top + QPoint(0, 70))
    person.on_q.release()
    assert person.state == before
    assert person.steps == 1


def test_the_tool_buttons_undo_and_redo_and_say_what(start) -> None:
    person: Person = start()
    undo, redo = (person.window.tools.button(name) for name in ("undo", "redo"))
    assert not undo.isEnabled()
    assert not redo.isEnabled()
    drag(person, Side.P, 0, 40)
    assert undo.toolTip() == "Undo Drag P: sunny (Ctrl+Z)"
    undo.click()
    assert person.steps == 0
    assert redo.toolTip() == "Redo Drag P: sunny (Ctrl+Shift+Z)"
    redo.click()
    assert person.steps == 1
