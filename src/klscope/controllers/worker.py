"""Work in a thread, one piece at a time, whose results arrive in the thread of the window."""

from __future__ import annotations

import threading
from collections.abc import Callable

from PySide6.QtCore import QObject, Signal


class Job:
    """A piece of work, as the thread that does it knows it."""

    def __init__(self, send: Callable[[Job, object, bool], None]) -> None:
        self._send = send
        self.is_wanted = True
        """Whether the result is still asked for; false after a later start, a cancel, or the end of the window."""

    def report(self, value: object) -> None:
        """Hand a part of the result to the thread of the window."""
        self._send(self, value, False)


class Worker(QObject):
    """Does one piece of work at a time; what was started before is no longer wanted.

    Signals
    -------
    progressed(object)
        A part of the result, by `Job.report`.
    finished(object)
        What the work returned, or the Exception that it raised.
    """

    progressed = Signal(object)
    finished = Signal(object)
    _sent = Signal(object, object, bool)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._job: Job | None = None
        self._sent.connect(self._take)

    @property
    def is_running(self) -> bool:
        """Whether a result is awaited."""
        return self._job is not None

    def start(self, work: Callable[[Job], object], patience: float = 0.0) -> None:
        """Do some work in a thread; what is finished within ``patience``, in seconds, is taken before this returns."""
        self.cancel()
        job = self._job = Job(self._send)
        done: list[object] = []

        def run() -> None:
            try:
                done.append(work(job))
            except Exception as error:  # handed to the thread of the window, which raises it
                done.append(error)
            self._send(job, done[0], True)

        thread = threading.Thread(target=run, daemon=True)
        thread.start()
        if patience > 0.0:
            thread.join(patience)
            if done:
                self._take(job, done[0], True)

    def cancel(self) -> None:
        """Take no result of what is being done."""
        if self._job is not None:
            self._job.is_wanted = False
            self._job = None

    def _send(self, job: Job, value: object, is_last: bool) -> None:
        """Send a value, in the thread that works, to that of the window."""
        try:
            self._sent.emit(job, value, is_last)
        except RuntimeError:  # the window was closed, and this object deleted with it; no slot runs in this thread
            job.is_wanted = False

    def _take(self, job: Job, value: object, is_last: bool) -> None:
        if job is not self._job:
            return
        if is_last:
            self._job = None
            self.finished.emit(value)
        else:
            self.progressed.emit(value)
