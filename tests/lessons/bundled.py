"""The lessons and challenges that come with klscope, by language, with every paragraph of a step."""

from __future__ import annotations

from functools import cache

from klscope.files.catalogues import languages
from klscope.files.resource_files import resource_path
from klscope.lessons.lesson import Challenge, Challenges, Lesson, Step
from klscope.lessons.library import CHALLENGES, catalogue, load, load_challenges
from klscope.lessons.prose import Paragraph, Placeholder, placeholders

LANGUAGES = [language for language in languages() if (resource_path("lessons") / language).is_dir()]
"""The languages that have lessons of their own; every other shows those in English."""
FILES = [(language, entry.name) for language in LANGUAGES for entry in catalogue(language)]
EVERY_FILE = [*FILES, *((language, CHALLENGES) for language in LANGUAGES)]
LESSONS = [entry.name for entry in catalogue("en")]


def text_of(language: str, name: str) -> str:
    """Return the text of a file."""
    return resource_path("lessons", language, f"{name}.md").read_text(encoding="utf-8-sig")


@cache
def file_of(language: str, name: str) -> Lesson | Challenges:
    """Return a lesson, or the challenges; read once, as nothing in it can be changed."""
    return load_challenges(language) if name == CHALLENGES else load(name, language)


def parts_of(file: Lesson | Challenges) -> tuple[Step, ...] | tuple[Challenge, ...]:
    """Return the steps, or the challenges."""
    return file.steps if isinstance(file, Lesson) else file.challenges


def paragraphs_of(part: Step | Challenge) -> tuple[Paragraph, ...]:
    """Return all that a step or a challenge says, but for its formula."""
    later = [part.hint]
    if isinstance(part, Step):
        later = [*(option.text for option in part.options), part.because, part.hint, part.done]
    return (*part.prose, *(one for one in later if one is not None))


def numbers_of(part: Step | Challenge) -> tuple[Placeholder, ...]:
    """Return the placeholders of a step or a challenge, its formula included."""
    formula = part.formula if isinstance(part, Step) else None
    return placeholders((*paragraphs_of(part), *(() if formula is None else (formula,))))
