"""A simulated user: mouse, keys and menus, and access to what is on screen."""

from __future__ import annotations

from typing import Any

import numpy as np
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QAction, QKeyEvent, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QLineEdit, QMenu, QWidget

from klscope.app import Explorer
from klscope.model.comparison import Side

NONE = Qt.KeyboardModifier.NoModifier
ALT = Qt.KeyboardModifier.AltModifier
CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
LEFT = Qt.MouseButton.LeftButton
NO_BUTTON = Qt.MouseButton.NoButton
READOUTS = ("entropyReadout", "crossEntropyReadout", "divergenceReadout")


class Mouse:
    """A mouse over a widget: each event carries its button and modifiers, as from a window system."""

    def __init__(self, widget: QWidget) -> None:
        self.widget = widget
        self.at = QPointF()
        self.modifiers = NONE

    def _send(self, kind: QEvent.Type, button: Qt.MouseButton, buttons: Qt.MouseButton) -> None:
        spot = QPointF(self.widget.mapToGlobal(self.at))
        QApplication.sendEvent(self.widget, QMouseEvent(kind, self.at, spot, button, buttons, self.modifiers))

    def press(self, at: QPoint | QPointF, modifiers: Qt.KeyboardModifier = NONE, button: Qt.MouseButton = LEFT) -> None:
        self.at, self.modifiers = QPointF(at), modifiers
        self._send(QEvent.Type.MouseButtonPress, button, button)

    def move(self, at: QPoint | QPointF, modifiers: Qt.KeyboardModifier | None = None, pressed: bool = True) -> None:
        self.at = QPointF(at)
        self.modifiers = self.modifiers if modifiers is None else modifiers
        self._send(QEvent.Type.MouseMove, NO_BUTTON, LEFT if pressed else NO_BUTTON)

    def release(self) -> None:
        self._send(QEvent.Type.MouseButtonRelease, LEFT, NO_BUTTON)

    def click(self, at: QPoint | QPointF, modifiers: Qt.KeyboardModifier = NONE) -> None:
        self.press(at, modifiers)
        self.release()

    def double_click(self, at: QPoint | QPointF) -> None:
        self.click(at)
        self._send(QEvent.Type.MouseButtonDblClick, LEFT, LEFT)
        self.release()

    def drag(self, *path: QPoint, modifiers: Qt.KeyboardModifier = NONE) -> None:
        self.press(path[0], modifiers)
        for at in path[1:]:
            self.move(at)
        self.release()


class Person:
    """A simulated user of the program."""

    def __init__(self, explorer: Explorer, qtbot: Any) -> None:
        self.explorer = explorer
        self.window = explorer.window
        self.store = explorer.store
        self.qtbot = qtbot
        self.p_chart, self.q_chart = self.window.p_chart, self.window.q_chart
        self.on_p, self.on_q = Mouse(self.p_chart.viewport()), Mouse(self.q_chart.viewport())
        self.on_terms = Mouse(self.window.terms_chart.viewport())

    # -- parts of the window

    @property
    def p(self) -> np.ndarray:
        return self.store.comparison.p.probabilities

    @property
    def q(self) -> np.ndarray:
        return self.store.comparison.q.probabilities

    @property
    def labels(self) -> tuple[str, ...]:
        return self.store.comparison.labels

    @property
    def state(self) -> tuple[object, ...]:
        """Everything that undo restores, for exact comparison."""
        now = self.store.comparison
        arrays = (now.p.probabilities, now.q.probabilities, now.p_locks, now.q_locks)
        return (now.labels, *(array.tobytes() for array in arrays))

    @property
    def steps(self) -> int:
        """The number of steps that can be undone."""
        return self.store.history.position

    # -- what is on screen

    def readouts(self) -> list[str]:
        return [self.window.findChild(QLabel, name).text() for name in READOUTS]

    @property
    def sentence(self) -> str:
        return self.window.sentence.text()

    @property
    def verdict(self) -> str:
        return self.window.verdict.text()

    @property
    def editor(self) -> QLineEdit | None:
        """The open editor on a chart."""
        found = [line for line in self.window.findChildren(QLineEdit, "inPlaceEditor") if line.isVisible()]
        return found[0] if found else None

    @property
    def dialog(self) -> QDialog:
        found = [dialog for dialog in self.window.findChildren(QDialog) if dialog.isVisible()]
        assert len(found) == 1
        self.qtbot.waitUntil(found[0].isActiveWindow)
        return found[0]

    def command(self, name: str) -> QAction:
        action = self.window.findChild(QAction, name) or self.explorer.findChild(QAction, name)
        assert action is not None, name
        return action

    # -- actions

    def choose(self, menu: QMenu, text: str) -> None:
        """Choose an entry of a menu by its text."""
        entries = {action.text().replace("&", "").split("\t")[0]: action for action in menu.actions()}
        assert entries[text].isEnabled(), text
        entries[text].trigger()

    def chart(self, side: Side):
        return self.window.chart(side)

    def mouse(self, side: Side) -> Mouse:
        return self.on_p if side is Side.P else self.on_q

    def keys(self, *keys: Qt.Key | str, modifiers: Qt.KeyboardModifier = NONE, on: QWidget | None = None) -> None:
        """Press keys in the focus widget."""
        for key in keys:
            QTest.keyClick(on or QApplication.focusWidget() or self.window, key, modifiers)

    def type(self, text: str) -> None:
        for character in text:
            if character.isascii():
                self.keys(character)
            else:  # QTest has no other
                event = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_unknown, NONE, character)
                QApplication.sendEvent(QApplication.focusWidget(), event)

    def open_line(self, side: Side, index: int) -> None:
        """Double-click a column near the top of its bar, to open the editor of its value."""
        self.mouse(side).double_click(self.chart(side).bar_top(index) + QPoint(3, -12))
        assert self.editor is not None

    def enter(self, side: Side, index: int, text: str) -> None:
        """Type a value on a bar and press Enter."""
        self.open_line(side, index)
        self.type(text)
        self.keys(Qt.Key.Key_Return)

    def click_padlock(self, side: Side, index: int) -> None:
        self.mouse(side).click(self.chart(side).lock_place(index))

    def do(self, name: str) -> None:
        """Trigger a command of the menus."""
        action = self.command(name)
        assert action.isEnabled(), name
        action.trigger()


def y_of(chart: Any, value: float) -> float:
    """Return the y of a value on the linear axis from the base of a bar (0) to the top of the plot."""
    foot, top = chart.area.bottom, chart.area.top
    return foot - (foot - top) * value / chart.scale_of_probabilities.top


def between(start: QPoint, end: QPoint, count: int) -> list[QPoint]:
    """Return ``count`` whole points after ``start``, the last of them ``end``."""
    steps = [QPointF(start) + QPointF(end - start) * (place / count) for place in range(1, count + 1)]
    return [step.toPoint() for step in steps]
