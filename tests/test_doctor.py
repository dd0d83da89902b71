"""klscope doctor: what is told of a sound machine, and of one that lacks something."""

import re
from pathlib import Path

import pytest

from klscope import doctor
from klscope.cli import main
from klscope.system_libraries import FOR_ANY_IMPORT, FOR_TRANSLATIONS
from klscope.terminal_width import width
from latin_words import latin_words

PARTED = re.compile("  +")


@pytest.mark.usefixtures("qapp")
def test_the_doctor_is_content_with_a_sound_machine(qt_variables: pytest.MonkeyPatch) -> None:
    qt_variables.setenv("QT_QPA_PLATFORM", "offscreen")
    qt_variables.setattr(doctor, "missing_libraries", lambda **_: [])
    lines: list[str] = []
    code = doctor.run(lines.append)
    told = "\n".join(lines)
    for word in ("klscope", "numpy", "PySide6-Essentials", "pyqtgraph", "Python", "Qt", "font, Hangul"):
        assert word in told
    assert (code, lines[-1]) == (0, "\nNo problems found."), told


@pytest.mark.usefixtures("qapp")
def test_the_doctor_speaks_korean(korean_terminal: pytest.MonkeyPatch, capsys) -> None:
    korean_terminal.setenv("QT_QPA_PLATFORM", "offscreen")
    korean_terminal.setattr(doctor, "missing_libraries", lambda **_: [])
    assert main(["doctor"]) == 0
    told = capsys.readouterr().out
    assert told.endswith("\n모두 정상입니다.\n")
    # an answer may be the name of anything on this machine; all of them begin in one column
    for line in told.splitlines():
        name, answer = PARTED.split(line, maxsplit=1) if PARTED.search(line) else (line, "")
        assert latin_words(name) <= set(doctor.PACKAGES) | {"numpy", "PySide", "Essentials", "pyqtgraph", "Python"}
        assert not answer or width(line) - width(answer) == doctor.LABEL_WIDTH


@pytest.mark.usefixtures("korean_terminal")
@pytest.mark.parametrize("display", ["", ":99"])
def test_the_doctor_says_in_korean_what_is_missing(qt_variables: pytest.MonkeyPatch, capsys, display: str) -> None:
    qt_variables.setenv("DISPLAY", display)
    missing = [] if display else [FOR_ANY_IMPORT[0]]
    qt_variables.setattr(doctor, "missing_libraries", lambda **_: missing)
    assert main(["doctor"]) == 3
    _, _, advice = capsys.readouterr().out.partition("\n바로잡을 것:\n")
    assert advice.startswith("- ")
    packages = {"libEGL", "libegl", "so", "sudo", "yum", "dnf", "pacman"}
    assert latin_words(advice) <= packages


def test_the_doctor_names_what_is_missing(qt_variables: pytest.MonkeyPatch) -> None:
    qt_variables.setattr(doctor, "missing_libraries", lambda **_: [FOR_ANY_IMPORT[0]])
    lines: list[str] = []
    assert doctor.run(lines.append) == 3
    assert "libEGL.so.1 missing" in "\n".join(lines)
    assert sum("libEGL.so.1, which this system lacks" in line for line in lines) == 1


def test_the_doctor_names_what_the_tests_lack_and_is_content(qt_variables: pytest.MonkeyPatch) -> None:
    qt_variables.setenv("QT_QPA_PLATFORM", "offscreen")
    qt_variables.setattr(doctor, "missing_libraries", lambda **_: [])
    qt_variables.setattr(doctor, "missing_for_all_tests", lambda: [FOR_TRANSLATIONS[-1]])
    qt_variables.setattr(doctor, "missing_for_some_tests", lambda: [])
    lines, troubles = doctor.report()
    told = [line for line in lines if line.startswith("for the tests")]
    assert len(told) == 1
    assert "the tests need libgssapi_krb5.so.2, which this system lacks" in told[0]
    assert troubles == []
    qt_variables.setattr(doctor, "_has_tests", lambda: False)
    assert not any("tests" in line.replace(str(Path(__file__).parents[1]), "") for line in doctor.report()[0])
