"""The dialog of *Export Image*: content, format, size and background, with a preview."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QDialog,
    QGridLayout,
    QPushButton,
    QWidget,
)

from klscope.files import picture_formats
from klscope.files.picture_sizes import (
    COLUMN,
    DOTS_PER_INCH,
    FACTORS,
    NAMED,
    SLIDE,
    PictureScale,
    dots_per_inch_of,
    enlargement_on_paper,
    factor_of,
)
from klscope.views.export.dialog_buttons import add_export_buttons
from klscope.views.export.picture import Background, PictureChoice, What
from klscope.views.export.picture_preview import Preview
from klscope.views.magnification import set_font_size
from klscope.views.widgets.highlight import restyle
from klscope.views.widgets.parts import column_in, row_in, text_label
from klscope.wording import translated

translate = QCoreApplication.translate

CENTIMETRES_PER_INCH = 2.54
NOTICE_HEIGHT = 20


def size_in_words(image: QImage, enlargement: float = 1.0) -> str:
    """Return the size in pixels of ``image`` scaled by ``enlargement``, as text."""
    width, height = round(image.width() * enlargement), round(image.height() * enlargement)
    return translate("ExportDialog", "{width} × {height} pixels").format(width=width, height=height)


def _centimetres(size: QSize, scale: PictureScale) -> tuple[str, str]:
    """Return the width and the height on paper of a picture of these logical pixels."""
    unit = CENTIMETRES_PER_INCH / DOTS_PER_INCH * enlargement_on_paper(scale, size.width())
    return f"{size.width() * unit:.1f}", f"{size.height() * unit:.1f}"


def size_on_paper(size: QSize, scale: PictureScale) -> str:
    """Return the size on paper of a vector drawing of these points, as text."""
    width, height = _centimetres(size, scale)
    text = translate("ExportDialog", "{width} × {height} cm on paper, sharp at any size")
    return text.format(width=width, height=height)


class Choices(QWidget):
    """A row of exclusive buttons; ``chosen`` is emitted with the alternative that the user chose."""

    chosen = Signal(object)

    def __init__(self, name: str, alternatives: Sequence[tuple[object, str, str]], taken: object) -> None:
        super().__init__()
        self.setAccessibleName(name)
        row = row_in(self)
        self._group = QButtonGroup(self)
        self.buttons: dict[object, QPushButton] = {}
        for place, (value, text, tip) in enumerate(alternatives):
            button = QPushButton(text)
            set_font_size(button, 13)
            button.setCheckable(True)
            button.setAutoDefault(False)
            button.setProperty("segment", {0: "first", len(alternatives) - 1: "last"}.get(place, "middle"))
            button.setToolTip(tip)
            button.setAccessibleName(f"{name}: {text}")
            button.setAccessibleDescription(tip)
            button.setChecked(value == taken)
            # Tab moves to the checked button and arrow keys from there; Qt does this itself once a button had the focus
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if value == taken else Qt.FocusPolicy.ClickFocus)
            button.clicked.connect(lambda _=False, value=value: self.chosen.emit(value))
            self._group.addButton(button)
            self.buttons[value] = button
            row.addWidget(button)
        row.addStretch(1)

    def allow(self, values: Iterable[object] | None) -> None:
        """Enable the buttons of these values only, or all; Tab stops at the first if the checked one is disabled."""
        allowed = list(self.buttons if values is None else values)
        checked = next((value for value, button in self.buttons.items() if button.isChecked()), None)
        stop = checked if checked in allowed else allowed[0]
        for value, button in self.buttons.items():
            button.setEnabled(value in allowed)
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if value == stop else Qt.FocusPolicy.ClickFocus)


class ExportDialog(QDialog):
    """The export dialog; it stays open until the picture is written or the user cancels.

    ``render`` makes the preview of a choice; the signals are emitted with the choice to save or to copy.
    """

    save_requested = Signal(object)
    copy_requested = Signal(object)

    def __init__(self, render: Callable[[PictureChoice], QImage], choice: PictureChoice, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(translate("ExportDialog", "Export Image"))
        self._render = render
        self.choice = choice
        self.preview = Preview()
        self.what = Choices(translate("ExportDialog", "Picture"), self._pictures(), choice.what)
        self.form = Choices(translate("ExportDialog", "Format"), self._forms(), choice.form)
        self.scale = Choices(translate("ExportDialog", "Size"), self._sizes(), choice.scale)
        self.background = Choices(translate("ExportDialog", "Background"), self._grounds(), choice.background)
        self.with_data = QCheckBox(translate("ExportDialog", "With its data: klscope opens the picture again"))
        self.with_data.setObjectName("pictureWithData")
        self.with_data.setChecked(choice.with_data)
        set_font_size(self.with_data, 13)
        self.size_words, self.notice = text_label(13, quiet=True), text_label(13, wraps=True)
        for label in (self.size_words, self.notice):
            label.setTextFormat(Qt.TextFormat.PlainText)
        self.notice.setMinimumHeight(NOTICE_HEIGHT)
        self.notice.setAccessibleName(translate("ExportDialog", "Result"))
        self._build()
        self.what.chosen.connect(lambda what: self._choose(replace(self.choice, what=what)))
        self.form.chosen.connect(lambda form: self._choose(replace(self.choice, form=form)))
        self.scale.chosen.connect(lambda scale: self._choose(replace(self.choice, scale=scale)))
        self.background.chosen.connect(lambda ground: self._choose(replace(self.choice, background=ground)))
        self.with_data.toggled.connect(self._choose_data)
        self._draw()

    def _choose_data(self, on: bool) -> None:
        self.choice = replace(self.choice, with_data=on)
        self.notice.clear()

    def _build(self) -> None:
        column = column_in(self, 12, (16, 16, 16, 14))
        column.addWidget(self.preview, 1)
        grid = QGridLayout()
        column.addLayout(grid)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(1, 1)
        for row, choices in enumerate((self.what, self.form, self.scale, self.background)):
            name = text_label(13)
            name.setText(choices.accessibleName())
            grid.addWidget(name, row, 0)
            grid.addWidget(choices, row, 1)
        grid.addWidget(self.size_words, 4, 1)
        column.addWidget(self.notice)
        self.save, self.copy = add_export_buttons(
            self,
            column,
            lambda: self.save_requested.emit(self.choice),
            lambda: self.copy_requested.emit(self.choice),
            translate("ExportDialog", "Put the picture on the clipboard"),
            self.with_data,
        )
        self.what.buttons[self.choice.what].setFocus()

    @staticmethod
    def _pictures() -> list[tuple[object, str, str]]:
        return [
            (
                What.FIGURE,
                translate("ExportDialog", "Figure"),
                translate("ExportDialog", "Charts and readouts, laid out for a page"),
            ),
            (
                What.WINDOW,
                translate("ExportDialog", "Window"),
                translate("ExportDialog", "The whole window, as it is on the screen"),
            ),
            (What.P, translate("ExportDialog", "P"), translate("ExportDialog", "The chart of P alone")),
            (What.Q, translate("ExportDialog", "Q"), translate("ExportDialog", "The chart of Q alone")),
            (
                What.TERMS,
                translate("ExportDialog", "Terms"),
                translate("ExportDialog", "The chart of what every category adds, alone"),
            ),
            (
                What.LANDSCAPE,
                translate("ExportDialog", "Landscape"),
                translate("ExportDialog", "How KL(P‖Q) changes as Q moves, alone"),
            ),
        ]

    @staticmethod
    def _forms() -> list[tuple[object, str, str]]:
        return [(form, form.name, translated(form.purpose)) for form in picture_formats.FORMATS]

    @staticmethod
    def _sizes() -> list[tuple[object, str, str]]:
        tip = translate("ExportDialog", "{dots} dots per inch")
        return [
            *((scale, f"{scale}×", tip.format(dots=DOTS_PER_INCH * scale)) for scale in FACTORS),
            (
                SLIDE,
                translate("ExportDialog", "Slide"),
                translate("ExportDialog", "Scaled to a slide of 16 : 9, {pixels} pixels wide").format(
                    pixels=SLIDE.pixels
                ),
            ),
            (
                COLUMN,
                translate("ExportDialog", "Column"),
                translate("ExportDialog", "Scaled to a column of a paper, {width} mm wide").format(
                    width=round(COLUMN.millimetres)
                ),
            ),
        ]

    @staticmethod
    def _grounds() -> list[tuple[object, str, str]]:
        return [
            (
                Background.WHITE,
                translate("ExportDialog", "White"),
                translate("ExportDialog", "Colours of the light theme on white"),
            ),
            (
                Background.THEME,
                translate("ExportDialog", "As on screen"),
                translate("ExportDialog", "The colours and the ground of the window"),
            ),
            (
                Background.TRANSPARENT,
                translate("ExportDialog", "Transparent"),
                translate("ExportDialog", "The colours of the window, and no ground"),
            ),
        ]

    def _choose(self, choice: PictureChoice) -> None:
        self.choice = choice
        self.notice.clear()
        self._draw()

    def _draw(self) -> None:
        """Update the preview, at scale 1: a scale of 4 takes a second."""
        image = self._render(replace(self.choice, scale=1))
        self.preview.show_image(image)
        self.scale.allow(None if self.choice.form.has_pixels else NAMED.values())
        words = self._size(image) if self.choice.form.has_pixels else size_on_paper(image.size(), self.choice.scale)
        self.size_words.setText(words)
        self.preview.setAccessibleDescription(self.size_words.text())

    def _size(self, image: QImage) -> str:
        width, height = _centimetres(image.size(), self.choice.scale)
        return translate("ExportDialog", "{pixels} at {dots} DPI: {width} × {height} cm on paper").format(
            pixels=size_in_words(image, factor_of(self.choice.scale, image.width())),
            dots=round(dots_per_inch_of(self.choice.scale, image.width())),
            width=width,
            height=height,
        )

    def say(self, text: str, wrong: bool = False) -> None:
        """Show the result of saving or copying."""
        restyle(self.notice, "role", "error" if wrong else "")
        self.notice.setText(text)
