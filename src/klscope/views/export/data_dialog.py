"""The dialog of *Export Data*: what, in which format, with a preview of the first lines."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QPlainTextEdit,
    QSpinBox,
    QWidget,
)

from klscope.files.writing import data_formats
from klscope.files.writing.data_formats import CSV, DataFormat
from klscope.files.writing.data_table import USUAL_COUNT
from klscope.views.export.dialog_buttons import add_export_buttons
from klscope.views.export.export_dialog import NOTICE_HEIGHT, Choices
from klscope.views.magnification import set_font_size
from klscope.views.widgets.highlight import restyle
from klscope.views.widgets.parts import column_in, text_label
from klscope.wording import translated

translate = QCoreApplication.translate
PREVIEW_WIDTH, PREVIEW_HEIGHT = 640, 250


@dataclass(frozen=True)
class DataChoice:
    """What is written.

    Attributes
    ----------
    form
        The format.
    largest
        Whether only the largest contributions are, where the format allows it.
    count
        How many of them.
    with_mark
        Whether a byte order mark stands in front, where the format takes one.
    """

    form: DataFormat = CSV
    largest: bool = False
    count: int = USUAL_COUNT
    with_mark: bool = False

    @property
    def is_largest(self) -> bool:
        """Whether the largest contributions are written."""
        return self.largest and self.form.has_parts


class DataDialog(QDialog):
    """The dialog; it stays open until the file is written or the user closes it.

    ``preview`` returns the first lines of a choice, or a sentence on why it cannot be written. The signals are emitted
    with the choice to save or to copy.
    """

    save_requested = Signal(object)
    copy_requested = Signal(object)

    def __init__(self, preview: Callable[[DataChoice], str], choice: DataChoice, most: int, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(translate("DataDialog", "Export Data"))
        self._preview_of = preview
        self.choice = choice
        self.preview = QPlainTextEdit()
        self.what = Choices(translate("DataDialog", "Data"), self._parts(), choice.largest)
        self.form = Choices(translate("DataDialog", "Format"), self._forms(), choice.form)
        self.count = QSpinBox()
        self.mark = QCheckBox(translate("DataDialog", "&Byte order mark, by which a spreadsheet reads every letter"))
        self.purpose, self.notice = text_label(13, quiet=True, wraps=True), text_label(13, wraps=True)
        self._prepare(most)
        self._build()
        self.what.chosen.connect(lambda largest: self._choose(replace(self.choice, largest=largest)))
        self.form.chosen.connect(lambda form: self._choose(replace(self.choice, form=form)))
        self.count.valueChanged.connect(lambda count: self._choose(replace(self.choice, count=count)))
        self.mark.toggled.connect(lambda on: self._choose(replace(self.choice, with_mark=on)))
        self._show()

    def _prepare(self, most: int) -> None:
        self.preview.setReadOnly(True)
        self.preview.setTabChangesFocus(True)
        self.preview.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.preview.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.preview.setMinimumSize(PREVIEW_WIDTH, PREVIEW_HEIGHT)
        self.preview.setAccessibleName(translate("DataDialog", "Preview"))
        self.count.setRange(1, most)
        self.count.setValue(min(self.choice.count, most))
        self.count.setAccessibleName(translate("DataDialog", "Number of categories"))
        self.mark.setChecked(self.choice.with_mark)
        for label in (self.purpose, self.notice):
            label.setTextFormat(Qt.TextFormat.PlainText)
        self.notice.setMinimumHeight(NOTICE_HEIGHT)
        self.notice.setAccessibleName(translate("DataDialog", "Result"))
        for widget in (self.count, self.mark):
            set_font_size(widget, 13)
            room = widget.sizePolicy()
            room.setRetainSizeWhenHidden(True)
            widget.setSizePolicy(room)

    def _build(self) -> None:
        column = column_in(self, 12, (16, 16, 16, 14))
        column.addWidget(self.preview, 1)
        grid = QGridLayout()
        column.addLayout(grid)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(1, 1)
        parts = QHBoxLayout()
        grid.addLayout(parts, 0, 1)
        parts.setSpacing(8)
        parts.addWidget(self.what)
        parts.addWidget(self.count)
        parts.addStretch(1)
        grid.addWidget(self.form, 1, 1)
        for row, choices in enumerate((self.what, self.form)):
            name = text_label(13)
            name.setText(choices.accessibleName())
            grid.addWidget(name, row, 0)
        grid.addWidget(self.purpose, 2, 1)
        grid.addWidget(self.mark, 3, 1)
        column.addWidget(self.notice)
        self.save, self.copy = add_export_buttons(
            self,
            column,
            lambda: self.save_requested.emit(self.choice),
            lambda: self.copy_requested.emit(self.choice),
            translate("DataDialog", "Put the data on the clipboard"),
        )
        self.form.buttons[self.choice.form].setFocus()

    @staticmethod
    def _parts() -> list[tuple[object, str, str]]:
        return [
            (
                False,
                translate("DataDialog", "Table"),
                translate("DataDialog", "All categories, with the columns of the table"),
            ),
            (
                True,
                translate("DataDialog", "Largest contributions"),
                translate("DataDialog", "The categories that add most to KL(P‖Q): P·log(P/Q) − P + Q, never negative"),
            ),
        ]

    @staticmethod
    def _forms() -> list[tuple[object, str, str]]:
        return [(form, form.called, translated(form.purpose)) for form in data_formats.FORMATS]

    def _choose(self, choice: DataChoice) -> None:
        self.choice = choice
        self.notice.clear()
        self._show()

    def _show(self) -> None:
        """Show the choice: what can be chosen beside it, and its first lines."""
        form = self.choice.form
        self.purpose.setText(translated(form.purpose))
        self.what.setEnabled(form.has_parts)
        self.count.setVisible(self.choice.is_largest)
        self.mark.setVisible(form.takes_mark)
        self.copy.setEnabled(not form.is_binary)
        self.preview.setPlainText(self._preview_of(self.choice))
        self.preview.setAccessibleDescription(self.purpose.text())

    def say(self, text: str, wrong: bool = False) -> None:
        """Show the result of saving or copying."""
        restyle(self.notice, "role", "error" if wrong else "")
        self.notice.setText(text)
