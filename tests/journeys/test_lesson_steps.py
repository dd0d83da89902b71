"""What steps name besides bars: tabs, and commands anywhere in the window."""

import pytest
from hands import CONTROL, Person
from in_lessons import begin, button, current_step, room
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QPushButton, QToolButton
from view_states import training_options

from klscope.connections.language import set_language
from klscope.files.resource_files import resource_path
from klscope.lessons.current_step import labels_needed
from klscope.lessons.lesson import Tab
from klscope.model.comparison import Side
from klscope.model.edits import Gesture, SetProbability
from klscope.model.views import ViewMode
from klscope.theory.training import Family, Objective

OWN = """# Mine
question: What is to be used?

## state odd
labels: a, b, c
P: 1, 2, 5
Q: 3, 2, 1

## predict: Guess
state: odd
Which?

( ) this
(*) that
because: So it is.

## do: Use it
state: odd
GLOW
Do it.
goal: Q(a) = 1/3 ± 0.001 and P untouched

## why: So
view: entropy, table
It is so.
"""


def begin_own(person: Person, tmp_path, glow: str = "glow: uniform Q", step: int = 2) -> None:
    path = tmp_path / "mine.md"
    path.write_text(OWN.replace("GLOW", glow), encoding="utf-8")
    person.do("lessons")
    room(person).open_file(path)
    button(person, f"lessonStep{step}").click()


def page(person: Person, tab: Tab):
    window = person.window
    return {
        Tab.FORMULA: window.formula,
        Tab.TABLE: window.table_pages,
        Tab.MEASURES: window.measures,
        Tab.LANDSCAPE: window.landscape,
    }[tab]


def test_a_step_offers_a_tab_and_there_is_a_way_back(start) -> None:
    person = start()
    begin(person, 5)
    button(person, "lessonStep4").click()
    assert person.store.view.mode is ViewMode.KL_DIVERGENCE
    strip, tabs = room(person).strip, person.window.tabs
    assert strip.isHidden()
    see = button(person, "lessonTab")
    assert see.text() == "See it: Landscape →"
    QTest.qWait(0)
    places = [chart.geometry() for chart in (person.p_chart, person.q_chart)], person.window.tools.geometry()
    see.click()
    QTest.qWait(0)
    assert places == ([chart.geometry() for chart in (person.p_chart, person.q_chart)], person.window.tools.geometry())
    assert tabs.currentWidget() is person.window.landscape
    assert person.window.landscape.view is not None
    assert strip.isVisible()
    assert "What could have been avoided" in strip.words.text()
    strip.back.click()
    assert tabs.currentWidget() is room(person).panel
    assert strip.isHidden()
    assert current_step(person).index == 3


def test_all_of_it_goes_by_keys(start) -> None:
    person = start()
    begin(person, 10)
    person.keys(Qt.Key.Key_PageDown, modifiers=CONTROL, on=person.window)
    see = button(person, "lessonTab")
    see.setFocus()
    person.keys(Qt.Key.Key_Space)
    assert person.window.tabs.currentWidget() is person.window.measures
    assert room(person).strip.back.hasFocus()
    person.keys(Qt.Key.Key_Space)
    assert person.window.tabs.currentWidget() is room(person).panel
    see.setFocus()
    person.keys(Qt.Key.Key_Space)
    person.keys("l", modifiers=CONTROL, on=person.window)
    assert person.window.tabs.currentWidget() is room(person).panel
    see.setFocus()
    person.keys(Qt.Key.Key_Space)
    person.keys(Qt.Key.Key_PageDown, modifiers=CONTROL, on=person.window)
    assert person.window.tabs.currentWidget() is room(person).panel  # the next step is to be read
    assert current_step(person).index == 2


def test_a_goal_is_seen_to_be_reached_while_the_tab_is_open(start) -> None:
    person = start()
    begin(person, 10)
    button(person, "lessonStep2").click()
    button(person, "lessonTab").click()
    words = room(person).strip.words
    assert words.text().startswith("<b>○</b> Goal: KL(P‖Q) = ∞; TV &lt; 0.1")
    top = person.q_chart.bar_top(3)
    person.on_q.drag(top, person.q_chart.bar_base(3))
    assert current_step(person).met
    assert words.text().startswith("<b>✓</b> Reached: ")
    assert person.window.tabs.currentWidget() is person.window.measures


