"""What is installed, and at which version; that it installs is seen by CI, with the README's own commands."""

import re
import tomllib
from pathlib import Path

from checkout import PROJECT

from bootstrap.installing import requirements_of

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
