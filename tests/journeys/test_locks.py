"""Locked bars: they keep their value exactly, whatever happens to the others.

Expected numbers: hand arithmetic on what the locks leave; the rule of three for those that share it.
"""

import numpy as np
import pytest
from hands import ALT, CONTROL, SHIFT, Person, y_of
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QToolTip

from klscope.model.comparison import Side
from klscope.model.edits import SetLock


def locks(person: Person, side: Side) -> list[bool]:
    return person.store.comparison.locks(side).tolist()


@pytest.mark.parametrize("side", list(Side))
@pytest.mark.parametrize("how", ["padlock", "key", "menu"])
def test_a_lock_is_one_step_with_a_name_and_opens_again(start, side: Side, how: str) -> None:
    person: Person = start()

    def toggle() -> None:
        if how == "padlock":
            person.click_padlock(side, 3)
            return
        person.mouse(side).click(person.chart(side).bar_top(3))
        person.keys("l", on=person.chart(side)) if how == "key" else person.do("lock")

    toggle()
    assert locks(person, side) == [False, False, False, True]
    assert not any(locks(person, side.other))
    assert person.command("undo").text() == f"Undo Lock {side.value}: snow"
    toggle()
    assert not any(locks(person, side))
    assert person.steps == 2


def test_a_free_bar_stops_at_the_ceiling_and_locked_ones_keep_their_bits(start) -> None:
    person: Person = start([0.1, 0.3, 0.35, 0.25], [1, 1, 1, 1])
    held = person.p[[0, 3]].copy()
    for index in (0, 3):
        person.click_padlock(Side.P, index)
    chart, top = person.p_chart, person.p_chart.bar_top(1)
    person.on_p.press(top, ALT)
    for y in (round(y_of(chart, 0.5)), round(y_of(chart, 0.9)), -900):
        person.on_p.move(QPoint(top.x(), y))
        assert person.p[[0, 3]].tobytes() == held.tobytes()
        assert person.p.sum() == pytest.approx(1.0, abs=1e-15)
    person.on_p.release()
    assert person.p[1] == pytest.approx(1 - 0.1 - 0.25, abs=1e-15)
    assert person.p[2] == 0.0


def test_the_free_others_share_what_the_locks_leave_in_proportion(start) -> None:
    person: Person = start([0.1, 0.2, 0.3, 0.4], [1, 1, 1, 1])
    person.click_padlock(Side.P, 3)
    person.enter(Side.P, 0, "0.3")
    np.testing.assert_allclose(person.p, [0.3, 0.3 * 0.2 / 0.5, 0.3 * 0.3 / 0.5, 0.4], rtol=1e-15)


@pytest.mark.parametrize("how", ["drag", "key"])
def test_a_locked_bar_refuses_and_says_how_to_open_it(start, how: str) -> None:
    person: Person = start()
    person.click_padlock(Side.Q, 1)
    before, steps = person.state, person.steps
    top = person.q_chart.bar_top(1)
    if how == "drag":
        person.on_q.drag(top, top - QPoint(0, 20), top - QPoint(0, 40))
    else:
        person.on_q.click(top)
        person.keys(Qt.Key.Key_Up, on=person.q_chart)
    assert person.sentence == "cloudy is locked: press L to open the lock."
    assert person.state == before
    assert person.steps == steps
    person.keys("l", on=person.q_chart)
    assert "locked" not in person.sentence  # it is not, by now


@pytest.mark.parametrize("how", ["drag", "key"])
def test_with_all_others_locked_the_bar_stays_and_it_is_said_why(start, how: str) -> None:
    person: Person = start()
    for index in (1, 2, 3):
        person.click_padlock(Side.P, index)
    before, top = person.state, person.p_chart.bar_top(0)
    if how == "drag":
        person.on_p.drag(top, top + QPoint(0, 30), modifiers=ALT)
    else:
        person.on_p.click(top)
        person.keys(Qt.Key.Key_Down, on=person.p_chart)
    assert person.sentence.startswith("sunny cannot change: every other bar is locked.")
    assert person.state == before
    assert person.steps == 3


def tool_tip(person: Person, side: Side, at: QPoint) -> str:
    """Return what is said where the pointer rests."""
    widget = person.mouse(side).widget
    QApplication.sendEvent(widget, QHelpEvent(QEvent.Type.ToolTip, at, widget.mapToGlobal(at)))
    text = QToolTip.text()
    QToolTip.hideText()
    person.qtbot.waitUntil(lambda: not QToolTip.isVisible())
    return text


