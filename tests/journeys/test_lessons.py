"""Lessons in the whole window: all steps are done by input, and the user's session is restored."""

import errno
import os
import re
from collections.abc import Callable
from html import unescape
from itertools import cycle
from pathlib import Path

import pytest
from hands import ALT, CONTROL, Person, between, y_of
from in_lessons import answer, begin, button, current_step, room
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QDialog, QPushButton, QTextBrowser
from words_on_screen import foreign, foreign_words, painted, said

from klscope.connections.language import set_language as set_window_language
from klscope.lessons import library
from klscope.lessons.lesson import StepKind
from klscope.model.comparison import Side
from klscope.model.views import ViewMode
from klscope.remembering import remember
from klscope.theory.units import Unit
from klscope.views.preferences.preferences import Preferences

Act = Callable[[Person], None]
KEYS = {"Home": Qt.Key.Key_Home, "End": Qt.Key.Key_End, "Down": Qt.Key.Key_Down}
KEYS |= {"PageUp": Qt.Key.Key_PageUp, "PageDown": Qt.Key.Key_PageDown}


def place_of(person: Person, label: str) -> int:
    """Return which category is called so in the English lesson: the others have the same ones in the same order."""
    name, step = room(person).lessons.current.lesson.name, current_step(person).index
    lesson = library.load(name, "en")
    return lesson.states_by_name[lesson.steps[step].state].comparison.labels.index(label)


def drag(side: Side, label: str, value: float) -> Act:
    """Take a bar and bring it to a height."""

    def act(person: Person) -> None:
        chart, index = person.chart(side), place_of(person, label)
        top = chart.bar_top(index)
        goal = QPoint(top.x(), round(y_of(chart, value)))
        person.mouse(side).drag(top, *between(top, goal, 5))

    return act


def keys(side: Side, label: str, *names: str) -> Act:
    """Walk to a bar with the arrows, and press keys on it."""

    def act(person: Person) -> None:
        chart, index = person.chart(side), place_of(person, label)
        chart.setFocus()
        while (current := person.store.view.current) != index:
            person.keys(Qt.Key.Key_Right if current < index else Qt.Key.Key_Left, on=chart)
        for name in names:
            person.keys(KEYS[name], on=chart)

    return act


def typed(side: Side, **values: float) -> Act:
    """Type values on bars, one after the other."""

    def act(person: Person) -> None:
        for label, value in values.items():
            person.enter(side, place_of(person, label), str(value))

    return act


def command(name: str) -> Act:
    return lambda person: person.do(name)


def both(*acts: Act) -> Act:
    def act(person: Person) -> None:
        for one in acts:
            one(person)

    return act


P, Q = Side.P, Side.Q
ACTS: dict[str, list[Act]] = {
    "01-entropy": [keys(P, "six", "End"), typed(P, six=0.3679)],
    "02-cross-entropy": [drag(Q, "bird", 0.02), keys(Q, "bird", *["Down"] * 8)],
    "03-why-the-log": [
        keys(Q, "yes", "End"),
        both(keys(P, "yes", "PageDown", "PageDown"), keys(Q, "yes", *["PageDown"] * 4)),
    ],
    "04-kl-divergence": [drag(Q, "sunny", 0.5), typed(P, sunny=0.86)],
    "05-subtracting-entropy": [command("swap"), command("copy_p_to_q")],
    "06-the-exam": [typed(Q, B=0.97)],
    "07-the-difference": [command("uniform"), keys(Q, "cat", *["PageUp"] * 3)],
    "08-never-negative": [typed(Q, cloudy=0.8), command("copy_p_to_q")],
    "09-asymmetry": [typed(Q, d=0.3, c=0.1, e=0.1), typed(Q, g=0.005, h=0.03, i=0.25, j=0.5)],
    "10-infinity-and-zero": [drag(Q, "snow", 0.0), keys(P, "snow", "Home")],
    "11-units-and-codes": [drag(Q, "dog", 0.5), command("swap")],
    "12-evidence": [typed(P, heads=0.85), keys(Q, "heads", "Home")],
}
"""What a hand does in each *do* step, in order."""


