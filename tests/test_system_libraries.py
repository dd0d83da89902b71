"""The tables are held against the installed wheel: what its libraries ask for, as readelf tells it."""

import ctypes
import re
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

import pytest

from klscope import system_libraries
from klscope.system_libraries import (
    FOR_ANY_IMPORT,
    FOR_TRANSLATIONS,
    FOR_WAYLAND,
    FOR_X11,
    TEST_PROGRAMS,
    Requirement,
    advice_for_tests,
    install_advice,
    library_in,
    missing_for_all_tests,
    missing_for_some_tests,
    missing_libraries,
    packages,
)

LINUX_ONLY = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the wheels are complete elsewhere")
# The C library and the compiler's own are there wherever Python is.
ALWAYS_THERE = re.compile(r"(libc|libm|libgcc_s|libpthread|libdl|libresolv|librt|ld-linux.*)\.so.*")
EGL, GL = FOR_ANY_IMPORT[:2]
DEBIAN = {"ID": "debian"}
ROOT = Path(__file__).parents[1]
NO_READELF = [program for program in missing_for_some_tests() if program.name == "readelf"]


def needed_by(roots: list[str]) -> set[str]:
    """Follow NEEDED through the wheel, and return what it does not bring."""
    pyside = Path(pytest.importorskip("PySide6").__file__).parent
    brought = {path.name: path for path in (pyside / "Qt" / "lib").iterdir()} | {
        path.name: path for path in pyside.glob("*.so*")
    }
    brought |= {path.name: path for path in Path(pytest.importorskip("shiboken6").__file__).parent.glob("*.so*")}
    queue, seen, outside = [pyside / root for root in roots], set(), set()
    while queue:
        path = queue.pop()
        listing = subprocess.run(["readelf", "-d", str(path)], capture_output=True, text=True, check=True).stdout
        for name in re.findall(r"\(NEEDED\).*\[(.+)\]", listing):
            if name in seen:
                continue
            seen.add(name)
            if name in brought:
                queue.append(brought[name])
            elif not ALWAYS_THERE.fullmatch(name):
                outside.add(name)
    return outside


def sonames(libraries: Iterable[Requirement]) -> set[str]:
    return {library.name for library in libraries}


@LINUX_ONLY
@pytest.mark.skipif(NO_READELF != [], reason=advice_for_tests(NO_READELF))
def test_the_tables_are_what_the_wheel_asks_for() -> None:
    core = [
        "QtCore.abi3.so",
        "QtGui.abi3.so",
        "QtWidgets.abi3.so",
        "QtSvg.abi3.so",
        "Qt/plugins/platforms/libqoffscreen.so",
    ]
    any_import = needed_by(core)
    assert any_import == sonames(FOR_ANY_IMPORT)
    assert needed_by(["Qt/plugins/platforms/libqxcb.so"]) - any_import == sonames(FOR_X11)
    assert needed_by(["Qt/plugins/platforms/libqwayland.so"]) - any_import == sonames(FOR_WAYLAND)
    # what updates and compiles the translations
    assert needed_by(["lrelease"]) - any_import == sonames(FOR_TRANSLATIONS)
    assert needed_by(["lupdate"]) - any_import == sonames(FOR_TRANSLATIONS)


@LINUX_ONLY
def test_a_library_that_does_not_load_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    real = ctypes.CDLL

    def load(name: str) -> ctypes.CDLL:
        if name in ("libEGL.so.1", "libxcb-cursor.so.0"):
            raise OSError(f"{name}: cannot open shared object file: No such file or directory")
        return real(None)

    monkeypatch.setattr(system_libraries.ctypes, "CDLL", load)
    assert [library.name for library in missing_libraries(for_window=False)] == ["libEGL.so.1"]
    assert [library.name for library in missing_libraries(for_window=True)] == ["libEGL.so.1", "libxcb-cursor.so.0"]


