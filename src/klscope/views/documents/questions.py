"""What is asked before changes of a document are lost; none of them blocks the event loop."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Qt, QTimer
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QMessageBox, QWidget

translate = QCoreApplication.translate
Buttons = QMessageBox.StandardButton
Roles = QMessageBox.ButtonRole
Act = Callable[[], None]


def ask_to_save(parent: QWidget, name: str, save: Act, discard: Act, cancelled: Act) -> None:
    """Ask whether changes are saved before the window closes."""
    text = translate("Documents", "Save the changes of {name}?").format(name=name)
    box = _box(parent, text, translate("Documents", "Without saving, they are lost."))
    _add(box, translate("Documents", "&Save"), Roles.AcceptRole, save, "saveChanges", default=True)
    _add(box, translate("Documents", "&Discard"), Roles.DestructiveRole, discard, "discardChanges")
    _add_cancel(box, cancelled)
    box.open()


def ask_about_other_changes(parent: QWidget, name: str, overwrite: Act, save_as: Act, reload: Act) -> None:
    """Ask what to do with a file that another program has changed since it was read; Cancel does nothing."""
    text = translate("Documents", "{name} was changed by another program.").format(name=name)
    box = _box(parent, text, translate("Documents", "Overwriting it loses what the other program wrote."))
    _add(box, translate("Documents", "Save &As…"), Roles.AcceptRole, save_as, "saveElsewhere", default=True)
    _add(box, translate("Documents", "&Overwrite"), Roles.DestructiveRole, overwrite, "overwriteFile")
    _add(box, translate("Documents", "&Reload"), Roles.ActionRole, reload, "reloadFile")
    _add_cancel(box)
    box.open()


def ask_to_revert(parent: QWidget, name: str, revert: Act) -> None:
    """Ask whether pins, title and notes, which cannot be undone, are replaced by those of the file."""
    text = translate("Documents", "Return to the saved {name}?").format(name=name)
    more = translate("Documents", "Changed pins, title and notes are lost; the data come back with Undo.")
    box = _box(parent, text, more)
    _add(box, translate("Documents", "Re&vert"), Roles.DestructiveRole, revert, "revertDocument")
    _add_cancel(box)
    box.open()


def _box(parent: QWidget, text: str, more: str) -> QMessageBox:
    box = QMessageBox(parent)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.setWindowTitle("klscope")
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setIcon(QMessageBox.Icon.Warning)
    box.setText(text)
    box.setInformativeText(more)
    return box


def _add(box: QMessageBox, text: str, role: Roles, act: Act, name: str, default: bool = False) -> None:
    button = box.addButton(text, role)
    button.setObjectName(name)
    button.setIcon(QIcon())
    # after the dialog has closed: the act may open another one, or close the window
    button.clicked.connect(lambda: QTimer.singleShot(0, act))
    if default:
        box.setDefaultButton(button)


def _add_cancel(box: QMessageBox, cancelled: Act | None = None) -> None:
    button = box.addButton(Buttons.Cancel)
    if cancelled is not None:
        button.clicked.connect(lambda _=False: cancelled())
    button.setIcon(QIcon())
    box.setEscapeButton(button)