def test_the_tooltip_of_a_bar_that_cannot_move_names_the_locks(start) -> None:
    person: Person = start()
    for index in (1, 2, 3):
        assert "locked" not in tool_tip(person, Side.P, person.p_chart.bar_top(0))
        person.click_padlock(Side.P, index)
    assert tool_tip(person, Side.P, person.p_chart.bar_top(0)).endswith(
        "It cannot move: cloudy, rain, snow are locked."
    )
    person.click_padlock(Side.P, 0)
    for index in range(4):
        told = tool_tip(person, Side.P, person.p_chart.bar_top(index))
        assert told.endswith("It cannot move: every bar is locked.")


def test_the_tooltip_of_many_locks_names_none_rather_than_some(start) -> None:
    person: Person = start([1] * 10, [1] * 10)
    for index in range(9):
        person.store.perform(SetLock(Side.Q, (index,), True))
    assert tool_tip(person, Side.Q, person.q_chart.bar_top(9)).endswith("It cannot move: all the others are locked.")


@pytest.mark.parametrize("side", list(Side))
def test_the_padlock_says_what_a_click_on_it_does_and_it_does_it(start, side: Side) -> None:
    person: Person = start([1, 2, 1], [1, 2, 1])
    place = person.chart(side).map_to_widget(person.chart(side).lock_place(1))
    assert tool_tip(person, side, place) == "Click to lock the bar at 0.5 (L)."
    person.click_padlock(side, 1)
    assert locks(person, side) == [False, True, False]
    assert tool_tip(person, side, place) == "Locked at 0.5. Click to unlock (L)."
    person.click_padlock(side, 1)
    assert locks(person, side) == [False, False, False]


REFUSED = {
    "drag": lambda person, side, index: person.mouse(side).drag(
        person.chart(side).bar_top(index), *between_points(person.chart(side).bar_top(index), 30), modifiers=ALT
    ),
    "key": lambda person, side, index: (
        person.mouse(side).click(person.chart(side).bar_top(index)),
        person.keys(Qt.Key.Key_Up, on=person.chart(side)),
    ),
    "typed": lambda person, side, index: person.enter(side, index, "0.9"),
}


