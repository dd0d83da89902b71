"""Conversion of mouse gestures to probabilities, as pure functions of press, pointer and axis."""

from __future__ import annotations

from dataclasses import dataclass, field

from klscope.views.painting.geometry import PlotArea, crossed

DRAG_STARTS_AFTER = 2.0
PAINT_STARTS_AFTER = 3.0
SNAP_PIXELS = 4.0
LARGEST_TOP = 20.0


@dataclass(frozen=True)
class BarDrag:
    """The drag of one bar: its category, and its probability, the y and the plot area at the press."""

    index: int
    start: float
    press_y: float
    at_press: PlotArea

    @property
    def grab(self) -> float:
        """The distance of the bar's top below the pointer, in pixels (negative if above)."""
        return self.at_press.y(self.start) - self.press_y

    def value(self, y: float, area: PlotArea) -> float:
        """Return the probability, in [0, 1], for the pointer at ``y``: the top keeps its distance to the pointer."""
        if area == self.at_press:
            raw = self.start + (self.press_y - y) / area.pixels_per_unit
        else:
            raw = area.value(y + self.grab)
        return min(1.0, max(0.0, raw))

    def snapped(self, value: float, line: float, area: PlotArea) -> float:
        """Return ``line``, the value of the other distribution, if ``value`` is within 4 px of it; else ``value``."""
        if value == self.start:
            return value
        return line if abs(value - line) * area.pixels_per_unit <= SNAP_PIXELS else value

    def top_that_reaches(self, ceiling: float, y: float, area: PlotArea) -> float:
        """Return the axis top for which the pointer at ``y`` gives ``ceiling``, at least the current one."""
        pixels = area.bottom - (y + self.grab)
        if pixels <= 0.0:
            return area.shown.high
        return min(LARGEST_TOP, max(area.shown.high, ceiling * area.height / pixels))


@dataclass
class Stroke:
    """A freehand stroke across columns; later positions in a column replace earlier ones."""

    area: PlotArea
    last: tuple[float, float]
    ys: dict[int, float] = field(default_factory=dict)

    def extend(self, x: float, y: float) -> None:
        for index, height in crossed(self.area, self.last, (x, y)):
            self.ys[index] = height
        self.last = (x, y)

    @property
    def heights(self) -> tuple[tuple[int, float], ...]:
        """The categories of the stroke, each with its probability in [0, 1]."""
        return tuple((index, min(1.0, max(0.0, self.area.value(y)))) for index, y in sorted(self.ys.items()))
