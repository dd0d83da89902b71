"""A panel below a button, with the controls that have no place in a row."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QWidget

MARGIN = 12
NAME, CONTROL = 0, 1


class Setting(NamedTuple):
    """What is set in a panel: its name, and what sets it."""

    name: QLabel
    control: QWidget


def stops_of(controls: Sequence[QWidget]) -> list[QWidget]:
    """Return where Tab stops in some controls: at each, or at the parts that it is made of."""
    stops = []
    for control in controls:
        parts = [control] if control.focusPolicy() & Qt.FocusPolicy.TabFocus else control.findChildren(QWidget)
        stops += [part for part in parts if part.focusPolicy() & Qt.FocusPolicy.TabFocus]
    return stops


class ControlPanel(QFrame):
    """Settings with their names, and below them what was put here for want of room.

    It closes by Esc, by a click beside it, and by its button.
    """

    def __init__(self, button: QWidget, settings: Sequence[Setting]) -> None:
        super().__init__(button, Qt.WindowType.Popup)
        self.setObjectName("controlPanel")
        self._button = button
        self._settings = tuple(settings)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        self._grid.setHorizontalSpacing(MARGIN)
        self._grid.setVerticalSpacing(8)
        for row, (name, control) in enumerate(self._settings):
            self._grid.addWidget(name, row, NAME)
            self._grid.addWidget(control, row, CONTROL)
        self.hide()

    def stops(self, taken: Sequence[QWidget]) -> list[QWidget]:
        """Return where Tab stops in the panel, in order, where it has ``taken`` these controls."""
        return stops_of([*(setting.control for setting in self._settings), *taken])

    def take(self, control: QWidget) -> None:
        """Put a control below all others."""
        self._grid.addWidget(control, self._grid.rowCount(), NAME, 1, 2, Qt.AlignmentFlag.AlignLeft)

    def open(self) -> None:
        """Show the panel below its button, or above it where the screen ends; its first control has the keyboard."""
        self.adjustSize()
        button, screen = self._button, self._button.screen().availableGeometry()
        below = button.mapToGlobal(QPoint(0, button.height() + 2))
        above = button.mapToGlobal(QPoint(0, -2 - self.height()))
        place = below if below.y() + self.height() <= screen.bottom() else above
        left = min(place.x(), screen.right() - self.width())
        self.move(max(left, screen.left()), max(place.y(), screen.top()))
        self.show()
        self.focusNextChild()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Close, without opening it again, where the button was pressed; a press beside is for what is there."""
        at = self._button.mapFromGlobal(event.globalPosition().toPoint())
        self.setAttribute(Qt.WidgetAttribute.WA_NoMouseReplay, self._button.rect().contains(at))
        super().mousePressEvent(event)
