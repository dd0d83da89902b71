"""The words of a sheet: the same in every language, and what the charts say meanwhile."""

from dataclasses import fields

import pytest
from PySide6.QtCore import QCoreApplication

from klscope.files.catalogues import LANGUAGES
from klscope.lessons.lesson import StepKind
from klscope.theory.units import Unit
from klscope.views.handouts.handout_text import WORD_JOINER, wrapped_by_word
from klscope.views.handouts.handout_words import WORDS, speaking
from klscope.views.words import language
from klscope.views.words.language import Language

pytestmark = pytest.mark.usefixtures("qapp")


def test_every_language_has_every_word_and_fills_in_the_same() -> None:
    assert set(WORDS) == set(LANGUAGES)
    for words in WORDS.values():
        assert all(getattr(words, field.name) for field in fields(words))
        assert set(words.kinds) == set(StepKind)
        assert set(words.units) == set(Unit)
        assert "7" in words.page.format(page=7, pages=9)
        assert "9" in words.page.format(page=7, pages=9)
        assert "8" in words.guess.format(lowest="0", highest="8")


@pytest.fixture
def _english_again():
    yield
    language.install(Language.ENGLISH)


@pytest.mark.usefixtures("_english_again")
@pytest.mark.parametrize("window", [Language.ENGLISH, Language.KOREAN])
def test_a_sheet_has_its_language_whatever_the_window_speaks(window: Language) -> None:
    def said() -> str:
        return QCoreApplication.translate("Figure", "what happens · dashed line: Q")

    language.install(window)
    before = said()
    with speaking("en"):
        assert said() == "what happens · dashed line: Q"
    with speaking("ko"):
        assert "실제" in said()
    with pytest.raises(ZeroDivisionError), speaking("ko"):
        _ = 1 / 0
    assert (said(), language.chosen()) == (before, window)


@pytest.mark.parametrize(
    ("text", "joined"),
    [
        ("plain words, 1.5 nats", "plain words, 1.5 nats"),
        ("동전은 공정", "동+전+은 공+정"),
        ("KL은 0.5예요.", "KL+은 0.5+예+요+."),
        ("‘앞면’을 P와", "‘+앞+면+’+을 P+와"),
    ],
)
def test_a_korean_word_is_not_broken(text: str, joined: str) -> None:
    assert wrapped_by_word(text).replace(WORD_JOINER, "+") == joined
