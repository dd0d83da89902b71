"""The dialog asks what picture is wanted and shows it; keyboard and screen reader reach everything."""

from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from klscope.files.picture_formats import PDF, PNG, SVG, PictureFormat
from klscope.files.picture_sizes import COLUMN, SLIDE
from klscope.views.export.export_dialog import ExportDialog
from klscope.views.export.picture import Background, PictureChoice, What

FIGURE = PictureChoice(What.FIGURE, 2, Background.WHITE)


class Sheet:
    """Draws nothing but a colour, and remembers what was asked for."""

    def __init__(self) -> None:
        self.asked: list[PictureChoice] = []

    def __call__(self, choice: PictureChoice) -> QImage:
        self.asked.append(choice)
        image = QImage(1280 if choice.what is What.FIGURE else 600, 720, QImage.Format.Format_ARGB32)
        image.fill(QColor(0, 0, 0, 0) if choice.background is Background.TRANSPARENT else QColor("#3366CC"))
        return image


@pytest.fixture
def sheet() -> Sheet:
    return Sheet()


@pytest.fixture
def opened(qtbot: Any, sheet: Sheet) -> Iterator[Any]:
    parent = QWidget()
    qtbot.addWidget(parent)
    dialogs: list[ExportDialog] = []

    def open_dialog(choice: PictureChoice = FIGURE) -> ExportDialog:
        dialog = ExportDialog(sheet, choice, parent)
        dialogs.append(dialog)
        dialog.open()
        qtbot.waitExposed(dialog)
        dialog.activateWindow()
        qtbot.waitUntil(dialog.isActiveWindow)
        return dialog

    yield open_dialog
    for dialog in dialogs:
        dialog.close()


def press(*keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(QApplication.focusWidget(), key)


def focused() -> str:
    widget = QApplication.focusWidget()
    return widget.accessibleName() or widget.text()


def taken(dialog: ExportDialog) -> list[str]:
    return [button.accessibleName() for button in dialog.findChildren(QPushButton) if button.isChecked()]


@pytest.mark.parametrize("choice", [FIGURE, PictureChoice(What.TERMS, 4, Background.TRANSPARENT)])
def test_it_opens_with_the_choice_it_was_given(opened, sheet: Sheet, choice: PictureChoice) -> None:
    dialog = opened(choice)
    expected = {
        What.FIGURE: ["Picture: Figure", "Format: PNG", "Size: 2×", "Background: White"],
        What.TERMS: ["Picture: Terms", "Format: PNG", "Size: 4×", "Background: Transparent"],
    }
    assert taken(dialog) == expected[choice.what]
    assert [(asked.what, asked.background) for asked in sheet.asked] == [(choice.what, choice.background)]


def test_the_keyboard_reaches_everything(opened) -> None:
    """Tab comes to what is taken in each row, arrows change it, Enter saves, Esc leaves."""
    dialog = opened(PictureChoice(What.WINDOW, 4, Background.THEME))
    stops = [focused()]
    for _ in range(7):
        press(Qt.Key.Key_Tab)
        stops.append(focused())
    assert stops == [
        "Picture: Window",
        "Format: PNG",
        "Size: 4×",
        "Background: As on screen",
        "With its data: klscope opens the picture again",
        "Close",
        "&Copy",
        "&Save…",
    ]
    press(Qt.Key.Key_Tab, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Tab, Qt.Key.Key_Tab, Qt.Key.Key_Left)
    press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Right)
    wanted: list[PictureChoice] = []
    dialog.save_requested.connect(wanted.append)
    press(Qt.Key.Key_Return)
    assert wanted == [PictureChoice(What.Q, 2, Background.TRANSPARENT)]
    assert dialog.isVisible()  # until the picture is written
    press(Qt.Key.Key_Escape)
    assert not dialog.isVisible()


@pytest.mark.parametrize("form", [SVG, PDF])
def test_shapes_have_a_size_on_paper_and_none_in_pixels(opened, form: PictureFormat) -> None:
    dialog = opened()
    saved: list[PictureChoice] = []
    dialog.save_requested.connect(saved.append)
    dialog.form.buttons[form].click()
    assert dialog.size_words.text() == "33.9 × 19.1 cm on paper, sharp at any size"  # 1280 and 720 / 96 · 2.54
    assert [button.isEnabled() for button in dialog.scale.buttons.values()] == [False] * 3 + [True] * 2
    dialog.save.click()
    assert saved == [PictureChoice(What.FIGURE, 2, Background.WHITE, form)]
    dialog.form.buttons[PNG].click()
    assert all(button.isEnabled() for button in dialog.scale.buttons.values())
    assert dialog.size_words.text().startswith("2560 × 1440 pixels")  # the number chosen before


