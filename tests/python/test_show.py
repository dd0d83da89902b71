"""``klscope.show`` and ``figure`` in processes of their own: a script, a signal, another Qt, another program.

The oracles are the specification and, for what is dragged or typed, the arithmetic in the comments.
"""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

import klscope

SHOWN = """
import sys, klscope
from PySide6.QtCore import QTimer
import klscope.python.opening as opening
make = opening._explorer
def made(read):
    explorer = make(read)
    QTimer.singleShot(0, lambda: use(explorer))
    return explorer
opening._explorer = made
"""


def run(program: str, tmp_path: Path, code: int = 0, **variables: str) -> str:
    """Run a program under the offscreen platform, with settings of its own; return what it prints."""
    environment = {
        **os.environ,
        "QT_QPA_PLATFORM": "offscreen",
        "XDG_CONFIG_HOME": str(tmp_path),
        "LANGUAGE": "en",
        **variables,
    }
    done = subprocess.run(
        [sys.executable, "-X", "faulthandler", "-c", program],
        capture_output=True,
        check=False,
        text=True,
        env={name: value for name, value in environment.items() if value},
        timeout=60,
    )
    assert (done.returncode, done.stderr) == (code, "") or code < 0, done.stderr
    assert done.returncode == code, done.stderr
    return done.stdout


def test_a_script_waits_and_gets_the_edited_pair_each_time(tmp_path: Path) -> None:
    program = SHOWN + (
        "from klscope.model.edits import SetProbability\n"
        "from klscope.model.comparison import Side\n"
        "def use(explorer):\n"
        "    explorer.editor.perform(SetProbability(Side.Q, 0, 0.5))\n"
        "    explorer.window.close()\n"
        "for _ in range(2):\n"
        "    pair = klscope.show({'a': 4, 'b': 2, 'c': 2}, {'a': 1, 'b': 4, 'c': 3})\n"
        # the others share what is left, 4 : 3
        "    print(pair.labels, pair.p.tolist(), (14 * pair.q).round(12).tolist(), type(pair).__name__)\n"
    )
    line = "('a', 'b', 'c') [0.5, 0.25, 0.25] [7.0, 4.0, 3.0] Pair"
    assert run(program, tmp_path).splitlines() == [line, line]


def test_a_program_with_an_application_that_does_not_run_waits_too(tmp_path: Path) -> None:
    program = SHOWN + (
        "from PySide6.QtWidgets import QApplication, QWidget\n"
        "application = QApplication([])\n"
        "ended = []\n"
        "application.aboutToQuit.connect(lambda: ended.append(1))\n"
        "other = QWidget()\n"
        "other.show()\n"
        "def use(explorer):\n"
        "    explorer.window.close()\n"
        "for _ in range(2):\n"
        "    print(klscope.show([1, 1]).q.tolist(), other.isVisible(), ended)\n"
    )
    assert run(program, tmp_path).splitlines() == ["[0.5, 0.5] True []"] * 2


def test_matplotlib_draws_beside_it(tmp_path: Path) -> None:
    program = SHOWN + (
        "def use(explorer):\n"
        "    explorer.window.close()\n"
        "klscope.show([1, 1])\n"
        "import matplotlib\n"
        "matplotlib.use('qtagg')\n"
        "from matplotlib import pyplot\n"
        "figure = pyplot.figure()\n"
        "figure.canvas.draw()\n"
        "print(type(figure.canvas).__name__)\n"
        "print(klscope.show([1, 3]).p.tolist())\n"
        "pyplot.close('all')\n"
    )
    assert run(program, tmp_path, MPLCONFIGDIR=str(tmp_path)).splitlines() == ["FigureCanvasQTAgg", "[0.25, 0.75]"]


def test_rows_open_with_their_strip(tmp_path: Path) -> None:
    program = SHOWN + (
        "from PySide6.QtWidgets import QWidget\n"
        "from klscope.views.rows.row_stepper import RowStepper\n"
        "def use(explorer):\n"
        "    print(explorer.window.findChild(RowStepper).isVisible())\n"
        "    print(explorer.window.sentence.text())\n"
        "    explorer.window.findChild(RowStepper).stepped.emit(1)\n"
        "    explorer.window.close()\n"
        "pair = klscope.show([[1, 1], [1, 3], [1, 0]], [1, 1])\n"
        "print(pair.p.tolist(), pair.q.tolist())\n"
    )
    assert run(program, tmp_path).splitlines() == [
        "True",
        "p · q: 3 rows of 2 categories (probabilities).",
        "[0.25, 0.75] [0.5, 0.5]",
    ]


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_closes_the_window_and_then_acts_as_ever(tmp_path: Path, number: signal.Signals) -> None:
    program = SHOWN + (
        "import os\n"
        "def use(explorer):\n"
        f"    os.kill(os.getpid(), {int(number)})\n"
        "for _ in range(2):\n"
        "    try:\n"
        "        klscope.show([1, 1])\n"
        "    except KeyboardInterrupt:\n"
        "        print('interrupted')\n"
    )
    if number is signal.SIGINT:
        assert run(program, tmp_path).split() == ["interrupted", "interrupted"]
    else:
        assert run(program, tmp_path, code=-int(number)) == ""


def test_without_a_display_it_says_so_and_a_figure_is_drawn_all_the_same(tmp_path: Path) -> None:
    program = (
        "import klscope\n"
        "try:\n"
        "    klscope.show([1, 1])\n"
        "except RuntimeError as error:\n"
        "    print(error)\n"
        "print(klscope.figure([1, 1]).png[:4])\n"
    )
    printed = run(program, tmp_path, QT_QPA_PLATFORM="", DISPLAY="", WAYLAND_DISPLAY="").splitlines()
    if sys.platform.startswith("linux"):
        assert "there is no display" in printed[0]
        assert "klscope.figure(p, q) draws a picture without a display" in printed[0]
    assert printed[-1] == r"b'\x89PNG'"


