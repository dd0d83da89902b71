"""The learner's progress, as immutable values: ticks, which are permanent, and the step last seen."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType


@dataclass(frozen=True)
class LessonProgress:
    """The progress in one lesson: ticked steps, the step last seen (from 0), and the fewest moves per challenge."""

    ticks: frozenset[int] = frozenset()
    last: int = 0
    best: Mapping[int, int] = field(default_factory=lambda: MappingProxyType({}))


NONE_YET = LessonProgress()


@dataclass(frozen=True)
class Progress:
    """The progress of every lesson that was begun, by name."""

    lessons: Mapping[str, LessonProgress] = field(default_factory=lambda: MappingProxyType({}))

    def of(self, name: str) -> LessonProgress:
        """Return the progress of a lesson."""
        return self.lessons.get(name, NONE_YET)

    def ticked(self, name: str, step: int) -> Progress:
        """Return the progress with a step of a lesson ticked."""
        known = self.of(name)
        return self._with(name, replace(known, ticks=known.ticks | {step}))

    def solved(self, name: str, step: int, moves: int) -> Progress:
        """Return the progress with a challenge solved in ``moves`` moves; a better result is kept."""
        known = self.ticked(name, step).of(name)
        best = min(moves, known.best.get(step, moves))
        return self._with(name, replace(known, best=MappingProxyType({**known.best, step: best})))

    def seen(self, name: str, step: int) -> Progress:
        """Return the progress with ``step`` as the step last seen."""
        return self._with(name, replace(self.of(name), last=step))

    def restarted(self, name: str) -> Progress:
        """Return the progress without that of a lesson."""
        return Progress(MappingProxyType({key: value for key, value in self.lessons.items() if key != name}))

    def _with(self, name: str, progress: LessonProgress) -> Progress:
        return Progress(MappingProxyType({**self.lessons, name: progress}))
