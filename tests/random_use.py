"""Random use of the program: ``python tests/random_use.py --events 50000 --seed 7``.

The program runs in a process of its own. After every event the invariants of `random_hand.checks` have to hold, and
nothing may have gone wrong unseen: no exception in any hook, no warning. The seed is printed; where something goes
wrong, the last 40 events and what it was, whether or not the process survived it. Exit code 0: nothing went wrong.

What the hand does is drawn from the seed. Timers of the program run by the clock: two runs of one seed may differ.
"""

from __future__ import annotations

import argparse
import json
import os
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from random import SystemRandom

from random_hand import diary

LAST = 40
PATIENCE = 120.0
"""A process that causes no event for so many seconds stands still."""
SCREEN = {
    **{"name": "screen", "x": 0, "y": 0, "width": 1920, "height": 1200},
    **{"logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1},
}


def read_arguments() -> argparse.Namespace:
    """Return what was asked for on the command line."""
    parser = argparse.ArgumentParser(description="Use the program at random.")
    parser.add_argument("--events", type=int, default=50_000, help="how many events (default: %(default)s)")
    parser.add_argument("--seed", type=int, help="what is drawn; without it, another one every time")
    parser.add_argument("--folder", type=Path, help=argparse.SUPPRESS)  # of the process that is started
    return parser.parse_args()


def environment_for(folder: Path) -> dict[str, str]:
    """Return an environment in which nobody's preferences and files are touched, and in which English is spoken."""
    screens = folder / "screens.json"
    screens.write_text(json.dumps({"screens": [SCREEN]}), encoding="utf-8")
    home = folder / "home"
    home.mkdir()
    return {
        "QT_QPA_PLATFORM": f"offscreen:configfile={screens}",
        **os.environ,
        "HOME": str(home),
        "XDG_CONFIG_HOME": str(home),
        "XDG_DATA_HOME": str(home),
        "XDG_CACHE_HOME": str(home),
        "LANGUAGE": "en",
        "LANG": "C.UTF-8",
        "PYTHONHASHSEED": "0",
    }


def watch(process: subprocess.Popen[bytes], folder: Path) -> str:
    """Wait for the end of the process; return how it ended, empty where it ended well."""
    known, since = -1, time.monotonic()
    while process.poll() is None:
        time.sleep(0.2)
        events = folder / diary.EVENTS
        size = events.stat().st_size if events.exists() else 0
        if size != known:
            known, since = size, time.monotonic()
        elif time.monotonic() - since > PATIENCE:
            process.send_signal(signal.SIGABRT)  # faulthandler tells where it stands
            process.wait()
            return f"it stood still for {PATIENCE:.0f} s"
    if process.returncode < 0:
        return f"it was killed by {signal.Signals(-process.returncode).name}"
    return "" if process.returncode == 0 else f"exit code {process.returncode}"


def main() -> int:
    """Start the process that uses the program, and tell what came of it."""
    asked = read_arguments()
    if asked.folder is not None:
        from random_hand import session  # noqa: PLC0415 -- Qt, which only the started process needs

        return session.run(asked.seed, asked.events, asked.folder)
    seed = SystemRandom().randrange(10**6) if asked.seed is None else asked.seed
    print(f"seed {seed}, {asked.events} events", flush=True)
    with tempfile.TemporaryDirectory(prefix="klscope-random-") as name:
        folder = Path(name)
        words = ["--seed", str(seed), "--events", str(asked.events), "--folder", name]
        process = subprocess.Popen([sys.executable, __file__, *words], env=environment_for(folder), cwd=name)
        wrong = watch(process, folder)
        summary = diary.read(folder, diary.SUMMARY)
        if not wrong and summary:
            print(f"seed {seed}: clean; {summary}")
            return 0
        print(f"seed {seed}: {wrong or 'it ended early'}. The last events were:")
        print("\n".join(diary.last_events(folder, LAST)))
        print(diary.read(folder, diary.FAULT))
        return 1


if __name__ == "__main__":
    sys.exit(main())
