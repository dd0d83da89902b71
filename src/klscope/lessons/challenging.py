"""Challenges as steps gone through like those of a lesson, how many moves were made, and where a gauge stands."""

from __future__ import annotations

import math
from dataclasses import dataclass

from klscope.lessons.expressions import Measured, MissingLabelError, evaluate
from klscope.lessons.lesson import Challenges, Gauge, Lesson, Step, StepKind
from klscope.model.snapshot import Snapshot
from klscope.theory.units import Unit


def as_lesson(challenges: Challenges) -> Lesson:
    """Return the challenges as a lesson whose steps are all to be done, each from a state of its own."""
    steps = tuple(
        Step(
            StepKind.DO,
            one.title,
            one.prose,
            state=one.state,
            view=one.view,
            tab=one.tab,
            goal=one.goal,
            gauge=one.gauge,
            hint=one.hint,
        )
        for one in challenges.challenges
    )
    return Lesson(
        challenges.name, challenges.title, challenges.question, challenges.unit, challenges.states, steps, True
    )


def moves_made(snapshot: Snapshot) -> int:
    """Return the undo steps in force, what a hand holds included: a challenge begins with a history of its own."""
    return snapshot.history.position + int(snapshot.in_gesture)


@dataclass(frozen=True)
class GaugeReading:
    """What a gauge shows.

    Attributes
    ----------
    start, now, target
        The value at the start, the present one (NaN where there is none), and the number it is to come to.
    """

    start: float
    now: float
    target: float

    @property
    def share(self) -> float:
        """How much of the way is made: 0 at the start, 1 at the target, beyond either ±inf included; NaN for none."""
        way = self.target - self.start
        if math.isnan(self.now) or not math.isfinite(way) or way == 0.0:
            return math.nan
        return (self.now - self.start) / way


def read_gauge(gauge: Gauge, start: Measured, now: Measured, unit: Unit) -> GaugeReading:
    """Return what a gauge shows, in ``unit``."""
    return GaugeReading(_value(gauge, start, unit), _value(gauge, now, unit), gauge.toward)


def _value(gauge: Gauge, of: Measured, unit: Unit) -> float:
    try:
        return evaluate(gauge.expression, of, unit)
    except MissingLabelError:
        return math.nan
