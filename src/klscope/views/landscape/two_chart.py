"""The landscape for two categories: the entropy with its tangent at q, read at p, and KL over q."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QCoreApplication, QLineF, QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from klscope.model.comparison import Side
from klscope.model.snapshot import Snapshot
from klscope.theory.landscape import binary_cross_entropy, binary_divergence, binary_entropy
from klscope.views.landscape import plot_painting as marks
from klscope.views.landscape.draggable_plot import SENTENCE_HEIGHT, Acts, LandscapeChart
from klscope.views.landscape.plot import MarkDrag, Plot, dense_at_ends, reach
from klscope.views.painting import shapes
from klscope.views.painting.axes import Range
from klscope.views.painting.value_axis import most_ticks, numbered
from klscope.views.theme import Theme
from klscope.views.words import numbers, unit_names
from klscope.views.words.names import short_name
from klscope.views.words.sums import added

translate = QCoreApplication.translate
POINTS = 121
TITLE, LEFT_ROOM, RIGHT_ROOM, BETWEEN, FOOT = 38.0, 42.0, 18.0, 62.0, 42.0
SHARES = dense_at_ends(0.0, 1.0, POINTS)
Texts = list[tuple[str, str]]
ON_ENTROPY, ON_DIVERGENCE = "entropy", "divergence"


class TwoChart(LandscapeChart):
    """Shows two plots; p and q can be dragged in both. A mark is a side and a plot."""

    def __init__(self, acts: Acts, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(acts, theme, parent)
        self._tops = (1.0, 1.0)
        self._drag: MarkDrag | None = None
        self.setObjectName("twoChart")

    def show_snapshot(self, snapshot: Snapshot) -> None:
        if snapshot.comparison.n == 2 and not snapshot.axes_frozen:
            self._tops = (
                reach([snapshot.cross_entropy], np.empty(0), snapshot.uniform_entropy * 1.15),
                reach([snapshot.kl_divergence], np.empty(0), snapshot.uniform_entropy * 1.5),
            )
        super().show_snapshot(snapshot)

    def shares(self) -> tuple[float, float]:
        """Return p and q: the probabilities of the first category."""
        comparison = self.shown.comparison
        return float(comparison.p.probabilities[0]), float(comparison.q.probabilities[0])

    @property
    def plots(self) -> tuple[Plot, Plot]:
        width = (self.logical_size.width() - LEFT_ROOM - BETWEEN - RIGHT_ROOM) / 2
        top, bottom = SENTENCE_HEIGHT + TITLE + 12.0, self.logical_size.height() - FOOT
        second = LEFT_ROOM + width + BETWEEN
        across = Range(0.0, 1.0)
        return (
            Plot(LEFT_ROOM, top, LEFT_ROOM + width, bottom, across, Range(0.0, self._tops[0])),
            Plot(second, top, second + width, bottom, across, Range(0.0, self._tops[1])),
        )

    def marks(self) -> dict[object, tuple[float, float]]:
        if self.snapshot is None or self.snapshot.comparison.n != 2:
            return {}
        first, second = self.plots
        p, q = self.shares()
        unit = self.snapshot.view.unit
        heights = unit.from_nats(binary_entropy(np.array([p, q])))
        return {
            (Side.P, ON_DIVERGENCE): (second.x(p), second.bottom),
            (Side.Q, ON_DIVERGENCE): (second.x(q), second.y(self.snapshot.kl_divergence)),
            (Side.P, ON_ENTROPY): (first.x(p), first.y(float(heights[0]))),
            (Side.Q, ON_ENTROPY): (first.x(q), first.y(float(heights[1]))),
        }

    def side_of(self, mark: object) -> Side:
        assert isinstance(mark, tuple)
        side = mark[0]
        assert isinstance(side, Side)
        return side

    def take(self, mark: object, position: QPointF) -> None:
        assert isinstance(mark, tuple)
        start = self.shares()[0 if mark[0] is Side.P else 1]
        self._drag = MarkDrag(start, position.x(), self.plots[0 if mark[1] == ON_ENTROPY else 1])

    def begin(self, mark: object) -> None:
        self.acts.bar_taken.emit(self.side_of(mark), 0)

    def follow(self, mark: object, position: QPointF, snapping: bool) -> None:
        assert self._drag is not None
        side = self.side_of(mark)
        other = self.shares()[1 if side is Side.P else 0]
        self.acts.bar_dragged.emit(side, 0, self._drag.value(position.x(), (other,) if snapping else ()))

    def step(self, key: Qt.Key, amount: float) -> None:
        rising = key in (Qt.Key.Key_Right, Qt.Key.Key_Up)
        self.acts.bar_stepped.emit(self.side_of(self.chosen), 0, amount if rising else -amount)

    def sentence(self) -> str:
        return translate("Landscape", "KL is how far the tangent at Q passes above the curve at P.")

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self.snapshot is None or self.snapshot.comparison.n != 2:
            return
        painter = self.painter()
        self.paint_sentence(painter)
        first, second = self.plots
        self._paint_entropy(painter, first, self.snapshot)
        self._paint_divergence(painter, second, self.snapshot)
        for mark, (x, y) in self.marks().items():
            side = self.side_of(mark)
            marks.point(painter, x, y, side, self.theme, mark == self.chosen and self.hasFocus())
        painter.end()

    def _paint_frame(self, painter: QPainter, plot: Plot, rows: tuple[Texts, Texts], snapshot: Snapshot) -> None:
        halves = [(0.0, "0"), (0.5, "0.5"), (1.0, "1")]
        marks.frame(painter, plot, self.theme, numbered(plot.up, most_ticks(plot.bottom - plot.top)), halves)
        middle = (plot.left + plot.right) / 2
        for row, texts in enumerate(rows):
            marks.write_row(painter, texts, middle, SENTENCE_HEIGHT + 9.0 + 17.0 * row)
        label = short_name(snapshot.comparison.labels[0])
        words = translate("Landscape", "probability of {label}").format(label=label)
        marks.write(painter, words, middle, plot.bottom + 31.0, self.theme.quiet)

    def _paint_entropy(self, painter: QPainter, plot: Plot, snapshot: Snapshot) -> None:
        theme, unit = self.theme, snapshot.view.unit
        p, q = self.shares()
        own, crossed, gap = snapshot.entropy, snapshot.cross_entropy, snapshot.kl_divergence
        texts = added((own, gap), crossed)
        first = [(f"H(P,Q) {texts.sign} {texts.total} {unit_names.plural(unit)}", theme.ink)]
        second = [(f"H(P) {texts.parts[0]} + ", theme.ink), (f"KL {texts.parts[1]}", theme.excess_text)]
        self._paint_frame(painter, plot, (first, second), snapshot)
        marks.curve(painter, plot, (SHARES, unit.from_nats(binary_entropy(SHARES))), theme.ink)
        if 0.0 < q < 1.0:
            ends = np.array([0.0, 1.0])
            tangent = unit.from_nats(binary_cross_entropy(ends, np.full(2, q)))
            marks.curve(painter, plot, (ends, tangent), theme.q_text, dashed=True)
        else:  # vertical
            x = plot.x(q)
            brush = QPen(QColor(theme.q_text), 2.0)
            brush.setDashPattern([2.5, 1.5])
            painter.setPen(brush)
            painter.drawLine(QLineF(x, plot.bottom, x, plot.top))
        x, low, high = plot.x(p), plot.y(own), plot.y(crossed)
        if gap > 0.0:
            marks.bracket(painter, x, low, high, theme)
            if crossed > plot.up.high:
                shapes.arrow(painter, x, plot.top - 5.0, theme.excess_text)

    def _paint_divergence(self, painter: QPainter, plot: Plot, snapshot: Snapshot) -> None:
        theme, unit = self.theme, snapshot.view.unit
        p, q = self.shares()
        gap, title = snapshot.kl_divergence, translate("Landscape", "over every Q")
        first, second = (
            [(f"KL(P‖Q) = {numbers.value(gap, 3)} {unit_names.plural(unit)}", theme.excess_text)],
            [(title, theme.quiet)],
        )
        self._paint_frame(painter, plot, (first, second), snapshot)
        marks.curve(
            painter, plot, (SHARES, unit.from_nats(binary_divergence(np.full(POINTS, p), SHARES))), theme.excess_text
        )
        for at_right, infinite in ((False, p > 0.0), (True, p < 1.0)):
            if infinite:
                marks.infinite_side(painter, plot, at_right, theme)
        if plot.up.high < gap < np.inf:
            shapes.arrow(painter, plot.x(q), plot.top - 17.0, theme.excess_text)
