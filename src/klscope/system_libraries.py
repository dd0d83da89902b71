"""Which shared libraries of the system Qt needs, which are missing, and what installs them.

The wheels of PySide6 bring Qt but not what Qt itself stands on, and a slim system lacks it: then Qt's answer is an
ImportError that names a file, or an abort. The tables here turn that into one command. They hold the NEEDED entries
(``readelf -d``) of the wheel's QtCore, QtGui, QtWidgets and QtSvg with the offscreen plugin, and of its xcb and
wayland plugins, less what the wheel brings and less the C library. No Qt: this is asked before Qt is.
"""

import ctypes
import os
import re
import sys
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from klscope.wording import phrase

OS_RELEASE = ("/etc/os-release", "/usr/lib/os-release")


class SystemLibrary(NamedTuple):
    """A shared library and the package that brings it, by family of distribution."""

    soname: str
    apt: str
    dnf: str
    pacman: str


FOR_ANY_IMPORT = (
    SystemLibrary("libEGL.so.1", "libegl1", "libglvnd-egl", "libglvnd"),
    SystemLibrary("libGL.so.1", "libgl1", "libglvnd-glx", "libglvnd"),
    SystemLibrary("libX11.so.6", "libx11-6", "libX11", "libx11"),
    SystemLibrary("libdbus-1.so.3", "libdbus-1-3", "dbus-libs", "dbus"),
    SystemLibrary("libfontconfig.so.1", "libfontconfig1", "fontconfig", "fontconfig"),
    SystemLibrary("libfreetype.so.6", "libfreetype6", "freetype", "freetype2"),
    SystemLibrary("libglib-2.0.so.0", "libglib2.0-0", "glib2", "glib2"),
    SystemLibrary("libgthread-2.0.so.0", "libglib2.0-0", "glib2", "glib2"),
    SystemLibrary("libstdc++.so.6", "libstdc++6", "libstdc++", "gcc-libs"),
    SystemLibrary("libxkbcommon.so.0", "libxkbcommon0", "libxkbcommon", "libxkbcommon"),
    SystemLibrary("libz.so.1", "zlib1g", "zlib", "zlib"),
    SystemLibrary("libzstd.so.1", "libzstd1", "libzstd", "zstd"),
)

FOR_X11 = (
    SystemLibrary("libX11-xcb.so.1", "libx11-xcb1", "libX11-xcb", "libx11"),
    SystemLibrary("libxcb-cursor.so.0", "libxcb-cursor0", "xcb-util-cursor", "xcb-util-cursor"),
    SystemLibrary("libxcb-icccm.so.4", "libxcb-icccm4", "xcb-util-wm", "xcb-util-wm"),
    SystemLibrary("libxcb-image.so.0", "libxcb-image0", "xcb-util-image", "xcb-util-image"),
    SystemLibrary("libxcb-keysyms.so.1", "libxcb-keysyms1", "xcb-util-keysyms", "xcb-util-keysyms"),
    SystemLibrary("libxcb-randr.so.0", "libxcb-randr0", "libxcb", "libxcb"),
    SystemLibrary("libxcb-render-util.so.0", "libxcb-render-util0", "xcb-util-renderutil", "xcb-util-renderutil"),
    SystemLibrary("libxcb-render.so.0", "libxcb-render0", "libxcb", "libxcb"),
    SystemLibrary("libxcb-shape.so.0", "libxcb-shape0", "libxcb", "libxcb"),
    SystemLibrary("libxcb-shm.so.0", "libxcb-shm0", "libxcb", "libxcb"),
    SystemLibrary("libxcb-sync.so.1", "libxcb-sync1", "libxcb", "libxcb"),
    SystemLibrary("libxcb-util.so.1", "libxcb-util1", "xcb-util", "xcb-util"),
    SystemLibrary("libxcb-xfixes.so.0", "libxcb-xfixes0", "libxcb", "libxcb"),
    SystemLibrary("libxcb-xkb.so.1", "libxcb-xkb1", "libxcb", "libxcb"),
    SystemLibrary("libxcb.so.1", "libxcb1", "libxcb", "libxcb"),
    SystemLibrary("libxkbcommon-x11.so.0", "libxkbcommon-x11-0", "libxkbcommon-x11", "libxkbcommon-x11"),
)