def test_the_way_back_is_there_as_long_as_a_lesson_is(start) -> None:
    person = start()
    tabs = person.window.tabs
    begin(person, 4)
    button(person, "lessonStep4").click()
    strip = room(person).strip
    tabs.setCurrentWidget(person.window.formula)
    assert strip.isVisible()
    set_language(person.explorer.context, "ko")
    try:
        assert tabs.currentWidget() is person.window.formula
        assert strip.back.text() == "← 수업"
        assert strip.isVisible()
        assert strip.words.text().startswith("까닭 · ")
        assert button_words(person) == "살펴보기: 수식 →"
    finally:
        set_language(person.explorer.context, "en")
    room(person).lessons.leave()
    assert strip.isHidden()
    tabs.setCurrentWidget(person.window.measures)
    assert strip.isHidden()


@pytest.mark.parametrize("tab", Tab)
def test_every_tab_a_step_can_name_is_found(start, tmp_path, tab: Tab) -> None:
    person = start()
    begin_own(person, tmp_path, f"view: cross-entropy, {tab.value}")
    assert person.store.view.mode is ViewMode.CROSS_ENTROPY
    button(person, "lessonTab").click()
    assert person.window.tabs.currentWidget() is page(person, tab)
    name = person.window.tabs.tabText(person.window.tabs.currentIndex())
    assert button_words(person) == f"See it: {name} →"


def button_words(person: Person) -> str:
    room(person).show()
    return button(person, "lessonTab").text()


def test_a_command_that_only_menus_have_is_a_button_of_the_step(start, tmp_path) -> None:
    person = start()
    begin_own(person, tmp_path)
    assert person.store.view.active is Side.Q
    person.store.set_active(Side.P)  # whatever was pressed last
    uniform = button(person, "lessonCommand_uniform")
    assert uniform.text() == "Uniform Q"
    uniform.click()
    assert person.q.tolist() == pytest.approx([1 / 3] * 3)
    assert person.p.tolist() == pytest.approx([1 / 8, 2 / 8, 5 / 8])
    assert current_step(person).met
    assert person.command("undo").text() == "Undo Uniform Q"


def test_the_side_that_a_command_is_for_is_active_for_its_keys(start, tmp_path) -> None:
    person = start()
    person.store.set_active(Side.Q)
    begin_own(person, tmp_path, "glow: sharpen P")
    assert person.store.view.active is Side.P
    button(person, "lessonCommand_sharpen").click()
    assert person.dialog.windowTitle() == "Sharpen or Soften P"
    person.dialog.reject()


def test_a_command_that_would_do_nothing_is_not_offered(start, tmp_path) -> None:
    person = start()
    begin_own(person, tmp_path, "glow: copy Q to P, copy P to Q, Q(a)")
    copy = button(person, "lessonCommand_copy_q_to_p")
    assert copy.isEnabled()
    assert person.window.tools.button("copy_p_to_q").property("highlighted")
    copy.click()
    assert person.p.tolist() == person.q.tolist()
    assert not copy.isEnabled()
    assert not button(person, "lessonCommand_copy_p_to_q").isEnabled()
    person.do("undo")
    assert copy.isEnabled()


def test_where_nothing_is_named_nothing_is_offered(start) -> None:
    person = start()
    person.do("lessons")
    button(person, "lessonChallenges").click()
    assert room(person).panel.step.tools.isHidden()


def another_example(person: Person) -> None:
    """Open other data by the menu: categories that no lesson has."""
    entries = [action for action in person.window.menus.examples.actions() if action.data() == "confusion"]
    entries[0].trigger()


@pytest.mark.parametrize("numbers", [range(1, 7), range(7, 13)], ids=str)
def test_every_step_can_have_its_state_back_in_one_undo_step(start, numbers: range) -> None:
    person = start()
    for number in numbers:
        begin(person, number)
        check_restored_states(person)
        room(person).lessons.leave()


