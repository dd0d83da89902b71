"""What is asked before changes of a document are lost; none of them blocks the event loop."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, Qt, QTimer
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QMessageBox, QWidget

translate = QCoreApplication.translate
Role = QMessageBox.ButtonRole
Act = Callable[[], None]


class Answer(NamedTuple):
    """An answer: its text, its object name, what it does, and its role; the first one is the default."""

    text: str
    name: str
    act: Act
    role: Role = Role.DestructiveRole


def ask_to_save(parent: QWidget, name: str, save: Act, discard: Act, cancelled: Act) -> None:
    """Ask whether changes are saved before the document is closed or replaced."""
    answers = (
        Answer(translate("Documents", "&Save"), "saveChanges", save, Role.AcceptRole),
        Answer(translate("Documents", "&Discard"), "discardChanges", discard),
    )
    text = translate("Documents", "Save the changes of {name}?").format(name=name)
    _ask(parent, text, translate("Documents", "Without saving, they are lost."), answers, cancelled)


def ask_about_other_changes(
    parent: QWidget, name: str, overwrite: Act, save_as: Act, reload: Act, cancelled: Act
) -> None:
    """Ask what to do with a file that another program has changed since it was read."""
    answers = (
        Answer(translate("Documents", "Save &As…"), "saveElsewhere", save_as, Role.AcceptRole),
        Answer(translate("Documents", "&Overwrite"), "overwriteFile", overwrite),
        Answer(translate("Documents", "&Reload"), "reloadFile", reload, Role.ActionRole),
    )
    text = translate("Documents", "{name} was changed by another program.").format(name=name)
    more = translate(
        "Documents",
        "Overwriting it loses what the other program wrote. Reloading it loses changed pins, title and notes here; the "
        "data come back with Undo.",
    )
    _ask(parent, text, more, answers, cancelled)


def ask_to_revert(parent: QWidget, name: str, revert: Act, cancelled: Act) -> None:
    """Ask whether pins, title and notes, which cannot be undone, are replaced by those of the file."""
    answers = (Answer(translate("Documents", "Re&vert"), "revertDocument", revert),)
    text = translate("Documents", "Return to the saved {name}?").format(name=name)
    more = translate("Documents", "Changed pins, title and notes are lost; the data come back with Undo.")
    _ask(parent, text, more, answers, cancelled)


def _ask(parent: QWidget, text: str, more: str, answers: tuple[Answer, ...], cancelled: Act) -> None:
    box = QMessageBox(parent)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.setWindowTitle("klscope")
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setIcon(QMessageBox.Icon.Warning)
    box.setText(text)
    box.setInformativeText(more)
    acts = {}
    for place, answer in enumerate(answers):
        button = box.addButton(answer.text, answer.role)
        button.setObjectName(answer.name)
        button.setIcon(QIcon())
        acts[answer.name] = answer.act
        if not place:
            box.setDefaultButton(button)
    cancel = box.addButton(QMessageBox.StandardButton.Cancel)
    cancel.setIcon(QIcon())
    box.setEscapeButton(cancel)

    def finish() -> None:
        """Act after the dialog has closed: the act may open another one, or close the window."""
        clicked = box.clickedButton()
        name = "" if clicked is None else clicked.objectName()
        QTimer.singleShot(0, acts.get(name, cancelled))

    box.finished.connect(finish)
    box.open()
