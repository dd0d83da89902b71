"""The bundled lessons: their names, their list with what is ticked, and each one read from its file."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from klscope.files.catalogues import ENGLISH
from klscope.files.resource_files import resource_path
from klscope.lessons.current_step import ListedLesson
from klscope.lessons.format import read
from klscope.lessons.lesson import Lesson
from klscope.lessons.mistakes import LessonError
from klscope.lessons.progress import Progress

CHALLENGES = "challenges"


def names(language: str) -> tuple[str, ...]:
    """Return the names of the lessons in a language, in order; those in English if it has none."""
    return tuple(sorted(path.stem for path in _folder(language).glob("[0-9][0-9]-*.md")))


def _folder(language: str) -> Path:
    try:
        return resource_path("lessons", language)
    except FileNotFoundError:
        return resource_path("lessons", ENGLISH)


@cache
def load(name: str, language: str) -> Lesson:
    """Load a lesson, or the challenges, by name.

    Raises
    ------
    KeyError
        There is none of this name in this language.
    LessonError
        The text has mistakes.
    """
    path = _folder(language) / f"{name}.md"
    if name not in (*names(language), CHALLENGES) or not path.is_file():
        raise KeyError(name)
    return read(path.read_text(encoding="utf-8-sig"), path.name)


def listed(language: str, progress: Progress) -> tuple[ListedLesson, ...]:
    """Return the lessons with their ticks, and the challenges last; those with mistakes are skipped."""
    found = []
    for name in (*names(language), CHALLENGES):
        try:
            lesson = load(name, language)
        except (KeyError, LessonError):
            continue
        ticks = sum(tick < len(lesson.steps) for tick in progress.of(name).ticks)
        found.append(ListedLesson(lesson, ticks))
    return tuple(found)
