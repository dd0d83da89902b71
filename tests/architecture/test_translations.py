"""All words can be translated, and the check that says so sees those that cannot."""

import ast
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


def test_every_word_of_the_window_is_translatable_in_every_language() -> None:
    found, count = translations.faults()
    assert found == []
    assert count > 200
