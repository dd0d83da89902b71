"""Compare 30 states of the window with another commit, pixel by pixel: ``python tests/compare_pixels.py COMMIT``.

The same states are shown by the sources of the commit and by those of this folder, each in a process of its own, and
pictured when two pictures in a row are the same. Every state that differs is printed with how many pixels do, and
where. Exit code 0: none differs; 1: some do, and their pictures are kept. What is used of the program is what scripts
may rely on: `klscope.app.create`, actions by name or by the value they stand for, widgets by name.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import numpy as np

ROOT = Path(__file__).resolve().parents[1]
SETTLED = 0.15
"""Seconds between the two pictures that have to be the same."""
PATIENCE = 10.0
SCREEN = {"name": "s", "x": 0, "y": 0, "width": 1920, "height": 1080, "logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}

WEATHER: tuple = ()
COIN = ([0.75, 0.25], [0.5, 0.5], ["heads", "tails"])
INFINITE = ([0.5, 0.3, 0.2, 0.0], [0.6, 0.4, 0.0, 0.0], ["a", "b", "c", "d"])
LETTERS = ([(7 * i) % 11 + 1 for i in range(26)], [(5 * i) % 13 + 1 for i in range(26)])
HUNDRED = ([1 / (i + 1) for i in range(100)], [1.0] * 100)
EDITED = ("copy_p_to_q", "undo", "pin", "swap")

STATES = {
    "weather": (WEATHER, ()),
    "weather, dark": (WEATHER, ("dark",)),
    "weather, Korean": (WEATHER, ("ko",)),
    "weather, dark, Korean, nats": (WEATHER, ("dark", "ko", "nats")),
    "two categories": (COIN, ()),
    "landscape of two categories, dark": (COIN, ("dark", "tab 4")),
    "26 categories": (LETTERS, ()),
    "table of 26 categories, dark": (LETTERS, ("dark", "tab 2")),
    "100 categories": (HUNDRED, ()),
    "100 categories, dark, Korean": (HUNDRED, ("dark", "ko")),
    "landscape, infinite": (INFINITE, ("tab 4",)),
    "infinite, dark, Korean": (INFINITE, ("dark", "ko")),
    "pinned and swapped": (WEATHER, EDITED),
    "cross-entropy, formula": (WEATHER, ("cross-entropy", "tab 1")),
    "entropy, more measures, dark": (WEATHER, ("entropy", "dark", "tab 3")),
    "code lengths": (WEATHER, ("code-lengths",)),
    "code lengths by Q, dark, Korean": (LETTERS, ("code-lengths", "by-q", "dark", "ko")),
    "why the log": (WEATHER, ("loss-curves",)),
    "why the log, infinite, dark": (INFINITE, ("loss-curves", "dark")),
    "training": (WEATHER, ("training", "trainStep", "trainStep")),
    "training, Korean, dark": (LETTERS, ("training", "ko", "dark", "trainStep")),
    "evidence": (WEATHER, ("evidence", "draw10")),
    "evidence, dark": (LETTERS, ("evidence", "dark", "draw1000")),
    "values edited": (WEATHER, ("edit_values",)),
    "values edited, dark, Korean": (WEATHER, ("ko", "dark", "edit_values")),
    "first lesson": (WEATHER, ("lessons", "lesson1")),
    "third lesson, Korean, dark": (WEATHER, ("ko", "dark", "lessons", "lesson3", "lesson_next")),
    "presented": (WEATHER, ("present",)),
    "presented, dark, 26 categories": (LETTERS, ("dark", "present")),
    "a lesson presented, Korean": (WEATHER, ("ko", "lessons", "lesson5", "present")),
}
"""What the program is started with, and what is done then."""


def value_of(action: object) -> object:
    """Return the value that an action of a choice stands for."""
    data = action.data()
    return getattr(data, "value", data)


def do(window: object, name: str) -> None:
    """Trigger an action, by name or by the value it stands for, click a button, or go to a tab by its number."""
    from PySide6.QtWidgets import QAbstractButton, QApplication, QTabBar  # noqa: PLC0415  # only what shows needs Qt

    if name.startswith("tab "):
        window.findChild(QTabBar).setCurrentIndex(int(name[4:]))
        return
    for action in window.actions():
        if name in (action.objectName(), value_of(action)):
            action.trigger()
            break
    else:
        window.findChild(QAbstractButton, name).click()
    QApplication.processEvents()


def settled(window: object) -> object:
    """Return a picture of the window when it does not change any more, without caret and focus."""
    from PySide6.QtTest import QTest  # noqa: PLC0415
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415

    if QApplication.focusWidget() is not None:
        QApplication.focusWidget().clearFocus()
    end, last = time.monotonic() + PATIENCE, None
    while time.monotonic() < end:
        QTest.qWait(round(1000 * SETTLED))
        image = window.grab().toImage()
        if image == last:
            return image
        last = image
    raise SystemExit("the window does not come to rest")


def save(folder: Path) -> None:
    """Picture every state."""
    from PySide6.QtCore import QEvent  # noqa: PLC0415
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415

    from klscope.app import create  # noqa: PLC0415

    application = QApplication(["klscope"])
    for number, (data, acts) in enumerate(STATES.values()):
        explorer = create(*data)
        window = explorer.window
        window.resize(1280, 800)
        window.show()
        for act in ("light", "en", *acts):
            do(window, act)
        settled(window).save(str(folder / f"{number}.png"))
        window.close()
        window.deleteLater()
        explorer.deleteLater()
        application.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def show(source: Path, folder: Path, home: Path) -> None:
    """Let the program of some sources picture every state into a folder."""
    folder.mkdir()
    screens = home / "screens.json"
    screens.write_text(json.dumps({"screens": [SCREEN]}), encoding="utf-8")
    environment = dict(os.environ, PYTHONPATH=str(source), LANGUAGE="en", LANG="C.UTF-8", PYTHONHASHSEED="0")
    environment |= {"HOME": str(home), "XDG_CONFIG_HOME": str(home), "QT_LOGGING_RULES": "*=false"}
    environment["QT_QPA_PLATFORM"] = f"offscreen:configfile={screens}"
    subprocess.run([sys.executable, __file__, "--save", folder], env=environment, check=True)


def pixels(path: Path) -> np.ndarray:
    """Return a picture as an array of height × width × 4 bytes."""
    from PySide6.QtGui import QImage  # noqa: PLC0415

    image = QImage(str(path)).convertToFormat(QImage.Format.Format_ARGB32)
    return np.array(image.constBits()).reshape(image.height(), image.width(), 4)


def difference(one: np.ndarray, other: np.ndarray) -> str:
    """Return how two pictures differ, in words; nothing if they do not."""
    if one.shape != other.shape:
        return f"{one.shape[1]} × {one.shape[0]} pixels became {other.shape[1]} × {other.shape[0]}"
    rows, columns = np.nonzero((one != other).any(axis=-1))
    if not rows.size:
        return ""
    return f"{rows.size} pixels, x {columns.min()}–{columns.max()}, y {rows.min()}–{rows.max()}"


def main() -> int:
    """Compare with the commit that is named."""
    parser = argparse.ArgumentParser(description="Compare what the window shows with another commit.")
    parser.add_argument("commit", nargs="?", default="HEAD", help="what is compared with (default: %(default)s)")
    parser.add_argument("--save", type=Path, help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.save is not None:
        save(arguments.save)
        return 0
    home = Path(tempfile.mkdtemp(prefix="klscope-pixels-"))
    archive = subprocess.run(["git", "archive", arguments.commit], cwd=ROOT, check=True, capture_output=True).stdout
    subprocess.run(["tar", "-x", "-C", str(home)], input=archive, check=True)
    for name, source in (("before", home / "src"), ("now", ROOT / "src")):
        show(source, home / name, home)
    differs = 0
    for number, state in enumerate(STATES):
        told = difference(*(pixels(home / name / f"{number}.png") for name in ("before", "now")))
        if told:
            differs += 1
            print(f"{state}: {told} ({home}/before/{number}.png, {home}/now/{number}.png)")
    print(f"{len(STATES)} states, {differs} differ")
    if not differs:
        shutil.rmtree(home)
    return int(differs > 0)


if __name__ == "__main__":
    sys.exit(main())
