"""A lesson as a value: its states, its steps, and what each step asks for, shows and explains."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from functools import cached_property

from klscope.lessons.expressions import Expression
from klscope.lessons.goals import Goal
from klscope.lessons.prose import Paragraph, Prose
from klscope.model.comparison import Comparison, Side
from klscope.model.occasions import USUAL_SETTINGS, ViewSettings
from klscope.model.view_state import TermsMode
from klscope.theory.measures import Measures
from klscope.theory.units import Unit


class StepKind(Enum):
    """What a step asks of the learner: to predict, to do, to see why, to be careful."""

    PREDICT = "predict"
    DO = "do"
    WHY = "why"
    CAREFUL = "careful"


class Tab(Enum):
    """A tab that a step can offer to look at."""

    FORMULA = "formula"
    TABLE = "table"
    MEASURES = "measures"
    LANDSCAPE = "landscape"


@dataclass(frozen=True)
class LessonState:
    """A named comparison that steps load, and its measures once they are asked for."""

    name: str
    comparison: Comparison

    @cached_property
    def measures(self) -> Measures:
        """The measures of P and Q, in nats."""
        return Measures(self.comparison.p.probabilities, self.comparison.q.probabilities)


@dataclass(frozen=True)
class BarTarget:
    """A bar to be dragged."""

    side: Side
    label: str


@dataclass(frozen=True)
class CommandTarget:
    """A command to be given: the name of its action, and the side it is for, where it acts on the active one."""

    action: str
    side: Side | None = None


@dataclass(frozen=True)
class ControlTarget:
    """What is to be used in a view: the view it belongs to, and its name there."""

    mode: TermsMode
    name: str


Target = BarTarget | CommandTarget | ControlTarget
"""What glows: what the learner is to use."""


@dataclass(frozen=True)
class Option:
    """One answer of a prediction."""

    text: Paragraph
    right: bool


@dataclass(frozen=True)
class Guess:
    """A prediction of a number: the value of ``expression`` of a state, guessed between two ends."""

    expression: Expression
    state: str
    lowest: float
    highest: float


@dataclass(frozen=True)
class Gauge:
    """A value to be watched, and the number it is to come to."""

    expression: Expression
    toward: float


@dataclass(frozen=True)
class Step:
    """One step of a lesson.

    Attributes
    ----------
    kind, title, prose
        What it is, what it is called and what it says.
    state
        The state it loads; None where what is on screen stays.
    view
        The view of the terms it shows; None where the one on screen stays.
    begins
        How the views begin; where ``view`` is None, as they stand on screen.
    tab
        The tab it offers to look at.
    glow
        What the learner is to use.
    options, guess
        The answers of a prediction, or the number to be guessed.
    because
        What explains the right answer.
    goal, done
        What has to be so for a *do* step to be done, and what is said then.
    hint
        What is said on request.
    formula
        One line of mathematics.
    gauge
        The value that is watched in a challenge.
    """

    kind: StepKind
    title: str
    prose: Prose
    state: str | None = None
    view: TermsMode | None = None
    tab: Tab | None = None
    glow: tuple[Target, ...] = ()
    options: tuple[Option, ...] = ()
    guess: Guess | None = None
    because: Paragraph | None = None
    goal: Goal | None = None
    done: Paragraph | None = None
    hint: Paragraph | None = None
    formula: Paragraph | None = None
    gauge: Gauge | None = None
    begins: ViewSettings = USUAL_SETTINGS


@dataclass(frozen=True)
class Lesson:
    """A lesson: one question, the states it works with, and its steps.

    Attributes
    ----------
    name
        The name of its file, without the ending: ``01-entropy``.
    challenging
        Whether its steps are challenges: each begins anew, and moves are counted.
    """

    name: str
    title: str
    question: str
    unit: Unit
    states: tuple[LessonState, ...]
    steps: tuple[Step, ...]
    challenging: bool = False

    @cached_property
    def states_by_name(self) -> dict[str, LessonState]:
        """The states by their names."""
        return {state.name: state for state in self.states}


@dataclass(frozen=True)
class Challenge:
    """A goal to be reached without being led: from a state, with a gauge and a hint."""

    title: str
    prose: Prose
    state: str
    goal: Goal
    gauge: Gauge | None = None
    hint: Paragraph | None = None
    view: TermsMode | None = None
    tab: Tab | None = None


@dataclass(frozen=True)
class Challenges:
    """The challenges of one file, and the states they begin with."""

    name: str
    title: str
    question: str
    unit: Unit
    states: tuple[LessonState, ...]
    challenges: tuple[Challenge, ...]

    @cached_property
    def states_by_name(self) -> dict[str, LessonState]:
        """The states by their names."""
        return {state.name: state for state in self.states}
