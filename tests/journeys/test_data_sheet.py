"""The sheet of opened data in the window: keys, other commands, lessons, language. Oracle: the pasted numbers."""

import numpy as np
import pytest
from hands import CONTROL, SHIFT, Person
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QDialog,
    QLabel,
    QLineEdit,
    QPushButton,
    QTextBrowser,
    QToolButton,
    QWidget,
)

from klscope.connections.data_entry import DataEntry
from klscope.model.comparison import Side
from klscope.views.theme import ThemeChoice


def paste(person: Person, text: str) -> None:
    QApplication.clipboard().setText(text)
    person.q_chart.setFocus()
    person.keys(Qt.Key.Key_V, modifiers=CONTROL)


def sheet(person: Person) -> QWidget | None:
    found = person.window.findChild(QWidget, "dataSheet")
    return found if found is not None and found.isVisible() else None


def shares(values):
    return pytest.approx(np.array(values) / sum(values), abs=1e-15)


def open_letters(person: Person) -> None:
    """Paste letters of three languages, so that the sheet asks which are P and Q."""
    paste(person, "letter\tenglish\tgerman\tfrench\ne\t127\t164\t147\nn\t67\t98\t71\nt\t91\t62\t72\n")
    person.qtbot.waitUntil(lambda: sheet(person) is not None)


def focused() -> str:
    widget = QApplication.focusWidget()
    return widget.objectName() if widget is not None else "none"


@pytest.mark.parametrize("spoken", ["en", "ko"])
def test_with_keys_alone(start, set_language, spoken):
    set_language(spoken)
    person = start()
    person.window.tabs.setCurrentWidget(person.window.measures)
    open_letters(person)
    assert focused() == "dataApply"
    names = []
    while focused() != "dataQ":
        names.append(focused())
        person.keys(Qt.Key.Key_Tab, modifiers=SHIFT)
    assert names == ["dataApply", "dataCancel", "dataTable", "dataAmount", "dataDirection", "dataQNumbers"]
    person.keys(Qt.Key.Key_Down)
    controller = person.window.findChild(DataEntry).connection.controller
    person.qtbot.waitUntil(lambda: not controller._worker.is_running)
    assert focused() == "dataQ"
    assert person.store.comparison.q.probabilities == shares([147, 71, 72])
    person.keys(Qt.Key.Key_Return)
    person.qtbot.waitUntil(lambda: sheet(person) is None)
    assert person.store.history.position == 1
    assert person.store.comparison.q.probabilities == shares([147, 71, 72])
    assert focused() == "qChart"
    assert person.window.tabs.currentWidget() is person.window.measures


@pytest.mark.parametrize("part", ["dataApply", "dataCancel", "dataTable", "dataP", "dataPNumbers", "dataAmount"])
def test_escape_restores_everything_wherever_the_focus_is(start, part):
    person = start()
    person.p_chart.setFocus()
    before = person.state
    QApplication.clipboard().setText("letter\tenglish\tgerman\tfrench\ne\t127\t164\t147\nn\t67\t98\t71\n")
    person.keys(Qt.Key.Key_V, modifiers=CONTROL)
    person.qtbot.waitUntil(lambda: sheet(person) is not None)
    person.window.findChild(QWidget, part).setFocus()
    person.keys(Qt.Key.Key_Escape)
    assert sheet(person) is None
    assert person.state == before
    assert person.steps == 0
    assert focused() == "pChart"
    assert all(person.chart(side).isEnabled() for side in Side)


def test_bars_of_a_proposal_cannot_be_dragged(start):
    person = start()
    open_letters(person)
    shown = person.state
    top = person.q_chart.bar_top(0)
    person.on_q.drag(top, top + QPoint(0, 30))
    assert person.state == shown
    person.keys(Qt.Key.Key_Escape)
    person.on_q.drag(person.q_chart.bar_top(1), person.q_chart.bar_top(1) + QPoint(0, 30))
    assert person.steps == 1


@pytest.mark.parametrize("command", ["swap", "undo", "uniform", "lessons", "edit_values"])
def test_another_command_acts_on_what_was_there_before(start, command):
    person = start()
    open_letters(person)
    person.do(command)
    person.qtbot.waitUntil(lambda: sheet(person) is None)
    assert person.labels == ("sunny", "cloudy", "rain", "snow")
    assert person.steps == (1 if command in ("swap", "uniform") else 0)


def test_an_example_replaces_the_proposal(start):
    person = start()
    open_letters(person)
    person.explorer.open_example("fair-die")
    person.qtbot.waitUntil(lambda: sheet(person) is None)
    assert person.labels[0] == "1"
    assert person.steps == 1
    person.do("undo")
    assert person.labels[0] == "sunny"


