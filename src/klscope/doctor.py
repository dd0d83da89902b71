"""What klscope finds on this machine, and what keeps it from working well: ``klscope doctor``.

Also asked before every window: Qt answers a display that is not there, or half of its libraries, by aborting the
process, so whether a window can open is found out first. Nothing here needs Qt until the fonts are looked at, and
Qt is then loaded by name, because that it does not load is one of the things to report.
"""

import ctypes
import importlib
import os
import platform
import socket
import sys
import threading
from collections.abc import Callable, Iterable
from importlib import metadata
from typing import Any, NamedTuple

from klscope.files.resource_files import resource_path
from klscope.system_libraries import (
    install_advice,
    library_in,
    missing_libraries,
    missing_wayland_libraries,
    read_os_release,
)

SECONDS_FOR_A_DISPLAY = 5.0
PACKAGES = ("klscope", "numpy", "PySide6-Essentials", "pyqtgraph")
CHARACTERS = (("Latin", "A"), ("double bar ‖", "‖"), ("Hangul", "한"))
LABEL_WIDTH = 20


class WindowSystem(NamedTuple):
    """Whether a window can open here.

    `platform` is what QT_QPA_PLATFORM should be set to where Qt would choose wrong, empty where it need not be
    told; `obstacle` says in one sentence why no window can open, None where one can.
    """

    platform: str
    obstacle: str | None


def window_system() -> WindowSystem:
    """Find out whether Qt will be able to open a window, without asking Qt."""
    if not sys.platform.startswith("linux"):
        return WindowSystem("", None)
    chosen = os.environ.get("QT_QPA_PLATFORM", "").partition(";")[0].partition(":")[0]
    if chosen == "xcb":
        return WindowSystem("", _x11_obstacle())
    if chosen.startswith("wayland"):
        return WindowSystem("", _wayland_obstacle())
    if chosen:  # offscreen, vnc, linuxfb …: these ask for no display
        missing = missing_libraries(for_window=False)
        return WindowSystem("", install_advice(missing) if missing else None)
    with_x11, with_wayland = bool(os.environ.get("DISPLAY")), bool(os.environ.get("WAYLAND_DISPLAY"))
    if not with_x11 and not with_wayland:
        return WindowSystem(
            "",
            "there is no display to open a window on (neither DISPLAY nor WAYLAND_DISPLAY is set): "
            "start klscope from a desktop session",
        )
    wayland = _wayland_obstacle() if with_wayland else None
    x11 = _x11_obstacle() if with_x11 else None
    if with_x11 and with_wayland:
        # Qt tries one of them first and does not always try the other.
        if x11 is None:
            return WindowSystem("xcb" if wayland else "", None)
        return WindowSystem("wayland", None) if wayland is None else WindowSystem("", x11)
    return WindowSystem("wayland" if with_wayland else "", x11 or wayland)


def _x11_obstacle() -> str | None:
    """Why no window can open on the X server, or None."""
    missing = missing_libraries(for_window=True)
    if missing:
        return install_advice(missing)
    display = os.environ.get("DISPLAY", "")
    if not display:
        return "there is no X11 display to open a window on (DISPLAY is not set): start klscope from a desktop session"
    answer = _within_seconds(_connects_to_x11)
    if answer:
        return None
    how = f"did not answer within {SECONDS_FOR_A_DISPLAY:.0f} seconds" if answer is None else "cannot be reached"
    return (
        f"the X server that DISPLAY={display} names {how}: correct DISPLAY (echo $DISPLAY in a terminal of the "
        "desktop shows it), or allow this user with xhost"
    )


def _connects_to_x11() -> bool:
    """Connect as Qt will: through libxcb, which knows sockets, forwarding and authority files better than we."""
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
    """The answer to a question, or None where it takes too long (a host that swallows packets takes minutes)."""
    answers: list[bool] = []
    thread = threading.Thread(target=lambda: answers.append(question()), daemon=True)
    thread.start()
    thread.join(SECONDS_FOR_A_DISPLAY)
    return answers[0] if answers else None


def _wayland_obstacle() -> str | None:
    """Why no window can open on the Wayland compositor, or None."""
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
        return (
            f"the Wayland display {path} does not answer: correct WAYLAND_DISPLAY and XDG_RUNTIME_DIR, "
            "or start klscope from a desktop session"
        )
    return None


