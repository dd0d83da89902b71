"""Files handed over by a second process: what is taken, and what is ignored. Oracle: by hand."""

import os
import signal
import socket
import subprocess
import sys
import tempfile
import time
from contextlib import suppress
from pathlib import Path

import pytest
from PySide6.QtCore import QObject

from driven_window import driven_window
from klscope.files import handing_over
from klscope.files.documents.document_file import write_document
from klscope.files.handing_over import hand_over, message_of, paths_in, socket_path
from klscope.model.comparison import Comparison
from klscope.model.document import Document
from klscope.receiving import FileReceiver

pytestmark = pytest.mark.skipif(not hasattr(socket, "AF_UNIX"), reason="the system has no such sockets")
OWN = Comparison.from_weights(("a", "b", "c"), [3, 2, 1], [1, 2, 3], "own.csv")
WINDOWS = "windows = explorer.quit.__self__"
SHOWN = "print([one.documents.controller.path.rpartition('/')[2] for one in windows.explorers])"


@pytest.fixture
def runtime():
    """Return a folder for a socket: those of tests have names that are too long for one."""
    with tempfile.TemporaryDirectory(prefix="k") as folder:
        yield Path(folder)


@pytest.fixture
def place(runtime, monkeypatch):
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(runtime))
    return socket_path(os.environ)


@pytest.fixture
def receiving(place, qtbot):  # noqa: ARG001  # a program that runs
    owner = QObject()
    made = FileReceiver(owner)
    assert made.is_listening
    made.told = []
    made.received.connect(made.told.append)
    yield made
    made.close()
    assert not os.path.lexists(place)


def until(question):
    end = time.monotonic() + 30
    while not question():
        assert time.monotonic() < end
        time.sleep(0.01)


def send(place, message, qtbot, wait=True):
    asking = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    asking.connect(place)
    asking.setblocking(False)
    for start in range(0, len(message), 8_192):
        try:
            asking.send(message[start : start + 8_192])
        except OSError:
            break
        qtbot.wait(5)
    answer = b""
    if wait:
        qtbot.wait(50)
        with suppress(OSError):
            answer = asking.recv(10)
    asking.close()
    return answer


def test_a_message_is_taken_and_answered(receiving, place, qtbot):
    assert send(place, message_of(["a.csv", "/b c/가.csv"]), qtbot) == b"ok\n"
    assert receiving.told == [[os.path.abspath("a.csv"), "/b c/가.csv"]]


@pytest.mark.parametrize(
    "message",
    [
        b"\n",
        b"{}\n",
        b"[1]\n",
        b'{"open": []}\n',
        b'{"open": ["relative"]}\n',
        b'{"open": ["/a", "/b", "/c"]}\n',
        b'{"open": [3]}\n',
        b'{"open": "/a"}\n',
        b"[" * 60_000 + b"\n",
        b"\xff\xfe\n",
        b"x" * 100_000,
        b'{"open": ["/a"]}',
    ],
)
def test_anything_else_is_ignored(receiving, place, qtbot, message):
    assert send(place, message, qtbot) == b""
    assert receiving.told == []
    assert send(place, message_of(["/a"]), qtbot) == b"ok\n"  # it goes on


def test_only_one_listens_and_the_socket_of_a_dead_one_is_taken_over(place, qtbot):  # noqa: ARG001
    owner = QObject()
    first = FileReceiver(owner)
    second = FileReceiver(owner)
    assert (first.is_listening, second.is_listening) == (True, False)
    first._listening.close()  # as when the process dies: the file stays
    assert os.path.lexists(place)
    third = FileReceiver(owner)
    assert third.is_listening
    first.close()
    assert os.path.lexists(place)  # it is that of the third
    third.close()


def test_there_is_none_where_the_folder_is_not_the_users_own(tmp_path, monkeypatch):
    tmp_path.chmod(0o777)
    other = tmp_path / "tmp"
    other.mkdir()
    monkeypatch.setattr(handing_over.tempfile, "gettempdir", lambda: str(other))
    (other / f"klscope-{os.getuid()}").symlink_to(tmp_path)
    assert socket_path({"XDG_RUNTIME_DIR": str(tmp_path)}) is None


def test_paths_are_absolute_in_a_message():
    assert paths_in(message_of(["a.csv"])) == [os.path.abspath("a.csv")]


def test_without_a_running_program_nothing_is_handed_over(place, tmp_path):  # noqa: ARG001
    path = tmp_path / "a.csv"
    path.write_text("1\n")
    assert not hand_over([str(path)], os.environ)


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGKILL])
def test_a_second_process_hands_its_file_over(tmp_path, runtime, number):
    path, data = tmp_path / "own.klscope", tmp_path / "pair.csv"
    write_document(Document(OWN), str(path))
    data.write_text("w,p,q\nx,1,3\ny,1,1\n")
    variables = {"XDG_RUNTIME_DIR": str(runtime)}
    environment = {**os.environ, "XDG_CONFIG_HOME": str(tmp_path), "XDG_DATA_HOME": str(tmp_path), **variables}
    environment["QT_QPA_PLATFORM"] = "offscreen"

    def second(*paths):
        command = [sys.executable, "-m", "klscope", *map(str, paths)]
        return subprocess.run(command, check=False, env=environment, capture_output=True, text=True, timeout=50)

    with driven_window(tmp_path, **variables) as window:
        window.do(WINDOWS)
        until(lambda: list(runtime.iterdir()))
        done = second(path)
        assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
        assert window.do(SHOWN) == "['own.klscope']\n"
        assert second(data).returncode == 0
        until(lambda: "'x', 'y'" in window.do("print([one.store.comparison.labels for one in windows.explorers])"))
        assert window.do(SHOWN) == "['own.klscope', '']\n"
        assert second(tmp_path / "missing.csv").returncode == 2  # as without a running program
        window.end_by(number)
    with driven_window(tmp_path, **variables) as window:  # takes over what a killed one has left
        window.do(WINDOWS)
        assert second(path).returncode == 0
        assert "own.klscope" in window.do(SHOWN)
        window.end_by(signal.SIGTERM)
    assert list(runtime.iterdir()) == []
