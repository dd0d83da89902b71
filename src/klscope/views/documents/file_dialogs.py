"""The dialogs that ask for the file of a document."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from klscope.files import picture_formats
from klscope.files.documents.names import SUFFIX
from klscope.views.widgets import file_dialogs

translate = QCoreApplication.translate


def ask_which_to_open(parent: QWidget, folder: str, take: Callable[[str], None]) -> None:
    """Ask for a document, or a picture that carries one, beginning in a folder."""
    both = translate("Documents", "Documents and pictures")
    suffixes = " ".join(f"*{suffix}" for suffix in (SUFFIX, *picture_formats.suffixes()))
    filters = [f"{both} ({suffixes})", _documents(), translate("Documents", "All files (*)")]
    title = translate("Documents", "Open")
    file_dialogs.ask_for_files(parent, title, filters, folder, lambda paths: take(paths[0]))


def ask_where_to_save(
    parent: QWidget, folder: str, name: str, take: Callable[[str], None], cancelled: Callable[[], None]
) -> None:
    """Ask for the file to save to, with a suggested name."""
    title = translate("Documents", "Save As")
    file_dialogs.ask_where_to_save(parent, title, {_documents(): SUFFIX}, folder, name, take, cancelled=cancelled)


def _documents() -> str:
    name = translate("Documents", "klscope documents")
    return f"{name} (*{SUFFIX})"
