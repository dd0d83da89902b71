"""The pane of lessons on its own: what it shows of a step, and what a hand on it says."""

from dataclasses import replace

import pytest
from colour_vision import contrast
from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from klscope.lessons import library
from klscope.lessons.current_step import CurrentStep, ListedLesson
from klscope.lessons.lesson import Lesson, Step, StepKind
from klscope.model.comparison import Comparison, Side
from klscope.model.edits import Gesture, SetProbability
from klscope.model.history import History
from klscope.model.snapshot import Snapshot
from klscope.model.view_state import ViewState
from klscope.theory.units import Unit
from klscope.views.lessons.goal_words import goal_words
from klscope.views.lessons.lesson_panel import LessonPanel
from klscope.views.theme import DARK, LIGHT, style_sheet

STEP = Step(StepKind.WHY, "Why", ())
LISTED = tuple(
    ListedLesson(Lesson(f"{n:02}-x", f"Title {n}", f"Question <{n}>?", Unit.BIT, (), (STEP,) * 5), n % 6)
    for n in range(1, 13)
)


def snapshot_of(comparison: Comparison) -> Snapshot:
    return Snapshot.of(comparison, ViewState(), History(comparison))


def current_step_of(name: str, index: int, ticks: frozenset[int] = frozenset(), answers=None) -> CurrentStep:
    lesson = library.load(name, "en")
    state = lesson.steps[index].state or lesson.states[0].name
    return CurrentStep(lesson, index, ticks, answers or {}, lesson.states_by_name[state].comparison)


@pytest.fixture
def panel(show) -> LessonPanel:
    return show(LessonPanel(snapshot_of(Comparison.from_weights(None, [1, 1], [1, 3]))), 464, 330)


def shown(panel: LessonPanel, current: CurrentStep) -> LessonPanel:
    panel.show_snapshot(snapshot_of(current.begun))
    panel.show_step(current)
    return panel


def heard(signal) -> list:
    found: list = []
    signal.connect(lambda *values: found.append(*values) if values else found.append(None))
    return found


def test_the_list_has_titles_questions_and_ticks(panel: LessonPanel) -> None:
    panel.show_lessons(LISTED)
    chosen = heard(panel.lesson_chosen)
    row = panel.list.rows[4]
    assert row.button.text() == "5. Title 5"
    assert row.ticks.text() == "✓ 5 of 5"
    assert panel.list.rows[3].ticks.text() == "4 of 5"
    assert row.button.accessibleName() == "Title 5 5 of 5 steps done"
    row.button.click()
    QTest.mouseClick(panel.list.rows[1], Qt.MouseButton.LeftButton, pos=panel.list.rows[1].rect().bottomLeft() / 2)
    assert chosen == ["05-x", "02-x"]
    panel.show_lessons(LISTED[:3])
    assert [row.isHidden() for row in panel.list.rows[:5]] == [False, False, False, True, True]


def test_a_prediction_is_committed_by_its_button_only(panel: LessonPanel) -> None:
    current = current_step_of("01-entropy", 0)
    prediction = shown(panel, current).step.prediction
    predicted = heard(panel.predicted)
    assert not prediction.commit.isEnabled()
    assert panel.step.after.isHidden()  # what explains it is not told before
    prediction.rows[0].radio.click()
    assert predicted == []
    assert [row.mark.text() for row in prediction.rows] == ["", "", ""]
    prediction.commit.click()
    assert predicted == [0.0]
    panel.show_step(replace(current, answers={0: 0.0}, ticks=frozenset({0})))
    assert marks(prediction) == [("✗ your guess", "error"), ("✓ right", "saving"), ("", "")]
    panel.show_step(replace(current, answers={0: 1.0}, ticks=frozenset({0})))
    assert marks(prediction) == [("", ""), ("✓ right, your guess", "saving"), ("", "")]
    panel.show_step(replace(current, answers={0: 0.0}, ticks=frozenset({0})))
    assert not prediction.commit.isVisible()
    assert not prediction.rows[1].radio.isEnabled()
    assert "0.081" in panel.step.after.text()


def marks(prediction) -> list[tuple[str, str]]:
    """Return what is written beside the answers, and the roles of its colours; of no words there is no colour."""
    return [(row.mark.text(), row.mark.property("role") if row.mark.text() else "") for row in prediction.rows]


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_a_right_and_a_wrong_guess_are_written_in_other_colours(panel: LessonPanel, theme) -> None:
    panel.setStyleSheet(style_sheet(theme))
    prediction = shown(panel, current_step_of("01-entropy", 0, answers={0: 0.0})).step.prediction
    wrong, right = (row.mark.palette().color(QPalette.ColorRole.WindowText).name() for row in prediction.rows[:2])
    assert (wrong, right) == (theme.error.lower(), theme.saving_text.lower())
    for colour in (wrong, right):
        assert contrast(colour, theme.card) >= 4.5


