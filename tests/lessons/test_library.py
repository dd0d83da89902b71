"""The lessons that come with klscope: each can be loaded, and is the same in every language."""

import pytest
from bundled import FILES, LANGUAGES
from languages_compared import compare_languages
from lesson_texts import LESSON

from klscope.lessons import library
from klscope.lessons.library import CHALLENGES, load, names


def test_what_is_not_there_is_a_key_error() -> None:
    with pytest.raises(KeyError, match="99-none"):
        load("99-none", "en")


def test_a_language_without_lessons_has_those_in_english() -> None:
    assert names("eo") == names("en")
    assert load(CHALLENGES, "eo") == load(CHALLENGES, "en")


def test_a_lesson_is_loaded_by_its_name(monkeypatch, tmp_path) -> None:
    folder = tmp_path / "lessons" / "en"
    folder.mkdir(parents=True)
    for name in ("02-b.md", "01-a.md", "README.md"):
        (folder / name).write_text(LESSON, encoding="utf-8")
    monkeypatch.setattr(library, "resource_path", tmp_path.joinpath)
    assert names("en") == ("01-a", "02-b")
    load.cache_clear()
    try:
        lesson = load("01-a", "en")
        assert (lesson.name, len(lesson.steps)) == ("01-a", 3)
        with pytest.raises(KeyError, match="challenges"):
            load(CHALLENGES, "en")
    finally:
        load.cache_clear()


@pytest.mark.parametrize(("language", "name"), FILES)
def test_every_lesson_of_klscope_is_sound(language: str, name: str) -> None:
    lesson = load(name, language)
    assert (lesson.name, lesson.challenging) == (name, False)


@pytest.mark.parametrize("name", [name for language, name in FILES if language == "ko"])
def test_every_lesson_is_the_same_in_korean(name: str) -> None:
    assert compare_languages(load(name, "en"), load(name, "ko")) == []


def test_the_languages_have_the_same_lessons() -> None:
    for language in LANGUAGES:
        assert names(language) == names("en")


def test_the_challenges_are_the_same_in_korean() -> None:
    assert compare_languages(load(CHALLENGES, "en"), load(CHALLENGES, "ko")) == []
