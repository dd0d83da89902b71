"""klscope's own window in a process of its own, driven by lines of Python on stdin; each is answered by a line."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

SECONDS = 60


class DrivenWindow:
    """What a test has of such a process."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self.process = process
        self.answer()

    def answer(self) -> str:
        """Wait until the last line was obeyed, and return what it printed."""
        told = []
        for line in self.process.stdout:
            if line == "done\n":
                return "".join(told)
            told.append(line)
        raise AssertionError(f"the window ended: {''.join(told)}{self.process.stderr.read()}")

    def do(self, line: str) -> str:
        """Let a line of Python be run, in which ``explorer`` is the program; return what it printed."""
        self.process.stdin.write(f"{line}\n")
        self.process.stdin.flush()
        return self.answer()

    def end_by(self, number: int) -> int:
        """Send a signal, wait for the end, and return the exit code."""
        self.process.send_signal(number)
        code = self.process.wait(SECONDS)
        told = [line for line in self.process.stderr if "This plugin does not support" not in line]
        assert told == []
        return code


@contextmanager
def driven_window(folder: Path, **variables: str) -> Iterator[DrivenWindow]:
    """Start klscope with its settings in a folder; whatever becomes of it, it is gone in the end."""
    homes = dict.fromkeys(("XDG_CONFIG_HOME", "XDG_DATA_HOME"), str(folder))
    process = subprocess.Popen(
        [sys.executable, __file__],
        env={**os.environ, **homes, "QT_QPA_PLATFORM": "offscreen"} | variables,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        yield DrivenWindow(process)
    finally:
        process.kill()
        process.communicate()


def main() -> int:
    """Run klscope as its command does, and obey."""
    from PySide6.QtCore import QSocketNotifier, QTimer  # noqa: PLC0415  # only the process of the window needs Qt

    from klscope import cli, window_command, windows  # noqa: PLC0415

    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):  # whatever those who run the tests ignore
        heeded = signal.default_int_handler if number == signal.SIGINT else signal.SIG_DFL
        signal.signal(number, signal.SIG_IGN if os.environ.get("IGNORED") == str(int(number)) else heeded)
    remember, names = windows.remember, {}

    def obey() -> None:
        try:
            exec(sys.stdin.readline(), names)
        finally:
            print("done", flush=True)

    def remember_and_listen(explorer: object, *others: object) -> None:
        remember(explorer, *others)
        if "explorer" in names:
            return
        names["explorer"] = explorer
        names["lines"] = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read, explorer)
        names["lines"].activated.connect(obey)
        QTimer.singleShot(20, lambda: print("done", flush=True))  # after what follows the first picture

    window_command.MILLISECONDS_AFTER_START = 0
    windows.remember = remember_and_listen
    return cli.main(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
