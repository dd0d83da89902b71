"""Receives the files that a second process hands over, see `klscope.files.handing_over`."""

from __future__ import annotations

import os
import socket
import struct
from collections.abc import Callable
from contextlib import suppress

from PySide6.QtCore import QObject, QSocketNotifier, QTimer, Signal

from klscope.files.handing_over import ANSWER, LONGEST_MESSAGE, paths_in, socket_path

PATIENCE_MILLISECONDS = 2_000
"""How long a message may take to arrive."""


class FileReceiver(QObject):
    """Listens for files, if no other process of the user does.

    Signals
    -------
    received(list of str)
        The absolute paths of files to open.
    """

    received = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._path = ""
        self._identity = (0, 0)
        self._listening: socket.socket | None = None
        path = socket_path(os.environ)
        if path is not None:
            with suppress(OSError):
                self._listen(path)

    @property
    def is_listening(self) -> bool:
        """Whether files are received here, rather than by another process or not at all."""
        return self._listening is not None

    def _listen(self, path: str) -> None:
        with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as asking:
            asking.settimeout(0.1)
            with suppress(OSError):
                asking.connect(path)
                return  # another process listens; the socket of one that has died refuses
        listening = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        temporary = f"{path}-{os.getpid()}"
        with suppress(OSError):
            os.unlink(temporary)
        listening.bind(temporary)
        listening.listen(8)
        listening.setblocking(False)
        os.replace(temporary, path)  # in one step, also if two processes start at once
        found = os.lstat(path)
        self._path, self._identity, self._listening = path, (found.st_dev, found.st_ino), listening
        notifier = QSocketNotifier(listening.fileno(), QSocketNotifier.Type.Read, self)
        notifier.activated.connect(self._accept)

    def _accept(self) -> None:
        if self._listening is None:
            return
        with suppress(OSError):
            connection, _ = self._listening.accept()
            if _is_own(connection):
                Message(connection, self.received.emit, self)
            else:
                connection.close()

    def close(self) -> None:
        """Stop listening, and remove the socket, unless another process has replaced it."""
        if self._listening is None:
            return
        self._listening.close()
        self._listening = None
        for notifier in self.findChildren(QSocketNotifier):
            notifier.setEnabled(False)
        with suppress(OSError):
            found = os.lstat(self._path)
            if (found.st_dev, found.st_ino) == self._identity:
                os.unlink(self._path)


class Message(QObject):
    """A message while it arrives; what is too long, too slow or no message is ignored."""

    def __init__(self, connection: socket.socket, take: Callable[[list[str]], None], parent: QObject) -> None:
        super().__init__(parent)
        self._connection, self._take, self._content = connection, take, b""
        connection.setblocking(False)
        self._notifier = QSocketNotifier(connection.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._read)
        QTimer.singleShot(PATIENCE_MILLISECONDS, self, self._end)

    def _read(self) -> None:
        try:
            part = self._connection.recv(LONGEST_MESSAGE)
        except BlockingIOError:
            return
        except OSError:
            part = b""
        self._content += part
        line, end, _ = self._content.partition(b"\n")
        if not end and part and len(self._content) <= LONGEST_MESSAGE:
            return
        paths = paths_in(line) if end and len(line) <= LONGEST_MESSAGE else []
        if paths:
            try:
                self._connection.sendall(ANSWER)
            except OSError:  # the other process has waited too long, and opens them itself
                paths = []
        self._end()
        if paths:
            self._take(paths)

    def _end(self) -> None:
        if self._notifier.isEnabled():
            self._notifier.setEnabled(False)
            self._connection.close()
            self.deleteLater()


def _is_own(connection: socket.socket) -> bool:
    """Return whether the other process is one of the same user, where the system tells."""
    option = getattr(socket, "SO_PEERCRED", None)
    if option is None:
        return True  # nobody else can enter the folder of the socket
    credentials = connection.getsockopt(socket.SOL_SOCKET, option, struct.calcsize("3i"))
    return bool(struct.unpack("3i", credentials)[1] == os.getuid())
