"""A chain of kills: processes are started on one folder, used, killed, and started again."""

from __future__ import annotations

import hashlib
import json
import os
import signal
import subprocess
import sys
import tempfile
import threading
import time
from enum import Enum
from pathlib import Path
from random import Random
from typing import Any

from kills.disk import Disk
from kills.ledger import Expected, Saving, State, Tally, contents_allowed, expected

HAND = Path(__file__).with_name("hand.py")
PATIENCE = 90.0
"""A process that does not start within so many seconds, or does not end, is at fault."""
EARLY = 0.1
"""How often a process is killed while it starts."""


class Kind(Enum):
    """What is special in a chain."""

    PLAIN = "plain"
    FULL = "full"
    TWO = "two"


class Process:
    """One started process, and what it tells."""

    def __init__(self, folder: Path, seed: int, mark: Path) -> None:
        homes = {name: str(folder) for name in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME")}
        words = {"QT_QPA_PLATFORM": "offscreen", "LANGUAGE": "en", "LANG": "C.UTF-8", "KLSCOPE_FULL": str(mark)}
        self._errors = (folder.parent / f"errors-{seed}").open("w+", encoding="utf-8")
        self._process = subprocess.Popen(
            [sys.executable, str(HAND), str(seed), str(folder / "documents")],
            env={**os.environ, **homes, **words},
            stdout=subprocess.PIPE,
            stderr=self._errors,
            text=True,
        )
        self.ready: list[dict[str, Any]] | None = None
        self.told: list[dict[str, Any]] = []
        self._is_ready = threading.Event()
        self._thread = threading.Thread(target=self._listen)
        self._thread.start()

    def _listen(self) -> None:
        assert self._process.stdout is not None
        for line in self._process.stdout:
            if not line.endswith("\n"):
                break  # killed in the middle of a line
            one = json.loads(line)
            if one["kind"] == "ready":
                self.ready = one["windows"]
                self._is_ready.set()
            else:
                self.told.append(one)
        self._is_ready.set()

    def wait_until_ready(self) -> None:
        """Wait until it has shown what came back."""
        self._is_ready.wait(PATIENCE)

    def end(self, number: int) -> str:
        """Send a signal, and return what it said of errors."""
        self._process.send_signal(number)
        try:
            self._process.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        self._thread.join()
        assert self._process.stdout is not None
        self._process.stdout.close()
        self._errors.seek(0)
        with self._errors as file:
            return "".join(line for line in file if "This plugin does not support" not in line)


class Chain:
    """A chain of kills.

    Parameters
    ----------
    kind
        What is special.
    seed
        What is drawn.
    kills
        How many kills.
    """

    def __init__(self, kind: Kind, seed: int, kills: int) -> None:
        self._kind, self._seed, self._kills = kind, seed, kills
        self._random = Random(seed)
        self._pool: dict[str, Expected] = {}
        self._savings: dict[str, list[Saving]] = {}
        self._tally = Tally()

    def run(self) -> Tally:
        """Kill so often, and return what came of it."""
        with tempfile.TemporaryDirectory(prefix="klscope-kills-") as name:
            folder = Path(name, "home")
            folder.mkdir()
            disk = Disk(folder) if self._kind is Kind.FULL else None
            try:
                self._run(folder, disk)
            finally:
                if disk is not None:
                    disk.unmount()
        return self._tally

    def _run(self, folder: Path, disk: Disk | None) -> None:
        (folder / "documents").mkdir()
        while self._tally.kills < self._kills:
            self._round(folder, disk, is_last=False)
            if self._tally.losses:
                return
        if disk is not None:
            disk.empty()
        self._round(folder, disk, is_last=True)

    def _round(self, folder: Path, disk: Disk | None, is_last: bool) -> None:
        """Start, look at what came back, and kill; in the last round, end in order."""
        random = self._random
        mark = folder.with_name("full")
        number = 2 if self._kind is Kind.TWO and not is_last else 1
        processes = [Process(folder, random.randrange(10**9), mark) for _ in range(number)]
        if disk is not None and not is_last:
            disk.begin(random)
        if is_last or random.random() >= EARLY:
            for process in processes:
                process.wait_until_ready()
            time.sleep(0 if is_last else random.choice((random.uniform(0.0, 1.0), random.uniform(1.0, 6.0))))
        else:
            time.sleep(random.uniform(0.1, 2.0))
        if disk is not None:
            disk.end()
        killed = time.monotonic()
        for process in processes:
            errors = process.end(signal.SIGTERM if is_last else signal.SIGKILL)
            if errors:
                self._lose(f"it said: {errors}")
        if not is_last:
            self._tally.kills += number
        self._look(processes, must_be_all=all(process.ready is not None for process in processes))
        self._look_at_files(processes)
        for process in processes:
            self._note(process, killed, [] if disk is None else disk.full)

    def _lose(self, text: str) -> None:
        self._tally.losses.append(f"{self._kind.value} {self._seed}, kill {self._tally.kills}: {text}")

    def _look(self, processes: list[Process], must_be_all: bool) -> None:
        """Compare what came back with what was expected, and forget the latter."""
        came: dict[str, dict[str, Any]] = {}
        for process in processes:
            for window in process.ready or ():
                title = window["title"]
                if not title:
                    continue  # a new one
                if title in came:
                    self._lose(f"{title} came back twice")
                came[title] = window
        for title, window in came.items():
            wanted = self._pool.pop(title, None)
            if wanted is None:
                self._lose(f"{title} was not there")
            elif not wanted.takes(window["document"], window["path"]):
                self._lose(f"{title} came back with an older state")
            else:
                self._tally.counts["windows came back"] += 1
        if must_be_all:
            for title, wanted in self._pool.items():
                if not wanted.may_be_gone:
                    self._lose(f"{title} did not come back")
            self._pool.clear()

    def _note(self, process: Process, killed: float, full: list[tuple[float, float]]) -> None:
        """Remember what must come back of the windows of a process."""
        windows: dict[str, list[State]] = {}
        known = {window["title"] for window in process.ready or () if window["title"]}
        for window in process.ready or ():
            if window["title"]:
                windows[window["title"]] = [State(window["time"], window["document"], window["path"])]
        for one in process.told:
            self._tally.counts[one["kind"]] += 1
            if one["kind"] == "step":
                windows.setdefault(one["title"], []).append(State(one["time"], one["document"], one["path"]))
        for title, states in windows.items():
            self._pool[title] = expected(states, killed, full, title not in known)

    def _look_at_files(self, processes: list[Process]) -> None:
        begun: dict[tuple[int, str], Saving] = {}
        for place, process in enumerate(processes):
            for one in process.told:
                key = (place, one.get("path", ""))
                if one["kind"] == "saving":
                    begun[key] = Saving(one["content"], one["time"])
                    self._savings.setdefault(one["path"], []).append(begun[key])
                elif one["kind"] == "saved":
                    begun[key].end = one["time"]
                elif one["kind"] == "not saved":
                    begun[key].has_failed = True
        for path, savings in self._savings.items():
            allowed = contents_allowed(savings)
            try:
                content = hashlib.sha256(Path(path).read_bytes()).hexdigest()
            except FileNotFoundError:
                content = ""
                if all(one.end == float("inf") for one in savings):
                    continue
            if content not in allowed:
                self._lose(f"{path} is not one of the versions that it may be")
            self._tally.counts["looks at saved files"] += 1
