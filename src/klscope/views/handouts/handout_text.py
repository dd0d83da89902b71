"""The text of a handout: the steps and the answers of a lesson as HTML."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import escape

from PySide6.QtCore import QCoreApplication

from klscope.lessons.expressions import evaluate
from klscope.lessons.lesson import Lesson, LessonState, Step, StepKind
from klscope.lessons.prose import Paragraph, Placeholder, Words, filled, lines_of, written
from klscope.model.comparison import Comparison
from klscope.model.views import ViewMode
from klscope.views.lessons.goal_words import goal_words

translate = QCoreApplication.translate

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
OPEN = "_" * 5
"""The placeholder of a number that depends on what the learner does."""
RULE = "_" * 16
WORD_JOINER = "\u2060"
_NOWHERE = LessonState("", Comparison.from_weights(None, [1, 1], [1, 1]))
"""The state of steps before any state is loaded; none of its numbers is used."""
_WITHIN_A_KOREAN_WORD = re.compile(r"(?<=[가-힣])(?=\S)|(?<=\S)(?=[가-힣])")


@dataclass(frozen=True)
class ShownStep:
    """A step with its number from 1, and with the state and the view that it loads, or else the last ones before.

    The state is None if none was loaded.
    """

    number: int
    step: Step
    state: LessonState | None
    mode: ViewMode


def shown_steps(lesson: Lesson) -> tuple[ShownStep, ...]:
    """Return the steps of a lesson, each with its initial state and view."""
    state: LessonState | None = None
    mode = ViewMode.KL_DIVERGENCE
    steps = []
    for number, step in enumerate(lesson.steps, start=1):
        state = state if step.state is None else lesson.states_by_name[step.state]
        mode = step.view or mode
        steps.append(ShownStep(number, step, state, mode))
    return tuple(steps)


def kind_name(kind: StepKind) -> str:
    """Return the name of a kind of step in a handout."""
    return {
        StepKind.PREDICT: translate("Handout", "Predict"),
        StepKind.DO: translate("Handout", "Do"),
        StepKind.WHY: translate("Handout", "Why"),
        StepKind.CAREFUL: translate("Handout", "Careful"),
    }[kind]


def wrapped_by_word(text: str) -> str:
    """Return a text with word joiners in Korean words, which Qt would break after any syllable."""
    return _WITHIN_A_KOREAN_WORD.sub(WORD_JOINER, text)


def as_html(text: str) -> str:
    """Escape a text as HTML."""
    return escape(wrapped_by_word(text))


class HandoutText:
    """The parts of a handout as HTML."""

    def __init__(self, lesson: Lesson) -> None:
        self._lesson = lesson

    def head(self) -> str:
        """Return the title and the question."""
        return f"<h1>{as_html(self._lesson.title)}</h1><p class=question>{as_html(self._lesson.question)}</p>"

    def step(self, shown: ShownStep, picture: str) -> str:
        """Return a step without its answer; ``picture`` is the HTML of its picture."""
        step = shown.step
        parts = [self._heading(shown)]
        parts += [f"<p>{self._filled(paragraph, shown.state)}</p>" for paragraph in step.prose]
        if step.formula is not None:
            lines = [self._filled(line, shown.state) for line in lines_of(step.formula)]
            parts.append(f"<p class=formula>{'<br>'.join(lines)}</p>")
        for letter, option in zip(LETTERS, step.options, strict=False):
            parts.append(f"<p class=option>{_lettered(letter, self._filled(option.text, shown.state))}</p>")
        if step.guess is not None:
            lowest, highest = written(step.guess.lowest), written(step.guess.highest)
            asked = translate("Handout", "My guess, from {lowest} to {highest}:").format(lowest=lowest, highest=highest)
            parts.append(f"<p class=option>{as_html(asked)} {RULE}</p>")
        if step.goal is not None:  # without current values
            goal = translate("Lessons", "Goal: {goal}").format(goal=goal_words(step.goal))
            parts.append(f"<p class=option>{as_html(goal)}</p>")
        parts.append(picture)
        return "".join(parts)

    def answers(self, steps: tuple[ShownStep, ...]) -> str:
        """Return the answers: the right options and explanations, hints, and the texts of goals that are met."""
        heading = translate("Handout", "Answers")
        parts = [f"<h1 class=answers>{as_html(heading)}</h1>"]
        parts.append(f"<p class=question>{as_html(self._lesson.title)}</p>")
        answers = [(shown, "".join(self._answer(shown))) for shown in steps]
        if any(_has_live_numbers(shown.step.done) for shown in steps):
            note = translate("Handout", "Where there is a line, the number is the one on your own screen.")
            parts.append(f"<p class=quiet>{as_html(note)}</p>")
        parts += [self._heading(shown) + text for shown, text in answers if text]
        return "".join(parts)

    def _heading(self, shown: ShownStep) -> str:
        kind = f"{shown.number} · {kind_name(shown.step.kind)}"
        return f"<h2><span class=kind>{as_html(kind)}</span> &nbsp;{as_html(shown.step.title)}</h2>"

    def _answer(self, shown: ShownStep) -> Iterator[str]:
        step = shown.step
        right, hint = translate("Handout", "Right:"), translate("Handout", "Hint:")
        for letter, option in zip(LETTERS, step.options, strict=False):
            if option.right:
                text = _lettered(letter, self._filled(option.text, shown.state))
                yield f"<p><b>{as_html(right)}</b> {text}</p>"
        if step.guess is not None:
            state = self._lesson.states_by_name[step.guess.state]
            value = written(evaluate(step.guess.expression, state, self._lesson.unit))
            yield f"<p><b>{as_html(right)}</b> {as_html(value)}</p>"
        if step.because is not None:
            yield f"<p>{self._filled(step.because, shown.state)}</p>"
        if step.hint is not None:
            yield f"<p><b>{as_html(hint)}</b> {self._filled(step.hint, shown.state)}</p>"
        if step.done is not None:
            # its numbers depend on what the learner does
            reached = translate("Handout", "When it is done:")
            yield f"<p><b>{as_html(reached)}</b> {self._filled(step.done, None)}</p>"

    def _filled(self, paragraph: Paragraph, state: LessonState | None) -> str:
        """Return a paragraph with its numbers, live ones of ``state``, or left open if that is None."""
        if state is None:
            paragraph = tuple(Words(OPEN, piece.emphasised) if _is_live(piece) else piece for piece in paragraph)
        lesson = self._lesson
        spans = filled(paragraph, state or _NOWHERE, lesson.states_by_name, lesson.unit)
        # joined before markup, because a number and the particle after it are one word
        whole = wrapped_by_word("".join(span.text for span in spans))
        return "".join(_marked(whole, [(len(span.text), span.emphasised) for span in spans]))


def _is_live(piece: Words | Placeholder) -> bool:
    return isinstance(piece, Placeholder) and piece.state is None


def _has_live_numbers(paragraph: Paragraph | None) -> bool:
    return paragraph is not None and any(_is_live(piece) for piece in paragraph)


def _lettered(letter: str, text: str) -> str:
    return f"<b>{letter}</b> &nbsp;{text}"


def _marked(text: str, lengths: list[tuple[int, bool]]) -> Iterator[str]:
    """Yield the HTML of each span; ``lengths`` do not count word joiners."""
    places = [place for place, sign in enumerate(text) if sign != WORD_JOINER] + [len(text)]
    start = 0
    for length, emphasised in lengths:
        part = escape(text[places[start] : places[start + length]])
        yield f"<b>{part}</b>" if emphasised else part
        start += length
