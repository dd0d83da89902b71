"""How far someone came with the lessons: ticks, which stay once earned, and the step last seen. Plain values."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType


@dataclass(frozen=True)
class LessonProgress:
    """The ticked steps of one lesson, the last one seen, counted from 0, and the fewest moves of those that count."""

    ticks: frozenset[int] = frozenset()
    last: int = 0
    best: Mapping[int, int] = field(default_factory=lambda: MappingProxyType({}))


BEST = "best/"
"""Where the fewest moves stand beside the lessons: no lesson is called so."""

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

    def solved(self, name: str, step: int, moves: int) -> Progress:
        """Return the progress with a challenge solved in so many moves; what was better stays."""
        known = self.ticked(name, step).of(name)
        best = min(moves, known.best.get(step, moves))
        return self._with(name, replace(known, best=MappingProxyType({**known.best, step: best})))

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
        kept: dict[str, object] = {name: [one.last, *sorted(one.ticks)] for name, one in self.lessons.items()}
        best = {name: sorted(one.best.items()) for name, one in self.lessons.items() if one.best}
        if best:
            kept[BEST] = best
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
        best = kept.get(BEST)
        best = best if isinstance(best, dict) else {}
        return cls(
            MappingProxyType(
                {
                    str(name): LessonProgress(frozenset(numbers[1:]), numbers[0], _best_in(best.get(name)))
                    for name, numbers in kept.items()
                    if isinstance(numbers, list) and numbers and all(type(one) is int and one >= 0 for one in numbers)
                }
            )
        )


def _best_in(pairs: object) -> Mapping[int, int]:
    """Return pairs of a step and its moves as a mapping; what is no such pair is left out."""
    whole = [one for one in pairs if isinstance(one, list) and len(one) == 2] if isinstance(pairs, list) else []
    return MappingProxyType({step: moves for step, moves in whole if _counts(step) and _counts(moves)})


def _counts(number: object) -> bool:
    return type(number) is int and number >= 0
