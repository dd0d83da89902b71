"""The geometry of the three loss curves: probabilities and losses to pixels, and back."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

import numpy as np

from klscope.theory.distribution import FloatArray
from klscope.theory.loss_curves import PathLosses, Rule
from klscope.theory.units import Unit
from klscope.views.painting.axes import Range
from klscope.views.painting.geometry import Frame
from klscope.views.painting.gestures import SNAP_PIXELS

FIRST_DECADE, DECADES = 1e-3, 3
BEFORE_DECADES = 0.14
"""The share of a logarithmic axis from 0 to its first decade, which is linear, so that it includes 0."""
NEAR_EDGE = 0.02
"""The distance from 0 and the ceiling at which the log loss determines the axis; beyond, it is clipped."""
HIGHEST_MARKED = 3.0
"""The largest extension of the log loss's axis for a marker, relative to the curve's height."""
ROOM_ABOVE, ROOM_BELOW = 0.06, 0.12
"""The margins of the axis relative to the losses."""
LEAST_SPAN = 0.05
SENTENCE_ROW, TITLE_ROW, MARKS_ROW, TICKS_ROW, WORDS_ROW = 21.0, 16.0, 14.0, 19.0, 15.0
BETWEEN, NUMBERS_WIDTH, RIGHT_EDGE = 14.0, 42.0, 9.0
ROOM_FOR_TWO_LINES = 172.0
POINT_EVERY = 2.0
NEAR_END = np.array([0.01, 0.03, 0.1, 0.3, 0.6, 1.0, 1.5])
"""The distances from the ends of a log curve, in pixels, of additional points."""
TANGENT = 24.0
MARKER = 6.0
PLACES_TRIED = 7


class ProbabilityAxis(Enum):
    """A linear or a logarithmic axis for probabilities from 0 to 1."""

    LINEAR = "linear"
    LOGARITHMIC = "logarithmic"

    def place(self, value: float) -> float:
        """Return the position of a probability, from 0 (left) to 1 (right)."""
        if self is ProbabilityAxis.LINEAR:
            return value
        if value <= FIRST_DECADE:
            return value / FIRST_DECADE * BEFORE_DECADES
        return 1.0 + (1.0 - BEFORE_DECADES) * math.log10(value) / DECADES

    def probability(self, place: float) -> float:
        """Return the probability in [0, 1] at a position, clipped to the axis."""
        return float(self.probabilities(np.array([min(max(place, 0.0), 1.0)]))[0])

    def probabilities(self, places: FloatArray) -> FloatArray:
        if self is ProbabilityAxis.LINEAR:
            return places.copy()
        small = places / BEFORE_DECADES * FIRST_DECADE
        large = np.minimum(1.0, 10.0 ** ((places - 1.0) * (DECADES / (1.0 - BEFORE_DECADES))))
        return np.where(places <= BEFORE_DECADES, small, large)

    def stretch(self, value: float) -> float:
        """Return the derivative of the probability by the position, at ``value``."""
        if self is ProbabilityAxis.LINEAR:
            return 1.0
        if value <= FIRST_DECADE:
            return FIRST_DECADE / BEFORE_DECADES
        return value * math.log(10.0) * DECADES / (1.0 - BEFORE_DECADES)

    @property
    def ticks(self) -> tuple[float, ...]:
        return (0.0, 1.0) if self is ProbabilityAxis.LINEAR else (0.0, 1e-3, 1e-2, 0.1, 1.0)


@dataclass(frozen=True)
class Panel(Frame):
    """The plot area of one curve, in pixels, with its ranges; ``shown`` are the losses at the bottom and at the top."""

    rule: Rule
    axis: ProbabilityAxis
    shown: Range

    @property
    def column(self) -> tuple[float, float]:
        """The left and right end of the panel, including its numbers and texts."""
        return self.left - NUMBERS_WIDTH, self.right + RIGHT_EDGE

    @property
    def pixels_per_unit(self) -> float:
        """The height of a loss of 1, in pixels."""
        return self.height / (self.shown.high - self.shown.low)

    def x(self, value: float) -> float:
        return self.left + self.axis.place(value) * self.width

    def y(self, loss: float) -> float:
        """Return the y of a loss, clipped to the area; ∞ is at its top."""
        if math.isinf(loss):
            return self.top
        return min(max(self.bottom - (loss - self.shown.low) * self.pixels_per_unit, self.top), self.bottom)

    def marker_y(self, loss: float) -> float:
        """Return the y of a marker; for a loss above the axis it is fully inside the area."""
        return self.top + MARKER + 1.0 if loss > self.shown.high else self.y(loss)

    def points(self, losses: PathLosses, unit: Unit) -> tuple[FloatArray, FloatArray]:
        """Return xs and ys of the curve, shape ``(m,)`` each, clipped just outside the area."""
        end = self.axis.place(losses.ceiling)
        places = np.linspace(0.0, end, max(2, int(end * self.width / POINT_EVERY)))
        if self.rule is Rule.LOG and end * self.width > 2.0 * POINT_EVERY:  # steep at its ends
            near = NEAR_END / self.width
            places = np.concatenate(([0.0], near, places[1:-1], end - near[::-1], [end]))
        values = self.axis.probabilities(places)
        values[-1] = losses.ceiling
        values = np.minimum(values, losses.ceiling)
        ys = self.bottom - (in_unit(self.rule, losses.losses(self.rule, values), unit) - self.shown.low) * (
            self.pixels_per_unit
        )
        return self.left + places * self.width, np.clip(ys, self.top - 2 * self.height, self.bottom + 2 * self.height)

    def tangent(self, value: float, slope: float) -> tuple[float, float]:
        """Return half of a tangent of fixed length, as its x and y distance, for a slope in the shown unit."""
        steepness = slope * self.axis.stretch(value) / self.width * self.pixels_per_unit
        if math.isinf(steepness):
            return 0.0, -math.copysign(TANGENT, steepness)
        shorter = TANGENT / math.hypot(1.0, steepness)
        return shorter, -steepness * shorter


def in_unit(rule: Rule, losses: FloatArray, unit: Unit) -> FloatArray:
    """Return losses in the shown unit; only the log loss has one."""
    return unit.from_nats(losses) if rule is Rule.LOG else losses


def panels_in(width: float, height: float, axis: ProbabilityAxis, shown: Sequence[Range]) -> list[Panel]:
    """Return the three panels side by side in a widget of this size, with ranges ``shown``."""
    across = (width - 2 * BETWEEN) / len(Rule)
    top = SENTENCE_ROW + TITLE_ROW + MARKS_ROW
    tall = max(10.0, height - top - TICKS_ROW - words_lines(height) * WORDS_ROW - 1.0)
    wide = max(10.0, across - NUMBERS_WIDTH - RIGHT_EDGE)
    lefts = [place * (across + BETWEEN) + NUMBERS_WIDTH for place in range(len(Rule))]
    return [Panel(left, top, wide, tall, rule, axis, one) for rule, left, one in zip(Rule, lefts, shown, strict=True)]


def words_lines(height: float) -> int:
    """Return the number of lines of text below a panel, by the height of the widget."""
    return 2 if height >= ROOM_FOR_TWO_LINES else 1


def panel_at(stood: list[Panel], x: float) -> Panel | None:
    """Return the panel whose column contains ``x``."""
    for panel in stood:
        left, right = panel.column
        if left <= x <= right:
            return panel
    return None


def range_of(losses: PathLosses, rule: Rule, unit: Unit, axis: ProbabilityAxis, value: float) -> Range:
    """Return the range of an axis: all of a bounded loss, the log loss without its ends but with the marker."""
    end = losses.ceiling
    if not losses.is_movable:
        ends = [value]
    elif rule is Rule.LOG:
        near = FIRST_DECADE if axis is ProbabilityAxis.LOGARITHMIC else NEAR_EDGE
        ends = [min(near, end / 2.0), end - min(NEAR_EDGE, end / 2.0)]
    else:
        ends = [0.0, end]
    least = losses.least(rule)
    values = np.array([*ends, *([] if least is None else [least])])
    seen = in_unit(rule, losses.losses(rule, values), unit)
    seen = seen[np.isfinite(seen)]
    if not seen.size:
        return Range(0.0, 1.0)
    low, high = float(seen.min()), float(seen.max())
    marked = float(in_unit(rule, losses.losses(rule, np.array([value])), unit)[0])
    if math.isfinite(marked):
        low = min(low, marked)
        high = max(high, min(marked, low + HIGHEST_MARKED * max(high - low, LEAST_SPAN)))
    missing = max(0.0, LEAST_SPAN - (high - low)) / 2.0
    span = high - low
    return Range(max(0.0, low - missing - ROOM_BELOW * span), high + missing + ROOM_ABOVE * span)


@dataclass(frozen=True)
class MarkerDrag:
    """A drag of a marker: its category, and its probability, the x and the panel at the press."""

    index: int
    start: float
    press_x: float
    panel: Panel

    def value(self, x: float) -> float:
        """Return the probability in [0, 1] that keeps the distance from marker to pointer at the press."""
        if x == self.press_x:
            return self.start
        return self.panel.axis.probability(self.panel.axis.place(self.start) + (x - self.press_x) / self.panel.width)

    def snapped(self, value: float, line: float) -> float:
        """Return ``line``, P's value, if ``value`` is within 4 px of it."""
        if value == self.start:
            return value
        return line if abs(self.panel.x(value) - self.panel.x(line)) <= SNAP_PIXELS else value


def clearest_place(panel: Panel, losses: PathLosses, unit: Unit, size: tuple[float, float]) -> tuple[float, float]:
    """Return the centre of a text of this size, at the top or bottom of a panel and farthest from the curve.

    Positions off the curve are preferred, then those off the line at p, then the distance. The position, relative to
    the panel, does not depend on the marker, so the text stays during a drag.
    """
    half = min(size[0], panel.width) / 2.0
    middles = np.linspace(panel.left + half, panel.right - half, PLACES_TRIED)
    xs, ys = panel.points(losses, unit)
    line = panel.x(losses.own)
    best, clearest = (1.0 - half / panel.width, 0.0), (False, False, -math.inf)
    for middle in middles.tolist():
        beside = ys[np.abs(xs - middle) <= half + 4.0]
        is_off_line = abs(line - middle) > half + 2.0
        above = float(beside.min()) - panel.top if beside.size else panel.height
        below = panel.bottom - float(beside.max()) if beside.size else 0.0
        for clear, edge in ((above, 0.0), (below, 1.0)):
            found = (clear >= size[1], is_off_line, min(clear, panel.height))
            if found > clearest:
                clearest, best = found, ((middle - panel.left) / panel.width, edge)
    return best
