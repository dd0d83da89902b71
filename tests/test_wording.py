"""Messages are translated when they are used, by the translations installed then."""

from gettext import NullTranslations

import pytest

from klscope import wording
from klscope.wording import gettext, mark, ngettext, translated, with_remedy


class Shouting(NullTranslations):
    """A language of capitals, with one form for every number."""

    def gettext(self, message: str) -> str:
        return message.upper().replace("{NAME}", "{name}").replace("{WHAT}", "{what}").replace("{REMEDY}", "{remedy}")

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:  # noqa: ARG002
        return msgid2.replace("bars", "BARS")


@pytest.fixture
def shouting():
    before = wording.installed()
    wording.install(Shouting())
    yield
    wording.install(before)


def test_at_first_it_is_what_is_written_in_the_source() -> None:
    assert gettext("there is no state {name}", name="'die'") == "there is no state 'die'"
    assert gettext("write {{EXPRESSION}}") == "write {EXPRESSION}"
    assert [ngettext("{count} bar", "{count} bars", count=count) for count in (1, 2)] == ["1 bar", "2 bars"]
    assert translated(mark("Hangul")) == "Hangul"


@pytest.mark.usefixtures("shouting")
def test_another_language_is_in_force_from_then_on() -> None:
    assert gettext("no state {name}", name="die") == "NO STATE die"
    assert ngettext("{count} bar", "{count} bars", count=1) == "1 BARS"
    assert translated("Hangul") == "HANGUL"
    assert with_remedy("wrong", "mend it") == "wrong; mend it"


def test_nothing_is_looked_up_for_an_empty_text() -> None:
    # the catalogue's entry of the empty text is what tells of the catalogue itself
    assert translated("") == ""
    assert with_remedy("it divides by zero", "") == "it divides by zero"


def test_braces_in_what_is_put_in_are_letters() -> None:
    assert gettext("there is no state {name}", name="{x}") == "there is no state {x}"
