"""Painting of the landscape: the points P and Q, infinite edges, curves and the frame of a plot."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from klscope.model.comparison import Side
from klscope.theory.distribution import FloatArray
from klscope.views.landscape.plot import Plot
from klscope.views.painting import static_texts
from klscope.views.painting.paths import polyline
from klscope.views.painting.static_texts import laid, write_from
from klscope.views.painting.value_axis import paint_axis
from klscope.views.theme import LIGHT, Theme
from klscope.views.words import numbers

RADIUS, HALO, UNDER = 9.0, 1.5, 13.0
TEXT_SIZE = 12
COMB_STEP, COMB_LENGTH = 6.0, 7.0


def write(painter: QPainter, text: str, x: float, y: float, colour: str, bold: bool = False) -> None:
    """Write a short text centred at (x, y)."""
    static_texts.write(painter, text, x, y, TEXT_SIZE, colour, bold)


def write_inside(
    painter: QPainter, text: str, x: float, y: float, colour: str, ends: tuple[float, float], bold: bool = False
) -> None:
    """Write a short text centred at (x, y), moved horizontally to fit between two ends."""
    half = laid(text, TEXT_SIZE, bold).width / 2
    write(painter, text, min(max(x, ends[0] + half), ends[1] - half), y, colour, bold)


def write_row(painter: QPainter, texts: list[tuple[str, str]], x: float, y: float) -> None:
    """Write coloured texts in a row, centred at (x, y)."""
    widths = [laid(text, TEXT_SIZE).width for text, _ in texts]
    left = x - sum(widths) / 2
    for text, colour in texts:
        left = write_from(painter, text, left, y, TEXT_SIZE, colour)


def write_on_ground(painter: QPainter, text: str, x: float, y: float, theme: Theme, colour: str) -> None:
    """Write a short text on a background of the card's colour."""
    size = laid(text, TEXT_SIZE)
    ground = QColor(theme.card)
    ground.setAlphaF(0.8)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ground)
    painter.drawRoundedRect(QRectF(x - size.width / 2 - 3.0, y - 8.0, size.width + 6.0, 16.0), 4.0, 4.0)
    write(painter, text, x, y, colour)


def point(
    painter: QPainter, x: float, y: float, side: Side, theme: Theme, ringed: bool, radius: float = RADIUS
) -> None:
    """Draw P or Q as a disc with its letter, with a ring if keys move it."""
    fill, edge = (theme.p_fill, theme.p_fill) if side is Side.P else (theme.q_fill, theme.q_outline)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
    painter.setPen(QPen(QColor(theme.card), 2.0 * HALO))
    painter.setBrush(QColor(theme.card))
    painter.drawEllipse(QPointF(x, y), radius, radius)
    painter.setPen(QPen(QColor(edge), 1.5))
    painter.setBrush(QColor(fill))
    painter.drawEllipse(QPointF(x, y), radius - 0.75, radius - 0.75)
    if ringed:
        painter.setPen(QPen(QColor(theme.ink), 2.0))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(QPointF(x, y), radius + 2.5, radius + 2.5)
    write(painter, side.value, x, y, theme.on_p_fill if side is Side.P else LIGHT.ink, bold=True)


def comb(painter: QPainter, start: QPointF, end: QPointF, outwards: QPointF, theme: Theme) -> None:
    """Draw an infinite edge: slanted strokes along its outer side. ``outwards`` has length 1 px."""
    line = QLineF(start, end)
    length = line.length()
    along = QPointF(line.dx() / length, line.dy() / length)
    foot = start
    strokes = []
    slant = outwards * COMB_LENGTH + along * (COMB_LENGTH * 0.6)
    for place in np.arange(COMB_STEP / 2, length - COMB_STEP / 2, COMB_STEP).tolist():
        foot = start + along * place
        strokes.append(QLineF(foot, foot + slant))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
    painter.setPen(QPen(QColor(theme.excess_text), 1.2))
    painter.drawLines([line, *strokes])


def frame(
    painter: QPainter, plot: Plot, theme: Theme, up: list[tuple[float, str]], across: list[tuple[float, str]]
) -> None:
    """Draw the background of a plot: grid lines with their numbers, and the base line."""
    texts = [(round(plot.y(value)), text) for value, text in up]
    paint_axis(painter, texts, (plot.left, plot.right), theme, TEXT_SIZE, gap=11.0)
    painter.setPen(QPen(QColor(theme.baseline), 1.0))
    base = round(plot.bottom)
    stands = [round(plot.x(value)) for value, _ in across]
    painter.drawLines([QLineF(plot.left, base, plot.right, base), *(QLineF(x, base, x, base + 4.0) for x in stands)])
    for x, (_, text) in zip(stands, across, strict=True):
        write(painter, text, x, base + 14.0, theme.quiet)


def curve(
    painter: QPainter, plot: Plot, values: tuple[FloatArray, FloatArray], colour: str, dashed: bool = False
) -> None:
    """Draw a curve of x and y, shapes ``(m,)``, clipped at the top of the plot."""
    xs, ys = values
    painter.save()
    painter.setClipRect(
        QRectF(plot.left - 1.0, plot.top - 1.0, plot.right - plot.left + 2.0, plot.bottom - plot.top + 3)
    )
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
    pen = QPen(QColor(colour), 2.0)
    if dashed:
        pen.setDashPattern([2.5, 1.5])
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(polyline(plot.xs(xs), plot.ys(ys)))
    painter.restore()


def infinite_side(painter: QPainter, plot: Plot, at_right: bool, theme: Theme) -> None:
    """Mark the left or right side of a plot as one where the curve is ∞."""
    x, sign = (plot.right, 1.0) if at_right else (plot.left, -1.0)
    comb(painter, QPointF(x, plot.top), QPointF(x, plot.bottom), QPointF(sign, 0.0), theme)
    write(painter, numbers.INFINITY, x, plot.top - 9.0, theme.excess_text, bold=True)


def bracket(painter: QPainter, x: float, low: float, high: float, theme: Theme) -> None:
    """Draw a bracket from the y ``low`` to the y ``high``: a thick line with feet."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    painter.setPen(QPen(QColor(theme.excess_text), 3.0))
    painter.drawLine(QLineF(x, low, x, high))
    painter.setPen(QPen(QColor(theme.excess_text), 2.0))
    painter.drawLines([QLineF(x - 4.0, low, x + 4.0, low), QLineF(x - 4.0, high, x + 4.0, high)])
