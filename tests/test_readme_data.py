"""The examples of reading data in README.md: files, commands and what they print. The oracle is README.md itself."""

from pathlib import Path

import pytest

from klscope.cli import main

README = (Path(__file__).parents[1] / "README.md").read_text(encoding="utf-8")
SECTION = README.partition("## Your own data\n")[2].partition("\n## ")[0]
BLOCKS = [block.partition("```")[0] for block in SECTION.split("```\n$ ")[1:]]
REST = "…"


def commands():
    """Return each command with the lines under it."""
    for block in BLOCKS:
        for part in block.split("\n$ "):
            command, _, lines = part.removeprefix("$ ").partition("\n")
            yield command, lines.rstrip("\n").split("\n")


@pytest.fixture
def _files(tmp_path, monkeypatch):
    for command, lines in commands():
        if command.startswith("cat "):
            (tmp_path / command.removeprefix("cat ")).write_text("\n".join(lines) + "\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)


@pytest.mark.usefixtures("_files")
@pytest.mark.parametrize(
    ("command", "lines"), [(command, lines) for command, lines in commands() if command.startswith("klscope ")]
)
def test_what_is_printed_is_what_the_readme_says(capsys, command, lines):
    main(command.split()[1:])
    printed = "".join(reversed(capsys.readouterr())).rstrip("\n").split("\n")
    shown = lines[: lines.index(REST)] if REST in lines else lines
    assert printed[: len(shown)] == shown
    assert REST in lines or len(printed) == len(shown)


def test_there_are_examples():
    assert len([command for command, _ in commands()]) >= 6
