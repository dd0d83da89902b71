"""Painting of the loss curves: the background, which can be cached, and the marker with its tangent."""

from __future__ import annotations

import math
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from klscope.theory.loss_curves import PathLosses, Rule
from klscope.theory.units import Unit
from klscope.views.bars.highlight import RING_WIDTH
from klscope.views.loss_curves import loss_words
from klscope.views.loss_curves.loss_geometry import (
    MARKER,
    MARKS_ROW,
    TICKS_ROW,
    TITLE_ROW,
    WORDS_ROW,
    Panel,
    words_lines,
)
from klscope.views.loss_curves.loss_words import SIZE, Subject, slope_text
from klscope.views.painting import shapes
from klscope.views.painting.paths import segments
from klscope.views.painting.static_texts import laid, write, write_from
from klscope.views.painting.value_axis import numbered, paint_axis
from klscope.views.theme import Theme
from klscope.views.words import numbers, unit_names

translate = QCoreApplication.translate
DIAMOND, KEY = 5.0, 15.0
VALUES_BELOW = 12.0
"""The distance of the values below the axis, which leaves space for a diamond."""
SLOPE_HEIGHT = 16.0
WIDEST_SLOPE = 76.0
RING_ROOM = 6.0


@dataclass(frozen=True)
class Marks:
    """The arguments of painting that all panels share; ``height`` is that of the whole picture."""

    losses: PathLosses
    subject: Subject
    unit: Unit
    theme: Theme
    height: float

    @property
    def is_infinite(self) -> bool:
        """Whether the log loss is ∞ on the whole path."""
        return math.isinf(self.losses.constant)

    def shown_loss(self, rule: Rule, value: float) -> float:
        loss = self.losses.loss(rule, value)
        return self.unit.from_nats(loss) if rule is Rule.LOG else loss

    def shown_slope(self, rule: Rule, value: float) -> float:
        slope = self.losses.slope(rule, value)
        return self.unit.from_nats(slope) if rule is Rule.LOG else slope


def paint_ground(painter: QPainter, panel: Panel, marks: Marks) -> None:
    """Paint the background: title and axes."""
    _paint_title(painter, panel, marks)
    _paint_axes(painter, panel, marks)


def paint_curve(painter: QPainter, panel: Panel, marks: Marks) -> None:
    """Paint what does not depend on the marker: curve, line at p, minimum, texts."""
    _paint_lines(painter, panel, marks)
    _paint_curve(painter, panel, marks)
    _paint_infinite_ends(painter, panel, marks)
    least = marks.losses.least(panel.rule)
    if least is not None:
        loss = marks.shown_loss(panel.rule, least)
        _diamond(painter, panel.x(least), panel.y(loss), marks.theme)
    _paint_words(painter, panel, marks, with_key=least is not None)


def title_parts(panel: Panel, marks: Marks) -> tuple[str, str, float, float]:
    """Return the texts before and after the loss, the x of the title, and its y."""
    left, right = panel.column
    before, after = loss_words.title(panel.rule, unit_names.plural(marks.unit), right - left - 4.0)
    return before, after, left + 4.0, panel.top - MARKS_ROW - TITLE_ROW / 2.0


def _paint_title(painter: QPainter, panel: Panel, marks: Marks) -> None:
    before, _, left, y = title_parts(panel, marks)
    write_from(painter, before, left, y, SIZE, marks.theme.ink, bold=True)


def _paint_axes(painter: QPainter, panel: Panel, marks: Marks) -> None:
    theme = marks.theme
    most = max(3, min(4, int(panel.height / 22.0)))
    is_finite = panel.rule is not Rule.LOG or not marks.is_infinite
    texts = [(round(panel.y(loss)), text) for loss, text in numbered(panel.shown, most) if is_finite]
    paint_axis(painter, texts, (panel.left, panel.right), theme, SIZE, gap=MARKER + 4.0)
    xs = [round(panel.x(value)) for value in panel.axis.ticks]
    painter.setPen(QPen(QColor(theme.grid), 1.0))
    painter.drawLines([QLineF(x, panel.top, x, panel.bottom) for x in xs])
    painter.setPen(QPen(QColor(theme.baseline), 1.0))
    painter.drawLine(QLineF(panel.left, round(panel.bottom), panel.right, round(panel.bottom)))
    _paint_values(painter, panel, marks, xs)


