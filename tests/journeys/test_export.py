"""Exporting a picture: options, preview, saving, and the clipboard."""

import errno
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from hands import CONTROL, SHIFT, Person
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QColor, QImage
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QLineEdit, QMessageBox, QToolButton

from klscope.files.picture_formats import FORMATS, PDF, SVG, PictureFormat
from klscope.files.picture_sizes import COLUMN, SLIDE
from klscope.remembering import remember
from klscope.views.export.export_dialog import ExportDialog
from klscope.views.export.picture import Background, PictureChoice, What
from klscope.views.preferences.preferences import Preferences
from klscope.views.theme import LIGHT, ThemeChoice

DOTS_PER_METRE = {scale: round(96 * scale / 0.0254) for scale in (1, 2, 4)}


@pytest.fixture(autouse=True)
def _own_dialogs(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[None]:
    """Pictures go nowhere but into the test's folder, asked for by Qt's own dialog."""
    monkeypatch.setenv("HOME", str(tmp_path))
    native = Qt.ApplicationAttribute.AA_DontUseNativeDialogs
    before = QApplication.testAttribute(native)
    QApplication.setAttribute(native)
    yield
    QApplication.setAttribute(native, before)


def pixels(image: QImage) -> np.ndarray:
    plain = image.convertToFormat(QImage.Format.Format_RGBA8888)
    return np.frombuffer(plain.constBits(), np.uint8).reshape(plain.height(), plain.width(), 4).astype(int)


def ask_for_picture(person: Person) -> ExportDialog:
    person.keys(Qt.Key.Key_E, modifiers=CONTROL)
    dialog = person.dialog
    assert isinstance(dialog, ExportDialog)
    person.qtbot.waitExposed(dialog)
    dialog.activateWindow()
    person.qtbot.waitUntil(dialog.isActiveWindow)
    return dialog


def leave(person: Person, dialog: ExportDialog) -> None:
    """Press Esc, and go on in the window."""
    person.keys(Qt.Key.Key_Escape, on=dialog)
    assert open_dialogs(person) == []
    person.window.activateWindow()
    person.qtbot.waitUntil(person.window.isActiveWindow)


def type_name(person: Person, dialog: ExportDialog, name: str) -> None:
    """Press Save, write a name over the suggested one, press Enter."""
    dialog.save.click()
    files = next(one for one in dialog.findChildren(QFileDialog) if one.isVisible())
    line = files.findChild(QLineEdit, "fileNameEdit")
    line.setFocus()
    line.selectAll()
    person.keys(Qt.Key.Key_Delete, on=line)
    line.setText(name)
    person.keys(Qt.Key.Key_Return, on=line)


def open_dialogs(person: Person) -> list[QDialog]:
    return [dialog for dialog in person.window.findChildren(QDialog) if dialog.isVisible()]


def test_a_picture_for_a_slide(start, tmp_path: Path) -> None:
    person: Person = start()
    dialog = ask_for_picture(person)
    dialog.background.buttons[Background.TRANSPARENT].click()
    dialog.scale.buttons[4].click()
    type_name(person, dialog, str(tmp_path / "slide.png"))
    assert open_dialogs(person) == []
    assert person.sentence == "Saved: slide.png, 5120 × 2880 pixels."
    image = QImage(str(tmp_path / "slide.png"))
    assert (image.width(), image.height()) == (5120, 2880)
    assert image.dotsPerMeterX() == image.dotsPerMeterY() == DOTS_PER_METRE[4]
    for x, y in ((0, 0), (5119, 0), (0, 2879), (5119, 2879)):
        assert image.pixelColor(x, y).alpha() == 0


@pytest.mark.parametrize("theme", [ThemeChoice.LIGHT, ThemeChoice.DARK])
def test_what_comes_out_is_what_was_on_the_screen(start, tmp_path: Path, theme: ThemeChoice) -> None:
    person: Person = start()
    person.explorer.set_theme(theme)
    person.do("swap")
    person.qtbot.mouseMove(person.window.statusBar())
    dialog = ask_for_picture(person)
    seen = person.window.grab().toImage()  # behind the dialog, where the keyboard's frame has left the bar
    dialog.what.buttons[What.WINDOW].click()
    dialog.scale.buttons[1].click()
    dialog.background.buttons[Background.THEME].click()
    type_name(person, dialog, str(tmp_path / "window"))  # the ending is added
    image = QImage(str(tmp_path / "window.png"))
    assert image.dotsPerMeterX() == DOTS_PER_METRE[1]
    assert np.array_equal(pixels(image), pixels(seen))


def test_one_chart_from_the_toolbar(start, tmp_path: Path) -> None:
    person: Person = start()
    button = next(one for one in person.window.findChildren(QToolButton) if one.accessibleName() == "Export Image")
    assert button.toolTip() == "Export Image (Ctrl+E)"
    assert button.mapTo(person.window, QPoint(button.width(), 0)).x() > person.window.width() - 30
    button.click()
    dialog = person.dialog
    assert isinstance(dialog, ExportDialog)
    dialog.what.buttons[What.P].click()
    type_name(person, dialog, str(tmp_path / "p.png"))
    image = QImage(str(tmp_path / "p.png"))
    assert image.size() == person.p_chart.parentWidget().size() * 2
    at = person.p_chart.viewport().mapTo(person.p_chart.parentWidget(), person.p_chart.bar_top(0) + QPoint(0, 5))
    assert image.pixelColor(at * 2) == QColor(LIGHT.p_fill)


def test_copied_with_one_shortcut(start) -> None:
    person: Person = start()
    QApplication.clipboard().clear()
    person.keys(Qt.Key.Key_C, modifiers=CONTROL | SHIFT)
    image = QApplication.clipboard().image()
    assert (image.width(), image.height()) == (2560, 1440)
    assert image.pixelColor(0, 0) == QColor("white")
    assert person.sentence == "Copied: the figure, 2560 × 1440 pixels."
    assert open_dialogs(person) == []


def test_what_was_copied_from_the_dialog_is_what_the_shortcut_copies_next(start) -> None:
    person: Person = start()
    dialog = ask_for_picture(person)
    dialog.what.buttons[What.TERMS].click()
    dialog.scale.buttons[1].click()
    dialog.copy.click()
    size = person.window.terms_chart.parentWidget().size()
    words = f"Copied: the chart of terms, {size.width()} × {size.height()} pixels."
    assert dialog.notice.text() == person.sentence == words
    leave(person, dialog)
    QApplication.clipboard().clear()
    person.keys(Qt.Key.Key_C, modifiers=CONTROL | SHIFT)
    assert QApplication.clipboard().image().size() == size


def test_who_closes_the_dialog_has_chosen_nothing(start) -> None:
    person: Person = start()
    dialog = ask_for_picture(person)
    dialog.what.buttons[What.WINDOW].click()
    leave(person, dialog)
    person.keys(Qt.Key.Key_C, modifiers=CONTROL | SHIFT)
    assert person.sentence.startswith("Copied: the figure")


def test_what_cannot_be_written_is_said_and_nothing_is_lost(start, tmp_path: Path) -> None:
    person: Person = start()
    before = person.state
    dialog = ask_for_picture(person)
    dialog.what.buttons[What.Q].click()
    type_name(person, dialog, str(tmp_path / "gone" / "q.png"))
    assert dialog.notice.text().startswith("The picture was not written. ")
    assert str(tmp_path / "gone" / "q.png") in dialog.notice.text()
    assert open_dialogs(person) == [dialog]
    assert dialog.choice.what is What.Q
    assert person.state == before
    type_name(person, dialog, str(tmp_path / "q.png"))
    assert not QImage(str(tmp_path / "q.png")).isNull()


def answer_the_question(asked: list[str], answer: QMessageBox.StandardButton) -> None:
    """Answer what the dialog for names asks next, and keep what it asked."""

    def reply() -> None:
        (box,) = (one for one in QApplication.topLevelWidgets() if isinstance(one, QMessageBox))
        asked.append(box.text())
        box.button(answer).click()

    QTimer.singleShot(0, reply)


@pytest.mark.parametrize("form", FORMATS)
def test_on_a_full_disk_the_old_picture_stays_and_so_does_the_dialog(
    start, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, form: PictureFormat
) -> None:
    """The disk is full for the call that writes all of it through, the last at which it can be."""
    person: Person = start()
    before = person.state
    there = tmp_path / f"there{form.suffix}"
    there.write_bytes(b"somebody's work")
    dialog = ask_for_picture(person)

    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, "")

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", full)
        answer_the_question([], QMessageBox.StandardButton.Yes)
        type_name(person, dialog, str(there))
    assert dialog.notice.text() == f"The picture was not written. {there}: No space left on device"
    assert open_dialogs(person) == [dialog]
    assert person.state == before
    assert there.read_bytes() == b"somebody's work"
    assert list(tmp_path.glob("*there*")) == [there]
    answer_the_question([], QMessageBox.StandardButton.Yes)
    type_name(person, dialog, str(there))  # there is room now
    assert open_dialogs(person) == []
    assert there.stat().st_size > 1000