def test_hidden_answers_are_not_shown(panel: LessonPanel) -> None:
    panel.head.hide_answers.trigger()
    shown(panel, current_step_of("01-entropy", 0, answers={0: 0.0}))
    prediction = panel.step.prediction
    assert marks(prediction) == [("← your guess", ""), ("", ""), ("", "")]  # nor by a colour
    assert panel.step.after.isHidden()
    panel.head.hide_answers.trigger()
    assert marks(prediction)[:2] == [("✗ your guess", "error"), ("✓ right", "saving")]
    assert not panel.step.after.isHidden()


def test_a_guess_is_a_number_on_a_slider_and_told_how_far_it_was(panel: LessonPanel) -> None:
    current = current_step_of("05-subtracting-entropy", 0)
    prediction = shown(panel, current).step.prediction
    predicted = heard(panel.predicted)
    assert prediction.value.text() == "?"
    assert not prediction.commit.isEnabled()
    prediction.slider.setFocus()
    QTest.keyClick(prediction.slider, Qt.Key.Key_Home)
    assert prediction.value.text() == "0"
    QTest.keyClick(prediction.slider, Qt.Key.Key_PageUp)
    prediction.commit.click()
    assert predicted == [pytest.approx(0.1)]
    panel.show_step(replace(current, answers={0: 0.1}))
    # ln 0.5 and ln 0.99: 0.99·ln(0.99/0.5) + 0.01·ln(0.01/0.5) = 0.63714…, by hand
    assert prediction.outcome.text() == "You said 0.1; it is 0.637. Too low by 0.537."
    panel.show_step(replace(current, answers={0: 1.0}))
    assert prediction.outcome.text() == "You said 1; it is 0.637. Too high by 0.363."


def test_live_numbers_follow_what_is_on_screen(panel: LessonPanel) -> None:
    current = current_step_of("01-entropy", 3)
    shown(panel, current)
    assert "<b>2.585</b>" in panel.step.prose.text()
    assert panel.step.formula.text()
    sure = SetProbability(Side.P, 5, 1.0, Gesture.DRAG).apply(current.begun)
    panel.show_snapshot(snapshot_of(sure))
    panel.refresh()
    assert "H(P) = <b>0</b> bits" in panel.step.prose.text()


def test_the_text_of_a_goal_stays_true_when_the_drag_goes_on(panel: LessonPanel) -> None:
    current = current_step_of("01-entropy", 1)
    shown(panel, current)
    assert panel.step.goal.text() == "Goal: P(six) ≥ 0.98 · now 0.167"
    reached = SetProbability(Side.P, 5, 1.0, Gesture.DRAG).apply(current.begun)
    panel.show_reached(snapshot_of(reached))
    panel.show_step(replace(current, met=True, ticks=frozenset({1})))
    panel.show_snapshot(snapshot_of(current.begun))
    panel.refresh()
    assert "to <b>0</b> bits" in panel.step.after.text()
    assert panel.step.goal.text() == "Reached: P(six) ≥ 0.98 · now 0.167"
    assert panel.step.mark.text() == "✓"
    panel.show_step(replace(current, ticks=frozenset({1})))  # begun anew: ticked before, not reached now
    assert panel.step.after.isHidden()
    assert panel.step.mark.text() == "✓"


def test_where_a_category_is_gone_the_goal_says_so(panel: LessonPanel) -> None:
    shown(panel, current_step_of("01-entropy", 1))
    assert panel.step.missing.isHidden()
    panel.show_snapshot(snapshot_of(Comparison.from_weights(("a", "<b>"), [1, 1], [1, 1])))
    panel.refresh()
    assert panel.step.missing.text() == (
        "There is no category six here. ‘Restore state’ brings back what this step needs."
    )
    assert panel.restore.property("highlighted")
    shown(panel, current_step_of("01-entropy", 1))
    panel.refresh()
    assert panel.step.missing.isHidden()
    assert not panel.restore.property("highlighted")


def test_where_there_is_no_state_there_is_nothing_to_restore(panel: LessonPanel) -> None:
    current = current_step_of("01-entropy", 1)
    bare = replace(current.lesson, steps=tuple(replace(step, state=None) for step in current.lesson.steps))
    shown(panel, replace(current, lesson=bare))
    assert not panel.restore.isEnabled()
    shown(panel, current)
    assert panel.restore.isEnabled()


