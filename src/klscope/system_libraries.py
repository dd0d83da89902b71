"""The shared libraries, programs and system packages that klscope and its tests need.

The wheels of PySide6 include Qt but not the system libraries that Qt uses. If one is missing, importing Qt fails or
aborts. With these tables the missing packages are named in one command. They hold the NEEDED entries (``readelf -d``)
of QtCore, QtGui, QtWidgets and QtSvg with the offscreen plugin, of the xcb and wayland plugins and of ``lrelease``,
without those in the wheel and the C library. ``klscope doctor``, ``python3 src``, ``python3 tests`` and
``python3 src/bootstrap packages`` use them. The module imports only the standard library, because it is used before
anything is installed.
"""

import ctypes
import os
import re
import shutil
import sys
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from klscope.wording import gettext

OS_RELEASE = ("/etc/os-release", "/usr/lib/os-release")


class Requirement(NamedTuple):
    """A library, by its soname, or a program, by its command, and the packages with it."""

    name: str
    apt: str
    dnf: str
    pacman: str


FOR_ANY_IMPORT = (
    Requirement("libEGL.so.1", "libegl1", "libglvnd-egl", "libglvnd"),
    Requirement("libGL.so.1", "libgl1", "libglvnd-glx", "libglvnd"),
    Requirement("libX11.so.6", "libx11-6", "libX11", "libx11"),
    Requirement("libdbus-1.so.3", "libdbus-1-3", "dbus-libs", "dbus"),
    Requirement("libfontconfig.so.1", "libfontconfig1", "fontconfig", "fontconfig"),
    Requirement("libfreetype.so.6", "libfreetype6", "freetype", "freetype2"),
    Requirement("libglib-2.0.so.0", "libglib2.0-0", "glib2", "glib2"),
    Requirement("libgthread-2.0.so.0", "libglib2.0-0", "glib2", "glib2"),
    Requirement("libstdc++.so.6", "libstdc++6", "libstdc++", "gcc-libs"),
    Requirement("libxkbcommon.so.0", "libxkbcommon0", "libxkbcommon", "libxkbcommon"),
    Requirement("libz.so.1", "zlib1g", "zlib", "zlib"),
    Requirement("libzstd.so.1", "libzstd1", "libzstd", "zstd"),
)

FOR_X11 = (
    Requirement("libX11-xcb.so.1", "libx11-xcb1", "libX11-xcb", "libx11"),
    Requirement("libxcb-cursor.so.0", "libxcb-cursor0", "xcb-util-cursor", "xcb-util-cursor"),
    Requirement("libxcb-icccm.so.4", "libxcb-icccm4", "xcb-util-wm", "xcb-util-wm"),
    Requirement("libxcb-image.so.0", "libxcb-image0", "xcb-util-image", "xcb-util-image"),
    Requirement("libxcb-keysyms.so.1", "libxcb-keysyms1", "xcb-util-keysyms", "xcb-util-keysyms"),
    Requirement("libxcb-randr.so.0", "libxcb-randr0", "libxcb", "libxcb"),
    Requirement("libxcb-render-util.so.0", "libxcb-render-util0", "xcb-util-renderutil", "xcb-util-renderutil"),
    Requirement("libxcb-render.so.0", "libxcb-render0", "libxcb", "libxcb"),
    Requirement("libxcb-shape.so.0", "libxcb-shape0", "libxcb", "libxcb"),
    Requirement("libxcb-shm.so.0", "libxcb-shm0", "libxcb", "libxcb"),
    Requirement("libxcb-sync.so.1", "libxcb-sync1", "libxcb", "libxcb"),
    Requirement("libxcb-util.so.1", "libxcb-util1", "xcb-util", "xcb-util"),
    Requirement("libxcb-xfixes.so.0", "libxcb-xfixes0", "libxcb", "libxcb"),
    Requirement("libxcb-xkb.so.1", "libxcb-xkb1", "libxcb", "libxcb"),
    Requirement("libxcb.so.1", "libxcb1", "libxcb", "libxcb"),
    Requirement("libxkbcommon-x11.so.0", "libxkbcommon-x11-0", "libxkbcommon-x11", "libxkbcommon-x11"),
)

FOR_WAYLAND = (
    Requirement("libwayland-client.so.0", "libwayland-client0", "libwayland-client", "wayland"),
    Requirement("libwayland-cursor.so.0", "libwayland-cursor0", "libwayland-cursor", "wayland"),
)

FOR_TRANSLATIONS = (
    Requirement("libbrotlicommon.so.1", "libbrotli1", "libbrotli", "brotli"),
    Requirement("libbrotlidec.so.1", "libbrotli1", "libbrotli", "brotli"),
    Requirement("libgssapi_krb5.so.2", "libgssapi-krb5-2", "krb5-libs", "krb5"),
)
"""What ``lrelease`` needs beyond FOR_ANY_IMPORT; the tests compile the translations with it."""

TEST_PROGRAMS = (
    Requirement("Xvfb", "xvfb", "xorg-x11-server-Xvfb", "xorg-server-xvfb"),
    Requirement("openbox", "openbox", "openbox", "openbox"),
    Requirement("xdotool", "xdotool", "xdotool", "xdotool"),
    Requirement("maim", "maim", "maim", "maim"),
    Requirement("readelf", "binutils", "binutils", "binutils"),
)
"""Programs that some tests use, most of them for a virtual screen."""

VIRTUAL_ENVIRONMENTS = Requirement("venv", "python3-venv", "python3", "python")
"""The Python module that creates ``.venv``; Debian and Ubuntu package it separately."""

