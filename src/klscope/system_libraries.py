"""The one list of what klscope and its tests need of the system: shared libraries, programs, and their packages.

The wheels of PySide6 bring Qt but not the libraries of the system that Qt uses, and a small installation lacks them:
Qt then answers with an ImportError that names a file, or aborts. The tables here turn that into one command. They hold
the NEEDED entries (``readelf -d``) of the wheel's QtCore, QtGui, QtWidgets and QtSvg with the offscreen plugin, of its
xcb and wayland plugins and of ``lrelease``, less what the wheel brings and less the C library. ``klscope doctor``, the
messages of ``python3 src`` and ``python3 tests``, and ``python3 src/bootstrap packages`` read them. This module
imports the standard library only: it is asked before Qt and before anything is installed.
"""

import ctypes
import os
import re
import shutil
import sys
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from klscope.wording import gettext

OS_RELEASE = ("/etc/os-release", "/usr/lib/os-release")


class Requirement(NamedTuple):
    """A library, by its soname, or a program, by its command, and the package that brings it by kind of system."""

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
"""What some tests call, most of them for a window on a virtual screen."""

VIRTUAL_ENVIRONMENTS = Requirement("venv", "python3-venv", "python3", "python")
"""The module of Python that makes ``.venv``: Debian and Ubuntu pack it apart."""

INSTALLERS = {
    "debian": ("apt-get install", "apt"),
    "ubuntu": ("apt-get install", "apt"),
    "fedora": ("dnf install", "dnf"),
    "rhel": ("dnf install", "dnf"),
    "centos": ("dnf install", "dnf"),
    "arch": ("pacman -S", "pacman"),
    "archlinux": ("pacman -S", "pacman"),
}
"""By ID or ID_LIKE of /etc/os-release: the command that installs, and the field of Requirement that it takes."""

_SONAME = re.compile(r"(lib[\w.+-]+?\.so(?:\.\d+)*)")


def missing_libraries(for_window: bool) -> list[Requirement]:
    """Libraries that any use of Qt lacks here and, for a window, those that its X11 plugin lacks too."""
    return _missing(FOR_ANY_IMPORT + (FOR_X11 if for_window else ()))


def missing_wayland_libraries() -> list[Requirement]:
    """Libraries that a window on Wayland lacks here."""
    return _missing(FOR_ANY_IMPORT + FOR_WAYLAND)


def missing_for_all_tests() -> list[Requirement]:
    """Libraries without which tests fail here."""
    return _missing(FOR_ANY_IMPORT + FOR_TRANSLATIONS)


def missing_for_some_tests() -> list[Requirement]:
    """Libraries and programs without which the tests on a virtual screen, and of the tables here, are skipped."""
    return _missing(FOR_X11) + [program for program in TEST_PROGRAMS if shutil.which(program.name) is None]


def packages(os_release: Mapping[str, str] | None = None) -> list[str]:
    """Every package that the window and the tests need on this distribution; empty where it is not known."""
    family = _installer(os_release)
    if family is None:
        return []
    _, field = family
    libraries = FOR_ANY_IMPORT + FOR_X11 + FOR_WAYLAND + FOR_TRANSLATIONS
    return _names_of_packages((VIRTUAL_ENVIRONMENTS, *libraries, *TEST_PROGRAMS), field)


def library_in(message: str) -> Requirement | None:
    """The missing library that the text of an ImportError names, or None where it names none.

    One that no table knows comes back without packages: a later Qt may need more than this one.
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


def install_advice(missing: Iterable[Requirement], os_release: Mapping[str, str] | None = None) -> str:
    """One sentence that names what Qt is missing and the one command that installs it on this distribution."""
    requirements = list(missing)
    if not requirements:
        return gettext("no system library is missing")
    lacking = gettext("Qt needs {libraries}, which this system lacks", libraries=names_of(requirements))
    return _with_command(lacking, requirements, os_release)


def advice_for_tests(missing: Iterable[Requirement], os_release: Mapping[str, str] | None = None) -> str:
    """The same sentence about what the tests are missing."""
    requirements = list(missing)
    lacking = gettext("the tests need {names}, which this system lacks", names=names_of(requirements))
    return _with_command(lacking, requirements, os_release)


def names_of(requirements: Iterable[Requirement]) -> str:
    """What is missing, as a message lists it."""
    return ", ".join(requirement.name for requirement in requirements)


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


def _installer(os_release: Mapping[str, str] | None) -> tuple[str, str] | None:
    """The command that installs packages here and the field that names them; None where it is not known."""
    release = read_os_release() if os_release is None else os_release
    for family in (release.get("ID", ""), *release.get("ID_LIKE", "").split()):
        if family in INSTALLERS:
            return INSTALLERS[family]
    return None


def _names_of_packages(requirements: Iterable[Requirement], field: str) -> list[str]:
    """Each package once, in the order of what needs it."""
    return list(dict.fromkeys(str(getattr(requirement, field)) for requirement in requirements))


def _with_command(lacking: str, requirements: list[Requirement], os_release: Mapping[str, str] | None) -> str:
    """The sentence with the command that installs what it names, or with what to do where that is not known."""
    family = _installer(os_release)
    if family is not None:
        installer, field = family
        wanted = _names_of_packages(requirements, field)
        if all(wanted):
            privilege = "" if os.name != "posix" or os.geteuid() == 0 else "sudo "
            return f"{lacking}: {privilege}{installer} {' '.join(wanted)}"
    return gettext("{lacking}: install the packages of your distribution that bring them", lacking=lacking)


def _missing(libraries: Iterable[Requirement]) -> list[Requirement]:
    """Those that the dynamic linker does not find; elsewhere than on Linux the wheels are complete."""
    if not sys.platform.startswith("linux"):
        return []
    return [library for library in libraries if not _loads(library.name)]


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
