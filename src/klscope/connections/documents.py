"""Connects the commands of documents: new, open, save, revert, properties; what asks is imported on first use."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import PurePath
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtWidgets import QMessageBox

from klscope.by_name import load
from klscope.connections.context import Context
from klscope.connections.lazy_lessons import LazyLessons
from klscope.controllers.document import DocumentController, read
from klscope.files import examples
from klscope.files.documents.names import SUFFIX, is_document_file, may_be_document
from klscope.files.file_names import file_name_of
from klscope.files.regular_files import FileError
from klscope.model.document import Document
from klscope.model.view_state import ViewState
from klscope.views.preferences.preferences import Preferences
from klscope.views.words import language
from klscope.views.words.names import origin_name

translate = QCoreApplication.translate
Elsewhere = Callable[[Document, str, bytes], None]
MOST_RECENT = 10


def _nothing() -> None:
    pass


class Documents(QObject):
    """The document of a window, its commands, and the title of the window.

    Attributes
    ----------
    controller
        The document and its file.
    open_elsewhere
        Opens a document in another window: called with it, the path of its file ("" for none) and the content of the
        file. None where there is one window only.
    raise_if_open
        Shows the window that has the file of a path open, if there is one, and returns whether there is.
    is_ending
        Returns whether the program ends by a signal, and nothing is asked.

    Signals
    -------
    stays_open()
        What was asked was cancelled, or saving has failed, and the window stays open.
    """

    stays_open = Signal()

    def __init__(self, context: Context, lessons: LazyLessons, open_data: Callable[[list[str]], None]) -> None:
        super().__init__(context.window)
        self._window, self._status, self._lessons = context.window, context.status, lessons
        self._open_data = open_data
        self._finish_gesture = context.editor.finish
        self.controller = DocumentController(
            context.store, lambda: None if lessons.session is None else lessons.session.lessons.saved
        )
        self.open_elsewhere: Elsewhere | None = None
        self.raise_if_open: Callable[[str], bool] = lambda _: False
        self.is_ending: Callable[[], bool] = lambda: False
        self.preferences: Preferences | None = None
        for name, act in (
            ("new_document", self.new),
            ("open_document", self.open),
            ("save_document", self.save),
            ("save_document_as", self.save_as),
            ("revert_document", self.revert),
            ("document_properties", self.show_properties),
        ):
            context.actions[name].triggered.connect(lambda _=False, act=act: act())
        self._revert = context.actions["revert_document"]
        context.actions["continue_unsaved"].setEnabled(False)  # until something was left
        self.controller.changed.connect(self._show_name)
        context.window.may_close = self.may_close
        context.window.names_translated.connect(self.controller.relabel)
        context.window.language_changed.connect(self._show_name)
        context.window.menus.recent.aboutToShow.connect(self._fill_recent)
        self._show_name()

    @property
    def name(self) -> str:
        """The title of the document, or the name of its file; empty for neither."""
        return self.controller.document.properties.title or PurePath(self.controller.path).stem

    def _show_name(self) -> None:
        modified = self.controller.is_modified
        self._revert.setEnabled(bool(self.controller.path) and modified)
        name = self.name or (translate("Documents", "Untitled") if modified else "")
        self._window.show_document(name, modified, self.controller.path)

    # -- new and open -----------------------------------------------------------------------------------------------

    def new(self) -> None:
        """Show *weather* as a new document: here, if that loses nothing, else in another window."""
        comparison = examples.load(examples.FIRST, language.code()).comparison
        view = self.controller.document.view
        self._show(Document(comparison, ViewState(unit=view.unit, mode=view.mode)), "", b"")

    def open(self) -> None:
        """Ask for a file and open it."""
        ask = load("klscope.views.documents.file_dialogs", "ask_which_to_open")
        ask(self._window, os.path.dirname(self.controller.path), self.open_path)

    def open_path(self, path: str) -> None:
        """Open a document, or the one that a picture carries: here, if that loses nothing; else in another window.

        Other files are opened as data.
        """
        if not may_be_document(path):
            self._open_data([path])
            return
        is_file = is_document_file(path)
        if is_file and self.controller.is_file(path):
            self._leave_lesson()
            return
        if is_file and self.raise_if_open(path):
            return
        try:
            document, content = read(path)
        except FileError as error:
            self._forget_if_gone(path)
            self._tell(translate("Documents", "It was not opened. {reason}").format(reason=error))
            return
        self._show(document, path if is_file else "", content if is_file else b"")
        if is_file:
            self._note_recent(path)

    def _show(self, document: Document, path: str, content: bytes) -> None:
        controller = self.controller
        loses_nothing = controller.is_untouched or (bool(controller.path) and not controller.is_modified)
        if not loses_nothing and self.open_elsewhere is not None:
            self.open_elsewhere(document, path, content)
        elif loses_nothing:
            self.take(document, path, content)
        else:
            self._ask_then(lambda: self.take(document, path, content))

    def take(self, document: Document, path: str, content: bytes, saved: Document | None = None) -> None:
        """Show a document in this window; for the arguments see `DocumentController.take`."""
        self._leave_lesson()
        self.controller.take(document, path, saved, content)

    def _leave_lesson(self) -> None:
        if self._lessons.session is not None:
            self._lessons.session.lessons.leave()

    # -- save -------------------------------------------------------------------------------------------------------

    def save(self) -> None:
        """Save to the file of the document, after asking for one if there is none."""
        self.save_then(_nothing)

    def save_then(self, then: Callable[[], None]) -> None:
        """Save as `save` does, and call ``then`` if that succeeds."""
        path = self.controller.path
        if not path:
            self.save_as(then)
        elif self.controller.file_was_changed():
            self._ask(
                "ask_about_other_changes",
                PurePath(path).name,
                lambda: self._write(path, then),
                lambda: self.save_as(then),
                self._read_again,
            )
        else:
            self._write(path, then)

    def save_as(self, then: Callable[[], None] = _nothing) -> None:
        """Ask for a file and save to it; call ``then`` if that succeeds."""
        ask = load("klscope.views.documents.file_dialogs", "ask_where_to_save")
        path = self.controller.path
        name = PurePath(path).name if path else self._suggested_name()
        folder = os.path.dirname(path)
        ask(self._window, folder, name, lambda chosen: self._write(chosen, then), self.stays_open.emit)

    def _ask(self, question: str, *arguments: Any) -> None:
        """Ask a question of `klscope.views.documents.questions`, one at a time."""
        if not any(box.isVisible() for box in self._window.findChildren(QMessageBox)):
            load("klscope.views.documents.questions", question)(self._window, *arguments, self.stays_open.emit)

    def _suggested_name(self) -> str:
        origin = self.controller.document.comparison.origin
        name = self.name or ("" if origin is None else PurePath(origin_name(origin.name)).stem)
        return file_name_of(name, translate("Documents", "Untitled"), SUFFIX)

    def _write(self, path: str, then: Callable[[], None]) -> None:
        name = PurePath(path).name
        try:
            if not is_document_file(path):
                reason = translate("Documents", "the name of a document ends in {suffix}").format(suffix=SUFFIX)
                raise FileError(path, reason)
            if not self.controller.is_file(path) and self.raise_if_open(path):
                raise FileError(path, translate("Documents", "it is open in another window"))
            self.controller.write(path)
        except FileError as error:
            self._tell(translate("Documents", "It was not saved. {reason}").format(reason=error))
            self.stays_open.emit()
            return
        self._note_recent(path)
        self._status.say(translate("Documents", "Saved: {name}").format(name=name))
        then()

    # -- revert and properties --------------------------------------------------------------------------------------

    def revert(self) -> None:
        """Return to what the file holds; ask if pins, title or notes are lost."""
        controller = self.controller
        if not controller.path:
            return
        if controller.only_data_differ:
            self._read_again()
        else:
            self._ask("ask_to_revert", PurePath(controller.path).name, self._read_again)

    def _read_again(self) -> None:
        self.stays_open.emit()
        try:
            document, content = read(self.controller.path)
        except FileError as error:
            self._tell(translate("Documents", "It was not read. {reason}").format(reason=error))
            return
        self._leave_lesson()
        self.controller.revert(document, content)
        self._status.say(translate("Documents", "This is what the file holds; Undo brings back the data before."))

    def show_properties(self) -> None:
        """Open the dialog of title and notes."""
        controller = self.controller
        kind: Any = load("klscope.views.documents.properties_dialog", "PropertiesDialog")
        dialog = kind(controller.document, controller.path, controller.set_properties, self._window)
        dialog.open()

    # -- close ------------------------------------------------------------------------------------------------------

    def may_close(self) -> bool:
        """Return whether the window may close; if not, it has been asked, and the window closes after the answer."""
        controller = self.controller
        self._finish_gesture()
        if self.is_ending() or not controller.path or not controller.is_modified:
            return True
        self._ask_then(self._close)
        return False

    def _ask_then(self, then: Callable[[], None]) -> None:
        name = PurePath(self.controller.path).name or self.name or translate("Documents", "Untitled")
        self._ask("ask_to_save", name, lambda: self.save_then(then), then)

    def _close(self) -> None:
        self._window.may_close = lambda: True
        self._window.close()

    # -- recent documents -------------------------------------------------------------------------------------------

    def _note_recent(self, path: str) -> None:
        path = os.path.abspath(path)
        self._save_recent([path, *(one for one in self._recent() if one != path)])

    def _forget_if_gone(self, path: str) -> None:
        if not os.path.lexists(path):
            self._save_recent([one for one in self._recent() if one != os.path.abspath(path)])

    def _recent(self) -> list[str]:
        return [] if self.preferences is None else self.preferences.texts("recent")

    def _save_recent(self, paths: list[str]) -> None:
        if self.preferences is not None:
            self.preferences.save_texts("recent", paths[:MOST_RECENT])

    def _fill_recent(self) -> None:
        self._window.menus.fill_recent(self._recent(), self.open_path, lambda: self._save_recent([]))

    # -- words ------------------------------------------------------------------------------------------------------

    def _tell(self, text: str) -> None:
        """Show an error in the status bar, and in a dialog if it is longer than that."""
        self._status.show_error(text)
        if self._window.sentence.shown_line() != text:
            self._window.prompts.show_refusal(text, "klscope")
