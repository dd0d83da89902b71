"""Explaining views after changes of the categories, whether visible then or before.

Expected is what the store holds. What was trained or drawn before makes the view one that has something to lose.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from hands import Person
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QToolButton

from klscope.model.comparison import Side
from klscope.model.edits import SetProbability
from klscope.model.snapshot import Snapshot
from klscope.model.views import ViewMode

KL = ViewMode.KL_DIVERGENCE


def language(person: Person, code: str) -> None:
    """Choose a language in the menu."""
    actions: list[QAction] = person.window.actions_by_name.languages.actions()
    next(action for action in actions if action.data() == code).trigger()


def add_and_change_language(person: Person) -> None:
    person.do("add")
    language(person, "ko")


def rename(person: Person) -> None:
    assert person.explorer.entry.rename(1, "overcast") is None


def edit_values(person: Person) -> None:
    assert person.explorer.entry.set_weights(("a", "b", "c", "d"), [1.0, 2.0, 3.0, 4.0], None) is None


def merge(person: Person) -> None:
    person.store.select((0, 2))
    person.do("merge")


def give_a_drag_up(person: Person) -> None:
    person.store.preview(SetProbability(Side.Q, 0, 0.7))
    person.store.cancel()


def return_to_a_pin(person: Person) -> None:
    person.do("pin")
    person.do("remove")
    person.window.menus.pins.return_chosen.emit(0)


def enter_a_lesson(person: Person) -> None:
    person.do("lessons")
    person.window.lessons.lesson_chosen.emit("09-asymmetry")


def enter_a_lesson_and_leave_it(person: Person) -> None:
    enter_a_lesson(person)
    person.window.lessons.leave_requested.emit()


def after(*names: str) -> Callable[[Person], None]:
    """Return what gives these commands."""

    def act(person: Person) -> None:
        for name in names:
            person.do(name)

    return act


def go_to_the_beginning(person: Person) -> None:
    after("add", "swap")(person)
    person.store.go_to(0)


WAYS: dict[str, Callable[[Person], None]] = {
    "add": after("add"),
    "remove": after("remove"),
    "merge": merge,
    "move": after("move_right"),
    "rename": rename,
    "edit values": edit_values,
    "swap": after("swap"),
    "copy": after("copy_p_to_q"),
    "undo": after("remove", "undo"),
    "redo": after("add", "undo", "redo"),
    "history": go_to_the_beginning,
    "drag given up": give_a_drag_up,
    "example": lambda person: person.explorer.open_example("fair-die"),
    "reset": after("remove", "reset"),
    "pin": return_to_a_pin,
    "language": lambda person: language(person, "ko"),
    "add, language": add_and_change_language,
    "lesson": enter_a_lesson,
    "lesson left": enter_a_lesson_and_leave_it,
}


def press(person: Person, name: str) -> None:
    button = person.window.terms_card.findChild(QToolButton, name)
    assert button.isEnabled(), name
    button.click()


def train(person: Person) -> None:
    for _ in range(3):
        press(person, "trainStep")


def draw(person: Person) -> None:
    press(person, "draw1000")


def check_training(view: Any, snapshot: Snapshot) -> None:
    comparison = snapshot.comparison
    # the run keeps logits: what it sums to 1 and what the store holds may differ by roundings
    np.testing.assert_allclose(view.run.q, comparison.q.probabilities, rtol=1e-12)
    np.testing.assert_array_equal(view.run.p, comparison.p.probabilities)


def check_evidence(view: Any, snapshot: Snapshot) -> None:
    assert view.overlay.statistics.snapshot.comparison is snapshot.comparison
    assert view.overlay.statistics.counts.size == snapshot.comparison.n


def check_curves(view: Any, snapshot: Snapshot) -> None:
    assert view.snapshot.comparison is snapshot.comparison
    assert view.index == snapshot.view.current
    assert view.value == snapshot.comparison.q.probabilities[view.index]


def check_code_lengths(view: Any, snapshot: Snapshot) -> None:
    assert view.snapshot.comparison is snapshot.comparison


Work = Callable[[Person], None]
Check = Callable[[Any, Snapshot], None]
VIEWS: dict[ViewMode, tuple[Work, Check]] = {
    ViewMode.CODE_LENGTHS: (lambda _person: None, check_code_lengths),
    ViewMode.LOSS_CURVES: (lambda _person: None, check_curves),
    ViewMode.TRAINING: (train, check_training),
    ViewMode.EVIDENCE: (draw, check_evidence),
}


@pytest.mark.parametrize("seen", [True, False], ids=["seen", "looked at before"])
@pytest.mark.parametrize("mode", VIEWS, ids=lambda mode: mode.value)
def test_a_view_shows_the_state(start, mode: ViewMode, seen: bool) -> None:
    person = start()
    work, check = VIEWS[mode]
    for way, act in WAYS.items():
        with person.qtbot.captureExceptions() as faults:
            person.explorer.open_example("weather")
            person.store.set_mode(mode)
            work(person)
            if not seen:
                person.store.set_mode(KL)
            act(person)
            person.store.set_mode(mode)
            QApplication.processEvents()
            check(person.window.terms_card.shown_chart, person.store.snapshot)
            if person.explorer.lessons.session is not None:
                person.window.lessons.leave_requested.emit()
            language(person, "en")
        assert not faults, way


def test_training_goes_on_where_categories_have_other_names(start) -> None:
    person = start()
    person.store.set_mode(ViewMode.TRAINING)
    train(person)
    rename(person)
    language(person, "ko")
    view: Any = person.window.terms_card.shown_chart
    assert view.run.steps == 3
    assert person.labels != ("sunny", "overcast", "rain", "snow")
    press(person, "trainReset")
    np.testing.assert_allclose(person.q, [1 / 8, 1 / 2, 1 / 4, 1 / 8], rtol=0, atol=0)
    language(person, "en")
