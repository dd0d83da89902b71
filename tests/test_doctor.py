"""klscope doctor, and what it finds out before a window opens."""

import socket
from pathlib import Path

import pytest

from command_words import LINUX_ONLY
from klscope import doctor
from klscope.system_libraries import FOR_ANY_IMPORT


@LINUX_ONLY
def test_a_dead_wayland_display_is_named(qt_variables: pytest.MonkeyPatch, tmp_path: Path) -> None:
    qt_variables.setattr(doctor, "missing_wayland_libraries", list)
    qt_variables.setenv("WAYLAND_DISPLAY", "wayland-7")
    qt_variables.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    obstacle = doctor.window_system().obstacle
    assert obstacle is not None
    assert f"{tmp_path}/wayland-7 does not answer" in obstacle


@LINUX_ONLY
def test_of_two_displays_the_living_one_is_taken(qt_variables: pytest.MonkeyPatch, tmp_path: Path) -> None:
    qt_variables.setattr(doctor, "missing_wayland_libraries", list)
    qt_variables.setattr(doctor, "missing_libraries", lambda **_: [])
    qt_variables.setenv("WAYLAND_DISPLAY", "w")
    qt_variables.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    qt_variables.setenv("DISPLAY", ":4711")
    qt_variables.setattr(doctor, "_connects_to_x11", lambda: True)
    assert doctor.window_system() == ("xcb", None)
    with socket.socket(socket.AF_UNIX) as compositor:
        compositor.bind(str(tmp_path / "w"))
        compositor.listen()
        assert doctor.window_system() == ("", None)
        qt_variables.setattr(doctor, "_connects_to_x11", lambda: False)
        assert doctor.window_system() == ("wayland", None)


@pytest.mark.usefixtures("qapp")
def test_the_doctor_is_content_with_a_sound_machine(qt_variables: pytest.MonkeyPatch) -> None:
    qt_variables.setenv("QT_QPA_PLATFORM", "offscreen")
    qt_variables.setattr(doctor, "missing_libraries", lambda **_: [])
    lines: list[str] = []
    code = doctor.run(lines.append)
    told = "\n".join(lines)
    for word in ("klscope", "numpy", "PySide6-Essentials", "pyqtgraph", "Python", "Qt", "font, Hangul"):
        assert word in told
    assert (code, lines[-1]) == (0, "\nAll is well."), told


def test_the_doctor_names_what_is_missing(qt_variables: pytest.MonkeyPatch) -> None:
    qt_variables.setattr(doctor, "missing_libraries", lambda **_: [FOR_ANY_IMPORT[0]])
    lines: list[str] = []
    assert doctor.run(lines.append) == 3
    assert "libEGL.so.1 missing" in "\n".join(lines)
    assert sum("libEGL.so.1, which this system lacks" in line for line in lines) == 1