def test_the_keyboard_passes_over_what_shapes_have_not(opened) -> None:
    dialog = opened(PictureChoice(What.FIGURE, 2, Background.WHITE, SVG))
    stops = []
    for _ in range(3):
        press(Qt.Key.Key_Tab)
        stops.append(focused())
    assert stops == ["Format: SVG", "Size: Slide", "Background: White"]
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Backtab)
    press(Qt.Key.Key_Space)
    assert dialog.choice.scale == SLIDE
    press(Qt.Key.Key_Right)
    assert (focused(), dialog.choice.scale) == ("Size: Column", COLUMN)
    press(Qt.Key.Key_Tab)
    assert focused() == "Background: White"


def test_a_named_size_is_said_in_words(opened) -> None:
    dialog = opened()
    dialog.scale.buttons[SLIDE].click()
    assert dialog.size_words.text() == "1920 × 1080 pixels at 144 DPI: 33.9 × 19.1 cm on paper"
    dialog.scale.buttons[COLUMN].click()
    assert dialog.size_words.text() == "1004 × 565 pixels at 300 DPI: 8.5 × 4.8 cm on paper"
    dialog.form.buttons[PDF].click()
    assert dialog.size_words.text() == "8.5 × 4.8 cm on paper, sharp at any size"


def test_what_is_chosen_is_what_is_shown_and_wanted(opened, sheet: Sheet) -> None:
    dialog = opened()
    copied: list[PictureChoice] = []
    dialog.copy_requested.connect(copied.append)
    dialog.what.buttons[What.P].click()
    dialog.scale.buttons[4].click()
    dialog.background.buttons[Background.TRANSPARENT].click()
    dialog.copy.click()
    assert copied == [PictureChoice(What.P, 4, Background.TRANSPARENT)]
    assert sheet.asked[-1] == PictureChoice(What.P, 1, Background.TRANSPARENT)  # the preview needs no more
    assert dialog.preview.image == sheet(sheet.asked[-1])


def test_size_and_resolution_are_said_in_words(opened) -> None:
    dialog = opened()
    assert dialog.size_words.text() == "2560 × 1440 pixels at 192 DPI: 33.9 × 19.1 cm on paper"  # 1280 / 96 · 2.54
    dialog.scale.buttons[4].click()
    dialog.what.buttons[What.Q].click()
    assert dialog.size_words.text() == "2400 × 2880 pixels at 384 DPI: 15.9 × 19.1 cm on paper"
    assert dialog.preview.accessibleDescription() == dialog.size_words.text()


def test_the_preview_is_fitted_and_shows_what_is_transparent(opened) -> None:
    dialog = opened()
    dialog.resize(dialog.width(), dialog.height() + 120)  # so that the width is what limits it
    QApplication.processEvents()

    def seen() -> tuple[set[str], int, int]:
        image = dialog.preview.grab().toImage()
        sheet_colour = QColor("#3366CC").rgb()
        columns = [x for x in range(image.width()) if image.pixelColor(x, image.height() // 2).rgb() == sheet_colour]
        middle = image.width() // 2 - 20, image.height() // 2 - 20
        colours = {image.pixelColor(middle[0] + x, middle[1] + y).name() for x in range(40) for y in range(40)}
        return colours, columns[0] if columns else -1, len(columns)

    colours, left, width = seen()
    assert colours == {"#3366cc"}
    assert (left, width) == (1, dialog.preview.width() - 2)  # inside the line that shows where the paper ends
    dialog.background.buttons[Background.TRANSPARENT].click()
    colours, _, _ = seen()
    assert len(colours) == 2
    dialog.background.buttons[Background.WHITE].click()
    dialog.resize(1800, 1000)
    QApplication.processEvents()
    assert seen()[2] == 1280 - 2  # not enlarged


def test_what_went_wrong_is_said_until_something_else_is_tried(opened) -> None:
    dialog = opened()
    height = dialog.preview.height()
    dialog.say("The picture was not written.", wrong=True)
    QApplication.processEvents()
    assert (dialog.notice.text(), dialog.notice.property("role")) == ("The picture was not written.", "error")
    assert dialog.isVisible()
    assert dialog.preview.height() == height  # its room was kept
    dialog.what.buttons[What.P].click()
    assert dialog.notice.text() == ""
    dialog.say("Copied.")
    assert (dialog.notice.text(), dialog.notice.property("role")) == ("Copied.", "")


def test_everything_has_a_name(opened) -> None:
    dialog = opened()
    for button in dialog.findChildren(QPushButton):
        assert button.accessibleName() or button.text()
    for widget in (dialog.preview, dialog.what, dialog.scale, dialog.background, dialog.notice):
        assert widget.accessibleName()
    for button in (*dialog.what.buttons.values(), *dialog.form.buttons.values(), *dialog.background.buttons.values()):
        assert button.accessibleDescription()
