"""The pane on a challenge: its gauge, moves and best score, its hint and its dots."""

import math
import re
from dataclasses import replace
from html import unescape

import pytest
from PySide6.QtWidgets import QApplication, QLabel

from klscope.lessons.challenging import GaugeReading
from klscope.lessons.current_step import CurrentStep, ListedLesson
from klscope.lessons.library import load
from klscope.model.comparison import Comparison, Side
from klscope.model.edits import Gesture, SetProbability
from klscope.model.history import History
from klscope.model.snapshot import Snapshot
from klscope.model.view_state import ViewState
from klscope.views.lessons.challenge_gauge import END, START, Gauge, inside, place
from klscope.views.lessons.lesson_panel import LessonPanel
from klscope.views.lessons.lesson_step import LessonStep


def snapshot_of(comparison: Comparison, history: History | None = None) -> Snapshot:
    return Snapshot.of(comparison, ViewState(), history or History(comparison))


def current_step_of(index: int, ticks: frozenset[int] = frozenset(), best: int | None = None) -> CurrentStep:
    lesson = load("challenges", "en")
    begun = lesson.states_by_name[lesson.steps[index].state].comparison
    return CurrentStep(lesson, index, ticks, {}, begun, best=best)


@pytest.fixture
def panel(show) -> LessonPanel:
    return show(LessonPanel(snapshot_of(Comparison.from_weights(None, [1, 1], [1, 3]))), 464, 330)


def shown(panel: LessonPanel, current: CurrentStep) -> LessonPanel:
    panel.show_snapshot(snapshot_of(current.begun))
    panel.show_step(current)
    return panel


def goal_of(step: LessonStep) -> str:
    """Return the words of the goal."""
    return " ".join(unescape(re.sub("<[^>]*>", " ", step.goal.text())).split())


def test_the_list_ends_with_the_challenges(panel: LessonPanel) -> None:
    panel.show_lessons(
        (
            ListedLesson(load("01-entropy", "en"), 0),
            ListedLesson(load("challenges", "en"), 3),
        )
    )
    row = panel.list.rows[1]
    assert (row.button.text(), row.ticks.text()) == ("Challenges", "3 of 14")
    assert row.button.accessibleName() == "Challenges 3 of 14 solved"


def test_a_challenge_has_a_goal_a_gauge_moves_and_a_best_score(panel: LessonPanel) -> None:
    current = current_step_of(0)
    step = shown(panel, current).step
    assert step.heading.text() == "Nearly there"
    assert (step.mark.text(), goal_of(step)) == ("○", "Goal: ○ KL(P‖Q) < 0.05 · now 0.625 ✓ P as it was")
    assert panel.moves.text() == "0 moves"
    assert step.gauge.accessibleName() == "KL(P‖Q): 0.625, from 0.625 toward < 0.05"
    edit = SetProbability(Side.Q, 0, 0.5, Gesture.DRAG)
    after = edit.apply(current.begun)
    panel.show_snapshot(snapshot_of(after, History(current.begun).with_step(edit, after)))
    panel.refresh()
    assert panel.moves.text() == "1 move"
    assert step.gauge.accessibleName() == "KL(P‖Q): 0.029, from 0.625 toward < 0.05"
    assert goal_of(step) == "Goal: ✓ KL(P‖Q) < 0.05 · now 0.029 ✓ P as it was"
    panel.show_step(replace(current, met=True, ticks=frozenset({0}), best=1))
    assert (step.mark.text(), goal_of(step)) == ("✓", "Reached: ✓ KL(P‖Q) < 0.05 · now 0.029 ✓ P as it was")
    assert panel.moves.text() == "1 move · best: 1 move"
    panel.show_step(replace(current, ticks=frozenset({0}), best=7))
    assert panel.moves.text() == "1 move · best: 7 moves"


def test_its_hint_is_shown_on_request_and_a_button_restarts_it(panel: LessonPanel) -> None:
    step = shown(panel, current_step_of(0)).step
    assert step.hint.isHidden()
    step.hint_button.click()
    assert "longest bar" in step.hint.text()
    assert panel.restore.text() == "Restart"
    assert panel.head.leave.text() == "Leave"
    panel.retranslate()
    assert panel.restore.text() == "Restart"


def test_fourteen_dots_fit_the_narrowest(panel: LessonPanel) -> None:
    shown(panel, current_step_of(13, ticks=frozenset(range(14))))
    QApplication.processEvents()
    buttons = panel.head.dots.buttons
    assert [one.text() for one in buttons] == [f"{number}✓" for number in range(1, 15)]
    assert buttons[13].accessibleName() == "Challenge 14 of 14, solved: Double trouble"
    for one in buttons:
        assert one.width() >= one.sizeHint().width() - 2
        assert one.mapTo(panel, one.rect().bottomRight()).x() < panel.head.leave.mapTo(panel, one.rect().topLeft()).x()
    assert panel.head.dots.width() >= panel.head.dots.sizeHint().width()
    assert panel.minimumSizeHint().width() <= 464


def test_nothing_is_clipped_at_the_narrowest(panel: LessonPanel) -> None:
    for index in range(14):
        shown(panel, current_step_of(index, best=100))
        QApplication.processEvents()
        panel.step.hint_button.click()
        QApplication.processEvents()
        assert panel.step.widget().width() <= panel.step.viewport().width()
        for label in panel.step.findChildren(QLabel):
            if label.isVisible() and label.wordWrap():
                assert label.height() >= label.heightForWidth(label.width()), (index, label.text())


def test_where_a_share_of_the_way_is_drawn() -> None:
    assert place(0.0, 100.0) == pytest.approx(100 * START)
    assert place(1.0, 100.0) == pytest.approx(100 * END)
    assert (place(-math.inf, 100.0), place(math.inf, 100.0)) == (0.0, 100.0)
    assert (inside(0.0, 20.0, 100.0), inside(50.0, 20.0, 100.0), inside(99.0, 20.0, 100.0)) == (20.0, 50.0, 80.0)


@pytest.mark.parametrize("now", [0.0, 0.3, 5.0, math.inf, math.nan])
def test_any_value_can_be_drawn(show, now: float) -> None:
    gauge = show(Gauge(), 300, 62)
    gauge.show_reading(GaugeReading(1.0, 1.0, 0.0), "KL")
    before = gauge.grab().toImage()
    gauge.show_reading(GaugeReading(1.0, now, 0.0), "KL")
    assert gauge.grab().toImage() != before
