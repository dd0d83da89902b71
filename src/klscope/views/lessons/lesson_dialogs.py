"""The dialogs for lesson files: choosing a file, and showing its mistakes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from html import escape
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QDialog, QWidget

from klscope.views.widgets.dialogs import TextDialog
from klscope.views.widgets.file_dialogs import ask_for_files, ask_where_to_save

translate = QCoreApplication.translate


def ask_for_lesson(window: QWidget, accept: Callable[[Path], None]) -> None:
    """Ask for a lesson file; ``accept`` is called with its path."""
    title = translate("Lessons", "Open Lesson")
    filters = [
        translate("Lessons", "Lessons ({pattern})").format(pattern="*.md"),
        translate("Lessons", "All files (*)"),
    ]
    ask_for_files(window, title, filters, "", lambda paths: accept(Path(paths[0])))


def ask_for_handout(window: QWidget, name: str, accept: Callable[[str], None]) -> None:
    """Ask for the file of a handout, with ``name`` as default; ``accept`` is called with its path."""
    form = translate("Lessons", "PDF documents ({pattern})").format(pattern="*.pdf")
    ask_where_to_save(window, translate("Lessons", "Export Handout"), {form: ".pdf"}, "", name, accept)


def show_mistakes(window: QWidget, name: str, mistakes: Sequence[tuple[int, str]]) -> None:
    """Show the mistakes of a file, each with its line."""
    heading = translate("Lessons", "{name} has mistakes and was not opened.").format(name=name)
    numbered = translate("Lessons", "Line {line}")
    rows = "".join(
        f"<tr><td style='padding:3px 14px 3px 0'><b>"
        f"{escape(numbered.format(line=line))}</b></td>"
        f"<td style='padding:3px 0'>{escape(sentence)}</td></tr>"
        for line, sentence in mistakes
    )
    _show(window, f"<p>{escape(heading)}</p><table>{rows}</table>")


def show_unreadable(window: QWidget, name: str, reason: str) -> None:
    """Show that a file cannot be read."""
    text = translate("Lessons", "{name} cannot be read: {reason}. Nothing was changed.")
    _show(window, f"<p>{escape(text.format(name=name, reason=reason))}</p>")


def _show(window: QWidget, html: str) -> None:
    dialog = TextDialog(translate("Lessons", "Open Lesson"), html, window)
    dialog.setObjectName("lessonMistakes")
    _open(dialog)


def _open(dialog: QDialog) -> None:
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
