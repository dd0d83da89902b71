"""Wrapped text that is elided at the bottom of its widget."""

from __future__ import annotations

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QSizePolicy, QWidget

from klscope.views.fonts import font
from klscope.views.painting.eliding import elided


class Paragraph(QWidget):
    """Text wrapped into lines, even inside long words; what does not fit is elided."""

    SIZE = 15

    def __init__(self, text: str, colour: str) -> None:
        super().__init__()
        self._text, self._colour = text, colour
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        face = font(self.SIZE)
        metrics = QFontMetricsF(face)
        height = metrics.height() * 1.15
        most = max(1, int(self.height() / height))
        layout = QTextLayout(self._text, face)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.beginLayout()
        texts: list[str] = []
        while len(texts) < most:
            line = layout.createLine()
            if not line.isValid():
                break
            line.setLineWidth(self.width())
            rest = self._text[line.textStart() :]
            texts.append(rest if len(texts) == most - 1 else rest[: line.textLength()])
        layout.endLayout()
        painter = QPainter(self)
        painter.setFont(face)
        painter.setPen(QColor(self._colour))
        for place, text in enumerate(texts):
            shown = elided(text.rstrip(), metrics, self.width())
            painter.drawText(QPointF(0.0, metrics.ascent() + height * place), shown)
        painter.end()