def report() -> tuple[list[str], list[str]]:
    """Lines that tell what is here, and sentences that each say what is wrong and what to do."""
    lines: list[str] = []
    troubles: list[str] = []

    def tell(what: str, answer: str) -> None:
        lines.append(f"{what:<{LABEL_WIDTH}}{answer}")

    for package in PACKAGES:
        try:
            tell(package, metadata.version(package))
        except metadata.PackageNotFoundError:
            tell(package, "not installed")
            troubles.append(f"{package} is not installed: start klscope with python3 src, which installs it")
    tell("Python", f"{platform.python_version()} ({sys.executable})")
    release = read_os_release().get("PRETTY_NAME", "")
    tell("platform", ", ".join(part for part in (platform.platform(), release) if part))

    missing = missing_libraries(for_window=True)
    needed = missing_libraries(for_window=False)
    tell("system libraries", ", ".join(library.soname for library in missing) + " missing" if missing else "all found")
    if missing:
        troubles.append(install_advice(missing))

    system = window_system()
    tell("display", _display_found() + ("" if system.obstacle is None else ", no window can open"))
    if system.obstacle is not None and system.obstacle not in troubles:
        troubles.append(f"{system.obstacle} (klscope export and klscope measure work without)")

    if needed:
        tell("Qt", "does not load without the missing libraries")
        return lines, troubles
    try:
        version, fonts = _fonts_by_character()
    except ImportError as error:
        tell("Qt", "does not load")
        library = library_in(str(error))
        troubles.append(f"Qt does not load: {error}" if library is None else install_advice([library]))
        return lines, troubles
    tell("Qt", version)
    for name, _ in CHARACTERS:
        tell(f"font, {name}", fonts[name] or "none")
    lacking = [name for name, _ in CHARACTERS if not fonts[name]]
    if lacking:
        troubles.append(
            f"no font has {' or '.join(lacking)}: install one, such as Noto Sans and Noto Sans CJK "
            "(Debian, Ubuntu: apt-get install fonts-dejavu-core fonts-noto-cjk)"
        )
    return lines, troubles


def _display_found() -> str:
    """The variables that choose a display, as they are set."""
    names = ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY")
    return ", ".join(f"{name}={os.environ[name]}" for name in names if os.environ.get(name)) or "none"


def _fonts_by_character() -> tuple[str, dict[str, str]]:
    """Qt's version and, for each of CHARACTERS, a family that has it; klscope's own fonts are tried first."""
    core: Any = importlib.import_module("PySide6.QtCore")
    gui: Any = importlib.import_module("PySide6.QtGui")
    if gui.QGuiApplication.instance() is None:
        # Fonts are the same under any platform, and this one needs no display and cannot abort for want of it.
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
        application = gui.QGuiApplication(["klscope"])
    else:
        application = gui.QGuiApplication.instance()
    own: list[str] = []
    for path in _own_fonts():
        number = gui.QFontDatabase.addApplicationFont(path)
        own.extend(gui.QFontDatabase.applicationFontFamilies(number) if number >= 0 else [])
    found = dict.fromkeys((name for name, _ in CHARACTERS), "")
    for family in dict.fromkeys([*own, *gui.QFontDatabase.families()]):
        raw = gui.QRawFont.fromFont(gui.QFont(family))
        for name, character in CHARACTERS:
            if not found[name] and raw.supportsCharacter(ord(character)):
                found[name] = family + (" (klscope's own)" if family in own else "")
        if all(found.values()):
            break
    del application
    return str(core.qVersion()), found


def _own_fonts() -> list[str]:
    """The font files that klscope ships."""
    try:
        folder = resource_path("fonts")
    except FileNotFoundError:
        return []
    return [str(path) for path in sorted(folder.rglob("*")) if path.suffix.lower() in (".otf", ".ttf")]


def run(write: Callable[[str], object] = print) -> int:
    """Write the report; 0 where all is well, else 3."""
    lines, troubles = report()
    _write_all(write, lines)
    if not troubles:
        write("\nAll is well.")
        return 0
    write("\nTo put right:")
    _write_all(write, (f"- {trouble}" for trouble in troubles))
    return 3


def _write_all(write: Callable[[str], object], lines: Iterable[str]) -> None:
    for line in lines:
        write(line)
