"""What is said is looked up when it is said, in the language that is in force then."""

import gettext

import pytest

from klscope import wording
from klscope.wording import counted_phrase, marked, phrase, said, with_remedy


class Shouting(gettext.NullTranslations):
    """A language of capitals, with one form for every number."""

    def gettext(self, message: str) -> str:
        return message.upper().replace("{NAME}", "{name}").replace("{WHAT}", "{what}").replace("{REMEDY}", "{remedy}")

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:  # noqa: ARG002
        return msgid2.replace("bars", "BARS")


@pytest.fixture
def shouting():
    before = wording.in_force()
    wording.use(Shouting())
    yield
    wording.use(before)


def test_at_first_it_is_what_is_written_in_the_source() -> None:
    assert phrase("there is no state {name}", name="'die'") == "there is no state 'die'"
    assert phrase("write {{EXPRESSION}}") == "write {EXPRESSION}"
    assert [counted_phrase("{count} bar", "{count} bars", count=count) for count in (1, 2)] == ["1 bar", "2 bars"]
    assert said(marked("Hangul")) == "Hangul"


@pytest.mark.usefixtures("shouting")
def test_another_language_is_in_force_from_then_on() -> None:
    assert phrase("no state {name}", name="die") == "NO STATE die"
    assert counted_phrase("{count} bar", "{count} bars", count=1) == "1 BARS"
    assert said("Hangul") == "HANGUL"
    assert with_remedy("wrong", "mend it") == "wrong; mend it"


def test_nothing_is_looked_up_for_an_empty_text() -> None:
    # the catalogue's entry of the empty text is what tells of the catalogue itself
    assert said("") == ""
    assert with_remedy("it divides by zero", "") == "it divides by zero"


def test_braces_in_what_is_put_in_are_letters() -> None:
    assert phrase("there is no state {name}", name="{x}") == "there is no state {x}"
