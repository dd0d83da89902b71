"""Labels whose text changes while a hand moves: at every event, and next to nothing else must be done for it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QSize, Qt
from PySide6.QtGui import (
    QFont,
    QFontMetricsF,
    QHelpEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
    QResizeEvent,
    QStaticText,
)
from PySide6.QtWidgets import QLabel, QToolTip, QWidget


def laid_out(text: str, face: QFont) -> QStaticText:
    """Return a line ready to be drawn."""
    line = QStaticText(text)
    line.setTextFormat(Qt.TextFormat.PlainText)
    line.prepare(font=face)
    return line


class LiveLabel(QLabel):
    """Plain text on a ground of its own.

    A label without a ground has everything behind it painted anew with each text: the window, the pane, the row. Its
    colours are those the style sheet gives to `QLabel` and `QLabel[live="true"]`. A line that is too long ends in …,
    and the tooltip has the whole of it.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("live", True)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    def laid_line(self) -> tuple[QStaticText, bool]:
        """Return the text as one line that fits, and whether it is the whole text."""
        line = laid_out(self.text(), self.font())
        room = self.contentsRect().width()
        if line.size().width() <= room:
            return line, True
        metrics = QFontMetricsF(self.font())
        return laid_out(metrics.elidedText(self.text(), Qt.TextElideMode.ElideRight, room), self.font()), False

    def event(self, event: QEvent) -> bool:
        """Show a line that did not fit as the tooltip."""
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent) and not self.toolTip():
            hidden = not self.wordWrap() and not self.laid_line()[1]
            QToolTip.showText(event.globalPos(), self.text() if hidden else "", self)
            return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002
        """Paint ground and text, and an outline where the keyboard is."""
        painter = QPainter(self)
        colours = self.palette()
        painter.fillRect(self.rect(), colours.brush(QPalette.ColorRole.Window))
        painter.setPen(colours.color(QPalette.ColorRole.WindowText))
        place = self.contentsRect()
        if self.wordWrap():
            painter.drawText(place, self.alignment() | Qt.TextFlag.TextWordWrap, self.text())
        else:  # laid out once, where fitting a text into a rectangle takes Qt three times
            line, _ = self.laid_line()
            size = line.size()
            at_right = bool(self.alignment() & Qt.AlignmentFlag.AlignRight)
            left = place.left() + (place.width() - size.width() if at_right else 0.0)
            painter.drawStaticText(QPointF(left, place.top() + (place.height() - size.height()) / 2), line)
        if self.hasFocus():
            painter.setPen(QPen(colours.color(QPalette.ColorRole.Highlight), 1.0))
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.end()


class Holder(QWidget):
    """Gives its label all the room it has itself, whatever the label's text: no layout is computed for a new one."""

    def __init__(self, label: LiveLabel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._label = label
        label.setParent(self)

    def sizeHint(self) -> QSize:  # noqa: N802
        """Return the height of a line; any width will do."""
        return QSize(0, self._label.fontMetrics().height() + 4)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Hand the size on."""
        super().resizeEvent(event)
        self._label.setGeometry(self.rect())