def test_the_language_changes_while_the_sheet_and_the_strip_are_open(start, set_language, tmp_path):
    person = start()
    path = tmp_path / "rows.npy"
    np.save(path, np.random.default_rng(7).dirichlet(np.ones(4), 5))
    person.window.findChild(DataEntry).connection.open_files([str(path)])
    strip = loaded_strip(person)
    open_letters(person)
    before = person.window.findChild(QLabel, "dataCount").text()
    korean = next(action for action in person.explorer._actions.languages.actions() if action.data() == "ko")
    korean.trigger()
    set_language("ko")
    assert sheet(person) is not None
    assert person.store.in_gesture
    assert person.window.findChild(QLabel, "dataCount").text() not in ("", before)
    assert person.window.findChild(QPushButton, "dataApply").text() == "적용"
    assert strip.text().startswith("5개 중")
    person.keys(Qt.Key.Key_Escape)
    assert sheet(person) is None
    assert not person.store.in_gesture


def loaded_strip(person: Person) -> QLabel:
    person.qtbot.waitUntil(lambda: person.window.findChild(QLabel, "rowName") is not None)
    return person.window.findChild(QLabel, "rowName")


def test_the_theme_and_the_size_reach_the_sheet(start):
    person = start()
    open_letters(person)
    table = person.window.findChild(QWidget, "dataTable")
    brush = lambda: table.model().data(table.model().index(0, 1), Qt.ItemDataRole.BackgroundRole).color()  # noqa: E731
    light, height = brush(), table.verticalHeader().defaultSectionSize()
    person.explorer.set_theme(ThemeChoice.DARK)
    assert brush() != light
    person.window.magnify(1.5)
    assert table.verticalHeader().defaultSectionSize() == round(1.5 * height)
    apply = person.window.findChild(QPushButton, "dataApply")
    assert sheet(person).rect().contains(apply.geometry())
    person.window.magnify(1.0)
    person.explorer.set_theme(ThemeChoice.LIGHT)
    person.keys(Qt.Key.Key_Escape)


def test_data_end_a_lesson_when_they_are_applied(start):
    person = start()
    person.do("lessons")
    lessons = person.explorer.lessons.session.lessons
    lessons.open(lessons.lessons()[0].lesson.name)
    in_lesson = person.state
    open_letters(person)
    person.keys(Qt.Key.Key_Escape)
    assert lessons.current is not None
    assert person.state == in_lesson
    open_letters(person)
    person.keys(Qt.Key.Key_Return)
    assert lessons.current is None
    assert person.labels == ("e", "n", "t")
    person.do("undo")
    assert person.labels == ("sunny", "cloudy", "rain", "snow")


def test_a_lesson_that_goes_on_drops_the_proposal(start):
    person = start()
    person.do("lessons")
    lessons = person.explorer.lessons.session.lessons
    lessons.open(lessons.lessons()[0].lesson.name)
    open_letters(person)
    lessons.go_on()
    person.qtbot.waitUntil(lambda: sheet(person) is None)
    assert lessons.current is not None
    assert person.labels != ("e", "n", "t")


def test_the_focus_stays_in_the_window_when_the_strip_closes(start, tmp_path):
    path = tmp_path / "rows.npy"
    np.save(path, np.random.default_rng(8).dirichlet(np.ones(4), 5))
    person = start()
    person.window.findChild(DataEntry).connection.open_files([str(path)])
    loaded_strip(person)
    person.qtbot.waitUntil(lambda: focused() == "rowDivergences")
    person.keys(Qt.Key.Key_End)
    back, close = (person.window.findChild(QToolButton, name) for name in ("rowBack", "rowsClose"))
    back.setFocus()
    for _ in range(5):
        if back.isEnabled():
            person.keys(Qt.Key.Key_Space)
    assert not back.isEnabled()
    assert QApplication.focusWidget() is not None
    assert QApplication.focusWidget().isVisible()
    close.setFocus()
    person.keys(Qt.Key.Key_Space)
    assert focused() == "qChart"


def test_a_second_file_is_read_as_q_while_the_sheet_is_open(start, tmp_path):
    first, second = tmp_path / "one.csv", tmp_path / "two.csv"
    first.write_text("w,x,y,z\na,1,5,1\nb,3,1,1\n")
    second.write_text("a,1\nb,1\nc,2\n")
    person = start()
    connection = person.window.findChild(DataEntry).connection
    connection.open_files([str(first)])
    person.qtbot.waitUntil(lambda: sheet(person) is not None)
    box = person.window.findChild(QComboBox, "dataQ")
    box.activated.emit(box.findText("a second file…"))
    dialog = person.dialog
    dialog.filesSelected.emit([str(second)])
    dialog.reject()
    person.window.activateWindow()
    person.qtbot.waitUntil(lambda: person.labels == ("a", "b", "c"))
    assert person.q.tolist() == [0.25, 0.25, 0.5]
    assert person.p.tolist() == [0.25, 0.75, 0.0]
    person.keys(Qt.Key.Key_Return, on=person.window.findChild(QPushButton, "dataApply"))
    assert sheet(person) is None
    assert person.steps == 1


