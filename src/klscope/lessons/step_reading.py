"""The reader of steps and challenges."""

from __future__ import annotations

import math
import re

from klscope.files.weights_text import WeightError, parse_weight, quoted
from klscope.lessons.checking import Checker
from klscope.lessons.expression_reading import Scanner, expression_of, read_expression
from klscope.lessons.expressions import evaluate, labels_in
from klscope.lessons.goal_reading import read_goal
from klscope.lessons.goals import Goal
from klscope.lessons.lesson import (
    BarTarget,
    Challenge,
    ControlTarget,
    Gauge,
    Guess,
    Option,
    Step,
    StepKind,
    Tab,
    Target,
)
from klscope.lessons.mistakes import ExpressionError, Mistakes
from klscope.lessons.names import read_targets, read_view
from klscope.lessons.options_reading import read_options
from klscope.lessons.prose import Paragraph, Prose
from klscope.lessons.prose_reading import ProseReader
from klscope.lessons.sections import Passage, Section
from klscope.model.view_options import ViewOptions
from klscope.model.views import ViewMode
from klscope.wording import gettext

_GUESSED = re.compile(r"of\s+(?P<state>\S+)\s+from\s+(?P<lowest>\S+)\s+to\s+(?P<highest>\S+)")
_GAUGED = re.compile(r"(?P<expression>.*\S)\s+toward\s+(?P<number>\S+)")


