"""The category names below the columns: laid out once, elided if too long, thinned out if columns are narrow."""

from __future__ import annotations

from collections.abc import Iterable
from math import ceil

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QStaticText

from klscope.views.fonts import font
from klscope.views.painting.axes import Range
from klscope.views.painting.geometry import PlotArea

NAME_SIZE = 13
NAME_ROW, VALUE_ROW = 20.0, 18.0
NARROWEST_NAMED_COLUMN = 14.0
WIDEST_THINNED_NAME = 64.0
OVERHANG = 10.0
"""How far a name may extend beyond the right edge of the plot, in pixels."""


def laid(text: str, bold: bool, centre: float, top: float, room: float) -> tuple[QStaticText, QPointF]:
    """Return the laid out text of a name, elided to ``room`` pixels, and its position, centred."""
    face = font(NAME_SIZE, bold)
    metrics = QFontMetricsF(face)
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)
    static = QStaticText(shown)
    static.setTextFormat(Qt.TextFormat.PlainText)
    static.prepare(font=face)
    return static, QPointF(centre - metrics.horizontalAdvance(shown) / 2, top)


class NamesRow:
    """The row of names of one chart, ``offset`` pixels below its plot."""

    def __init__(self, offset: float = 4.0) -> None:
        self._offset = offset
        self._labels: tuple[str, ...] = ()
        self._area = PlotArea(0.0, 0.0, 1.0, 1.0, 1, Range(0.0, 1.0))
        self._key: object = None
        self._step = 1
        self._plain: list[tuple[QStaticText, QPointF]] = []
        self._bold: list[tuple[QStaticText, QPointF]] = []

    def lay_out(self, labels: tuple[str, ...], area: PlotArea) -> None:
        """Lay out the names for the columns of ``area``, unless both arguments are unchanged."""
        key = (area.left, area.width, area.bottom)
        if key == self._key and labels is self._labels:
            return
        self._key, self._labels, self._area = key, labels, area
        self._step = self._step_for(area)
        gap = 8.0 if self._step > 1 else 4.0 if area.column_width >= 40.0 else 1.0
        room = area.column_width * self._step - gap
        places = [(labels[index], area.column_centre(index)) for index in range(0, area.n, self._step)]
        top = area.bottom + self._offset
        plain = [laid(label, False, centre, top, room) for label, centre in places]
        self._plain = [(text, at) for text, at in plain if at.x() + text.size().width() <= area.right + OVERHANG]
        self._bold = [laid(label, True, centre, top, room) for label, centre in places] if self._step == 1 else []

    def _step_for(self, area: PlotArea) -> int:
        """Return the step between the named columns: 1 if all names fit."""
        if area.column_width >= NARROWEST_NAMED_COLUMN:
            return 1
        metrics = QFontMetricsF(font(NAME_SIZE))
        sample = self._labels[:: max(1, area.n // 50)]
        widest = min(WIDEST_THINNED_NAME, max(metrics.horizontalAdvance(label) for label in sample))
        return max(1, ceil((widest + 10.0) / area.column_width))

    def paint(self, painter: QPainter, colour: str, emphasised: Iterable[int], lone: int) -> None:
        """Paint the names, those of ``emphasised`` in bold. If names are thinned out, ``lone`` is painted always."""
        painter.setPen(QColor(colour))
        if self._step > 1:
            self._paint_thinned(painter, lone)
            return
        heavy = {index for index in emphasised if 0 <= index < len(self._plain)}
        painter.setFont(font(NAME_SIZE))
        for index, (text, at) in enumerate(self._plain):
            if index not in heavy:
                painter.drawStaticText(at, text)
        painter.setFont(font(NAME_SIZE, bold=True))
        for index in heavy:
            text, at = self._bold[index]
            painter.drawStaticText(at, text)

    def _paint_thinned(self, painter: QPainter, lone: int) -> None:
        shown = 0 <= lone < len(self._labels)
        taken = self._lone_place(lone) if shown else QRectF()
        painter.setFont(font(NAME_SIZE))
        for place, (text, at) in enumerate(self._plain):
            size = text.size()
            if shown and (place * self._step == lone or taken.intersects(QRectF(at, size))):
                continue
            painter.drawStaticText(at, text)
        if shown:
            painter.setFont(font(NAME_SIZE, bold=True))
            painter.drawText(taken, Qt.AlignmentFlag.AlignCenter, self._labels[lone])

    def _lone_place(self, index: int) -> QRectF:
        """Return the rectangle of a name that covers those of its neighbours."""
        area = self._area
        width = QFontMetricsF(font(NAME_SIZE, bold=True)).horizontalAdvance(self._labels[index]) + 6.0
        left = min(max(area.column_centre(index) - width / 2, area.left), area.right - width)
        return QRectF(left, area.bottom + self._offset - 2.0, width, NAME_ROW - 2.0)
