"""The program is killed at random, as `kill_runs` does; and that it tells what is lost. Oracle: the rules, by hand."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from kills.ledger import Saving, State, contents_allowed, expected, oldest_moment

TESTS = Path(__file__).parent
NEVER_WRITES = """
from klscope.controllers import backup
backup.DELAY_MILLISECONDS = 60_000
"""
NO_LOCK = """
from klscope.files import process_lock
process_lock._lock = lambda descriptor: None
"""


def kill(*words: str, folder: Path | None = None) -> subprocess.CompletedProcess[str]:
    """Run it; the sitecustomize of a folder is what Python starts with."""
    places = [str(TESTS.parent / "src"), *([] if folder is None else [str(folder)])]
    return subprocess.run(
        [sys.executable, str(TESTS / "kill_runs.py"), *words],
        env={**os.environ, "PYTHONPATH": os.pathsep.join(places)},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL")
def test_nothing_is_lost() -> None:
    done = kill("--kills", "3", "--seed", "1")
    assert done.returncode == 0, done.stdout + done.stderr
    first, *_, last = done.stdout.splitlines()
    assert first == "seed 1, 3 kills"
    assert last.startswith("seed 1: 4 kills (")  # one chain of each kind; two processes are killed in the third
    assert last.endswith("): 0 losses")


@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL")
@pytest.mark.parametrize(
    ("fault", "kind", "told"),
    [(NEVER_WRITES, "plain", " did not come back"), (NO_LOCK, "two", " ")],
    ids=["backup", "lock"],
)
def test_what_is_lost_is_told(tmp_path: Path, fault: str, kind: str, told: str) -> None:
    inside = "".join(f"    {line}\n" for line in fault.strip().splitlines())
    (tmp_path / "sitecustomize.py").write_text(f"import sys\nif 'hand.py' in sys.orig_argv[1]:\n{inside}", "utf-8")
    done = kill("--kills", "4", "--seed", "3", "--kind", kind, folder=tmp_path)
    assert done.returncode == 1, done.stdout + done.stderr
    assert told in done.stdout


def test_the_moment_whose_state_is_on_the_disk() -> None:
    assert oldest_moment(10.0, []) == 8.5
    assert oldest_moment(10.0, [(1.0, 2.0)]) == 8.5
    assert oldest_moment(10.0, [(9.0, 9.5)]) == 7.5
    assert oldest_moment(10.0, [(8.0, float("inf"))]) == 6.5
    assert oldest_moment(10.0, [(7.0, 7.5), (9.0, 9.5)]) == 7.5  # there was just enough time
    assert oldest_moment(10.0, [(7.25, 8.0), (9.0, 9.5)]) == 5.75


def test_the_states_that_may_come_back() -> None:
    states = [State(time, str(time), "") for time in (1.0, 8.0, 9.0, 9.9)]
    assert [one.time for one in expected(states, 10.0, [], True).states] == [8.0, 9.0, 9.9]
    assert not expected(states, 10.0, [], True).may_be_gone
    assert expected(states[2:], 10.0, [], True).may_be_gone
    assert not expected(states[2:], 10.0, [], False).may_be_gone
    wanted = expected(states, 10.0, [], True)
    assert wanted.takes("8.0", "")
    assert not wanted.takes("1.0", "")
    assert not wanted.takes("9.0", "a.klscope")


def test_the_contents_that_a_file_may_have() -> None:
    old, new = Saving("old", 1.0, 2.0), Saving("new", 3.0, 4.0)
    killed, failed = Saving("killed", 5.0), Saving("failed", 6.0, has_failed=True)
    assert contents_allowed([old, new, killed, failed]) == {"new", "killed"}
    assert contents_allowed([old, Saving("other", 1.5, 3.0)]) == {"old", "other"}  # of two processes at once
    assert contents_allowed([Saving("first", 1.0)]) == {"first"}
