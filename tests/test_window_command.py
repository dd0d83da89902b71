"""What opens the window: the state it begins with, and what it says where klscope itself goes wrong."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from klscope.files.documents.document_file import write_document
from klscope.model.document import Document
from klscope.theory.units import Unit
from klscope.views.preferences.preferences import Preferences
from klscope.views.theme import ThemeChoice
from klscope.window_command import report_exception
from klscope.windows import Windows
from written_states import state


@pytest.mark.usefixtures("qtbot")
def test_a_fault_is_said_in_the_window_and_told_whole_on_stderr(capsys: pytest.CaptureFixture[str]) -> None:
    windows = Windows(Preferences(), ThemeChoice.LIGHT)
    explorer = windows.open_window()
    try:
        raise IndexError("seven")
    except IndexError as error:
        report_exception(windows, type(error), error, error.__traceback__)
    said = explorer.window.sentence.text()
    assert "IndexError" in said
    assert "Ctrl+Z" in said
    told = capsys.readouterr().err
    assert "IndexError: seven" in told
    assert "Traceback" in told
    explorer.deleteLater()


OPENED = """
import sys
from PySide6.QtWidgets import QApplication
from klscope.cli import main
from klscope.windows import Windows
opened, open_window = [], Windows.open_window
Windows.open_window = lambda *given: opened.append(open_window(*given)) or opened[0]
QApplication.exec = lambda *_: print(opened[0].store.view.unit.label, opened[0].store.comparison.labels)
sys.exit(main(sys.argv[1:]))
"""


@pytest.mark.parametrize(
    ("words", "expected"),
    [(["--unit", "nat"], "nats"), ([], "bits"), (["w.klscope"], "hartleys"), (["w.klscope", "--unit", "nat"], "nats")],
)
def test_the_window_begins_with_the_unit_of_the_command_line_or_of_the_document(
    words: list[str], expected: str, tmp_path: Path
) -> None:
    document = Document.of(state(labels=("a", "b", "c", "d"), unit=Unit.HARTLEY))
    write_document(document, str(tmp_path / "w.klscope"))
    given = words if "w.klscope" in words else ["--p", "4,2,1,1", "--q", "1,4,2,1", "--labels", "a,b,c,d", *words]
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen", "HOME": str(tmp_path)}
    done = subprocess.run(
        [sys.executable, "-c", OPENED, *given],
        cwd=tmp_path,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert (done.stdout, done.returncode) == (f"{expected} ('a', 'b', 'c', 'd')\n", 0), done.stderr
