"""Where someone stands in a lesson, as a value: what a pane shows of it, besides the state on screen."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from klscope.lessons.expressions import evaluate
from klscope.lessons.lesson import Lesson, Step
from klscope.model.comparison import Comparison


@dataclass(frozen=True)
class ListedLesson:
    """A lesson as a list shows it.

    Attributes
    ----------
    ticks, steps
        How many steps are ticked, and how many there are.
    challenging
        Whether these are the challenges.
    """

    name: str
    title: str
    question: str
    ticks: int
    steps: int
    challenging: bool = False


@dataclass(frozen=True)
class Standing:
    """A step of a lesson, and what was done in it.

    Attributes
    ----------
    index
        The step, counted from 0.
    ticks
        The steps that are ticked.
    answers
        The predictions made, by step: the number of the option, or the guessed value.
    begun
        What the step began with: what ``untouched`` means.
    told
        The steps whose answer was told before anyone had predicted it.
    met
        Whether the goal has held since then.
    best
        The fewest moves in which a challenge was solved; None as long as it was not.
    """

    lesson: Lesson
    index: int
    ticks: frozenset[int]
    answers: Mapping[int, float]
    begun: Comparison
    told: frozenset[int] = frozenset()
    met: bool = False
    best: int | None = None

    @property
    def step(self) -> Step:
        """The step that is shown."""
        return self.lesson.steps[self.index]

    @property
    def is_last(self) -> bool:
        """Whether no step follows."""
        return self.index == len(self.lesson.steps) - 1

    @property
    def answer(self) -> float | None:
        """The prediction made in this step; None as long as there is none."""
        return self.answers.get(self.index)


def guessed_value(lesson: Lesson, step: Step) -> float:
    """Return what was to be guessed in a step with a guess, in the lesson's unit."""
    assert step.guess is not None
    return evaluate(step.guess.expression, lesson.states_by_name[step.guess.state], lesson.unit)


def right_answer(lesson: Lesson, step: Step) -> float:
    """Return what is right in a step that asks for a prediction: the number of an option, or the value guessed at."""
    if step.guess is not None:
        return guessed_value(lesson, step)
    return float(next(place for place, option in enumerate(step.options) if option.right))


def state_for(lesson: Lesson, index: int) -> str | None:
    """Return the state that a step stands on where one comes to it by no way: its own, else that of one before."""
    return next((step.state for step in reversed(lesson.steps[: index + 1]) if step.state is not None), None)
