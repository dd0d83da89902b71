"""The bar of H(P) + KL(P‖Q) = H(P,Q), on a scale from 0 that is fixed during a gesture."""

from __future__ import annotations

import math

from PySide6.QtCore import QCoreApplication, QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from klscope.model.snapshot import Snapshot
from klscope.views.fonts import font
from klscope.views.painting.axes import ladder
from klscope.views.painting.painted_widget import ThemedWidget
from klscope.views.painting.static_texts import laid, write
from klscope.views.theme import Theme
from klscope.views.words import numbers, unit_names
from klscope.views.words.sums import added

translate = QCoreApplication.translate
BAR_TOP = 26.0
BAR_HEIGHT = 25.0
HEADING_HEIGHT = 20
GAP_AFTER_HEADING = 12
MARK_GAP = 5.0
"""The space between a number and the mark of the uniform guess, in logical pixels."""


def clear_of(centre: float, half: float, x: float, left: float, right: float) -> float:
    """Return the centre of a text of half width ``half``, moved off a line at ``x`` if it fits between the two ends."""
    reach = half + MARK_GAP
    if abs(centre - x) >= reach:
        return centre
    aside = [place for place in (x - reach, x + reach) if left + half <= place <= right - half]
    return min(aside, key=lambda place: abs(place - centre), default=centre)


