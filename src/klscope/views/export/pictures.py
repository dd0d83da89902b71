"""Export of pictures to files, through the dialog, and to the clipboard.

This module is imported when a picture is first requested.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QCoreApplication, QMimeData, QObject, QSize, QStandardPaths, Qt, Signal
from PySide6.QtGui import QImage

from klscope.files import picture_formats
from klscope.files.documents import document_file
from klscope.files.file_names import file_name_of
from klscope.files.picture_formats import PNG, PictureFormat
from klscope.files.picture_sizes import FACTORS, NAMED, PictureScale
from klscope.files.regular_files import FileError
from klscope.model.document import Document
from klscope.model.snapshot import Snapshot
from klscope.views.export.drawing import draw_picture, title_of
from klscope.views.export.export_dialog import ExportDialog, size_in_words, size_on_paper
from klscope.views.export.picture import Background, Painted, PictureChoice, What, render_picture
from klscope.views.export.picture_files import as_bytes, form_of, save_picture
from klscope.views.export.vectors.primitives import Drawing
from klscope.views.preferences.preferences import Preferences
from klscope.views.widgets.clipboard import put_on_clipboard
from klscope.views.widgets.file_dialogs import ask_where_to_save
from klscope.views.widgets.waiting import waiting
from klscope.views.window.main_window import MainWindow
from klscope.wording import translated

translate = QCoreApplication.translate
SCALES: dict[str, PictureScale] = {**{str(scale): scale for scale in FACTORS}, **NAMED}
"""The sizes by their names in the preferences."""


def subject(what: What) -> str:
    """Return the name of the content of a picture."""
    return {
        What.FIGURE: translate("Pictures", "the figure"),
        What.WINDOW: translate("Pictures", "the window"),
        What.P: translate("Pictures", "the chart of P"),
        What.Q: translate("Pictures", "the chart of Q"),
        What.TERMS: translate("Pictures", "the chart of terms"),
        What.LANDSCAPE: translate("Pictures", "the landscape"),
    }[what]


def suggested_name(snapshot: Snapshot, what: What, form: PictureFormat = PNG) -> str:
    """Return a suggested file name."""
    origin = snapshot.comparison.origin
    part = "" if what is What.FIGURE else f"-{what.value}"
    return file_name_of("" if origin is None else origin.name, "klscope", part + form.suffix)


def name_filter(form: PictureFormat) -> str:
    """Return the name filter of a format, for QFileDialog."""
    return f"{translated(form.files)} (*{form.suffix})"


def document_of(choice: PictureChoice, snapshot: Snapshot) -> bytes | None:
    """Return the document that a picture is to carry; None for none."""
    return document_file.as_bytes(Document.of(snapshot)) if choice.with_data else None


class Pictures(QObject):
    """Exports and copies pictures of a window, and remembers the last choice, in ``preferences`` if there are any.

    ``message`` is emitted with the result.
    """

    message = Signal(str)

    def __init__(self, window: MainWindow, preferences: Preferences | None) -> None:
        super().__init__(window)
        self._window, self._preferences = window, preferences
        self.choice = PictureChoice()
        self.folder = ""
        if preferences is not None:
            forms = {form.suffix: form for form in picture_formats.FORMATS}
            self.choice = PictureChoice(
                preferences.choice("picture", What, self.choice.what),
                SCALES.get(preferences.text("picture_scale"), self.choice.scale),
                preferences.choice("picture_background", Background, self.choice.background),
                forms.get(preferences.text("picture_format"), self.choice.form),
                not preferences.flag("picture_without_data"),
            )
            self.folder = preferences.text("picture_folder")

    def copy(self, snapshot: Snapshot) -> None:
        """Copy the last chosen picture, by default the figure, to the clipboard."""
        self._copy(self.choice, snapshot)

    def export(self, snapshot: Snapshot) -> None:
        """Open the dialog."""
        dialog = ExportDialog(lambda choice: self._make(render_picture, choice, snapshot), self.choice, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.copy_requested.connect(lambda choice: dialog.say(self._copy(choice, snapshot)))
        dialog.save_requested.connect(lambda choice: self._ask_name(dialog, choice, snapshot))
        dialog.open()

    def _make(self, make: Callable[..., Painted], choice: PictureChoice, snapshot: Snapshot) -> Painted:
        with waiting():
            return make(choice, self._window, snapshot, self._window.p_chart.theme)

    def _copy(self, choice: PictureChoice, snapshot: Snapshot) -> str:
        """Copy an image, which every program accepts, and for a vector format also the drawing."""
        image = self._make(render_picture, choice, snapshot)
        content = QMimeData()
        content.setImageData(image)
        words = {"subject": subject(choice.what), "pixels": size_in_words(image)}
        if choice.form.has_pixels:
            text = translate("Pictures", "Copied: {subject}, {pixels}.").format(**words)
        else:
            drawing = self._make(draw_picture, choice, snapshot)
            data = as_bytes(drawing, choice.form, title_of(snapshot), document_of(choice, snapshot))
            content.setData(choice.form.media_type, data)
            text = translate("Pictures", "Copied: {subject}, as {format} and as {pixels}.").format(
                format=choice.form.name, **words
            )
        put_on_clipboard(content)
        self._remember(choice)
        self.message.emit(text)
        return text

    def _ask_name(self, dialog: ExportDialog, choice: PictureChoice, snapshot: Snapshot) -> None:
        suffixes = {name_filter(form): form.suffix for form in picture_formats.FORMATS}
        ask_where_to_save(
            dialog,
            translate("Pictures", "Save Image"),
            suffixes,
            self.folder,
            suggested_name(snapshot, choice.what, choice.form),
            lambda path: self._save(dialog, choice, snapshot, path),
            QStandardPaths.StandardLocation.PicturesLocation,
        )

    def _save(self, dialog: ExportDialog, choice: PictureChoice, snapshot: Snapshot, path: str) -> None:
        """Save the picture in the format of its suffix; on failure the dialog stays open and shows the reason."""
        try:
            choice = replace(choice, form=form_of(path))
            make: Callable[..., QImage | Drawing] = render_picture if choice.form.has_pixels else draw_picture
            picture = self._make(make, choice, snapshot)
            save_picture(picture, path, title_of(snapshot), document_of(choice, snapshot))
        except FileError as error:
            dialog.say(translate("Pictures", "The picture was not written. {reason}").format(reason=error), wrong=True)
            return
        self.folder = os.path.dirname(path)
        self._remember(choice)
        if isinstance(picture, Drawing):
            size = size_on_paper(QSize(picture.width, picture.height), choice.scale)
        else:
            size = size_in_words(picture)
        text = translate("Pictures", "Saved: {name}, {pixels}.")
        self.message.emit(text.format(name=os.path.basename(path), pixels=size))
        dialog.accept()

    def _remember(self, choice: PictureChoice) -> None:
        self.choice = choice
        if self._preferences is None:
            return
        self._preferences.save_choice("picture", choice.what)
        self._preferences.save_text("picture_scale", next(name for name in SCALES if SCALES[name] == choice.scale))
        self._preferences.save_choice("picture_background", choice.background)
        self._preferences.save_text("picture_format", choice.form.suffix)
        self._preferences.save_flag("picture_without_data", not choice.with_data)
        self._preferences.save_text("picture_folder", self.folder)
