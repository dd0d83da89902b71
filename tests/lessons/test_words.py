"""The words of the lessons: their number, the ones to avoid, and Korean that reads well with any number in it."""

from __future__ import annotations

import re

import pytest
from bundled import EVERY_FILE, FILES, file_of, paragraphs_of, text_of
from lesson_oracle import with_numbers

from klscope.theory.units import Unit

FEWEST_WORDS = {"en": 40, "ko": 30}  # Korean joins particles to their nouns: three words where English has four
MOST_WORDS = {"en": 90, "ko": 70}
MOST_WORDS_OF_A_CHALLENGE = 85

AVOIDED = {
    "en": (
        r"KL distance|\bclass(es)?\b|\bbins?\b|\bevents?\b|\bpin(s|ned)?\b|\bexcess\b|\bone hot\b|\bcross entropy\b"
        r"|\bground truth\b|\bdear\b|\bbars? that (never |can )?happens?\b|\bpays for claiming\b"
    ),
    "ko": (
        "무질서도|크로스 ?엔트로피|KL ?거리|다이버전스|서프라이절|코드 ?길이|공헌|카테고리|클래스|이벤트"
        "|(?<!허)락(?!하)|판독값|초과분|저축|페널티|패널티|진실|부드러운 라벨|원핫|당혹도|퍼플렉시티|단체"
        "|모드 커버링|모드 시킹|정보 처리 부등식|나트|일어나(는|지 않는) 막대"
    ),
}
"""The field has other words for these: 엔트로피 not 무질서도, KL divergence not KL distance, and so on.

Outcomes happen, bars do not; and what pays is a cost everywhere in the lessons, never a reward.
"""

LATIN = frozenset([*"PQHNnpqixecghABLKMUSX", "KL", "JS", "TV", "log", "ln", "Ctrl", "Shift"])
"""Symbols and keys; every other word of a Korean lesson is Korean."""

PARTICLES = "은는이가을를과와"
AFTER_A_CONSONANT = {"은": True, "는": False, "이": True, "가": False, "을": True, "를": False, "과": True, "와": False}
ENDS_IN_A_CONSONANT = frozenset("LMNRlmnr0136780")
ENDS_IN_RIEUL = frozenset("LRlr178")


def words_of(text: str) -> int:
    """Count words with a letter or a digit in them."""
    return sum(bool(re.search(r"\w", word)) for word in text.split())


@pytest.mark.parametrize(("language", "name"), FILES)
def test_no_step_is_curt_or_long(language: str, name: str) -> None:
    counts = [words_of(with_numbers(paragraphs_of(step))) for step in file_of(language, name).steps]
    assert min(counts) >= FEWEST_WORDS[language]
    assert max(counts) <= MOST_WORDS[language]


@pytest.mark.parametrize("language", ["en", "ko"])
def test_no_challenge_is_long(language: str) -> None:
    challenges = file_of(language, "challenges").steps
    assert max(words_of(with_numbers(paragraphs_of(one))) for one in challenges) <= MOST_WORDS_OF_A_CHALLENGE


@pytest.mark.parametrize(("language", "name"), EVERY_FILE)
def test_no_avoided_word(language: str, name: str) -> None:
    assert re.findall(AVOIDED[language], spoken(language, name), re.IGNORECASE) == []


def spoken(language: str, name: str) -> str:
    """Return all that a file says, a line for each heading, question and step, with 9 for a number."""
    file = file_of(language, name)
    lines = [file.title, file.question]
    for part in file.steps:
        lines += [part.title, with_numbers(paragraphs_of(part))]
        lines += [] if part.formula is None else [with_numbers((part.formula,))]
    return "\n".join(lines)


KOREAN = [name for language, name in EVERY_FILE if language == "ko"]


@pytest.mark.parametrize("name", KOREAN)
def test_no_particle_is_glued_to_a_number(name: str) -> None:
    # what a number is followed by depends on how it is read aloud; a unit, a counter or a sign in between decides
    assert re.findall(r".{0,20}\}\*?(?!번|배|개|회)[가-힣]+", text_of("ko", name)) == []


@pytest.mark.parametrize("name", KOREAN)
def test_units_stand_apart_and_counters_and_per_cent_do_not(name: str) -> None:
    said = spoken("ko", name)
    assert re.findall(r".{0,9}\d(?:비트|내트|하틀리)", said) == []
    assert re.findall(r".{0,9}\d (?:번|배|개|회|%)", said) == []


@pytest.mark.parametrize("name", KOREAN)
def test_no_value_stands_after_a_colon_in_place_of_a_sentence(name: str) -> None:
    assert re.findall(r".{0,9}값: ?9|.{0,9}손실: ?9", spoken("ko", name)) == []


TWO_FOR_ONE = {"en": r"identity bar|\bVAE\b|\bRLHF\b|frozen teacher", "ko": "평균 놀람|천장|항등식 막대"}
"""The window has other words for these, or none."""


@pytest.mark.parametrize(("language", "name"), EVERY_FILE)
def test_a_thing_has_the_name_that_it_has_on_screen(language: str, name: str) -> None:
    assert re.findall(TWO_FOR_ONE[language], spoken(language, name)) == []


@pytest.mark.parametrize("name", KOREAN)
def test_no_latin_words_in_korean(name: str) -> None:
    labels = {label for state in file_of("ko", name).states for label in state.comparison.labels}
    assert set(re.findall(r"[A-Za-z]+", spoken("ko", name))) <= LATIN | labels


OTHER_UNITS = {Unit.NAT: r"bits?\b|비트|hartley|하틀리", Unit.BIT: r"nats?\b|내트"}


@pytest.mark.parametrize(("language", "name"), EVERY_FILE)
def test_a_number_is_followed_by_the_unit_that_it_is_in(language: str, name: str) -> None:
    others = OTHER_UNITS[file_of(language, name).unit]
    assert re.findall(rf".{{0,20}}\}}\*? (?:{others})", text_of(language, name)) == []


@pytest.mark.parametrize("name", [name for language, name in EVERY_FILE if language == "en"])
def test_no_hangul_in_english(name: str) -> None:
    assert re.findall(r"[ㄱ-ㆎ가-힣]+", text_of("en", name)) == []


def _right_after(sound: str, particle: str) -> bool:
    if "가" <= sound <= "힣":
        final = (ord(sound) - ord("가")) % 28
        closed, rieul = final != 0, final == 8
    else:
        closed, rieul = sound in ENDS_IN_A_CONSONANT, sound in ENDS_IN_RIEUL
    if particle in ("로", "으로"):
        return (particle == "으로") == (closed and not rieul)
    return AFTER_A_CONSONANT[particle] == closed


@pytest.mark.parametrize("name", KOREAN)
def test_particles_fit_the_symbols_and_quoted_labels_before_them(name: str) -> None:
    text = re.sub(r"\(Ctrl[^)]*\)", "", spoken("ko", name))  # a shortcut in parentheses is not read with the rest
    found = re.findall(rf"(\S*?([A-Za-z0-9]|[가-힣](?=[’”]))[)*’”]*([{PARTICLES}]|으로|로))(?![가-힣])", text)
    assert [text for text, sound, particle in found if not _right_after(sound, particle)] == []
    assert found
