"""The chart of the history of losses: the loss per step, its lower bound, and KL as the gap."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QCoreApplication, QLineF, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from klscope.model.snapshot import Snapshot
from klscope.model.training_run import TrainingRun
from klscope.theory.distribution import FloatArray
from klscope.theory.training import Objective
from klscope.views.painting import shapes
from klscope.views.painting.axes import Range
from klscope.views.painting.cached_layer import CachedLayer
from klscope.views.painting.invitation import paint_invitation
from klscope.views.painting.legend import Entry, first_that_fits, paint_legend
from klscope.views.painting.painted_widget import ThemedWidget
from klscope.views.painting.static_texts import laid, write
from klscope.views.painting.value_axis import numbered, paint_axis
from klscope.views.theme import Theme
from klscope.views.training.history_geometry import HistoryPlot, losses_range, steps_top, stretches, thinned
from klscope.views.training.training_words import invitation, legend
from klscope.views.words import numbers

translate = QCoreApplication.translate
AXIS_WIDTH, RIGHT_MARGIN = 56.0, 30.0
LEGEND_MIDDLE, TOP_MARGIN, TICKS_HEIGHT, TICK_SIZE = 8, 22.0, 20.0, 12
ENTROPY, CROSS_ENTROPY, REVERSE = 0, 1, 3
"""Columns of a run's history."""


