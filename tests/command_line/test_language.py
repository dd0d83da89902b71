"""Which language a command speaks. Oracle: the manual of GNU gettext, "Locale Environment Variables" and "LANGUAGE"."""

import sys
from types import SimpleNamespace

import pytest

from klscope.command_line.language import language_of


@pytest.fixture(autouse=True)
def _terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    for stream in ("stdout", "stderr"):
        monkeypatch.setattr(sys, stream, SimpleNamespace(encoding="utf-8"))


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({}, "en"),
        ({"LANG": "ko_KR.UTF-8"}, "ko"),
        ({"LANG": "ko"}, "ko"),
        ({"LANG": "ko.UTF-8"}, "ko"),
        ({"LANG": "kok_IN.UTF-8"}, "en"),
        ({"LANG": "de_DE.UTF-8"}, "en"),
        ({"LANG": "C.UTF-8"}, "en"),
        ({"LANG": "ko_KR.UTF-8", "LC_MESSAGES": "en_GB.UTF-8"}, "en"),
        ({"LANG": "en_GB.UTF-8", "LC_MESSAGES": "ko_KR.UTF-8"}, "ko"),
        ({"LANG": "en_GB.UTF-8", "LC_MESSAGES": "en_GB.UTF-8", "LC_ALL": "ko_KR.UTF-8"}, "ko"),
        ({"LANG": "ko_KR.UTF-8", "LC_ALL": ""}, "ko"),
        ({"LANG": "en_GB.UTF-8", "LANGUAGE": "ko"}, "ko"),
        ({"LANG": "ko_KR.UTF-8", "LANGUAGE": "en:ko"}, "en"),
        ({"LANG": "ko_KR.UTF-8", "LANGUAGE": "de:ko:en"}, "ko"),
        ({"LANG": "ko_KR.UTF-8", "LANGUAGE": ""}, "ko"),
        ({"LANGUAGE": "ko"}, "ko"),
        ({"LC_ALL": "C", "LANGUAGE": "ko"}, "en"),
        ({"LANG": "POSIX", "LANGUAGE": "ko"}, "en"),
        ({"LC_ALL": "C.UTF-8", "LANGUAGE": "ko"}, "ko"),
    ],
)
def test_the_environment_is_read_as_gettext_reads_it(environment: dict[str, str], language: str) -> None:
    assert language_of(["measure"], environment) == language


@pytest.mark.parametrize(
    ("words", "language"),
    [
        (["--language", "ko"], "ko"),
        (["--language=ko", "--help"], "ko"),
        (["lesson", "handout", "05", "a.pdf", "--language", "ko"], "ko"),
        (["--language", "system"], "en"),
        (["--language", "de"], "en"),
        (["--language"], "en"),
        (["--languages", "ko"], "en"),
    ],
)
def test_the_option_goes_before_the_environment(words: list[str], language: str) -> None:
    assert language_of(words, {"LANG": "en_GB.UTF-8"}) == language


def test_english_can_be_asked_for() -> None:
    assert language_of(["--language", "en"], {"LANG": "ko_KR.UTF-8"}) == "en"


@pytest.mark.parametrize(
    ("encodings", "language"),
    [
        (("utf-8", "utf-8"), "ko"),
        (("euc_kr", "cp949"), "ko"),
        (("ascii", "utf-8"), "en"),
        (("utf-8", "latin-1"), "en"),
        ((None, None), "ko"),
        (("no such encoding", "utf-8"), "en"),
    ],
)
def test_a_terminal_without_hangul_is_spoken_to_in_english(monkeypatch, encodings, language: str) -> None:
    for stream, encoding in zip(("stdout", "stderr"), encodings, strict=True):
        monkeypatch.setattr(sys, stream, SimpleNamespace(encoding=encoding))
    assert language_of([], {"LANG": "ko_KR.UTF-8"}) == language
