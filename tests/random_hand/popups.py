"""Random use of open menus and dialogs, except entries that end the program.

Files are named in the folder of the run only.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from random import Random

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QApplication,
    QDialog,
    QFileDialog,
    QLineEdit,
    QMenu,
    QWidget,
)

from random_hand import texts
from random_hand.devices import LEFT, NONE, Mouse, press_key
from random_hand.plan import Event

MENU_KEYS = tuple(getattr(Qt.Key, f"Key_{name}") for name in ("Down", "Up", "Down", "Right", "Left", "End", "Home"))
DIALOG_KEYS = tuple(
    getattr(Qt.Key, f"Key_{name}")
    for name in (
        *("Tab", "Backtab", "Up", "Down", "Left", "Right", "PageUp", "PageDown"),
        *("Home", "End", "Space", "0", "1", "5"),
    )
)


class Popups:
    """Menus and dialogs.

    Parameters
    ----------
    folder
        Where files are written and read.
    leave
        The command that is never given.
    """

    def __init__(self, random: Random, mouse: Mouse, folder: Path, leave: Sequence[QAction]) -> None:
        self._random, self._mouse, self._folder, self._leave = random, mouse, folder, leave

    def event(self) -> Event | None:
        """Return something to do with what is open, None where nothing is."""
        popup = QApplication.activePopupWidget()
        if popup is not None:
            return self._in_menu(popup)
        modal = QApplication.activeModalWidget()
        if isinstance(modal, QFileDialog):
            return self._in_file_dialog(modal)
        if isinstance(modal, QDialog):
            return self._in_dialog(modal)
        return None

    def _in_menu(self, menu: QWidget) -> Event:
        """Use keys and the mouse in a menu, without asking for its actions.

        PySide makes an action that was asked for a child of the menu, and `QMenu.clear` then takes it from the program.
        """
        random, kind = self._random, type(menu).__name__
        forbidden = QRect()
        for action in self._leave if isinstance(menu, QMenu) else ():
            forbidden = forbidden.united(menu.actionGeometry(action))
        chance = random.random()
        if chance < 0.3:
            key = random.choice(MENU_KEYS)
            return f"{kind}: {key.name}", lambda: press_key(menu, key)
        if chance < 0.45 and forbidden.isEmpty():
            return f"{kind}: Return", lambda: press_key(menu, Qt.Key.Key_Return)
        at = QPoint(menu.width() // 2, random.randrange(max(menu.height(), 1)))
        if chance < 0.55 or forbidden.contains(at):
            return f"{kind}: Esc", lambda: press_key(menu, Qt.Key.Key_Escape)
        if chance < 0.7:
            return f"{kind}: to {at.y()}", lambda: self._mouse.move(menu, at)
        return f"{kind}: click at {at.y()}", lambda: self._click_at(menu, at)

    def _in_dialog(self, dialog: QDialog) -> Event:
        random, kind = self._random, type(dialog).__name__
        chance = random.random()
        if chance < 0.06:
            return f"{kind}: Esc", lambda: press_key(dialog, Qt.Key.Key_Escape)
        if chance < 0.12:
            return f"{kind}: Return", lambda: press_key(dialog, Qt.Key.Key_Return)
        if chance < 0.45:
            buttons = [one for one in dialog.findChildren(QAbstractButton) if one.isVisible() and one.isEnabled()]
            if buttons:
                button = random.choice(buttons)
                return f"{kind}: click ‘{button.text()}’", lambda: self._click(dialog, button)
        focused = dialog.focusWidget()
        if chance < 0.6 and isinstance(focused, (QLineEdit, QAbstractSpinBox)):
            line = focused if isinstance(focused, QLineEdit) else focused.findChild(QLineEdit)
            words = texts.text(random)
            return f"{kind}: type {words!r}", lambda: self._type(line, words)
        if chance < 0.9:
            key = random.choice(DIALOG_KEYS)
            return f"{kind}: {key.name}", lambda: press_key(dialog, key)
        at = QPoint(random.randrange(max(dialog.width(), 1)), random.randrange(max(dialog.height(), 1)))
        return f"{kind}: press at {at.x()}, {at.y()}", lambda: self._click_at(dialog, at)

    def _in_file_dialog(self, dialog: QFileDialog) -> Event:
        """Name a file in the folder of the run, and accept; or leave."""
        chance = self._random.random()
        if chance < 0.3:
            return "file dialog: Esc", lambda: press_key(dialog, Qt.Key.Key_Escape)
        if dialog.acceptMode() is QFileDialog.AcceptMode.AcceptSave:
            suffix = dialog.defaultSuffix() or "png"
            names = [f"{stem}.{suffix}" for stem in ("a", "b", "한글")] + [f"missing/c.{suffix}"]
        else:
            names = ["lesson.md", "broken.md", "notes.txt", "no-such-file.md"]
        path = self._folder / self._random.choice(names)

        def accept() -> None:
            line = dialog.findChild(QLineEdit, "fileNameEdit")
            line.setText(str(path))
            press_key(dialog, Qt.Key.Key_Return)

        return f"file dialog: {path.name}", accept

    def _type(self, line: QLineEdit | None, words: str) -> None:
        if line is not None:
            line.selectAll()
            line.insert(words)  # as by an input method: signals and validators as for keys

    def _click(self, window: QWidget, widget: QWidget) -> None:
        self._click_at(window, widget.mapTo(window, widget.rect().center()))

    def _click_at(self, window: QWidget, at: QPoint) -> None:
        self._mouse.move(window, at)
        self._mouse.press(window, at, LEFT, NONE)
        self._mouse.release(window, at)