def _paint_values(painter: QPainter, panel: Panel, marks: Marks, xs: list[int]) -> None:
    """Write the ends of the axis, as many numbers between as fit, and the name of the category."""
    y = panel.bottom + VALUES_BELOW
    named = [(numbers.short(value), float(x)) for value, x in zip(panel.axis.ticks, xs, strict=True)]
    between = [*named[1:-1], (marks.subject.q, panel.left + panel.width / 2.0)]
    taken: list[tuple[float, float]] = []
    for text, x in [named[0], named[-1], *between]:
        half = laid(text, SIZE).width / 2.0
        if all(x + half + 5.0 <= start or x - half - 5.0 >= end for start, end in taken):
            taken.append((x - half, x + half))
            write(painter, text, x, y, SIZE, marks.theme.quiet)


def _paint_lines(painter: QPainter, panel: Panel, marks: Marks) -> None:
    """Paint the line at p and, if locks limit the path, its end."""
    theme, losses = marks.theme, marks.losses
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    if losses.is_held and losses.is_movable:
        end = round(panel.x(losses.ceiling))
        painter.setPen(QPen(QColor(theme.quiet), 1.0, Qt.PenStyle.DotLine))
        painter.drawLine(QLineF(end, panel.top, end, panel.bottom))
    x = round(panel.x(losses.own))
    shapes.dashes(painter, [QLineF(x, panel.bottom, x, panel.top)], theme.p_text, theme)
    at = float(x)
    for end_x in infinite_ends(panel, losses):  # ∞ is at the end, the p beside it
        if abs(at - end_x) < 16.0:
            at = end_x + (16.0 if end_x < panel.left + panel.width / 2.0 else -16.0)
    write(painter, "p", at, panel.top - MARKS_ROW / 2.0 - 1.0, SIZE, theme.p_text, bold=True)


def infinite_ends(panel: Panel, losses: PathLosses) -> list[float]:
    """Return the xs of the ends with infinite loss, where it is finite between them."""
    if panel.rule is not Rule.LOG or not losses.is_movable or math.isinf(losses.constant):
        return []
    ends = [panel.x(0.0)] if losses.own > 0.0 else []
    return [*ends, panel.x(losses.ceiling)] if losses.sharing > 0.0 else ends


def _paint_infinite_ends(painter: QPainter, panel: Panel, marks: Marks) -> None:
    for x in infinite_ends(panel, marks.losses):
        write(painter, numbers.INFINITY, x, panel.top - MARKS_ROW / 2.0 - 1.0, SIZE, marks.theme.ink, bold=True)


def _paint_curve(painter: QPainter, panel: Panel, marks: Marks) -> None:
    losses = marks.losses
    if not losses.is_movable:
        return
    if panel.rule is Rule.LOG and marks.is_infinite:
        x, y = panel.left + panel.width / 2.0, panel.top + panel.height / 2.0
        painter.fillRect(QRectF(x - 9.0, y - 9.0, 18.0, 18.0), QColor(marks.theme.card))
        write(painter, numbers.INFINITY, x, y, 13, marks.theme.ink, bold=True)
        return
    xs, ys = panel.points(losses, marks.unit)
    painter.save()
    painter.setClipRect(QRectF(panel.left - 2.0, panel.top, panel.width + 4.0, panel.height + 2.0))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
    painter.setPen(QPen(QColor(marks.theme.ink), 2.0))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(segments(xs.repeat(2)[1:-1], ys.repeat(2)[1:-1]))  # a single line takes half as long again
    painter.restore()


