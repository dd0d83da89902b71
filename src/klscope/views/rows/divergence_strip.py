"""The divergences of all rows of a table as a strip of thin bars, with a mark at the row that is shown."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QCoreApplication, QEvent, QLineF, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip

from klscope.theory.distribution import FloatArray
from klscope.views.painting.painted_widget import ThemedWidget
from klscope.views.theme import Theme

translate = QCoreApplication.translate
MARGIN, LEAST_HEIGHT = 4.0, 2.0
STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_PageUp: -100, Qt.Key.Key_PageDown: 100}


class DivergenceStrip(ThemedWidget):
    """A column for each row, or the largest of several rows where there are more rows than pixels.

    Signals
    -------
    position_chosen(int)
        A row was chosen by the mouse or a key, by its position.
    stepped(int)
        The row some places on was chosen by a key.
    """

    position_chosen = Signal(int)
    stepped = Signal(int)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self.setObjectName("rowDivergences")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMouseTracking(True)
        self.fix_height(26)
        self._values: FloatArray = np.empty(0)
        self._position = 0

    def sizeHint(self) -> QSize:
        return QSize(200, self.height())

    def show_values(self, values: FloatArray, position: int) -> None:
        """Show values of 0 or more, nan and ∞ included, and mark a position."""
        self._values, self._position = values, position
        self.update()

    def heights(self, width: int) -> FloatArray:
        """Return the height of each pixel column in [0, 1], that of its largest row; 1 for ∞, 0 where unknown."""
        values = np.nan_to_num(self._values, nan=0.0, posinf=-1.0)
        most = float(values.max(initial=0.0))
        scaled = np.where(values < 0.0, 1.0, values / most if most > 0.0 else 0.0)
        starts = np.arange(width) * values.size // width
        if values.size <= width:
            return np.asarray(scaled[starts], dtype=np.float64)
        return np.asarray(np.maximum.reduceat(scaled, starts), dtype=np.float64)

    def position_at(self, x: float) -> int:
        """Return the position at an x coordinate, in logical pixels."""
        share = (x - MARGIN) / max(1.0, self.logical_size.width() - 2.0 * MARGIN)
        return min(max(int(share * self._values.size), 0), max(self._values.size - 1, 0))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002  # Qt's signature
        painter = self.painter()
        size = self.logical_size
        width, height = int(size.width() - 2.0 * MARGIN), size.height() - 2.0 * MARGIN
        base = MARGIN + height
        painter.setPen(QPen(QColor(self.theme.baseline), 1.0))
        painter.drawLine(QLineF(MARGIN, base, MARGIN + width, base))
        if self._values.size and width > 0:
            heights = self.heights(width) * height
            painter.setPen(QPen(QColor(self.theme.excess_fill), 1.0))
            painter.drawLines(
                [
                    QLineF(MARGIN + k + 0.5, base, MARGIN + k + 0.5, base - tall)
                    for k, tall in enumerate(heights)
                    if tall
                ]
            )
            self._paint_mark(painter, width, base)
        if self.hasFocus():
            painter.setPen(QPen(QColor(self.theme.focus), 1.5))
            painter.drawRect(QRectF(QPointF(1.0, 1.0), QPointF(size.width() - 1.0, size.height() - 1.0)))

    def _paint_mark(self, painter: QPainter, width: int, base: float) -> None:
        x = MARGIN + (self._position + 0.5) / self._values.size * width
        painter.setPen(QPen(QColor(self.theme.ink), 2.0))
        painter.drawLine(QLineF(x, MARGIN - 2.0, x, base + 2.0))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self._values.size:
            self.position_chosen.emit(self.position_at(self.map_from_widget(event.position()).x()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if not self._values.size:
            return
        position = self.position_at(self.map_from_widget(event.position()).x())
        if event.buttons() & Qt.MouseButton.LeftButton:
            self.position_chosen.emit(position)
        QToolTip.showText(event.globalPosition().toPoint(), f"{position + 1:,}", self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        last = self._values.size - 1
        target = {Qt.Key.Key_Home: 0, Qt.Key.Key_End: last}.get(Qt.Key(event.key()))
        step = STEPS.get(Qt.Key(event.key()))
        if last < 0 or (target is None and step is None):
            super().keyPressEvent(event)
        elif step is not None:
            if self._position != (0 if step < 0 else last):
                self.stepped.emit(step)
        elif target != self._position:
            self.position_chosen.emit(target)

    def event(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.update()
        return super().event(event)
