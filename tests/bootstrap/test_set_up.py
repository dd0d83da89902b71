"""What an installation leaves behind when it fails."""

import sys

import pytest

from bootstrap import processes
from bootstrap.environment import Environment
from bootstrap.starting import prepare


def test_a_failed_installation_keeps_what_was_there(
    environment: Environment, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def run(command: list[str], *_: object) -> tuple[int, list[str]]:
        if "install" in command:
            return 1, ["Retrying after connection broken by 'no route to host'", "ERROR: No matching distribution"]
        return 0, [f"{sys.version_info[0]} {sys.version_info[1]}"]

    monkeypatch.setattr(processes, "run_to_the_end", run)
    assert prepare(environment, ("test", "tools")) == 3
    err = capsys.readouterr().err
    assert "no route to host" in err
    assert "check the network" in err
    assert environment.is_ready(("test",))
