"""The reader of steps; a challenge is a *do* step with a state of its own and a gauge."""

from __future__ import annotations

import math
import re
from collections.abc import Callable

from klscope.files.weights_text import WeightError, parse_weight, quoted
from klscope.lessons.checking import Checker
from klscope.lessons.expression_reading import Source, read_expression
from klscope.lessons.goal_reading import read_goal
from klscope.lessons.goals import Goal
from klscope.lessons.lesson import BarTarget, ControlTarget, Gauge, Guess, Option, Step, StepKind, Target
from klscope.lessons.mistakes import ExpressionError, Mistakes, T
from klscope.lessons.names import check_view, read_targets, read_view
from klscope.lessons.options_reading import read_options
from klscope.lessons.prose import Paragraph, Prose
from klscope.lessons.prose_reading import ProseReader
from klscope.lessons.sections import CHALLENGE, Passage, Section
from klscope.model.views import ViewMode
from klscope.wording import gettext

_GUESSED = re.compile(r"(?P<expression>.+?)\s+of\s+(?P<state>\S+)\s+from\s+(?P<lowest>\S+)\s+to\s+(?P<highest>\S+)")
_GAUGED = re.compile(r"(?P<expression>.*\S)\s+toward\s+(?P<number>\S+)")


class StepReader:
    """Reads sections in order, and keeps `Checker.on_screen` up to date; mistakes are collected."""

    def __init__(self, checker: Checker, mistakes: Mistakes) -> None:
        self._checker = checker
        self._mistakes = mistakes
        self._prose = ProseReader(mistakes, checker.placeholder)
        self._moved = False  # whether a *do* step follows the last loaded state

    def step(self, section: Section) -> Step:
        """Read a step or a challenge."""
        kind = StepKind.DO if section.kind == CHALLENGE else StepKind(section.kind)
        self._prose.check_numbers(Passage(section.title, [(0, section.line)]))
        state = self._state(section)
        view, tab = self._field(section, "view", read_view) or (None, None)
        step = Step(
            kind,
            section.title,
            self._paragraphs(section),
            state,
            view,
            tab,
            self._field(section, "glow", lambda text: self._targets(section, text, view)) or (),
            self._options(section),
            self._field(section, "guess", lambda text: self._guess(section, text)),
            self._text(section, "because"),
            self._goal(section, kind),
            self._text(section, "done"),
            self._text(section, "hint"),
            self._text(section, "formula", emphasis=False),
            self._field(section, "gauge", lambda text: self._gauge(section, text)),
            self._field(section, "with", lambda text: read_options(text, view)),
        )
        self._moved = self._moved or kind is StepKind.DO
        return step

    def _field(self, section: Section, key: str, read: Callable[[str], T]) -> T | None:
        """Return a field, read; None if it is missing, and after adding the error of ``read``."""
        text = section.value(key)
        return None if text is None else self._mistakes.attempt(section.line_of(key), lambda: read(text))

    def _missing(self, section: Section, key: str) -> None:
        what = gettext("this {kind} has no {field}", kind=section.kind, field=key)
        self._mistakes.add(section.line, what, gettext("write it under the heading"))

    def _state(self, section: Section) -> str | None:
        name = section.value("state")
        if name is None and section.kind == CHALLENGE:
            self._missing(section, "state:")
        if name is None or not self._checker.is_state(name, section.line_of("state")):
            return None
        self._checker.on_screen = name
        self._moved = False
        return name

    def _targets(self, section: Section, text: str, view: ViewMode | None) -> tuple[Target, ...]:
        targets = read_targets(text)
        for target in targets:
            if isinstance(target, ControlTarget):
                check_view(target.name, target.mode, view)
        labels = tuple(target.label for target in targets if isinstance(target, BarTarget))
        self._checker.labels(labels, None, section.line_of("glow"))
        return targets

    def _paragraphs(self, section: Section) -> Prose:
        if not section.paragraphs:
            self._missing(section, gettext("paragraph"))
        return tuple(self._prose.paragraph(passage) for passage in section.paragraphs)

    def _text(self, section: Section, key: str, *, emphasis: bool = True) -> Paragraph | None:
        passage = section.fields.get(key)
        return None if passage is None else self._prose.paragraph(passage, emphasis=emphasis)

    def _options(self, section: Section) -> tuple[Option, ...]:
        count, right = len(section.options), sum(is_right for is_right, _ in section.options)
        guessed = "guess" in section.fields
        if section.kind == StepKind.PREDICT.value and (count > 0 if guessed else count < 2 or right != 1):
            line = section.options[0][1].line if section.options else section.line
            what = gettext("{count} answers, {right} of them right", count=count, right=right)
            self._mistakes.add(line, what, gettext("write '( ) wrong' and one '(*) right', or guess: alone"))
        return tuple(Option(self._prose.paragraph(passage), is_right) for is_right, passage in section.options)

    def _guess(self, section: Section, text: str) -> Guess:
        source = Source(text)
        found = _GUESSED.fullmatch(source.text)
        lowest, highest = (_number(found[end]) for end in ("lowest", "highest")) if found else (0.0, 0.0)
        if found is None or not -math.inf < lowest < highest < math.inf:
            remedy = gettext("write guess: EXPRESSION of STATE from A to B, A below B")
            raise ExpressionError(gettext("{text} is no guess", text=quoted(text)), remedy)
        guess = Guess(source.expression(found["expression"]), found["state"], lowest, highest)
        value = self._checker.expression(guess.expression, guess.state, section.line_of("guess"))
        if value is not None and not lowest <= value <= highest:
            what = gettext("{value} is to be guessed, which is out of range", value=f"{value:.6g}")
            raise ExpressionError(what, gettext("widen the guess"))
        return guess

    def _goal(self, section: Section, kind: StepKind) -> Goal | None:
        if kind is StepKind.DO and "goal" not in section.fields:
            self._missing(section, "goal:")
        goal = self._field(section, "goal", lambda text: read_goal(text, self._checker.unit))
        if goal is not None:
            self._checker.goal(goal, section.line_of("goal"), begins_here=not self._moved)
        return goal

    def _gauge(self, section: Section, text: str) -> Gauge:
        found = _GAUGED.fullmatch(text)
        toward = math.nan if found is None else _number(found["number"])
        if found is None or math.isnan(toward):
            remedy = gettext("write gauge: EXPRESSION toward NUMBER")
            raise ExpressionError(gettext("{text} is no gauge", text=quoted(text)), remedy)
        gauge = Gauge(read_expression(found["expression"]), toward)
        self._checker.expression(gauge.expression, None, section.line_of("gauge"))
        return gauge


def _number(word: str) -> float:
    """Parse a number at the end of a field: -1.5, 1/3, inf; nan if it is none."""
    sign, digits = (-1.0, word[1:]) if word[:1] in ("-", "−") else (1.0, word)
    try:
        return sign * (math.inf if digits in ("inf", "∞") else parse_weight(digits))
    except WeightError:
        return math.nan
