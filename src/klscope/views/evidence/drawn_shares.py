"""The relative frequencies of samples, over the bars of P: a hollow square in each column."""

from __future__ import annotations

import numpy as np
from PySide6.QtGui import QPainter

from klscope.model.evidence import SampleStatistics
from klscope.theory.distribution import FloatArray
from klscope.views.bars.bar_frame import BarFrame
from klscope.views.painting import shapes
from klscope.views.painting.geometry import PlotArea

NARROWEST = 4.0
"""Narrower columns, in pixels, have no square."""
LARGEST, EDGE, HALO = 9.0, 1.5, 1.0
SMALLEST_HOLLOW, LARGEST_FILLED = 4.0, 3.0
"""Smaller squares are filled, without a halo."""
SHARE_OF_BAR = 0.5
"""The largest width of a square with its halo, relative to the bar."""
LOWEST = 3.0
ROOM_FOR_HANDLE = 52.0
"""In bars of at least this width the square is right of the handle."""


def square_places(area: PlotArea, shares: FloatArray) -> tuple[FloatArray, FloatArray, float]:
    """Return the centres (xs, ys) of all squares, clipped to the axis, and their size."""
    room = SHARE_OF_BAR * area.bar_width
    hollow = room - 2 * HALO >= SMALLEST_HOLLOW
    side = min(LARGEST, room - 2 * HALO) if hollow else min(LARGEST_FILLED, room)
    aside = area.bar_width / 2 - LARGEST if area.bar_width >= ROOM_FOR_HANDLE else 0.0
    return area.lefts + area.bar_width / 2 + aside, area.ys(shares), side


class DrawnShares:
    """An overlay of P's chart, above the dashes, which would hide it where P and Q agree."""

    over_lines = True

    def __init__(self) -> None:
        self.statistics: SampleStatistics | None = None

    def paint(self, painter: QPainter, frame: BarFrame) -> None:
        statistics, area = self.statistics, frame.area
        if (
            statistics is None
            or not statistics.count
            or statistics.counts.size != area.n
            or area.column_width < NARROWEST
        ):
            return
        xs, ys, side = square_places(area, statistics.shares)
        beyond = statistics.shares > area.shown.high
        half, theme = side / 2, frame.theme
        # whole pixels make all four edges alike
        xs_in, ys_in = (np.round(middles[~beyond] - half) + half for middles in (xs, ys))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
        fills = [(half, theme.ink)]
        if side >= SMALLEST_HOLLOW:  # an edge as three fills: a pen takes six times as long
            fills = [(half + HALO, theme.card), (half, theme.ink), (half - EDGE, theme.card)]
        for reach, colour in fills:
            high = max(reach, LOWEST / 2)
            shapes.fill_rectangles(painter, xs_in - reach, ys_in - high, 2 * reach, ys_in + high, colour)
        for x in xs[beyond].tolist():
            shapes.arrow(painter, x, area.top + 1.0, theme.ink)
