"""Labels whose text changes with every mouse event: repainted without a layout."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import (
    QFont,
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

KERNING = 1.05
"""The largest width of a line, relative to the sum of the widths of its characters."""


class CharacterWidths(dict[str, float]):
    """The widths of single characters of a font, in pixels, measured on first access."""

    def __init__(self, key: str) -> None:
        super().__init__()
        font = QFont()
        font.fromString(key)
        self.metrics = QFontMetricsF(font)

    def __missing__(self, character: str) -> float:
        self[character] = self.metrics.horizontalAdvance(character)
        return self[character]


@lru_cache(maxsize=64)
def widths_of(key: str) -> CharacterWidths:
    """Return the widths of characters, and the metrics, for this key of a Qt font."""
    return CharacterWidths(key)


@lru_cache(maxsize=4096)
def advance_of(text: str, key: str) -> float:
    """Return the width of a line, cached: measuring takes half as long as painting."""
    return widths_of(key).metrics.horizontalAdvance(text)


class LiveLabel(QLabel):
    """Plain text on an opaque background.

    With a transparent label, Qt repaints its parents for each text. Its colours are those of `QLabel` and
    `QLabel[live="true"]` in the style sheet. Of several versions of a text the first that fits is shown. A line that is
    too long is elided, never inside a number.
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
        text, room, key = self.text(), self.contentsRect().width(), self.font().key()
        widths = widths_of(key)
        if sum(map(widths.__getitem__, text)) * KERNING <= room:  # to measure the whole line takes longer
            return text
        for version in (text, *self._shorter):
            if advance_of(version, key) <= room:
                return version
        return elided((text, *self._shorter)[-1], widths.metrics, room)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter = QPainter(self)  # with the colours of the palette
        painter.eraseRect(self.rect())
        if self.wordWrap():
            text, flags = self.text(), Qt.TextFlag.TextWordWrap
        else:
            text, flags = self.shown_line(), Qt.TextFlag.TextSingleLine | Qt.TextFlag.TextDontClip
        painter.drawText(self.contentsRect(), self.alignment() | flags, text)
        if self.hasFocus():
            painter.setPen(QPen(self.palette().color(QPalette.ColorRole.Highlight), 1.0))
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.end()


class Holder(QWidget):
    """Gives its label its whole size, so that a new text needs no layout, and shows the full text of an elided line."""

    def __init__(self, label: LiveLabel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._label = label
        label.setParent(self)

    def sizeHint(self) -> QSize:
        """Return the height of a line, and no width."""
        return QSize(0, self._label.fontMetrics().height() + 4)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._label.setFixedSize(event.size())

    def event(self, event: QEvent) -> bool:
        """Handle the requests for a tool tip that the label ignores, because it has none."""
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            label = self._label
            hidden = not label.wordWrap() and label.shown_line() != label.text()
            QToolTip.showText(event.globalPos(), label.text() if hidden else "", label)
            return True
        return super().event(event)
