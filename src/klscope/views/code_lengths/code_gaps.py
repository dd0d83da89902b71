"""The differences of each code length from the optimum, as numbers above the blocks."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from klscope.theory.distribution import FloatArray
from klscope.views.code_lengths.code_geometry import CodeBlocks, IndexArray
from klscope.views.painting import shapes
from klscope.views.painting.geometry import PlotArea
from klscope.views.painting.static_texts import laid, write
from klscope.views.theme import Theme
from klscope.views.words import numbers

WORDS_HEIGHT = 37.0
NUMBER_SIZE, NUMBER_HEIGHT = 12, 16.0
NARROWEST_TORN, NARROWEST_ARROWED = 6.0, 12.0
NARROWEST_NUMBERED, ROOM_FOR_THREE_DECIMALS = 26.0, 48.0


@dataclass(frozen=True)
class GapPlaces:
    """The current positions of the blocks, in viewport pixels, and their final ones."""

    area: PlotArea
    blocks: CodeBlocks
    target: CodeBlocks
    lefts: FloatArray
    widths: FloatArray
    order: IndexArray


def paint_gaps(painter: QPainter, places: GapPlaces, pointed: int, theme: Theme) -> None:
    """Write the difference of each code length from the optimum above blocks that are wide enough."""
    area, blocks, lefts, widths = places.area, places.blocks, places.lefts, places.widths
    gaps = places.target.gaps
    tops = area.ys(np.where(blocks.widths > 0.0, np.maximum(blocks.heights, blocks.lines), 0.0))
    for index in places.target.open_topped.tolist():
        if widths[index] >= NARROWEST_TORN:
            tear = (area.top + float(area.ys(blocks.lines[index : index + 1])[0])) / 2  # away from the line
            shapes.torn_gap(painter, float(lefts[index]), float(widths[index]), tear, theme)
    taken = QRectF()
    if 0 <= pointed < gaps.size:
        text = numbers.signed(float(gaps[pointed]))
        x = float(lefts[pointed] + widths[pointed] / 2)
        if laid(text, NUMBER_SIZE, bold=True).width > widths[pointed]:
            bounds = QRectF(area.left, WORDS_HEIGHT - 2.0, area.width, NUMBER_HEIGHT + 3.0)
            shapes.pill(painter, text, QPointF(x, bounds.center().y()), theme, bounds)
            half = laid(text, shapes.PILL_SIZE, bold=True).width / 2 + 8.0
            middle = min(max(x, area.left + half), area.right - half)
            taken = QRectF(middle - half, 0.0, 2 * half, area.top + 2.0)
    if not gaps.any():
        return  # every code is optimal: zeros could be mistaken for the lengths
    last = -np.inf
    named = widths[(widths >= NARROWEST_NUMBERED) & np.isfinite(gaps)]
    decimals = 3 if named.size and named.min() >= ROOM_FOR_THREE_DECIMALS else 2
    for index in places.order.tolist():
        gap, width = float(gaps[index]), float(widths[index])
        if width <= 0.0 or (width < NARROWEST_NUMBERED and not np.isinf(gap)):
            continue
        text = numbers.signed(gap, decimals)
        text = numbers.INFINITY if np.isinf(gap) else text
        size = laid(text, NUMBER_SIZE, bold=True).width
        x, y = float(lefts[index]) + width / 2, float(tops[index]) - NUMBER_HEIGHT / 2
        half = size / 2 + 2.0
        if (size > width and not np.isinf(gap)) or (size > width and x - half < last):
            continue
        if taken.intersects(QRectF(x - half, y - 6.0, 2 * half, 12.0)):
            continue
        last = x + half
        colour = theme.excess_text if gap > 0 else theme.saving_text if gap < 0 else theme.quiet
        write(painter, text, x, y, NUMBER_SIZE, colour, bold=True)
        highest = max(float(blocks.heights[index]), float(blocks.lines[index]))
        if np.isfinite(highest) and not area.shown.holds(highest) and width >= NARROWEST_ARROWED:
            shapes.arrow(painter, x, area.top + 3.0, theme.card)
