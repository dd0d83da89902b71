"""The parts of the set-up that install nothing; what installs is run by CI, with the README's own commands."""

import ast
import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

import bootstrap

ROOT = Path(__file__).resolve().parents[1]
PROJECT = """\
[build-system]
requires = ["hatchling"]

[project]
name = "thing"  # kept
dependencies = [
    "numpy",
]

[tool.ruff]
line-length = 120

[tool.hatch.build]
packages = ["src"]

[dependency-groups]
test = ["pytest>=9", { include-group = "tools" }]
tools = ["coverage"]
"""


@pytest.fixture
def environment(tmp_path: Path) -> bootstrap.Environment:
    """A checkout whose .venv looks whole, with the stamp that belongs to it."""
    (tmp_path / "pyproject.toml").write_text(PROJECT, encoding="utf-8")
    (tmp_path / ".constraints.lock").write_text("numpy==2.4.6\n", encoding="utf-8")
    made = bootstrap.Environment(str(tmp_path))
    python = Path(made.python)
    python.parent.mkdir(parents=True)
    python.write_text("", encoding="utf-8")
    packages = tmp_path / "packages"
    (packages / "numpy").mkdir(parents=True)
    (packages / "klscope.pth").write_text("", encoding="utf-8")
    version = f"{sys.version_info[0]}.{sys.version_info[1]}"
    stamp = bootstrap.Stamp(
        made.folder,
        os.path.realpath(made.python),
        version,
        ("test",),
        str(packages),
        ("klscope.pth", "numpy"),
        made.wanted(),
    )
    bootstrap.write_stamp(made, stamp.text())
    return made


def test_nothing_is_done_where_nothing_changed(
    environment: bootstrap.Environment, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bootstrap, "run_to_the_end", lambda *_: pytest.fail("something was started"))
    assert environment.is_ready(())
    assert environment.is_ready(("test",))
    assert bootstrap.prepare(environment, ("test",)) == 0


def test_another_group_is_not_there_yet(environment: bootstrap.Environment) -> None:
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
def test_what_is_installed_decides(
    environment: bootstrap.Environment, name: str, old: str, new: str, ready: bool
) -> None:
    path = Path(environment.root, name)
    path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    assert environment.is_ready(()) is ready


def test_damage_is_noticed(environment: bootstrap.Environment) -> None:
    Path(environment.root, "packages", "numpy").rmdir()
    assert not environment.is_ready(())


def test_an_upgrade_by_hand_is_no_damage(environment: bootstrap.Environment) -> None:
    Path(environment.root, "packages", "extra").mkdir()
    assert environment.is_ready(())


def test_a_missing_interpreter_is_noticed(environment: bootstrap.Environment) -> None:
    Path(environment.python).unlink()
    assert not environment.is_ready(())


@pytest.mark.skipif(os.name != "posix", reason="links to the system's Python are made on POSIX")
def test_an_upgraded_interpreter_is_noticed(environment: bootstrap.Environment, tmp_path: Path) -> None:
    (tmp_path / "python3.99").write_text("", encoding="utf-8")
    Path(environment.python).unlink()
    Path(environment.python).symlink_to(tmp_path / "python3.99")
    assert not environment.is_ready(())


def test_a_moved_folder_is_noticed(environment: bootstrap.Environment, tmp_path: Path) -> None:
    other = tmp_path.parent / f"{tmp_path.name} moved"
    Path(environment.root).rename(other)
    moved = bootstrap.Environment(str(other))
    assert not moved.is_ready(())
    other.rename(tmp_path)
    assert environment.is_ready(())


def test_another_python_asks_for_its_own(environment: bootstrap.Environment, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "version_info", (3, 99, 0, "final", 0))
    assert not environment.is_ready(())


def test_an_old_python_borrows_what_is_there(
    environment: bootstrap.Environment, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "version_info", (3, 8, 18, "final", 0))
    assert environment.is_ready(())


@pytest.mark.parametrize("text", ["", bootstrap.UNFINISHED, "a\nb\nc\n", "\x00"])
def test_a_stamp_that_is_not_whole_counts_for_nothing(environment: bootstrap.Environment, text: str) -> None:
    bootstrap.write_stamp(environment, text)
    assert environment.read_stamp() is None
    assert not environment.is_ready(())
    assert bootstrap.is_unfinished(environment) is (text == bootstrap.UNFINISHED)


def test_a_stamp_comes_back_as_it_was_written(environment: bootstrap.Environment) -> None:
    stamp = environment.read_stamp()
    assert stamp is not None
    again = bootstrap.Stamp.parse(stamp.text())
    assert vars(again) == vars(stamp)


def test_groups_follow_their_includes() -> None:
    project = tomllib.loads(PROJECT)
    assert bootstrap.requirements_of(project, ("test",)) == ["pytest>=9", "coverage"]
    assert bootstrap.requirements_of(project, ()) == []


