"""Whether an environment is fit for use, which decides on every start."""

import sys
from pathlib import Path

import pytest

from bootstrap.environment import Environment


def test_another_group_is_not_there_yet(environment: Environment) -> None:
    assert not environment.is_ready(("test", "lint"))


@pytest.mark.parametrize(
    ("name", "old", "new", "ready"),
    [
        ("pyproject.toml", '"numpy"', '"numpy>=2"', False),
        ("pyproject.toml", '"pytest>=9"', '"pytest>=10"', False),
        ("pyproject.toml", 'packages = ["src"]', 'packages = ["source"]', False),
        ("pyproject.toml", "line-length = 120", "line-length = 100", True),
        (".constraints.lock", "2.4.6", "2.4.7", False),
    ],
)
def test_what_is_installed_decides(environment: Environment, name: str, old: str, new: str, ready: bool) -> None:
    path = Path(environment.root, name)
    path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    assert environment.is_ready(()) is ready


def test_a_missing_interpreter_is_noticed(environment: Environment) -> None:
    Path(environment.python).unlink()
    assert not environment.is_ready(())


def test_a_moved_folder_is_noticed(environment: Environment, tmp_path: Path) -> None:
    other = tmp_path.parent / f"{tmp_path.name} moved"
    Path(environment.root).rename(other)
    moved = Environment(str(other))
    assert not moved.is_ready(())
    other.rename(tmp_path)
    assert environment.is_ready(())


def test_another_python_asks_for_its_own(environment: Environment, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "version_info", (3, 99, 0, "final", 0))
    assert not environment.is_ready(())


@pytest.mark.parametrize("text", ["", "a\nb\nc\n", "\x00"])
def test_a_stamp_that_is_not_whole_counts_for_nothing(environment: Environment, text: str) -> None:
    Path(environment.stamp).write_text(text, encoding="utf-8")
    assert environment.read_stamp() is None
    assert not environment.is_ready(())


def test_a_stamp_comes_back_as_it_was_written(environment: Environment) -> None:
    environment.write_stamp(("lint", "test"), "numpy\npytest")
    assert environment.read_stamp() == (environment.made_of(), ("lint", "test"), "numpy\npytest")
