"""What was drawn, over the bars of P: a hollow square in every column, as high as counts / N."""

from __future__ import annotations

from PySide6.QtGui import QPainter

from klscope.model.evidence import Findings
from klscope.theory.distribution import FloatArray
from klscope.views.charts import brushes
from klscope.views.charts.bar_chart import BarChart
from klscope.views.charts.geometry import PlotArea

NARROWEST = 3.0
"""Columns narrower than this many pixels have no square."""
LARGEST, EDGE = 9.0, 1.5
ROOM_FOR_HANDLE = 52.0
"""From this width of a bar on the square stands right of the middle, where the bar's handle is."""


def square_places(area: PlotArea, shares: FloatArray) -> tuple[FloatArray, FloatArray, float]:
    """Return the middles (xs, ys) of all squares and how wide they are; what is beyond the axis is at its end."""
    side = min(LARGEST, max(3.0, 0.7 * area.bar_width))
    aside = area.bar_width / 2 - LARGEST if area.bar_width >= ROOM_FOR_HANDLE else 0.0
    return area.lefts + area.bar_width / 2 + aside, area.ys(shares), side


class DrawnShares:
    """An overlay of the chart of P, over its dashes: where P and Q agree they would hide it."""

    over_lines = True

    def __init__(self) -> None:
        self.found: Findings | None = None

    def paint(self, painter: QPainter, chart: BarChart) -> None:
        """Paint the squares; an arrow where a share is higher than the axis."""
        found, area = self.found, chart.area
        if found is None or not found.evidence.count or found.counts.size != area.n or area.column_width < NARROWEST:
            return
        xs, ys, side = square_places(area, found.shares)
        beyond = found.shares > area.shown.high
        xs_in, ys_in, half = xs[~beyond], ys[~beyond], side / 2
        theme = chart.theme
        for reach, colour in ((half + 1.0, theme.card), (half, theme.ink), (half - EDGE, theme.card)):
            if reach > 0.0:  # an edge as three fills: a pen takes six times as long
                brushes.fill_rectangles(painter, xs_in - reach, ys_in - reach, 2 * reach, ys_in + reach, colour)
        for x in xs[beyond].tolist():
            brushes.arrow(painter, x, area.top + 1.0, theme.ink)
