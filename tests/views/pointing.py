"""A simulated mouse over one widget."""

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication

NONE = Qt.KeyboardModifier.NoModifier
LEFT = Qt.MouseButton.LeftButton
NO_BUTTON = Qt.MouseButton.NoButton


class Pointer:
    """A mouse over the viewport of a chart."""

    def __init__(self, chart):
        self.widget = chart.viewport()

    def _send(self, kind, x, y, button, buttons, modifiers):
        at = QPointF(x, y)
        spot = QPointF(self.widget.mapToGlobal(at))
        QApplication.sendEvent(self.widget, QMouseEvent(kind, at, spot, button, buttons, modifiers))

    def press(self, x, y, modifiers=NONE, button=LEFT):
        self._send(QEvent.Type.MouseButtonPress, x, y, button, button, modifiers)

    def move(self, x, y, modifiers=NONE, buttons=LEFT):
        self._send(QEvent.Type.MouseMove, x, y, NO_BUTTON, buttons, modifiers)

    def hover(self, x, y):
        self.move(x, y, buttons=NO_BUTTON)

    def release(self, x, y, modifiers=NONE, button=LEFT):
        self._send(QEvent.Type.MouseButtonRelease, x, y, button, NO_BUTTON, modifiers)

    def click(self, x, y, modifiers=NONE, button=LEFT):
        self.press(x, y, modifiers, button)
        self.release(x, y, modifiers, button)

    def double_click(self, x, y):
        self.click(x, y)
        self._send(QEvent.Type.MouseButtonDblClick, x, y, LEFT, LEFT, NONE)
        self.release(x, y)


class Said:
    """What signals of an object said, in order: name and arguments."""

    def __init__(self, source, *names):
        self.all = []
        for name in names:
            getattr(source, name).connect(lambda *values, name=name: self.all.append((name, *values)))

    def take(self):
        """Return what was said since the last time."""
        said, self.all = self.all, []
        return said
