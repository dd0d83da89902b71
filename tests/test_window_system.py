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
