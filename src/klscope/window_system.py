"""Checks whether Qt can open a window here, without Qt.

Qt aborts the process if the display or a library is missing, so this is checked before.
"""

import ctypes
import os
import re
import socket
import subprocess
import sys
import threading
from collections.abc import Callable
from typing import NamedTuple

from klscope.system_libraries import install_advice, missing_libraries, missing_wayland_libraries
from klscope.wording import gettext

SECONDS_FOR_A_DISPLAY = 5.0
SECONDS_FOR_A_TRIAL = 20.0
NEED_NOTHING = ("offscreen", "minimal")
OF_THE_SYSTEM = {"win32": "windows", "darwin": "cocoa"}
"""The platform plugins of Qt on systems other than Linux."""

TRIAL = """
import sys
try:
    import resource
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
except ImportError:
    pass
try:
    from PySide6.QtGui import QGuiApplication
except ImportError:
    sys.exit(0)
application = QGuiApplication([])
sys.exit(application.primaryScreen() is None)
"""
"""A program that exits with 0 if Qt starts on the chosen platform and finds a screen, or if Qt is missing, which is
reported elsewhere."""

_AVAILABLE = re.compile(r"Available platform plugins are: ([\w, -]+)")


class WindowSystem(NamedTuple):
    """The value to set QT_QPA_PLATFORM to, empty for Qt's own choice, and why no window can open, None if one can."""

    platform: str
    obstacle: str | None


def window_system() -> WindowSystem:
    """Return whether Qt can open a window, without loading Qt into this process."""
    chosen = [part for part in os.environ.get("QT_QPA_PLATFORM", "").split(";") if part]
    if chosen:
        return _first_that_works(chosen)
    if not sys.platform.startswith("linux"):
        return WindowSystem("", None)
    with_x11, with_wayland = bool(os.environ.get("DISPLAY")), bool(os.environ.get("WAYLAND_DISPLAY"))
    if not with_x11 and not with_wayland:
        return WindowSystem(
            "",
            gettext(
                "there is no display to open a window on (neither DISPLAY nor WAYLAND_DISPLAY is set): "
                "start klscope from a desktop session"
            ),
        )
    wayland = _wayland_obstacle() if with_wayland else None
    x11 = _x11_obstacle() if with_x11 else None
    if with_x11 and with_wayland:
        # Qt tries one of the two first and does not always fall back to the other.
        if x11 is None:
            return WindowSystem("xcb" if wayland else "", None)
        return WindowSystem("wayland", None) if wayland is None else WindowSystem("", x11)
    return WindowSystem("wayland" if with_wayland else "", x11 or wayland)


def _first_that_works(chosen: list[str]) -> WindowSystem:
    """Return the result for the first platform in QT_QPA_PLATFORM on which a window can open."""
    obstacles: list[str] = []
    for platform in chosen:
        obstacle = _obstacle_on(platform)
        if obstacle is None:
            return WindowSystem(platform if obstacles else "", None)
        obstacles.append(obstacle)
    return WindowSystem("", obstacles[0])


def _obstacle_on(platform: str) -> str | None:
    """Return why no window can open on a platform, which may have options after a colon; None if one can."""
    name = platform.partition(":")[0].lower()
    if sys.platform.startswith("linux"):
        if name == "xcb":
            return _x11_obstacle()
        if name in ("wayland", "wayland-egl"):
            return _wayland_obstacle()
        missing = missing_libraries(for_window=False)
        if missing:
            return install_advice(missing)
    if name in NEED_NOTHING or name == OF_THE_SYSTEM.get(sys.platform):
        return None
    return _trial_obstacle(platform)


def _trial_obstacle(platform: str) -> str | None:
    """Return why Qt does not start on another platform; None if it does.

    It is started once in a subprocess, because it may abort.
    """
    # without a terminal Qt may log elsewhere than to stderr
    environment = os.environ | {"QT_QPA_PLATFORM": platform, "QT_FORCE_STDERR_LOGGING": "1"}
    try:
        done = subprocess.run(
            [sys.executable, "-P", "-c", TRIAL],
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
            errors="replace",
            timeout=SECONDS_FOR_A_TRIAL,
            check=False,
        )
    except subprocess.TimeoutExpired:
        told = ""
    else:
        if done.returncode == 0:
            return None
        told = done.stderr
    available = _AVAILABLE.search(told)
    if available is None:
        return gettext(
            "Qt does not start on the platform {platform} that QT_QPA_PLATFORM names: unset it, or name another",
            platform=platform,
        )
    return gettext(
        "Qt does not start on the platform {platform} that QT_QPA_PLATFORM names: unset it, or name one of {available}",
        platform=platform,
        available=", ".join(sorted(available[1].split(", "))),
    )


def _x11_obstacle() -> str | None:
    """Return why no window can open on the X server; None if one can."""
    missing = missing_libraries(for_window=True)
    if missing:
        return install_advice(missing)
    display = os.environ.get("DISPLAY", "")
    if not display:
        return gettext(
            "there is no X11 display to open a window on (DISPLAY is not set): start klscope from a desktop session"
        )
    answer = _within_seconds(_connects_to_x11)
    if answer:
        return None
    if answer is None:
        return gettext(
            "the X server that DISPLAY={display} names did not answer within {seconds} seconds: correct DISPLAY "
            "(echo $DISPLAY in a terminal of the desktop shows it), or allow this user with xhost",
            display=display,
            seconds=f"{SECONDS_FOR_A_DISPLAY:.0f}",
        )
    return gettext(
        "the X server that DISPLAY={display} names cannot be reached: correct DISPLAY (echo $DISPLAY in a terminal of "
        "the desktop shows it), or allow this user with xhost",
        display=display,
    )


def _connects_to_x11() -> bool:
    """Return whether libxcb, which Qt uses too, connects to the X server."""
    library = ctypes.CDLL("libxcb.so.1")
    library.xcb_connect.restype = ctypes.c_void_p
    library.xcb_connect.argtypes = [ctypes.c_char_p, ctypes.c_void_p]
    library.xcb_connection_has_error.argtypes = [ctypes.c_void_p]
    library.xcb_disconnect.argtypes = [ctypes.c_void_p]
    connection = library.xcb_connect(None, None)
    works = library.xcb_connection_has_error(connection) == 0
    library.xcb_disconnect(connection)
    return bool(works)


def _within_seconds(question: Callable[[], bool]) -> bool | None:
    """Return the result of ``question``, or None after a timeout (an unreachable host may take minutes)."""
    answers: list[bool] = []
    thread = threading.Thread(target=lambda: answers.append(question()), daemon=True)
    thread.start()
    thread.join(SECONDS_FOR_A_DISPLAY)
    return answers[0] if answers else None


def _wayland_obstacle() -> str | None:
    """Return why no window can open on the Wayland compositor; None if one can."""
    missing = missing_wayland_libraries()
    if missing:
        return install_advice(missing)
    name = os.environ.get("WAYLAND_DISPLAY", "") or "wayland-0"
    path = os.path.join(os.environ.get("XDG_RUNTIME_DIR", ""), name)
    try:
        with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as connection:
            connection.settimeout(SECONDS_FOR_A_DISPLAY)
            connection.connect(path)
    except OSError:
        return gettext(
            "the Wayland display {path} does not answer: correct WAYLAND_DISPLAY and XDG_RUNTIME_DIR, "
            "or start klscope from a desktop session",
            path=path,
        )
    return None
