"""A line edit on the chart: Enter commits, Esc reverts, and invalid text stays open for correction."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractScrollArea, QLineEdit

from klscope.views import magnification
from klscope.views.widgets.highlight import restyle

WIDTH = 112
WIDEST = 240
HEIGHT = 22


class InPlaceEditor(QLineEdit):
    """A line edit over a chart's viewport.

    Signals
    -------
    closed()
        The text was accepted, or the editor lost the focus.

    Parameters
    ----------
    place
        The rectangle of the edited text, in unscaled pixels of ``chart``; the editor is aligned with its top.
    text, begun
        The current text, and characters already typed, which replace it.
    accept
        Called with the text on Enter; returns an error, or "" if it was accepted.
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
        above = (place.top() - 2.0) * times  # the text below stays visible
        y = min(max(0.0, above), parent.height() - HEIGHT * times)
        self.setGeometry(round(x), round(y), round(width), round(HEIGHT * times))
        self.setText(begun or text)
        if not begun:
            self.setSelection(len(text), -len(text))  # select all, and show the beginning
        self.textEdited.connect(lambda _: self._mark(""))
        self.show()
        self.setFocus()

    def _mark(self, wrong: str) -> None:
        self.setToolTip(wrong)
        restyle(self, "invalid", bool(wrong))

    def revert(self) -> None:
        """Close without a change, unless it is closed."""
        if self._finished:
            return
        self._finished = True
        if self.hasFocus():  # otherwise the user has moved the focus elsewhere
            self._chart.setFocus()
        self.hide()
        self.deleteLater()
        self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.revert()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            wrong = "" if self.text() == self._original else self._accept(self.text())
            if wrong:
                self._mark(wrong)
                self.selectAll()
            else:
                self.revert()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Revert on focus loss: only Enter commits."""
        super().focusOutEvent(event)
        if event.reason() not in (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason):
            self.revert()
