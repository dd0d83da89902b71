"""A checkout to try the set-up on."""

import os
import sys
from pathlib import Path

import pytest
from checkout import PROJECT

from bootstrap.environment import Environment, Stamp, write_stamp


@pytest.fixture
def environment(tmp_path: Path) -> Environment:
    """A checkout whose .venv looks whole, with the stamp that belongs to it."""
    (tmp_path / "pyproject.toml").write_text(PROJECT, encoding="utf-8")
    (tmp_path / ".constraints.lock").write_text("numpy==2.4.6\n", encoding="utf-8")
    made = Environment(str(tmp_path))
    python = Path(made.python)
    python.parent.mkdir(parents=True)
    python.write_text("", encoding="utf-8")
    packages = tmp_path / "packages"
    (packages / "numpy").mkdir(parents=True)
    (packages / "klscope.pth").write_text("", encoding="utf-8")
    version = f"{sys.version_info[0]}.{sys.version_info[1]}"
    stamp = Stamp(
        made.folder,
        os.path.realpath(made.python),
        version,
        ("test",),
        str(packages),
        ("klscope.pth", "numpy"),
        made.wanted(),
    )
    write_stamp(made, stamp.text())
    return made