def check_restored_states(person: Person) -> None:
    panel = room(person).panel
    for index, step in enumerate(current_step(person).lesson.steps):
        button(person, f"lessonStep{index + 1}").click()
        begun, mode = person.state, person.store.view.mode
        assert panel.step.missing.isHidden()
        another_example(person)
        panel.refresh()
        others = person.state
        needed = labels_needed(step)
        gone = [label for label in needed if label not in person.labels]
        assert panel.step.missing.isVisible() == bool(gone), step.title
        assert bool(button(person, "lessonRestore").property("highlighted")) == bool(gone)
        assert all(label in panel.step.missing.text() for label in gone)
        person.store.set_mode(ViewMode.ENTROPY)
        before = person.steps
        button(person, "lessonRestore").click()
        assert person.state == begun
        assert person.steps == before + 1
        assert person.store.view.mode is (mode if step.view is not None else ViewMode.ENTROPY)
        panel.refresh()
        assert panel.step.missing.isHidden()
        person.do("undo")
        assert person.state == others
        person.do("redo")
        assert person.state == begun


def test_a_goal_can_be_reached_after_its_state_was_restored(start) -> None:
    person = start()
    begin(person, 5)
    button(person, "lessonStep2").click()
    another_example(person)
    person.do("swap")
    assert not current_step(person).met
    button(person, "lessonRestore").click()
    person.do("swap")
    assert current_step(person).met


def test_a_renamed_category_is_missed_and_comes_back(start) -> None:
    person = start()
    begin(person, 4)
    button(person, "lessonStep2").click()
    person.keys(Qt.Key.Key_F2, on=person.q_chart)
    person.type("hail")
    person.keys(Qt.Key.Key_Return)
    room(person).panel.refresh()
    assert "no category sunny here" in room(person).panel.step.missing.text()
    assert person.q_chart.highlighted == ("sunny",)
    before = person.steps
    button(person, "lessonRestore").click()
    assert person.labels[0] == "sunny"
    assert person.steps == before + 1


def test_what_a_hand_holds_is_a_step_of_its_own_before_the_state_comes_back(start) -> None:
    person = start()
    begin(person, 4)
    button(person, "lessonStep2").click()
    begun, before = person.state, person.steps
    top = person.q_chart.bar_top(0)
    person.on_q.press(top)
    person.on_q.move(top + QPoint(0, -40))
    button(person, "lessonRestore").click()
    assert person.state == begun
    assert person.steps == before + 2
    person.on_q.release()
    assert person.state == begun


def test_a_challenge_begins_anew_where_a_category_is_gone(start) -> None:
    person = start()
    person.do("lessons")
    button(person, "lessonChallenges").click()
    steps = current_step(person).lesson.steps
    number = next(place for place, step in enumerate(steps, start=1) if labels_needed(step))
    button(person, f"lessonStep{number}").click()
    begun = person.state
    another_example(person)
    panel = room(person).panel
    panel.refresh()
    assert "‘Restart’ brings back" in panel.step.missing.text()
    button(person, "lessonRestore").click()
    assert person.state == begun
    assert person.steps == 0
    assert panel.moves.text() == "0 moves"
    assert panel.step.missing.isHidden()


def test_a_step_shows_the_view_as_it_says_and_ones_own_is_there_again(start) -> None:
    person = start()
    person.store.set_mode(ViewMode.EVIDENCE)
    evidence = person.window.terms_card.made_view(ViewMode.EVIDENCE)
    evidence.controls.findChild(QToolButton, "draw10").click()
    evidence.controls.findChild(QPushButton, "huffmanSegment").click()
    begin(person, 12)
    assert not evidence.is_coded
    assert evidence.controls.findChild(QPushButton, "samplesSegment").isChecked()
    assert person.store.view.evidence.samples == 0
    button(person, "lessonStep4").click()
    assert (person.store.view.evidence.samples, person.store.view.evidence.seed) == (1000, 1)
    assert person.p_chart.overlay is not None
    steps = person.steps
    evidence.controls.findChild(QToolButton, "clearSamples").click()
    button(person, "lessonRestore").click()
    assert person.store.view.evidence.samples == 1000
    assert person.steps == steps
    room(person).lessons.open("09-asymmetry")
    room(person).lessons.go_to(2)
    training = person.window.terms_card.made_view(ViewMode.TRAINING)
    assert training.run.options == training_options(Objective.REVERSE, Family.UNIMODAL, 0.1)
    room(person).lessons.leave()
    assert person.store.view.evidence.samples == 10
    assert evidence.is_coded
    assert evidence.controls.findChild(QPushButton, "huffmanSegment").isChecked()
    person.store.set_mode(ViewMode.TRAINING)
    assert training.run.options == training_options()


