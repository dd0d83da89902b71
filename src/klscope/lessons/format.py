"""The reader of lesson files: it returns a `Lesson`, or raises `LessonError` with all mistakes.

``resources/lessons/README.md`` documents the format. Nothing in a lesson is executed as code.
"""

from __future__ import annotations

from pathlib import Path

from klscope.files.reading import read_bytes
from klscope.files.weights_text import quoted
from klscope.lessons.checking import Checker
from klscope.lessons.lesson import Lesson
from klscope.lessons.mistakes import LessonError, Mistake, Mistakes
from klscope.lessons.prose_reading import ProseReader
from klscope.lessons.sections import CHALLENGE, STATE, Section, part
from klscope.lessons.state_reading import read_states
from klscope.lessons.step_reading import StepReader
from klscope.theory.units import Unit, parse_unit
from klscope.wording import gettext

FEWEST_STEPS = 3
MOST_STEPS = 5
LONGEST_TEXT = 200_000
LARGEST_FILE = 1_000_000
"""In bytes."""


def read(text: str, file: str) -> Lesson:
    """Read a lesson, or challenges as one.

    Parameters
    ----------
    text
        The text of a lesson.
    file
        The path of its file, for messages; its stem is the name of the lesson.

    Raises
    ------
    LessonError
        The text has mistakes.
    """
    mistakes = Mistakes(file)
    if len(text) > LONGEST_TEXT:
        what = gettext("the text is longer than {longest} characters", longest=f"{LONGEST_TEXT:,}")
        mistakes.add(1, what, gettext("part it into several lessons"))
        mistakes.raise_any()
    head, *rest = part(text, mistakes)
    unit = _unit(head, mistakes)
    states = read_states([section for section in rest if section.kind == STATE], mistakes)
    checker = Checker(states, unit, mistakes)
    _check_head(head, checker, mistakes)
    parts = [section for section in rest if section.kind != STATE]
    challenging = any(section.kind == CHALLENGE for section in parts)
    _check_steps(head, parts, challenging, mistakes)
    reader = StepReader(checker, mistakes)
    steps = tuple(reader.step(section) for section in parts)
    mistakes.raise_any()
    sound = tuple(state for state in states.values() if state is not None)
    return Lesson(Path(file).stem, head.title, head.value("question") or "", unit, sound, steps, challenging)


def read_file(path: str) -> Lesson:
    """Read a file or standard input (``-``); raises `LessonError`, or `FileError` if it cannot be read."""
    content = read_bytes(path, LARGEST_FILE)
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        what, remedy = gettext("this is no UTF-8 text"), gettext("save it as UTF-8")
        raise LessonError([Mistake(path, line, what, remedy)]) from error
    return read(text, path)


def _unit(head: Section, mistakes: Mistakes) -> Unit:
    text = head.value("unit")
    try:
        return Unit.NAT if text is None else parse_unit(text)
    except ValueError:
        what = gettext("there is no unit {unit}", unit=quoted(str(text)))
        mistakes.add(head.line_of("unit"), what, gettext("it is bit, nat or hartley"))
        return Unit.NAT


def _check_head(head: Section, checker: Checker, mistakes: Mistakes) -> None:
    if not head.title:
        mistakes.add(head.line, gettext("there is no title"), gettext("begin with '# Title'"))
    if "question" not in head.fields:
        mistakes.add(head.line, gettext("there is no question"), gettext("write question: … under the title"))
        return
    prose = ProseReader(mistakes, checker.placeholder)
    prose.check_numbers(head.fields["question"])


def _check_steps(head: Section, steps: list[Section], challenging: bool, mistakes: Mistakes) -> None:
    if challenging:
        for section in steps:
            if section.kind != CHALLENGE:
                remedy = gettext("give challenges a file of their own")
                mistakes.add(section.line, gettext("a step stands among challenges"), remedy)
        return
    if not FEWEST_STEPS <= len(steps) <= MOST_STEPS:
        line = head.line if len(steps) < FEWEST_STEPS else steps[MOST_STEPS].line
        what = gettext("there are {count} steps", count=len(steps))
        mistakes.add(line, what, gettext("make it {fewest} to {most}", fewest=FEWEST_STEPS, most=MOST_STEPS))
    if steps and steps[0].kind != "predict":
        what = gettext("the lesson begins with a {kind}", kind=steps[0].kind)
        mistakes.add(steps[0].line, what, gettext("begin with a predict step"))