def test_no_newer_python_is_a_sentence(
    environment: bootstrap.Environment, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    bootstrap.remove(environment.folder)
    monkeypatch.setattr(sys, "version_info", (3, 8, 18, "final", 0))
    monkeypatch.setattr(bootstrap, "on_path", lambda _: None)
    assert bootstrap.prepare(environment, ()) == 3
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith("klscope: Python 3.11 or newer is needed, this is Python 3.8, and ")
    assert err.count("\n") == 1


def test_no_venv_module_names_the_package(environment: bootstrap.Environment, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bootstrap, "has_venv", lambda _: False)
    monkeypatch.setattr(bootstrap, "on_path", lambda _: None)
    with pytest.raises(bootstrap.SetUpError, match="apt-get install python3-venv"):
        bootstrap.ways_to_make(environment.folder)


def test_without_venv_other_makers_are_tried(
    environment: bootstrap.Environment, monkeypatch: pytest.MonkeyPatch
) -> None:
    programs = {"uv": "/bin/uv", "virtualenv": "/bin/virtualenv", "python3.12": "/bin/python3.12"}
    monkeypatch.setattr(bootstrap, "on_path", programs.get)
    monkeypatch.setattr(bootstrap, "version_of", lambda _: (3, 12))
    monkeypatch.setattr(bootstrap, "has_venv", lambda python: python == "/bin/python3.12")
    assert [way[0] for way in bootstrap.ways_to_make(environment.folder)] == [
        "/bin/uv",
        "/bin/virtualenv",
        "/bin/python3.12",
    ]


def test_a_failed_installation_keeps_what_was_there(
    environment: bootstrap.Environment, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def run(command: list[str], *_: object) -> tuple[int, list[str]]:
        if "install" in command:
            return 1, ["Retrying after connection broken by 'no route to host'", "ERROR: No matching distribution"]
        return 0, [f"{sys.version_info[0]} {sys.version_info[1]}"]

    monkeypatch.setattr(bootstrap, "run_to_the_end", run)
    assert bootstrap.prepare(environment, ("test", "tools")) == 3
    err = capsys.readouterr().err
    assert "no route to host" in err
    assert "check the network" in err
    assert environment.is_ready(("test",))


@pytest.mark.parametrize(
    ("output", "says"),
    [
        ("OSError: [Errno 28] No space left on device", "make room"),
        ("/x/python: No module named pip", "Delete the folder .venv"),
        ("ERROR: No matching distribution found for PySide6-Essentials", "3.11, 3.12 or 3.13"),
        ("Failed to establish a new connection", "check the network"),
        ("something else", "start again"),
    ],
)
def test_the_advice_fits_the_failure(output: str, says: str) -> None:
    assert says in bootstrap.advice_on_pip(output)


def test_frames_and_notes_are_left_out_of_last_words() -> None:
    lines = ["Collecting thing", "  error: subprocess-exited-with-error", "  × pip did not run", "  │ exit code: 1"]
    assert bootstrap.telling([*lines, "  ╰─> [3 lines of output]", "      ERROR: why", "  note: it was not me"]) == [
        "Collecting thing",
        "ERROR: why",
    ]


def test_only_large_downloads_are_told(capsys: pytest.CaptureFixture[str]) -> None:
    bootstrap.report_download("  Downloading pyside6_essentials-6.11.3-cp310-abi3.whl (79.9 MB)")
    bootstrap.report_download("  Downloading iniconfig-2.3.1-py3-none-any.whl (7.5 kB)")
    bootstrap.report_download("Downloading a b MB)")
    assert capsys.readouterr().err == "klscope: downloading pyside6_essentials (80 MB)…\n"


def test_a_file_is_named_from_where_the_person_is(tmp_path: Path) -> None:
    (tmp_path / "test_x.py").write_text("", encoding="utf-8")
    folder = str(tmp_path)
    assert bootstrap.from_root("test_x.py::test_y", folder) == f"{folder}/test_x.py::test_y".replace("/", os.sep)
    for same in ("-k", "-x", "tests", "none.py", ""):
        assert bootstrap.from_root(same, folder) == same


@pytest.mark.parametrize("name", ["src/bootstrap.py", "src/__main__.py", "tests/__main__.py"])
def test_old_pythons_can_read_it(name: str) -> None:
    ast.parse((ROOT / name).read_text(encoding="utf-8"), feature_version=(3, 7))


def test_a_start_imports_nothing_heavy() -> None:
    script = (
        "import sys; before = set(sys.modules); sys.path.insert(0, sys.argv[1]); import bootstrap; "
        "bootstrap.Environment(bootstrap.ROOT).is_ready(()); print(*(set(sys.modules) - before))"
    )
    done = subprocess.run(
        [sys.executable, "-I", "-c", script, str(ROOT / "src")], capture_output=True, text=True, check=True
    )
    assert done.stdout.split() == ["bootstrap"]


def test_every_pin_is_a_name_and_a_version() -> None:
    lines = (ROOT / ".constraints.lock").read_text(encoding="utf-8").splitlines()
    pins = [line for line in lines if line and not line.startswith("#")]
    assert all(re.fullmatch(r"[a-z0-9-]+==[0-9][0-9a-z.]*( ; .+)?", pin) for pin in pins)
    assert len(pins) == len({pin.partition("==")[0] for pin in pins})


def test_every_requirement_is_pinned() -> None:
    with open(ROOT / "pyproject.toml", "rb") as file:
        project = tomllib.load(file)
    wanted = [*project["project"]["dependencies"], *project["build-system"]["requires"]]
    wanted += bootstrap.requirements_of(project, tuple(project["dependency-groups"]))
    names = {re.split(r"[^A-Za-z0-9._-]", requirement)[0].lower().replace("_", "-") for requirement in wanted}
    text = (ROOT / ".constraints.lock").read_text(encoding="utf-8")
    assert names <= set(re.findall(r"^([a-z0-9-]+)==", text, re.MULTILINE))
