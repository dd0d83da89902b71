"""Title and question of a lesson, read before anybody has guessed, do not answer its first step.

They may name a choice, but then not only the right one.
"""

from __future__ import annotations

import re

import pytest
from bundled import FILES, file_of
from lesson_oracle import with_numbers

SHORTEST, STEM = {"en": 4, "ko": 2}, {"en": 5, "ko": 2}
"""Shorter words tell nothing. Of longer ones only so many letters, or syllables, are compared: "infinity" begins as
"infinite" does, and a Korean word ends in particles."""


def stems_of(text: str, language: str) -> set[str]:
    """Return how the words of a text begin."""
    letters = r"[a-z]+" if language == "en" else r"[가-힣]+"
    found = re.findall(letters, text.lower())
    return {word[: STEM[language]] for word in found if len(word) >= SHORTEST[language]}


@pytest.mark.parametrize(("language", "name"), FILES)
def test_no_heading_has_the_right_answer_alone(language: str, name: str) -> None:
    lesson = file_of(language, name)
    options = lesson.steps[0].options
    heading = stems_of(f"{lesson.title} {lesson.question}", language)
    right, wrong = (
        set().union(*(stems_of(with_numbers((one.text,)), language) for one in options if one.right is is_right))
        for is_right in (True, False)
    )
    assert (not heading & (right - wrong)) or heading & (wrong - right)


@pytest.mark.parametrize(
    ("name", "language", "told"),
    [
        ("08-never-negative", "en", "never"),
        ("09-asymmetry", "en", "cover"),
        ("10-infinity-and-zero", "en", "infinit"),
        ("08-never-negative", "ko", "않"),
        ("09-asymmetry", "ko", "덮"),
        ("10-infinity-and-zero", "ko", "무한"),
    ],
)
def test_the_three_that_told_their_answer_ask(name: str, language: str, told: str) -> None:
    lesson = file_of(language, name)
    assert told not in f"{lesson.title} {lesson.question}".lower()


@pytest.mark.parametrize(("language", "name"), FILES)
def test_the_question_of_a_lesson_is_asked(language: str, name: str) -> None:
    assert file_of(language, name).question.endswith("?")
