"""The focus after a button disables or hides itself: it moves to a neighbour, without a Tab reason.

A fault in a slot fails a test by pytest-qt, and so does a write to the store while it emits, which raises.
"""

from __future__ import annotations

from itertools import cycle

import pytest
from hands import CONTROL, Person
from in_lessons import begin, button, current_step, room
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QMenu, QToolButton, QWidget
from shiboken6 import isValid

from klscope.connections import presenting
from klscope.model.commands import commands as all_commands
from klscope.model.comparison import Side
from klscope.model.view_options import EvidenceOptions
from klscope.model.views import ViewMode

LESSONS = 13
"""With the challenges, which are listed as a lesson is."""
IN_TURN = cycle([False, True])
"""Presented or not: the focus goes by the same rule, and each view and lesson meets it in one of the two."""


@pytest.fixture(autouse=True)
def _small_screen(monkeypatch):
    """Let presenting enlarge nothing: the screen for tests has no room for it."""
    monkeypatch.setattr(presenting, "factor_for", lambda window: 1.0)  # noqa: ARG005


def present(person: Person, on: bool) -> None:
    if on:
        person.window.showFullScreen = lambda: None
        person.do("present")


def press(widget: QWidget, person: Person) -> None:
    """Focus a button and press Space."""
    widget.setFocus(Qt.FocusReason.TabFocusReason)
    assert widget.hasFocus()
    person.keys(Qt.Key.Key_Space)
    QApplication.processEvents()


def close_what_opened(person: Person) -> None:
    popup = QApplication.activePopupWidget()
    while popup is not None:
        assert isinstance(popup, QMenu)
        popup.close()
        popup = QApplication.activePopupWidget()
    for dialog in person.window.findChildren(QDialog):
        dialog.reject()
    line = person.editor
    if line is not None:
        person.keys(Qt.Key.Key_Escape, on=line)
    QApplication.processEvents()
    person.window.activateWindow()
    person.qtbot.waitUntil(person.window.isActiveWindow)


def assert_focus_is_of_use(person: Person) -> None:
    focused = person.window.focusWidget()
    assert focused is not None
    assert focused.isVisible()
    assert focused.isEnabled()
    assert focused.focusPolicy() is not Qt.FocusPolicy.NoFocus


@pytest.mark.parametrize(("mode", "presented"), list(zip(ViewMode, IN_TURN, strict=False)))
def test_space_on_a_button_of_any_command(start, mode: ViewMode, presented: bool) -> None:
    person = start()
    present(person, presented)
    person.store.set_mode(mode)
    for name in {command.name for command in all_commands()} - {
        "quit",
        "close_window",
        "present",
        "open_lesson",
        "export_image",
    }:
        made = QToolButton(person.window.terms_card)
        made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        made.setDefaultAction(person.command(name))
        made.show()
        if made.isEnabled():
            press(made, person)
            close_what_opened(person)
            assert_focus_is_of_use(person)
        made.deleteLater()
    if presented:
        person.do("present")


@pytest.mark.parametrize(("number", "presented"), list(zip(range(1, LESSONS + 1), IN_TURN, strict=False)))
def test_space_on_every_button_of_every_step(start, number: int, presented: bool) -> None:
    person = start()
    person.window.setUpdatesEnabled(False)  # nothing of it is looked at
    person.keys("l", modifiers=CONTROL, on=person.window)
    listed = [one.lesson for one in room(person).lessons.lessons()]
    room(person).lessons.open(listed[number - 1].name)
    present(person, presented)
    for index in range(len(listed[number - 1].steps)):
        room(person).lessons.go_to(index)
        QApplication.processEvents()
        for found in room(person).panel.step.findChildren(QAbstractButton):
            if found.isVisible() and found.isEnabled() and found.focusPolicy() & Qt.FocusPolicy.TabFocus:
                press(found, person)
                close_what_opened(person)
                assert_focus_is_of_use(person)
        room(person).show()
        assert current_step(person).index == index
    if presented:
        person.do("present")


