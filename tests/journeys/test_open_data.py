"""Data of one's own in the window: opened, pasted, dropped, joined. Oracle: scipy, and hand arithmetic."""

import numpy as np
import pytest
from hands import CONTROL, SHIFT, Person
from PySide6.QtCore import QCoreApplication, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QPushButton, QToolButton, QWidget
from scipy.special import rel_entr, softmax

from klscope.command_line.data_reading import read_files_for_window
from klscope.connections.data_entry import DataEntry
from klscope.files.tables.options import ReadOptions
from klscope.model.comparison import Side

LETTERS = "letter\tenglish\tgerman\ne\t1,270\t1,740\nt\t906\t615\na\t817\t651\no\t751\t251\n"
ENGLISH, GERMAN = (1270, 906, 817, 751), (1740, 615, 651, 251)

translate = QCoreApplication.translate


def paste(person: Person, text: str) -> None:
    QApplication.clipboard().setText(text)
    person.q_chart.setFocus()
    person.keys(Qt.Key.Key_V, modifiers=CONTROL)


def loaded(person: Person, *labels: str) -> None:
    person.qtbot.waitUntil(lambda: person.store.comparison.labels[: len(labels)] == labels)


def sheet(person: Person) -> QWidget | None:
    found = person.window.findChild(QWidget, "dataSheet")
    return found if found is not None and found.isVisible() else None


def choose(person: Person, name: str, text: str) -> None:
    """Choose an item of a list with the keyboard."""
    box = person.window.findChild(QComboBox, name)
    place = box.findText(text)
    assert place >= 0, [box.itemText(k) for k in range(box.count())]
    box.setFocus()
    while box.currentText() != text:
        person.qtbot.keyClick(box, Qt.Key.Key_Down if box.currentIndex() < place else Qt.Key.Key_Up)
    controller = person.window.findChild(DataEntry).connection.controller
    person.qtbot.waitUntil(lambda: not controller._worker.is_running)


def shares(values):
    return pytest.approx(np.array(values) / sum(values), abs=1e-15)


@pytest.mark.parametrize("spoken", ["en", "ko"])
def test_a_table_is_pasted_read_as_counts_dragged_and_all_is_undone(start, set_language, spoken):
    set_language(spoken)
    person = start()
    paste(person, LETTERS)
    loaded(person, "e", "t")
    assert sheet(person) is not None  # 1,270 can be 1.27
    decimals = person.window.findChild(QComboBox, "dataDecimal")
    choose(person, "dataDecimal", decimals.itemText(1))
    assert person.store.comparison.p.probabilities == shares([1.27, 906, 817, 751])
    choose(person, "dataDecimal", decimals.itemText(0))
    assert person.window.findChild(QLabel, "dataWrong").isHidden()
    person.window.findChild(QPushButton, "dataApply").setFocus()
    person.keys(Qt.Key.Key_Return)
    assert sheet(person) is None
    assert person.store.comparison.labels == ("e", "t", "a", "o")
    assert person.store.comparison.p.probabilities == shares(ENGLISH)
    assert person.store.comparison.q.probabilities == shares(GERMAN)
    change = person.window.findChild(QToolButton, "changeReading")
    assert change.isVisible()
    change.click()
    assert sheet(person) is not None
    amount = person.window.findChild(QWidget, "dataAmount")
    amount.setValue(1.0)
    assert person.store.comparison.p.probabilities == shares([value + 1 for value in ENGLISH])
    person.window.findChild(QPushButton, "dataApply").click()
    top = person.q_chart.bar_top(0)
    person.on_q.drag(top, top + QPoint(0, 30))
    person.keys(Qt.Key.Key_Up)
    while person.store.history.position:
        person.keys(Qt.Key.Key_Z, modifiers=CONTROL)
    assert person.store.comparison.labels[0] in ("sunny", "맑음")
    assert person.store.comparison.p.probabilities.tolist() == [0.5, 0.25, 0.125, 0.125]


