"""The zones that appear while data are dragged over the window: for P, for Q, and for both."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QMimeData, QRect, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QWidget

from klscope.model.comparison import Side
from klscope.views import magnification
from klscope.views.fonts import font
from klscope.views.theme import Theme

translate = QCoreApplication.translate
MARGIN, GAP, CORNER, VEIL = 16, 12, 12, 0.9


class DropZones(QWidget):
    """Three zones over a window.

    Signals
    -------
    dropped(QMimeData, object)
        Data were dropped, and the `Side` that they replace; None for both.
    """

    dropped = Signal(object, object)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self.setObjectName("dropZones")
        self.setAcceptDrops(True)
        self._theme: Theme | None = None
        self._under = -1
        self._one_file = True
        self._is_document = False
        self.hide()

    def show_over(self, theme: Theme, one_file: bool, is_document: bool = False) -> None:
        """Cover the window; several files, and a document, can only be dropped on the zone for both."""
        self._theme, self._one_file, self._under = theme, one_file and not is_document, -1
        self._is_document = is_document
        self.setGeometry(self._window.rect())
        self.show()
        self.raise_()

    def zones(self) -> list[tuple[Side | None, QRect]]:
        """Return the zones: what they replace, and where they are."""
        inside = self.rect().adjusted(MARGIN, MARGIN, -MARGIN, -MARGIN)
        sides: list[Side | None] = [Side.P, None, Side.Q] if self._one_file else [None]
        width = (inside.width() - GAP * (len(sides) - 1)) // len(sides)
        return [
            (side, QRect(inside.left() + k * (width + GAP), inside.top(), width, inside.height()))
            for k, side in enumerate(sides)
        ]

    def _texts(self, side: Side | None) -> tuple[str, str]:
        if self._is_document:
            return translate("Data", "Open"), translate("Data", "The document, or the one that the picture carries")
        if side is None:
            return translate("Data", "P and Q"), translate("Data", "Replace both; one column alone is P")
        return side.value, translate("Data", "Replace {side}; {other} stays").format(
            side=side.value, other=side.other.value
        )

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002  # Qt's signature
        theme = self._theme
        if theme is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        veil = QColor(theme.window)
        veil.setAlphaF(VEIL)
        painter.fillRect(self.rect(), veil)
        for place, (side, area) in enumerate(self.zones()):
            under = place == self._under
            colour = QColor({Side.P: theme.p_text, Side.Q: theme.q_text}.get(side, theme.ink) if side else theme.ink)
            painter.setPen(QPen(colour, 3 if under else 1.5, Qt.PenStyle.SolidLine if under else Qt.PenStyle.DashLine))
            tint = QColor(colour)
            tint.setAlphaF(0.16 if under else 0.05)
            painter.setBrush(tint)
            painter.drawRoundedRect(area, CORNER, CORNER)
            title, explanation = self._texts(side)
            painter.setPen(QColor(theme.ink))
            painter.setFont(font(magnification.pixels(28), bold=True))
            painter.drawText(area.adjusted(12, 0, -12, -40), Qt.AlignmentFlag.AlignCenter, title)
            painter.setFont(font(magnification.pixels(14)))
            flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(area.adjusted(12, 60, -12, 0), flags, explanation)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        point = event.position().toPoint()
        under = next((k for k, (_, area) in enumerate(self.zones()) if area.contains(point)), -1)
        if under != self._under:
            self._under = under
            self.update()
        event.setAccepted(under >= 0)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self.hide()
        super().dragLeaveEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        point = event.position().toPoint()
        side = next(((side,) for side, area in self.zones() if area.contains(point)), None)
        self.hide()
        if side is not None:
            event.acceptProposedAction()
            data: QMimeData = event.mimeData()
            self.dropped.emit(data, side[0])