FOR_WAYLAND = (
    SystemLibrary("libwayland-client.so.0", "libwayland-client0", "libwayland-client", "wayland"),
    SystemLibrary("libwayland-cursor.so.0", "libwayland-cursor0", "libwayland-cursor", "wayland"),
)

_SONAME = re.compile(r"(lib[\w.+-]+?\.so(?:\.\d+)*)")


def missing_libraries(for_window: bool) -> list[SystemLibrary]:
    """Libraries that any use of Qt lacks here and, for a window, those that its X11 plugin lacks too."""
    return _missing(FOR_ANY_IMPORT + (FOR_X11 if for_window else ()))


def missing_wayland_libraries() -> list[SystemLibrary]:
    """Libraries that a window on Wayland lacks here."""
    return _missing(FOR_ANY_IMPORT + FOR_WAYLAND)


def library_in(message: str) -> SystemLibrary | None:
    """The missing library that the text of an ImportError names, or None where it names none.

    One that no table knows comes back without packages: a later Qt may need more than this one.
    """
    if "cannot open shared object file" not in message:
        return None
    found = _SONAME.search(message)
    if found is None:
        return None
    for library in FOR_ANY_IMPORT + FOR_X11 + FOR_WAYLAND:
        if library.soname == found.group(1):
            return library
    return SystemLibrary(found.group(1), "", "", "")


def install_advice(missing: Iterable[SystemLibrary], os_release: Mapping[str, str] | None = None) -> str:
    """One sentence that names what is missing and the one command that installs it on this distribution."""
    libraries = list(missing)
    if not libraries:
        return phrase("no system library is missing")
    names = ", ".join(library.soname for library in libraries)
    lacking = phrase("Qt needs {libraries}, which this system lacks", libraries=names)
    release = read_os_release() if os_release is None else os_release
    families = [release.get("ID", ""), *release.get("ID_LIKE", "").split()]
    for family in families:
        if family in ("debian", "ubuntu"):
            return _with_command(lacking, "apt-get install", [library.apt for library in libraries])
        if family in ("fedora", "rhel", "centos"):
            return _with_command(lacking, "dnf install", [library.dnf for library in libraries])
        if family in ("arch", "archlinux"):
            return _with_command(lacking, "pacman -S", [library.pacman for library in libraries])
    return _without_command(lacking)


def read_os_release() -> dict[str, str]:
    """The fields of the file that names the distribution; empty where there is none."""
    for path in OS_RELEASE:
        try:
            with open(path, encoding="utf-8", errors="replace") as file:
                lines = file.read().splitlines()
        except OSError:
            continue
        pairs = (line.partition("=") for line in lines if "=" in line and not line.startswith("#"))
        return {key.strip(): value.strip().strip("\"'") for key, _, value in pairs}
    return {}


def _with_command(lacking: str, installer: str, packages: list[str]) -> str:
    """The sentence with its command; packages are named once, in the order of the libraries."""
    if not all(packages):
        return _without_command(lacking)
    privilege = "" if os.name != "posix" or os.geteuid() == 0 else "sudo "
    return f"{lacking}: {privilege}{installer} {' '.join(dict.fromkeys(packages))}"


def _without_command(lacking: str) -> str:
    return phrase("{lacking}: install the packages of your distribution that bring them", lacking=lacking)


def _missing(libraries: Iterable[SystemLibrary]) -> list[SystemLibrary]:
    """Those that the dynamic linker does not find; elsewhere than on Linux the wheels are complete."""
    if not sys.platform.startswith("linux"):
        return []
    return [library for library in libraries if not _loads(library.soname)]


def _loads(soname: str) -> bool:
    """Whether the dynamic linker finds a library, and all that it needs in turn.

    Asking the linker itself is the one answer that heeds its cache, LD_LIBRARY_PATH and the interpreter's own
    paths; what is loaded here Qt loads next anyway, so it costs nothing.
    """
    try:
        ctypes.CDLL(soname)
    except OSError:
        return False
    return True
