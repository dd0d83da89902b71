"""Pinsker's inequality, 2·TV² ≤ KL in nats: a strip with the excluded range of KL, and KL as a point."""

from __future__ import annotations

import math

from PySide6.QtCore import QCoreApplication, QLineF, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from klscope.model.snapshot import Snapshot
from klscope.theory.units import Unit
from klscope.views.painting.axes import ladder
from klscope.views.painting.painted_widget import ThemedWidget
from klscope.views.painting.static_texts import laid, write
from klscope.views.theme import Theme
from klscope.views.words import numbers, unit_names

translate = QCoreApplication.translate
MARGIN = 8.0
TOP, HEIGHT = 20.0, 10.0
HALF_POINT = 6.0
LEAST_SCALE = 1e-12


class PinskerStrip(ThemedWidget):
    """A scale with 0 to 2·TV² hatched; KL(P‖Q) is to the right of it for all P and Q."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.setObjectName("pinskerStrip")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.fix_height(54)
        self._least = self._divergence = 0.0
        self.full_scale = 1.0
        self._shown = False

    def sizeHint(self) -> QSize:
        """Return a small width: the strip expands."""
        return QSize(200, self.height())

    def x_of(self, nats: float) -> float:
        return MARGIN + min(nats / self.full_scale, 1.0) * (self.logical_size.width() - 2.0 * MARGIN)

    def show_snapshot(self, snapshot: Snapshot) -> None:
        self._least = snapshot.least_kl_divergence
        self._divergence = snapshot.measures.kl_divergence
        if not (snapshot.axes_frozen and self._shown):
            largest = 1.5 * self._least if math.isinf(self._divergence) else self._divergence
            self.full_scale = ladder(max(1.1 * largest, LEAST_SCALE))
        self._shown = True
        self.setAccessibleName(translate("Measures", "Pinsker’s inequality"))
        self.setAccessibleDescription(self.sentence())
        self.update()

    def sentence(self) -> str:
        return translate("Measures", "Pinsker: 2·TV² ≤ KL(P‖Q), here {least} ≤ {divergence} nats.").format(
            least=numbers.value(self._least), divergence=numbers.value(self._divergence)
        )

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        if not self._shown:
            return
        theme = self.theme
        painter = self.painter()
        end, least, at = self.logical_size.width() - MARGIN, self.x_of(self._least), self.x_of(self._divergence)
        whole = QRectF(MARGIN, TOP, end - MARGIN, HEIGHT)
        painter.fillRect(whole, QColor(theme.tint))
        barred = QRectF(MARGIN, TOP, least - MARGIN, HEIGHT)
        painter.fillRect(barred, QColor(theme.baseline))
        painter.setClipRect(barred)
        painter.setPen(QPen(QColor(theme.card), 1.0))
        step = int(HEIGHT)
        painter.drawLines([QLineF(x, TOP + HEIGHT, x + HEIGHT, TOP) for x in range(-step, int(least) + step, 5)])
        painter.setClipping(False)
        painter.setPen(QPen(QColor(theme.quiet), 1.0))
        painter.drawRect(whole)
        painter.drawLine(QLineF(least, TOP, least, TOP + HEIGHT + 4.0))
        self._write_scale(painter, least, end)
        self._paint_point(painter, at)
        painter.end()

    def _write_scale(self, painter: QPainter, least: float, end: float) -> None:
        """Write 2·TV² below its mark, and the end of the scale if there is space."""
        y = TOP + HEIGHT + 13.0
        half = laid("2·TV²", 12).width / 2
        centre = min(max(least, half), self.logical_size.width() - half)
        write(painter, "2·TV²", centre, y, 12, self.theme.quiet)
        unit = unit_names.singular(Unit.NAT) if self.full_scale == 1.0 else unit_names.plural(Unit.NAT)
        last = f"{numbers.short(self.full_scale)} {unit}"
        width = laid(last, 12).width
        if self.full_scale >= 0.001 and centre + half + 8.0 < end - width:
            write(painter, last, end - width / 2, y, 12, self.theme.quiet)

    def _paint_point(self, painter: QPainter, at: float) -> None:
        """Paint a diamond, or an arrow beyond the end of the scale."""
        theme, middle = self.theme, TOP + HEIGHT / 2
        beyond = self._divergence > self.full_scale
        right = QPointF(at + HALF_POINT, middle)
        corners = [QPointF(at, middle - HALF_POINT), right, QPointF(at, middle + HALF_POINT)]
        if not beyond:
            corners.append(QPointF(at - HALF_POINT, middle))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
        painter.setPen(QPen(QColor(theme.card), 1.5))
        painter.setBrush(QColor(theme.excess_fill))
        painter.drawPolygon(QPolygonF(corners))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        text = "KL = ∞" if math.isinf(self._divergence) else "KL"
        half = laid(text, 12, bold=True).width / 2
        x = min(max(at, half), self.logical_size.width() - half)
        write(painter, text, x, TOP - 11.0, 12, theme.excess_text, bold=True)
        painter.setBrush(Qt.BrushStyle.NoBrush)
