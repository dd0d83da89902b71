"""Helpers for tests of lessons in the whole window."""

from hands import CONTROL, Person
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QToolButton


def room(person: Person):
    assert person.explorer.lessons.session is not None
    return person.explorer.lessons.session


def current_step(person: Person):
    return room(person).lessons.current


def button(person: Person, name: str) -> QPushButton | QToolButton:
    panel = room(person).panel
    found = [one for kind in (QPushButton, QToolButton) for one in panel.findChildren(kind, name) if one.isVisible()]
    assert len(found) == 1, name
    return found[0]


def begin(person: Person, number: int) -> None:
    """Open the lessons with the keyboard, and choose one."""
    person.keys("l", modifiers=CONTROL, on=person.window)
    assert room(person).panel.isVisible()
    button(person, f"lesson{number}").click()


def answer(person: Person) -> None:
    """Predict: the last answer, or wherever the slider's Home goes."""
    prediction = room(person).panel.step.prediction
    assert room(person).panel.step.after.isHidden()
    step = current_step(person).step
    if step.guess is not None:
        prediction.slider.setFocus()
        person.keys(Qt.Key.Key_Home, on=prediction.slider)
    else:
        prediction.rows[len(step.options) - 1].radio.click()
    button(person, "lessonCommit").click()
    assert room(person).panel.step.after.text()
    assert current_step(person).index in current_step(person).ticks
