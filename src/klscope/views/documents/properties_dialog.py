"""The title and the notes of a document, with its file and the source of its data."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QDialog, QFormLayout, QLabel, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from klscope.model.document import Document
from klscope.model.properties import Properties
from klscope.views.widgets.dialogs import add_buttons
from klscope.views.words.names import origin_name

translate = QCoreApplication.translate


class PropertiesDialog(QDialog):
    """Edits title and notes; ``accept`` is called with them."""

    def __init__(self, document: Document, path: str, accept: Callable[[Properties], None], parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(translate("Documents", "Properties"))
        self.resize(520, 400)
        self._accept = accept
        column, form = QVBoxLayout(self), QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        column.addLayout(form)
        self.title = QLineEdit(document.properties.title)
        self.title.setObjectName("documentTitle")
        self.title.setMaxLength(1_000)
        self.notes = QPlainTextEdit(document.properties.notes)
        self.notes.setObjectName("documentNotes")
        self.notes.setTabChangesFocus(True)
        form.addRow(translate("Documents", "&Title"), self.title)
        form.addRow(translate("Documents", "&Notes"), self.notes)
        for name, text in self._facts(document, path):
            label = QLabel(text)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            form.addRow(name, label)
        add_buttons(self, column, self._take)

    @staticmethod
    def _facts(document: Document, path: str) -> list[tuple[str, str]]:
        origin = document.comparison.origin
        data = "" if origin is None else origin.source or origin_name(origin.name)
        return [
            (translate("Documents", "File"), path or translate("Documents", "not saved yet")),
            (translate("Documents", "Data from"), data or translate("Documents", "unknown")),
            (translate("Documents", "Categories"), f"{document.comparison.n:,}"),
        ]

    def _take(self) -> None:
        self._accept(Properties(" ".join(self.title.text().split()), self.notes.toPlainText()))
        self.accept()
