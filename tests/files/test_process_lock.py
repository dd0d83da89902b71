"""Locks of processes. Oracle: what the documentation of flock says of processes that end."""

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from klscope.files.process_lock import ProcessLock

HOLD = """
import sys
from klscope.files.process_lock import ProcessLock
lock = ProcessLock.taken(sys.argv[1], make=True)
print("held" if lock else "refused", flush=True)
sys.stdin.read()
"""


def start(path: Path) -> subprocess.Popen:
    process = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "held\n"
    return process


def test_it_is_held_once_and_free_after_the_release(tmp_path: Path) -> None:
    path = str(tmp_path / "lock")
    assert ProcessLock.taken(path) is None  # not there, and not made
    lock = ProcessLock.taken(path, make=True)
    assert lock is not None
    assert ProcessLock.taken(path) is None
    lock.release()
    again = ProcessLock.taken(path)
    assert again is not None
    again.delete()
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(sys.platform == "win32", reason="there are other signals")
def test_the_system_releases_that_of_a_process_that_is_killed(tmp_path: Path) -> None:
    path = tmp_path / "lock"
    with start(path) as process:
        assert ProcessLock.taken(str(path)) is None
        process.send_signal(signal.SIGKILL)
        process.wait()
        lock = ProcessLock.taken(str(path))
        assert lock is not None
        lock.release()


@pytest.mark.skipif(sys.platform == "win32", reason="an open file is not deleted there")
def test_a_file_that_was_deleted_after_it_was_opened_is_not_taken(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "lock"
    path.touch()
    from_module = sys.modules[ProcessLock.__module__]
    lock = from_module._lock

    def slow(descriptor: int) -> None:
        path.unlink()  # another process was quicker
        path.touch()
        lock(descriptor)

    monkeypatch.setattr(from_module, "_lock", slow)
    assert ProcessLock.taken(str(path)) is None
