"""What the tests of the command line share: the words of *weather*, and commands put in place of the real ones."""

import sys
from typing import Any

import pytest

from klscope.command_line import loading as loader

WEATHER = ["--p", "1/2,1/4,1/8,1/8", "--q", "1/8,1/2,1/4,1/8", "--labels", "sunny,cloudy,rain,snow"]
LINUX_ONLY = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="displays are found out about on Linux")


def loading(monkeypatch: pytest.MonkeyPatch, **modules: object) -> None:
    """Let klscope.window_command and klscope.export_command be what the test says, an error included."""
    real = loader.importlib.import_module

    def load(name: str) -> Any:
        module = modules.get(name.removeprefix("klscope."))
        if isinstance(module, Exception):
            raise module
        return real(name) if module is None else module

    monkeypatch.setattr(loader.importlib, "import_module", load)
