"""The program used at random by three hands, as `random_use` does; and that it tells when something goes wrong."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

TESTS = Path(__file__).parent
SOURCE = TESTS.parent / "src"
LAST = 40

CRASH = """
import os, signal
from klscope.model.store import Store
Store.undo = lambda self: os.kill(os.getpid(), signal.SIGSEGV)
"""
EXCEPTION = """
from klscope.views.window.status_line import StatusLine
def refuse(self, text): raise ZeroDivisionError("of the test")
StatusLine.say = refuse
"""
WARNING = """
from klscope.views.bars.bar_chart import BarChart
from PySide6.QtCore import qWarning
BarChart.tool_tip = lambda self, index: qWarning("of the test") or ""
"""
WRONG_NUMBER = """
from klscope.model.snapshot import Snapshot
Snapshot.kl_divergence = property(lambda self: self.in_unit(self.measures.kl_divergence) + 0.01)
"""


def use(*words: str, folder: Path | None = None) -> subprocess.CompletedProcess[str]:
    """Run it; the sitecustomize of a folder is what Python starts with."""
    environment = {name: value for name, value in os.environ.items() if name != "QT_QPA_PLATFORM"}
    places = [str(SOURCE)] if folder is None else [str(folder), str(SOURCE)]
    return subprocess.run(
        [sys.executable, str(TESTS / "random_use.py"), *words],
        env={**environment, "PYTHONPATH": os.pathsep.join(places)},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_nothing_goes_wrong(seed: int) -> None:
    done = use("--events", "1000", "--seed", str(seed))
    assert done.returncode == 0, done.stdout + done.stderr
    first, last = done.stdout.splitlines()
    assert first == f"seed {seed}, 1000 events"
    assert last.startswith(f"seed {seed}: clean; 1000 events in ")


@pytest.mark.parametrize(
    ("fault", "told"),
    [
        (CRASH, "it was killed by SIGSEGV"),
        (EXCEPTION, "ZeroDivisionError: of the test"),
        (WARNING, "QtWarningMsg: of the test"),
        (WRONG_NUMBER, "divergenceReadout says "),
    ],
    ids=["crash", "exception", "warning", "number"],
)
def test_what_goes_wrong_is_told_with_the_events_before_it(tmp_path: Path, fault: str, told: str) -> None:
    inside = "".join(f"    {line}\n" for line in fault.strip().splitlines())
    (tmp_path / "sitecustomize.py").write_text(
        f"import sys\nif '--folder' in sys.orig_argv:\n{inside}", encoding="utf-8"
    )
    done = use("--events", "100000", "--seed", "4", folder=tmp_path)
    assert done.returncode == 1
    assert told in done.stdout
    assert done.stdout.startswith("seed 4, 100000 events\nseed 4: ")
    events = [line for line in done.stdout.splitlines() if line[:7].strip().isdigit() and line[7:9] == "  "]
    assert 1 <= len(events) <= LAST
