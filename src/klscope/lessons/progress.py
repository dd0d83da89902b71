"""How far someone came with the lessons: ticks, which stay once earned, and the step last seen. Plain values."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType


@dataclass(frozen=True)
class LessonProgress:
    """The ticked steps of one lesson, and the last one seen, counted from 0."""

    ticks: frozenset[int] = frozenset()
    last: int = 0


NONE_YET = LessonProgress()


@dataclass(frozen=True)
class Progress:
    """The progress of every lesson that was begun, by its name."""

    lessons: Mapping[str, LessonProgress] = field(default_factory=lambda: MappingProxyType({}))

    def of(self, name: str) -> LessonProgress:
        """Return the progress of a lesson."""
        return self.lessons.get(name, NONE_YET)

    def ticked(self, name: str, step: int) -> Progress:
        """Return the progress with a step of a lesson ticked."""
        known = self.of(name)
        return self._with(name, replace(known, ticks=known.ticks | {step}))

    def seen(self, name: str, step: int) -> Progress:
        """Return the progress with this step as the last one seen."""
        return self._with(name, replace(self.of(name), last=step))

    def restarted(self, name: str) -> Progress:
        """Return the progress without that of a lesson."""
        return Progress(MappingProxyType({key: value for key, value in self.lessons.items() if key != name}))

    def _with(self, name: str, progress: LessonProgress) -> Progress:
        return Progress(MappingProxyType({**self.lessons, name: progress}))

    def to_text(self) -> str:
        """Return it as a text to be remembered."""
        kept = {name: [one.last, *sorted(one.ticks)] for name, one in self.lessons.items()}
        return json.dumps(kept, ensure_ascii=False)

    @classmethod
    def from_text(cls, text: str) -> Progress:
        """Return what `to_text` wrote; of anything else, what can be understood."""
        try:
            kept = json.loads(text or "{}")
        except ValueError:
            return cls()
        if not isinstance(kept, dict):
            return cls()
        return cls(
            MappingProxyType(
                {
                    str(name): LessonProgress(frozenset(numbers[1:]), numbers[0])
                    for name, numbers in kept.items()
                    if isinstance(numbers, list) and numbers and all(type(one) is int and one >= 0 for one in numbers)
                }
            )
        )