def test_nothing_is_asked_elsewhere_than_on_linux(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(system_libraries.sys, "platform", "darwin")
    monkeypatch.setattr(system_libraries.ctypes, "CDLL", lambda name: pytest.fail(f"{name} was loaded"))
    assert missing_libraries(for_window=True) == []


@pytest.mark.parametrize(
    ("release", "command"),
    [
        ({"ID": "debian"}, "apt-get install libegl1 libgl1"),
        ({"ID": "linuxmint", "ID_LIKE": "ubuntu debian"}, "apt-get install libegl1 libgl1"),
        ({"ID": "fedora"}, "dnf install libglvnd-egl libglvnd-glx"),
        ({"ID": "rocky", "ID_LIKE": "rhel centos fedora"}, "dnf install libglvnd-egl libglvnd-glx"),
        ({"ID": "arch"}, "pacman -S libglvnd"),
        ({"ID": "manjaro", "ID_LIKE": "arch"}, "pacman -S libglvnd"),
    ],
)
@pytest.mark.parametrize(("user", "prefix"), [(0, ""), (1000, "sudo ")])
def test_the_advice_is_one_command(
    monkeypatch: pytest.MonkeyPatch, release: dict[str, str], command: str, user: int, prefix: str
) -> None:
    monkeypatch.setattr(system_libraries.os, "geteuid", lambda: user, raising=False)
    advice = install_advice([EGL, GL], release)
    assert advice == f"Qt needs libEGL.so.1, libGL.so.1, which this system lacks: {prefix}{command}"


def test_an_unknown_distribution_hears_the_names() -> None:
    advice = install_advice([EGL], {"ID": "gentoo"})
    assert advice == (
        "Qt needs libEGL.so.1, which this system lacks: install the packages of your distribution that bring them"
    )


def test_the_library_in_an_import_error_is_found() -> None:
    message = "libEGL.so.1: cannot open shared object file: No such file or directory"
    assert library_in(message) == EGL
    unknown = library_in("libnew-thing.so.7: cannot open shared object file: No such file or directory")
    assert unknown is not None
    assert unknown.name == "libnew-thing.so.7"
    assert "install the packages of your distribution" in install_advice([unknown], DEBIAN)
    assert library_in("No module named 'numpy'") is None


def test_every_library_is_in_every_table_once() -> None:
    libraries = FOR_ANY_IMPORT + FOR_X11 + FOR_WAYLAND + FOR_TRANSLATIONS + TEST_PROGRAMS
    assert len(sonames(libraries)) == len(libraries)
    assert all(library.apt and library.dnf and library.pacman for library in libraries)


def test_os_release_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "os-release"
    path.write_text(
        "# a comment\nID=debian\nPRETTY_NAME=\"Debian GNU/Linux 12 (bookworm)\"\n\nID_LIKE='a b'\n", encoding="utf-8"
    )
    monkeypatch.setattr(system_libraries, "OS_RELEASE", (str(tmp_path / "none"), str(path)))
    assert system_libraries.read_os_release() == {
        "ID": "debian",
        "PRETTY_NAME": "Debian GNU/Linux 12 (bookworm)",
        "ID_LIKE": "a b",
    }
    monkeypatch.setattr(system_libraries, "OS_RELEASE", ())
    assert system_libraries.read_os_release() == {}


def test_a_test_library_and_a_test_program_are_missed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(system_libraries, "_loads", lambda soname: soname != "libgssapi_krb5.so.2")
    monkeypatch.setattr(system_libraries.sys, "platform", "linux")
    assert sonames(missing_for_all_tests()) == {"libgssapi_krb5.so.2"}
    assert missing_libraries(for_window=True) == []
    monkeypatch.setattr(system_libraries.shutil, "which", lambda name: None if name == "maim" else f"/usr/bin/{name}")
    lacking = missing_for_all_tests() + missing_for_some_tests()
    monkeypatch.setattr(system_libraries.os, "geteuid", lambda: 0, raising=False)
    assert advice_for_tests(lacking, DEBIAN) == (
        "the tests need libgssapi_krb5.so.2, maim, which this system lacks: apt-get install libgssapi-krb5-2 maim"
    )


@pytest.mark.parametrize(
    ("release", "some"),
    [
        (DEBIAN, {"python3-venv", "libegl1", "libxcb-cursor0", "libwayland-client0", "libgssapi-krb5-2", "xvfb"}),
        ({"ID": "fedora"}, {"python3", "libglvnd-egl", "xcb-util-cursor", "libwayland-client", "krb5-libs", "maim"}),
        ({"ID": "arch"}, {"python", "libglvnd", "xcb-util-cursor", "wayland", "krb5", "xorg-server-xvfb"}),
    ],
)
def test_the_packages_are_of_window_and_tests_and_each_is_named_once(release: dict[str, str], some: set[str]) -> None:
    names = packages(release)
    assert some <= set(names)
    assert len(set(names)) == len(names)


def test_packages_of_an_unknown_distribution_are_not_guessed() -> None:
    assert packages({"ID": "gentoo"}) == []


@pytest.mark.parametrize("name", [".ci/run", "README.md"])
def test_no_other_place_has_a_list(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    assert "python3 src/bootstrap packages" in text
    # python3-venv and what is called by its command (xvfb, openbox …) are words that other sentences need
    distinct = [package for package in packages(DEBIAN) if re.fullmatch(r"lib.+\d.*|zlib1g", package)]
    assert len(distinct) > 25
    assert [package for package in distinct if package in text] == []


def test_what_makes_the_environment_is_named_as_in_the_list() -> None:
    text = (ROOT / "src" / "bootstrap" / "installing.py").read_text(encoding="utf-8")
    named = {word for command in re.findall(r"apt-get install ([a-z0-9 -]+)", text) for word in command.split()}
    assert "python3-venv" in named & set(packages(DEBIAN))
    assert named - {"helps", "python3"} <= set(packages(DEBIAN))
