"""Tests that all texts are translatable, and that the check detects faults."""

import ast
from collections.abc import Callable
from pathlib import Path

import pytest
import translations

FAULTY = [
    'button.setText("Open a file")',
    'button.setToolTip(f"{count} bars are locked")',
    'QLabel("average surprise")',
    'translate("Charts", words)',
    'translate("Charts", f"{count} bars")',
    'translate("Charts", "{} bars").format(count)',
    'menu.addAction("Reset", self.reset)',
]
SOUND = [
    'button.setText(translate("Charts", "Open a file"))',
    'button.setText("H(P)")',
    'translate("Charts", "{count} bars").format(count=3)',
    'translate("Charts", "Believing Q costs {percent} % more.")',
    "painter.translate(corner)",
    'self.setWindowTitle("klscope")',
]


def faults(source: str) -> list[str]:
    calls = [node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call)]
    return [fault for call in calls for fault in translations.faults_of_call(call)]


@pytest.mark.parametrize("source", FAULTY)
def test_words_that_no_translator_would_see_are_found(source: str) -> None:
    assert faults(source)


@pytest.mark.parametrize("source", SOUND)
def test_what_is_translatable_or_no_words_is_left_alone(source: str) -> None:
    assert faults(source) == []


def test_a_language_that_lacks_words_is_named(tmp_path: Path) -> None:
    language = tmp_path / "klscope_ko.ts"
    language.write_text(
        "<TS><context><name>A</name><message><source>one</source><translation>하나</translation></message>"
        '<message><source>two</source><translation type="unfinished">둘</translation></message></context></TS>',
        encoding="utf-8",
    )
    lacking = translations.lacking(language, {("A", "one"), ("A", "two"), ("B", "one")})
    assert lacking == ["klscope_ko.ts: A: 'two' is not translated", "klscope_ko.ts: B: 'one' is not translated"]


KOREAN = """<TS version="2.1" language="ko_KR" sourcelanguage="en"><context><name>A</name>
<message><source>{count} bars of {side}</source><translation>%s</translation></message></context></TS>"""


@pytest.fixture
def language(tmp_path: Path) -> Callable[[str], Path]:
    """Return a function that writes a file with one Korean translation."""

    def write(text: str) -> Path:
        path = tmp_path / "klscope_ko.ts"
        path.write_text(KOREAN % text, encoding="utf-8")
        return path

    return write


def test_a_translation_of_nothing_is_named(language: Callable[[str], Path]) -> None:
    found = translations.stale(language("{side} 막대 {count}개"), set())
    assert found == ["klscope_ko.ts: A: '{count} bars of {side}' is in the program no more"]


@pytest.mark.parametrize("text", ["{side} 막대 {count}개", "막대 {count}개가 {side} 쪽에", "‘{side}’, {count}번째"])
def test_a_translation_that_fits_is_left_alone(language: Callable[[str], Path], text: str) -> None:
    assert translations.ill_fitting(language(text)) == []


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("막대 {count}개", "does not put in"),
        ("{side} 막대 {number}개", "does not put in"),
        ("{side}를 막대 {count}개", "'를' must not stand"),
        ("‘{side}’를 {count}번", "'를' must not stand"),
        ("Q({side})는 {count}번", "'는' must not stand"),
    ],
)
def test_a_translation_that_does_not_fit_is_named(language: Callable[[str], Path], text: str, says: str) -> None:
    found = translations.ill_fitting(language(text))
    assert len(found) == 1
    assert says in found[0]


def test_what_the_program_reads_is_made_of_what_is_translated(language: Callable[[str], Path]) -> None:
    path = language("{side} 막대 {count}개")
    assert len(translations.outdated(path)) == 1
    path.with_suffix(".qm").write_bytes(translations.released(path))
    assert translations.outdated(path) == []
    language("막대 {count}개, {side}")
    assert len(translations.outdated(path)) == 1


def test_every_word_of_the_window_is_translatable_in_every_language() -> None:
    found, count = translations.faults()
    assert found == []
    assert count > 200
