"""Lessons and challenges as immutable values."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from functools import cached_property

from klscope.lessons.expressions import Expression
from klscope.lessons.goals import Goal
from klscope.lessons.prose import Paragraph, Prose
from klscope.model.comparison import Comparison, Side
from klscope.model.view_options import ViewOptions
from klscope.model.view_state import ViewState
from klscope.model.views import ViewMode
from klscope.theory.log_measured import measures_of
from klscope.theory.measures import Measures
from klscope.theory.units import Unit


class StepKind(Enum):
    """The kind of a step: predict, do, why (an explanation), careful (a warning)."""

    PREDICT = "predict"
    DO = "do"
    WHY = "why"
    CAREFUL = "careful"


class Tab(Enum):
    """A tab of the window that a step can offer."""

    FORMULA = "formula"
    TABLE = "table"
    MEASURES = "measures"
    LANDSCAPE = "landscape"


@dataclass(frozen=True)
class LessonState:
    """A named comparison that steps load; its measures are computed on demand."""

    name: str
    comparison: Comparison

    @cached_property
    def measures(self) -> Measures:
        """The measures of P and Q, in nats."""
        return measures_of(self.comparison.p, self.comparison.q)


@dataclass(frozen=True)
class BarTarget:
    """A bar that the learner is to drag."""

    side: Side
    label: str


@dataclass(frozen=True)
class CommandTarget:
    """A command that the learner is to use: the name of its action, and the side if it acts on the active chart."""

    action: str
    side: Side | None = None


@dataclass(frozen=True)
class ControlTarget:
    """A control that the learner is to use: its view, and its name there."""

    mode: ViewMode
    name: str


Target = BarTarget | CommandTarget | ControlTarget
"""What the learner is to use; it is highlighted."""


@dataclass(frozen=True)
class Option:
    """A possible answer of a prediction."""

    text: Paragraph
    right: bool


@dataclass(frozen=True)
class Guess:
    """A prediction of a number: the value of ``expression`` in a state, on a scale between two ends."""

    expression: Expression
    state: str
    lowest: float
    highest: float


@dataclass(frozen=True)
class Gauge:
    """An expression to watch, and its target."""

    expression: Expression
    toward: float


@dataclass(frozen=True)
class Step:
    """One step of a lesson.

    Attributes
    ----------
    kind, title, prose
        Kind, title and text.
    state
        The state to load; None keeps the current one.
    view
        The view to show; None keeps the current one.
    view_options
        The initial options of the view, if they are not the usual ones.
    tab
        The tab to offer.
    glow
        What to highlight.
    options, guess
        The possible answers of a prediction, or the number to guess.
    because
        The explanation of the right answer.
    goal, done
        The goal of a *do* step, and the text shown once it is met.
    hint
        The text shown on request.
    formula
        A line of mathematics.
    gauge
        The gauge of a challenge.
    """

    kind: StepKind
    title: str
    prose: Prose
    state: str | None = None
    view: ViewMode | None = None
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
    view_options: ViewOptions | None = None

    def view_state(self, unit: Unit, mode: ViewMode) -> ViewState:
        """Return how a state is shown where this step begins, in ``mode``: with the options it names."""
        view = ViewState(unit=unit, mode=mode)
        return view if self.view_options is None else view.with_options(self.view_options)


@dataclass(frozen=True)
class Lesson:
    """A lesson: a question, states, and steps.

    Attributes
    ----------
    name
        The stem of its file: ``01-entropy``.
    challenging
        Whether the steps are challenges: each begins from its own state, and moves are counted.
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