def test_a_hint_is_shown_on_request(panel: LessonPanel) -> None:
    current = current_step_of("01-entropy", 2)
    shown(panel, current)
    assert panel.step.hint.isHidden()
    panel.step.hint_button.click()
    assert "1/e" in panel.step.hint.text()
    assert panel.step.hint_button.isHidden()
    shown(panel, current_step_of("01-entropy", 1))
    assert panel.step.hint.isHidden()


def test_what_has_room_is_not_scrolled(panel: LessonPanel) -> None:
    panel.resize(464, 205)
    shown(panel, current_step_of("01-entropy", 1))
    QApplication.processEvents()
    assert panel.step.verticalScrollBar().maximum() == 0
    panel.resize(464, 180)
    shown(panel, current_step_of("04-kl-divergence", 4))
    QApplication.processEvents()
    assert panel.step.verticalScrollBar().maximum() > 0  # a long text


def test_the_focus_goes_along_from_the_list_into_a_lesson_and_back(panel: LessonPanel) -> None:
    panel.show_lessons(LISTED)
    panel.activateWindow()
    panel.list.rows[0].button.setFocus()
    shown(panel, current_step_of("01-entropy", 0))
    assert panel.focusWidget() is panel.step
    panel.next.setFocus()
    shown(panel, current_step_of("01-entropy", 1))
    assert panel.focusWidget() is panel.next
    panel.show_lessons(LISTED)
    assert panel.focusWidget() is panel.list


def test_steps_can_be_jumped_to_and_say_where_one_stands(panel: LessonPanel) -> None:
    shown(panel, current_step_of("01-entropy", 1, ticks=frozenset({0})))
    chosen, next_, back = heard(panel.step_chosen), heard(panel.next_requested), heard(panel.back_requested)
    buttons = panel.head.dots.buttons
    assert [button.text() for button in buttons] == ["1✓", "2", "3", "4", "5"]
    assert [button.isChecked() for button in buttons] == [False, True, False, False, False]
    assert buttons[0].accessibleName() == "Step 1 of 5, done: Predict"
    buttons[4].click()
    assert chosen == [4]
    panel.next.click()
    panel.back.click()
    assert (len(next_), len(back)) == (1, 1)
    shown(panel, current_step_of("01-entropy", 4))
    assert panel.next.text() == "Finish"
    shown(panel, current_step_of("01-entropy", 0))
    assert not panel.back.isEnabled()
    assert panel.next.isEnabled()  # never a prison


def test_nothing_is_clipped_at_the_narrowest(panel: LessonPanel) -> None:
    for name in library.names("en"):
        for index in range(len(library.load(name, "en").steps)):
            shown(panel, current_step_of(name, index, answers={0: 0.0}))
            panel.step.widget().layout().activate()
            assert panel.step.widget().width() <= panel.step.viewport().width()
            for label in panel.step.findChildren(QLabel):
                if label.isVisible() and label.wordWrap():
                    assert label.width() > 100
                    assert label.height() >= label.heightForWidth(label.width()), (name, index, label.text())


@pytest.mark.parametrize("language", ["en", "ko"])
def test_goals_are_written_as_they_are_read(language: str) -> None:
    for name in library.names(language):
        for step in library.load(name, language).steps:
            if step.goal is not None:
                words = goal_words(step.goal)
                assert not any(typed in words for typed in ("<=", ">=", "*", "-", "untouched", "infinite", "(Q,P)"))


@pytest.mark.parametrize("times", [1.0, 1.8])
def test_a_guess_has_room_for_its_number(panel: LessonPanel, times: float) -> None:
    step = shown(panel, current_step_of("05-subtracting-entropy", 0, answers={0: 0.637})).step
    step._grow(times)
    step.prediction.layout().activate()
    QApplication.processEvents()
    value, gap = step.prediction.value, step.prediction._highest.geometry().right()
    assert value.text() == "0.637"
    width = value.fontMetrics().horizontalAdvance(value.text())
    assert value.contentsRect().width() >= width
    assert value.geometry().right() - width - gap >= 12


@pytest.mark.parametrize("times", [1.0, 1.8])
def test_radio_buttons_stand_beside_the_first_line_of_their_words(panel: LessonPanel, times: float) -> None:
    step = shown(panel, current_step_of("01-entropy", 0)).step
    step._grow(times)
    step.prediction.layout().activate()
    QApplication.processEvents()
    for row in step.prediction.rows:
        first_line = row._words.y() + row._words.fontMetrics().height() / 2
        assert row.radio.geometry().center().y() == pytest.approx(first_line, abs=2.0)
