"""The dialogs that ask for the file of a document."""

from __future__ import annotations

import os
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QStandardPaths, Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from klscope.files import picture_formats
from klscope.files.documents.names import SUFFIX

translate = QCoreApplication.translate


def ask_which_to_open(parent: QWidget, folder: str, take: Callable[[str], None]) -> None:
    """Ask for a document, or a picture that carries one, beginning in a folder."""
    both = translate("Documents", "Documents and pictures")
    suffixes = " ".join(f"*{suffix}" for suffix in (SUFFIX, *picture_formats.suffixes()))
    dialog = _dialog(parent, translate("Documents", "Open"), folder)
    dialog.setNameFilters([f"{both} ({suffixes})", _documents(), translate("Documents", "All files (*)")])
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.fileSelected.connect(take)
    dialog.open()


def ask_where_to_save(parent: QWidget, folder: str, name: str, take: Callable[[str], None]) -> None:
    """Ask for the file to save to, with a suggested name."""
    dialog = _dialog(parent, translate("Documents", "Save As"), folder)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setNameFilters([_documents()])
    dialog.setDefaultSuffix(SUFFIX[1:])
    dialog.selectFile(name)
    dialog.fileSelected.connect(take)
    dialog.open()


def _documents() -> str:
    name = translate("Documents", "klscope documents")
    return f"{name} (*{SUFFIX})"


def _dialog(parent: QWidget, title: str, folder: str) -> QFileDialog:
    dialog = QFileDialog(parent, title)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setStyleSheet("QToolButton { padding: 3px; }")  # the small icon buttons of Qt's own dialog
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    places = (folder, documents, os.path.expanduser("~"))
    dialog.setDirectory(next((place for place in places if place and os.path.isdir(place)), ""))
    return dialog