def test_the_page_of_help_is_found(start):
    person = start()
    person.do("reading_help")
    assert "KL(P‖Q)" in person.dialog.findChild(QTextBrowser).toPlainText()
    person.dialog.reject()


def test_a_refusal_that_is_longer_than_the_status_bar_is_shown_in_full(start, tmp_path):
    path = tmp_path / "model.pt"
    path.write_bytes(b"\x80\x02}q\x00.")
    person = start()
    before = person.state
    person.window.findChild(DataEntry).connection.open_files([str(path)])
    person.qtbot.waitUntil(lambda: any(one.isVisible() for one in person.window.findChildren(QDialog)))
    assert "weights_only=True" in person.dialog.findChild(QTextBrowser).toPlainText()
    person.dialog.reject()
    person.window.activateWindow()
    assert person.state == before
    person.do("reload_data")
    assert person.sentence == "No file is open."


def test_pasting_nothing_says_so(start):
    person = start()
    QApplication.clipboard().clear()
    person.do("paste")
    assert person.sentence == "There is no text to read."
    assert person.steps == 0


def test_the_data_of_rows_can_be_read_otherwise_in_every_row(start, tmp_path):
    path = tmp_path / "rows.npy"
    np.save(path, np.random.default_rng(9).dirichlet(np.ones(4), 5))
    person = start()
    person.window.findChild(DataEntry).connection.open_files([str(path)])
    loaded_strip(person)
    person.qtbot.waitUntil(lambda: focused() == "rowDivergences")
    person.keys(Qt.Key.Key_Right, Qt.Key.Key_Right)
    change = person.window.findChild(QToolButton, "changeReading")
    person.qtbot.wait(20)
    assert change.isVisible()
    change.setFocus()
    person.do("swap")
    assert QApplication.focusWidget() is not None
    person.explorer.open_example("fair-die")
    person.qtbot.waitUntil(lambda: not change.isVisible())
    assert QApplication.focusWidget() is not None


def opened_rows(start, tmp_path):
    path = tmp_path / "rows.npy"
    np.save(path, np.random.default_rng(9).dirichlet(np.ones(4), 5))
    person = start()
    person.window.findChild(DataEntry).connection.open_files([str(path)])
    loaded_strip(person)
    return (
        person,
        person.window.findChild(QToolButton, "rowNext"),
        person.window.findChild(DataEntry).connection._watcher,
    )


def test_the_strip_and_the_watching_of_the_file_end_with_other_data(start, tmp_path):
    person, after, watcher = opened_rows(start, tmp_path)
    assert watcher.files() == [str(tmp_path / "rows.npy")]
    person.explorer.open_example("fair-die")
    person.qtbot.waitUntil(lambda: not after.isVisible())
    assert watcher.files() == []
    assert QApplication.focusWidget() is not None
    person.do("undo")
    person.qtbot.wait(20)
    assert not after.isVisible()  # the table was closed
    assert watcher.files() == [str(tmp_path / "rows.npy")]


def test_the_strip_follows_undo_and_redo(start, tmp_path):
    person, after, watcher = opened_rows(start, tmp_path)
    after.click()
    person.do("swap")
    after.click()
    name = person.window.findChild(QLabel, "rowName")
    assert name.text() == "row 3 of 5"
    person.do("undo")
    person.do("undo")
    person.qtbot.waitUntil(lambda: name.text() == "row 2 of 5")
    person.do("undo")
    person.qtbot.waitUntil(lambda: not after.isVisible())
    assert watcher.files() == []
    person.do("redo")
    person.qtbot.waitUntil(after.isVisible)
    assert watcher.files() == [str(tmp_path / "rows.npy")]
    person.do("undo")
    person.explorer.open_example("fair-die")
    person.do("undo")
    person.qtbot.wait(20)
    assert not after.isVisible()


def test_the_focus_goes_to_a_chart_where_what_had_it_is_gone(start):
    """Random use came to it by an editor in place, which closes, and is deleted, while the sheet is open."""
    person = start()
    editor = QLineEdit(person.window)
    editor.show()
    editor.setFocus()
    person.window.findChild(DataEntry).connection.controller.open_text("a,-1\nb,2\n", "the clipboard")
    person.qtbot.waitUntil(lambda: sheet(person) is not None)
    editor.deleteLater()
    QApplication.sendPostedEvents(editor, QEvent.Type.DeferredDelete)
    person.keys(Qt.Key.Key_Escape)
    assert sheet(person) is None
    assert focused() == "qChart"
