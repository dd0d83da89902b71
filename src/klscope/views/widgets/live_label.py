"""Labels whose text changes with every mouse event: repainted without a layout."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from PySide6.QtCore import QEvent, QPointF, QSize, Qt
from PySide6.QtGui import (
    QFont,
    QFontInfo,
    QFontMetricsF,
    QHelpEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QLabel, QToolTip, QWidget

from klscope.views.painting.eliding import elided

USUAL_WIDTH = 0.7
"""Relative to the font height."""
FIRST_WIDE_CHARACTER = "\u1100"
"""From Hangul on, characters are as wide as high."""


class Letters(NamedTuple):
    """Font metrics of a text size: ascent, height and typical width of characters, in pixels.

    The typical width exceeds the average of Latin or Greek characters.
    """

    metrics: QFontMetricsF
    height: float
    ascent: float
    usual_width: float


@lru_cache(maxsize=64)
def letters_of(key: str) -> Letters:
    """Return the font metrics for this key of a Qt font."""
    letters = QFont()
    letters.fromString(key)
    metrics = QFontMetricsF(letters)
    return Letters(metrics, metrics.height(), metrics.ascent(), USUAL_WIDTH * QFontInfo(letters).pixelSize())


@lru_cache(maxsize=4096)
def advance_of(text: str, key: str) -> float:
    """Return the width of a line, cached: measuring takes as long as painting."""
    return letters_of(key).metrics.horizontalAdvance(text)


class LiveLabel(QLabel):
    """Plain text on an opaque background.

    With a transparent label, Qt repaints its parents for each text. Its colours are those of `QLabel` and
    `QLabel[live="true"]` in the style sheet. Of several versions of a text the first that fits is shown. A line that is
    too long is elided, never inside a number, and the tooltip has the full text.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("live", True)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._shorter: tuple[str, ...] = ()

    def set_versions(self, texts: Sequence[str]) -> None:
        """Show the first of ``texts`` that fits; the first is also the accessible and copied text."""
        if texts[0] != self.text():
            self.setText(texts[0])
        self._shorter = tuple(texts[1:])

    def setText(self, text: str) -> None:
        self._shorter = ()
        super().setText(text)

    def shown_line(self) -> str:
        return self._line(self.font().key())

    def _line(self, key: str) -> str:
        text, room = self.text(), self.contentsRect().width()
        # Measuring a line takes as long as painting it, and most are far shorter than the label.
        if len(text) * letters_of(key).usual_width <= room and max(text, default="") < FIRST_WIDE_CHARACTER:
            return text
        for version in (text, *self._shorter):
            if advance_of(version, key) <= room:
                return version
        return elided((text, *self._shorter)[-1], letters_of(key).metrics, room)

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent) and not self.toolTip():
            hidden = not self.wordWrap() and self.shown_line() != self.text()
            QToolTip.showText(event.globalPos(), self.text() if hidden else "", self)
            return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter = QPainter(self)
        colours = self.palette()
        painter.fillRect(self.rect(), colours.brush(QPalette.ColorRole.Window))
        painter.setPen(colours.color(QPalette.ColorRole.WindowText))
        place = self.contentsRect()
        if self.wordWrap():
            painter.drawText(place, self.alignment() | Qt.TextFlag.TextWordWrap, self.text())
        else:  # at a point: fitting text into a rectangle takes Qt three times as long
            key = self.font().key()
            line, letters = self._line(key), letters_of(key)
            left = float(place.left())
            if self.alignment() & Qt.AlignmentFlag.AlignRight:
                left += place.width() - advance_of(line, key)
            painter.drawText(QPointF(left, place.top() + (place.height() - letters.height) / 2 + letters.ascent), line)
        if self.hasFocus():
            painter.setPen(QPen(colours.color(QPalette.ColorRole.Highlight), 1.0))
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.end()


class Holder(QWidget):
    """Gives its label its whole size, so that a new text needs no layout."""

    def __init__(self, label: LiveLabel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._label = label
        label.setParent(self)

    def sizeHint(self) -> QSize:
        """Return the height of a line, and no width."""
        return QSize(0, self._label.fontMetrics().height() + 4)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._label.setGeometry(self.contentsRect())