@pytest.mark.parametrize(("name", "language"), list(zip(ACTS, cycle(["en", "ko"]), strict=False)))
def test_a_lesson_is_walked_from_first_to_last(start, set_language, name: str, language: str) -> None:
    set_language(language)
    person = start([5, 3, 2], [2, 3, 5], ["a", "b", "c"])
    person.do("swap")
    person.do("pin")
    person.keys("3", modifiers=ALT, on=person.window)
    own = person.store.snapshot
    begin(person, int(name[:2]))
    assert current_step(person).lesson == library.load(name, language)
    acts = iter(ACTS[name])
    steps = current_step(person).lesson.steps
    for index, step in enumerate(steps):
        assert current_step(person).index == index
        if isinstance(step.view, ViewMode):
            assert person.store.view.mode is step.view
        if step.kind is StepKind.PREDICT:
            answer(person)
        elif step.kind is StepKind.DO:
            assert not current_step(person).met
            assert room(person).panel.step.after.isHidden()
            before = person.steps
            next(acts)(person)
            assert current_step(person).met, step.title
            assert person.steps > before
            room(person).panel.refresh()
            assert room(person).panel.step.after.text()
        button(person, "lessonNext").click()
    assert next(acts, None) is None
    assert current_step(person) is None
    assert person.store.snapshot is own  # bit for bit: the very same values
    count = len(steps)
    ticks = {"en": f"✓ {count} of {count}", "ko": f"✓ {count} / {count}"}[language]
    assert room(person).panel.list.rows[int(name[:2]) - 1].ticks.text() == ticks
    assert person.readouts()[0] == f"{own.entropy:.4f}"
    person.do("undo")
    assert person.p.tolist() == pytest.approx([0.5, 0.3, 0.2])


def test_switching_to_and_fro_leaves_no_word_of_the_other_language(start, set_language) -> None:
    set_language("en")
    person = start()
    begin(person, 4)
    panel = room(person).panel
    for code in ("ko", "en"):
        for name in ("lessonStep1", "lessonStep2", "lessonStep3"):
            button(person, name).click()
            set_window_language(person.explorer.context, code)
            if name == "lessonStep1":
                answer(person)
            person.do("reset")
            seen = [(where, unescape(re.sub("<[^>]*>", "", text))) for where, text in said(panel)]
            assert foreign([*seen, *(("painted", text) for text in painted(panel))], code) == set()
            assert foreign_words(person.window.tools, code) == set()
        button(person, "lessonLeave").click()
        assert foreign(list(said(panel)), code) == set()
        begin(person, 4)
        panel.head.restart.trigger()


def test_a_goal_is_ticked_while_the_hand_still_drags(start) -> None:
    person = start()
    begin(person, 4)
    button(person, "lessonNext").click()
    chart = person.q_chart
    assert chart.highlighted == ("sunny",)
    top = chart.bar_top(0)
    goal = QPoint(top.x(), round(y_of(chart, 0.5)))
    person.on_q.press(top)
    path = between(top, goal, 6)
    person.on_q.move(path[0])
    assert not current_step(person).met
    for at in path[1:]:
        person.on_q.move(at)
    assert person.store.in_gesture
    assert current_step(person).met
    assert button(person, "lessonStep2").text() == "2✓"
    assert chart.highlighted == ()
    person.keys(Qt.Key.Key_Escape, on=chart)
    assert person.q[0] == pytest.approx(0.125)
    assert button(person, "lessonStep2").text() == "2✓"  # earned for ever
    person.on_q.release()


def test_nothing_is_there_until_it_is_asked_for(start) -> None:
    person = start()
    assert person.explorer.lessons.session is None
    assert person.window.lessons is None
    assert person.window.tabs.tabText(0) == "Try"
    assert not person.command("lesson_next").isEnabled()
    person.window.findChild(QPushButton, "tryLessons").click()
    assert person.window.tabs.tabText(0) == "Lessons"
    assert person.window.tabs.currentWidget() is room(person).panel
    person.do("first_steps")
    assert person.window.tabs.currentWidget() is person.window.try_panel
    person.do("lessons")
    assert person.window.tabs.currentWidget() is room(person).panel
    assert person.window.tabs.count() == 6


def test_keys_lead_on_and_back(start) -> None:
    person = start()
    begin(person, 1)
    person.keys(Qt.Key.Key_PageDown, modifiers=CONTROL, on=person.window)
    assert current_step(person).index == 1
    p = person.p.copy()
    person.p_chart.setFocus()
    person.keys(Qt.Key.Key_PageUp, modifiers=CONTROL)
    assert current_step(person).index == 0
    assert person.p.tolist() == p.tolist()  # not a step of 0.1
    assert not person.command("lesson_back").isEnabled()
    button(person, "lessonLeave").click()
    assert not person.command("lesson_next").isEnabled()


