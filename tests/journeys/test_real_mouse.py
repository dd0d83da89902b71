"""A real process on a virtual screen with a window manager and an X server's mouse, judged by pixels.

Expected numbers: the bar of ½ as it is drawn at first gives the scale, by the rule of three; ±1 px is the product's
own promise. What it needs of the system stands in klscope.system_libraries.
"""

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np
import pytest
from PySide6.QtGui import QImage

from klscope.system_libraries import advice_for_tests, missing_for_some_tests

MISSING = [requirement for requirement in missing_for_some_tests() if requirement.name != "readelf"]
P_FILL, Q_FILL = 0xFF0064A0, 0xFFE69F00
WIDTH, HEIGHT = 1400, 900
PATIENCE = 10.0

pytestmark = pytest.mark.skipif(bool(MISSING), reason=advice_for_tests(MISSING))


@dataclass
class Screen:
    """What a person has: a mouse, keys, eyes."""

    environment: dict[str, str]

    def do(self, *words: object) -> None:
        subprocess.run(["xdotool", *map(str, words)], env=self.environment, check=True, timeout=PATIENCE)

    def is_managed(self) -> bool:
        """Return whether the window manager has begun its work."""
        words = ["xdotool", "getactivewindow"]
        told = subprocess.run(words, env=self.environment, check=False, capture_output=True, timeout=PATIENCE).stderr
        return b"not to support" not in told

    def is_focused(self) -> bool:
        """Return whether the window manager has given klscope's window the keyboard."""
        words = ["xdotool", "getwindowfocus", "getwindowname"]
        named = subprocess.run(words, env=self.environment, check=False, capture_output=True, timeout=PATIENCE).stdout
        return named.strip() == b"klscope"

    def pixels(self, left: int = 0, width: int = WIDTH) -> np.ndarray:
        """Return what is on the screen, the pointer left out: shape (height, width), 0xFFRRGGBB."""
        command = ["maim", "--hidecursor", "--format=png", f"--geometry={width}x{HEIGHT}+{left}+0"]
        png = subprocess.run(command, env=self.environment, check=True, capture_output=True, timeout=PATIENCE).stdout
        image = QImage.fromData(png).convertToFormat(QImage.Format.Format_RGB32)
        rows = np.frombuffer(image.constBits(), dtype=np.uint32).reshape(image.height(), -1)
        return rows[:, : image.width()] | 0xFF000000

    def wait_for(self, look: Callable[[], bool]) -> bool:
        """Look again and again, until it is so or patience ends."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            if look():
                return True
            time.sleep(0.03)
        return False


@dataclass
class Bar:
    """One bar as it is seen: its leftmost column of pixels, and where it ends."""

    screen: Screen
    fill: int
    x: int
    right: int
    foot: int

    def top(self) -> int:
        """Return the y of the first row in the bar's own colour, beside its handle."""
        column = self.screen.pixels(self.x + 3, 1)[: self.foot, 0]
        rows = np.flatnonzero(column == self.fill)
        return int(rows[0]) if rows.size else self.foot


