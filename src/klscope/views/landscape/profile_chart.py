"""The landscape for more than three categories: KL along the line from Q through P, and over one probability."""

from __future__ import annotations

from math import isinf

import numpy as np
from PySide6.QtCore import QCoreApplication, QLineF, QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from klscope.model.comparison import Side
from klscope.model.snapshot import Snapshot
from klscope.theory.landscape import point_along
from klscope.views.landscape import plot_painting as marks
from klscope.views.landscape.draggable_plot import SENTENCE_HEIGHT, Acts, LandscapeChart
from klscope.views.landscape.plot import MarkDrag, Plot, reach
from klscope.views.landscape.profiles import BarProfile, Segment
from klscope.views.painting import shapes
from klscope.views.painting.axes import Range
from klscope.views.painting.static_texts import first_that_fits, laid
from klscope.views.painting.value_axis import numbered
from klscope.views.theme import Theme
from klscope.views.words import numbers, unit_names
from klscope.views.words.names import short_name

translate = QCoreApplication.translate
ALONG, OVER_BAR = "along", "over bar"
LEFT_ROOM, RIGHT_ROOM, TITLE, NUMBERS = 50.0, 22.0, 31.0, 23.0
LEAST_REACH, LOWEST_STACKED = 0.01, 240.0
Box = tuple[float, float, float, float]
NO_LINE = Segment(np.zeros(1), np.zeros(1), 0.0, at_edge=False)
NO_PROFILE = BarProfile(0, 0.0, 0.0, np.zeros(2), np.zeros(2))


