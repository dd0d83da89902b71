"""The ways to make an environment, tried on machines that lack some of them."""

import pytest

from bootstrap import creating, processes
from bootstrap.creating import ways_to_make
from bootstrap.environment import Environment
from bootstrap.messages import SetUpError


def test_no_venv_module_names_the_package(environment: Environment, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(creating, "has_venv", lambda _: False)
    monkeypatch.setattr(processes, "on_path", lambda _: None)
    with pytest.raises(SetUpError, match="apt-get install python3-venv"):
        ways_to_make(environment.folder)


def test_without_venv_other_makers_are_tried(environment: Environment, monkeypatch: pytest.MonkeyPatch) -> None:
    programs = {"uv": "/bin/uv", "virtualenv": "/bin/virtualenv", "python3.12": "/bin/python3.12"}
    monkeypatch.setattr(processes, "on_path", programs.get)
    monkeypatch.setattr(creating, "version_of", lambda _: (3, 12))
    monkeypatch.setattr(creating, "has_venv", lambda python: python == "/bin/python3.12")
    assert [way[0] for way in ways_to_make(environment.folder)] == [
        "/bin/uv",
        "/bin/virtualenv",
        "/bin/python3.12",
    ]
