"""Documents in the window: saved, opened, changed elsewhere, closed. Oracle: the states that were shown before."""

from pathlib import Path

import pytest
from hands import CONTROL, NONE, SHIFT, Person
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QApplication,
    QFileDialog,
    QLineEdit,
    QMessageBox,
    QPlainTextEdit,
    QPushButton,
    QTextBrowser,
    QWidget,
)

from klscope.files.documents.document_file import read_document, write_document
from klscope.model.comparison import Comparison, Side
from klscope.model.document import Document
from klscope.model.edits import SetProbability
from klscope.model.pins import Pins
from klscope.model.properties import Properties
from klscope.model.view_state import ViewState
from klscope.theory.units import Unit
from klscope.views.preferences.preferences import Preferences

OWN = Comparison.from_weights(("가", "나", "다"), [3, 2, 1], [1, 2, 3], "own.csv")


@pytest.fixture(autouse=True)
def _own_dialogs(monkeypatch, tmp_path):
    """Documents go nowhere but into the test's folder, asked for by Qt's own dialog."""
    monkeypatch.setenv("HOME", str(tmp_path))
    native = Qt.ApplicationAttribute.AA_DontUseNativeDialogs
    before = QApplication.testAttribute(native)
    QApplication.setAttribute(native)
    yield
    QApplication.setAttribute(native, before)


@pytest.fixture
def saved(tmp_path):
    """Return the path of a document with everything that a document has."""
    path = tmp_path / "own.klscope"
    view = ViewState(unit=Unit.NAT, selected=(2,))
    write_document(Document(OWN, view, Pins().add(OWN, "가"), Properties("My title", "Notes")), str(path))
    return path


def file_dialog(person: Person) -> QFileDialog:
    found = [one for one in person.window.findChildren(QFileDialog) if one.isVisible()]
    assert len(found) == 1
    return found[0]


def type_path(person: Person, path: Path) -> None:
    line = file_dialog(person).findChild(QLineEdit, "fileNameEdit")
    person.qtbot.waitExposed(line.window())
    line.window().activateWindow()
    person.qtbot.waitUntil(line.window().isActiveWindow)
    line.setFocus()
    line.selectAll()
    person.type(str(path))
    person.keys(Qt.Key.Key_Return, on=line)
    activate(person)


def question(person: Person) -> QMessageBox | None:
    found = [one for one in person.window.findChildren(QMessageBox) if one.isVisible()]
    return found[0] if found else None


def answer(person: Person, name: str) -> None:
    box = question(person)
    assert box is not None
    button = box.findChild(QPushButton, name)
    button.setFocus()
    person.keys(Qt.Key.Key_Space, on=button)
    person.qtbot.waitUntil(lambda: question(person) is None)
    QApplication.processEvents()
    activate(person)


def activate(person: Person) -> None:
    if person.window.isVisible() and QApplication.activeModalWidget() is None:
        person.window.activateWindow()
        person.qtbot.waitUntil(person.window.isActiveWindow)


def drag_q(person: Person) -> None:
    top = person.q_chart.bar_top(0)
    person.on_q.drag(top, top + QPoint(0, -20), top + QPoint(0, -40))


@pytest.mark.parametrize("spoken", ["en", "ko"])
def test_work_is_saved_and_opened_again_with_keys_alone(start, set_language, spoken, tmp_path):
    set_language(spoken)
    person, path = start(), tmp_path / "작업.klscope"
    assert person.window.windowTitle() == "klscope"
    person.q_chart.setFocus()
    for _ in range(5):
        person.keys(Qt.Key.Key_Up)
    assert person.window.isWindowModified()
    person.keys(Qt.Key.Key_S, modifiers=CONTROL)
    type_path(person, path)
    assert not person.window.isWindowModified()
    assert person.window.windowTitle() == "작업[*] – klscope"
    before = person.state
    person.keys(Qt.Key.Key_Up)
    assert person.window.isWindowModified()
    person.keys(Qt.Key.Key_S, modifiers=CONTROL)  # without a question
    assert not person.window.isWindowModified()
    after = person.state
    assert after != before
    person.keys(Qt.Key.Key_N, modifiers=CONTROL)
    assert person.steps == 0
    assert person.state != after
    person.keys(Qt.Key.Key_O, modifiers=CONTROL)
    type_path(person, path)
    assert person.state == after
    assert person.steps == 0


