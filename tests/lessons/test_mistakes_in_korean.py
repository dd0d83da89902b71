"""The mistakes of a lesson in Korean: on the same lines, and all that is not the author's own is Korean."""

import re
from collections.abc import Callable, Iterator

import pytest
from lesson_texts import LESSON

from klscope.cli import main
from klscope.files import catalogues
from klscope.lessons.format import read
from klscope.lessons.mistakes import LessonError
from klscope.lessons.names import commands, controls, views
from klscope.lessons.options_reading import named
from klscope.lessons.sections import FIELDS
from latin_words import latin_words

BROKEN = [
    ("unit: bit", "unit: byte"),
    ("P: 0.99, 0.01", "P: 0.99, x"),
    ("P: 0.99, 0.01", "P: 0, 0"),
    ("P: 0.99, 0.01", "P: 1, 2, 3"),
    ("P: 0.99, 0.01", "P: 1"),
    ("labels: heads, tails", "labels: heads, heads"),
    ("labels: heads, tails", "labels: heads, "),
    ("locks Q: one, two", "locks Q: one, to"),
    ("## state coin", "## state a coin"),
    ("## state coin", "## state"),
    ("## why: What the formula says", "## Wyh: It"),
    ("## why: What the formula says", "## epilogue: It"),
    ("view: formula", "veiw: formula"),
    ("( ) the coin", "(*) the coin"),
    ("the die's {H(P) of die}.", "the die's {P(tails) of die}."),
    ("the die's {H(P) of die}.", "the die's 2.585."),
    ("the die's {H(P) of die}.", "the die's {H(P) of die : 30}, {H(R)}, {KL of}, {max}, }."),
    ("glow: P(six), swap, uniform Q", "glow: swop"),
    ("view: entropy", "view: entropy\nwith: forward"),
    ("view: entropy", "view: training\nwith: forward, reverse"),
    ("view: entropy", "view: evidence\nwith: seed 7"),
    ("view: entropy", "view: evidence\nwith: 0 samples"),
    ("view: entropy", "view: evidence\nwith: sample"),
    ("goal: P(six) >= 0.98 and Q untouched", ""),
    ("goal: P(six) >= 0.98 and Q untouched", "goal: KL < 0"),
    ("goal: P(six) >= 0.98 and Q untouched", "goal: P(six) > 0.1"),
    ("goal: P(six) >= 0.98 and Q untouched", "goal: P(six"),
    ("goal: P(six) >= 0.98 and Q untouched", "goal: 1 < 2 < 3"),
    ("Drag *P's six* up.", "Drag *P's six up."),
]
AUTHORS = re.compile(r"'[^']*'|\{.*\}")
NAMES = (*FIELDS.values(), FIELDS, commands(), controls(), views(), named(), ["1000 samples, seed 7"])
OF_A_LESSON = {word.strip(",") for names in NAMES for name in names for word in name.split()}
OF_THE_LESSON = {"one", "two", "three", "four", "five", "six", "heads", "tails", "veiw"}


@pytest.fixture
def spoken() -> Iterator[Callable[[str, str], list[tuple[int, str]]]]:
    """Return a function that tells the mistakes of a text in a language: the line of each, and the sentence."""

    def told(text: str, language: str) -> list[tuple[int, str]]:
        catalogues.set_language(language)
        with pytest.raises(LessonError) as caught:
            read(text, "mine.md")
        return [(mistake.line, mistake.sentence) for mistake in caught.value.mistakes]

    yield told
    catalogues.set_language("en")


@pytest.mark.parametrize(("old", "new"), BROKEN)
def test_what_is_told_in_both_languages(spoken, old: str, new: str) -> None:
    assert old in LESSON
    text = LESSON.replace(old, new, 1)
    english, korean = spoken(text, "en"), spoken(text, "ko")
    assert sorted(line for line, _ in korean) == sorted(line for line, _ in english)
    for _, sentence in korean:
        assert latin_words(AUTHORS.sub("", sentence)) <= OF_A_LESSON | OF_THE_LESSON, sentence
    assert spoken(text, "en") == english


@pytest.mark.usefixtures("korean_terminal")
def test_a_check_in_a_korean_terminal(tmp_path, capsys) -> None:
    sound, wrong, none = (tmp_path / name for name in ("sound.md", "wrong.md", "none.md"))
    sound.write_text(LESSON, encoding="utf-8")
    wrong.write_text(LESSON.replace("view: entropy", "view: entropie\nveiw: x"), encoding="utf-8")
    assert main(["lesson", "check", str(sound), str(wrong), str(none)]) == 2
    out, err = capsys.readouterr()
    assert out == f"{sound}: 단계 3개, 틀린 곳 없음\n"
    assert err.splitlines() == [
        f"{wrong}:18: 없는 화면입니다: 'entropie'. 혹시 entropy 아닌가요?",
        f"{wrong}:19: veiw: 여기에 쓰는 항목이 아닙니다. 혹시 view: 아닌가요? "
        "(글이라면 앞에 빈 줄이나 다른 낱말을 두세요)",
        f"{none}:1: 읽을 수 없습니다(그런 파일이나 폴더가 없습니다). 있는 파일의 이름을 쓰세요",
    ]
