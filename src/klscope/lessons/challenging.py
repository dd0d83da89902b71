"""The count of moves of a challenge, and the values of its gauge."""

from __future__ import annotations

import math
from dataclasses import dataclass

from klscope.lessons.expressions import Measured, evaluate
from klscope.lessons.lesson import Gauge
from klscope.model.snapshot import Snapshot
from klscope.theory.units import Unit


def moves_made(snapshot: Snapshot) -> int:
    """Return the number of undo steps, including an unfinished gesture; a challenge begins with an empty history."""
    return snapshot.history.position + int(snapshot.in_gesture)


@dataclass(frozen=True)
class GaugeReading:
    """The values of a gauge.

    Attributes
    ----------
    start, now, target
        The value at the start, the present one (NaN if undefined), and the target.
    """

    start: float
    now: float
    target: float

    @property
    def share(self) -> float:
        """The progress: 0 at the start, 1 at the target, else any number or ±inf; NaN if undefined."""
        way = self.target - self.start
        if math.isnan(self.now) or not math.isfinite(way) or way == 0.0:
            return math.nan
        return (self.now - self.start) / way


def read_gauge(gauge: Gauge, start: Measured, now: Measured, unit: Unit) -> GaugeReading:
    """Return the values of a gauge, in ``unit``."""
    start_value, value = (evaluate(gauge.expression, one, unit) for one in (start, now))
    return GaugeReading(start_value, value, gauge.toward)
