"""A window is no larger than its screen has room for, and wholly on it, whatever is done to it.

Each in a process of its own, on the screens that Qt's platform without a display is told to have. A panel is a screen
that is lower by as much. Oracle: the rectangle of the screen.
"""

import json
import signal
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from driven_window import DrivenWindow, driven_window

PANEL = 40
LAPTOPS = [(1280, 720 - PANEL), (1024, 768 - PANEL)]
"""The lowest and the narrowest."""
SET_UP = (
    "from PySide6.QtTest import QTest; from PySide6.QtCore import QRect, Qt; "
    "from PySide6.QtWidgets import QApplication; window = explorer.window; do = window.actions_by_name"
)
IS_INSIDE = (
    "QTest.qWait(400); frame = window.frameGeometry(); bar = window.statusBar(); "
    "rooms = [one.availableGeometry() for one in QApplication.screens()]; "
    "bottom = QRect(bar.mapToGlobal(bar.rect().topLeft()), bar.size()); "
    "print(any(room.contains(frame) and room.contains(bottom) for room in rooms), frame, rooms)"
)


@pytest.fixture
def window_on(tmp_path: Path) -> Iterator[Callable[..., DrivenWindow]]:
    """Return a function that starts klscope on screens of these sizes, side by side, with the same settings."""
    with ExitStack() as ends:

        def start(*sizes: tuple[int, int]) -> DrivenWindow:
            screens, left = [], 0
            for number, (width, height) in enumerate(sizes):
                place = {"name": str(number), "x": left, "y": 0, "width": width, "height": height}
                screens.append({**place, "logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1})
                left += width
            layout = tmp_path / "screens.json"
            layout.write_text(json.dumps({"screens": screens}), encoding="utf-8")
            window = ends.enter_context(driven_window(tmp_path, QT_QPA_PLATFORM=f"offscreen:configfile={layout}"))
            window.do(f"{SET_UP}; QTest.qWait(400)")  # it has its place
            return window

        yield start


def is_inside(window: DrivenWindow) -> None:
    told = window.do(IS_INSIDE)
    assert told.startswith("True"), told


@pytest.mark.parametrize("screen", LAPTOPS, ids=str)
def test_at_first_enlarged_presented_and_back(window_on, screen: tuple[int, int]) -> None:
    window = window_on(screen)
    is_inside(window)
    assert window.do("print(window.readouts.height() >= window.readouts.minimumSizeHint().height())") == "True\n"
    window.do("do['edit_values'].trigger(); QTest.qWait(100)")
    for part in ("readouts", "values_editor"):
        told = window.do(f"print(window.{part}.height(), window.{part}.minimumSizeHint().height())").split()
        assert int(told[0]) >= int(told[1]), part
    for command in ("larger", "larger", "smaller", "usual_size", "larger"):
        window.do(f"do['{command}'].trigger()")
        is_inside(window)
    window.do("do['present'].trigger(); QTest.qWait(100); do['present'].trigger()")
    is_inside(window)
    window.do("window.showMaximized(); QTest.qWait(100); window.showNormal()")
    is_inside(window)


def test_a_size_that_is_possible_is_offered_on_a_small_screen(window_on) -> None:
    """768 pixels without panel, less a title bar, are more than 1.1 × 650."""
    window = window_on((1366, 768))
    window.do("do['larger'].trigger()")
    assert window.do("print(explorer.sizes.chosen)") == "1.1\n"
    assert window.do("print(do['larger'].isEnabled())") == "False\n"
    is_inside(window)


def test_a_window_at_the_edge_grows_inwards(window_on) -> None:
    window = window_on((1600, 900))
    window.do("window.setGeometry(550, 150, 1000, 700); do['larger'].trigger(); do['larger'].trigger()")
    assert window.do("print(explorer.sizes.chosen)") == "1.25\n"
    is_inside(window)


@pytest.mark.parametrize(
    "place",
    ["100, 100, 1700, 950", "1900, 100, 1280, 800", "1400, 100, 1500, 800"],
    ids=["larger than a laptop", "on the second screen", "over both screens"],
)
def test_restored_on_a_smaller_screen_or_without_the_second(window_on, place: str) -> None:
    before = window_on((1920, 1080), (1920, 1080))
    before.do(f"window.setGeometry({place}); do['larger'].trigger(); do['larger'].trigger(); do['larger'].trigger()")
    before.end_by(signal.SIGTERM)
    after = window_on((1536, 864))
    is_inside(after)


def test_a_place_on_the_second_screen_is_gone_back_to(window_on) -> None:
    before = window_on((1366, 768), (1920, 1080))
    before.do("window.setGeometry(1500, 100, 1600, 900); QTest.qWait(400)")  # it is on the other screen by now
    before.end_by(signal.SIGTERM)
    after = window_on((1366, 768), (1920, 1080))
    assert after.do("QTest.qWait(400); print(window.geometry().getRect())") == "(1500, 100, 1600, 900)\n"


def test_a_screen_that_becomes_smaller_takes_the_size_back_and_one_that_grows_gives_it_again(window_on) -> None:
    """As when a laptop is taken from its large screen, and put back."""
    window = window_on((3840, 2160))
    window.do("explorer.sizes.choose(2.0); real = type(window.screen_room)._place; room = window.screen_room")
    window.do("from types import SimpleNamespace; from PySide6.QtCore import QSize")
    window.do(
        "laptop = SimpleNamespace(availableGeometry=lambda: QRect(0, 0, 1366, 728), size=lambda: QSize(1366, 768), "
        "devicePixelRatio=lambda: 1.0); "
        "type(room)._place = lambda self: laptop; window.screen().availableGeometryChanged.emit(QRect())"
    )
    inside = (
        "QTest.qWait(500); print(laptop.availableGeometry().contains(window.frameGeometry()), explorer.sizes.chosen)"
    )
    assert window.do(inside) == "True 1.1\n"  # 728 less a frame of 4 is 1.11 × 650
    window.do("type(room)._place = real; window.screen().availableGeometryChanged.emit(QRect())")
    assert window.do("QTest.qWait(500); print(explorer.sizes.chosen)") == "2.0\n"
    is_inside(window)