def ringed(person: Person) -> set[str]:
    """Return the names of the buttons that have a ring."""
    return {one.objectName() for one in person.window.findChildren(QAbstractButton) if one.property("highlighted")}


def test_what_a_view_has_gets_a_ring_too(start) -> None:
    person = start()
    begin(person, 9)
    button(person, "lessonStep2").click()
    assert ringed(person) == {"trainPlay"}
    room(person).lessons.open("12-evidence")
    room(person).lessons.go_on()
    assert ringed(person) == {"draw1000"}
    room(person).lessons.open("03-why-the-log")
    room(person).lessons.go_to(1)
    assert ringed(person) == set()
    curves = person.window.terms_card.made_view(ViewMode.LOSS_CURVES)
    before = curves.grab().toImage()
    person.store.preview(SetProbability(Side.Q, 0, 0.98, Gesture.DRAG))
    person.store.cancel()
    assert current_step(person).met  # and then nothing is to be used any more
    assert curves.grab().toImage() != before
    assert not curves._highlighted
    room(person).lessons.leave()


def test_what_is_behind_a_button_has_its_ring_there_and_on_the_button(start, tmp_path) -> None:
    path = tmp_path / "mine.md"
    bundled = resource_path("lessons", "en", "09-asymmetry.md").read_text(encoding="utf-8")
    path.write_text(bundled.replace("glow: play,", "glow: objective, play,"), encoding="utf-8")
    person = start()
    person.do("lessons")
    room(person).open_file(path)
    button(person, "lessonStep2").click()
    assert ringed(person) == {"trainPlay", "trainObjective", "trainSettings"}
    person.window.findChild(QToolButton, "trainSettings").click()
    assert person.window.findChild(QToolButton, "trainObjective").isVisible()
    person.keys(Qt.Key.Key_Escape)
    room(person).lessons.leave()
    assert ringed(person) == set()


def test_a_command_has_its_ring_above_the_chart_and_in_the_pane(start) -> None:
    person = start()
    begin(person, 8)
    button(person, "lessonStep4").click()
    pane, above = button(person, "lessonCommand_adjusted"), person.window.terms_card.head._mass_difference
    assert pane.property("highlighted")
    assert above.property("highlighted")
    room(person).lessons.leave()
    assert not above.property("highlighted")


def test_where_nothing_is_to_be_dragged_nothing_looks_selected(start) -> None:
    person = start()
    chart = person.q_chart
    chart.setFocus()
    begin(person, 4)
    chart.setFocus()
    assert chart.handled_index() == -1
    assert chart.emphasised == ()
    person.keys(Qt.Key.Key_Right)
    assert chart.handled_index() == person.store.view.current == 1  # a key brings it back, and moves it
    assert chart.emphasised == (1,)
    button(person, "lessonStep2").click()
    assert chart.handled_index() == 0  # it is to be dragged
    button(person, "lessonStep4").click()
    assert chart.handled_index() == -1
    room(person).lessons.predict(0.0)  # nothing comes of it here
    person.window.p_chart.setFocus(Qt.FocusReason.TabFocusReason)
    assert person.p_chart.handled_index() >= 0
    button(person, "lessonStep5").click()
    assert person.p_chart.handled_index() == -1
    person.store.select((2,))  # in the table, say
    assert person.p_chart.handled_index() == 2
    button(person, "lessonStep1").click()
    room(person).lessons.leave()
    assert (person.p_chart.handled_index() >= 0) or (chart.handled_index() >= 0)