def between_points(start: QPoint, up: int) -> list[QPoint]:
    return [start - QPoint(0, up // 2), start - QPoint(0, up)]


def refusal(person: Person, side: Side) -> tuple[list[int], str] | None:
    """Return which padlocks are marked, and the note at the bar; None: nothing is."""
    shown = person.chart(side).refusal.shown
    return None if shown is None else (shown.held_by, shown.note)


@pytest.mark.parametrize(
    ("how", "locked", "index", "marked"),
    [
        ("drag", (1,), 1, ([1], "Locked: click the padlock or press L to unlock")),
        ("key", (1,), 1, ([1], "Locked: click the padlock or press L to unlock")),
        ("drag", (0, 2, 3), 1, ([0, 2, 3], "All the others are locked")),
        ("key", (0, 2, 3), 1, ([0, 2, 3], "All the others are locked")),
        ("typed", (0,), 2, ([0], "At most 0.5: the locked bars hold the rest")),
    ],
)
def test_a_refusal_is_seen_at_the_locks_until_they_are_opened(start, how, locked, index, marked) -> None:
    person: Person = start()
    for place in locked:
        person.click_padlock(Side.P, place)
    assert refusal(person, Side.P) is None
    REFUSED[how](person, Side.P, index)
    assert refusal(person, Side.P) == marked
    assert refusal(person, Side.Q) is None
    person.do("unlock_all")
    assert refusal(person, Side.P) is None


def test_a_stroke_over_a_locked_bar_is_refused_there_and_goes_on_beside_it(start) -> None:
    person: Person = start()
    person.click_padlock(Side.Q, 1)
    chart, before = person.q_chart, person.state
    first, second = chart.bar_top(1), chart.bar_top(2)
    person.on_q.press(first, CONTROL)
    person.on_q.move(first - QPoint(0, 20))
    assert refusal(person, Side.Q) == ([1], "Locked: click the padlock or press L to unlock")
    assert person.state == before
    person.on_q.move(second - QPoint(0, 20))
    person.on_q.release()
    assert person.q[1] == 0.5
    assert person.q[2] > 0.25


def test_a_refusal_is_seen_until_the_next_press_or_for_a_while(start) -> None:
    person: Person = start()
    person.click_padlock(Side.Q, 1)
    for _ in range(2):
        REFUSED["drag"](person, Side.Q, 1)
        assert refusal(person, Side.Q) is not None
        person.on_q.click(person.q_chart.bar_top(0))
        assert refusal(person, Side.Q) is None
    REFUSED["key"](person, Side.Q, 1)
    assert refusal(person, Side.Q) is not None
    person.q_chart.refusal._end.timeout.emit()
    assert refusal(person, Side.Q) is None


def test_a_command_that_finds_every_bar_locked_is_seen_at_the_locks(start) -> None:
    person: Person = start()
    person.on_q.click(person.q_chart.bar_top(2))
    for index in range(4):
        person.click_padlock(Side.Q, index)
    person.store.select((2,), Side.Q)
    person.do("uniform")
    assert refusal(person, Side.Q) == ([2], "Every bar is locked")


def test_a_drag_in_another_view_is_refused_at_the_padlock_too(start) -> None:
    person: Person = start([1, 1, 2], [2, 1, 1])
    for index in range(3):
        person.click_padlock(Side.Q, index)
    person.window.tabs.setCurrentWidget(person.window.landscape)
    person.window.landscape.view.acts.placed.emit(Side.Q, (0.2, 0.3, 0.5))
    assert refusal(person, Side.Q) == ([0], "Every bar is locked")


COMMANDS = {
    "uniform": [0.5, 0.5 / 3, 0.5 / 3, 0.5 / 3],
    "one_hot": [0.5, 0.0, 0.5, 0.0],
    "random": None,
}


@pytest.mark.parametrize("command", COMMANDS)
def test_commands_act_within_what_the_locks_leave_and_say_so(start, command: str) -> None:
    person: Person = start()
    person.click_padlock(Side.P, 0)
    person.on_p.click(person.p_chart.bar_top(2))
    person.do(command)
    assert person.p[0] == 0.5
    assert person.p.sum() == pytest.approx(1.0, abs=1e-15)
    assert person.p[1:].tolist() != [0.25, 0.125, 0.125]
    if COMMANDS[command] is not None:
        assert person.p.tolist() == pytest.approx(COMMANDS[command], rel=1e-15)
    assert person.sentence == "The locked bars of P stay: the others share 0.5."


@pytest.mark.parametrize(
    ("command", "amount", "expected"),
    [
        ("smooth", 0.5, [0.5, 0.125 + 0.25 / 3, 0.0625 + 0.25 / 3, 0.0625 + 0.25 / 3]),
        ("sharpen", 0.5, [0.5, 0.5 * 4 / 6, 0.5 / 6, 0.5 / 6]),  # squares of 2 : 1 : 1
    ],
)
def test_smoothing_and_sharpening_leave_the_locked(start, command: str, amount: float, expected: list[float]) -> None:
    person: Person = start()
    person.click_padlock(Side.P, 0)
    person.do(command)
    person.dialog.amount.setValue(amount)
    person.dialog.accept()
    np.testing.assert_allclose(person.p, expected, rtol=1e-14)
    assert person.sentence == "The locked bars of P stay: the others share 0.5."


def test_one_hot_on_a_locked_bar_is_not_offered(start) -> None:
    person: Person = start()
    person.click_padlock(Side.Q, 0)
    assert not person.command("one_hot").isEnabled()
    person.on_q.click(person.q_chart.bar_top(1))
    assert person.command("one_hot").isEnabled()


def test_nothing_free_is_said_and_nothing_changes(start) -> None:
    person: Person = start()
    for index in range(4):
        person.click_padlock(Side.Q, index)
    before = person.state
    person.do("uniform")
    assert person.sentence.startswith("Every bar is locked:")
    assert person.state == before


def test_swap_carries_locks_along_and_a_copy_opens_those_of_its_target(start) -> None:
    person: Person = start()
    person.click_padlock(Side.P, 0)
    person.click_padlock(Side.Q, 3)
    person.do("swap")
    assert locks(person, Side.P) == [False, False, False, True]
    assert locks(person, Side.Q) == [True, False, False, False]
    person.do("copy_p_to_q")
    assert locks(person, Side.P) == [False, False, False, True]
    assert not any(locks(person, Side.Q))


def test_several_selected_lock_together_and_unlock_all_opens_both_sides(start) -> None:
    person: Person = start()
    assert not person.command("unlock_all").isEnabled()
    person.on_q.click(person.q_chart.bar_top(1))
    person.on_q.click(person.q_chart.bar_top(3), SHIFT)
    person.keys("l", on=person.q_chart)
    assert locks(person, Side.Q) == [False, True, True, True]
    person.click_padlock(Side.P, 0)
    person.keys("L", modifiers=CONTROL | SHIFT, on=person.q_chart)
    assert not any(locks(person, Side.P) + locks(person, Side.Q))
    assert person.steps == 3
    assert person.command("undo").text() == "Undo Unlock all"


def test_removing_gives_to_the_free_and_is_refused_where_none_is(start) -> None:
    person: Person = start()
    person.click_padlock(Side.P, 0)
    person.on_p.click(person.p_chart.bar_top(3))
    person.do("remove")
    np.testing.assert_allclose(person.p, [0.5, 0.5 * 2 / 3, 0.5 / 3], rtol=1e-15)
    assert locks(person, Side.P) == [True, False, False]
    person.click_padlock(Side.P, 1)
    person.on_p.click(person.p_chart.bar_top(2))
    before = person.state
    person.do("remove")
    assert person.state == before
    assert "locked" in person.sentence
