"""Someone starts the program from a shell, as a process of its own: what comes back, and what the window holds.

The wording of every wrong input is held by ``test_cli``; here it is the process: its exit code, its one line, no
traceback. Expected numbers: ½, ⅛ and ⅜ by hand, mpmath for the readouts.
"""

import json
import os
import subprocess
import sys

import pytest
from measures_on_screen import readouts

LOOK = """
import json, sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow
from klscope.cli import main

def look():
    [window] = [one for one in QApplication.topLevelWidgets() if isinstance(one, QMainWindow) and one.isVisible()]
    names = ("entropyReadout", "crossEntropyReadout", "divergenceReadout")
    comparison = window.p_chart.snapshot.comparison
    print(json.dumps({
        "labels": comparison.labels,
        "p": comparison.p.probabilities.tolist(),
        "q": comparison.q.probabilities.tolist(),
        "readouts": [window.findChild(QLabel, name).text() for name in names],
        "dark": window.palette().window().color().lightness() < 128,
        "reset": window.actions_by_name["reset"].text(),
    }))
    window.close()

application = QApplication(sys.argv[:1])
QTimer.singleShot(0, look)
sys.exit(main(sys.argv[1:]))
"""


def run(tmp_path, *arguments: str) -> "subprocess.CompletedProcess[str]":
    """Run Python with a home of its own and no screen."""
    environment = dict(os.environ, QT_QPA_PLATFORM="offscreen", HOME=str(tmp_path), XDG_CONFIG_HOME=str(tmp_path))
    command = [sys.executable, *arguments]
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=False, timeout=60)


def opened(tmp_path, *words: str) -> dict:
    """Start the program with ``words``; return what its window shows; it ends well when the window is closed."""
    done = run(tmp_path, "-c", LOOK, *words)
    assert (done.returncode, done.stderr) == (0, "")
    return json.loads(done.stdout)


def test_weights_and_names_of_the_command_line_are_in_the_window(tmp_path) -> None:
    seen = opened(tmp_path, "--p", "4,1,3", "--q", "25%,1/4,0.5", "--labels", "a,b,c", "--theme", "dark")
    assert seen["labels"] == ["a", "b", "c"]
    assert (seen["p"], seen["q"]) == ([0.5, 0.125, 0.375], [0.25, 0.25, 0.5])
    assert seen["readouts"] == readouts(seen["p"], seen["q"])
    assert seen["dark"]
    assert seen["reset"] == "Reset to ‘the data you started with’"


def test_a_theme_of_the_command_line_holds_for_one_start(tmp_path) -> None:
    assert opened(tmp_path, "--example", "coin-99", "--theme", "dark")["dark"]
    seen = opened(tmp_path, "--example", "fair-die")
    assert not seen["dark"]
    assert seen["reset"] == "Reset to ‘fair-die’"


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["--p", "1,x", "--q", "1,1"], "'x' is not a number"),
        (["measure", "--p", "0,0", "--q", "1,1"], "all weights are 0"),
    ],
)
def test_wrong_input_ends_the_process_with_one_line_and_code_two(tmp_path, words: list[str], says: str) -> None:
    done = run(tmp_path, "-m", "klscope", *words)
    assert done.returncode == 2
    assert done.stdout == ""
    assert done.stderr.startswith("klscope: ")
    assert done.stderr.count("\n") == 1
    assert says in done.stderr


def test_what_is_printed_is_what_the_window_shows(tmp_path) -> None:
    words = ["--p", "3,1,4,1", "--q", "2,7,1,8"]
    seen = opened(tmp_path, *words)
    done = run(tmp_path, "-m", "klscope", "measure", "--json", *words)
    printed = json.loads(done.stdout)
    assert (printed["p"], printed["q"]) == (seen["p"], seen["q"])
    numbers = [printed[name] for name in ("entropy_p", "cross_entropy", "kl_divergence")]
    assert [f"{number:.4f}" for number in numbers] == seen["readouts"]