INSTALLERS = {
    "debian": ("apt-get install", "apt"),
    "ubuntu": ("apt-get install", "apt"),
    "fedora": ("dnf install", "dnf"),
    "rhel": ("dnf install", "dnf"),
    "centos": ("dnf install", "dnf"),
    "arch": ("pacman -S", "pacman"),
    "archlinux": ("pacman -S", "pacman"),
}
"""By ID or ID_LIKE of /etc/os-release: the install command, and its field of Requirement."""

_SONAME = re.compile(r"(lib[\w.+-]+?\.so(?:\.\d+)*)")


def missing_libraries(for_window: bool) -> list[Requirement]:
    """Return the missing libraries for any use of Qt and, for a window, for its X11 plugin."""
    return _missing(FOR_ANY_IMPORT + (FOR_X11 if for_window else ()))


def missing_wayland_libraries() -> list[Requirement]:
    """Return the missing libraries for a window on Wayland."""
    return _missing(FOR_ANY_IMPORT + FOR_WAYLAND)


def missing_for_all_tests() -> list[Requirement]:
    """Return the missing libraries without which tests fail."""
    return _missing(FOR_ANY_IMPORT + FOR_TRANSLATIONS)


def missing_for_some_tests() -> list[Requirement]:
    """Return the missing libraries and programs without which some tests are skipped."""
    return _missing(FOR_X11) + [program for program in TEST_PROGRAMS if shutil.which(program.name) is None]


def packages(os_release: Mapping[str, str] | None = None) -> list[str]:
    """Return all packages for the window and the tests on this distribution; empty if it is unknown."""
    family = _installer(os_release)
    if family is None:
        return []
    _, field = family
    libraries = FOR_ANY_IMPORT + FOR_X11 + FOR_WAYLAND + FOR_TRANSLATIONS
    return _names_of_packages((VIRTUAL_ENVIRONMENTS, *libraries, *TEST_PROGRAMS), field)


def library_in(message: str) -> Requirement | None:
    """Return the missing library named in an ImportError, or None.

    An unknown library is returned without packages: a later version of Qt may need more.
    """
    if "cannot open shared object file" not in message:
        return None
    found = _SONAME.search(message)
    if found is None:
        return None
    for library in FOR_ANY_IMPORT + FOR_X11 + FOR_WAYLAND:
        if library.name == found.group(1):
            return library
    return Requirement(found.group(1), "", "", "")


def install_advice(missing: Sequence[Requirement], os_release: Mapping[str, str] | None = None) -> str:
    """Return a sentence with the libraries that Qt lacks and the command that installs them."""
    lacking = gettext("Qt needs {libraries}, which this system lacks", libraries=names_of(missing))
    return _with_command(lacking, missing, os_release)


def advice_for_tests(missing: Sequence[Requirement], os_release: Mapping[str, str] | None = None) -> str:
    """Return a sentence with what the tests lack and the command that installs it."""
    lacking = gettext("the tests need {names}, which this system lacks", names=names_of(missing))
    return _with_command(lacking, missing, os_release)


def names_of(requirements: Iterable[Requirement]) -> str:
    """Return the names, separated by commas."""
    return ", ".join(requirement.name for requirement in requirements)


def read_os_release() -> dict[str, str]:
    """Return the fields of the os-release file; empty if there is none."""
    for path in OS_RELEASE:
        try:
            with open(path, encoding="utf-8", errors="replace") as file:
                lines = file.read().splitlines()
        except OSError:
            continue
        pairs = (line.partition("=") for line in lines if "=" in line and not line.startswith("#"))
        return {key.strip(): value.strip().strip("\"'") for key, _, value in pairs}
    return {}


def _installer(os_release: Mapping[str, str] | None) -> tuple[str, str] | None:
    """Return the install command and its field of Requirement; None if the distribution is unknown."""
    release = read_os_release() if os_release is None else os_release
    for family in (release.get("ID", ""), *release.get("ID_LIKE", "").split()):
        if family in INSTALLERS:
            return INSTALLERS[family]
    return None


def _names_of_packages(requirements: Iterable[Requirement], field: str) -> list[str]:
    """Return the packages without duplicates, in order."""
    return list(dict.fromkeys(str(getattr(requirement, field)) for requirement in requirements))


def _with_command(lacking: str, requirements: Sequence[Requirement], os_release: Mapping[str, str] | None) -> str:
    """Append the install command to a sentence, or general advice if the distribution is unknown."""
    family = _installer(os_release)
    if family is not None:
        installer, field = family
        wanted = _names_of_packages(requirements, field)
        if all(wanted):
            privilege = "" if os.name != "posix" or os.geteuid() == 0 else "sudo "
            return f"{lacking}: {privilege}{installer} {' '.join(wanted)}"
    return gettext("{lacking}: install the packages of your distribution that bring them", lacking=lacking)


def _missing(libraries: Iterable[Requirement]) -> list[Requirement]:
    """Return those that the dynamic linker does not find; on other systems than Linux the wheels are complete."""
    if not sys.platform.startswith("linux"):
        return []
    return [library for library in libraries if not _loads(library.name)]


def _loads(soname: str) -> bool:
    """Return whether the dynamic linker loads a library with its dependencies.

    Only the linker itself takes its cache, LD_LIBRARY_PATH and run paths into account. Qt loads these libraries next
    anyway.
    """
    try:
        ctypes.CDLL(soname)
    except OSError:
        return False
    return True
