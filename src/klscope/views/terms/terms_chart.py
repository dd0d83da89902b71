"""The chart of terms of KL(P‖Q), H(P,Q) or H(P): a signed bar per category, aligned with P and Q."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QWidget

from klscope.model.snapshot import Snapshot
from klscope.model.views import ViewMode
from klscope.theory.distribution import FloatArray
from klscope.views.fonts import font
from klscope.views.painting import shapes
from klscope.views.painting.animated import Animated
from klscope.views.painting.axes import Range, terms_range
from klscope.views.painting.category_chart import CategoryChart
from klscope.views.painting.drag_gesture import DragGesture
from klscope.views.painting.geometry import NARROWEST_LABELLED_COLUMN, pixel_columns
from klscope.views.painting.gestures import DRAG_STARTS_AFTER
from klscope.views.painting.names_row import NAME_ROW, NamesRow
from klscope.views.painting.scale import ProbabilityScale
from klscope.views.theme import Theme
from klscope.views.words import numbers, unit_names

LABEL_HEIGHT = 17.0
WIDTH_OF_INFINITY = 22.0


def tops(snapshot: Snapshot) -> FloatArray:
    """Return the end of each column, shape ``(n,)``; in H(P,Q), savings are hatched above the term."""
    terms = snapshot.shown_terms
    if snapshot.view.mode is ViewMode.CROSS_ENTROPY:
        return np.maximum(terms, snapshot.entropy_terms)
    return terms


class TermsChart(CategoryChart):
    """The chart of terms; its axis does not change during a drag.

    Signals
    -------
    cap_dragged(int, float)
        The cap of an infinite term is dragged: the probability of Q at the pointer.
    gesture_finished(), gesture_cancelled()
        The button was released, or the drag cancelled.
    """

    cap_dragged = Signal(int, float)
    gesture_finished = Signal()
    gesture_cancelled = Signal()
    top_margin = 22.0

    def __init__(self, scale: ProbabilityScale, theme: Theme, parent: QWidget | None = None) -> None:
        self._scale = scale
        super().__init__(theme, parent)
        self._range = Animated(self, Range(0.0, 1.0))
        self._range.moved.connect(self.refresh_geometry)
        self._pull: DragGesture[int] = DragGesture(self, lambda way: way.y() >= DRAG_STARTS_AFTER)
        self._pull.finished.connect(lambda _: self.gesture_finished.emit())
        self._pull.cancelled.connect(lambda _: self.gesture_cancelled.emit())
        self.names = NamesRow(offset=LABEL_HEIGHT + 4.0)

    def shown_range(self) -> Range:
        return self._range.shown

    def show_snapshot(self, snapshot: Snapshot) -> None:
        previous = self.snapshot
        self._pull.show_snapshot(previous, snapshot, changed=False)
        self.snapshot = snapshot
        self.signed_axis = snapshot.view.mode is ViewMode.KL_DIVERGENCE
        if snapshot.axes_frozen:
            self._range.stop()
        else:
            same_view = previous is not None and (previous.view.mode, previous.view.unit, previous.view.terms) == (
                snapshot.view.mode,
                snapshot.view.unit,
                snapshot.view.terms,
            )
            self._range.animate_to(terms_range(tops(snapshot)), at_once=not same_view or not self._scale.animated)
        super().show_snapshot(snapshot)

    def label_height(self) -> float:
        return LABEL_HEIGHT + NAME_ROW + 4.0

    def bar_top(self, index: int) -> QPoint:
        y = self.area.ys(self.shown.shown_terms[index : index + 1])[0]
        return self.map_to_widget(QPointF(self.area.column_centre(index), float(y)))

    def bar_base(self, index: int) -> QPoint:
        return self.map_to_widget(QPointF(self.area.column_centre(index), self.area.y(0.0)))

    def paint_columns(self, painter: QPainter) -> None:
        snapshot = self.shown
        self.paint_ground(painter)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, self.area.column_width > 1.0)
        zero = np.zeros(self.area.n)
        theme, terms = self.theme, snapshot.shown_terms
        if snapshot.view.mode is ViewMode.ENTROPY:
            self._fill(painter, zero, terms, theme.p_fill)
        elif snapshot.view.mode is ViewMode.CROSS_ENTROPY:
            own = snapshot.entropy_terms
            self._fill(painter, zero, np.minimum(own, terms), theme.p_fill)
            self._fill(painter, np.minimum(own, terms), terms, theme.excess_fill, gap=2.0)
            self._fill(painter, np.maximum(terms, 0.0), np.where(own > terms, own, terms), None, gap=2.0)
        else:
            self._fill(painter, zero, np.maximum(terms, 0.0), theme.excess_fill)
            self._fill(painter, np.minimum(terms, 0.0), zero, None)
        self.paint_baseline(painter)
        self._paint_infinite(painter)
        self._paint_numbers(painter)

    def _fill(self, painter: QPainter, low: FloatArray, high: FloatArray, colour: str | None, gap: float = 0.0) -> None:
        """Fill from ``low`` to ``high`` (``(n,)`` each), hatched for None; ``gap`` separates it from below."""
        area = self.area
        tops, bottoms = area.ys(high), area.ys(low)
        if gap:
            bottoms = np.where(bottoms - tops > gap, bottoms - gap, bottoms)
        lefts, width = area.lefts, area.bar_width
        if area.column_width < 1.0:
            lefts, tops, bottoms = pixel_columns(area, tops, bottoms)
            width = 1.0
        if colour is None:
            shapes.hatch_bars(painter, lefts, tops, width, bottoms, self.theme)
        else:
            shapes.fill_bars(painter, lefts, tops, width, bottoms, colour)

    def _paint_infinite(self, painter: QPainter) -> None:
        if self.shown.view.mode is ViewMode.ENTROPY:
            return
        area = self.area
        if area.column_width < 6.0:
            return
        for index in self.shown.infinite:
            left = area.column_centre(index) - area.bar_width / 2
            shapes.torn_gap(painter, left, area.bar_width, area.top + area.height * 0.22, self.theme)

    def _paint_numbers(self, painter: QPainter) -> None:
        area, theme = self.area, self.theme
        signed = self.shown.view.mode is ViewMode.KL_DIVERGENCE
        terms, ends = self.shown.shown_terms.tolist(), tops(self.shown).tolist()
        size = 12 if area.column_width >= 46.0 else 10
        face = font(size, bold=True)
        painter.setFont(face)
        centre = Qt.AlignmentFlag.AlignCenter
        width = max(area.column_width, 52.0)
        everywhere = area.column_width >= NARROWEST_LABELLED_COLUMN + 8.0
        decimals = 3 if area.column_width >= 46.0 else 2
        last_infinity = -WIDTH_OF_INFINITY
        pointed = (self.pointed,) if 0 <= self.pointed < area.n else ()
        for index in range(area.n) if everywhere else dict.fromkeys((*self.shown.infinite, *pointed)):
            term, end = terms[index], ends[index]
            digits = 3 if index == self.pointed else decimals
            if everywhere and digits == 2 and 0.0 < abs(term) < 0.005:
                continue
            if signed:
                colour = theme.excess_text if term > 0 else theme.saving_text if term < 0 else theme.quiet
                text = numbers.signed(term, digits)
            else:
                colour = theme.ink
                text = numbers.value(term, digits) if term else "0"
            if np.isinf(term):
                text = numbers.INFINITY
                painter.setFont(font(16, bold=True))
            y = area.y(min(max(end, area.shown.low), area.shown.high))
            beyond = np.isfinite(end) and not area.shown.holds(end)
            x = area.column_centre(index)
            top = y + 2.0 if term < 0 else y - LABEL_HEIGHT
            inside = bool(np.isinf(term))
            if inside:
                if x - last_infinity < WIDTH_OF_INFINITY and index != self.pointed:
                    continue
                last_infinity = x
                top, colour = area.top + 4.0, theme.on_excess_fill
            if not everywhere and not inside:  # wider than its column: it is above the plot, clear of other bars
                bounds = QRectF(area.left, 0.0, area.width, area.top)
                shapes.pill(painter, text, QPointF(x, area.top / 2), self.theme, bounds)
                continue
            painter.setPen(QColor(colour))
            painter.drawText(QRectF(x - width / 2, top, width, LABEL_HEIGHT), centre, text)
            if beyond:  # clipped by the constant axis: an arrow at the end of the bar
                tip = area.top + 3.0 if term > 0 else area.bottom - 3.0
                shapes.arrow(painter, x, tip, theme.card, down=term < 0)
            if np.isinf(term):
                painter.setFont(face)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        index = self.column_under(self.map_from_widget(event.position()))
        if (
            self.snapshot is not None
            and event.button() is Qt.MouseButton.LeftButton
            and index in self.snapshot.infinite
            and self.snapshot.view.mode is not ViewMode.ENTROPY
        ):
            self._pull.take(index, self.map_from_widget(event.position()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        position = self.map_from_widget(event.position())
        if self._pull.move(event, position):
            share = (position.y() - self._pull.press.y()) / self.area.height
            self.cap_dragged.emit(self._pull.taken, min(1.0, max(0.0, share * self._scale.top)))
        elif self._pull.taken is None:
            super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._pull.release(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._pull.key(event):
            event.ignore()

    def tool_tip(self, index: int) -> str:
        snapshot = self.shown
        unit = unit_names.plural(snapshot.view.unit)
        terms = {
            "KL": snapshot.kl_terms,
            "H(P,Q)": snapshot.cross_entropy_terms,
            "H(P)": snapshot.entropy_terms,
        }
        lines = [f"{name}  {numbers.exact(float(values[index]))} {unit}" for name, values in terms.items()]
        return "\n".join([snapshot.comparison.labels[index], *lines])
