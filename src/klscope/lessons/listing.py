"""The list of lessons in a language, in order, with the challenges at the end."""

from __future__ import annotations

from klscope.lessons import library
from klscope.lessons.challenging import as_lesson
from klscope.lessons.current_step import ListedLesson
from klscope.lessons.lesson import Lesson
from klscope.lessons.mistakes import LessonError
from klscope.lessons.progress import Progress


def load(name: str, language: str) -> Lesson:
    """Return the lesson ``name``, or the challenges as a lesson; raises as `klscope.lessons.library.load`."""
    if name == library.CHALLENGES:
        return as_lesson(library.load_challenges(language))
    return library.load(name, language)


def listed(language: str, progress: Progress) -> tuple[ListedLesson, ...]:
    """Return the lessons with their ticks; those with mistakes or not in this language are skipped."""
    found = []
    for name in (*(entry.name for entry in library.catalogue(language)), library.CHALLENGES):
        try:
            lesson = load(name, language)
        except (KeyError, LessonError):
            continue
        steps = len(lesson.steps)
        ticks = sum(tick < steps for tick in progress.of(name).ticks)
        found.append(ListedLesson(name, lesson.title, lesson.question, ticks, steps, lesson.challenging))
    return tuple(found)
