"""A line to type in, on the chart itself: Enter commits, Esc reverts; what cannot be taken stays to be corrected."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractScrollArea, QLineEdit

from klscope.views import magnification

WIDTH = 112
WIDEST = 240
HEIGHT = 22


class InPlaceEditor(QLineEdit):
    """An editor over a chart's viewport.

    Signals
    -------
    closed()
        The text was taken, or the person turned to something else.

    Parameters
    ----------
    place
        Where what is edited stands, in pixels of the usual size of ``chart``; the editor begins at its top.
    text, begun
        What stands there now, and, if typing has begun, its first characters, which take its place.
    accept
        Told the text on Enter; returns what is wrong with it, empty if it was taken.
    """

    closed = Signal()

    def __init__(
        self, chart: QAbstractScrollArea, place: QRectF, text: str, begun: str, name: str, accept: Callable[[str], str]
    ) -> None:
        parent = chart.viewport()
        super().__init__(parent)
        self.setObjectName("inPlaceEditor")
        self.setAccessibleName(name)
        magnification.set_font_size(self, 13)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._accept = accept
        self._chart = chart
        self._original = text
        self._finished = False
        times = magnification.factor()
        width = min(WIDEST * times, max(WIDTH * times, self.fontMetrics().horizontalAdvance(text) + 24 * times))
        x = min(max(0.0, place.center().x() * times - width / 2), parent.width() - width)
        above = (place.top() - 2.0) * times  # what stands there stays to be read
        y = min(max(0.0, above), parent.height() - HEIGHT * times)
        self.setGeometry(round(x), round(y), round(width), round(HEIGHT * times))
        self.setText(begun or text)
        if not begun:
            self.setSelection(len(text), -len(text))  # all, with the beginning in sight
        self.textEdited.connect(lambda _: self._mark(""))
        self.show()
        self.setFocus()

    def _mark(self, wrong: str) -> None:
        self.setProperty("invalid", bool(wrong))
        self.setToolTip(wrong)
        self.style().unpolish(self)
        self.style().polish(self)

    def revert(self) -> None:
        """Close; nothing is taken."""
        self._finish()

    def _finish(self) -> None:
        if self._finished:
            return
        self._finished = True
        if self.hasFocus():  # who turned to something else stays there
            self._chart.setFocus()
        self.hide()
        self.deleteLater()
        self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Commit or revert."""
        if event.key() == Qt.Key.Key_Escape:
            self._finish()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            wrong = "" if self.text() == self._original else self._accept(self.text())
            if wrong:
                self._mark(wrong)
                self.selectAll()
            else:
                self._finish()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Revert when the person turns to something else: only Enter commits."""
        super().focusOutEvent(event)
        if event.reason() not in (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason):
            self._finish()