class StepReader:
    """Reads sections in order, and keeps `Checker.on_screen` up to date."""

    def __init__(self, checker: Checker, mistakes: Mistakes) -> None:
        self._checker = checker
        self._mistakes = mistakes
        self._prose = ProseReader(mistakes, checker.placeholder)
        self._moved = False  # whether a *do* step follows the last loaded state

    def step(self, section: Section) -> Step:
        """Read a step; mistakes are collected."""
        kind = StepKind(section.kind)
        self._prose.check_numbers(Passage(section.title, [(0, section.line)]))
        state = self._state(section)
        view, tab = self._view(section)
        step = Step(
            kind,
            section.title,
            self._paragraphs(section),
            state,
            view,
            tab,
            self._glow(section, view),
            self._options(section),
            self._guess(section),
            self._text(section, "because"),
            self._goal(section),
            self._text(section, "done"),
            self._text(section, "hint"),
            self._text(section, "formula", emphasis=False),
            view_options=self._view_options(section, view),
        )
        self._moved = self._moved or kind is StepKind.DO
        return step

    def challenge(self, section: Section) -> Challenge:
        """Read a challenge; mistakes are collected."""
        self._prose.check_numbers(Passage(section.title, [(0, section.line)]))
        state = self._state(section)
        if "state" not in section.fields:
            remedy = gettext("write state: NAME under its heading")
            self._mistakes.add(section.line, gettext("a challenge has no state"), remedy)
        goal = self._goal(section)
        return Challenge(
            section.title,
            self._paragraphs(section),
            state or "",
            Goal((), self._checker.unit) if goal is None else goal,
            self._gauge(section),
            self._text(section, "hint"),
            *self._view(section),
        )

    def _state(self, section: Section) -> str | None:
        name = section.value("state")
        if name is None or not self._checker.is_state(name, section.line_of("state")):
            return None
        self._checker.on_screen = name
        self._moved = False
        return name

    def _view(self, section: Section) -> tuple[ViewMode | None, Tab | None]:
        text = section.value("view")
        try:
            return (None, None) if text is None else read_view(text)
        except ExpressionError as error:
            self._mistakes.add_error(section.line_of("view"), error)
            return None, None

    def _view_options(self, section: Section, view: ViewMode | None) -> ViewOptions | None:
        text = section.value("with")
        try:
            return None if text is None else read_options(text, view)
        except ExpressionError as error:
            self._mistakes.add_error(section.line_of("with"), error)
            return None

    def _glow(self, section: Section, view: ViewMode | None) -> tuple[Target, ...]:
        text, line = section.value("glow"), section.line_of("glow")
        try:
            targets = () if text is None else read_targets(text)
        except ExpressionError as error:
            self._mistakes.add_error(line, error)
            return ()
        for target in targets:
            if isinstance(target, ControlTarget) and target.mode is not view:
                what = gettext("{name} belongs to the view {view}", name=quoted(target.name), view=target.mode.value)
                remedy = gettext("write {line} above it, or leave it out", line=f"view: {target.mode.value}")
                self._mistakes.add(line, what, remedy)
        labels = tuple(target.label for target in targets if isinstance(target, BarTarget))
        self._checker.labels(labels, None, line)
        return targets

    def _paragraphs(self, section: Section) -> Prose:
        if not section.paragraphs:
            what = gettext("this {kind} says nothing", kind=section.kind)
            self._mistakes.add(section.line, what, gettext("write a paragraph under its fields"))
        return tuple(self._prose.paragraph(passage) for passage in section.paragraphs)

    def _text(self, section: Section, key: str, *, emphasis: bool = True) -> Paragraph | None:
        passage = section.fields.get(key)
        return None if passage is None else self._prose.paragraph(passage, emphasis=emphasis)

    def _options(self, section: Section) -> tuple[Option, ...]:
        if section.kind != StepKind.PREDICT.value:
            if section.options:
                line = section.options[0][1].line
                what = gettext("a {kind} has answers to choose from", kind=section.kind)
                self._mistakes.add(line, what, gettext("make it a predict step"))
            return ()
        right = [passage.line for is_right, passage in section.options if is_right]
        if section.options and "guess" in section.fields:
            what, remedy = gettext("a guess stands beside answers"), gettext("leave one of them")
            self._mistakes.add(section.line_of("guess"), what, remedy)
        elif not section.options and "guess" not in section.fields:
            remedy = gettext("write lines '( ) wrong' and '(*) right', or guess:")
            self._mistakes.add(section.line, gettext("this predict has no answers"), remedy)
        elif len(section.options) == 1:
            what, remedy = gettext("there is one answer only"), gettext("give at least two")
            self._mistakes.add(section.options[0][1].line, what, remedy)
        elif section.options and len(right) != 1:
            line = right[1] if right else section.options[0][1].line
            if right:
                what = gettext("{count} answers are marked as right", count=len(right))
            else:
                what = gettext("no answer is marked as right")
            self._mistakes.add(line, what, gettext("mark exactly one with (*)"))
        return tuple(Option(self._prose.paragraph(passage), is_right) for is_right, passage in section.options)

    def _guess(self, section: Section) -> Guess | None:
        text, line = section.value("guess"), section.line_of("guess")
        if text is None:
            return None
        try:
            scanner = Scanner(text)
            expression = expression_of(scanner)
            found = _GUESSED.fullmatch(scanner.rest())
            lowest, highest = (_number(found[end], text) for end in ("lowest", "highest")) if found else (0.0, 0.0)
            if found is None or not lowest < highest:
                remedy = gettext("write guess: EXPRESSION of STATE from A to B, A below B")
                raise ExpressionError(gettext("{text} is no guess", text=quoted(text)), remedy)
        except ExpressionError as error:
            self._mistakes.add_error(line, error)
            return None
        self._checker.expression(expression, found["state"], line)
        state = self._checker.states.get(found["state"])
        if state is not None and not set(labels_in(expression)) - set(state.comparison.labels):
            value = evaluate(expression, state, self._checker.unit)
            if not lowest <= value <= highest:
                what = gettext(
                    "what is to be guessed is {value}, which is not from {lowest} to {highest}",
                    value=f"{value:.6g}",
                    lowest=f"{lowest:g}",
                    highest=f"{highest:g}",
                )
                self._mistakes.add(line, what, gettext("widen the guess"))
        return Guess(expression, found["state"], lowest, highest)

    def _goal(self, section: Section) -> Goal | None:
        text, line = section.value("goal"), section.line_of("goal")
        if text is None:
            if section.kind not in ("predict", "why", "careful"):
                what = gettext("this {kind} has no goal", kind=section.kind)
                self._mistakes.add(section.line, what, gettext("write goal: CONDITION"))
            return None
        try:
            goal = read_goal(text, self._checker.unit)
        except ExpressionError as error:
            self._mistakes.add_error(line, error)
            return None
        self._checker.goal(goal, line, begins_here=not self._moved)
        return goal

    def _gauge(self, section: Section) -> Gauge | None:
        text, line = section.value("gauge"), section.line_of("gauge")
        if text is None:
            return None
        try:
            found = _GAUGED.fullmatch(text)
            if found is None:
                remedy = gettext("write gauge: EXPRESSION toward NUMBER")
                raise ExpressionError(gettext("{text} is no gauge", text=quoted(text)), remedy)
            gauge = Gauge(read_expression(found["expression"]), _number(found["number"], text, infinite=True))
        except ExpressionError as error:
            self._mistakes.add_error(line, error)
            return None
        self._checker.expression(gauge.expression, None, line)
        return gauge


def _number(word: str, text: str, *, infinite: bool = False) -> float:
    """Parse a number at the end of a field: -1.5, 1/3, inf."""
    sign, digits = (-1.0, word[1:]) if word[:1] in ("-", "−") else (1.0, word)
    try:
        value = sign * (math.inf if digits in ("inf", "∞") else parse_weight(digits))
    except WeightError:
        value = math.nan
    if math.isnan(value) or (math.isinf(value) and not infinite):
        raise ExpressionError(
            gettext("{word} is no number in {text}", word=quoted(word), text=quoted(text)),
            gettext("write one such as 0, 0.5 or 3"),
        )
    return value