def test_a_document_comes_with_its_view_pins_title_and_notes(start, saved):
    person = start()
    person.explorer.documents.open_path(str(saved))
    assert person.labels == OWN.labels
    assert person.store.view == ViewState(unit=Unit.NAT, selected=(2,))
    assert [pin.name for pin in person.store.snapshot.pins.all] == ["가"]
    assert person.window.windowTitle() == "My title[*] – klscope"
    assert not person.window.isWindowModified()


def test_title_and_notes_are_edited_in_the_properties(start, saved):
    person = start()
    person.explorer.documents.open_path(str(saved))
    person.window.actions_by_name["document_properties"].trigger()
    dialog = person.dialog
    line, notes = dialog.findChild(QLineEdit, "documentTitle"), dialog.findChild(QPlainTextEdit, "documentNotes")
    assert (line.text(), notes.toPlainText()) == ("My title", "Notes")
    line.setFocus()
    line.selectAll()
    person.type("Another")
    notes.setPlainText("One\nTwo")
    person.keys(Qt.Key.Key_Return, on=line)
    activate(person)
    assert person.window.windowTitle() == "Another[*] – klscope"
    assert person.window.isWindowModified()
    person.keys(Qt.Key.Key_S, modifiers=CONTROL)
    assert read_document(str(saved)).properties == Properties("Another", "One\nTwo")


def test_closing_asks_for_a_modified_document_with_a_file_alone(start, saved):
    person = start()
    drag_q(person)
    assert person.window.close()  # untitled: not asked
    other = start()
    other.explorer.documents.open_path(str(saved))
    assert other.window.close()  # not modified
    other = start()
    other.explorer.documents.open_path(str(saved))
    drag_q(other)
    changed = other.store.comparison
    assert not other.window.close()
    other.keys(Qt.Key.Key_Escape, on=question(other))
    assert other.window.isVisible()
    assert not other.window.close()
    answer(other, "saveChanges")
    assert not other.window.isVisible()
    assert read_document(str(saved)).comparison == changed


def test_discarding_closes_and_leaves_the_file(start, saved):
    person, before = start(), saved.read_bytes()
    person.explorer.documents.open_path(str(saved))
    drag_q(person)
    assert not person.window.close()
    answer(person, "discardChanges")
    assert not person.window.isVisible()
    assert saved.read_bytes() == before


@pytest.mark.parametrize("choice", ["overwriteFile", "reloadFile", "saveElsewhere"])
def test_a_file_that_another_program_changed_is_not_overwritten_unasked(start, saved, tmp_path, choice):
    person = start()
    person.explorer.documents.open_path(str(saved))
    drag_q(person)
    own = person.store.comparison
    write_document(Document(SetProbability(Side.P, 0, 0.9).apply(OWN)), str(saved))
    theirs = read_document(str(saved)).comparison
    person.keys(Qt.Key.Key_S, modifiers=CONTROL)
    assert read_document(str(saved)).comparison == theirs
    answer(person, choice)
    if choice == "overwriteFile":
        assert read_document(str(saved)).comparison == own
    elif choice == "reloadFile":
        assert person.store.comparison == theirs
        person.keys(Qt.Key.Key_Z, modifiers=CONTROL)
        assert person.store.comparison == own
    else:
        type_path(person, tmp_path / "mine.klscope")
        assert read_document(str(saved)).comparison == theirs
        assert read_document(str(tmp_path / "mine.klscope")).comparison == own
    assert person.window.isWindowModified() == (choice == "reloadFile")


