"""What is installed, at which version, and what is left of it where it fails; CI installs by the README's commands."""

import re
import sys
import tomllib
from pathlib import Path

import pytest
from checkout import PROJECT

from bootstrap import installing
from bootstrap.environment import Environment
from bootstrap.installing import advice_on_pip, requirements_of
from bootstrap.starting import prepare

ROOT = Path(__file__).resolve().parents[2]


def test_groups_follow_their_includes() -> None:
    project = tomllib.loads(PROJECT)
    assert requirements_of(project, ("test",)) == ["pytest>=9", "coverage"]
    assert requirements_of(project, ()) == []


def test_every_pin_is_a_name_and_a_version() -> None:
    lines = (ROOT / ".constraints.lock").read_text(encoding="utf-8").splitlines()
    pins = [line for line in lines if line and not line.startswith("#")]
    assert all(re.fullmatch(r"[a-z0-9-]+==[0-9][0-9a-z.]*( ; .+)?", pin) for pin in pins)
    assert len(pins) == len({pin.partition("==")[0] for pin in pins})


def test_every_requirement_is_pinned() -> None:
    with open(ROOT / "pyproject.toml", "rb") as file:
        project = tomllib.load(file)
    wanted = [*project["project"]["dependencies"], *project["build-system"]["requires"]]
    wanted += requirements_of(project, tuple(project["dependency-groups"]))
    names = {re.split(r"[^A-Za-z0-9._-]", requirement)[0].lower().replace("_", "-") for requirement in wanted}
    text = (ROOT / ".constraints.lock").read_text(encoding="utf-8")
    assert names <= set(re.findall(r"^([a-z0-9-]+)==", text, re.MULTILINE))


@pytest.mark.parametrize(
    ("output", "says"),
    [
        ("OSError: [Errno 28] No space left on device", "make room"),
        ("ERROR: No matching distribution found for PySide6-Essentials", "3.11, 3.12 or 3.13"),
        ("Failed to establish a new connection", "check the network"),
        ("something else", "start again"),
    ],
)
def test_the_advice_fits_the_failure(output: str, says: str) -> None:
    assert says in advice_on_pip(["Collecting numpy", output])


def failing_pip(command: list[str], *_: object) -> tuple[int, list[str]]:
    """Stand for what is started: all succeeds but an installation."""
    if "install" in command:
        return 1, ["Retrying after connection broken by 'no route to host'", "ERROR: No matching distribution"]
    return 0, []


def test_a_failed_installation_keeps_what_was_there(
    environment: Environment, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(installing, "run_to_the_end", failing_pip)
    assert prepare(environment, ("test", "tools")) == 3
    err = capsys.readouterr().err
    assert "no route to host" in err
    assert "check the network" in err
    assert environment.is_ready(("test",))


@pytest.mark.parametrize("is_link", [False, True])
def test_an_interrupted_installation_is_begun_anew(
    environment: Environment, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, is_link: bool
) -> None:
    done = []

    def interrupted(command: list[str], *_: object) -> tuple[int, list[str]]:
        done.append(command[3])
        if "install" in command:
            raise KeyboardInterrupt
        Path(environment.folder).mkdir()
        return 0, []

    kept = tmp_path / "elsewhere"
    if is_link:
        Path(environment.folder).rename(kept)
        Path(environment.folder).symlink_to(kept)
    monkeypatch.setattr(installing, "run_to_the_end", interrupted)
    assert prepare(environment, ("tools",)) == 130
    assert done == ["pip"]  # it was whole: it is completed
    assert prepare(environment, ("tools",)) == 130
    assert done == ["pip", "venv", "pip"]
    assert kept.exists() is is_link


def test_no_venv_module_names_the_package(
    environment: Environment, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    Path(environment.stamp).unlink()
    monkeypatch.setitem(sys.modules, "ensurepip", None)
    assert prepare(environment, ()) == 3
    assert "apt-get install python3-venv" in capsys.readouterr().err
    assert Path(environment.python).exists()