def test_one_value_opens_the_editor_of_the_selected_bar(start):
    person = start()
    paste(person, "0.4")
    line = person.editor
    assert line.text() == "0.4"
    person.keys(Qt.Key.Key_Return)
    assert person.store.comparison.q.probabilities[0] == 0.4


@pytest.mark.parametrize("spoken", ["en", "ko"])
def test_two_word_lists_are_joined_and_infinity_is_announced_first(start, set_language, tmp_path, spoken):
    set_language(spoken)
    person = start()
    paths = []
    for name, text in (("one.csv", "the,10\nof,5\nand,5\n"), ("two.csv", "of,2\nthe,6\nto,2\n")):
        path = tmp_path / name
        path.write_text(text)
        paths.append(str(path))
    person.window.findChild(DataEntry).connection.open_files(paths)
    loaded(person, "the", "of")
    assert sheet(person) is not None
    parts = [*sheet(person).findChildren(QToolButton), *sheet(person).findChildren(QLabel)]
    said = " ".join(part.text() for part in parts if part.isVisible())
    for button, words in (("dataJoined", "{count} joined"), ("dataOnlyP", "{count} only in P")):
        count = 2 if button == "dataJoined" else 1
        assert person.window.findChild(QToolButton, button).text() == translate("Data", words).format(count=count)
    assert translate("Data", "{count} only in Q").format(count=1) in said
    assert "∞" in said
    assert person.store.history.position == 0
    person.keys(Qt.Key.Key_Return)
    assert sheet(person) is None
    assert person.store.comparison.labels == ("the", "of", "and", "to")
    assert person.store.comparison.q.probabilities == shares([6, 2, 0, 2])
    assert person.store.history.position == 1


@pytest.mark.parametrize("spoken", ["en", "ko"])
def test_a_confusion_matrix_row_against_row_with_keys_alone(start, set_language, spoken):
    set_language(spoken)
    generator = np.random.default_rng(5)
    matrix = generator.integers(0, 50, (45, 45)) + 60 * np.eye(45, dtype=int)
    names = [f"class {k}" for k in range(45)]
    lines = ["true," + ",".join(names), *(f"{names[k]}," + ",".join(map(str, matrix[k])) for k in range(45))]
    person = start()
    paste(person, "\n".join(lines))
    loaded(person, "class 0")
    assert sheet(person) is not None
    if person.window.findChild(QComboBox, "dataDirection") is not None:
        choose(person, "dataDirection", translate("Data", "two rows"))
    choose(person, "dataP", "class 7")
    choose(person, "dataQ", "class 11")
    person.window.findChild(QPushButton, "dataApply").setFocus()
    person.keys(Qt.Key.Key_Return)
    assert person.store.comparison.p.probabilities == shares(matrix[7])
    assert person.store.comparison.q.probabilities == shares(matrix[11])
    assert person.store.comparison.labels == tuple(names)


@pytest.mark.parametrize(("spoken", "shape"), [("en", (10_000, 1_000)), ("ko", (2_000, 30))])
def test_logits_are_stepped_through_by_their_divergence(start, set_language, tmp_path, spoken, shape):
    set_language(spoken)
    logits = np.random.default_rng(6).normal(0.0, 3.0, shape).astype(np.float32)
    path = tmp_path / "logits.npy"
    np.save(path, logits)
    person = start()
    person.window.findChild(DataEntry).connection.open_files([str(path)])
    person.qtbot.waitUntil(lambda: sheet(person) is not None)
    person.keys(Qt.Key.Key_Return)
    rows = person.window.findChild(DataEntry).connection._rows.controller
    person.qtbot.waitUntil(lambda: rows.known == shape[0], timeout=30_000)
    p = softmax(logits.astype(float), axis=1)
    divergences = rel_entr(p, p.mean(axis=0)).sum(axis=1)
    assert rows.divergences == pytest.approx(divergences, rel=1e-9)
    rows.set_order(True)
    line = person.window.findChild(QWidget, "rowDivergences")
    line.setFocus()
    person.qtbot.keyClick(line, Qt.Key.Key_Home)
    assert rows.row == int(divergences.argmax())
    assert person.store.measures.kl_divergence == pytest.approx(divergences.max(), rel=1e-9)
    person.qtbot.keyClick(line, Qt.Key.Key_Right)
    assert rows.row == int(np.argsort(-divergences)[1])
    person.qtbot.keyClick(line, Qt.Key.Key_End)
    assert rows.row == int(divergences.argmin())
    assert person.store.history.position == 1
    person.window.findChild(QToolButton, "rowsClose").click()
    assert not line.isVisible()