def test_what_is_to_be_used_glows(start) -> None:
    person = start()
    begin(person, 5)
    swap, copy = (person.window.tools.button(name) for name in ("swap", "copy_p_to_q"))
    button(person, "lessonStep2").click()
    assert swap.property("highlighted")
    assert not copy.property("highlighted")
    swap.click()
    assert not swap.property("highlighted")
    button(person, "lessonNext").click()
    assert copy.property("highlighted")
    assert person.q_chart.highlighted == ("heads",)
    button(person, "lessonLeave").click()
    assert not copy.property("highlighted")
    assert person.q_chart.highlighted == ()


def test_a_lost_state_can_be_restored(start) -> None:
    person = start()
    begin(person, 1)
    button(person, "lessonStep2").click()
    begun = person.state
    person.choose(person.window.menus.examples, _first_example(person))
    room(person).panel.refresh()
    assert "six" in room(person).panel.step.missing.text()
    button(person, "lessonNext").click()  # never a prison
    button(person, "lessonBack").click()
    person.do("undo")
    button(person, "lessonRestore").click()
    assert person.state == begun
    room(person).panel.refresh()
    assert room(person).panel.step.missing.isHidden()


def _first_example(person: Person) -> str:
    entries = [action.text().split("\t")[0] for action in person.window.menus.examples.actions()]
    return next(entry.replace("&&", "&") for entry in entries if entry)


def test_a_lesson_has_an_undo_of_its_own(start) -> None:
    person = start()
    person.do("swap")
    begin(person, 1)
    assert not person.command("undo").isEnabled()
    button(person, "lessonNext").click()
    person.do("uniform")
    person.do("undo")
    button(person, "lessonLeave").click()
    assert person.command("undo").text().startswith("Undo Swap")


def test_progress_is_remembered_and_the_view_of_a_lesson_is_not(start) -> None:
    person = start()
    remember(person.explorer, Preferences())
    begin(person, 2)
    assert person.store.view.unit is Unit.NAT
    answer(person)
    button(person, "lessonNext").click()
    person.window.close()
    again = start()
    remember(again.explorer, Preferences())
    assert again.store.view.unit is Unit.BIT
    assert again.store.view.mode is ViewMode.KL_DIVERGENCE
    assert again.explorer.lessons.session is None
    begin(again, 2)
    assert current_step(again).index == 1
    assert button(again, "lessonStep1").text() == "1✓"


def test_hidden_answers_stay_hidden_at_the_next_start(start) -> None:
    person = start()
    remember(person.explorer, Preferences())
    begin(person, 1)
    room(person).panel.head.hide_answers.trigger()
    person.window.close()
    for _ in range(2):  # also where nobody opened a lesson in between
        again = start()
        remember(again.explorer, Preferences())
        again.window.close()
    again = start()
    remember(again.explorer, Preferences())
    begin(again, 1)
    panel = room(again).panel
    assert panel.head.hide_answers.isChecked()
    panel.step.prediction.rows[0].radio.click()
    button(again, "lessonCommit").click()
    assert panel.step.after.isHidden()
    panel.head.hide_answers.trigger()
    assert panel.step.after.isVisible()
    again.window.close()
    last = start()
    remember(last.explorer, Preferences())
    begin(last, 1)
    assert not room(last).panel.head.hide_answers.isChecked()


def test_a_lesson_with_mistakes_is_told_of_by_line(start, tmp_path: Path) -> None:
    person = start()
    person.do("lessons")
    shown = person.store.snapshot
    path = tmp_path / "mine.md"
    path.write_text("# Mine <b>\nquestion: Why?\n\n## do: x\ngoal: P(one >= 3\n\nText.\n", encoding="utf-8")
    room(person).open_file(path)
    dialog = person.window.findChild(QDialog, "lessonMistakes")
    text = dialog.findChild(QTextBrowser).toPlainText()
    assert "mine.md has mistakes and was not opened." in text
    assert "Line 5" in text
    dialog.close()
    assert person.store.snapshot is shown