def test_reverting_asks_only_where_undo_does_not_help(start, saved):
    person, revert = start(), "revert_document"
    person.explorer.documents.open_path(str(saved))
    assert not person.window.actions_by_name[revert].isEnabled()
    drag_q(person)
    person.window.actions_by_name[revert].trigger()
    assert question(person) is None
    assert person.store.comparison == OWN
    person.keys(Qt.Key.Key_D, modifiers=CONTROL)  # a pin
    person.window.actions_by_name[revert].trigger()
    answer(person, "revertDocument")
    assert len(person.store.snapshot.pins.all) == 1
    assert not person.window.isWindowModified()


def test_what_would_be_lost_is_not_replaced_unasked(start, saved):
    person = start()
    drag_q(person)
    own = person.store.comparison
    person.explorer.documents.open_path(str(saved))
    assert question(person) is not None  # there is no other window to open it in
    person.keys(Qt.Key.Key_Escape, on=question(person))
    assert person.store.comparison == own
    opened = []
    person.explorer.documents.open_elsewhere = lambda *given: opened.append(given)
    person.explorer.documents.open_path(str(saved))
    assert [(document.comparison, path) for document, path, _ in opened] == [(OWN, str(saved))]
    assert person.store.comparison == own


@pytest.mark.parametrize("content", [None, b"{", b'{"format": "klscope document", "version": 99}'])
def test_a_file_that_is_no_document_changes_nothing_and_says_why(start, tmp_path, content):
    person, path = start(), tmp_path / "bad.klscope"
    if content is not None:
        path.write_bytes(content)
    before = person.state
    person.explorer.documents.open_path(str(path))
    assert person.state == before
    told = [box.toPlainText() for box in person.window.findChildren(QTextBrowser) if box.isVisible()]
    assert any("bad.klscope" in text for text in (*told, person.sentence))
    for dialog in person.window.findChildren(QWidget):
        if dialog.isWindow() and dialog.isVisible() and dialog is not person.window:
            dialog.close()


def test_a_save_that_fails_leaves_file_and_window(start, saved, tmp_path):
    person, before = start(), saved.read_bytes()
    person.explorer.documents.open_path(str(saved))
    drag_q(person)
    saved.chmod(0o400)
    tmp_path.chmod(0o500)
    person.explorer.documents._write(str(tmp_path / "no folder" / "a.klscope"), lambda: pytest.fail("it was saved"))
    tmp_path.chmod(0o700)
    assert person.window.isWindowModified()
    assert saved.read_bytes() == before
    told = [box.toPlainText() for box in person.window.findChildren(QTextBrowser) if box.isVisible()]
    assert any("It was not saved." in text for text in (*told, person.sentence))
    for dialog in person.window.findChildren(QWidget):
        if dialog.isWindow() and dialog.isVisible() and dialog is not person.window:
            dialog.close()


@pytest.mark.parametrize("name", ["notes.txt", "a.csv", "picture.png"])
def test_a_document_is_not_saved_under_the_name_of_something_else(start, tmp_path, name):
    person = start()
    person.keys(Qt.Key.Key_S, modifiers=CONTROL)
    type_path(person, tmp_path / name)
    assert not (tmp_path / name).exists()
    assert person.explorer.documents.controller.path == ""
    for dialog in person.window.findChildren(QWidget):
        if dialog.isWindow() and dialog.isVisible() and dialog is not person.window:
            dialog.close()


def test_one_question_is_asked_at_a_time_and_closing_it_keeps_the_window(start, saved):
    person = start()
    person.explorer.documents.open_path(str(saved))
    drag_q(person)
    stayed = []
    person.explorer.documents.stays_open.connect(lambda: stayed.append(True))
    assert not person.window.close()
    assert not person.window.close()
    boxes = [one for one in person.window.findChildren(QMessageBox) if one.isVisible()]
    assert len(boxes) == 1
    boxes[0].close()  # as by the button of its title bar
    person.qtbot.waitUntil(lambda: stayed == [True])
    assert person.window.isVisible()
    assert not person.window.close()
    answer(person, "discardChanges")
    assert not person.window.isVisible()