@pytest.mark.skipif(os.name != "posix", reason="of POSIX")
def test_what_is_no_regular_file_is_not_replaced(start, tmp_path: Path) -> None:
    person: Person = start()
    os.mkfifo(tmp_path / "fifo")
    link = tmp_path / "link.png"
    link.symlink_to("fifo")
    dialog = ask_for_picture(person)
    answer_the_question([], QMessageBox.StandardButton.Yes)
    type_name(person, dialog, str(link))
    words = f"The picture was not written. {link}: it is a FIFO (a named pipe); name a regular file"
    assert dialog.notice.text() == words
    assert link.is_symlink()
    assert link.is_fifo()
    leave(person, dialog)


@pytest.mark.parametrize("answer", [QMessageBox.StandardButton.No, QMessageBox.StandardButton.Yes])
def test_a_file_that_is_there_is_not_overwritten_unasked(
    start, tmp_path: Path, answer: QMessageBox.StandardButton
) -> None:
    person: Person = start()
    there = tmp_path / "there.png"
    there.write_bytes(b"somebody's work")
    dialog = ask_for_picture(person)
    asked: list[str] = []
    answer_the_question(asked, answer)
    type_name(person, dialog, str(there))
    assert len(asked) == 1
    assert "there.png" in asked[0]
    assert (there.read_bytes() == b"somebody's work") == (answer is QMessageBox.StandardButton.No)
    for one in open_dialogs(person):
        one.reject()


