"""Export of data to files, through the dialog, and to the clipboard; imported when it is first requested."""

from __future__ import annotations

import os
from dataclasses import replace

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal

from klscope.files.file_names import file_name_of
from klscope.files.regular_files import FileError
from klscope.files.writing import data_formats
from klscope.files.writing.data_formats import DataFormat
from klscope.files.writing.data_table import DataTable, WritingError, largest_contributions, whole_table
from klscope.files.writing.data_writing import as_text, loss, save
from klscope.model.snapshot import Snapshot
from klscope.views.export.data_dialog import DataChoice, DataDialog
from klscope.views.preferences.preferences import Preferences
from klscope.views.table.copying import copy_as
from klscope.views.widgets.file_dialogs import ask_where_to_save
from klscope.views.widgets.waiting import waiting
from klscope.views.window.main_window import MainWindow
from klscope.wording import translated

translate = QCoreApplication.translate
LINES_PREVIEWED, CHARACTERS_PREVIEWED, ROWS_PREVIEWED = 14, 400, 200
"""The number of lines of a preview, of characters of each, and of categories that are written for it."""
MOST_CONTRIBUTIONS = 1000


def table_of(choice: DataChoice, snapshot: Snapshot) -> DataTable:
    """Return the data of a choice."""
    return largest_contributions(snapshot, choice.count) if choice.is_largest else whole_table(snapshot)


def preview_of(choice: DataChoice, snapshot: Snapshot) -> str:
    """Return the first lines of a choice, those of arrays in words; or why it cannot be written."""
    table = table_of(choice, snapshot)
    try:
        if choice.form.is_binary:
            table.check_labels()
            return _arrays(choice.form, table)
        part = table.first(ROWS_PREVIEWED) if choice.form.has_parts else table
        lines = as_text(choice.form, part).splitlines()
    except WritingError as error:
        return translate("DataExport", "This cannot be written: {reason}.").format(reason=error)
    shown = [line if len(line) <= CHARACTERS_PREVIEWED else line[:CHARACTERS_PREVIEWED] + "…" for line in lines]
    if len(shown) > LINES_PREVIEWED or len(part.places) < len(table.places):
        shown = [*shown[:LINES_PREVIEWED], "…"]
    return "\n".join(shown)


def _arrays(form: DataFormat, table: DataTable) -> str:
    names = [
        ("label" if form is data_formats.NPY else "labels", "str"),
        *((one.key, "float64") for one in table.columns),
    ]
    names += [(key, "float64") for key in table.logarithms()] if form.keeps_logarithms else []
    return "\n".join(f"{name:<20} {kind:<8} ({len(table.places)},)" for name, kind in names)


def suggested_name(choice: DataChoice, snapshot: Snapshot) -> str:
    """Return a suggested file name."""
    origin = snapshot.comparison.origin
    part = "-largest" if choice.is_largest else ""
    return file_name_of("" if origin is None else origin.name, "klscope", part + choice.form.suffix)


def name_filter(form: DataFormat) -> str:
    """Return the name filter of a format, for QFileDialog."""
    return f"{translated(form.files)} ({' '.join(f'*{suffix}' for suffix in form.suffixes)})"


class DataExport(QObject):
    """Exports the data of a window, and remembers the last choice, in ``preferences`` if there are any.

    ``message`` is emitted with the result.
    """

    message = Signal(str)

    def __init__(self, window: MainWindow, preferences: Preferences | None) -> None:
        super().__init__(window)
        self._window, self._preferences = window, preferences
        self.choice = DataChoice()
        self.folder = ""
        if preferences is not None:
            forms = {form.suffix: form for form in data_formats.FORMATS}
            form = forms.get(preferences.text("data_format"), self.choice.form)
            self.choice = DataChoice(form, with_mark=preferences.flag("data_mark"))
            self.folder = preferences.text("data_folder")

    def export(self, snapshot: Snapshot) -> None:
        """Open the dialog."""
        most = min(snapshot.comparison.n, MOST_CONTRIBUTIONS)
        dialog = DataDialog(lambda choice: preview_of(choice, snapshot), self.choice, most, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.copy_requested.connect(lambda choice: dialog.say(self._copy(choice, snapshot)))
        dialog.save_requested.connect(lambda choice: self._ask_name(dialog, choice, snapshot))
        dialog.open()

    def _copy(self, choice: DataChoice, snapshot: Snapshot) -> str:
        said = copy_as(choice.form, table_of(choice, snapshot))
        self._remember(choice)
        self.message.emit(said)
        return said

    def _ask_name(self, dialog: DataDialog, choice: DataChoice, snapshot: Snapshot) -> None:
        forms = (form for form in data_formats.FORMATS if form.has_parts or not choice.is_largest)
        ask_where_to_save(
            dialog,
            translate("DataExport", "Save Data"),
            {name_filter(form): form.suffix for form in forms},
            self.folder,
            suggested_name(choice, snapshot),
            lambda path: self._save(dialog, choice, snapshot, path),
        )

    def _save(self, dialog: DataDialog, choice: DataChoice, snapshot: Snapshot, path: str) -> None:
        """Save the data in the format of the suffix; on failure the dialog stays open and shows the reason."""
        form = data_formats.format_of(path)
        try:
            if form is None:
                suffixes = ", ".join(data_formats.suffixes())
                reason = translate("DataExport", "the name of a file of data ends in {suffixes}")
                raise FileError(path, reason.format(suffixes=suffixes))
            part = choice if form.has_parts else replace(choice, largest=False)
            table = table_of(replace(part, form=form), snapshot)
            with waiting():
                save(form, table, path, choice.with_mark)
        except FileError as error:
            dialog.say(translate("DataExport", "The data were not written. {reason}").format(reason=error), wrong=True)
            return
        self.folder = os.path.dirname(path)
        self._remember(replace(choice, form=form))
        said = translate("DataExport", "Saved: {name}, {rows} × {columns} cells.").format(
            name=os.path.basename(path), rows=f"{len(table.places):,}", columns=len(table.headings)
        )
        lost = loss(form, table)
        self.message.emit(f"{said} {lost}" if lost else said)
        dialog.accept()

    def _remember(self, choice: DataChoice) -> None:
        self.choice = choice
        if self._preferences is None:
            return
        self._preferences.save_text("data_format", choice.form.suffix)
        self._preferences.save_flag("data_mark", choice.with_mark)
        self._preferences.save_text("data_folder", self.folder)