@pytest.mark.parametrize("binding", ["PyQt6", "PyQt5", "PySide2"])
@pytest.mark.parametrize("call", ["show([1, 1])", "figure([1, 1]).png"])
def test_another_qt_gets_a_sentence(tmp_path: Path, binding: str, call: str) -> None:
    program = (
        "import sys, types, klscope\n"
        f"sys.modules['{binding}.QtCore'] = types.ModuleType('{binding}.QtCore')\n"
        "try:\n"
        f"    klscope.{call}\n"
        "except ImportError as error:\n"
        "    print(error)\n"
        "print('PySide6' in sys.modules)\n"
    )
    printed = run(program, tmp_path).splitlines()
    assert printed[0].startswith(f"{binding} is loaded in this process, and klscope needs PySide6")
    assert "QT_API=pyside6" in printed[0]
    assert printed[1] == "False"


def test_an_application_of_another_program_keeps_its_looks(tmp_path: Path) -> None:
    program = (
        "from PySide6.QtCore import QLocale, QTimer\n"
        "from PySide6.QtGui import QFont, QPalette, QColor\n"
        "from PySide6.QtWidgets import QApplication, QPushButton, QToolTip\n"
        "application = QApplication([])\n"
        "application.setStyle('Windows')\n"
        "application.setFont(QFont('Courier', 17))\n"
        "QLocale.setDefault(QLocale('de'))\n"
        "other = QPushButton('other')\n"
        "other.ensurePolished()\n"
        "def looks():\n"
        "    return (application.style().name(), application.font().toString(), application.palette().cacheKey(),\n"
        "            QToolTip.font().toString(), QLocale().name(), application.applicationName(),\n"
        "            application.styleSheet(), other.font().toString(), other.palette().cacheKey())\n"
        "before = looks()\n"
        "import klscope, klscope.app\n"
        "from klscope.views.theme import ThemeChoice\n"
        "explorer = klscope.app.create([1, 1], [1, 3])\n"
        "explorer.set_theme(ThemeChoice.DARK)\n"
        "explorer.sizes.apply(1.25)\n"
        "klscope.figure([1, 1]).svg\n"
        "def use():\n"
        "    window = klscope.show([1, 1])\n"  # the event loop runs: it returns at once
        "    print(type(window).__name__, window.is_open, looks() == before)\n"
        "    window.close()\n"
        "    print(window.is_open, window.q.tolist())\n"
        "    application.quit()\n"
        "QTimer.singleShot(0, use)\n"
        "application.exec()\n"
        "window = explorer.window\n"
        "for widget in (window, window.table, window.menus.examples):\n"
        "    print(widget.font().family(), widget.palette().text().color().name())\n"
        "print(looks() == before)\n"
    )
    assert run(program, tmp_path, LANGUAGE="ko").splitlines() == [
        "Window True True",
        "False [0.5, 0.5]",
        *["Pretendard #eef1f4"] * 3,
        "True",
    ]


def test_another_thread_is_refused(tmp_path: Path) -> None:
    program = (
        "import threading, klscope\n"
        "def draw():\n"
        "    try:\n"
        "        klscope.figure([1, 1]).png\n"
        "    except RuntimeError as error:\n"
        "        print(error)\n"
        "def in_thread():\n"
        "    thread = threading.Thread(target=draw)\n"
        "    thread.start()\n"
        "    thread.join()\n"
        "in_thread()\n"
        "draw()\n"
        "in_thread()\n"
    )
    assert run(program, tmp_path).splitlines() == [
        "klscope draws in the main thread only: call it from there",
        "klscope draws in the thread of the QApplication only: call it from there",
    ]


def test_a_figure_is_the_picture_that_the_command_exports(tmp_path: Path) -> None:
    names = {"p": "4,2,1,1", "q": "1,4,2,1", "labels": "sunny,cloudy,rain,snow"}
    words = [word for name, value in names.items() for word in (f"--{name}", value)]
    for name, scale in (("out.png", ["--without-data", "--scale", "2"]), ("out.svg", ["--without-data"])):
        command = [sys.executable, "-m", "klscope", "export", str(tmp_path / name), *words, *scale]
        subprocess.run(command, check=True, env={**os.environ, "QT_QPA_PLATFORM": "offscreen"})
    program = (
        "import klscope\n"
        "from PySide6.QtWidgets import QApplication\n"
        "from PySide6.QtGui import QFont\n"
        "application = QApplication([])\n"
        "application.setStyle('Windows')\n"
        "application.setFont(QFont('Courier', 17))\n"
        "picture = klscope.figure([4, 2, 1, 1], [1, 4, 2, 1], ['sunny', 'cloudy', 'rain', 'snow'])\n"
        "for suffix in ('png', 'svg', 'pdf'):\n"
        f"    picture.save({str(tmp_path)!r} + '/figure.' + suffix)\n"
        f"open({str(tmp_path)!r} + '/plain.png', 'wb').write(picture.png)\n"
        f"open({str(tmp_path)!r} + '/plain.svg', 'wb').write(picture.svg.encode())\n"
    )
    run(program, tmp_path)
    for suffix in ("png", "svg"):
        assert (tmp_path / f"plain.{suffix}").read_bytes() == (tmp_path / f"out.{suffix}").read_bytes()
    for suffix in ("png", "svg", "pdf"):  # a file carries its document
        assert klscope.read(tmp_path / f"figure.{suffix}").p.tolist() == [0.5, 0.25, 0.125, 0.125]
