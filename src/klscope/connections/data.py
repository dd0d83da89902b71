"""Connects data from files, the clipboard and drops to their controller; imported when data are first opened."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import PurePath
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QFileSystemWatcher, QMimeData, QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

from klscope.by_name import load
from klscope.connections.context import Context
from klscope.connections.data_sheet import SheetConnection
from klscope.controllers.data import DataController
from klscope.files.documents.names import may_be_document
from klscope.files.tables import reading_words
from klscope.files.tables.codecs.table import suffixes_by_name
from klscope.files.tables.data_reading import DataReading, Second
from klscope.files.tables.reading import read_table
from klscope.files.tables.row_pairs import RowPairs
from klscope.model.comparison import Origin, Side
from klscope.model.snapshot import Snapshot
from klscope.views import magnification
from klscope.views.data.data_status import DataStatus
from klscope.views.data.drop_zones import DropZones
from klscope.views.widgets.file_dialogs import ask_for_files
from klscope.wording import gettext, translated

if TYPE_CHECKING:
    from klscope.connections.rows import RowsConnection

translate = QCoreApplication.translate


class DataConnection(QObject):
    """Opens data for the window.

    Parameters
    ----------
    context
        The parts of the program.
    type_value
        Opens the editor of the selected bar with a text.

    Signals
    -------
    document_given(str)
        The path of a document, or of a picture, was dropped, pasted or chosen.
    """

    document_given = Signal(str)

    def __init__(self, context: Context, type_value: Callable[[str], None]) -> None:
        super().__init__(context.window)
        self._context = context
        self._type_value = type_value
        self._folder = ""
        self.controller = DataController(context.editor)
        self._watcher = QFileSystemWatcher(self)
        self._sheet: SheetConnection | None = None
        self._rows: RowsConnection | None = None
        self.controller.loaded.connect(self._say_how)
        self.controller.refused.connect(self._say_refused)
        self.controller.loading.connect(self._leave_lesson)
        self.controller.proposed.connect(self._make_sheet)
        self._status = DataStatus()
        context.window.statusBar().addPermanentWidget(self._status)
        magnification.adopt(self._status)
        context.window.language_changed.connect(self._status.retranslate)
        self.controller.waiting.connect(self._status.show_waiting)
        self._status.cancelled.connect(self.controller.cancel)
        self._status.change_requested.connect(self.controller.change)
        context.store.changed.connect(self._status.show_snapshot)
        self._zones = DropZones(context.window)
        self._zones.dropped.connect(self._take_drop)
        self._watcher.fileChanged.connect(self._say_changed)
        self._origin: Origin | None = None
        """The data of the files that are watched."""
        self._followed: Origin | None = None
        context.store.changed.connect(self._notice)

    def open(self) -> None:
        """Ask for a file or two, and open them."""
        self._ask(self.open_files, several=True)

    def _ask(self, take: Callable[[list[str]], None], several: bool) -> None:
        formats = suffixes_by_name()
        every = tuple(suffix for suffixes in formats.values() for suffix in suffixes)
        named = {translate("Data", "Data"): every, **{translated(name): found for name, found in formats.items()}}
        filters = [f"{name} ({' '.join(f'*{suffix}' for suffix in found)})" for name, found in named.items()]
        filters.append(translate("Data", "All files (*)"))
        title = translate("Data", "Open Data")
        # the suffixes of all formats are a long line
        ask_for_files(self._context.window, title, filters, self._folder, take, several, names_alone=True)

    def open_files(self, paths: list[str], replaced: Side | None = None) -> None:
        """Open one file, or that of P and that of Q; the next dialog begins in its folder."""
        if len(paths) == 1 and may_be_document(paths[0]):
            self.document_given.emit(paths[0])
            return
        self._folder = os.path.dirname(paths[0])
        self.controller.open_files(paths, replaced)

    def _take_drop(self, data: QMimeData, replaced: Side | None) -> None:
        self._take(data, gettext("the dropped text"), replaced)

    def _take(self, data: QMimeData, name: str, replaced: Side | None = None) -> None:
        """Open what was pasted or dropped: files, a table, which ``name`` tells, or a single value."""
        paths = [url.toLocalFile() for url in data.urls() if url.isLocalFile()]
        if paths:
            self.open_files(paths, replaced)
            return
        text = data.text()
        if not text.strip():
            self._context.status.show_error(translate("Data", "There is no text to read."))
            return
        if len(text) < 1000 and read_table(text).is_one_value:
            if self._sheet is not None and self._sheet.is_open:
                self._context.status.show_error(translate("Data", "There is no table in it."))
                return
            self._type_value(text.strip())
            return
        self.controller.open_text(text, name, replaced)

    def show_drop_zones(self, data: QMimeData) -> None:
        """Show where dragged data can be dropped."""
        urls = data.urls()
        is_document = len(urls) == 1 and urls[0].isLocalFile() and may_be_document(urls[0].toLocalFile())
        self._zones.show_over(self._context.window.theme, len(urls) <= 1, is_document)

    def paste(self) -> None:
        """Open what is in the clipboard."""
        data: QMimeData | None = QApplication.clipboard().mimeData()  # None where nothing was ever copied
        self._take(QMimeData() if data is None else data, gettext("the clipboard"))

    def _leave_lesson(self) -> None:
        """End a lesson before data are loaded: ending it later would undo the loading."""
        lessons = self._context.window.lessons
        if lessons is not None and lessons.in_lesson:
            lessons.leave_requested.emit()

    def _say_refused(self, text: str) -> None:
        names = [PurePath(path).name for path in self.controller.tried]
        sentence = reading_words.as_sentence(text, names)
        self._context.status.show_error(sentence)
        window = self._context.window
        if window.sentence.shown_line() != sentence:  # such as a line of code that converts the file
            window.prompts.show_refusal(sentence, translate("Data", "The Data Are Not Read"))

    def _say_how(self, reading: DataReading) -> None:
        if reading.rows is not None:
            self._open_rows(reading.rows)
            self._context.status.say(reading_words.of_rows(reading.rows))
        elif reading.pair is not None:
            if self._rows is not None:
                self._rows.controller.close()
            self._context.status.say(reading_words.of_pair(reading.pair))
        self._keep()

    def _keep(self) -> None:
        """Watch the files of what is shown, and offer *Change…* for it."""
        self._origin = self._context.store.comparison.origin
        self._status.offer_change(self._origin)
        self._watch()

    def _notice(self, snapshot: Snapshot) -> None:
        origin = snapshot.history.present.origin
        if origin is not self._followed:
            self._followed = origin
            QTimer.singleShot(0, self, self._watch)

    def _watch(self) -> None:
        """Watch the files of the data that were loaded last for as long as these are shown."""
        origin = self._context.store.history.present.origin
        rows = None if self._rows is None else self._rows.controller
        are_shown = origin is not None and (origin is self._origin or (rows is not None and rows.has_shown(origin)))
        wanted, watched = set(self.controller.paths) if are_shown else set(), set(self._watcher.files())
        if watched - wanted:
            self._watcher.removePaths(sorted(watched - wanted))
        missing = [path for path in sorted(wanted - watched) if os.path.exists(path)]
        if missing:
            self._watcher.addPaths(missing)

    def _open_rows(self, rows: RowPairs) -> None:
        if self._rows is None:
            kind: type[RowsConnection] = load("klscope.connections.rows", "RowsConnection")
            self._rows = kind(self._context)
            self._rows.controller.changed.connect(self._keep_change)
        self._rows.open(rows)

    def _keep_change(self) -> None:
        """Offer *Change…* for every row of the table."""
        if self._rows is not None and self._rows.controller.pairs is not None:
            self._keep()

    def _say_changed(self, path: str) -> None:
        name = PurePath(path).name
        self._watch()  # a file that was replaced is no longer watched
        self._context.status.say(translate("Data", "{path} has changed; F5 reads it again.").format(path=name))

    def _make_sheet(self, reading: DataReading) -> None:
        """Make the sheet for the first proposal."""
        if self._sheet is None:
            self._sheet = SheetConnection(self._context, self.controller)
            self._sheet.sheet.second_chosen.connect(self._take_second)
            self._sheet.show(reading)

    def _take_second(self, second: Second) -> None:
        if second is Second.FILE:
            self._ask(lambda paths: self.controller.open_second(paths[0]), several=False)
        else:
            self.controller.take_second(second)