def find_bar(screen: Screen, fill: int) -> Bar | None:
    """Return the leftmost tall bar of a colour."""
    mask = screen.pixels() == fill
    columns = np.flatnonzero(mask[:, : WIDTH // 2].sum(axis=0) > 30)
    if columns.size == 0:
        return None
    left = int(columns[0])
    right = left + int(np.argmax(np.append(np.diff(columns), 99) > 1))
    rows = np.flatnonzero(mask[:, (left + right) // 2 - 5])
    ends = np.flatnonzero(np.append(np.diff(rows), 99) > 12)  # a dashed line with its halo is less
    return Bar(screen, fill, left, right, int(rows[ends[0]]) + 1)


@pytest.fixture
def screen(tmp_path) -> Iterator[Screen]:
    """Open a virtual screen with a window manager, and klscope on it; end all three afterwards."""
    started: list[subprocess.Popen] = []

    def begin(*command: str, **options) -> subprocess.Popen:
        process = subprocess.Popen(command, stderr=subprocess.DEVNULL, **options)
        started.append(process)
        return process

    server = begin(
        # -noreset: else the server resets itself, and ends the window manager, when its only client leaves
        *("Xvfb", "-displayfd", "1", "-screen", "0", f"{WIDTH}x{HEIGHT}x24", "-nolisten", "tcp", "-noreset"),
        stdout=subprocess.PIPE,
    )
    try:
        assert server.stdout is not None
        number = server.stdout.readline().decode().strip()
        if not number:
            pytest.skip("Xvfb does not start here")
        inherited = {name: value for name, value in os.environ.items() if not name.startswith(("QT_", "WAYLAND_"))}
        home = {"HOME": str(tmp_path), "XDG_CONFIG_HOME": str(tmp_path)}
        screen = Screen(inherited | home | {"DISPLAY": f":{number}", "QT_QPA_PLATFORM": "xcb"})
        begin("openbox", env=screen.environment)
        assert screen.wait_for(screen.is_managed)  # a window from before it may never be given the keyboard
        program = begin(sys.executable, "-m", "klscope", "--theme", "light", env=screen.environment)
        assert screen.wait_for(lambda: program.poll() is not None or find_bar(screen, P_FILL) is not None)
        assert program.poll() is None, "klscope ended"
        assert screen.wait_for(screen.is_focused)  # it is painted before it is given the keyboard
        yield screen
        assert program.poll() is None, "klscope ended"
    finally:
        for process in reversed(started):
            process.terminate()
            process.wait(PATIENCE)
        if server.stdout is not None:
            server.stdout.close()


def settled(screen: Screen, fill: int) -> Bar:
    """Return a bar once it stands where it stood before: the window manager may still be placing the window."""
    seen: list[Bar | None] = [None]

    def twice_the_same() -> bool:
        seen.append(find_bar(screen, fill))
        return seen[-1] is not None and seen[-1] == seen[-2]

    assert screen.wait_for(twice_the_same)
    assert seen[-1] is not None
    return seen[-1]


def test_the_bar_stays_under_a_real_pointer_and_undo_brings_it_back(screen: Screen) -> None:
    for fill in (P_FILL, Q_FILL):  # P's sunny and Q's cloudy: both at ½
        bar = settled(screen, fill)
        first, middle = bar.top(), (bar.x + bar.right) // 2
        goal = round(bar.foot - (bar.foot - first) * 0.75 / 0.5)  # within the axis, which ends at 0.8
        screen.do("mousemove", middle, first)
        screen.do("mousedown", 1)
        assert bar.top() == first
        for y in np.linspace(first, goal, 14).round().astype(int).tolist()[1:]:
            screen.do("mousemove", middle, y)
            assert screen.wait_for(lambda y=y, bar=bar: abs(bar.top() - y) <= 1), f"{bar.top()} is not under {y}"
        screen.do("mouseup", 1)
        screen.do("mousemove", 5, HEIGHT - 5)
        assert abs(bar.top() - goal) <= 1
        screen.do("key", "ctrl+z")
        assert screen.wait_for(lambda bar=bar, first=first: abs(bar.top() - first) <= 1)


def test_weights_typed_on_a_real_keyboard_are_what_is_drawn(screen: Screen) -> None:
    scale = settled(screen, P_FILL)
    per_unit = (scale.foot - scale.top()) / 0.5
    before = settled(screen, Q_FILL)
    screen.do("key", "ctrl+Return")  # Edit Values; the focus is on Q at first
    for text in ("3", "1", "2"):
        screen.do("type", text)
        screen.do("key", "Return")
    screen.do("type", "2")
    screen.do("key", "ctrl+Return")
    assert screen.wait_for(lambda: find_bar(screen, Q_FILL) not in (None, before))
    sunny = settled(screen, Q_FILL)  # 3 of 8, where it was too low to be found
    assert sunny.x < before.x
    assert sunny.foot - sunny.top() == pytest.approx(0.375 * per_unit - 3, abs=3)  # its outline is 1.5 px
