"""What every start does, on any Python: little, and in a sentence where it cannot go on."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

from bootstrap import installing
from bootstrap.environment import Environment
from bootstrap.starting import prepare

ROOT = Path(__file__).resolve().parents[2]
READ_BY_ANY_PYTHON = ["src/__main__.py", "tests/__main__.py"] + [
    path.relative_to(ROOT).as_posix() for path in sorted((ROOT / "src" / "bootstrap").glob("*.py"))
]


def test_nothing_is_done_where_nothing_changed(environment: Environment, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(installing, "run_to_the_end", lambda *_: pytest.fail("something was started"))
    assert environment.is_ready(())
    assert environment.is_ready(("test",))
    assert prepare(environment, ("test",)) == 0


def test_a_python_too_old_is_a_sentence(
    environment: Environment, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "version_info", (3, 8, 18, "final", 0))
    assert prepare(environment, ()) == 3
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith("klscope: Python 3.11 or newer is needed, this is Python 3.8. Install it ")
    assert err.count("\n") == 1


@pytest.mark.parametrize("name", READ_BY_ANY_PYTHON)
def test_old_pythons_can_read_it(name: str) -> None:
    ast.parse((ROOT / name).read_text(encoding="utf-8"), feature_version=(3, 7))


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a stream that is always full")
@pytest.mark.parametrize("redirections", [">&-", ">/dev/full", "2>&-", "2>/dev/full", ">&- 2>&-"])
def test_streams_that_cannot_be_written_change_no_exit_code(redirections: str) -> None:
    """What is said on the way, here that there is no such Python, may not be told; that is no other failure."""
    script = (
        "import sys; sys.path.insert(0, sys.argv[1]); "
        "from bootstrap.environment import Environment; from bootstrap.starting import become; "
        "sys.exit(become(Environment('/nowhere'), []))"
    )
    command = ["sh", "-c", f'exec "$@" {redirections}', "sh", sys.executable, "-I", "-c", script, str(ROOT / "src")]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (3, "")
    told = "" if "2>" in redirections else "does not start: [Errno 2]"
    assert told in done.stderr
    assert "Traceback" not in done.stderr


def test_a_start_imports_nothing_heavy() -> None:
    script = (
        "import sys; before = set(sys.modules); sys.path.insert(0, sys.argv[1]); "
        "from bootstrap.environment import Environment; from bootstrap.starting import ROOT, prepare; "
        "Environment(ROOT).is_ready(()); print(*(set(sys.modules) - before))"
    )
    done = subprocess.run(
        [sys.executable, "-I", "-c", script, str(ROOT / "src")], capture_output=True, text=True, check=True
    )
    parts = {"bootstrap", "bootstrap.environment", "bootstrap.messages", "bootstrap.starting"}
    assert set(done.stdout.split()) == parts
