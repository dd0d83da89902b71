"""The catalogues that come with the program, and what the system says."""

import errno

import pytest

from klscope.files import catalogues
from klscope.files.catalogues import first_available, languages, own_name, set_language
from klscope.files.resource_files import resource_path
from klscope.files.system_reasons import reason_of
from klscope.wording import gettext, ngettext


@pytest.fixture(autouse=True)
def _english_again():
    yield
    set_language("en")


def test_every_language_but_english_has_a_catalogue() -> None:
    for language in languages()[1:]:
        assert resource_path("translations", language, "LC_MESSAGES", "klscope.mo").is_file()


def test_korean_and_back() -> None:
    set_language("ko")
    assert gettext("there is no title") == "제목이 없습니다"
    assert ngettext("{count} step, no mistakes", "{count} steps, no mistakes", count=1) == "단계 1개, 틀린 곳 없음"
    set_language("en")
    assert gettext("there is no title") == "there is no title"


def test_without_its_catalogue_it_is_english(monkeypatch: pytest.MonkeyPatch) -> None:
    def none(*parts: str):
        raise FileNotFoundError(parts)

    monkeypatch.setattr(catalogues, "resource_path", none)
    catalogues._translations.cache_clear()
    set_language("ko")
    assert gettext("there is no title") == "there is no title"
    catalogues._translations.cache_clear()


def test_what_the_system_says_is_said_in_the_language_in_force(tmp_path) -> None:
    errors = []
    for act in (lambda: open(tmp_path / "none"), lambda: open(tmp_path)):  # noqa: SIM115
        with pytest.raises(OSError) as caught:  # noqa: PT011
            act()
        errors.append(caught.value)
    assert [reason_of(error) for error in errors] == ["No such file or directory", "Is a directory"]
    set_language("ko")
    assert [reason_of(error) for error in errors] == ["그런 파일이나 폴더가 없습니다", "폴더입니다"]
    assert reason_of(OSError(errno.ENOENT, "Datei oder Verzeichnis nicht gefunden")) == "그런 파일이나 폴더가 없습니다"
    assert reason_of(OSError("the moon is full")) == "the moon is full"


@pytest.mark.parametrize(
    ("wanted", "spoken"),
    [
        (["ko"], "ko"),
        (["ko-KR"], "ko"),
        (["ko_KR.UTF-8@x"], "ko"),
        (["kok", "de"], "en"),
        (["de", "ko", "en"], "ko"),
        ([], "en"),
    ],
)
def test_the_first_locale_that_is_spoken_counts(wanted: list[str], spoken: str) -> None:
    assert first_available(wanted) == spoken


def test_of_a_language_by_country_that_of_the_country_counts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(catalogues, "languages", lambda: ("en", "pt", "pt_BR"))
    assert [first_available([name]) for name in ("pt-BR", "pt-PT", "pt")] == ["pt_BR", "pt", "pt"]


def test_a_language_is_called_what_its_catalogue_says() -> None:
    assert [own_name(language) for language in ("en", "ko", "xx")] == ["English", "한국어", "xx"]
