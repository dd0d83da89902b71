"""A dialog for a name, which stays open while the name is invalid."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QDialog, QLabel, QLineEdit, QVBoxLayout, QWidget

from klscope.views.widgets.dialogs import add_buttons
from klscope.views.widgets.highlight import restyle


class NameDialog(QDialog):
    """Asks for a name; it closes when ``accept``, called with the typed name, returns no error."""

    def __init__(self, title: str, name: str, accept: Callable[[str], str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setMinimumWidth(360)
        self._accept = accept
        column = QVBoxLayout(self)
        self.line = QLineEdit(name)
        self.line.setAccessibleName(title)
        self.line.selectAll()
        self.line.textEdited.connect(lambda _: self._show_error(""))
        column.addWidget(self.line)
        self.wrong = QLabel()
        self.wrong.setProperty("role", "error")
        self.wrong.setWordWrap(True)
        self.wrong.setFixedHeight(2 * self.wrong.fontMetrics().lineSpacing())  # a constant height
        column.addWidget(self.wrong)
        add_buttons(self, column, self._try)

    def _try(self) -> None:
        wrong = self._accept(self.line.text())
        if wrong:
            self._show_error(wrong)
            self.line.setFocus()
        else:
            self.accept()

    def _show_error(self, text: str) -> None:
        self.wrong.setText(text)
        self.line.setAccessibleDescription(text)
        restyle(self.line, "invalid", bool(text))
