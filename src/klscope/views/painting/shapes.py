"""Shapes that the charts share: batches of bars, dashes with a halo, hatches, padlocks, handles, torn edges."""

from __future__ import annotations

from collections import deque
from functools import lru_cache
from itertools import repeat
from math import ceil, floor

import numpy as np
from PySide6.QtCore import QLineF, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPen, QPixmap, QPolygonF

from klscope.theory.distribution import FloatArray
from klscope.views.painting.paths import segments
from klscope.views.painting.static_texts import laid, write
from klscope.views.painting.vector_device import paints_shapes
from klscope.views.theme import Theme

HANDLE_WIDTH = 30.0
HANDLE_HEIGHT = 8.0
PILL_SIZE = 13
DASHES = (5.0, 3.0)
OUTLINE = 1.5
HATCH_LINE = 1.3
HATCH_STEP = 8.0
NARROWEST_HATCHED = 3.0
MOST_SHAPES = 4000
"""The largest number of bars in vector output; more are drawn as an image, to bound the size of the file."""
IMAGE_RATIO = 4.0

_rectangles: list[QRectF] = []
"""Reused by `fill_rectangles`: setting a QRectF takes a third of the time of creating one."""


def fill_bars(
    painter: QPainter,
    lefts: FloatArray,
    tops: FloatArray,
    width: float,
    bottoms: FloatArray,
    colour: str,
    outline: str | None = None,
) -> None:
    """Fill rectangles in one call, skipping those of height 0.

    An outline is drawn inside, so that it does not change the height, and is thinner in a narrow bar. It is a second
    fill, because a pen takes six times as long.
    """
    tall = bottoms - tops > 1e-9
    lefts, tops, bottoms = lefts[tall], tops[tall], bottoms[tall]
    if outline is None:
        fill_rectangles(painter, lefts, tops, width, bottoms, colour)
        return
    fill_rectangles(painter, lefts, tops, width, bottoms, outline)
    edge = min(OUTLINE, width / 10.0)
    inner = bottoms - tops > 2 * edge
    fill_rectangles(painter, lefts[inner] + edge, tops[inner] + edge, width - 2 * edge, bottoms[inner] - edge, colour)


def fill_rectangles(
    painter: QPainter, lefts: FloatArray, tops: FloatArray, width: float | FloatArray, bottoms: FloatArray, colour: str
) -> None:
    """Fill rectangles in one call; ``widths`` is a number or an array."""
    if lefts.size == 0:
        return
    if lefts.size > MOST_SHAPES and paints_shapes(painter):
        _fill_as_image(painter, lefts, tops, width, bottoms, colour)
        return
    _rectangles.extend(QRectF() for _ in range(lefts.size - len(_rectangles)))
    widths = repeat(width) if isinstance(width, float) else width.tolist()
    edges = lefts.tolist(), tops.tolist(), widths, (bottoms - tops).tolist()
    deque(map(QRectF.setRect, _rectangles, *edges), maxlen=0)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colour))
    painter.drawRects(_rectangles[: lefts.size])


def _fill_as_image(
    painter: QPainter, lefts: FloatArray, tops: FloatArray, width: float | FloatArray, bottoms: FloatArray, colour: str
) -> None:
    left, top = floor(float(lefts.min())), floor(float(tops.min()))
    right, bottom = ceil(float((lefts + width).max())), ceil(float(bottoms.max()))
    image = QImage(QSize(right - left, bottom - top) * IMAGE_RATIO, QImage.Format.Format_ARGB32_Premultiplied)
    image.setDevicePixelRatio(IMAGE_RATIO)
    image.fill(Qt.GlobalColor.transparent)
    own = QPainter(image)
    own.setRenderHints(painter.renderHints())
    own.translate(-left, -top)
    fill_rectangles(own, lefts, tops, width, bottoms, colour)
    own.end()
    painter.drawImage(QRectF(left, top, right - left, bottom - top), image)