def test_choices_and_folder_are_found_again_after_a_restart(start, tmp_path: Path) -> None:
    folder = tmp_path / "slides"
    folder.mkdir()
    first: Person = start()
    remember(first.explorer, Preferences())
    dialog = ask_for_picture(first)
    dialog.what.buttons[What.TERMS].click()
    dialog.scale.buttons[4].click()
    dialog.background.buttons[Background.TRANSPARENT].click()
    dialog.form.buttons[PDF].click()
    type_name(first, dialog, str(folder / "terms.pdf"))
    first.window.close()
    second: Person = start()
    remember(second.explorer, Preferences())
    dialog = ask_for_picture(second)
    assert dialog.choice == PictureChoice(What.TERMS, 4, Background.TRANSPARENT, PDF)
    dialog.save.click()
    files = next(one for one in dialog.findChildren(QFileDialog) if one.isVisible())
    assert Path(files.directory().absolutePath()) == folder
    assert files.findChild(QLineEdit, "fileNameEdit").text() == "weather-terms.pdf"
    files.reject()
    assert open_dialogs(second) == [dialog]
    dialog.reject()


# -- shapes -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("form", [SVG, PDF])
def test_saved_as_shapes(start, tmp_path: Path, form: PictureFormat) -> None:
    person: Person = start()
    dialog = ask_for_picture(person)
    dialog.form.buttons[form].click()
    dialog.save.click()
    files = next(one for one in dialog.findChildren(QFileDialog) if one.isVisible())
    line = files.findChild(QLineEdit, "fileNameEdit")
    assert line.text() == f"weather{form.suffix}"
    line.setText(str(tmp_path / "slide"))  # the ending is added
    person.keys(Qt.Key.Key_Return, on=line)
    data = (tmp_path / f"slide{form.suffix}").read_bytes()
    assert "= 0.625 bits".encode("utf-16-be" if form is PDF else "utf-8") in data
    assert person.sentence == f"Saved: slide{form.suffix}, 33.9 × 19.1 cm on paper, sharp at any size."
    assert open_dialogs(person) == []
    if form is SVG:
        assert QSvgRenderer(data).defaultSize().toTuple() == (1280, 720)


def test_the_ending_that_is_typed_decides(start, tmp_path: Path) -> None:
    person: Person = start()
    dialog = ask_for_picture(person)
    type_name(person, dialog, str(tmp_path / "figure.svg"))
    assert (tmp_path / "figure.svg").read_bytes().startswith(b"<?xml")
    person.window.activateWindow()
    person.qtbot.waitUntil(person.window.isActiveWindow)
    assert ask_for_picture(person).choice.form is SVG  # and is offered the next time
    type_name(person, person.dialog, str(tmp_path / "figure.gif"))
    assert "figure.gif: a picture's name ends in .png, .svg, .pdf" in person.dialog.notice.text()
    leave(person, person.dialog)


def test_copied_as_shapes_and_as_pixels(start) -> None:
    person: Person = start()
    dialog = ask_for_picture(person)
    dialog.form.buttons[SVG].click()
    dialog.copy.click()
    assert dialog.notice.text() == "Copied: the figure, as SVG and as 2560 × 1440 pixels."
    content = QApplication.clipboard().mimeData()
    assert content.hasImage()
    assert QSvgRenderer(content.data("image/svg+xml")).isValid()
    leave(person, dialog)


def test_a_process_that_copied_a_picture_ends_in_order() -> None:
    program = (
        "from PySide6.QtWidgets import QApplication\n"
        "from klscope.app import create\n"
        "application = QApplication([])\n"
        "explorer = create()\n"
        "explorer.window.actions_by_name['copy_image'].trigger()\n"
        "assert application.clipboard().mimeData().hasImage()\n"
    )
    offscreen = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-c", program]
    done = subprocess.run(command, check=False, env=offscreen, capture_output=True, text=True, timeout=60)
    assert (done.returncode, done.stderr) == (0, "")


def test_a_named_size_is_remembered(start) -> None:
    first: Person = start()
    remember(first.explorer, Preferences())
    dialog = ask_for_picture(first)
    for size in (COLUMN, SLIDE):
        dialog.scale.buttons[size].click()
        dialog.copy.click()
    leave(first, dialog)
    second: Person = start()
    remember(second.explorer, Preferences())
    second.keys(Qt.Key.Key_C, modifiers=CONTROL | SHIFT)
    assert second.sentence == "Copied: the figure, 1920 × 1080 pixels."