def test_closing_during_a_drag_saves_what_is_on_screen(start, saved):
    person = start()
    person.explorer.documents.open_path(str(saved))
    top = person.q_chart.bar_top(0)
    person.on_q.press(top)
    person.on_q.move(top + QPoint(0, -20))
    person.on_q.move(top + QPoint(0, -40))
    shown = person.store.comparison
    assert shown != OWN
    assert not person.window.close()
    answer(person, "saveChanges")
    assert read_document(str(saved)).comparison == shown


def test_a_document_is_dropped_on_the_window(start, saved):
    person = start()
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(saved))])
    place = person.window.rect().center()
    enter = QDragEnterEvent(place, Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, NONE)
    QApplication.sendEvent(person.window, enter)
    person.qtbot.waitUntil(person.window.findChild(QWidget, "dropZones").isVisible)
    zones = person.window.findChild(QWidget, "dropZones")
    assert len(zones.zones()) == 1
    QApplication.sendEvent(
        zones, QDragEnterEvent(place, Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, NONE)
    )
    drop = QDropEvent(QPointF(place), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, NONE)
    QApplication.sendEvent(zones, drop)
    assert person.labels == OWN.labels
    assert not zones.isVisible()


def test_data_that_are_opened_as_a_document_are_read_as_data(start, tmp_path):
    path = tmp_path / "a.csv"
    path.write_text("w,p,q\nx,1,3\ny,1,1\n")
    person = start()
    person.explorer.documents.open_path(str(path))
    person.qtbot.waitUntil(lambda: person.labels == ("x", "y"))
    assert person.explorer.documents.controller.document.comparison.origin.source.startswith(f"{path}\n")


def test_recent_documents_are_listed_once_and_forgotten_when_gone(start, saved, tmp_path):
    person = start()
    person.explorer.documents.preferences = Preferences()
    other = tmp_path / "other.klscope"
    write_document(Document(OWN), str(other))
    for path in (saved, other, saved):
        person.explorer.documents.open_path(str(path))
    menu = person.window.menus.recent
    menu.aboutToShow.emit()
    assert [action.text() for action in menu.actions()][:2] == [str(saved), str(other)]
    other.unlink()
    menu.actions()[1].trigger()
    menu.aboutToShow.emit()
    assert [action.text() for action in menu.actions()][:1] == [str(saved)]
    menu.actions()[-1].trigger()
    menu.aboutToShow.emit()
    assert len(menu.actions()) == 1
    for dialog in person.window.findChildren(QWidget):
        if dialog.isWindow() and dialog.isVisible() and dialog is not person.window:
            dialog.close()


def test_during_a_lesson_the_users_own_work_is_saved(start, tmp_path):
    person, path = start(), tmp_path / "a.klscope"
    drag_q(person)
    own = person.store.comparison
    person.explorer.lessons.open()
    person.explorer.lessons.session.lessons.open(person.explorer.lessons.session.lessons.lessons()[0].lesson.name)
    assert person.store.comparison != own
    person.keys(Qt.Key.Key_S, modifiers=CONTROL | SHIFT)
    type_path(person, path)
    assert read_document(str(path)).comparison == own
    person.explorer.documents.open_path(str(path))
    assert person.store.comparison == own
    assert not person.explorer.lessons.in_lesson


@pytest.mark.usefixtures("set_language")
def test_another_language_does_not_modify_a_document(start, tmp_path):
    person = start()
    person.explorer.documents.controller.write(str(tmp_path / "a.klscope"))
    korean = next(action for action in person.window.actions_by_name.languages.actions() if action.data() == "ko")
    korean.trigger()
    assert person.labels[0] != "sunny"
    assert not person.window.isWindowModified()
    next(action for action in person.window.actions_by_name.languages.actions() if action.data() == "en").trigger()