def hatch_bars(
    painter: QPainter, lefts: FloatArray, tops: FloatArray, width: float | FloatArray, bottoms: FloatArray, theme: Theme
) -> None:
    """Hatch rectangles with diagonal lines in the background colour."""
    widths = np.broadcast_to(width, lefts.shape)
    tall = np.flatnonzero(bottoms - tops > 1e-9)
    fill_rectangles(painter, lefts[tall], tops[tall], widths[tall], bottoms[tall], theme.saving_fill)
    tall = tall[widths[tall] >= NARROWEST_HATCHED]
    if tall.size == 0:
        return
    widths = widths[tall]
    if paints_shapes(painter):
        _hatch_by_lines(painter, lefts[tall], tops[tall], widths, bottoms[tall], theme.card)
        return
    # The lines are copied from a pixmap: a pixmap brush takes twenty times as long, and with a device pixel ratio of 2
    # Qt 6.11 paints no static text after it.
    ratio = painter.deviceTransform().m11()
    across = ceil((float(widths.max()) + 1.0) / 64.0) * 64
    sheet = _hatch_lines(across, ceil(float((bottoms - tops).max()) / 64.0) * 64, theme.card, ratio)
    edges = np.array((lefts[tall], tops[tall], lefts[tall] + widths, bottoms[tall]))
    painter.save()
    painter.scale(1.0 / ratio, 1.0 / ratio)  # device pixels
    for left, top, right, bottom in np.rint(edges * ratio).astype(int).T.tolist():
        if bottom > top:  # Qt interprets a height of 0 as that of the whole pixmap
            painter.drawPixmap(left, top, sheet, 0, 0, right - left, bottom - top)
    painter.restore()


def _hatch_by_lines(
    painter: QPainter, lefts: FloatArray, tops: FloatArray, widths: FloatArray, bottoms: FloatArray, colour: str
) -> None:
    """Draw diagonal lines clipped to each rectangle."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
    painter.setPen(QPen(QColor(colour), HATCH_LINE))
    for left, top, width, bottom in np.stack((lefts, tops, widths, bottoms), axis=1).tolist():
        painter.save()
        painter.setClipRect(QRectF(left, top, width, bottom - top), Qt.ClipOperation.IntersectClip)
        # at the positions of the lines in the pixmap
        low, high, height = bottom + 1.0, top - 1.0, bottom - top
        crossings = np.arange(0.0, width + height, HATCH_STEP).tolist()
        painter.drawLines([QLineF(left + at - height - 1.0, low, left + at + 1.0, high) for at in crossings])
        painter.restore()
    painter.restore()


@lru_cache(maxsize=16)
def _hatch_lines(width: int, height: int, colour: str, ratio: float) -> QPixmap:
    """Return a transparent pixmap with diagonal lines, for a device pixel ratio."""
    pixmap = QPixmap(ceil(width * ratio), ceil(height * ratio))
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.scale(ratio, ratio)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
    painter.setPen(QPen(QColor(colour), HATCH_LINE))
    painter.drawLines(
        [QLineF(at - height - 1.0, height + 1.0, at + 1.0, -1.0) for at in np.arange(0.0, width + height, HATCH_STEP)]
    )
    painter.end()
    return pixmap


def pixel_of(painter: QPainter) -> float:
    """Return the size of a device pixel if the scale is fractional; 1 if lines fall on whole pixels."""
    enlarged = painter.deviceTransform().m11()
    return 1.0 if enlarged.is_integer() else 1.0 / enlarged


def level_lines(
    painter: QPainter, lefts: FloatArray, ys: FloatArray, width: float, theme: Theme, colour: str, dashed: bool
) -> None:
    """Draw horizontal lines of one width in one call; dashed ones with `dashed_pens`."""
    if lefts.size == 0:
        return
    pixel = pixel_of(painter)
    ys = np.round(ys / pixel) * pixel
    xs = lefts.repeat(2)
    xs[1::2] += width
    lines = segments(xs, ys.repeat(2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    thick = round(2.0 / pixel) * pixel
    if not dashed:
        painter.setPen(QPen(QColor(colour), thick))
        painter.drawPath(lines)
        return
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    # a narrow column has one short dash and its gap
    pattern = min(DASHES[0], 0.6 * width), min(DASHES[1], 0.4 * width)
    for pen in dashed_pens(colour, theme, thick, pattern):
        painter.setPen(pen)
        painter.drawPath(lines)


@lru_cache(maxsize=16)
def dashed_pens(
    colour: str, theme: Theme, thick: float = 2.0, pattern: tuple[float, float] = DASHES
) -> tuple[QPen, QPen]:
    """Return the two pens of a dashed line, for the halo and the dashes; lengths are in pixels.

    The halo, 1 px of the background colour on both sides of each dash, separates it from any fill. There is none
    between dashes.
    """
    pens = QPen(QColor(theme.card), thick + 2.0), QPen(QColor(colour), thick)
    for pen in pens:
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        pen.setDashPattern([part / pen.widthF() for part in pattern])
    return pens


def dashes(painter: QPainter, lines: list[QLineF], colour: str, theme: Theme) -> None:
    """Draw dashed lines with `dashed_pens`."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    for pen in dashed_pens(colour, theme):
        painter.setPen(pen)
        painter.drawLines(lines)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)


