"""Tests that all texts without Qt are translatable and translated, and that the check detects faults."""

import ast
import re
from collections.abc import Callable
from pathlib import Path

import catalogues
import pytest
from babel.messages.catalog import Catalog
from korean_particles import glued

from latin_words import latin_words

PUT_IN = re.compile(r"\{\w+\}")
FAULTY = [
    'gettext(f"there is no state {name}")',
    "gettext(words)",
    'gettext("there is no state {name}")',
    'gettext("there is no state {name}", label=name)',
    'ngettext("{count} step", count=3)',
    'ngettext("{count} step", "{count} steps of {name}", count=3)',
    'raise_(UsageError("nothing to draw"))',
    'UsageError(f"{option}: all weights are 0")',
    'self._mistakes.add(line, "there is no title", remedy)',
    'mistakes.add(line, what, f"did you mean {name}?")',
    'Parser("klscope measure", "Print entropy and its terms.")',
]
SOUND = [
    'gettext("there is no state {name}", name=quoted(name))',
    'gettext("write {{EXPRESSION of STATE}}")',
    'ngettext("{count} step", "{count} steps", count=3)',
    'marked("Permission denied")',
    'UsageError(gettext("nothing to draw"))',
    'complain_plainly(f"{file}:1: {told}")',
    'Parser("klscope lesson", description)',
    'found.add("no such thing")',
]


def faults(source: str) -> list[str]:
    calls = [node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call)]
    return [fault for call in calls for fault in catalogues.faults_of_call(call)]


@pytest.mark.parametrize("source", FAULTY)
def test_words_that_would_stay_english_are_found(source: str) -> None:
    assert len(faults(source)) == 1


@pytest.mark.parametrize("source", SOUND)
def test_what_is_translatable_or_no_words_is_left_alone(source: str) -> None:
    assert faults(source) == []


def test_words_where_the_collecting_tool_does_not_look_are_found() -> None:
    assert len(list(catalogues.hidden(ast.parse("""f"{file}: {gettext('it is empty')}\"""")))) == 1
    assert list(catalogues.hidden(ast.parse('f"{file}: {told}"'))) == []


KOREAN = """msgid ""
msgstr ""
"Language: ko\\n"
"Plural-Forms: nplurals=1; plural=0;\\n"
"Content-Type: text/plain; charset=utf-8\\n"

{}
"""
SAID = 'msgid "no {state} in {file}"\nmsgstr "%s"\n'


@pytest.fixture
def language(tmp_path: Path) -> Callable[[str], Path]:
    """Return a function that writes a language with these messages."""
    path = tmp_path / "ko" / "LC_MESSAGES" / "klscope.po"
    path.parent.mkdir(parents=True)

    def write(messages: str) -> Path:
        path.write_text(KOREAN.format("@").replace("@", messages), encoding="utf-8")
        return path

    return write


@pytest.fixture
def template() -> Catalog:
    """Return a source with one text."""
    catalog = Catalog()
    catalog.add("no {state} in {file}")
    return catalog


@pytest.mark.parametrize(
    ("messages", "says"),
    [
        ("", "is not translated"),
        (SAID % "", "is not translated"),
        ("#, fuzzy\n" + SAID % "{file}: {state} 없음", "is marked as doubtful"),
        (SAID % "{file}: 없음", "does not put in"),
        (SAID % "{file}: {state} 없음 {}", "does not put in"),
        (SAID % "{file}: {state 없음", "does not put in"),
        (SAID % "{file}: {state}이 없음", "'이' right behind"),
        (SAID % "{file}: '{state}'이 없음", "'이' right behind"),
        (SAID % "{file}: {state} 없음\\n", "ends its last line"),
        (SAID % "{file}: {state} 없음" + '\nmsgid "gone"\nmsgstr "없음"\n', "in the program no more"),
        (SAID % "{file}: {state} 없음" + '\n#~ msgid "gone"\n#~ msgstr "없음"\n', "in the program no more"),
    ],
)
def test_what_is_wrong_with_a_language_is_named(language, template: Catalog, messages: str, says: str) -> None:
    found = list(catalogues.faults_of_language(language(messages), template))
    assert len(found) == 1, found
    assert found[0].startswith("ko/LC_MESSAGES/klscope.po: ")
    assert says in found[0]


@pytest.mark.parametrize("text", ["{file}: {state} 없음", "{state} ({file})", "{file} {state}개"])
def test_a_translation_that_fits_is_left_alone(language, template: Catalog, text: str) -> None:
    assert list(catalogues.faults_of_language(language(SAID % text), template)) == []


def test_what_the_program_reads_is_made_of_what_is_translated(language: Callable[[str], Path]) -> None:
    path = language(SAID % "{file}: {state} 없음")
    assert len(list(catalogues.outdated(path))) == 1
    path.with_suffix(".mo").write_bytes(catalogues.released(catalogues.read(path)))
    assert list(catalogues.outdated(path)) == []
    language(SAID % "{file} {state} 없음")
    assert len(list(catalogues.outdated(path))) == 1


def test_an_update_keeps_what_is_translated_and_drops_what_is_gone(tmp_path, monkeypatch, language, template) -> None:
    path = language(SAID % "{file}: {state} 없음" + '\nmsgid "gone"\nmsgstr "없음"\n')
    template.add("new")
    monkeypatch.setattr(catalogues, "LANGUAGES", tmp_path)
    monkeypatch.setattr(catalogues, "wanted", lambda: template)
    catalogues.update()
    assert {message.id: message.string for message in catalogues.read(path) if message.id} == {
        "no {state} in {file}": "{file}: {state} 없음",
        "new": "",
    }
    assert list(catalogues.outdated(path)) == []
    before = path.read_bytes()
    catalogues.update()
    assert path.read_bytes() == before


def test_everything_is_translatable_in_every_language() -> None:
    found, count = catalogues.faults()
    assert found == []
    assert count > 250


def test_what_a_korean_reads_has_no_english_in_it() -> None:
    [korean] = [path for path in catalogues.catalogues() if path.parents[1].name == "ko"]
    texts = [text for message in catalogues.read(korean) if message.id for text in catalogues.forms(message.string)]
    assert len(texts) > 250
    assert {text: latin_words(PUT_IN.sub("", text)) for text in texts if latin_words(PUT_IN.sub("", text))} == {}


def test_a_counter_is_no_particle() -> None:
    assert glued("{count}개, ‘{side}’, {line}번째 줄, {p}") == []
    assert glued("Q({side})는, '{name}'이, {count}을, {name}의") == ["는", "이", "을"]
