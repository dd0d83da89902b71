"""What there is to be gone through in a language: the lessons in their order, and the challenges after them."""

from __future__ import annotations

from klscope.lessons import library
from klscope.lessons.challenging import as_lesson
from klscope.lessons.lesson import Lesson
from klscope.lessons.mistakes import LessonError
from klscope.lessons.progress import Progress
from klscope.lessons.standing import ListedLesson


def load(name: str, language: str) -> Lesson:
    """Return the lesson called ``name``, or the challenges as one; raises what `klscope.lessons.library.load` does."""
    if name == library.CHALLENGES:
        return as_lesson(library.load_challenges(language))
    return library.load(name, language)


def listed(language: str, progress: Progress) -> tuple[ListedLesson, ...]:
    """Return them with their ticks; what has mistakes, or is not there in this language, is left out."""
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