@pytest.mark.parametrize(("share", "expected"), [(0.1, Side.P), (0.5, None), (0.9, Side.Q)])
def test_a_file_is_dropped_on_p_on_q_or_on_both(start, tmp_path, share, expected):
    path = tmp_path / "rain.csv"
    path.write_text("sunny,1\ncloudy,1\nrain,1\nsnow,5\n")
    person = start()
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(person.window, QDragEnterEvent(person.window.rect().center(), copy, data, left, none))
    zones = person.window.findChild(QWidget, "dropZones")
    assert zones.isVisible()
    at = QPointF(zones.width() * share, zones.height() / 2)
    QApplication.sendEvent(zones, QDragEnterEvent(at.toPoint(), copy, data, left, none))  # Qt drops where it entered
    QApplication.sendEvent(zones, QDropEvent(at, copy, data, left, none))
    assert not zones.isVisible()
    person.qtbot.waitUntil(lambda: person.store.history.position == 1)
    comparison = person.store.comparison
    dropped = [0.125, 0.125, 0.125, 0.625]
    weather = {Side.P: [0.5, 0.25, 0.125, 0.125], Side.Q: [0.125, 0.5, 0.25, 0.125]}
    p = dropped if expected in (Side.P, None) else weather[Side.P]
    q = dropped if expected is Side.Q else weather[Side.Q] if expected is Side.P else [0.25] * 4
    assert comparison.p.probabilities.tolist() == p
    assert comparison.q.probabilities.tolist() == q


def test_escape_restores_what_was_there(start):
    person = start()
    paste(person, "a,-1,2\nb,-3,1\n")
    loaded(person, "a", "b")
    person.keys(Qt.Key.Key_Escape)
    assert sheet(person) is None
    assert person.store.comparison.n == 4
    assert person.store.history.position == 0


def test_the_command_opens_a_file_dialog_and_the_file_is_read_again(start, tmp_path):
    path = tmp_path / "w.csv"
    path.write_text("a,1\nb,3\n")
    person = start()
    person.keys(Qt.Key.Key_O, modifiers=CONTROL | SHIFT)
    dialog = person.dialog
    dialog.filesSelected.emit([str(path)])
    dialog.reject()
    person.window.activateWindow()
    person.qtbot.waitUntil(person.window.isActiveWindow)
    loaded(person, "a", "b")
    path.write_text("a,3\nb,1\n")
    person.q_chart.setFocus()
    person.keys(Qt.Key.Key_F5)
    person.qtbot.waitUntil(lambda: person.store.history.position == 2)
    assert person.store.comparison.p.probabilities.tolist() == [0.75, 0.25]


def test_a_file_of_the_command_line_is_the_first_state_or_is_asked_about(start, tmp_path):
    clear, negative = tmp_path / "clear.csv", tmp_path / "negative.csv"
    clear.write_text("a,1\nb,3\n")
    negative.write_text("a,-1\nb,3\n")
    reading = read_files_for_window([str(clear)], ReadOptions())
    person = start(reading.comparison.p.probabilities, reading.comparison.q.probabilities, reading.comparison.labels)
    person.explorer.show_data(reading, [str(clear)])
    assert person.store.history.position == 0
    assert person.store.comparison.p.probabilities.tolist() == [0.25, 0.75]
    assert sheet(person) is None
    assert person.window.findChild(QToolButton, "changeReading").isVisible()
    person.explorer.show_data(read_files_for_window([str(negative)], ReadOptions()), [str(negative)])
    assert sheet(person) is not None
    assert person.store.history.position == 0
