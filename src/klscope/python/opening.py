"""Opening of the window for Python code."""

from __future__ import annotations

import atexit
import signal
import threading
from contextlib import nullcontext
from typing import Any

from PySide6.QtCore import QEventLoop, Qt, QThread, QTimer
from PySide6.QtWidgets import QApplication

from klscope.app import Explorer, opening
from klscope.ending import ended_by_signals
from klscope.files.tables.contents import Contents
from klscope.files.tables.data_reading import DataReading
from klscope.files.tables.options import NumberKind, ReadOptions
from klscope.files.tables.row_pairs import RowPairs
from klscope.python.applications import application, is_our_own
from klscope.python.event_loops import kernel_of, start_loop
from klscope.python.given_pairs import GivenPair
from klscope.python.pair import Pair
from klscope.python.showing import Window
from klscope.remembering import remember
from klscope.views.icons import program_icon
from klscope.views.preferences.preferences import Preferences
from klscope.views.theme import ThemeChoice
from klscope.views.words import language
from klscope.views.words.names import STARTED_WITH

KERNEL_TIMER = "klscopeKernelTimer"
MILLISECONDS_BETWEEN_LOOKS = 100
_open: list[Explorer] = []
"""The programs of the open windows, which Python would delete otherwise."""


def open_window(platform: str, read: GivenPair | RowPairs | None, shell: Any) -> Pair:
    """Open a window.

    Parameters
    ----------
    platform
        The platform for the QApplication, if there is none; empty for Qt's choice.
    read
        What it shows; None for the first example.
    shell
        The shell of IPython that is to run the event loop; None to run it here until the window is closed.

    Returns
    -------
    Pair
        The `Window`, if it is still open, else the last pair.
    """
    found = application(platform)
    runs = QThread.currentThread().loopLevel() > 0
    if shell is not None and not runs:
        start_loop(shell)
        _keep_answering(kernel_of(shell), found)
    explorer = _explorer(read)
    window = Window(explorer)
    explorer.window.show()
    if shell is None and not runs:
        _wait(found, explorer)
        return Pair(window.snapshot)
    return window


def _keep_answering(kernel: Any, found: QApplication) -> None:
    """Let a kernel look for cells to run ten times a second.

    It leaves Qt's event loop when a message arrives. It misses a few in a hundred (ipykernel 7.4, also after
    ``%gui qt6`` without klscope), and answers only when the next one arrives.
    """
    if kernel is None or found.findChild(QTimer, KERNEL_TIMER) is not None:
        return

    def leave_loop() -> None:
        loop = getattr(getattr(kernel, "app", None), "qt_event_loop", None)
        if loop is not None:
            loop.quit()

    timer = QTimer(found)
    timer.setObjectName(KERNEL_TIMER)
    timer.timeout.connect(leave_loop)
    timer.start(MILLISECONDS_BETWEEN_LOOKS)


def _explorer(read: GivenPair | RowPairs | None) -> Explorer:
    preferences = Preferences()
    language.install(preferences.one_of("language", language.choices(), language.SYSTEM))
    theme = preferences.choice("theme", ThemeChoice, ThemeChoice.SYSTEM)
    if read is None:
        comparison = opening()
    else:
        comparison = read.comparison(0) if isinstance(read, RowPairs) else read.comparison(STARTED_WITH)
    explorer = Explorer(comparison, theme)
    explorer.window.setWindowIcon(program_icon())
    remember(explorer, preferences)
    if isinstance(read, RowPairs):
        explorer.show_data(_reading(read), ())
    _open.append(explorer)
    explorer.window.closed.connect(lambda: _forget(explorer), Qt.ConnectionType.QueuedConnection)
    return explorer


def _reading(rows: RowPairs) -> DataReading:
    """Return the rows as data that were opened, so that the sheet *Change…* can show them."""
    contents = tuple(Contents(name, {"": table}) for name, table in (("p", rows.p), ("q", rows.q)) if table is not None)
    is_class = rows.p_kind is NumberKind.SAMPLES
    options = ReadOptions(
        p_numbers=None if is_class else rows.p_kind, q_numbers=rows.q_kind, temperature=rows.temperature
    )
    return DataReading(contents, options, rows=rows)


def _forget(explorer: Explorer) -> None:
    if explorer in _open:
        _open.remove(explorer)
        explorer.window.deleteLater()
        explorer.deleteLater()


def _wait(found: QApplication, explorer: Explorer) -> None:
    """Run the event loop until the window is closed; a signal closes it, and then acts as in any program."""
    in_main = threading.current_thread() is threading.main_thread()
    with ended_by_signals(lambda: _end(explorer)) if in_main else nullcontext() as ending:
        if is_our_own():  # only this loop can run again after a signal has ended it
            explorer.window.closed.connect(found.quit)
            found.exec()
        else:
            loop = QEventLoop()
            explorer.window.closed.connect(loop.quit)
            loop.exec()
    _forget(explorer)
    if ending is not None and ending.number:
        signal.raise_signal(ending.number)


def _end(explorer: Explorer) -> None:
    """Close a window without asking: the event loop will not run again."""
    explorer.documents.is_ending = lambda: True
    explorer.window.close()


@atexit.register
def _close_all() -> None:
    """Close the open windows while Python still runs."""
    for explorer in list(_open):
        _end(explorer)
        _forget(explorer)
