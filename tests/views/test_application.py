"""Without a QApplication nothing of klscope's that shows or draws is made, and whoever tries is told how to make one.

Each time in a process of its own: what is held ends the process where it is not.
"""

import subprocess
import sys

import pytest

ATTEMPTS = """
from PySide6.QtCore import QObject
from klscope.app import Explorer, create
from klscope.files import examples
from klscope.lessons import library
from klscope.model.history import History
from klscope.model.snapshot import Snapshot
from klscope.model.view_state import ViewState
from klscope.views.commands.actions import Actions
from klscope.views.export.figure import Figure
from klscope.views.handouts.handout import make_document, write_handout
from klscope.views.window.main_window import MainWindow
from klscope.views.theme import LIGHT
weather = examples.load("weather", "en").comparison
snapshot = Snapshot.of(weather, ViewState(), History(weather))
lesson = library.load("01-entropy", "en")
told = set()
for attempt in (
    create,
    lambda: create([1, 2], [2, 1]),
    lambda: Explorer(weather),
    lambda: Actions(QObject()),
    lambda: MainWindow(None, [], LIGHT),
    lambda: Figure(snapshot, LIGHT, False),
    lambda: make_document(lesson, "en"),
    lambda: write_handout(lesson, "/nowhere/handout.pdf", "en"),
):
    try:
        attempt()
    except RuntimeError as error:
        told.add(str(error))
print(*told, sep="----")
"""
FOLLOWED = """
from PySide6.QtWidgets import QApplication
application = QApplication([])
from klscope.app import create
print(type(create().window).__name__)
"""
OTHERS = {
    "": "there is none in this process",
    "from PySide6.QtCore import QCoreApplication as A": "this process has a QCoreApplication",
    "from PySide6.QtGui import QGuiApplication as A": "this process has a QGuiApplication",
}


def run(code: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False, timeout=120)


@pytest.mark.parametrize("other", [*OTHERS][1:])  # and with none below
def test_whoever_makes_anything_without_one_is_told_how_to_make_it(other: str) -> None:
    ended = run(f"{other}\na = A([])\n{ATTEMPTS}")
    assert (ended.returncode, ended.stderr) == (0, "")
    assert "----" not in ended.stdout  # all say the same
    assert OTHERS[other] in ended.stdout
    assert "from PySide6.QtWidgets import QApplication\n    application = QApplication([])\n" in ended.stdout
    assert "%gui qt6" in ended.stdout


def test_with_the_two_lines_it_is_made_and_one_that_is_gone_is_none() -> None:
    ended = run(f"{FOLLOWED}\nimport gc\napplication.shutdown(); del application; gc.collect()\n{ATTEMPTS}")
    assert ended.returncode == 0, ended.stderr
    assert ended.stdout.startswith("MainWindow\n")
    assert OTHERS[""] in ended.stdout
    assert "----" not in ended.stdout