class IdentityBar(ThemedWidget):
    """A stacked bar of the two parts of the cross-entropy, with a mark at the cost of a uniform guess."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.setObjectName("identityBar")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.fix_height(112)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.full_scale = 1.0
        self._corner: QWidget | None = None

    def set_corner(self, corner: QWidget) -> None:
        corner.setParent(self)
        self._corner = corner
        self._place_corner()

    def _place_corner(self) -> None:
        if self._corner is not None:
            left = laid(self._heading(), 13, bold=True).width + GAP_AFTER_HEADING
            place = QRectF(left, 0.0, max(0.0, self.logical_size.width() - left), HEADING_HEIGHT)
            self._corner.setGeometry(
                QRectF(place.topLeft() * self.magnification, place.size() * self.magnification).toAlignedRect()
            )

    def _heading(self) -> str:
        unit = "" if self.snapshot is None else unit_names.plural(self.snapshot.view.unit)
        return translate("IdentityBar", "H(P) + KL(P‖Q) = H(P,Q), in {unit}").format(unit=unit)

    def set_magnification(self, factor: float) -> None:
        super().set_magnification(factor)
        self._place_corner()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_corner()

    def show_snapshot(self, snapshot: Snapshot) -> None:
        same_unit = self.snapshot is not None and self.snapshot.view.unit is snapshot.view.unit
        self.snapshot = snapshot
        if not (snapshot.axes_frozen and same_unit):
            self.full_scale = self._scale_for(snapshot)
            # the accessible text is updated after the gesture
            self.setAccessibleName(translate("IdentityBar", "H(P) + KL(P‖Q) = H(P,Q)"))
            described = added((snapshot.entropy, snapshot.kl_divergence), snapshot.cross_entropy, decimals=4)
            self.setAccessibleDescription(f"{described.text} {unit_names.plural(snapshot.view.unit)}")
        if same_unit:  # heading and corner are unchanged
            heading = math.floor(HEADING_HEIGHT * self.magnification)
            self.update(0, heading, self.width(), self.height() - heading)
        else:
            self._place_corner()
            self.update()

    def _scale_for(self, snapshot: Snapshot) -> float:
        total = snapshot.cross_entropy
        if math.isinf(total):
            total = snapshot.entropy * 1.5
        return ladder(max(total, snapshot.uniform_entropy, 1e-12) * 1.02)

    def _x(self, value: float) -> float:
        return min(1.0, max(0.0, value / self.full_scale)) * (self.width() / self.magnification - 1.0)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        snapshot, theme = self.snapshot, self.theme
        if snapshot is None:
            return
        painter = self.painter()
        painter.fillRect(self.logical_rect, QColor(theme.card))
        painter.setPen(QColor(theme.ink))
        painter.setFont(font(13, bold=True))
        painter.drawStaticText(QPointF(0.0, 0.0), laid(self._heading(), 13, bold=True).text)
        infinite = math.isinf(snapshot.kl_divergence)
        # if infinite, the bar has the finite part and a torn edge
        whole = self.full_scale if infinite else snapshot.cross_entropy
        left, middle, right = 0.0, self._x(min(snapshot.entropy, whole)), self._x(whole)
        painter.setPen(Qt.PenStyle.NoPen)
        if middle > left:
            painter.fillRect(QRectF(left, BAR_TOP, middle - left, BAR_HEIGHT), QColor(theme.p_fill))
        gap = 2.0 if right - middle > 3.0 and middle > 0.0 else 0.0
        if right > middle:
            painter.fillRect(QRectF(middle + gap, BAR_TOP, right - middle - gap, BAR_HEIGHT), QColor(theme.excess_fill))
        entropy, divergence, total = self.texts(snapshot, middle - left, right - middle - gap)
        written = [
            self._write_part(painter, entropy, left, middle, theme.on_p_fill),
            self._write_part(painter, divergence, middle + gap, right, theme.on_excess_fill),
        ]
        if infinite or whole > self.full_scale * (1.0 + 1e-9):
            self._tear(painter, right)
        written.append(self._paint_bracket(painter, right, total))
        self._paint_uniform_mark(painter, written)
        painter.end()

    def texts(self, snapshot: Snapshot, *rooms: float) -> tuple[str, str, str]:
        """Return the numbers of both parts and the total, with as many digits as add up if they fit."""
        parts, total = (snapshot.entropy, snapshot.kl_divergence), snapshot.cross_entropy
        precise = added(parts, total)

        def both_fit(texts: tuple[str, ...]) -> bool:
            return all(self.has_room(text, room) for text, room in zip(texts, rooms, strict=True))

        chosen = precise if both_fit(precise.parts) else added(parts, total, reach=0)
        entropy, divergence = chosen.parts
        claims_less = both_fit(chosen.parts) and not chosen.holds  # only if both parts are shown
        return entropy, divergence, f"≈ {chosen.total}" if claims_less else chosen.total

    @staticmethod
    def has_room(text: str, room: float) -> bool:
        return laid(text, 13, bold=True).width + 6.0 <= room

    def _write_part(self, painter: QPainter, text: str, left: float, right: float, colour: str) -> QRectF:
        """Paint a number in its part if it fits; return its rectangle."""
        width = laid(text, 13, bold=True).width
        if not self.has_room(text, right - left):
            return QRectF()
        centre = clear_of((left + right) / 2, width / 2, self._uniform_x(), left + 3.0, right - 3.0)
        write(painter, text, centre, BAR_TOP + BAR_HEIGHT / 2, 13, colour, bold=True)
        height = 15.0  # of the digits with a margin; the mark is interrupted there
        return QRectF(centre - width / 2, BAR_TOP + (BAR_HEIGHT - height) / 2, width, height)

    def _uniform_x(self) -> int:
        return round(self._x(self.shown.uniform_entropy))

    def _tear(self, painter: QPainter, right: float) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self.theme.card))
        step = BAR_HEIGHT / 4
        edge = [QPointF(right - (7.0 if place % 2 else 0.0), BAR_TOP + step * place) for place in range(5)]
        corner = [QPointF(right + 1.0, BAR_TOP + BAR_HEIGHT), QPointF(right + 1.0, BAR_TOP)]
        painter.drawPolygon(QPolygonF(edge + corner))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)

    def _paint_bracket(self, painter: QPainter, right: float, text: str) -> QRectF:
        y = BAR_TOP + BAR_HEIGHT + 8.0
        painter.setPen(QPen(QColor(self.theme.ink), 1.0))
        painter.drawLines([QLineF(0, y, right, y), QLineF(0, y - 5, 0, y), QLineF(right, y - 5, right, y)])
        width = laid(text, 13, bold=True).width + 8.0
        left = min(max(0.0, right / 2 - width / 2), self.logical_size.width() - width)
        place = QRectF(left, y + 3.0, width, 18.0)
        write(painter, text, place.center().x(), place.center().y(), 13, self.theme.ink, bold=True)
        return place

    def _paint_uniform_mark(self, painter: QPainter, written: list[QRectF]) -> None:
        """Paint the mark, interrupted by the numbers, and its label below."""
        theme = self.theme
        x = self._uniform_x()
        pen = QPen(QColor(theme.quiet), 1.0)
        pen.setDashPattern([3.0, 2.0])
        painter.setPen(pen)
        y, bottom = BAR_TOP - 6.0, written[-1].bottom() + 2.0
        for place in written:
            if place.left() - MARK_GAP < x < place.right() + MARK_GAP:
                painter.drawLine(QLineF(x, y, x, place.top()))
                y = place.bottom()
        painter.drawLine(QLineF(x, y, x, bottom))
        text = translate("IdentityBar", "log n = {value} {unit}: a uniform guess").format(
            value=numbers.value(self.shown.uniform_entropy, 3), unit=unit_names.plural(self.shown.view.unit)
        )
        half = laid(text, 12).width / 2 + 1.0
        middle = min(max(half, float(x)), self.logical_size.width() - half)
        write(painter, text, middle, bottom + 9.5, 12, theme.quiet)
