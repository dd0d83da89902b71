"""A popup panel below a button, for controls that do not fit into a row."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QWidget

MARGIN = 12
NAME, CONTROL = 0, 1


class Setting(NamedTuple):
    """A setting in the panel: its name and its control."""

    name: QLabel
    control: QWidget


def stops_of(controls: Sequence[QWidget]) -> list[QWidget]:
    """Return the tab stops of some controls: themselves, or their parts."""
    stops = []
    for control in controls:
        parts = [control] if control.focusPolicy() & Qt.FocusPolicy.TabFocus else control.findChildren(QWidget)
        stops += [part for part in parts if part.focusPolicy() & Qt.FocusPolicy.TabFocus]
    return stops


class ControlPanel(QFrame):
    """A popup with named settings, and below them controls moved from a row.

    Esc, a click outside, or its button closes it.
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
        """Return the tab stops of the panel, in order, if it contains ``taken``."""
        return stops_of([*(setting.control for setting in self._settings), *taken])

    def take(self, control: QWidget) -> None:
        self._grid.addWidget(control, self._grid.rowCount(), NAME, 1, 2, Qt.AlignmentFlag.AlignLeft)

    def open(self) -> None:
        """Show the panel below its button, or above it at the screen's end, and focus its first control."""
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
        """Close the panel; a press on its button does not open it again, and a press elsewhere is passed on."""
        at = self._button.mapFromGlobal(event.globalPosition().toPoint())
        self.setAttribute(Qt.WidgetAttribute.WA_NoMouseReplay, self._button.rect().contains(at))
        super().mousePressEvent(event)
