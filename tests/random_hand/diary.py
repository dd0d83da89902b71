"""A log of the random test, written before each event to survive a crash."""

from __future__ import annotations

from collections import deque
from pathlib import Path

EVENTS, FAULT, SUMMARY = "events.txt", "fault.txt", "summary.txt"


class Diary:
    """The log, written by the process under test."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._events = (folder / EVENTS).open("w", buffering=1, encoding="utf-8")
        self.count = 0

    def note(self, event: str) -> None:
        """Log an event before it happens."""
        self.count += 1
        self._events.write(f"{self.count:7d}  {event}\n")

    def tell_fault(self, text: str) -> None:
        """Log a fault."""
        (self._folder / FAULT).write_text(text, encoding="utf-8")

    def tell_summary(self, text: str) -> None:
        """Log a summary after success."""
        (self._folder / SUMMARY).write_text(text, encoding="utf-8")


def last_events(folder: Path, count: int) -> list[str]:
    """Return the last lines of a log."""
    path = folder / EVENTS
    if not path.exists():
        return []
    with path.open(encoding="utf-8") as lines:
        return [line.rstrip("\n") for line in deque(lines, maxlen=count)]


def read(folder: Path, name: str) -> str:
    """Return what was written down, empty where nothing was."""
    path = folder / name
    return path.read_text(encoding="utf-8") if path.exists() else ""
