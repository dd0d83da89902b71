"""Print the time from the start of the process to the first complete picture, against a bare PySide6 window.

    python tests/benchmarks/start_up.py [--runs 15]

Each run is a process of its own. Its clock starts just before it is spawned and stops when the first picture is
complete: all three charts (or the bare window) have been painted and the event loop has nothing left to do. The
command `klscope` is what runs, from its entry point on. The two take turns, so that a busy machine is busy for both.
Exits 1 if klscope misses its target.
"""

import argparse
import os
import subprocess
import sys
import tempfile
import time

from timing import Series, print_table, print_target

MOST_TIMES = 3.4

BARE = """
import time
from PySide6.QtCore import QTimer
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QApplication, QMainWindow

class Window(QMainWindow):
    painted = False
    def paintEvent(self, event):
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor("#FFFFFF"))
        painter.end()
        if not self.painted:
            self.painted = True
            QTimer.singleShot(0, report)

def report():
    print(time.clock_gettime_ns(time.CLOCK_MONOTONIC), flush=True)
    application.quit()

application = QApplication([])
application.setStyle("Fusion")
window = Window()
window.resize(1280, 800)
window.show()
application.exec()
"""

# the charts are watched from the moment the command has loaded what it runs: nothing is imported earlier than it would
KLSCOPE = """
import sys, time
from klscope import cli
from klscope.command_line import window

def report():
    print(time.clock_gettime_ns(time.CLOCK_MONOTONIC), flush=True)
    sys.modules["PySide6.QtWidgets"].QApplication.quit()

def load_and_watch(module, name, load=window.load):
    loaded = load(module, name)
    if (module, name) == ("klscope.window_command", "run"):
        charts, single_shot = set(), sys.modules["PySide6.QtCore"].QTimer.singleShot
        item = sys.modules["klscope.views.painting.category_chart"].ColumnsItem
        paint = item.paint
        def paint_and_watch(self, *arguments):
            paint(self, *arguments)
            if len(charts) < 3:
                charts.add(id(self))
                if len(charts) == 3:
                    single_shot(0, report)
        item.paint = paint_and_watch
    return loaded

window.load = load_and_watch
sys.exit(cli.main([]))
"""


def milliseconds(program, environment):
    """Run a program that prints when its window was painted; return how long after its start that was."""
    start = time.clock_gettime_ns(time.CLOCK_MONOTONIC)
    process = subprocess.run(
        [sys.executable, "-c", program], env=environment, capture_output=True, text=True, check=False, timeout=60
    )
    if process.returncode != 0 or not process.stdout.strip().isdigit():
        raise RuntimeError(f"no picture: exit code {process.returncode}\n{process.stdout}{process.stderr}")
    return (int(process.stdout) - start) / 1e6


def main():
    """Run, print, and return the exit status."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--runs", type=int, default=15, help="processes of each (default: 15)")
    options = parser.parse_args()
    programs = {"klscope": KLSCOPE, "a bare QMainWindow": BARE}
    series = {name: Series() for name in programs}
    with tempfile.TemporaryDirectory() as folder:  # nobody's settings: the window as it is the first time
        environment = os.environ | {"QT_QPA_PLATFORM": "offscreen", "XDG_CONFIG_HOME": folder}
        environment.pop("PYTHONDONTWRITEBYTECODE", None)  # nobody's program is compiled at each start
        for program in programs.values():  # into the cache of files
            milliseconds(program, environment)
        for _ in range(options.runs):
            for name, program in programs.items():
                series[name].add([milliseconds(program, environment)])
    print(f"\nfrom the start of the process to the first picture, in milliseconds, {options.runs} runs each\n")
    print_table(list(series.items()), series["a bare QMainWindow"])
    ratio = series["klscope"].median / series["a bare QMainWindow"].median
    print()
    return 0 if print_target(f"{ratio:.2f} × a bare window, ≤ {MOST_TIMES} ×", ratio <= MOST_TIMES) else 1


if __name__ == "__main__":
    sys.exit(main())
