"""The current step of a lesson and what was done in it, as an immutable value for the lesson pane."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from klscope.lessons.expressions import evaluate, labels_in
from klscope.lessons.lesson import BarTarget, Lesson, Step
from klscope.lessons.prose import placeholders
from klscope.model.comparison import Comparison


@dataclass(frozen=True)
class ListedLesson:
    """An entry of the list of lessons: a lesson, and the number of its steps that are ticked."""

    lesson: Lesson
    ticks: int


@dataclass(frozen=True)
class CurrentStep:
    """A step of a lesson, and what was done in it.

    Attributes
    ----------
    index
        The step, counted from 0.
    ticks
        The steps that are ticked.
    answers
        The predictions by step: the index of the option, or the guessed value.
    begun
        The comparison that the step began with.
    revealed
        The steps whose answer was revealed without a prediction.
    met
        Whether the goal was met at any time since.
    best
        The fewest moves in which a challenge was solved; None if it was not.
    """

    lesson: Lesson
    index: int
    ticks: frozenset[int]
    answers: Mapping[int, float]
    begun: Comparison
    revealed: frozenset[int] = frozenset()
    met: bool = False
    best: int | None = None

    @property
    def step(self) -> Step:
        """The step itself."""
        return self.lesson.steps[self.index]

    @property
    def is_last(self) -> bool:
        """Whether it is the last step."""
        return self.index == len(self.lesson.steps) - 1

    @property
    def answer(self) -> float | None:
        """The prediction in this step; None if there is none."""
        return self.answers.get(self.index)


def right_answer(lesson: Lesson, step: Step) -> float:
    """Return the right answer of a prediction: the index of the option, or the true value, in the lesson's unit."""
    if step.guess is not None:
        return evaluate(step.guess.expression, lesson.states_by_name[step.guess.state], lesson.unit)
    return float(next(place for place, option in enumerate(step.options) if option.right))


def state_for(lesson: Lesson, index: int) -> str | None:
    """Return the state of a step entered directly: its own, else the last one loaded by an earlier step."""
    return next((step.state for step in reversed(lesson.steps[: index + 1]) if step.state is not None), None)


def labels_needed(step: Step) -> tuple[str, ...]:
    """Return the labels that a step uses of the current comparison, in order, without duplicates."""
    found = [] if step.goal is None else list(labels_in(step.goal))
    found += [one.label for one in step.glow if isinstance(one, BarTarget)]
    texts = (*(option.text for option in step.options), step.because, step.done, step.hint, step.formula)
    prose = (*step.prose, *(text for text in texts if text is not None))
    for number in placeholders(prose):
        if number.state is None:
            found += labels_in(number.expression)
    if step.gauge is not None:
        found += labels_in(step.gauge.expression)
    return tuple(dict.fromkeys(found))


def missing_labels(step: Step, comparison: Comparison) -> tuple[str, ...]:
    """Return the labels that a step needs and ``comparison`` lacks."""
    return tuple(label for label in labels_needed(step) if label not in comparison.labels)
