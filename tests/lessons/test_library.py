"""The lessons that come with klscope: each can be loaded, and is the same in every language."""

import pytest
from bundled import LANGUAGES
from languages_compared import compare_challenges, compare_languages
from lesson_texts import LESSON

from klscope.lessons import library
from klscope.lessons.library import LessonEntry, catalogue, load, load_challenges, read_catalogue


def test_a_catalogue_has_the_lessons_in_order_and_nothing_else(tmp_path) -> None:
    (tmp_path / "02-b.md").write_text("# Second\nquestion: Why?\n\n## broken\n", encoding="utf-8")
    (tmp_path / "01-a.md").write_text(LESSON, encoding="utf-8")
    (tmp_path / "03-c.md").write_text("", encoding="utf-8")
    (tmp_path / "challenges.md").write_text("# No\n", encoding="utf-8")
    (tmp_path / "README.md").write_text("# No\n", encoding="utf-8")
    assert read_catalogue(tmp_path) == (
        LessonEntry("01-a", "What is entropy?", "How unpredictable is it?"),
        LessonEntry("02-b", "Second", "Why?"),
        LessonEntry("03-c", "03-c", ""),
    )
    assert read_catalogue(tmp_path / "none") == ()


def test_what_is_not_there_is_a_key_error() -> None:
    with pytest.raises(KeyError, match="99-none"):
        load("99-none", "en")


def test_a_language_without_lessons_has_those_in_english() -> None:
    assert catalogue("eo") == catalogue("en")
    assert load_challenges("eo") == load_challenges("en")


def test_a_lesson_is_loaded_by_its_name(monkeypatch, tmp_path) -> None:
    folder = tmp_path / "lessons" / "en"
    folder.mkdir(parents=True)
    (folder / "01-a.md").write_text(LESSON, encoding="utf-8")
    monkeypatch.setattr(library, "resource_path", tmp_path.joinpath)
    catalogue.cache_clear()
    try:
        lesson = load("01-a", "en")
        assert (lesson.name, len(lesson.steps)) == ("01-a", 3)
    finally:
        catalogue.cache_clear()


NAMES = [(language, entry.name) for language in LANGUAGES for entry in catalogue(language)]


@pytest.mark.parametrize(("language", "name"), NAMES)
def test_every_lesson_of_klscope_is_sound(language: str, name: str) -> None:
    lesson = load(name, language)
    entry = next(entry for entry in catalogue(language) if entry.name == name)
    assert (lesson.name, lesson.title, lesson.question) == (entry.name, entry.title, entry.question)


@pytest.mark.parametrize("name", [name for language, name in NAMES if language == "ko"])
def test_every_lesson_is_the_same_in_korean(name: str) -> None:
    assert compare_languages(load(name, "en"), load(name, "ko")) == []


def test_the_languages_have_the_same_lessons() -> None:
    for language in LANGUAGES:
        assert [entry.name for entry in catalogue(language)] == [entry.name for entry in catalogue("en")]


def test_the_challenges_are_the_same_in_korean() -> None:
    assert compare_challenges(load_challenges("en"), load_challenges("ko")) == []
