"""Tests of the check of a wheel's contents."""

import zipfile
from pathlib import Path

import pytest
import wheel_content

METADATA = "klscope-0.1.0.dist-info/METADATA"


def test_what_the_program_opens_is_wanted() -> None:
    assert {
        "klscope/cli.py",
        "klscope/py.typed",
        "klscope/resources/fonts/Pretendard-Regular.otf",
        "klscope/resources/fonts/LICENSE.txt",
        "klscope/resources/icons/klscope-256.png",
        "klscope/resources/icons/undo.svg",
        "klscope/resources/lessons/ko/01-entropy.md",
        "klscope/resources/lessons/README.md",  # mistakes in a lesson name it
        "klscope/resources/examples/index.ko.json",
        "klscope/resources/translations/klscope_ko.qm",
        "klscope/resources/translations/ko/LC_MESSAGES/klscope.mo",
    } <= wheel_content.wanted()
    assert wheel_content.faults([METADATA, *wheel_content.wanted()]) == []


@pytest.mark.parametrize(
    "name",
    [
        "klscope/resources/pictures/main-window.png",
        "klscope/resources/translations/klscope_ko.ts",
        "klscope/resources/translations/ko/LC_MESSAGES/klscope.po",
        "klscope/resources/klscope.desktop",
        "tests/test_cli.py",
        "bootstrap/starting.py",
    ],
)
def test_what_nobody_reads_is_named(name: str) -> None:
    assert wheel_content.faults([name, *wheel_content.wanted()]) == [f"{name} is read by nobody"]


def test_what_is_missing_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    font = "klscope/resources/fonts/Pretendard-Bold.otf"
    path = tmp_path / "klscope.whl"
    with zipfile.ZipFile(path, "w") as wheel:
        for name in [METADATA, *sorted(wheel_content.wanted() - {font})]:
            wheel.writestr(name, "x")
    assert wheel_content.main(str(path)) == 1
    assert capsys.readouterr().out.splitlines()[0] == f"{font} is not in the wheel"
