"""The bundled lessons, ``resources/lessons/LANGUAGE/NN-name.md``, and challenges."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from klscope.files.catalogues import ENGLISH
from klscope.files.resource_files import resource_path
from klscope.lessons.format import read_challenges, read_lesson
from klscope.lessons.lesson import Challenges, Lesson
from klscope.lessons.mistakes import Mistakes
from klscope.lessons.sections import HEAD, part

CHALLENGES = "challenges"


@dataclass(frozen=True)
class LessonEntry:
    """The entry of a lesson in a list: its name for `load`, its title and its question."""

    name: str
    title: str
    question: str


def read_catalogue(folder: Path) -> tuple[LessonEntry, ...]:
    """Return the lessons in a folder, sorted by name; only their heads are read."""
    if not folder.is_dir():
        return ()
    paths = sorted(path for path in folder.glob("[0-9][0-9]-*.md") if path.is_file())
    return tuple(_entry(path) for path in paths)


def _entry(path: Path) -> LessonEntry:
    text = path.read_text(encoding="utf-8-sig")
    sections = part(text.partition("\n##")[0], Mistakes(path.name))
    head = next((section for section in sections if section.kind == HEAD), None)
    if head is None:
        return LessonEntry(path.stem, path.stem, "")
    return LessonEntry(path.stem, head.title or path.stem, head.value("question") or "")


@cache
def catalogue(language: str) -> tuple[LessonEntry, ...]:
    """Return the lessons in a language, in order; in English if it has none."""
    return read_catalogue(_folder(language))


def _folder(language: str) -> Path:
    try:
        return resource_path("lessons", language)
    except FileNotFoundError:
        return resource_path("lessons", ENGLISH)


def load(name: str, language: str) -> Lesson:
    """Load a lesson by its name.

    Raises
    ------
    KeyError
        There is no such lesson in this language.
    LessonError
        The text has mistakes.
    """
    if name not in {entry.name for entry in catalogue(language)}:
        raise KeyError(name)
    path = _folder(language) / f"{name}.md"
    return read_lesson(path.read_text(encoding="utf-8-sig"), path.name)


def load_challenges(language: str) -> Challenges:
    """Load the challenges; raises KeyError if the language has none, `LessonError` for mistakes."""
    path = _folder(language) / f"{CHALLENGES}.md"
    if not path.is_file():
        raise KeyError(CHALLENGES)
    return read_challenges(path.read_text(encoding="utf-8-sig"), path.name)
