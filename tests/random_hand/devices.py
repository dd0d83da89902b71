"""A mouse and a keyboard at the level of the window system, with real grabs, focus, shortcuts and popups."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QWheelEvent, QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

NONE = Qt.KeyboardModifier.NoModifier
LEFT = Qt.MouseButton.LeftButton
NO_BUTTON = Qt.MouseButton.NoButton


def handle_of(widget: QWidget) -> QWindow | None:
    """Return the window of the window system that shows a widget, None where it is gone or not shown."""
    if not isValid(widget):
        return None
    window = widget.window()
    return window.windowHandle() if window.isVisible() else None


class Mouse:
    """One mouse.

    Attributes
    ----------
    held
        The button that is down, and the modifiers it was pressed with.
    """

    def __init__(self) -> None:
        self.held: tuple[Qt.MouseButton, Qt.KeyboardModifier] | None = None

    def move(self, window: QWidget, at: QPoint) -> None:
        """Move to a position in a window; outside it only as long as a button is down."""
        handle = handle_of(window)
        if handle is None:
            return
        button, modifiers = self.held or (NO_BUTTON, NONE)
        if modifiers == NONE and window.rect().contains(at):
            QTest.mouseMove(handle, at)
            return
        place, spot = QPointF(at), QPointF(window.mapToGlobal(at))
        kind = QEvent.Type.MouseMove
        QApplication.sendEvent(handle, QMouseEvent(kind, place, place, spot, NO_BUTTON, button, modifiers))

    def press(self, window: QWidget, at: QPoint, button: Qt.MouseButton, modifiers: Qt.KeyboardModifier) -> None:
        """Press a button; while another is down, press and let go of this one only."""
        handle = handle_of(window)
        if handle is None or not window.rect().contains(at):
            return
        if self.held is None:
            self.held = button, modifiers
            QTest.mousePress(handle, button, modifiers, at)
        elif button is not self.held[0]:
            QTest.mouseClick(handle, button, modifiers, at)

    def release(self, window: QWidget, at: QPoint) -> None:
        """Let go of the button, wherever the window is by now."""
        if self.held is None:
            return
        button, modifiers = self.held
        self.held = None
        handle = handle_of(window)
        if handle is None:
            return
        inside = QPoint(
            min(max(at.x(), 0), max(window.width() - 1, 0)), min(max(at.y(), 0), max(window.height() - 1, 0))
        )
        QTest.mouseRelease(handle, button, modifiers, inside)

    def double_click(self, window: QWidget, at: QPoint) -> None:
        """Click twice, where no button is down."""
        handle = handle_of(window)
        if self.held is None and handle is not None and window.rect().contains(at):
            QTest.mouseDClick(handle, LEFT, NONE, at)

    def wheel(self, window: QWidget, at: QPoint, steps: QPoint, modifiers: Qt.KeyboardModifier) -> None:
        """Turn the wheel by eighths of a degree."""
        handle = handle_of(window)
        if handle is None:
            return
        place, spot = QPointF(at), QPointF(window.mapToGlobal(at))
        event = QWheelEvent(place, spot, QPoint(), steps, NO_BUTTON, modifiers, Qt.ScrollPhase.NoScrollPhase, False)
        QApplication.sendEvent(handle, event)


def press_key(window: QWidget, key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE) -> None:
    """Press a key and let it go, in a window: shortcuts are asked first, then the widget that has the focus."""
    handle = handle_of(window)
    if handle is not None:
        QTest.keyPress(handle, key, modifiers)
        handle = handle_of(window)  # the key may have closed it
        if handle is not None:
            QTest.keyRelease(handle, key, modifiers)


def type_character(character: str) -> None:
    """Type a character that no key of QTest has, where the focus is."""
    focused = QApplication.focusWidget()
    if focused is not None:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.sendEvent(focused, QKeyEvent(kind, Qt.Key.Key_unknown, NONE, character))
