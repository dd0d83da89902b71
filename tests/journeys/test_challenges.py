"""A challenge through the whole window: solved with keys, its moves counted, its best score there at the next start."""

import re
from html import unescape

import pytest
from hands import ALT, CONTROL, Person
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QToolButton
from words_on_screen import foreign, painted, said

from klscope.remembering import remember
from klscope.views.preferences.preferences import Preferences

WORDS = {
    "en": ("0 moves", "2 moves · best: 2 moves", "0 moves · best: 2 moves", "1 move · best: 1 move"),
    "ko": (
        "조작 0회",
        "조작 2회 · 최고: 조작 2회",
        "조작 0회 · 최고: 조작 2회",
        "조작 1회 · 최고: 조작 1회",
    ),
}


def panel_of(person: Person):
    assert person.explorer.lessons.session is not None
    return person.explorer.lessons.session.panel


def press(person: Person, name: str) -> None:
    """Press a button of the pane with the keyboard."""
    found = panel_of(person).findChild(QPushButton, name) or panel_of(person).findChild(QToolButton, name)
    assert found is not None
    assert found.isVisible()
    found.setFocus()
    person.keys(Qt.Key.Key_Space, on=found)


def move(person: Person, index: int, *keys: Qt.Key) -> None:
    """Walk to a bar of Q with the arrows, and press keys on it."""
    chart = person.q_chart
    chart.setFocus()
    if person.store.view.current is None:
        person.keys(Qt.Key.Key_Right, on=chart)
    while (current := person.store.view.current) != index:
        person.keys(Qt.Key.Key_Right if current < index else Qt.Key.Key_Left, on=chart)
    person.keys(*keys, on=chart)


def moves(person: Person) -> str:
    panel_of(person).refresh()
    return panel_of(person).moves.text()


@pytest.mark.parametrize("language", ["en", "ko"])
def test_a_challenge_is_solved_with_keys(start, set_language, language: str) -> None:
    set_language(language)
    untouched, solved_in_two, anew, solved_in_one = WORDS[language]
    person = start([5, 3, 2], [2, 3, 5], ["a", "b", "c"])
    remember(person.explorer, Preferences())
    person.keys("3", modifiers=ALT, on=person.window)
    own = person.store.snapshot
    person.keys("l", modifiers=CONTROL, on=person.window)
    press(person, "lessonChallenges")
    panel = panel_of(person)
    assert moves(person) == untouched
    assert panel.step.mark.text() == "○"
    move(person, 3, Qt.Key.Key_PageUp)
    assert panel.step.mark.text() == "○"
    move(person, 0, *[Qt.Key.Key_PageUp] * 4)
    assert panel.step.mark.text() == "✓"
    assert moves(person) == solved_in_two
    assert person.steps == 2
    press(person, "lessonHint")
    assert panel.step.hint.text()
    press(person, "lessonRestore")
    assert moves(person) == anew
    assert panel.step.mark.text() == "✓"  # earned
    move(person, 0, *[Qt.Key.Key_PageUp] * 4)
    assert moves(person) == solved_in_one
    seen = [(where, unescape(re.sub("<[^>]*>", "", text))) for where, text in said(panel)]
    assert foreign([*seen, *(("painted", text) for text in painted(panel))], language) == set()
    press(person, "lessonNext")
    press(person, "lessonBack")
    assert panel.head.dots.buttons[0].text() == "1✓"
    press(person, "lessonLeave")
    assert person.store.snapshot is own
    assert panel.list.rows[12].ticks.text() == {"en": "1 of 14", "ko": "1 / 14"}[language]
    person.window.close()
    again = start()
    remember(again.explorer, Preferences())
    again.keys("l", modifiers=CONTROL, on=again.window)
    press(again, "lessonChallenges")
    assert moves(again).endswith(solved_in_one.split("· ")[1])
