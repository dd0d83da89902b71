"""Lines of widgets that are wrapped like words."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRect, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from klscope.views.magnification import pixels


class Flow(QWidget):
    """Widgets in lines, each of which continues in the next row where the width ends.

    Parameters
    ----------
    gap
        The space between widgets, and between rows, before magnification.
    """

    def __init__(self, gap: tuple[int, int] = (6, 4)) -> None:
        super().__init__()
        self._gap = gap
        self._lines: Sequence[Sequence[QWidget]] = ()
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def parts(self) -> list[QWidget]:
        """The widgets that are shown, in order."""
        return [part for line in self._lines for part in line]

    def show_lines(self, lines: Sequence[Sequence[QWidget]]) -> None:
        """Show these widgets, and hide the others."""
        before = self.parts
        self._lines = [list(line) for line in lines if line]
        shown = self.parts
        for part in shown:
            if part.parentWidget() is not self:
                part.setParent(self)
            part.show()
        for part in before:
            if part not in shown:
                part.hide()
        self.setVisible(bool(shown))
        self.updateGeometry()
        self._arrange(self.width(), place=True)

    def heightForWidth(self, width: int) -> int:
        return self._arrange(width, place=False)

    def sizeHint(self) -> QSize:
        width = self.width() or pixels(400)
        return QSize(width, self._arrange(width, place=False))

    def minimumSizeHint(self) -> QSize:
        """Return no width, so that a line never widens the window."""
        return QSize(1, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._arrange(self.width(), place=True) != self.height():
            self.updateGeometry()  # the size hint is that for the present width

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        # the style sheet, and with it the sizes, are known from the first time a part is shown
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Show, QEvent.Type.PolishRequest):
            self.updateGeometry()
            self._arrange(self.width(), place=True)
        return done

    def _arrange(self, width: int, place: bool) -> int:
        """Return the height for a width; also set the places of the widgets if ``place``."""
        across, down = (pixels(length) for length in self._gap)
        top = 0
        for line in self._lines:
            row: list[tuple[QWidget, int, int]] = []
            left, height = 0, 0
            for part in line:
                size = part.sizeHint()
                taken = min(max(size.width(), part.minimumWidth()), part.maximumWidth(), max(width, 1))
                if row and left + taken > width:
                    top += self._close(row, top, height, place) + down
                    row, left, height = [], 0, 0
                row.append((part, left, taken))
                left += taken + across
                height = max(height, size.height())
            top += self._close(row, top, height, place) + down
        return max(0, top - down)

    @staticmethod
    def _close(row: list[tuple[QWidget, int, int]], top: int, height: int, place: bool) -> int:
        if place:
            for part, left, width in row:
                part.setGeometry(QRect(left, top, width, height))
        return height
