"""A fixture for a checkout with an environment."""

from pathlib import Path

import pytest
from checkout import PROJECT

from bootstrap.environment import Environment


@pytest.fixture
def environment(tmp_path: Path) -> Environment:
    """A checkout whose .venv looks complete, with a matching stamp."""
    (tmp_path / "pyproject.toml").write_text(PROJECT, encoding="utf-8")
    (tmp_path / ".constraints.lock").write_text("numpy==2.4.6\n", encoding="utf-8")
    made = Environment(str(tmp_path))
    python = Path(made.python)
    python.parent.mkdir(parents=True)
    python.write_text("", encoding="utf-8")
    made.write_stamp(("test",), made.wanted())
    return made
