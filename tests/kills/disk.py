"""A folder whose disk can be full: a small tmpfs or, without the right to mount one, a mark that makes writing fail."""

from __future__ import annotations

import subprocess
import threading
import time
from contextlib import suppress
from pathlib import Path
from random import Random

SIZE = "4m"
BLOCK = 65_536


class Disk:
    """The disk of a chain.

    Attributes
    ----------
    full
        From when to when it was full; the end is infinite while it is.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.mark = folder.with_name("full")
        self.full: list[tuple[float, float]] = []
        done = subprocess.run(
            ["mount", "-t", "tmpfs", "-o", f"size={SIZE}", "klscope-kills", str(folder)],
            capture_output=True,
            check=False,
        )
        self.is_mounted = done.returncode == 0
        self._stop = threading.Event()
        self._thread: threading.Thread | None = None

    def begin(self, random: Random) -> None:
        """Be full at random times from now on."""
        self._stop.clear()
        self._thread = threading.Thread(target=self._change, args=[Random(random.random())])
        self._thread.start()

    def end(self) -> None:
        """Change no more: it stays as it is."""
        self._stop.set()
        if self._thread is not None:
            self._thread.join()
            self._thread = None

    def _change(self, random: Random) -> None:
        while not self._stop.wait(random.uniform(0.2, 2.0)):
            if self.full and self.full[-1][1] == float("inf"):
                self.empty()
            else:
                self._fill()

    def _fill(self) -> None:
        self.full.append((time.monotonic(), float("inf")))
        if not self.is_mounted:
            self.mark.touch()
            return
        with suppress(OSError), (self._folder / "filler").open("wb", buffering=0) as file:
            while file.write(bytes(BLOCK)) == BLOCK:
                pass

    def empty(self) -> None:
        """Make room."""
        with suppress(FileNotFoundError):
            (self._folder / "filler" if self.is_mounted else self.mark).unlink()
        if self.full and self.full[-1][1] == float("inf"):
            self.full[-1] = (self.full[-1][0], time.monotonic())

    def unmount(self) -> None:
        """Give the folder back."""
        self.end()
        if self.is_mounted:
            subprocess.run(["umount", str(self._folder)], check=True)