class LossHistoryChart(ThemedWidget):
    """Shows losses over steps; the axes grow by round amounts and do not change during a drag.

    A picture (``is_still``) has no invitation to press buttons.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._run: TrainingRun | None = None
        self._snapshot: Snapshot | None = None
        self._range = Range(0.0, 1.0)
        self._cached = CachedLayer()
        self.is_still = False
        self.curve: FloatArray = np.zeros(1)
        self.floor: FloatArray = np.zeros(1)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    def sizeHint(self) -> QSize:
        return QSize(0, 0)

    def show_run(self, run: TrainingRun, snapshot: Snapshot) -> None:
        other_unit = self._snapshot is not None and self._snapshot.view.unit is not snapshot.view.unit
        self._run, self._snapshot = run, snapshot
        history = np.asarray(snapshot.view.unit.from_nats(run.history), dtype=np.float64)
        if run.options.objective is Objective.FORWARD:
            self.curve, self.floor = history[:, CROSS_ENTROPY], history[:, ENTROPY]
        else:
            self.curve, self.floor = history[:, REVERSE], np.zeros(len(history))
        if not snapshot.axes_frozen or other_unit:
            self._range = losses_range(self.curve, self.floor)
        self.update()

    @property
    def plot(self) -> HistoryPlot:
        width = max(1.0, self.logical_size.width() - RIGHT_MARGIN - AXIS_WIDTH)
        height = max(1.0, self.logical_size.height() - TICKS_HEIGHT - TOP_MARGIN)
        return HistoryPlot(AXIS_WIDTH, TOP_MARGIN, width, height, steps_top(self.curve.size - 1), self._range)

    def shown_legend(self) -> list[Entry]:
        if self._run is None or self._snapshot is None:
            return []
        return first_that_fits(legend(self._run, self._snapshot), self.logical_size.width() - 16.0)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter = self.painter()
        painter.fillRect(self.logical_rect, QColor(self.theme.card))
        plot, last = self.plot, self.curve.size - 1
        past = (self.curve[:-1].tobytes(), self.floor[:-1].tobytes(), self._floor_colour)
        size = self.logical_size
        self._cached.paint(painter, (plot, self.theme, past), size, self.theme.card, self._paint_past)
        # they overlap by one step: edges that only touch would leave a visible seam
        self._paint_part(painter, plot, np.arange(max(last - 2, 0), last + 1))
        paint_legend(painter, self.shown_legend(), 8.0, LEGEND_MIDDLE, self._floor_colour, self.theme)
        if self._run is not None and self._run.can_step and not self._run.steps and not self.is_still:
            middle = (plot.left + plot.right) / 2, (plot.top + plot.bottom) / 2
            paint_invitation(painter, invitation(), *middle, self.theme)
        if self.hasFocus():
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(self.theme.focus), 1.0))
            painter.drawRect(self.logical_rect.adjusted(0, 0, -1, -1))
        painter.end()

    def _paint_past(self, painter: QPainter) -> None:
        plot, past = self.plot, self.curve[:-1]
        self._paint_axes(painter, plot)
        if past.size > 1:
            self._paint_part(painter, plot, thinned(past))

    def _paint_part(self, painter: QPainter, plot: HistoryPlot, places: NDArray[np.intp]) -> None:
        """Paint gap, lower bound and curve of some steps, and the current loss after the last."""
        values = self.curve[places]
        xs, curve, floor = plot.xs(places), plot.ys(values), plot.ys(self.floor[places])
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
        self._paint_gap(painter, xs, curve, floor, values)
        floors = _points(xs, np.round(floor))
        now = places[-1] == self.curve.size - 1
        if now:  # extended to the right end
            floors.append(QPointF(plot.right, floors[-1].y()))
        self._paint_floor(painter, floors)
        self._paint_curve(painter, xs, curve, values)
        if now:
            self._paint_now(painter, plot, float(xs[-1]), float(values[-1]))

    @property
    def _floor_colour(self) -> str:
        forward = self._run is not None and self._run.options.objective is Objective.FORWARD
        return self.theme.p_text if forward else self.theme.ink

    def _paint_axes(self, painter: QPainter, plot: HistoryPlot) -> None:
        theme = self.theme
        values = numbered(plot.shown, max(3, min(5, int(plot.height / 30))))
        ys = plot.ys(np.array([value for value, _ in values])).tolist()
        texts = [(round(y), text) for y, (_, text) in zip(ys, values, strict=True)]
        paint_axis(painter, texts, (plot.left, plot.right), theme, TICK_SIZE)
        painter.setPen(QPen(QColor(theme.baseline), 1.0))
        painter.drawLine(QLineF(plot.left, round(plot.bottom), plot.right, round(plot.bottom)))
        for step in range(0, plot.steps + 1, max(1, plot.steps // 5)):
            x = float(plot.xs(np.array([step]))[0])
            text = f"{step:,}".replace(",", "\u2009")
            if step == plot.steps:
                text = translate("Training", "{count} steps").format(count=text)
                x = min(x, self.logical_size.width() - laid(text, TICK_SIZE).width / 2 - 3.0)
            write(painter, text, x, plot.bottom + 10.0, TICK_SIZE, theme.quiet)

    def _paint_gap(
        self, painter: QPainter, xs: FloatArray, curve: FloatArray, floor: FloatArray, values: FloatArray
    ) -> None:
        colour = QColor(self.theme.excess_fill)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        for part in stretches(values):
            upper = _points(xs[part], curve[part])
            if len(upper) == 1:  # no steps yet: the gap at the start
                painter.drawRect(QRectF(upper[0].x(), upper[0].y(), 3.0, float(floor[part][0]) - upper[0].y()))
                continue
            painter.drawPolygon(QPolygonF(upper + _points(xs[part], floor[part])[::-1]))

    def _paint_floor(self, painter: QPainter, points: list[QPointF]) -> None:
        """Draw the lower bound dashed, as one line where it is constant."""
        bends = [
            point
            for before, point, after in zip(points, points[1:], points[2:], strict=False)
            if not before.y() == point.y() == after.y()
        ]
        line = QPolygonF([points[0], *bends, points[-1]])
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for pen in shapes.dashed_pens(self._floor_colour, self.theme):
            painter.setPen(pen)
            painter.drawPolyline(line)

    def _paint_curve(self, painter: QPainter, xs: FloatArray, curve: FloatArray, values: FloatArray) -> None:
        painter.setPen(QPen(QColor(self.theme.ink), 2.0))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for part in stretches(values):
            painter.drawPolyline(QPolygonF(_points(xs[part], curve[part])))

    def _paint_now(self, painter: QPainter, plot: HistoryPlot, x: float, loss: float) -> None:
        """Mark the current loss, by an arrow beyond a constant axis, or by ∞."""
        if np.isfinite(loss):
            y = float(plot.ys(np.array([loss]))[0])
            if not plot.shown.holds(loss):
                shapes.arrow(painter, x, y, self.theme.ink, down=loss < plot.shown.low)
                return
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(self.theme.ink))
            painter.drawEllipse(QPointF(x, y), 3.5, 3.5)
            return
        write(painter, numbers.INFINITY, x + 10.0, plot.top + 8.0, 16, self.theme.excess_text, bold=True)


def _points(xs: FloatArray, ys: FloatArray) -> list[QPointF]:
    return [QPointF(x, y) for x, y in zip(xs.tolist(), ys.tolist(), strict=True)]