class ProfileChart(LandscapeChart):
    """Shows two plots; the mark is Q in both."""

    def __init__(self, acts: Acts, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(acts, theme, parent)
        self.segment, self.bar = NO_LINE, NO_PROFILE
        self._along: tuple[np.ndarray, np.ndarray] = (np.zeros(1), np.zeros(1))
        self._t = self._asked = 0.0
        self._tops = (1.0, 1.0)
        self._drag: MarkDrag | None = None
        self._held: object = None
        self.setObjectName("profileChart")

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show a state; the line from Q through P stays as at the press during a drag along it."""
        super().show_snapshot(snapshot)
        if snapshot.comparison.n <= 3:
            return
        comparison = snapshot.comparison
        if self.is_dragging and self._held == ALONG:
            self._t = self._asked
        else:
            self.segment = Segment.between(comparison.q.probabilities, comparison.p.probabilities)
            self._t = 0.0
            if self.segment.reach > 0.0:
                self._along = self.segment.curve(snapshot)
        self.bar = BarProfile.of(snapshot)
        if not snapshot.axes_frozen:
            known = snapshot.kl_divergence
            least = snapshot.in_unit(LEAST_REACH)
            self._tops = (reach([known], self._along[1], least), reach([known], self.bar.ys, least))

    @property
    def plots(self) -> tuple[Plot, Plot]:
        first, second = self._boxes()
        return (
            Plot(*first, Range(0.0, max(self.segment.reach, 1.0)), Range(0.0, self._tops[0])),
            Plot(*second, Range(0.0, self.bar.room or 1.0), Range(0.0, self._tops[1])),
        )

    def _boxes(self) -> tuple[Box, Box]:
        """Return left, top, right and bottom of the plots: stacked, or side by side in low windows."""
        width, height = self.logical_size.width(), self.logical_size.height()
        top = SENTENCE_HEIGHT + TITLE
        if height < LOWEST_STACKED:
            half, bottom = width / 2, height - NUMBERS
            return (LEFT_ROOM, top, half - RIGHT_ROOM, bottom), (half + LEFT_ROOM, top, width - RIGHT_ROOM, bottom)
        each = (height - SENTENCE_HEIGHT - 2 * (TITLE + NUMBERS)) / 2
        second = top + each + NUMBERS + TITLE
        right = width - RIGHT_ROOM
        return (LEFT_ROOM, top, right, top + each), (LEFT_ROOM, second, right, second + each)

    def marks(self) -> dict[object, tuple[float, float]]:
        if self.snapshot is None or self.snapshot.comparison.n <= 3:
            return {}
        first, second = self.plots
        known = self.snapshot.kl_divergence
        found: dict[object, tuple[float, float]] = {}
        if self.segment.reach > 0.0:
            found[ALONG] = (first.x(self._t), first.y(known))
        found[OVER_BAR] = (second.x(self.bar.value), second.y(known))
        return found

    def side_of(self, mark: object) -> Side:  # noqa: ARG002  # both are
        return Side.Q

    def take(self, mark: object, position: QPointF) -> None:
        self._held = mark
        first, second = self.plots
        along = mark == ALONG
        self._drag = MarkDrag(0.0 if along else self.bar.value, position.x(), first if along else second)

    def begin(self, mark: object) -> None:
        if mark == OVER_BAR:
            self.acts.bar_taken.emit(Side.Q, self.bar.index)

    def follow(self, mark: object, position: QPointF, snapping: bool) -> None:
        assert self._drag is not None
        if mark == ALONG:
            t = self._drag.value(position.x(), (1.0,) if snapping else ())
            self._asked = t  # the mark moves when a state has Q there
            self.acts.placed.emit(Side.Q, tuple(point_along(self.segment.start, self.segment.through, t).tolist()))
        else:
            line = float(self.shown.comparison.p.probabilities[self.bar.index])
            self.acts.bar_dragged.emit(
                Side.Q, self.bar.index, self._drag.value(position.x(), (line,) if snapping else ())
            )

    def step(self, key: Qt.Key, amount: float) -> None:
        """Move Q along the line by 1 % towards P, or change the probability; Up and Down switch the plot."""
        if key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            there = list(self.marks())
            self._choose(there[0] if key == Qt.Key.Key_Up else there[-1])
            return
        amount = amount if key == Qt.Key.Key_Right else -amount
        if self.chosen == ALONG:
            t = min(amount, self.segment.reach)
            if t > 0.0 or (self.segment.start > 0.0).all():
                values = np.maximum(point_along(self.segment.start, self.segment.through, t), 0.0)
                self.acts.placed_by_key.emit(Side.Q, tuple(values.tolist()), f"{ALONG} {amount}")
        else:
            self.acts.bar_stepped.emit(Side.Q, self.bar.index, amount)

    def sentence(self) -> str:
        return translate("Landscape", "KL(P‖·) as Q moves: straight towards P, or one bar at a time.")

    def invitation(self) -> str:
        return translate("Landscape", "Drag Q.")

    def paintEvent(self, _event: QPaintEvent) -> None:
        snapshot = self.snapshot
        if snapshot is None or snapshot.comparison.n <= 3:
            return
        painter = self.painter()
        self.paint_sentence(painter)
        first, second = self.plots
        self._paint_along(painter, first, self.segment, snapshot)
        self._paint_over_bar(painter, second, self.bar, snapshot)
        for mark, (x, y) in self.marks().items():
            plot = first if mark == ALONG else second
            self._paint_value(painter, plot, x, y, snapshot.kl_divergence)
            marks.point(painter, x, y, Side.Q, self.theme, mark == self.chosen and self.hasFocus())
        painter.end()

    def _paint_along(self, painter: QPainter, plot: Plot, segment: Segment, snapshot: Snapshot) -> None:
        theme, unit = self.theme, unit_names.plural(snapshot.view.unit)
        words = translate("Landscape", "from Q through P to the edge, {unit}").format(unit=unit)
        self._title(painter, plot, words, translate("Landscape", "from Q through P, {unit}").format(unit=unit))
        if segment.reach <= 0.0:
            words = translate("Landscape", "Q is P: there is no way to go.")
            marks.write(painter, words, (plot.left + plot.right) / 2, (plot.top + plot.bottom) / 2, theme.quiet)
            return
        ends = [(0.0, translate("Landscape", "start")), (1.0, "P")]
        if segment.reach > 1.0 and plot.x(segment.reach) - plot.x(1.0) > 30.0:
            ends.append((segment.reach, translate("Landscape", "edge") if segment.at_edge else "…"))
        if plot.x(1.0) - plot.x(0.0) < 34.0:
            ends.pop(0)
        marks.frame(painter, plot, theme, numbered(plot.up, 3), ends)
        ts, values = self._along
        self._line_of_p(painter, plot, 1.0)
        self._curve(painter, plot, ts, values)

    def _paint_over_bar(self, painter: QPainter, plot: Plot, bar: BarProfile, snapshot: Snapshot) -> None:
        label = short_name(snapshot.comparison.labels[bar.index])
        locked = bool(snapshot.comparison.q_locks[bar.index])
        words = (
            translate("Landscape", "over Q({label}), which is locked")
            if locked
            else translate("Landscape", "over Q({label}), the others in proportion")
        )
        self._title(
            painter, plot, words.format(label=label), translate("Landscape", "over Q({label})").format(label=label)
        )
        marks.frame(painter, plot, self.theme, numbered(plot.up, 3), numbered(plot.across, 5))
        own = float(snapshot.comparison.p.probabilities[bar.index])
        if own <= bar.room:
            self._line_of_p(painter, plot, own)
            marks.write(painter, Side.P.value, plot.x(own) + 9.0, plot.top + 7.0, self.theme.p_text, bold=True)
        if not np.isfinite(bar.ys).any():
            self._paint_always_infinite(painter, plot, bar, snapshot)
        self._curve(painter, plot, bar.xs, bar.ys)

    def _paint_always_infinite(self, painter: QPainter, plot: Plot, bar: BarProfile, snapshot: Snapshot) -> None:
        """Write which other category keeps KL at ∞ for all values."""
        others = [index for index in snapshot.infinite if index != bar.index]
        if others:
            label = short_name(snapshot.comparison.labels[others[0]])
            words = translate("Landscape", "∞ all along: Q({label}) = 0").format(label=label)
            middle = (plot.left + plot.right) / 2, (plot.top + plot.bottom) / 2
            marks.write_on_ground(painter, words, *middle, self.theme, self.theme.excess_text)

    def _title(self, painter: QPainter, plot: Plot, *texts: str) -> None:
        words = first_that_fits(texts, marks.TEXT_SIZE, plot.right - plot.left)
        half = laid(words, marks.TEXT_SIZE).width / 2
        marks.write(painter, words, plot.left + half, plot.top - 21.0, self.theme.ink)

    def _line_of_p(self, painter: QPainter, plot: Plot, value: float) -> None:
        pen = QPen(QColor(self.theme.p_text), 2.0)
        pen.setDashPattern([2.5, 1.5])
        painter.setPen(pen)
        x = round(plot.x(value))
        painter.drawLine(QLineF(x, plot.top, x, plot.bottom))

    def _curve(self, painter: QPainter, plot: Plot, xs: np.ndarray, ys: np.ndarray) -> None:
        marks.curve(painter, plot, (xs, ys), self.theme.excess_text)
        for at_right, end in ((False, 0), (True, -1)):
            if isinf(ys[end]):
                marks.infinite_side(painter, plot, at_right, self.theme)

    def _paint_value(self, painter: QPainter, plot: Plot, x: float, y: float, value: float) -> None:
        text = numbers.value(value, 3)
        if plot.up.high < value < np.inf:
            shapes.arrow(painter, x, plot.top - 17.0, self.theme.excess_text)
        half = laid(text, marks.TEXT_SIZE).width / 2 + 15.0
        sideways = half if x < (plot.left + plot.right) / 2 else -half
        marks.write_on_ground(
            painter,
            text,
            x + sideways,
            min(max(y, plot.top + 8.0), plot.bottom - 10.0),
            self.theme,
            self.theme.excess_text,
        )
