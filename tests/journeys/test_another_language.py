"""A language is a folder of resources: one that is put there is everywhere that languages are, and no code knows it."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import catalogues as checks_without_qt
import pytest
import translations as checks
from hands import Person

from klscope.command_line import export, lesson, window
from klscope.command_line.exits import UsageError
from klscope.command_line.language import language_of
from klscope.connections.language import set_language
from klscope.files import catalogues, examples, resource_files
from klscope.files.catalogues import OWN_NAME
from klscope.views.words import language
from klscope.wording import gettext

CODE, NAME, TITLE = "vo", "Volapük", "there is no title"
ROOT = Path(__file__).resolve().parents[2] / "resources"


@pytest.fixture
def resources(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Return resources of which there is one language more, with its own name and one text."""
    for path in ROOT.iterdir():
        if path.name != "translations":
            (tmp_path / path.name).symlink_to(path)
    shutil.copytree(ROOT / "translations", tmp_path / "translations")
    folder = tmp_path / "translations" / CODE / "LC_MESSAGES"
    folder.mkdir(parents=True)
    words = checks_without_qt.Catalog(locale=CODE)
    words.add(OWN_NAME, NAME)
    words.add(TITLE, "tiäd vagik")
    (folder / "klscope.mo").write_bytes(checks_without_qt.released(words))
    monkeypatch.setattr(resource_files, "_resource_root", lambda: tmp_path)
    for cached in (catalogues.languages, catalogues._translations):
        cached.cache_clear()
    yield tmp_path
    language.install("en")
    for cached in (catalogues.languages, catalogues._translations):
        cached.cache_clear()


@pytest.mark.usefixtures("resources")
def test_it_is_in_the_menu_and_can_be_chosen(start) -> None:
    person: Person = start()
    actions = person.explorer._actions.languages.actions()
    assert [action.text() for action in actions[:2]] == ["System Language", "English"]
    [own] = [action for action in actions if action.text() == NAME]
    set_language(person.explorer.context, own.data())
    assert [action for action in actions if action.isChecked()] == [own]
    assert language.code() == CODE
    assert gettext(TITLE) == "tiäd vagik"
    # what it has no words for is in English
    assert person.explorer._actions["swap"].text() == "Swap P and Q"
    assert examples.load("weather", CODE).comparison.labels == ("sunny", "cloudy", "rain", "snow")


def handout(words: list[str]) -> int:
    return lesson.run(["handout", "01", "a.pdf", *words])


@pytest.mark.usefixtures("resources")
@pytest.mark.parametrize("command", [window.run, export.run, handout])
def test_every_command_knows_it(command) -> None:
    with pytest.raises(UsageError, match=f"is not one of en, .*{CODE}"):
        command(["--language", "tlh"])


@pytest.mark.usefixtures("resources")
def test_the_command_line_speaks_it() -> None:
    assert language_of(["--language", CODE], {}) == CODE
    assert language_of([], {"LANG": f"{CODE}.UTF-8"}) == CODE


def test_the_checks_tell_what_it_lacks(resources: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = [*checks.faults()[0], *checks_without_qt.faults()[0]]
    for one in (checks, checks_without_qt):
        monkeypatch.setattr(one, "LANGUAGES", resources / "translations")
    found = [*checks.faults()[0], *checks_without_qt.faults()[0]]
    assert f"klscope_{CODE}.ts is missing: run this script with --update" in found
    assert f"{CODE}/LC_MESSAGES/klscope.po: {OWN_NAME!r} is not translated" in found
    assert [fault for fault in found if CODE not in fault] == before
