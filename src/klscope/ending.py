"""Ends the program in order when a signal asks for it: Ctrl+C in its terminal, SIGTERM, a terminal that closes.

Python calls the handler of a signal when it next runs a line of its own, and Qt's event loop waits outside of Python.
So each signal is also written as a byte into a socket (`signal.set_wakeup_fd`), and Qt watches that: it wakes the loop
that is running, be it the one of a menu or of a dialog.
"""

from __future__ import annotations

import signal
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

from PySide6.QtCore import QCoreApplication, QSocketNotifier
from PySide6.QtWidgets import QWidget

SIGNALS = tuple(getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name))


class Ending:
    """What a signal asked for.

    Attributes
    ----------
    number
        The first signal that came; 0 as long as there was none.
    """

    number = 0


@contextmanager
def ended_by_signals(window: QWidget) -> Iterator[Ending]:
    """Let the signals that end a program close ``window``, and then end the event loops, without asking anything.

    The second signal ends the process at once. SIGHUP stays ignored where it is, as by nohup; SIGINT does not: a shell
    ignores it for whatever a script starts in the background, and whoever sends it wants the end.
    """
    ending = Ending()
    reader, writer = socket.socketpair()
    reader.setblocking(False)
    writer.setblocking(False)

    def note(number: int, _frame: FrameType | None) -> None:
        ending.number = ending.number or number
        for one in heeded:
            signal.signal(one, signal.SIG_DFL)

    def end() -> None:
        reader.recv(64)
        window.close()
        QCoreApplication.exit()

    notifier = QSocketNotifier(reader.fileno(), QSocketNotifier.Type.Read)
    notifier.activated.connect(end)
    heeded = [one for one in SIGNALS if one is signal.SIGINT or signal.getsignal(one) is not signal.SIG_IGN]
    before = {one: signal.getsignal(one) for one in heeded}
    wakeup = signal.set_wakeup_fd(writer.fileno(), warn_on_full_buffer=False)
    for one in heeded:
        signal.signal(one, note)
    try:
        yield ending
    finally:
        for one, handler in before.items():
            signal.signal(one, signal.SIG_DFL if handler is None else handler)  # None: it was not Python's
        signal.set_wakeup_fd(wakeup)
        notifier.setEnabled(False)
        reader.close()
        writer.close()