def handle(painter: QPainter, x: float, y: float, width: float, theme: Theme, hollow: bool) -> None:
    """Draw the handle of a bar with the centre of its top at (x, y); ``hollow`` for a bar of height 0."""
    wide = min(HANDLE_WIDTH, max(6.0, width))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
    painter.setPen(QPen(QColor(theme.ink), 1.6))
    painter.setBrush(Qt.BrushStyle.NoBrush if hollow else QColor(theme.card))
    radius = HANDLE_HEIGHT / 2
    painter.drawRoundedRect(QRectF(x - wide / 2, y - radius, wide, HANDLE_HEIGHT), radius, radius)


def pill(painter: QPainter, text: str, at: QPointF, theme: Theme, bounds: QRectF) -> None:
    """Draw a number on a rounded background, centred at ``at`` but inside ``bounds``."""
    width = laid(text, PILL_SIZE, bold=True).width + 10.0
    height = 19.0
    left = min(max(at.x() - width / 2, bounds.left()), bounds.right() - width)
    top = min(max(at.y() - height / 2, bounds.top()), bounds.bottom() - height)
    box = QRectF(left, top, width, height)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
    painter.setPen(QPen(QColor(theme.border), 1.0))
    painter.setBrush(QColor(theme.card))
    painter.drawRoundedRect(box, 4.0, 4.0)
    write(painter, text, box.center().x(), box.center().y(), PILL_SIZE, theme.ink, bold=True)


def padlock(painter: QPainter, x: float, y: float, colour: str, locked: bool) -> None:
    """Draw a padlock of 10 × 12 px centred at (x, y), with an open shackle if it is not locked."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
    ink = QColor(colour)
    pen = QPen(ink, 1.5)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    shackle = QPainterPath()
    if locked:
        shackle.moveTo(x - 2.8, y - 0.5)
        shackle.arcTo(QRectF(x - 2.8, y - 6.0, 5.6, 6.0), 180.0, -180.0)
        shackle.lineTo(x + 2.8, y - 0.5)
    else:
        shackle.moveTo(x + 2.8, y - 0.5)
        shackle.lineTo(x + 2.8, y - 3.4)
        shackle.arcTo(QRectF(x + 2.8, y - 6.4, 5.2, 6.0), 180.0, -160.0)
    painter.drawPath(shackle)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink)
    painter.drawRoundedRect(QRectF(x - 4.6, y - 0.8, 9.2, 7.0), 1.6, 1.6)


def torn_gap(painter: QPainter, left: float, width: float, y: float, theme: Theme) -> None:
    """Draw a break in a bar at ``y``: a zigzag in the background colour, for a bar not to scale."""
    teeth = max(2, round(width / 9.0))
    step = width / teeth
    upper = [QPointF(left + step * place, y + (3.0 if place % 2 else -3.0)) for place in range(teeth + 1)]
    lower = [QPointF(point.x(), point.y() + 5.0) for point in reversed(upper)]
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(theme.card))
    painter.drawPolygon(QPolygonF(upper + lower))


def arrow(painter: QPainter, x: float, y: float, colour: str, down: bool = False) -> None:
    """Draw a small arrowhead at (x, y), for a bar that extends beyond the axis."""
    turn = -1.0 if down else 1.0
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colour))
    painter.drawPolygon(QPolygonF([QPointF(x - 5, y + 6 * turn), QPointF(x + 5, y + 6 * turn), QPointF(x, y)]))
