"""klscope without a command: what reaches the window, and a sentence where none can open."""

import os
import subprocess
import sys
from argparse import Namespace
from types import SimpleNamespace

import pytest

from command_words import LINUX_ONLY, loading
from klscope import window_system
from klscope.cli import main
from klscope.files.catalogues import languages
from klscope.system_libraries import FOR_X11
from klscope.theory.units import Unit


def run_klscope(*words: str, **variables: str) -> "subprocess.CompletedProcess[str]":
    unwanted = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    environment = {name: value for name, value in os.environ.items() if name not in unwanted} | variables
    return subprocess.run(
        [sys.executable, "-m", "klscope", *words],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )


@LINUX_ONLY
@pytest.mark.parametrize(
    ("variables", "says"),
    [
        ({}, "neither DISPLAY nor WAYLAND_DISPLAY is set"),
        ({"DISPLAY": ":4711"}, "DISPLAY=:4711"),
        ({"QT_QPA_PLATFORM": "xcb"}, "DISPLAY is not set"),
        ({"QT_QPA_PLATFORM": "nonsense"}, "Qt does not start on the platform nonsense"),
    ],
)
def test_without_a_display_a_sentence_and_no_abort(variables: dict[str, str], says: str) -> None:
    done = run_klscope(**variables)
    assert done.returncode == 3
    assert done.stdout == ""
    assert done.stderr.startswith("klscope: ")
    assert done.stderr.count("\n") == 1
    assert says in done.stderr
    assert "klscope export" in done.stderr


@LINUX_ONLY
def test_a_missing_library_comes_before_the_display(
    qt_variables: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    cursor = next(library for library in FOR_X11 if library.name == "libxcb-cursor.so.0")
    qt_variables.setattr(window_system, "missing_libraries", lambda for_window: [cursor] if for_window else [])
    qt_variables.setenv("DISPLAY", ":4711")
    assert main([]) == 3
    assert "libxcb-cursor.so.0" in capsys.readouterr().err


def test_the_window_gets_what_was_asked_for(
    qt_variables: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    received: list[Namespace] = []
    loading(qt_variables, window_command=SimpleNamespace(run=lambda arguments: received.append(arguments) or 0))
    qt_variables.setenv("QT_QPA_PLATFORM", "offscreen")
    assert (
        main(
            ["--p", "1/2,1", "--q", "25%,3", "--labels", "a,b", "--theme", "dark", "--language", "ko", "--unit", "nat"]
        )
        == 0
    )
    assert main(["--example", "weather"]) == 0
    assert main([]) == 0
    first, second, third = received
    assert (first.p_weights, first.q_weights, first.label_list) == ([0.5, 1.0], [0.25, 3.0], ["a", "b"])
    assert (first.theme, first.language, first.example) == ("dark", "ko", None)
    assert (second.example, second.p_weights, second.q_weights, second.label_list) == ("weather", None, None, None)
    assert (third.example, third.theme, third.language) == (None, None, None)
    assert (first.unit, second.unit) == (Unit.NAT, None)
    assert capsys.readouterr() == ("", "")


def test_a_unit_that_does_not_exist_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--unit", "byte"]) == 2
    assert "--unit: 'byte' is not one of bit, nat, hartley" in capsys.readouterr().err


def test_a_language_that_is_not_spoken_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--language", "de"]) == 2
    assert f"--language: 'de' is not one of {', '.join(languages())}, system" in capsys.readouterr().err


def test_the_window_is_imported_without_reading_sources() -> None:
    program = """
import linecache
from klscope.command_line import window
window._load_window()
print([name for name in linecache.cache if "klscope" in name or "pyqtgraph" in name])
"""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, timeout=60)
    assert done.stdout == "[]\n"