def test_a_button_that_has_done_its_work_leaves_the_focus_in_the_lesson(start) -> None:
    person = start()
    begin(person, 5)
    person.do("present")
    room(person).lessons.go_to(2)
    QApplication.processEvents()
    active = person.store.view.active
    press(button(person, "lessonCommand_copy_p_to_q"), person)
    assert person.store.snapshot.is_matched
    assert not button(person, "lessonCommand_copy_p_to_q").isEnabled()
    assert room(person).panel.isAncestorOf(person.window.focusWidget())
    assert person.store.view.active is active
    person.do("present")


@pytest.mark.parametrize("gone", ["disabled", "hidden"])
def test_no_chart_becomes_active_because_a_button_is_gone(start, gone: str) -> None:
    person = start()
    made = QToolButton(person.p_chart.parentWidget())
    made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    made.show()
    made.setFocus(Qt.FocusReason.TabFocusReason)
    if gone == "disabled":
        made.setEnabled(False)
    else:
        made.hide()
    assert person.p_chart.hasFocus()
    assert person.store.view.active is Side.Q
    person.keys(Qt.Key.Key_Tab)
    assert person.q_chart.hasFocus()
    person.keys(Qt.Key.Key_Backtab)
    assert person.store.view.active is Side.P


def test_a_page_that_is_hidden_under_the_pointer_points_at_nothing(start) -> None:
    person = start()
    person.store.set_mode(ViewMode.EVIDENCE)
    evidence = person.window.terms_card.shown_chart
    person.store.set_options(EvidenceOptions(coded=True))
    window, inside = person.window.windowHandle(), evidence.code
    for x in (20, 30):
        QTest.mouseMove(window, inside.mapTo(person.window, QPoint(x, 30)))
    assert inside.underMouse()
    person.store.point_at(1)
    begin(person, 1)
    assert not inside.isVisible()
    assert person.store.hovered == -1


def test_no_widget_goes_with_a_button_that_the_focus_left(start) -> None:
    person = start()
    begin(person, 5)
    room(person).lessons.go_to(2)
    QApplication.processEvents()
    press(button(person, "lessonCommand_copy_p_to_q"), person)
    others = [one for one in person.window.findChildren(QWidget) if not room(person).panel.step.isAncestorOf(one)]
    room(person).lessons.go_to(3)  # whose buttons are others
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert all(map(isValid, others))


def test_a_view_that_had_the_focus_before_does_not_take_it_from_a_chart(start) -> None:
    person = start()
    person.window.terms_chart.setFocus(Qt.FocusReason.TabFocusReason)
    person.p_chart.setFocus(Qt.FocusReason.TabFocusReason)
    for mode in ViewMode:
        person.store.set_mode(mode)
        assert person.p_chart.hasFocus(), mode


def test_a_view_takes_the_focus_over_from_the_one_in_whose_place_it_comes(start) -> None:
    person = start()
    person.window.terms_chart.setFocus(Qt.FocusReason.TabFocusReason)
    person.store.set_mode(ViewMode.CODE_LENGTHS)
    assert person.window.terms_card.shown_chart.hasFocus()


def test_the_list_of_lessons_does_not_take_the_focus_from_a_chart(start) -> None:
    person = start()
    begin(person, 1)
    room(person).panel.head.setFocus(Qt.FocusReason.TabFocusReason)
    press(button(person, "lessonNext"), person)
    person.q_chart.setFocus(Qt.FocusReason.MouseFocusReason)
    room(person).lessons.leave()
    assert person.q_chart.hasFocus()


def test_a_page_that_had_the_focus_and_is_hidden_within_its_tab_does_not_get_it_back(start) -> None:
    person = start()
    window = person.window
    person.do("edit_values")
    assert window.values_editor.cells.hasFocus()
    window.tabs.setCurrentWidget(window.formula)
    person.explorer.open_example("fair-die")  # of other categories: what was being typed is over
    window.formula.setFocus(Qt.FocusReason.TabFocusReason)
    window.tabs.setCurrentWidget(window.table_pages)
    assert not window.values_editor.isVisible()
    assert_focus_is_of_use(person)