def test_what_cannot_be_read_as_a_lesson_is_told_and_nothing_changes(start, tmp_path: Path) -> None:
    person = start()
    person.do("lessons")
    shown = person.store.snapshot
    (tmp_path / "folder.md").mkdir()
    (tmp_path / "zero.md").symlink_to("/dev/zero")
    os.mkfifo(tmp_path / "fifo.md")
    (tmp_path / "large.md").touch()
    os.truncate(tmp_path / "large.md", 3_000_000_000)
    tells = {
        "none.md": "No such file or directory",
        "folder.md": "it is a folder",
        "zero.md": "it is a device",
        "fifo.md": "it is a FIFO (a named pipe)",
        "large.md": "it is longer than 1,000,000 bytes",
    }
    for name, reason in tells.items():
        room(person).open_file(tmp_path / name)
        dialog = next(one for one in person.window.findChildren(QDialog, "lessonMistakes") if one.isVisible())
        text = dialog.findChild(QTextBrowser).toPlainText()
        assert text == f"{name} cannot be read: {reason}. Nothing was changed."
        dialog.close()
    assert person.store.snapshot is shown


def test_the_dialog_for_a_file_begins_the_lesson(start) -> None:
    person = start()
    person.do("open_lesson")
    dialog = person.dialog
    path = Path(__file__).parents[2] / "resources" / "lessons" / "en" / "03-why-the-log.md"
    dialog.filesSelected.emit([str(path)])
    dialog.close()
    assert current_step(person).lesson.title == "Why the log, why not P × Q?"
    assert room(person).panel.isVisible()


def test_the_language_changes_in_the_middle_of_a_lesson(start) -> None:
    """One's own data are reworded as all data are, and the lesson goes on in the other language."""
    person = start()
    person.do("swap")
    own = person.state
    begin(person, 4)
    answer(person)
    button(person, "lessonNext").click()
    set_window_language(person.explorer.context, "ko")
    try:
        assert current_step(person).index == 1
        assert current_step(person).ticks == {0}
        assert person.window.tabs.tabText(0) == "수업"
        assert button(person, "lessonNext").text() == "다음 →"
        assert person.labels == current_step(person).begun.labels
        button(person, "lessonLeave").click()
        assert person.labels[0] == "맑음"
        assert person.state[1:] == own[1:]
    finally:
        set_window_language(person.explorer.context, "en")
    assert person.state == own
    assert room(person).panel.list.rows[0].button.text() == "1. What is entropy?"


def test_a_handout_is_printed_with_answers_unless_they_are_hidden(start, tmp_path: Path, monkeypatch) -> None:
    asked = []
    monkeypatch.setattr("klscope.connections.lesson_session.ask_for_handout", lambda *one: asked.append(one))
    person = start()
    begin(person, 5)
    before, sizes = person.state, []
    for _ in range(2):
        person.window.findChild(QAction, "lessonHandout").trigger()
        _, name, accept = asked.pop()
        assert name == "05-subtracting-entropy.pdf"
        path = tmp_path / f"sheet{len(sizes)}.pdf"
        accept(str(path))
        assert person.sentence == f"Saved: {path}"
        assert path.read_bytes().startswith(b"%PDF")
        sizes.append(len(re.findall(rb"/Type /Page\b", path.read_bytes())))
        person.window.findChild(QAction, "lessonHideAnswers").trigger()
    assert sizes[0] == sizes[1] + 1
    person.window.findChild(QAction, "lessonHandout").trigger()
    asked.pop()[2](str(tmp_path / "none" / "sheet.pdf"))
    assert person.sentence.startswith("The handout was not written.")
    assert person.state == before


def test_a_handout_that_has_no_room_leaves_the_old_one(start, tmp_path: Path, monkeypatch) -> None:
    """The disk is full for the call that writes all of it through, the last at which it can be."""
    asked = []
    monkeypatch.setattr("klscope.connections.lesson_session.ask_for_handout", lambda *one: asked.append(one))
    person = start()
    begin(person, 5)
    before = person.state
    there, fifo = tmp_path / "there.pdf", tmp_path / "fifo.pdf"
    there.write_bytes(b"the old one")
    os.mkfifo(fifo)

    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, "")

    monkeypatch.setattr(os, "fsync", full)
    told = {there: "No space left on device", fifo: "it is a FIFO (a named pipe); name a regular file"}
    for path, reason in told.items():
        person.window.findChild(QAction, "lessonHandout").trigger()
        asked.pop()[2](str(path))
        assert person.sentence == f"The handout was not written. {path}: {reason}"
    assert person.state == before
    assert there.read_bytes() == b"the old one"
    assert sorted(tmp_path.glob("*")) == [fifo, there]
