"""What a moving hand means in a probability chart: pure functions of the press, the pointer and the axis."""

from __future__ import annotations

from dataclasses import dataclass, field

from klscope.views.painting.geometry import PlotArea, crossed

DRAG_STARTS_AFTER = 2.0
PAINT_STARTS_AFTER = 3.0
SNAP_PIXELS = 4.0
LARGEST_TOP = 20.0


@dataclass(frozen=True)
class BarDrag:
    """One bar taken at one place.

    Attributes
    ----------
    index, start
        The category, and its probability at the press.
    press_y
        Where the pointer came down.
    at_press
        The plot area then.
    """

    index: int
    start: float
    press_y: float
    at_press: PlotArea

    @property
    def grab(self) -> float:
        """How far the bar's top is below the pointer, in pixels (negative: above)."""
        return self.at_press.y(self.start) - self.press_y

    def value(self, y: float, area: PlotArea) -> float:
        """Return the probability, in [0, 1], that keeps the bar's top as far from the pointer as at the press."""
        if area == self.at_press:
            raw = self.start + (self.press_y - y) / area.pixels_per_unit
        else:
            raw = area.value(y + self.grab)
        return min(1.0, max(0.0, raw))

    def snapped(self, value: float, line: float, area: PlotArea) -> float:
        """Return ``line``, the other distribution's value, where ``value`` comes within 4 px of it."""
        if value == self.start:
            return value
        return line if abs(value - line) * area.pixels_per_unit <= SNAP_PIXELS else value

    def top_that_reaches(self, ceiling: float, y: float, area: PlotArea) -> float:
        """Return the axis top with which the pointer at ``y`` means ``ceiling``, at least the present one."""
        pixels = area.bottom - (y + self.grab)
        if pixels <= 0.0:
            return area.shown.high
        return min(LARGEST_TOP, max(area.shown.high, ceiling * area.height / pixels))


@dataclass
class Stroke:
    """A line being painted across columns; later drawing of a column takes the place of earlier."""

    area: PlotArea
    last: tuple[float, float]
    ys: dict[int, float] = field(default_factory=dict)

    def extend(self, x: float, y: float) -> None:
        """Draw on to a position in pixels."""
        for index, height in crossed(self.area, self.last, (x, y)):
            self.ys[index] = height
        self.last = (x, y)

    @property
    def heights(self) -> tuple[tuple[int, float], ...]:
        """What was drawn: category and probability in [0, 1]."""
        return tuple((index, min(1.0, max(0.0, self.area.value(y)))) for index, y in sorted(self.ys.items()))
