"""Whether a window can open, found out before one is tried."""

import socket
from pathlib import Path

import pytest

from command_words import LINUX_ONLY
from klscope import window_system


@LINUX_ONLY
def test_a_dead_wayland_display_is_named(qt_variables: pytest.MonkeyPatch, tmp_path: Path) -> None:
    qt_variables.setattr(window_system, "missing_wayland_libraries", list)
    qt_variables.setenv("WAYLAND_DISPLAY", "wayland-7")
    qt_variables.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    obstacle = window_system.window_system().obstacle
    assert obstacle is not None
    assert f"{tmp_path}/wayland-7 does not answer" in obstacle


@LINUX_ONLY
def test_of_two_displays_the_living_one_is_taken(qt_variables: pytest.MonkeyPatch, tmp_path: Path) -> None:
    qt_variables.setattr(window_system, "missing_wayland_libraries", list)
    qt_variables.setattr(window_system, "missing_libraries", lambda **_: [])
    qt_variables.setenv("WAYLAND_DISPLAY", "w")
    qt_variables.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    qt_variables.setenv("DISPLAY", ":4711")
    qt_variables.setattr(window_system, "_connects_to_x11", lambda: True)
    assert window_system.window_system() == ("xcb", None)
    with socket.socket(socket.AF_UNIX) as compositor:
        compositor.bind(str(tmp_path / "w"))
        compositor.listen()
        assert window_system.window_system() == ("", None)
        qt_variables.setattr(window_system, "_connects_to_x11", lambda: False)
        assert window_system.window_system() == ("wayland", None)


@pytest.mark.parametrize(
    ("chosen", "platform"),
    [
        ("offscreen", ""),
        ("Minimal:option", ""),
        ("nonsense;offscreen", "offscreen"),
        ("nonsense:option=1;minimal:option", "minimal:option"),
    ],
)
def test_the_first_platform_of_several_on_which_qt_starts_is_taken(
    qt_variables: pytest.MonkeyPatch, chosen: str, platform: str
) -> None:
    qt_variables.setenv("QT_QPA_PLATFORM", chosen)
    assert window_system.window_system() == (platform, None)


@LINUX_ONLY
def test_where_the_chosen_display_is_not_there_the_next_is_taken(qt_variables: pytest.MonkeyPatch) -> None:
    qt_variables.setattr(window_system, "missing_wayland_libraries", list)
    qt_variables.setattr(window_system, "missing_libraries", lambda **_: [])
    qt_variables.setenv("QT_QPA_PLATFORM", "wayland;xcb")
    qt_variables.setenv("DISPLAY", ":4711")
    qt_variables.setattr(window_system, "_connects_to_x11", lambda: True)
    assert window_system.window_system() == ("xcb", None)
    qt_variables.setattr(window_system, "_connects_to_x11", lambda: False)
    obstacle = window_system.window_system().obstacle
    assert obstacle is not None
    assert "Wayland display" in obstacle  # that of the first


def test_a_platform_that_qt_does_not_have_is_named_with_those_it_has(qt_variables: pytest.MonkeyPatch) -> None:
    qt_variables.setenv("QT_QPA_PLATFORM", "nonsense")
    obstacle = window_system.window_system().obstacle
    assert obstacle is not None
    beginning, _, names = obstacle.partition(" name one of ")
    assert beginning == "Qt does not start on the platform nonsense that QT_QPA_PLATFORM names: unset it, or"
    assert {"minimal", "offscreen"} <= set(names.split(", "))


@pytest.mark.parametrize(
    "trial",
    [
        "import os, signal; os.kill(os.getpid(), signal.SIGSEGV)",  # as linuxfb does without a framebuffer
        "import sys; sys.exit(1)",
        "import time; time.sleep(600)",
    ],
)
def test_a_platform_on_which_qt_does_not_start_is_named(qt_variables: pytest.MonkeyPatch, trial: str) -> None:
    qt_variables.setenv("QT_QPA_PLATFORM", "linuxfb:fb=/none")
    qt_variables.setattr(window_system, "TRIAL", trial)
    qt_variables.setattr(window_system, "SECONDS_FOR_A_TRIAL", 5.0)
    assert window_system.window_system().obstacle == (
        "Qt does not start on the platform linuxfb:fb=/none that QT_QPA_PLATFORM names: unset it, or name another"
    )
