"""The report of ``klscope doctor``: versions, libraries, display and fonts of this machine, and problems with them.

Qt is needed only for the fonts. It is then imported by name, because a failing import is one of the problems to report.
"""

import os
import platform
import sys
from collections.abc import Callable
from importlib import metadata
from pathlib import Path
from typing import Any

from klscope.by_name import load
from klscope.files.resource_files import resource_path
from klscope.system_libraries import (
    advice_for_tests,
    install_advice,
    library_in,
    missing_for_all_tests,
    missing_for_some_tests,
    missing_libraries,
    names_of,
    read_os_release,
)
from klscope.terminal_width import padded
from klscope.window_system import window_system
from klscope.wording import gettext, mark, translated

PACKAGES = ("klscope", "numpy", "PySide6-Essentials", "pyqtgraph")
CHARACTERS = ((mark("Latin"), "A"), (mark("double bar ‖"), "‖"), (mark("Hangul"), "한"))
LABEL_WIDTH = 20


def report() -> tuple[list[str], list[str]]:
    """Return the lines of the report, and a sentence for each problem with its remedy."""
    lines: list[str] = []
    troubles: list[str] = []

    def tell(what: str, answer: str) -> None:
        lines.append(padded(what, LABEL_WIDTH) + answer)

    for package in PACKAGES:
        try:
            tell(package, metadata.version(package))
        except metadata.PackageNotFoundError:
            tell(package, gettext("not installed"))
            troubles.append(
                gettext(
                    "{package} is not installed: start klscope with python3 src, which installs it", package=package
                )
            )
    tell("Python", f"{platform.python_version()} ({sys.executable})")
    release = read_os_release().get("PRETTY_NAME", "")
    tell(gettext("platform"), ", ".join(part for part in (platform.platform(), release) if part))

    missing = missing_libraries(for_window=True)
    needed = missing_libraries(for_window=False)
    tell(
        gettext("system libraries"),
        gettext("{libraries} missing", libraries=names_of(missing)) if missing else gettext("all found"),
    )
    if missing:
        troubles.append(install_advice(missing))
    if _has_tests():
        # not a problem: the window does not need them
        for_tests = [*missing_for_all_tests(), *missing_for_some_tests()]
        tell(gettext("for the tests"), advice_for_tests(for_tests) if for_tests else gettext("all found"))

    system = window_system()
    found = _display_found()
    tell(
        gettext("display"),
        found if system.obstacle is None else gettext("{display}, no window can open", display=found),
    )
    if system.obstacle is not None and system.obstacle not in troubles:
        troubles.append(
            gettext("{obstacle} (klscope export and klscope measure work without)", obstacle=system.obstacle)
        )

    if needed:
        tell("Qt", gettext("does not load without the missing libraries"))
        return lines, troubles
    try:
        version, fonts = _fonts_by_character()
    except ImportError as error:
        tell("Qt", gettext("does not load"))
        library = library_in(str(error))
        troubles.append(
            gettext("Qt does not load: {error}", error=error) if library is None else install_advice([library])
        )
        return lines, troubles
    tell("Qt", version)
    for name, _ in CHARACTERS:
        tell(gettext("font, {letters}", letters=translated(name)), fonts[name] or gettext("none"))
    lacking = [translated(name) for name, _ in CHARACTERS if not fonts[name]]
    if lacking:
        troubles.append(
            gettext(
                "no font has {letters}: install one, such as Noto Sans and Noto Sans CJK "
                "(Debian, Ubuntu: apt-get install fonts-dejavu-core fonts-noto-cjk)",
                letters=gettext(" or ").join(lacking),
            )
        )
    return lines, troubles


def _has_tests() -> bool:
    """Return whether the tests are there; a wheel does not include them."""
    return (Path(__file__).resolve().parents[2] / "tests" / "__main__.py").is_file()


def _display_found() -> str:
    """Return the environment variables that choose a display."""
    names = ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY")
    return ", ".join(f"{name}={os.environ[name]}" for name in names if os.environ.get(name)) or gettext("none")


def _fonts_by_character() -> tuple[str, dict[str, str]]:
    """Return the version of Qt, and for each of CHARACTERS a font family with it; own fonts have priority."""
    core: Any = load("PySide6.QtCore")
    gui: Any = load("PySide6.QtGui")
    if gui.QGuiApplication.instance() is None:
        # The fonts do not depend on the platform plugin, and this one needs no display.
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
                found[name] = gettext("{family} (klscope's own)", family=family) if family in own else family
        if all(found.values()):
            break
    del application
    return str(core.qVersion()), found


def _own_fonts() -> list[str]:
    try:
        folder = resource_path("fonts")
    except FileNotFoundError:
        return []
    return [str(path) for path in sorted(folder.rglob("*")) if path.suffix.lower() in (".otf", ".ttf")]


def run(write: Callable[[str], object] = print) -> int:
    """Write the report; return 0 if there are no problems, else 3."""
    lines, troubles = report()
    for line in lines:
        write(line)
    if not troubles:
        write("\n" + gettext("No problems found."))
        return 0
    write("\n" + gettext("To fix:"))
    for trouble in troubles:
        write(f"- {trouble}")
    return 3
