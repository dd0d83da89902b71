"""The overlay of training on Q's chart: negative gradients as arrows, and the next step as hollow bars."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QLineF, QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from klscope.model.training_run import TrainingRun
from klscope.theory.distribution import FloatArray
from klscope.views.bars.bar_frame import BarFrame
from klscope.views.painting.geometry import PlotArea
from klscope.views.theme import Theme

MOST_COLUMNS = 200
NARROWEST_HEADED = 10.0
"""In narrower columns, in pixels, an arrow is a line, and a hollow bar its top."""
HEAD, HALF_HEAD = 7.0, 4.5
SHORTEST_DRAWN = 0.75
LOWEST_PARTED = 12.0
"""The lowest bar, in pixels, in which a hollow top has a gap around it."""
BESIDE = 3.0
"""The distance of a hollow bar's sides from its bar, in pixels, if there is space."""


def arrow_ends(area: PlotArea, q: FloatArray, negative_gradient: FloatArray) -> tuple[FloatArray, FloatArray]:
    """Return the y of the tail of each arrow, the top of its bar, and of its tip, at q plus the negative gradient.

    The forward negative gradient is P − Q, so its arrow ends at P. Both are clipped to the area, shape ``(n,)``.
    """
    return area.ys(q), area.ys(q + negative_gradient)


def hollow_lines(area: PlotArea, after: FloatArray) -> list[QLineF]:
    """Return the sides and tops of the bars of ``after``: three lines each."""
    beside = max(0.0, min(BESIDE, (area.column_width - area.bar_width) / 2.0 - 1.0))  # clear of the next bar
    lines = []
    for left, y in zip((area.lefts - beside).tolist(), np.round(area.ys(after)).tolist(), strict=True):
        right = left + area.bar_width + 2.0 * beside
        lines += [QLineF(left, y, right, y), QLineF(left, area.bottom, left, y), QLineF(right, area.bottom, right, y)]
    return lines


class TrainingOverlay:
    """Arrows and hollow bars of a run, below the dashes, which a hollow top could hide."""

    over_lines = False

    def __init__(self) -> None:
        self.run: TrainingRun | None = None

    def paint(self, painter: QPainter, frame: BarFrame) -> None:
        run, area, theme = self.run, frame.area, frame.theme
        if run is None or area.n > MOST_COLUMNS or run.q.size != area.n:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        if run.after is not None:
            self._paint_hollow(painter, area, run.q, run.after, theme)
        if run.negative_gradient is not None:
            self._paint_arrows(painter, area, run, run.negative_gradient, theme)

    def _paint_hollow(self, painter: QPainter, area: PlotArea, q: FloatArray, after: FloatArray, theme: Theme) -> None:
        lines = hollow_lines(area, after)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(theme.card), 3.0))
        parted = area.bottom - area.ys(q) >= LOWEST_PARTED
        tops = [top for top, one in zip(lines[::3], parted.tolist(), strict=True) if one]
        painter.drawLines(tops)  # tops are over fills, sides beside them
        painter.setPen(QPen(QColor(theme.quiet), 1.0))
        painter.drawLines(lines if area.column_width >= NARROWEST_HEADED else lines[::3])

    def _paint_arrows(
        self, painter: QPainter, area: PlotArea, run: TrainingRun, negative_gradient: FloatArray, theme: Theme
    ) -> None:
        tails, tips = arrow_ends(area, run.q, negative_gradient)
        xs = area.lefts + area.bar_width / 2
        drawn = np.flatnonzero(np.abs(tips - tails) >= SHORTEST_DRAWN)
        headed = area.column_width >= NARROWEST_HEADED
        shafts, heads = [], QPainterPath()
        for index in drawn.tolist():
            x, tail, tip = float(xs[index]), float(tails[index]), float(tips[index])
            back = tip
            if headed:
                back = tip - np.sign(tip - tail) * min(HEAD, abs(tip - tail))
                half = min(HALF_HEAD, area.column_width / 2.0 - 1.0)
                heads.moveTo(QPointF(x, tip))
                heads.lineTo(QPointF(x - half, back))
                heads.lineTo(QPointF(x + half, back))
                heads.closeSubpath()
            shafts.append(QLineF(round(x), tail, round(x), back))
        halo = QPen(QColor(theme.card), 4.0)
        halo.setCapStyle(Qt.PenCapStyle.FlatCap)
        if headed:
            painter.setPen(halo)
            painter.drawLines(shafts)
        shaft = QPen(QColor(theme.ink), 2.0)
        shaft.setCapStyle(Qt.PenCapStyle.FlatCap)
        painter.setPen(shaft)
        painter.drawLines(shafts)
        if headed:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
            painter.setPen(QPen(QColor(theme.card), 1.0))
            painter.setBrush(QColor(theme.ink))
            painter.drawPath(heads)