def _diamond(painter: QPainter, x: float, y: float, theme: Theme) -> None:
    corners = [QPointF(x - DIAMOND, y), QPointF(x, y - DIAMOND), QPointF(x + DIAMOND, y), QPointF(x, y + DIAMOND)]
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
    painter.setPen(QPen(QColor(theme.ink), 1.5))
    painter.setBrush(QColor(theme.card))
    painter.drawPolygon(QPolygonF(corners))


def _paint_words(painter: QPainter, panel: Panel, marks: Marks, with_key: bool) -> None:
    """Write below the panel where the loss is least, with the symbol of its mark."""
    left, right = panel.column
    left += 4.0
    key = KEY if with_key else 0.0
    versions = loss_words.where_least(panel.rule, marks.losses, marks.subject)
    lines = loss_words.fitting(versions, right - left - key, words_lines(marks.height))
    y = panel.bottom + TICKS_ROW + WORDS_ROW / 2.0
    if with_key and lines:
        _diamond(painter, left + DIAMOND, y, marks.theme)
    for line in lines:
        write_from(painter, line, left + key, y, SIZE, marks.theme.quiet)
        y += WORDS_ROW


@dataclass(frozen=True)
class Marker:
    """The marker on one curve, larger while it is held, with a ring if it has the focus or a lesson highlights it.

    ``loss`` is in the shown unit; ``words_at`` is the position of the text of the slope, relative to the panel.
    """

    value: float
    loss: float
    words_at: tuple[float, float]
    is_held: bool
    is_focused: bool
    is_highlighted: bool = False


def paint_marker(painter: QPainter, panel: Panel, marks: Marks, marker: Marker) -> None:
    """Paint what depends on the marker: loss, tangent, marker and slope."""
    theme, loss = marks.theme, marker.loss
    before, after, left, title_y = title_parts(panel, marks)
    start = left + laid(before + " ", SIZE, bold=True).width
    end = write_from(painter, numbers.value(loss, 3), start, title_y, SIZE, theme.ink, bold=True)
    write_from(painter, after, end + 4.0, title_y, SIZE, theme.ink, bold=True)
    slope = marks.shown_slope(panel.rule, marker.value) if marks.losses.is_movable else math.nan
    text = slope_text(slope)
    if text:
        width, middle = laid(text, SIZE).width, panel.left + marker.words_at[0] * panel.width
        top = panel.top + 1.0 + marker.words_at[1] * (panel.height - SLOPE_HEIGHT - 1.0)
        ground = QRectF(middle - width / 2.0 - 2.0, top, width + 4.0, SLOPE_HEIGHT - 1.0)
        painter.fillRect(ground, QColor(theme.card))
        write(painter, text, middle, top + SLOPE_HEIGHT / 2.0 - 1.0, SIZE, theme.q_text)
    x, y = panel.x(marker.value), panel.marker_y(loss)
    above = loss > panel.shown.high
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
    if text and panel.shown.holds(loss):
        right, down = panel.tangent(marker.value, slope)
        painter.setClipRect(QRectF(panel.left - 2.0, panel.top, panel.width + 4.0, panel.height))
        painter.setPen(QPen(QColor(theme.q_text), 2.0))
        painter.drawLine(QLineF(x - right, y - down, x + right, y + down))
        painter.setClipping(False)
    radius = MARKER + (1.5 if marker.is_held else 0.0)
    for is_shown, room in ((marker.is_focused, 3.0), (marker.is_highlighted, RING_ROOM)):
        if is_shown:
            painter.setPen(QPen(QColor(theme.focus), RING_WIDTH))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(QPointF(x, y), radius + room, radius + room)
    painter.setPen(QPen(QColor(theme.ink), 1.6))
    painter.setBrush(QColor(theme.q_fill))
    painter.drawEllipse(QPointF(x, y), radius, radius)
    if above:
        shapes.arrow(painter, x, y - 4.0, theme.card if theme.name == "light" else theme.on_p_fill)
