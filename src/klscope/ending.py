"""Orderly shutdown on signals: SIGINT (Ctrl+C), SIGTERM, SIGHUP.

Python runs signal handlers only between its own instructions, and Qt's event loop waits outside of Python. So each
signal is also written to a socket (`signal.set_wakeup_fd`) that a QSocketNotifier watches. It wakes any running event
loop, also that of a menu or a dialog.
"""

from __future__ import annotations

import signal
import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType

from PySide6.QtCore import QCoreApplication, QSocketNotifier

SIGNALS = tuple(getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name))


class Ending:
    """The number of the first signal received; 0 if there was none."""

    number = 0


@contextmanager
def ended_by_signals(close: Callable[[], object]) -> Iterator[Ending]:
    """Within the context, call ``close``, and quit the event loops on a signal.

    A second signal ends the process at once. SIGHUP stays ignored if it was, as under nohup. SIGINT does not, because a
    shell ignores it for background processes of a script.
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
        close()
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
            # None: the handler was not set from Python
            signal.signal(one, signal.SIG_DFL if handler is None else handler)
        signal.set_wakeup_fd(wakeup)
        notifier.setEnabled(False)
        reader.close()
        writer.close()
