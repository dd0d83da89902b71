"""The lessons and challenges that come with klscope, by language, with every paragraph of a step."""

from __future__ import annotations

from functools import cache

from klscope.files.catalogues import languages
from klscope.files.resource_files import resource_path
from klscope.lessons.lesson import Lesson, Step
from klscope.lessons.library import CHALLENGES, load, names
from klscope.lessons.prose import Paragraph, Placeholder, placeholders

LANGUAGES = [language for language in languages() if (resource_path("lessons") / language).is_dir()]
"""The languages that have lessons of their own; every other shows those in English."""
FILES = [(language, name) for language in LANGUAGES for name in names(language)]
EVERY_FILE = [*FILES, *((language, CHALLENGES) for language in LANGUAGES)]
LESSONS = list(names("en"))


def text_of(language: str, name: str) -> str:
    """Return the text of a file."""
    return resource_path("lessons", language, f"{name}.md").read_text(encoding="utf-8-sig")


@cache
def file_of(language: str, name: str) -> Lesson:
    """Return a lesson, or the challenges; read once, as nothing in it can be changed."""
    return load(name, language)


def paragraphs_of(step: Step) -> tuple[Paragraph, ...]:
    """Return all that a step or a challenge says, but for its formula."""
    later = (*(option.text for option in step.options), step.because, step.hint, step.done)
    return (*step.prose, *(one for one in later if one is not None))


def numbers_of(step: Step) -> tuple[Placeholder, ...]:
    """Return the placeholders of a step or a challenge, its formula included."""
    return placeholders((*paragraphs_of(step), *(() if step.formula is None else (step.formula,))))
